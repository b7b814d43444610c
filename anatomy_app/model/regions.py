"""What lies under a point of a drawing, from the surface to the bone: hit testing without Qt.

Outlines become polygons within 0.08 mm when a point first falls into their box; their edges lie in
rows of equal height, so that a test looks at a few edges only. Even-odd fill.
"""

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Self

from anatomy_app.model.drawing import Layer, Outline, Region, Side, Tissue

FLATNESS_MM = 0.08
REACH_MM = 4.0  # how near a pointer must be to a thin structure
TIE_MM = 1e-6  # nearer by less than this is as near: the topmost is met
ROW_MM = 4.0  # height of a row of edges
BAND_MM = 10.0  # height of a band of regions

Edge = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """A region under a point, and the layer it is drawn in."""

    region: Region
    layer: int

    @property
    def structure(self) -> str:
        return self.region.structure

    @property
    def side(self) -> Side:
        return self.region.side

    @property
    def tissue(self) -> Tissue:
        return self.region.tissue


class HitMap:
    """All layers of one view; each is loaded and prepared when it is first asked about."""

    __slots__ = ("_bands", "_layers")

    def __init__(self, layers: Mapping[int, Callable[[], Layer]]) -> None:
        self._layers = dict(sorted(layers.items()))
        self._bands: dict[int, Mapping[int, list[_Shape]]] = {}

    @classmethod
    def of(cls, layers: Iterable[Layer]) -> Self:
        """The hit map of layers that are there already."""
        return cls({layer.number: partial(_same, layer) for layer in layers})

    def at(self, x: float, y: float, layer: int = 1, within: float = 0.0) -> tuple[Hit, ...]:
        """Everything under a point in mm: the shown layer from top to bottom, then the deeper ones.

        Each structure of each side comes once, where it is met first. `within` is as in `top` and
        counts for the shown layer only.
        """
        hits: dict[tuple[str, Side], Hit] = {}
        first = self.top(x, y, layer, within=within)
        if first:
            hits[first.structure, first.side] = first
        for number in self._layers:
            if number < layer:
                continue
            for shape in self._band(number, y):
                boxed = shape.left <= x <= shape.right and shape.key not in hits
                if boxed and shape.contains(x, y):
                    hits[shape.key] = Hit(shape.region, number)
        return tuple(hits.values())

    def top(self, x: float, y: float, layer: int = 1, within: float = 0.0) -> Hit | None:
        """The region seen at a point in mm, in that layer; None beside the tissues.

        `within` (mm) makes thin things easy to meet: a region less than `within` wide is met as if
        it were that wide, and where there is none, the nearest region no farther than `within`.
        """
        shapes = self._band(layer, y)
        boxed = (shape for shape in shapes if shape.left <= x <= shape.right)
        found = next((shape for shape in boxed if shape.contains(x, y)), None)
        if within > 0 and (found is None or found.width >= within):
            found = self._near(x, y, layer, within, found) or found
        return Hit(found.region, layer) if found else None

    def prepare(self, layer: int) -> None:
        """Do all of a layer's work now, not at the first questions."""
        for shapes in self._layer_bands(layer).values():
            for shape in shapes:
                shape.prepare()

    def _near(
        self, x: float, y: float, layer: int, within: float, found: "_Shape | None"
    ) -> "_Shape | None":
        """The nearest region that may be met from beside it."""
        best: _Shape | None = None
        least = within
        for shape in self._close(x, y, layer, within):
            reach = least if found is None else min(least, (within - shape.width) / 2)
            away = shape.distance(x, y, reach) if reach > 0 and shape is not found else math.inf
            if away < reach - TIE_MM:
                best, least = shape, away
        return best

    def _close(self, x: float, y: float, layer: int, within: float) -> "list[_Shape]":
        """Regions whose box is within reach, each once, topmost first."""
        bands = self._layer_bands(layer)
        left, top, right, bottom = x - within, y - within, x + within, y + within
        first, last = int(top // BAND_MM), int(bottom // BAND_MM)
        return [
            shape
            for band in range(first, last + 1)
            for shape in bands.get(band, ())
            if shape.left <= right and left <= shape.right
            and shape.top <= bottom and top <= shape.bottom
            and (band == first or shape.top // BAND_MM == band)
        ]  # fmt: skip

    def _band(self, layer: int, y: float) -> "list[_Shape]":
        return self._layer_bands(layer).get(int(y // BAND_MM), [])

    def _layer_bands(self, number: int) -> "Mapping[int, list[_Shape]]":
        bands = self._bands.get(number)
        if bands is None:
            load = self._layers.get(number)
            bands = self._bands[number] = _bands(load().regions if load else ())
        return bands


def _same(layer: Layer) -> Layer:
    return layer


def _bands(regions: Iterable[Region]) -> "Mapping[int, list[_Shape]]":
    """The regions of a layer by the bands they cross, topmost first."""
    bands: dict[int, list[_Shape]] = {}
    for region in sorted(regions, key=lambda each: -each.depth):
        shape = _Shape(region)
        for band in range(int(shape.top // BAND_MM), int(shape.bottom // BAND_MM) + 1):
            bands.setdefault(band, []).append(shape)
    return bands


class _Shape:
    """A region with its edges in rows; the edges are made when first needed."""

    __slots__ = ("_rows", "_width", "bottom", "key", "left", "region", "right", "top")

    def __init__(self, region: Region) -> None:
        self.region, self.key = region, (region.structure, region.side)
        self.left, self.top, self.right, self.bottom = region.box
        self._rows: dict[int, list[Edge]] | None = None
        self._width = 0.0

    @property
    def width(self) -> float:
        """Mean width in mm: twice the area by the length of the edge, as of a strip."""
        self.prepare()
        return self._width

    def prepare(self) -> "dict[int, list[Edge]]":
        if self._rows is None:
            edges = [edge for loop in polygons(self.region.outline) for edge in _edges(loop)]
            self._rows = _rows(edges)
            length = sum(math.hypot(u - x, v - y) for x, y, u, v in edges)
            area = abs(sum(x * v - u * y for x, y, u, v in edges)) / 2
            self._width = 2 * area / length if length else 0.0
        return self._rows

    def contains(self, x: float, y: float) -> bool:
        if not (self.left <= x <= self.right and self.top <= y <= self.bottom):
            return False
        inside = False
        for x0, y0, x1, y1 in self.prepare().get(int(y // ROW_MM), ()):
            if (y1 > y) != (y0 > y) and x < (x0 - x1) * (y - y1) / (y0 - y1) + x1:
                inside = not inside
        return inside

    def distance(self, x: float, y: float, within: float) -> float:
        """Distance to the outline in mm, 0 inside; infinite beyond `within`."""
        if self.contains(x, y):
            return 0.0
        rows, least = self.prepare(), math.inf
        left, right = x - within, x + within
        for row in range(int((y - within) // ROW_MM), int((y + within) // ROW_MM) + 1):
            for edge in rows.get(row, ()):
                x0, _, x1, _ = edge
                if (x0 >= left or x1 >= left) and (x0 <= right or x1 <= right):
                    least = min(least, _distance(edge, x, y))
        return least if least <= within else math.inf


def _rows(edges: Iterable[Edge]) -> "dict[int, list[Edge]]":
    """The edges by the rows they cross."""
    rows: dict[int, list[Edge]] = {}
    for edge in edges:
        first, last = int(edge[1] // ROW_MM), int(edge[3] // ROW_MM)
        if first == last:
            rows.setdefault(first, []).append(edge)
        else:
            for row in range(min(first, last), max(first, last) + 1):
                rows.setdefault(row, []).append(edge)
    return rows


def _edges(polygon: list[float]) -> Iterator[Edge]:
    """The sides of a polygon, the last one back to its start."""
    xs, ys = polygon[0::2], polygon[1::2]
    return zip(xs, ys, [*xs[1:], xs[0]], [*ys[1:], ys[0]], strict=True)


def _distance(edge: Edge, x: float, y: float) -> float:
    """Distance from a point to an edge."""
    x0, y0, x1, y1 = edge
    dx, dy = x1 - x0, y1 - y0
    squared = dx * dx + dy * dy
    along = ((x - x0) * dx + (y - y0) * dy) / squared if squared else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.hypot(x0 + along * dx - x, y0 + along * dy - y)


def polygons(outline: Outline) -> list[list[float]]:
    """The outline's loops as polygons `x0, y0, x1, y1, ...`, within 0.08 mm of the curves."""
    return [_flat(loop) for loop in outline.loops]


def _flat(loop: "array[float]") -> list[float]:
    """One loop as a polygon, each curve in as many equal steps as its bend needs.

    The chord of a step of length h leaves a curve by at most h^2 |B''| / 8, and |B''| is at most
    six times the larger second difference of the control points.
    """
    values = loop.tolist()
    x0, y0 = values[0], values[1]
    points = [x0, y0]
    for i in range(2, len(values) - 5, 6):
        x1, y1, x2, y2, x3, y3 = values[i : i + 6]
        bend = max(
            abs(x0 - 2 * x1 + x2) + abs(y0 - 2 * y1 + y2),
            abs(x1 - 2 * x2 + x3) + abs(y1 - 2 * y2 + y3),
        )
        steps = math.ceil(math.sqrt(0.75 * bend / FLATNESS_MM))
        for k in range(1, steps):
            t = k / steps
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            points.append(a * x0 + b * x1 + c * x2 + d * x3)
            points.append(a * y0 + b * y1 + c * y2 + d * y3)
        points.append(x3)
        points.append(y3)
        x0, y0 = x3, y3
    return points
