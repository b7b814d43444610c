"""The viewport: fitting, zooming and moving a drawing in a widget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.geometry import Viewport, around

places = st.floats(-2000, 2000)
viewports = st.builds(Viewport, st.floats(0.05, 50), places, places)


@given(viewports, places, places)
def test_a_pixel_leads_back_to_its_point(viewport: Viewport, x: float, y: float) -> None:
    assert viewport.to_drawing(*viewport.to_pixel(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(viewports, st.tuples(places, places), st.floats(0.1, 10))
def test_zooming_keeps_the_point_under_the_pointer(
    viewport: Viewport, point: tuple[float, float], factor: float
) -> None:
    before = viewport.to_drawing(*point)
    after = viewport.zoomed_at(point, factor)
    assert after.to_drawing(*point) == pytest.approx(before, abs=1e-5)
    assert after.scale == pytest.approx(min(max(viewport.scale * factor, 0.01), 100))


def test_zooming_stops_at_the_largest_scale() -> None:
    assert Viewport(4).zoomed_at((0, 0), 10, largest=8).scale == 8
    assert Viewport(4).zoomed_at((0, 0), 0.01, smallest=2).scale == 2


@given(st.floats(20, 3000), st.floats(20, 3000), st.floats(0, 9))
def test_a_fitted_box_is_centred_and_touches_the_margin(
    width: float, height: float, margin: float
) -> None:
    box = (-350.0, -1735.0, 350.0, 20.0)
    left, top, right, bottom = Viewport.fit(box, width, height, margin=margin).box_to_pixel(box)
    assert (left + right, top + bottom) == pytest.approx((width, height))
    assert min(left, top) == pytest.approx(margin)


def test_a_widget_without_room_still_gives_a_scale() -> None:
    assert Viewport.fit((0, 0, 10, 10), 0, 0, margin=20).scale > 0
    assert Viewport.fit((5, 5, 5, 5), 100, 100).to_pixel(5, 5) == (50, 50)


def test_panning_moves_by_pixels() -> None:
    assert Viewport(2, 1, 1).panned(3, -4).to_pixel(10, 10) == (24, 17)


@given(viewports)
def test_the_corners_of_a_box_of_pixels_lead_back(viewport: Viewport) -> None:
    left, top, right, bottom = viewport.box_to_pixel((1.0, 2.0, 30.0, 40.0))
    assert viewport.to_drawing(left, top) == pytest.approx((1.0, 2.0), abs=1e-6)
    assert viewport.to_drawing(right, bottom) == pytest.approx((30.0, 40.0), abs=1e-6)


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan"), float("inf")])
def test_a_scale_is_a_number_above_zero(scale: float) -> None:
    with pytest.raises(ValueError, match="number above 0"):
        Viewport(scale)


def test_the_box_around_boxes() -> None:
    assert around([(0, 5, 10, 6), (-1, 7, 3, 9)]) == (-1, 5, 10, 9)
    with pytest.raises(ValueError, match="no box"):
        around([])


@given(viewports, viewports)
def test_the_way_to_another_viewport_begins_and_ends_there(one: Viewport, other: Viewport) -> None:
    for part, end in ((0.0, one), (1.0, other)):
        there = one.between(other, part)
        seen, wanted = ((each.scale, each.x, each.y) for each in (there, end))
        assert seen == pytest.approx(wanted, rel=1e-6, abs=1e-5)


@given(st.floats(1, 16), st.floats(1, 16), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_no_outside_is_seen_on_the_way(
    scale: float, other: float, left: float, right: float, part: float
) -> None:
    """Two places inside a drawing one pixel wide: so is every step between them."""
    one = Viewport(scale, left * (1 - scale), 0.0)
    view = one.between(Viewport(other, right * (1 - other), 0.0), part)
    assert view.x <= 1e-9
    assert view.x + view.scale >= 1 - 1e-9
