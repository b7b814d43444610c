"""Another body shape from the same drawing: what moves, what stays, and what cannot tear."""

import math
from array import array
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.drawing import Layer, Mark, Outline, Region, Side, Tissue, View
from anatomy_app.model.proportions.field import field_of
from anatomy_app.model.proportions.figures import (
    Column,
    Gap,
    Plane,
    Profile,
    Proportions,
    Seam,
    assumptions,
)
from anatomy_app.model.proportions.warp import warped
from anatomy_app.model.regions import HitMap

ratios = st.floats(0.85, 1.15)
heights = st.lists(st.integers(0, 170), min_size=2, max_size=6, unique=True)


def flat(value: float) -> Profile:
    return Profile(((0.0, value),))


def column(ratio: Profile, *, axis: float = 0.0, moved: float = 0.0, rise: float = 0.0) -> Column:
    return Column(flat(axis), flat(moved), ratio, flat(rise))


def shape(plane: Plane) -> Proportions:
    return Proportions("other", ("Measured on nobody.",), ((View.FRONT, plane),))


def line(*points: tuple[float, float]) -> "array[float]":
    """A loop of straight sides as cubics."""
    values = [*points[0]]
    for (x, y), (u, v) in pairwise(points):
        for t in (1 / 3, 2 / 3, 1.0):
            values += [x + (u - x) * t, y + (v - y) * t]
    return array("f", values)


def square(left: float, top: float, size: float) -> Outline:
    right, bottom = left + size, top + size
    corners = (left, top), (right, top), (right, bottom), (left, bottom), (left, top)
    return Outline((line(*corners),))


def drawing(*regions: Region) -> Layer:
    mark = Mark("fibre", square(30, -630, 20), False, 0.5, 0.7, "soleus")
    return Layer(
        View.FRONT, 2, (-300.0, -1700.0, 300.0, 20.0), square(-100, -700, 200), regions,
        (mark,), (replace(mark, role="skin-fill"),), (replace(mark, role="skin-light"),),
    )  # fmt: skip


def region(name: str, left: float, top: float, size: float, depth: int = 0) -> Region:
    box = (left, top, left + size, top + size)
    return Region(name, Side.LEFT, Tissue.MUSCLE, depth, square(left, top, size), box)


@given(heights, st.data())
def test_a_profile_meets_its_knots_and_stays_between_them(
    at: list[int], data: st.DataObject
) -> None:
    knots = tuple((10.0 * h, data.draw(ratios)) for h in sorted(at))
    profile = Profile(knots)
    for (low, start), (high, end) in pairwise(knots):
        assert profile.at(low) == pytest.approx(start)
        for step in range(11):
            value = profile.at(low + (high - low) * step / 10)
            assert min(start, end) - 1e-9 <= value <= max(start, end) + 1e-9
    assert profile.at(-500) == knots[0][1]
    assert profile.at(5000) == knots[-1][1]


def test_a_profile_has_no_corner_at_a_knot() -> None:
    profile = Profile(((0.0, 1.0), (100.0, 1.02), (120.0, 1.1), (300.0, 1.0)))
    for knot in (0.0, 100.0, 120.0, 300.0):
        before = profile.at(knot) - profile.at(knot - 1e-4)
        after = profile.at(knot + 1e-4) - profile.at(knot)
        assert after == pytest.approx(before, abs=1e-8)


@pytest.mark.parametrize("knots", [(), ((1.0, 1.0), (1.0, 2.0)), ((1.0, math.nan),)])
def test_a_profile_needs_ascending_finite_knots(knots: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match="profile"):
        Profile(knots)


def test_everything_drawn_becomes_broader() -> None:
    layer = drawing(region("soleus", 10, -650, 50))
    new = warped(layer, shape(Plane(column(flat(1.1)))))
    assert new.body.loops[0][0] == pytest.approx(-110)
    assert new.regions[0].box == pytest.approx((11, -650, 66, -600), abs=0.01)
    for marks in (new.marks, new.skin, new.under):
        assert list(marks[0].outline.loops[0][:2]) == pytest.approx([33, -630])


def test_names_order_and_paint_stay() -> None:
    layer = drawing(region("soleus", 10, -650, 50, 3), region("plantaris", 20, -640, 5, 1))
    new = warped(layer, shape(Plane(column(flat(0.9), rise=5.0))))
    assert [(r.structure, r.side, r.tissue, r.depth) for r in new.regions] == [
        ("soleus", Side.LEFT, Tissue.MUSCLE, 3),
        ("plantaris", Side.LEFT, Tissue.MUSCLE, 1),
    ]
    assert replace(new.marks[0], outline=layer.marks[0].outline) == layer.marks[0]
    assert (new.view, new.number, new.box) == (layer.view, layer.number, layer.box)
    assert new.body.loops[0].typecode == "f"


def test_a_view_without_figures_stays_as_it_is_drawn() -> None:
    layer = replace(drawing(), view=View.SOLE)
    assert warped(layer, shape(Plane(column(flat(1.1))))) is layer


def test_an_unchanged_shape_changes_nothing() -> None:
    same = column(flat(1.0), axis=80.0)
    gap = Gap(flat(120.0), flat(160.0))
    plane = Plane(same, (same, Seam(500, 700)), (same, Seam(1400, 1500)), (same, gap), flat(30.0))
    layer = drawing(region("soleus", 10, -650, 50))
    new = warped(layer, shape(plane))
    assert list(new.body.loops[0]) == pytest.approx(list(layer.body.loops[0]), abs=1e-4)
    assert new.regions[0].box == layer.regions[0].box


@given(ratios, ratios, st.floats(-8, 8), st.floats(-250, 250), st.floats(0, 1700))
def test_left_mirrors_right(
    trunk: float, arm: float, moved: float, across: float, height: float
) -> None:
    gap = Gap(flat(120.0), flat(180.0))
    limb = column(flat(arm), axis=200.0, moved=moved)
    field = field_of(Plane(column(flat(trunk)), arm=(limb, gap), paired=True))
    right, left = field.move(-across, -height), field.move(across, -height)
    assert left[0] == pytest.approx(-right[0], abs=1e-9)
    assert left[1] == pytest.approx(right[1], abs=1e-9)


def test_an_arm_scales_about_its_own_axis() -> None:
    limb = column(flat(0.9), axis=200.0, moved=-10.0)
    gap = Gap(flat(120.0), flat(160.0))
    field = field_of(Plane(column(flat(1.1)), arm=(limb, gap), paired=True))
    assert field.move(200, -900)[0] == pytest.approx(190)
    assert field.move(230, -900)[0] == pytest.approx(217)
    assert field.move(100, -900)[0] == pytest.approx(110)


def test_a_long_curve_follows_the_bend_of_the_body() -> None:
    waist = Profile(((300.0, 1.1), (500.0, 0.9), (700.0, 1.1)))
    layer = replace(drawing(), body=Outline((line((100, -700), (100, -300)),)))
    plane = Plane(column(waist))
    loop = warped(layer, shape(plane)).body.loops[0]
    assert len(loop) > len(layer.body.loops[0])
    assert min(loop[0::6]) == pytest.approx(90, abs=0.3)


def test_an_even_change_cuts_no_curve() -> None:
    layer = drawing(region("soleus", 10, -650, 50))
    new = warped(layer, shape(Plane(column(flat(1.1)))))
    assert len(new.body.loops[0]) == len(layer.body.loops[0])


@given(st.floats(-95, 95), st.floats(-695, -505))
def test_what_lay_under_a_point_lies_under_the_moved_point(x: float, y: float) -> None:
    waist = Profile(((450.0, 1.1), (600.0, 0.9), (750.0, 1.1)))
    layer = drawing(region("soleus", -50, -660, 100), region("gastrocnemius", -20, -640, 60, 1))
    plane = Plane(column(waist))
    edge = min(abs(x + 50), abs(x - 50), abs(y + 660), abs(y + 560), abs(x + 20), abs(x - 40))
    if min(edge, abs(y + 640), abs(y + 580)) < 0.5:
        return
    before = HitMap.of([layer]).at(x, y, 2)
    after = HitMap.of([warped(layer, shape(plane))]).at(*field_of(plane).move(x, y), 2)
    assert [hit.structure for hit in after] == [hit.structure for hit in before]


def test_a_shape_says_how_it_is_known() -> None:
    assert assumptions(shape(Plane(column(flat(1.0))))) == ("Measured on nobody.",)
