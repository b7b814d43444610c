"""Printed pages: blocks laid out on A4 or Letter, as large as they fit on the pages allowed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from anatomy_app.paint.page_blocks import Block, Card
from anatomy_app.paint.press import UNIT, Press

MARGIN = 36.0  # points
GUTTER = 16.0  # points between two columns

# (columns, scale, how far cards are shortened): the first that fits is taken.
_TRIES = (
    (1, 1.0, 0), (1, 0.92, 0), (1, 0.86, 0), (2, 0.86, 0), (1, 0.8, 0), (2, 0.8, 0), (2, 0.8, 1),
    (2, 0.74, 0), (2, 0.74, 1), (2, 0.68, 1), (2, 0.64, 1), (2, 0.68, 2), (2, 0.62, 2),
    (2, 0.56, 2), (2, 0.5, 2),
)  # fmt: skip


class Paper(StrEnum):
    """A size of paper."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)


@dataclass(frozen=True)
class Printed:
    """What is printed: `head` across the page, `body` in columns, `foot` at the end.

    It takes at most `pages` pages, unless not even the smallest letters make that possible.
    """

    name: str
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    foot: tuple[Block, ...]
    pages: int = 1


@dataclass(frozen=True)
class Placed:
    """A block at its place on a page, in units."""

    block: Block
    at: QPointF
    width: float
    height: float


@dataclass(frozen=True)
class Laid:
    """Pages of placed blocks at a scale."""

    paper: Paper
    scale: float
    pages: tuple[tuple[Placed, ...], ...]

    def paint(self, painter: QPainter, page: int) -> None:
        """One page; the painter's units are quarters of a point."""
        press = Press(painter, self.scale)
        for placed in self.pages[page]:
            placed.block.put(press, placed.at, placed.width)


def lay_out(printed: Printed, paper: Paper) -> Laid:
    """The pages, with letters as large as fit."""
    for columns, scale, shorter in _TRIES:
        laid = _Layout(paper, scale, columns).pages(printed, shorter)
        if len(laid.pages) <= printed.pages:
            break
    return laid


class _Layout:
    """Puts blocks below one another, in one or two columns, over as many pages as it takes."""

    def __init__(self, paper: Paper, scale: float, columns: int) -> None:
        self._paper, self._scale, self._columns = paper, scale, columns
        self._press = Press(None, scale)
        wide, high = (side * UNIT for side in paper.points)
        self._left = self._top = MARGIN * UNIT
        self._width = wide - 2 * self._left
        self._bottom = high - self._top

    def pages(self, printed: Printed, shorter: int) -> Laid:
        body = tuple(_shortened(block, shorter) for block in printed.body)
        head = [*self._stack(printed.head, self._top)]
        start = _end(head, self._top)
        foot = sum(self._measure(each, self._width) for each in printed.foot)
        pages = self._flow(body, start)
        pages[0] = head + pages[0]
        if _end(pages[-1], start if len(pages) == 1 else self._top) + foot > self._bottom:
            pages.append([])
        pages[-1] += self._stack(printed.foot, self._bottom - foot)
        return Laid(self._paper, self._scale, tuple(map(tuple, pages)))

    def _stack(self, blocks: Iterable[Block], top: float) -> Iterator[Placed]:
        """Blocks over the whole width."""
        for block in blocks:
            high = self._measure(block, self._width)
            yield Placed(block, QPointF(self._left, top), self._width, high)
            top += high

    def _flow(self, blocks: Sequence[Block], start: float) -> list[list[Placed]]:
        """Blocks row by row: two cards that follow each other share a row of two columns."""
        pages: list[list[Placed]] = [[]]
        top = start
        for row in _rows(blocks, self._columns):
            gutter = GUTTER * UNIT * (len(row) > 1 or isinstance(row[0], Card))
            columns = self._columns if isinstance(row[0], Card) else 1
            wide = (self._width - gutter * (columns - 1)) / columns
            high = max(self._measure(block, wide) for block in row)
            if top + high > self._bottom and top > self._top:
                pages.append([])
                top = self._top
            for place, block in enumerate(row):
                at = QPointF(self._left + place * (wide + gutter), top)
                pages[-1].append(Placed(block, at, wide, high))
            top += high
        return pages

    def _measure(self, block: Block, width: float) -> float:
        return block.put(self._press, QPointF(), width)


def _rows(blocks: Sequence[Block], columns: int) -> Iterator[tuple[Block, ...]]:
    """Blocks one to a row; cards as many as there are columns."""
    row: list[Block] = []
    for block in blocks:
        if row and (not isinstance(block, Card) or len(row) == columns):
            yield tuple(row)
            row = []
        if isinstance(block, Card):
            row.append(block)
        else:
            yield (block,)
    if row:
        yield tuple(row)


def _shortened(block: Block, by: int) -> Block:
    return block.shortened(by) if isinstance(block, Card) else block


def _end(placed: Sequence[Placed], start: float) -> float:
    return max((each.at.y() + each.height for each in placed), default=start)
