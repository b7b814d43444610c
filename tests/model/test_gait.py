"""Strides: events, stages, angles and forces at any known speed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app import resources
from anatomy_app.content.gait import load_gait
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait, Period, SpeedBasis, Stride
from anatomy_app.model.strides import known_speeds, spread_at, stride_at, usual_speed

TABLES = load_gait(resources.data() / "gait")
FEET = (Side.RIGHT, Side.LEFT)

speeds = st.floats(2.0, 5.0)
percents = st.floats(0.0, 100.0).map(lambda percent: round(percent, 6))
feet = st.sampled_from(FEET)
strides = st.one_of(
    speeds.map(lambda speed: stride_at(TABLES, Gait.RUNNING, speed)),
    st.sampled_from([stride_at(TABLES, Gait.WALKING), stride_at(TABLES, Gait.SPRINTING)]),
)


def running(speed: float) -> Stride:
    return stride_at(TABLES, Gait.RUNNING, speed)


# borders: the table of stage borders at each speed, right foot


@pytest.mark.parametrize(
    ("speed", "borders"),
    [
        (2.0, (2.9, 14.7, 21.5, 38.1, 59.4, 79.7)),
        (2.5, (2.8, 13.8, 20.3, 36.0, 58.0, 79.0)),
        (3.0, (2.6, 12.9, 19.0, 33.6, 56.5, 78.2)),
        (3.5, (2.4, 12.2, 17.9, 31.8, 55.3, 77.6)),
        (4.0, (2.3, 11.7, 17.2, 30.5, 54.4, 77.2)),
        (4.5, (2.3, 11.4, 16.8, 29.7, 53.9, 77.0)),
        (5.0, (2.2, 11.0, 16.1, 28.6, 53.2, 76.6)),
    ],
)
def test_stages_follow_the_toe_off_of_the_speed(speed: float, borders: tuple[float, ...]) -> None:
    stages = running(speed).stages
    assert [stage.end for stage in stages[:-1]] == pytest.approx(borders, abs=0.06)
    assert stages[-1].end == 100.0


def test_a_sprint_has_the_fractions_of_the_sprint_columns() -> None:
    ends = [round(stage.end, 1) for stage in stride_at(TABLES, Gait.SPRINTING).stages]
    assert ends == [2.1, 9.5, 12.7, 25.3, 49.9, 75.4, 100.0]


def test_walking_says_that_its_stages_are_borrowed_from_running() -> None:
    walking = stride_at(TABLES, Gait.WALKING)
    assert walking.toe_off == 66.2
    assert walking.stages[3].end == 66.2
    assert "stages are those of running" in walking.borders_note
    assert "computed from the toe-off" in running(3.0).borders_note


# speeds and how they are known


@pytest.mark.parametrize(
    ("speed", "basis"),
    [
        (2.0, SpeedBasis.EXTRAPOLATED),
        (2.49, SpeedBasis.EXTRAPOLATED),
        (2.5, SpeedBasis.MEASURED),
        (2.51, SpeedBasis.INTERPOLATED),
        (3.0, SpeedBasis.INTERPOLATED),
        (3.5, SpeedBasis.MEASURED),
        (4.2, SpeedBasis.INTERPOLATED),
        (4.5, SpeedBasis.MEASURED),
        (4.51, SpeedBasis.EXTRAPOLATED),
        (5.0, SpeedBasis.EXTRAPOLATED),
    ],
)
def test_only_three_running_speeds_are_measured(speed: float, basis: SpeedBasis) -> None:
    stride = running(speed)
    assert stride.basis is basis
    assert stride.n == 26
    assert str(basis)[:10] in stride.note


@pytest.mark.parametrize("gait", [Gait.WALKING, Gait.SPRINTING])
def test_walking_and_sprinting_are_one_persons_stride(gait: Gait) -> None:
    stride = stride_at(TABLES, gait)
    assert (stride.basis, stride.n) == (SpeedBasis.MEASURED, 1)
    assert "One stride of one" in stride.note


@pytest.mark.parametrize(
    ("gait", "speed", "sentence"),
    [
        (Gait.RUNNING, 1.99, "running is known from 2.0 to 5.0 m/s, not at 1.99 m/s"),
        (Gait.RUNNING, 5.01, "running is known from 2.0 to 5.0 m/s"),
        (Gait.RUNNING, float("nan"), "running is known from 2.0 to 5.0 m/s"),
        (Gait.WALKING, 1.4, "walking is known at 1.26 m/s only, not at 1.4 m/s"),
        (Gait.SPRINTING, 3.0, "sprinting is known at 9.5 m/s only"),
    ],
)
def test_an_unknown_speed_is_refused_with_what_is_known(
    gait: Gait, speed: float, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        stride_at(TABLES, gait, speed)


def test_without_a_speed_the_usual_one_is_shown() -> None:
    assert [usual_speed(TABLES, gait) for gait in Gait] == [3.0, 1.26, 9.5]
    assert stride_at(TABLES, Gait.WALKING).speed == 1.26
    assert known_speeds(TABLES, Gait.RUNNING) == (2.0, 5.0)


def test_a_speed_of_the_table_has_the_figures_of_the_table() -> None:
    stride = running(3.0)
    assert (stride.toe_off, stride.stride_time, stride.cadence) == (33.6, 0.725, 165.6)
    assert (stride.step_length, stride.contact_time) == (1.09, 0.244)
    assert stride.angles(14)["knee_flexion_r"] == TABLES.motion[Gait.RUNNING, 3.0].angles[
        "knee_flexion_r"
    ].value(14)


def test_a_slider_that_is_off_by_noise_still_gives_the_measured_speed() -> None:
    assert running(3.5 + 1e-9).basis is SpeedBasis.MEASURED


@given(st.floats(2.0, 4.99))
def test_faster_running_has_an_earlier_toe_off_and_a_quicker_stride(speed: float) -> None:
    slower, faster = running(speed), running(speed + 0.01)
    assert 0.0 < slower.toe_off - faster.toe_off < 0.1
    assert 0.0 < slower.stride_time - faster.stride_time < 0.001


@pytest.mark.parametrize("grid", [2.5, 3.0, 3.5, 4.0, 4.5])
def test_curves_run_smoothly_through_the_speeds_of_the_table(grid: float) -> None:
    before, at, after = running(grid - 0.001), running(grid), running(grid + 0.001)
    for percent in range(0, 100, 7):
        exact = at.angles(percent)
        for near in (before.angles(percent), after.angles(percent)):
            assert near == pytest.approx(exact, abs=0.2)


@given(speeds, percents)
def test_between_two_speeds_left_is_still_right_half_a_stride_later(
    speed: float, percent: float
) -> None:
    stride = running(speed)
    now, then = stride.angles(percent), stride.angles((percent + 50.0) % 100.0)
    for joint in ("hip_flexion", "knee_flexion", "ankle_dorsiflexion"):
        assert now[f"{joint}_l"] == pytest.approx(then[f"{joint}_r"], abs=0.6)


# positions


@given(strides, percents)
def test_left_is_half_a_stride_after_right(stride: Stride, percent: float) -> None:
    assert stride.percent(Side.RIGHT, percent) == pytest.approx(percent % 100.0, abs=1e-6)
    left = stride.percent(Side.LEFT, percent)
    assert (left - percent - 50.0 + 1.0) % 100.0 == pytest.approx(1.0, abs=1e-5)
    assert 0.0 <= left < 100.0


@given(strides)
def test_the_end_of_the_stride_is_its_beginning(stride: Stride) -> None:
    assert stride.stage_at(Side.RIGHT, 100.0) == stride.stage_at(Side.RIGHT, 0.0)
    assert stride.angles(100.0) == stride.angles(0.0)
    assert stride.forces(100.0) == stride.forces(0.0)


@pytest.mark.parametrize("percent", [-0.001, 100.001, float("nan"), float("inf")])
def test_a_percent_outside_the_stride_is_refused(percent: float) -> None:
    stride = running(3.0)
    for ask in (stride.angles, stride.forces, stride.floating, stride.seconds):
        with pytest.raises(ValueError, match="from 0 to 100 %"):
            ask(percent)


def test_the_midline_has_no_stride() -> None:
    with pytest.raises(ValueError, match="not the midline"):
        running(3.0).period_at(Side.MIDLINE, 10)


# stages


@given(strides, percents, feet)
def test_a_stage_belongs_to_the_period_of_its_foot(
    stride: Stride, percent: float, side: Side
) -> None:
    of_stance = {"initial_contact", "absorption", "midstance", "propulsion"}
    in_stance = stride.period_at(side, percent) is Period.STANCE
    assert (stride.stage_at(side, percent) in of_stance) == in_stance


@given(strides, feet)
def test_every_border_starts_its_own_stage(stride: Stride, side: Side) -> None:
    names = [stride.stage_at(side, start) for start in stride.stage_starts(side)]
    assert len(set(names)) == 7
    for span in stride.spans(side):
        assert stride.stage_at(side, span.start) == span.name


@given(strides, percents, feet)
def test_spans_tile_the_stride_and_agree_with_the_stage(
    stride: Stride, percent: float, side: Side
) -> None:
    spans = stride.spans(side)
    assert (spans[0].start, spans[-1].end) == (0.0, 100.0)
    assert all(a.end == b.start for a, b in pairwise(spans))
    here = [one.name for one in spans if one.start + 1e-5 < percent < one.end - 1e-5]
    assert here in ([], [stride.stage_at(side, percent)])


@given(strides, feet)
def test_the_bar_of_stance_is_as_long_as_toe_off_says(stride: Stride, side: Side) -> None:
    bars = [bar for bar in stride.periods(side) if bar.name == Period.STANCE]
    assert sum(bar.end - bar.start for bar in bars) == pytest.approx(stride.toe_off)


@given(strides, percents, feet)
def test_next_stage_goes_on_and_previous_goes_back(
    stride: Stride, percent: float, side: Side
) -> None:
    starts = stride.stage_starts(side)
    following, before = stride.next_stage(percent, side), stride.previous_stage(percent, side)
    assert {following, before} <= set(starts)
    at = percent % 100.0
    assert following == min((s for s in starts if s > at), default=starts[0])
    assert before == max((s for s in starts if s < at), default=starts[-1])


def test_seven_steps_of_next_stage_lead_around() -> None:
    stride, at = running(3.0), 0.0
    seen = []
    for _ in range(7):
        at = stride.next_stage(at)
        seen.append(stride.stage_at(Side.RIGHT, at))
    assert seen == [stage.name for stage in (*stride.stages[1:], stride.stages[0])]


# float and double support


@pytest.mark.parametrize(
    ("percent", "floating"),
    [(14, False), (33.5, False), (33.6, True), (49.9, True), (50, False), (83.6, True), (99, True)],
)
def test_running_floats_twice(percent: float, floating: bool) -> None:
    assert running(3.0).floating(percent) is floating


@given(strides, percents)
def test_float_and_double_support_never_meet(stride: Stride, percent: float) -> None:
    assert not (stride.floating(percent) and stride.double_support(percent))
    bars = [bar for bar in stride.floats() if bar.start <= percent < bar.end]
    assert bool(bars) == stride.floating(percent)
    if stride.gait is Gait.WALKING:
        assert not stride.floating(percent)
    else:
        assert not stride.double_support(percent)


def test_walking_has_both_feet_down_around_each_contact() -> None:
    walking = stride_at(TABLES, Gait.WALKING)
    both = [percent for percent in range(100) if walking.double_support(percent)]
    assert both == [*range(17), *range(50, 67)]
    assert walking.floats() == ()


# time and force


def test_seconds_run_to_the_stride_time() -> None:
    stride = running(3.0)
    assert stride.seconds(0.0) == 0.0
    assert stride.seconds(stride.toe_off) == pytest.approx(stride.contact_time, abs=0.001)
    assert stride.seconds(100.0) == stride.stride_time


@given(strides)
def test_over_a_stride_the_ground_carries_one_body_weight(stride: Stride) -> None:
    total = sum(force.vertical_bw for at in range(100) for force in stride.forces(at).values())
    assert total / 100 == pytest.approx(1.0, abs=0.03)


def test_only_the_foot_on_the_ground_pushes() -> None:
    forces = running(3.0).forces(14)
    assert forces[Side.RIGHT].vertical_bw > 2.0
    assert forces[Side.RIGHT].fore_aft_bw < 0.0  # braking
    assert forces[Side.LEFT].vertical_bw == 0.0
    assert running(3.0).forces(25)[Side.RIGHT].fore_aft_bw > 0.0  # propulsion


def test_strides_of_one_speed_are_equal_and_can_be_kept_by_key() -> None:
    assert {running(3.1): "kept"}[running(3.1)] == "kept"
    assert running(3.1) != running(3.2)
    assert "motion" not in repr(running(3.1))


# the spread between people


@pytest.mark.parametrize(("gait", "speed"), [
    (Gait.RUNNING, 2.0), (Gait.RUNNING, 2.4), (Gait.RUNNING, 5.0), (Gait.WALKING, None),
    (Gait.SPRINTING, None),
])  # fmt: skip
def test_beyond_the_measured_speeds_and_for_one_person_there_is_no_spread(
    gait: Gait, speed: float | None
) -> None:
    assert spread_at(TABLES, stride_at(TABLES, gait, speed)) is None


def test_at_a_measured_speed_the_spread_is_the_measured_one() -> None:
    stride = stride_at(TABLES, Gait.RUNNING, 3.5)
    assert spread_at(TABLES, stride) is TABLES.spread[Gait.RUNNING, 3.5]


@given(st.floats(2.5, 4.5))
def test_between_measured_speeds_the_spread_lies_between_theirs(speed: float) -> None:
    stride = stride_at(TABLES, Gait.RUNNING, speed)
    found = spread_at(TABLES, stride)
    assert found is not None
    for name, curve in found.angles.items():
        known = [each.angles[name].samples for each in TABLES.spread.values()]
        assert min(map(min, known)) - 1e-9 <= min(curve.samples)
        assert max(curve.samples) <= max(map(max, known)) + 1e-9
