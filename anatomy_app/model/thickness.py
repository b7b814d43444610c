"""How thick a drawn outline is, and where it is thickest."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anatomy_app.model.drawing import Region
from anatomy_app.model.regions import polygons

LINES = 24  # rows, and columns, in whose widest stretch a middle is looked for

Line = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Thick:
    """Where a region is thickest, in mm, and the diameter in mm of the circle that fits there."""

    x: float
    y: float
    across: float


def thickest(region: Region) -> Thick:
    """Where a region is thickest, within a twelfth of its height or width."""
    loops = polygons(region.outline)
    edges = [edge for loop in loops for edge in _edges(loop)]
    left, top, right, bottom = region.box
    middles = [(x, y) for y in _lines(top, bottom) for x in _middle(edges, y)]
    turned = [(y, x, v, u) for x, y, u, v in edges]
    middles += [(x, y) for x in _lines(left, right) for y in _middle(turned, x)]
    found = [Thick(x, y, 2 * _distance(edges, x, y)) for x, y in middles]
    return max(found, key=_across, default=Thick((left + right) / 2, (top + bottom) / 2, 0.0))


def _across(thick: Thick) -> float:
    return thick.across


def _lines(start: float, end: float) -> Iterator[float]:
    return (start + (end - start) * (i + 0.5) / LINES for i in range(LINES))


def _middle(edges: Sequence[Line], y: float) -> list[float]:
    """The middle of the widest stretch inside the outline at that height; none: empty."""
    cuts = sorted(x + (u - x) * (y - t) / (v - t) for x, t, u, v in edges if (t > y) != (v > y))
    stretches = [(b - a, (a + b) / 2) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return [max(stretches)[1]] if stretches else []


def _edges(polygon: Sequence[float]) -> Iterator[Line]:
    xs, ys = polygon[0::2], polygon[1::2]
    return zip(xs, ys, [*xs[1:], xs[0]], [*ys[1:], ys[0]], strict=True)


def _distance(edges: Sequence[Line], x: float, y: float) -> float:
    """From a point to the nearest edge."""
    return math.sqrt(min(_squared(edge, x, y) for edge in edges))


def _squared(edge: Line, x: float, y: float) -> float:
    x0, y0, x1, y1 = edge
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    along = ((x - x0) * dx + (y - y0) * dy) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    away_x, away_y = x0 + along * dx - x, y0 + along * dy - y
    return away_x * away_x + away_y * away_y
