"""Curves over the stride."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.curves import Band, Curve, PhasedCurve, Warp, blend, mean_of

heights = st.floats(-100.0, 100.0)
anywhere = st.floats(-1000.0, 1000.0)
toe_offs = st.floats(20.0, 48.0)


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    once = draw(st.lists(heights, min_size=100, max_size=100))
    return Curve((*once, once[0]))


@st.composite
def uneven_curves(draw: st.DrawFn) -> Curve:
    """Samples halfway between whole numbers: none of them lies on a whole threshold."""
    once = draw(st.lists(st.integers(-4, 3), min_size=100, max_size=100))
    samples = [sample + 0.5 for sample in once]
    return Curve((*samples, samples[0]))


def ramp() -> Curve:
    """Rises 1 per percent up to 50 %, then falls back."""
    return Curve(tuple(50.0 - abs(50.0 - at) for at in range(101)))


def test_between_samples_the_value_is_on_the_straight_line() -> None:
    assert ramp().value(10.25) == 10.25
    assert ramp().value(100.0) == 0.0


@given(curves(), anywhere, st.integers(-3, 3))
def test_a_curve_repeats_every_stride(curve: Curve, percent: float, laps: int) -> None:
    again = curve.value(percent + 100.0 * laps)
    assert again == pytest.approx(curve.value(percent), abs=1e-6)


@given(curves(), anywhere)
def test_a_value_lies_between_its_neighbours(curve: Curve, percent: float) -> None:
    index = int(percent % 100.0) % 100
    around = curve.samples[index], curve.samples[index + 1]
    assert min(around) - 1e-9 <= curve.value(percent) <= max(around) + 1e-9


def test_a_tiny_step_before_contact_is_contact() -> None:
    assert ramp().value(-1e-20) == 0.0


@pytest.mark.parametrize(
    ("samples", "why"),
    [
        ((0.0,) * 100, "101 samples"),
        ((0.0, *(1.0,) * 100), "closes"),
        ((0.0, math.nan, *(0.0,) * 99), "finite"),
    ],
)
def test_what_is_no_closed_stride_is_no_curve(samples: tuple[float, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Curve(samples)


def test_the_peak_is_the_first_largest_sample() -> None:
    assert ramp().peak == 50
    assert Curve((1.0, *(0.0,) * 99, 1.0)).peak == 0


def test_a_burst_is_one_window() -> None:
    assert ramp().above(40.0) == ((40.0, 60.0),)


def test_a_burst_across_contact_is_one_window_that_wraps() -> None:
    assert ramp().later(50).above(40.0) == ((90.0, 10.0),)


def test_two_bursts_are_two_windows() -> None:
    first = ramp()
    both = Curve(tuple(max(first.value(at), first.value(at + 50)) for at in range(101)))
    assert both.above(45.0) == ((45.0, 55.0), (95.0, 5.0))


def test_always_and_never_above() -> None:
    assert ramp().above(-1.0) == ((0.0, 100.0),)
    assert ramp().above(50.0) == ()


@given(uneven_curves(), st.integers(-3, 3))
def test_windows_hold_all_that_is_above_and_nothing_else(curve: Curve, threshold: float) -> None:
    windows = curve.above(threshold)
    for at in range(100):
        inside = any((at - a) % 100 < ((b - a) % 100 or 100) for a, b in windows)
        assert inside == (curve.value(at) > threshold)


@given(curves(), st.integers(0, 100), st.integers(0, 99))
def test_later_moves_every_value(curve: Curve, by: int, at: int) -> None:
    assert curve.later(by).value(at + by) == curve.value(at)


def test_the_mean_of_curves_is_taken_sample_by_sample() -> None:
    flat = Curve((10.0,) * 101)
    assert mean_of([ramp(), flat]).value(20) == 15.0
    assert mean_of([flat]) is flat


def test_a_band_lies_one_deviation_to_each_side() -> None:
    band = Band(ramp(), Curve((2.0,) * 101))
    assert (band.low(30), band.high(30)) == (28.0, 32.0)


def test_clamped_values_stay_between_the_limits() -> None:
    held = Curve((1.5, *(-0.5,) * 99, 1.5)).clamped()
    assert (held.value(0), held.value(50)) == (1.0, 0.0)


@given(toe_offs, toe_offs)
def test_retiming_brings_toe_off_to_toe_off(source: float, target: float) -> None:
    warp = Warp((0.0, source, 50.0, 100.0), (0.0, target, 50.0, 100.0))
    assert warp.to_source(target) == pytest.approx(source)
    assert warp.to_source(0.0) == 0.0
    assert warp.to_source(100.0) == 100.0


@given(toe_offs, toe_offs, st.floats(0, 100), st.floats(0, 100))
def test_retiming_keeps_the_order(source: float, target: float, a: float, b: float) -> None:
    warp = Warp((0.0, source, 50.0, 100.0), (0.0, target, 50.0, 100.0))
    first, second = sorted((a, b))
    assert warp.to_source(first) <= warp.to_source(second)


def retimed(curve: Curve, warp: Warp) -> Curve:
    placed = curve, warp.positions()
    return blend(placed, placed, 0.0)


@given(curves(), toe_offs)
def test_the_same_timing_changes_nothing(curve: Curve, toe_off: float) -> None:
    events = (0.0, toe_off, 100.0)
    same = retimed(curve, Warp(events, events)).samples
    assert same == pytest.approx(curve.samples, abs=1e-9)


def test_a_retimed_peak_moves_with_its_event() -> None:
    moved = retimed(ramp(), Warp((0.0, 50.0, 100.0), (0.0, 30.0, 100.0)))
    assert moved.peak == 30
    assert moved.value(15) == 25.0


@pytest.mark.parametrize("events", [(0.0, 60.0, 40.0, 100.0), (5.0, 100.0), (0.0, 99.0)])
def test_events_must_ascend_over_the_whole_stride(events: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="ascend from 0 to 100"):
        Warp(events, events)


def test_both_timings_need_the_same_events() -> None:
    with pytest.raises(ValueError, match="same events"):
        Warp((0.0, 100.0), (0.0, 40.0, 100.0))


def test_a_blend_lies_between_its_two_curves() -> None:
    same = Warp((0.0, 100.0), (0.0, 100.0)).positions()
    mixed = blend((ramp(), same), (Curve((10.0,) * 101), same), 0.25)
    assert mixed.value(50) == 40.0


def phased() -> PhasedCurve:
    """0 to 1 through stance, then 1 to 2 through swing."""
    return PhasedCurve(tuple((index + 0.5) / 100 for index in range(200)))


@given(st.floats(15.0, 85.0))
def test_a_phased_curve_reaches_its_own_toe_off_at_any_toe_off(toe_off: float) -> None:
    curve = phased().at_toe_off(toe_off)
    for percent in range(1, 100):
        if percent < toe_off:
            expected = percent / toe_off
        else:
            expected = 1 + (percent - toe_off) / (100 - toe_off)
        if 0.005 < expected < 1.995:  # the ends wrap into each other
            assert curve.value(percent) == pytest.approx(expected)


def test_a_phased_curve_wraps_from_swing_into_stance() -> None:
    assert phased().at_toe_off(40.0).value(0) == pytest.approx(1.0)  # halfway from 1.995 to 0.005


@pytest.mark.parametrize("toe_off", [0.0, 100.0, -3.0])
def test_a_phased_curve_needs_stance_and_swing(toe_off: float) -> None:
    with pytest.raises(ValueError, match="toe-off lies between"):
        phased().at_toe_off(toe_off)


@pytest.mark.parametrize("samples", [(0.0,) * 199, (math.inf,) * 200])
def test_a_phased_curve_has_two_hundred_finite_samples(samples: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="samples"):
        PhasedCurve(samples)
