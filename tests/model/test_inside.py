"""A point well inside a region: in its widest part, never outside."""

from array import array
from dataclasses import replace

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Outline, View
from anatomy_app.model.inside import inner_point
from anatomy_app.model.regions import HitMap


def outline(*loops: list[tuple[float, float]]) -> Outline:
    """Loops of straight lines, each line a curve whose handles lie on it."""
    made = []
    for points in loops:
        values = [*points[0]]
        for start, end in zip(points, [*points[1:], points[0]], strict=True):
            values += [*start, *end, *end]
        made.append(array("f", values))
    return Outline(tuple(made))


def test_the_middle_of_a_square() -> None:
    square = outline([(0, 0), (10, 0), (10, 10), (0, 10)])
    x, y = inner_point(square, (0, 0, 10, 10))
    assert x == pytest.approx(5.0)
    assert 3 <= y <= 7


def test_the_wider_leg_of_two_and_not_the_hole_between() -> None:
    legs = outline([(0, 0), (2, 0), (2, 10), (0, 10)], [(4, 0), (10, 0), (10, 10), (4, 10)])
    x, _ = inner_point(legs, (0, 0, 10, 10))
    assert x == pytest.approx(7.0, abs=0.2)


def test_a_hole_is_outside() -> None:
    ring = outline([(0, 0), (12, 0), (12, 10), (0, 10)], [(1, 1), (1, 9), (7, 9), (7, 1)])
    x, _ = inner_point(ring, (0, 0, 12, 10))
    assert x == pytest.approx(9.5, abs=0.2)


def test_a_thing_that_is_only_high_up() -> None:
    """Nothing of it lies in the middle half of its box: the box holds something else, too."""
    high = outline([(0, 0), (4, 0), (4, 1), (0, 1)])
    x, y = inner_point(high, (0, 0, 4, 20))
    assert (x, y) == (pytest.approx(2.0), pytest.approx(0.5))


def test_the_point_of_every_drawn_region_is_met_there() -> None:
    layer = Library().layer(View.FRONT, 1)
    for region in layer.regions:
        left, top, right, bottom = region.box
        x, y = inner_point(region.outline, (left, top, right - left, bottom - top))
        assert HitMap.of([replace(layer, regions=(region,))]).top(x, y), region.structure
