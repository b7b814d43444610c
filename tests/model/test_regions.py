"""Hit testing: what is met under a point, in which order, and beside thin things."""

import math
from array import array
from collections.abc import Iterable
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from anatomy_app import resources
from anatomy_app.content.plates import layers, load_layer
from anatomy_app.model.drawing import Layer, Outline, Region, Side, Tissue, View
from anatomy_app.model.regions import Hit, HitMap, polygons

BODY = Outline((array("f", [0, 0]),))


def box_loop(left: float, top: float, right: float, bottom: float) -> "array[float]":
    """A rectangle as a loop of straight cubics."""
    corners = [(right, top), (right, bottom), (left, bottom), (left, top)]
    x, y = left, top
    values = [x, y]
    for u, v in corners:
        values += [x, y, u, v, u, v]
        x, y = u, v
    return array("f", values)


def region(
    name: str, depth: int, *boxes: tuple[float, float, float, float], side: Side = Side.RIGHT
) -> Region:
    """A muscle made of rectangles, even-odd."""
    outline = Outline(tuple(box_loop(*box) for box in boxes))
    return Region(name, side, Tissue.MUSCLE, depth, outline, boxes[0])


def leg(number: int, *regions: Region) -> Layer:
    return Layer(View.BACK, number, (0, 0, 200, 200), BODY, regions)


GASTROCNEMIUS = region("gastrocnemius_medial", 5, (10, 10, 60, 60))
SOLEUS = region("soleus", 2, (10, 10, 60, 90))
PLANTARIS = region("plantaris", 3, (30, 62, 31, 88))
TIBIALIS = region("tibialis_posterior", 1, (20, 20, 50, 80))
LEG = HitMap.of(
    [leg(1, SOLEUS, GASTROCNEMIUS, PLANTARIS), leg(2, SOLEUS), leg(3, TIBIALIS, SOLEUS)]
)


def names(hits: Iterable[Hit]) -> list[tuple[str, int]]:
    return [(hit.structure, hit.layer) for hit in hits]


def test_the_topmost_region_is_seen() -> None:
    hit = LEG.top(30, 30)
    assert hit is not None
    assert (hit.structure, hit.side, hit.tissue) == (
        "gastrocnemius_medial", Side.RIGHT, Tissue.MUSCLE,
    )  # fmt: skip
    assert LEG.top(150, 150) is None


def test_drilling_goes_from_the_surface_to_the_bone_and_names_each_once() -> None:
    assert names(LEG.at(30, 30)) == [
        ("gastrocnemius_medial", 1), ("soleus", 1), ("tibialis_posterior", 3),
    ]  # fmt: skip
    assert names(LEG.at(30, 30, 3)) == [("soleus", 3), ("tibialis_posterior", 3)]
    assert LEG.at(150, 150) == ()


def test_left_and_right_of_a_structure_count_as_two() -> None:
    both = leg(1, SOLEUS, region("soleus", 9, (10, 10, 60, 60), side=Side.LEFT))
    assert [hit.side for hit in HitMap.of([both]).at(20, 20)] == [Side.LEFT, Side.RIGHT]


def test_a_hole_is_not_the_region() -> None:
    ring = HitMap.of([leg(1, region("ring", 0, (10, 10, 60, 60), (20, 20, 50, 50)))])
    assert ring.top(15, 15)
    assert ring.top(30, 30) is None


def test_beside_everything_the_nearest_region_within_reach_is_met() -> None:
    assert LEG.top(62, 30) is None
    assert names(LEG.at(62, 30, 1, 3)) == [("gastrocnemius_medial", 1)]
    assert LEG.top(64, 30, within=3) is None


def test_a_thin_region_is_met_as_if_it_were_as_wide_as_the_reach() -> None:
    assert names(LEG.at(32, 75))[0] == ("soleus", 1)
    assert names(LEG.at(32, 75, 1, 4))[:2] == [("plantaris", 1), ("soleus", 1)]
    assert names(LEG.at(33, 75, 1, 4))[0] == ("soleus", 1)
    hit = LEG.top(30.5, 75, within=4)
    assert hit
    assert hit.structure == "plantaris"


def test_a_layer_is_loaded_when_it_is_first_asked_about() -> None:
    asked = []

    def load(number: int) -> Layer:
        asked.append(number)
        return leg(number, SOLEUS)

    hits = HitMap({n: partial(load, n) for n in (1, 2, 3)})
    assert asked == []
    hits.top(30, 30, 2)
    hits.top(30, 40, 2)
    assert asked == [2]
    hits.at(30, 30, 2)
    assert asked == [2, 3]


def test_a_layer_that_is_not_there_is_empty() -> None:
    assert LEG.top(30, 30, 9) is None
    assert LEG.at(30, 30, 9) == ()


coordinates = st.floats(0, 100, width=32)
curves = st.lists(st.tuples(*[coordinates] * 6), min_size=1, max_size=8)


@given(coordinates, coordinates, curves)
def test_polygons_stay_within_a_tenth_of_a_millimetre_of_the_curves(
    x: float, y: float, drawn: list[tuple[float, ...]]
) -> None:
    loop = array("f", [x, y, *(value for curve in drawn for value in curve)])
    (polygon,) = polygons(Outline((loop,)))
    points = list(zip(polygon[0::2], polygon[1::2], strict=True))
    for i in range(2, len(loop), 6):
        px = [loop[i - 2], *loop[i : i + 6 : 2]]
        py = [loop[i - 1], *loop[i + 1 : i + 6 : 2]]
        for t in (0.1, 0.25, 0.5, 0.8):
            weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3]
            at = tuple(sum(w * v for w, v in zip(weights, p, strict=True)) for p in (px, py))
            assert from_line(points, at) < 0.1


def from_line(points: list[tuple[float, float]], at: tuple[float, ...]) -> float:
    """Distance from a point to a line through points."""
    least = math.dist(points[0], at)
    for (x0, y0), (x1, y1) in pairwise(points):
        dx, dy = x1 - x0, y1 - y0
        squared = dx * dx + dy * dy
        along = ((at[0] - x0) * dx + (at[1] - y0) * dy) / squared if squared else 0
        along = min(max(along, 0), 1)
        least = min(least, math.dist((x0 + along * dx, y0 + along * dy), at))
    return least


def painter_path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for loop in outline.loops:
        path.moveTo(loop[0], loop[1])
        for i in range(2, len(loop), 6):
            path.cubicTo(*loop[i : i + 6])
        path.closeSubpath()
    return path


SVG = resources.drawings()
SHIPPED = [
    load_layer(View.BACK, n, svg_folder=SVG, plates_folder=SVG.parent / "plates")
    for n in range(1, layers(View.BACK) + 1)
]
SHIPPED_MAP = HitMap.of(SHIPPED)
PATHS = [
    (layer, region, painter_path(region.outline)) for layer in SHIPPED for region in layer.regions
]


def around(x: float, y: float) -> QRectF:
    """A square of 0.2 mm: an edge that is nearer than that passes through it."""
    return QRectF(x - 0.1, y - 0.1, 0.2, 0.2)


@settings(max_examples=150, deadline=None)
@given(st.floats(-330, 330), st.floats(-1720, 0))
def test_the_shipped_regions_are_met_where_qt_would_paint_them(x: float, y: float) -> None:
    met = {(hit.structure, hit.side) for hit in SHIPPED_MAP.at(x, y)}
    sure, maybe = set(), set()
    for _, each, path in PATHS:
        left, top, right, bottom = each.box
        if not (left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1):
            continue
        inside = path.contains(QPointF(x, y))
        near = path.intersects(around(x, y)) and not path.contains(around(x, y))
        key = (each.structure, each.side)
        if inside and not near:
            sure.add(key)
        if inside or near:
            maybe.add(key)
    assert sure <= met <= maybe


@pytest.mark.parametrize("layer", [1, 2, 3, 4])
def test_preparing_a_layer_changes_no_answer(layer: int) -> None:
    fresh = HitMap.of(SHIPPED)
    fresh.prepare(layer)
    points = [(x, y) for x in range(-300, 301, 60) for y in range(-1700, 0, 90)]
    assert [fresh.top(*p, layer) for p in points] == [SHIPPED_MAP.top(*p, layer) for p in points]
