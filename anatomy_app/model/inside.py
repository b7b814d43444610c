"""A point well inside a region: where its name points to, and where its sign stands."""

from collections.abc import Iterator, Sequence
from math import ceil

from anatomy_app.model.drawing import Outline
from anatomy_app.model.regions import polygons

FINE = 48  # columns in which the widest stretch of a region is looked for
MIDDLE = tuple((row, 20) for row in (6, 8, 10, 12, 14))  # parts of the height, and of how many
EVERYWHERE = tuple((row, 40) for row in range(1, 40))

Polygon = Sequence[float]  # x0, y0, x1, y1, ...
Box = tuple[float, float, float, float]  # left, top, width, height


def inner_point(outline: Outline, box: Box) -> tuple[float, float]:
    """The middle of the widest stretch in the middle half of the height, else of any height."""
    loops = polygons(outline)
    left, top, width, height = box
    for rows in (MIDDLE, EVERYWHERE):
        found = max(_widest(loops, left, width, top + height * row / of) for row, of in rows)
        if found[0]:
            return found[1:]
    return left + width / 2, top + height / 2


def _widest(
    loops: Sequence[Polygon], left: float, width: float, y: float
) -> tuple[float, float, float]:
    """Width, middle and height of the widest stretch of a row; nothing: zeros."""

    def across(column: int) -> float:
        return left + width * (column + 0.5) / FINE

    stretches = _columns(_crossings(loops, y), left, width / FINE)
    ends = ((across(first), across(last)) for first, last in stretches)
    found = ((end - start + width / FINE, (start + end) / 2, y) for start, end in ends)
    return max(found, default=(0.0, 0.0, 0.0))


def _columns(crossings: Sequence[float], left: float, column: float) -> Iterator[tuple[int, int]]:
    """First and last column of each stretch inside; a gap between two columns is none."""
    open_: tuple[int, int] | None = None
    for enter, leave in zip(crossings[0::2], crossings[1::2], strict=False):
        first, last = (ceil((x - left) / column - 0.5) for x in (enter, leave))
        if first >= last:
            continue
        if open_ and first <= open_[1] + 1:
            first = open_[0]
        elif open_:
            yield open_
        open_ = first, last - 1
    if open_:
        yield open_


def _crossings(loops: Sequence[Polygon], y: float) -> list[float]:
    """Where a row crosses the outline, from left to right: in, out, in, out."""
    found = []
    for loop in loops:
        x0, y0 = loop[-2], loop[-1]
        above = y0 > y
        for x1, y1 in zip(loop[0::2], loop[1::2], strict=True):
            if (y1 > y) is not above:
                above = not above
                found.append(x0 + (y - y0) * (x1 - x0) / (y1 - y0))
            x0, y0 = x1, y1
    return sorted(found)
