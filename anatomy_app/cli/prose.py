"""Text for a terminal: headings, aligned fields, tables and paragraphs, wrapped to its width."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence

NARROWEST, WIDEST = 40, 100
INDENT, GAP = 2, 2


class Page:
    """Text that grows block by block; empty values leave no trace."""

    def __init__(self, width: int | None = None) -> None:
        columns = width or shutil.get_terminal_size().columns
        self._width = min(max(columns, NARROWEST), WIDEST)
        self._lines: list[str] = []

    def text(self) -> str:
        """Everything so far."""
        return "\n".join(self._lines)

    def title(self, name: str, under: str = "") -> None:
        """The name of the thing, and a line under it."""
        self.paragraph(name, indent=0)
        self.paragraph(under, indent=0)

    def section(self, name: str) -> None:
        """A heading after an empty line."""
        self._lines.append("")
        self.paragraph(name, indent=0)

    def paragraph(self, text: str, indent: int = INDENT) -> None:
        """Running text."""
        self._wrap(text, " " * indent, " " * indent)

    def bullets(self, items: Iterable[str]) -> None:
        """One item to a line."""
        for item in items:
            self._wrap(item, " " * INDENT + "- ", " " * (INDENT + 2))

    def fields(self, rows: Iterable[tuple[str, str]]) -> None:
        """Labels and their texts in two columns; a row without text is left out."""
        kept = [(label, text) for label, text in rows if text]
        if not kept:
            return
        column = min(max(len(label) for label, _ in kept), self._width // 2) + GAP
        for label, text in kept:
            first = " " * INDENT + label.ljust(column)
            self._wrap(text, first, " " * (INDENT + column))

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows of equal length in aligned columns; the last one wraps."""
        if not rows:
            return
        widths = [max(map(len, column)) + GAP for column in zip(*rows, strict=True)][:-1]
        for row in rows:
            first = "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
            # Columns that leave the last one no room stand on a line of their own.
            if len(first) > self._width * 0.7:
                self._wrap(first.rstrip(), " " * INDENT, " " * (2 * INDENT))
                first = ""
            self._wrap(row[-1], " " * INDENT + first, " " * (INDENT + len(first)))

    def _wrap(self, text: str, first: str, later: str) -> None:
        if text.strip():
            self._lines += textwrap.wrap(
                text,
                self._width,
                initial_indent=first,
                subsequent_indent=later,
                break_long_words=False,
                break_on_hyphens=False,
            )
        elif first.strip():
            self._lines.append(first.rstrip())
