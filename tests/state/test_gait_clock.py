"""The one scrubber: where the stride stands, what it shows, and how it plays."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait, Stride
from anatomy_app.state.gait_clock import RATES, GaitClock

LIBRARY = Library()
percents = st.floats(-1000, 1000, allow_nan=False)


@pytest.fixture
def clock() -> GaitClock:
    return GaitClock(LIBRARY.stride)


class Ear:
    """Notes everything that a clock tells."""

    def __init__(self, clock: GaitClock) -> None:
        self.moved: list[float] = []
        self.strides: list[Stride] = []
        self.playing: list[bool] = []
        self.rates: list[float] = []
        clock.moved.connect(lambda percent: self.moved.append(percent))
        clock.stride_changed.connect(lambda stride: self.strides.append(stride))
        clock.playing_changed.connect(lambda playing: self.playing.append(playing))
        clock.rate_changed.connect(lambda rate: self.rates.append(rate))

    @property
    def all(self) -> tuple[list[float], list[Stride], list[bool], list[float]]:
        """What was told, by signal."""
        return self.moved, self.strides, self.playing, self.rates


def circle(a: float, b: float) -> float:
    """How far two percents lie apart on the closed stride."""
    apart = abs(a - b) % 100
    return min(apart, 100 - apart)


def test_it_begins_at_contact_in_an_easy_run_standing_still(clock: GaitClock) -> None:
    assert (clock.percent, clock.playing) == (0.0, False)
    assert (clock.stride.gait, clock.stride.speed) == (Gait.RUNNING, 3.0)
    assert clock.rate in RATES


@pytest.mark.parametrize(("wanted", "stands"), [(14, 14), (100, 0), (214.5, 14.5), (-1, 99)])
def test_going_beyond_an_end_wraps(clock: GaitClock, wanted: float, stands: float) -> None:
    clock.go_to(50)
    ear = Ear(clock)
    clock.go_to(wanted)
    assert clock.percent == stands
    assert ear.moved == [stands]


def test_going_where_it_stands_is_silent(clock: GaitClock) -> None:
    clock.go_to(14)
    ear = Ear(clock)
    clock.go_to(14)
    clock.go_to(114)
    assert ear.moved == []


@given(percents)
def test_wherever_it_goes_it_stands_within_the_stride(percent: float) -> None:
    clock = GaitClock(LIBRARY.stride)
    clock.go_to(percent)
    assert 0 <= clock.percent < 100
    assert circle(clock.percent, percent) < 1e-9


def test_a_hair_before_contact_is_contact(clock: GaitClock) -> None:
    clock.go_to(-1e-17)
    assert clock.percent == 0.0


@given(percents, st.sampled_from([-10, -1, 1, 10]))
def test_a_step_lands_on_a_whole_percent_near_the_one_meant(start: float, step: int) -> None:
    clock = GaitClock(LIBRARY.stride)
    clock.go_to(start)
    before = clock.percent
    clock.step(step)
    assert clock.percent == int(clock.percent)
    assert circle(clock.percent, before + step) <= 0.5


def test_the_stage_keys_walk_through_all_stages_and_around(clock: GaitClock) -> None:
    starts = clock.stride.stage_starts(Side.RIGHT)
    ear = Ear(clock)
    for _ in starts:
        clock.next_stage()
    assert ear.moved == [*starts[1:], starts[0]]
    ear.moved.clear()
    for _ in starts:
        clock.previous_stage()
    assert ear.moved == [*reversed(starts[1:]), starts[0]]


def test_the_previous_stage_is_first_the_start_of_this_one(clock: GaitClock) -> None:
    starts = clock.stride.stage_starts(Side.RIGHT)
    clock.go_to(starts[2] + 1)
    clock.previous_stage()
    assert clock.percent == starts[2]
    clock.previous_stage()
    assert clock.percent == starts[1]


@pytest.mark.parametrize("rate", RATES)
def test_playing_passes_a_part_of_real_time(clock: GaitClock, rate: float) -> None:
    clock.set_rate(rate)
    clock.play()
    ear = Ear(clock)
    clock.advance(0.1)
    assert clock.percent == pytest.approx(0.1 * rate / clock.stride.stride_time * 100)
    assert ear.moved == [clock.percent]


def test_a_whole_stride_of_real_time_comes_round_to_the_same_instant(clock: GaitClock) -> None:
    clock.set_rate(1.0)
    clock.go_to(30)
    clock.play()
    clock.advance(clock.stride.stride_time)
    assert circle(clock.percent, 30) < 1e-9
    clock.advance(clock.stride.stride_time * 0.8)
    assert circle(clock.percent, 10) < 1e-9


def test_a_faster_gait_passes_its_stride_sooner(clock: GaitClock) -> None:
    clock.play()
    clock.advance(0.1)
    running = clock.percent
    clock.set_gait(Gait.WALKING)
    clock.go_to(0)
    clock.advance(0.1)
    assert 0 < clock.percent < running


@pytest.mark.parametrize("seconds", [0.0, -1.0])
def test_time_never_runs_back(clock: GaitClock, seconds: float) -> None:
    clock.play()
    ear = Ear(clock)
    clock.advance(seconds)
    assert ear.moved == []


def test_no_time_passes_unless_it_plays(clock: GaitClock) -> None:
    ear = Ear(clock)
    clock.advance(1.0)
    clock.play()
    clock.pause()
    clock.advance(1.0)
    assert ear.moved == []


@settings(max_examples=60)
@given(
    start=st.floats(0, 99.9),
    pieces=st.lists(st.floats(0.001, 0.05), min_size=1, max_size=40),
    rate=st.sampled_from(RATES),
    stops=st.booleans(),
)
def test_many_small_steps_are_one_large_one(
    start: float, pieces: list[float], rate: float, stops: bool
) -> None:
    small, large = GaitClock(LIBRARY.stride), GaitClock(LIBRARY.stride)
    for clock in (small, large):
        clock.pauses_at_stages = stops
        clock.set_rate(rate)
        clock.go_to(start)
        clock.play()
    for piece in pieces:
        small.advance(piece)
    large.advance(math.fsum(pieces))
    assert circle(small.percent, large.percent) < 1e-6


def test_it_pauses_at_every_border_of_a_stage_if_asked_to(clock: GaitClock) -> None:
    clock.pauses_at_stages = True
    ear = Ear(clock)
    starts = clock.stride.stage_starts(Side.RIGHT)
    for border in (*starts[1:], starts[0]):
        clock.play()
        clock.advance(10.0)
        assert clock.percent == border
        assert not clock.playing
    assert ear.playing == [True, False] * len(starts)


def test_before_the_border_it_plays_on(clock: GaitClock) -> None:
    clock.pauses_at_stages = True
    clock.play()
    ear = Ear(clock)
    border = clock.stride.next_stage(0)
    seconds = border / 100 * clock.stride.stride_time / clock.rate
    clock.advance(seconds * 0.9)
    assert ear.playing == []
    assert 0 < clock.percent < border
    clock.advance(seconds * 0.2)
    assert ear.playing == [False]
    assert clock.percent == border


def test_playing_is_told_when_it_changes(clock: GaitClock) -> None:
    ear = Ear(clock)
    for act in (clock.pause, clock.play, clock.play, clock.toggle, clock.toggle, clock.pause):
        act()
    assert ear.playing == [True, False, True, False]


def test_a_rate_is_told_once(clock: GaitClock) -> None:
    clock.set_rate(1.0)
    ear = Ear(clock)
    clock.set_rate(0.1)
    clock.set_rate(0.1)
    assert ear.rates == [0.1]
    assert clock.rate == 0.1


def test_another_gait_is_told_once_and_the_instant_stays(clock: GaitClock) -> None:
    clock.go_to(14)
    ear = Ear(clock)
    clock.set_gait(Gait.WALKING)
    clock.set_gait(Gait.WALKING)
    assert [stride.gait for stride in ear.strides] == [Gait.WALKING]
    assert clock.stride is ear.strides[0]
    assert ear.moved == []
    assert clock.percent == 14


def test_another_speed_of_the_same_gait_is_another_stride(clock: GaitClock) -> None:
    ear = Ear(clock)
    clock.set_gait(Gait.RUNNING, 3.7)
    clock.set_gait(Gait.RUNNING, 3.0)
    clock.set_gait(Gait.RUNNING)
    assert [stride.speed for stride in ear.strides] == [3.7, 3.0]


def out_of_data() -> list[tuple[Gait, float]]:
    return [(Gait.RUNNING, 99.0), (Gait.WALKING, 0.01), (Gait.SPRINTING, 1.0)] + [
        (gait, math.nan) for gait in Gait
    ]


@pytest.mark.parametrize(("gait", "speed"), out_of_data())
def test_a_speed_that_nobody_measured_changes_nothing(
    clock: GaitClock, gait: Gait, speed: float
) -> None:
    clock.go_to(14)
    clock.play()
    stride, ear = clock.stride, Ear(clock)
    with pytest.raises(ValueError, match=f"{gait} is known"):
        clock.set_gait(gait, speed)
    assert clock.stride is stride
    assert (clock.percent, clock.playing) == (14, True)
    assert ear.all == ([], [], [], [])


@pytest.mark.parametrize("gait", Gait)
def test_every_gait_plays_through_its_whole_stride(clock: GaitClock, gait: Gait) -> None:
    clock.set_gait(gait)
    clock.set_rate(1.0)
    clock.play()
    stages = set()
    for _ in range(200):
        clock.advance(clock.stride.stride_time / 200)
        stages.add(clock.stride.stage_at(Side.RIGHT, clock.percent))
    assert stages == {span.name for span in clock.stride.stages}


# looping a part of the stride


def looped(clock: GaitClock, start: float, end: float) -> None:
    clock.set_loop(start, end)
    clock.set_rate(1.0)
    clock.play()


@given(
    start=st.floats(0, 99.9), length=st.floats(1.5, 98), at=st.floats(0, 99.9),
    seconds=st.lists(st.floats(0.001, 2), min_size=1, max_size=20),
)  # fmt: skip
@settings(max_examples=60)
def test_wherever_it_stood_it_plays_within_its_loop(
    start: float, length: float, at: float, seconds: list[float]
) -> None:
    clock = GaitClock(LIBRARY.stride)
    clock.go_to(at)
    looped(clock, start, start + length)
    for piece in seconds:
        clock.advance(piece)
        assert (clock.percent - start) % 100 <= length + 1e-6 or circle(clock.percent, start) < 1e-6


def test_a_loop_comes_round_to_its_start(clock: GaitClock) -> None:
    clock.go_to(20)
    looped(clock, 10, 30)
    clock.advance(clock.stride.stride_time * 0.15)
    assert clock.percent == pytest.approx(15)


def test_a_loop_across_contact_goes_through_it(clock: GaitClock) -> None:
    clock.go_to(95)
    looped(clock, 90, 10)
    clock.advance(clock.stride.stride_time * 0.1)
    assert circle(clock.percent, 5) < 1e-9
    clock.advance(clock.stride.stride_time * 0.1)
    assert circle(clock.percent, 95) < 1e-9


def test_a_loop_is_told_once_and_less_than_a_percent_is_none(clock: GaitClock) -> None:
    told: list[object] = []
    clock.loop_changed.connect(told.append)
    clock.set_loop(10, 30)
    clock.set_loop(10, 30)
    clock.set_loop(40, 40.5)
    clock.clear_loop()
    assert told == [(10, 30), None]


def test_the_stage_under_the_cursor_is_looped(clock: GaitClock) -> None:
    for span in clock.stride.spans(Side.RIGHT):
        clock.go_to((span.start + span.end) / 2)
        clock.loop_stage()
        assert clock.loop == (span.start, span.end % 100)


def test_start_and_end_are_set_where_it_stands(clock: GaitClock) -> None:
    clock.go_to(20)
    clock.loop_from_here()
    assert clock.loop == (20, 0)
    clock.go_to(50)
    clock.loop_to_here()
    assert clock.loop == (20, 50)
    clock.clear_loop()
    clock.loop_to_here()
    assert clock.loop == (0, 50)


def test_a_loop_of_one_stage_pauses_at_its_end_and_plays_on(clock: GaitClock) -> None:
    starts = clock.stride.stage_starts(Side.RIGHT)
    clock.pauses_at_stages = True
    clock.go_to(starts[1])
    clock.loop_stage()
    for _ in range(2):
        clock.play()
        clock.advance(10.0)
        assert (clock.percent, clock.playing) == (starts[2], False)
