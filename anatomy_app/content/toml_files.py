"""Reads TOML files of unknown origin: every way to fail is a problem, never an exception."""

import re
import stat
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from anatomy_app.content.problems import Problem
from anatomy_app.content.toml_lines import Path, TomlLines, deep_key

LARGEST = 2_000_000

_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True)
class TomlFile:
    """One file that was read; it knows the line of everything in it."""

    name: str
    text: str
    tables: dict[str, object]

    @cached_property
    def _lines(self) -> TomlLines:
        return TomlLines(self.text)

    def problem(self, path: Path, what: str, remedy: str) -> Problem:
        """A problem at the line where the path stands."""
        return Problem(self.name, self._lines.line_of(path), what, remedy)


def read_toml(path: FilePath) -> TomlFile | Problem:
    """The file, or the one thing that keeps it from being read. Bytes are never run as code."""
    name = str(path)
    data = _bytes(path)
    if isinstance(data, Problem):
        return data
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Problem(name, line, "this is not UTF-8", "save the file as UTF-8")
    return _parse(name, text)


def _bytes(path: FilePath) -> bytes | Problem:
    name = str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem(name, 0, "this is not a plain file", "put a TOML file here")
        if status.st_size > LARGEST:
            return _too_large(name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "too many links"
        return Problem(name, 0, f"cannot be read ({reason})", "check the file and its rights")
    return data if len(data) <= LARGEST else _too_large(name)


def _too_large(name: str) -> Problem:
    return Problem(name, 0, "larger than 2 MB", "split it into several files")


def _parse(name: str, text: str) -> TomlFile | Problem:
    deep = "nested too deep", "keep to the tables that the shipped files use"
    if line := deep_key(text):
        return Problem(name, line, *deep)
    try:
        return TomlFile(name, text, tomllib.loads(text))
    except RecursionError:
        return Problem(name, 0, *deep)
    except ValueError as error:
        return _syntax(name, text, str(error))


def _syntax(name: str, text: str, message: str) -> Problem:
    """A syntax error at its line; `tomllib` writes the line into its message."""
    at = _AT_LINE.search(message)
    last = text.rstrip().count("\n") + 1
    line = (int(at[1]) if at[1] else last) if at else 0
    what = _AT_LINE.sub("", message)
    return Problem(name, line, f"not TOML: {what}", "correct this line or the one before it")
