"""The layout of the content folder, and its records row by row, each knowing where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TypeVar

from anatomy_app.content.decode import decode
from anatomy_app.content.problems import Problem, guess, quoted
from anatomy_app.content.toml_files import TomlFile, read_toml
from anatomy_app.content.toml_lines import Path
from anatomy_app.model.anatomy import Compartment, Structure
from anatomy_app.model.index import Shelf
from anatomy_app.model.knowledge import (
    Context,
    Exercise,
    Injury,
    LayTerm,
    Question,
    QuizFact,
    Source,
)
from anatomy_app.model.stages import Stage

_T = TypeVar("_T")

_MOST_FILES = 200
_MOST_PROBLEMS_IN_A_FILE = 100


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record: the header of its tables, its class, and its file or folder."""

    header: str
    cls: type[object]
    place: str
    key: str = "id"
    optional: bool = False


TABLES = (
    Table("shelf", Shelf, "shelves.toml"),
    Table("structure", Structure, "structures"),
    Table("stage", Stage, "stages.toml"),
    Table("exercise", Exercise, "exercises"),
    Table("injury", Injury, "injuries.toml"),
    Table("context", Context, "contexts.toml"),
    Table("question", Question, "questions.toml"),
    Table("quiz", QuizFact, "quiz.toml"),
    Table("source", Source, "sources.toml"),
    Table("lay_term", LayTerm, "lay_terms.toml", key="term"),
    Table("compartment", Compartment, "compartments.toml", optional=True),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a file; `record` is None if it could not be made of it."""

    table: Table
    id: str
    record: object | None
    file: TomlFile
    path: Path

    def problem(self, what: str, remedy: str, *path: str | int) -> Problem:
        """A problem of this record, at the line of `path` inside it."""
        told = f"{self.table.header} {quoted(self.id)}: {what}" if self.id else what
        return self.file.problem((*self.path, *path), told, remedy)


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a folder, by the header of their tables, and what is wrong so far."""

    by_header: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)  # headers of files missing or not TOML

    def of(self, header: str) -> list[Row]:
        """The rows with this header, in the order of the files."""
        return self.by_header.get(header, [])

    def all(self) -> Iterator[Row]:
        """Every row."""
        for rows in self.by_header.values():
            yield from rows

    def records(self, cls: type[_T]) -> Iterator[tuple[Row, _T]]:
        """The rows with a whole record of this class."""
        for row in self.all():
            if isinstance(row.record, cls):
                yield row, row.record


def read_rows(folder: FilePath, *, partial: bool) -> Rows:
    """All records under the folder; a partial folder need not have every file."""
    rows = Rows()
    if not folder.is_dir():
        rows.problems.append(Problem(str(folder), 0, "no such folder", "name a content folder"))
        return rows
    found = 0
    for table in TABLES:
        paths = _files(folder, table)
        found += len(paths)
        if not paths and not partial and not table.optional:
            what = f"the folder lacks {table.place}"
            remedy = f"add it, with at least one [[{table.header}]]"
            rows.problems.append(Problem(str(folder), 0, what, remedy))
            rows.unread.add(table.header)
        for path in paths[:_MOST_FILES]:
            _read_file(path, table, rows)
    rows.problems.extend(_strays(folder))
    if not found and partial:
        what, remedy = "no content files", f"name a folder with {', '.join(_places())}"
        rows.problems.append(Problem(str(folder), 0, what, remedy))
    return rows


def files_of(folder: FilePath) -> list[FilePath]:
    """Every file that content is read from, in reading order; none if there is no folder."""
    return [path for table in TABLES for path in _files(folder, table)]


def _files(folder: FilePath, table: Table) -> list[FilePath]:
    place = folder / table.place
    if place.suffix == ".toml":
        return [place] if place.is_symlink() or place.exists() else []
    return sorted(place.glob("*.toml")) if place.is_dir() else []


def _strays(folder: FilePath) -> Iterator[Problem]:
    """TOML files directly in the folder that nobody reads."""
    for path in sorted(folder.glob("*.toml"))[:_MOST_FILES]:
        if path.name not in _places():
            remedy = guess(path.name, _places(), f"the files are {', '.join(_places())}")
            yield Problem(str(path), 0, "no content is read from a file of this name", remedy)


def _places() -> list[str]:
    return [table.place for table in TABLES]


def _read_file(path: FilePath, table: Table, rows: Rows) -> None:
    file = read_toml(path)
    if isinstance(file, Problem):
        rows.problems.append(file)
        rows.unread.add(table.header)
        return
    problems = [*_wrong_headers(file, table)]
    raw = file.tables.get(table.header, [])
    for index, each in enumerate(raw if isinstance(raw, list) else []):
        if len(problems) > _MOST_PROBLEMS_IN_A_FILE:
            break
        row, slips = _row(table, file, index, each)
        rows.by_header.setdefault(table.header, []).append(row)
        problems += slips
    rows.problems.extend(_capped(problems, file.name))


def _row(table: Table, file: TomlFile, index: int, raw: object) -> tuple[Row, list[Problem]]:
    record, slips = decode(table.cls, raw)
    id_ = raw.get(table.key) if isinstance(raw, dict) else None
    row = Row(table, id_ if isinstance(id_, str) else "", record, file, (table.header, index))
    return row, [row.problem(slip.what, slip.remedy, *slip.path) for slip in slips]


def _wrong_headers(file: TomlFile, table: Table) -> Iterator[Problem]:
    wanted = f"its tables are [[{table.header}]]"
    for key, value in file.tables.items():
        if key != table.header:
            remedy = guess(key, [table.header], wanted)
            yield file.problem((key, 0), f"unknown table {quoted(key)}", remedy)
        elif not isinstance(value, list):
            yield file.problem((key,), f"{key!r} is not a list of tables", wanted)
    if not file.tables:
        yield file.problem((), f"no [[{table.header}]] in this file", "add one or remove the file")


def _capped(problems: list[Problem], name: str) -> Iterable[Problem]:
    if len(problems) <= _MOST_PROBLEMS_IN_A_FILE:
        return problems
    more = Problem(name, 0, "this file holds more problems than these", "mend them first")
    return [*problems[:_MOST_PROBLEMS_IN_A_FILE], more]
