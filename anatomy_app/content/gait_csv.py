"""Reads one CSV file of the gait tables strictly: header, cells, numbers, axis."""

import csv
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from anatomy_app.content.problems import ContentError, Problem

Row = tuple[int, list[str]]
"""A line number (the header is line 1) and the cells of that line."""

_CLOSES = "make both rows equal: the stride ends where the next begins"


class CsvTable:
    """A CSV file with one record per line; all its problems are collected in `problems`.

    A file that cannot be read, or lacks a required column, has no rows.
    """

    def __init__(self, path: Path, required: Iterable[str]) -> None:
        self.problems: list[Problem] = []
        self._name = f"{path.parent.name}/{path.name}"
        self._lines = self._read(path)
        self.header = next(csv.reader(self._lines[:1]), [])
        self._check_header(required)

    def _read(self, path: Path) -> list[str]:
        try:
            return path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            self.report(0, "the file is missing", "put it back from the release")
        except UnicodeDecodeError:
            self.report(0, "the file is not UTF-8", "save it as UTF-8")
        return []

    def _check_header(self, required: Iterable[str]) -> None:
        missing = [name for name in required if name not in self.header]
        doubled = {name for name in self.header if self.header.count(name) > 1}
        if self._lines and missing:
            self.report(1, f"no column {', '.join(missing)}", "add it to the header and the rows")
        for name in sorted(doubled):
            self.report(1, f"column {name} appears twice", "remove one")
        if missing or doubled:
            self._lines = []

    @property
    def usable(self) -> bool:
        """Whether the file could be read and has all required columns."""
        return bool(self._lines)

    def report(self, line: int, what: str, remedy: str) -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(self._name, line, what, remedy))

    def finish(self) -> None:
        """A ContentError with all problems found so far, if any."""
        if self.problems:
            raise ContentError(self.problems)

    def rows(self, prefix: str = "") -> list[Row]:
        """The lines that begin with `prefix`, split into cells; crooked ones are reported."""
        numbered = [
            (number, line)
            for number, line in enumerate(self._lines[1:], start=2)
            if line.startswith(prefix)
        ]
        cells = csv.reader(line for _, line in numbered)
        rows = [(number, row) for (number, _), row in zip(numbered, cells, strict=False)]
        for number, row in rows:
            if len(row) != len(self.header):
                what = f"{len(row)} cells, the header has {len(self.header)}"
                self.report(number, what, "give every column a cell, one record per line")
        return [(number, row) for number, row in rows if len(row) == len(self.header)]

    def cell(self, row: Row, column: str) -> str:
        """The text of one cell."""
        return row[1][self.header.index(column)]

    def number(self, row: Row, column: str) -> float:
        """The number in one cell; 0.0 and a problem if there is none."""
        return self._number(row[0], column, self.cell(row, column))

    def numbers(self, rows: Sequence[Row], columns: Iterable[str]) -> dict[str, tuple[float, ...]]:
        """The numbers of some columns, in the order of the rows."""
        wanted = [(name, self.header.index(name)) for name in columns]
        return {name: self._column(rows, name, index) for name, index in wanted}

    def _column(self, rows: Sequence[Row], name: str, index: int) -> tuple[float, ...]:
        try:
            values = tuple([float(cells[index]) for _, cells in rows])
        except ValueError:
            values = (math.nan,)
        if math.isfinite(sum(values)):
            return values
        return tuple(self._number(line, name, cells[index]) for line, cells in rows)

    def _number(self, line: int, column: str, text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if math.isfinite(value):
            return value
        self.report(line, f"{column} is {text!r}, not a number", "write a finite number")
        return 0.0

    def check_axis(self, rows: Sequence[Row], column: str, axis: Sequence[float]) -> bool:
        """Whether `column` holds exactly these values in this order; the first fault is told."""
        found = self.numbers(rows, [column])[column]
        first_line = rows[0][0] if rows else 1
        for row, value, wanted in zip(rows, found, axis, strict=False):
            if value != wanted:
                what = f"{column} is {value:g} where {wanted:g} belongs"
                self.report(row[0], what, f"list {axis[0]:g} to {axis[-1]:g} in order")
                return False
        if len(found) != len(axis):
            what = f"{len(found)} rows of {column} from here, {len(axis)} belong"
            self.report(first_line, what, f"list {axis[0]:g} to {axis[-1]:g}, one row each")
            return False
        return True

    def check_closed(self, rows: Sequence[Row], columns: dict[str, tuple[float, ...]]) -> bool:
        """Whether every column ends with the value it begins with."""
        open_ones = [name for name, values in columns.items() if values[0] != values[-1]]
        for name in open_ones:
            self.report(rows[-1][0], f"{name} differs from its value at 0 %", _CLOSES)
        return not open_ones
