"""Line numbers in a TOML file: where a record, a key or an item of a list stands.

`tomllib` tells no lines, so the text is scanned: strings and comments are blanked first, then
table headers and keys are read line by line. The text is known to be valid TOML.
"""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_QUOTED = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^\\"\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
_NOT_NEWLINE = re.compile(r"[^\n]")
_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]]+)\]\]?[ \t\r]*$")
_PUNCTUATION = re.compile(r"[,=\[\]{}]")
_MOST_PARTS = 20
_KEY = re.compile(r"[ \t]*([^=\[\]{}]+?)[ \t]*=")


def skeleton(text: str) -> str:
    """The text with every string and comment blanked, of the same length and with the same lines.

    Strings become `s` so that they can still be seen as keys or items; comments become spaces.
    """

    def blank(match: re.Match[str]) -> str:
        return _NOT_NEWLINE.sub(" " if match[0].startswith("#") else "s", match[0])

    return _QUOTED.sub(blank, text)


def deep_key(text: str) -> int:
    """The line of the first key with more than 20 parts, or 0; `tomllib` is slow on those."""
    if all(line.count(".") <= _MOST_PARTS for line in text.split("\n")):
        return 0
    for number, line in enumerate(skeleton(text).split("\n"), 1):
        if any(piece.count(".") > _MOST_PARTS for piece in _PUNCTUATION.split(line)):
            return number
    return 0


class TomlLines:
    """Finds lines by path, such as `("structure", 3, "stages", "midstance", "activity")`."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._scan(text, skeleton(text))

    def line_of(self, path: Path) -> int:
        """The line of the path, or of the nearest thing around it; 1 if nothing is known."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _scan(self, text: str, bare: str) -> None:
        start = depth = 0
        items: _Items | None = None
        for number, line in enumerate(bare.split("\n"), 1):
            if depth == 0:
                items = None
                if header := _HEADER.match(line):
                    self._open(header, text[start : start + len(line)], number)
                elif key := _KEY.match(line):
                    here = text[start : start + len(line)]
                    path = self._table + names(here, line, key.span(1))
                    self._lines.setdefault(path, number)
                    items = _Items(path, line[key.end() :])
                    depth = self._follow(items, line[key.end() :], number)
            elif items:
                depth = self._follow(items, line, number)
            start += len(line) + 1

    def _open(self, header: re.Match[str], line: str, number: int) -> None:
        path = self._resolve(names(line, header.string, header.span(2)))
        if header[1] == "[[":
            count = self._counts[path] = self._counts.get(path, -1) + 1
            path = (*path, count)
        self._table = path
        self._lines.setdefault(path, number)

    def _resolve(self, header: Path) -> Path:
        """The path of a header, with the newest element of every array of tables on the way."""
        path: Path = ()
        for name in header[:-1]:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path])
        return (*path, *header[-1:])

    def _follow(self, items: "_Items", line: str, number: int) -> int:
        for index in items.starts(line):
            self._lines.setdefault((*items.path, index), number)
        return items.depth


class _Items:
    """Follows the brackets of one value, and says which items of its list start in a line."""

    def __init__(self, path: Path, value: str) -> None:
        self.path = path
        self.depth = 0
        self._is_list = value.lstrip().startswith("[")
        self._next = 0
        self._waiting = True

    def starts(self, line: str) -> Iterator[int]:
        for char in line:
            if char == "]" or char == "}":
                self.depth -= 1
            elif self._is_list and self.depth == 1 and char == ",":
                self._waiting = True
            elif self._is_list and self.depth == 1 and self._waiting and not char.isspace():
                self._waiting = False
                self._next += 1
                yield self._next - 1
            if char == "[" or char == "{":
                self.depth += 1


def names(text: str, bare: str, span: tuple[int, int]) -> Path:
    """The parts of a dotted key that stands at `span`; `bare` is its line with strings blanked."""
    parts: list[str] = []
    start = span[0]
    for piece in bare[span[0] : span[1]].split("."):
        name = text[start : start + len(piece)].strip()
        parts.append(name[1:-1] if name[:1] in ("'", '"') else name)
        start += len(piece) + 1
    return tuple(parts)
