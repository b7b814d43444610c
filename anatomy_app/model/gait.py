"""A stride: one gait at one speed, with its events, stages, joint angles and ground forces."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from anatomy_app.model.curves import CYCLE
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait_tables import Gait, Motion, Period, StrideRow

__all__ = ["HALF", "Force", "Gait", "Period", "Span", "SpeedBasis", "Stride"]

HALF = CYCLE / 2
"""The left foot does what the right foot did half a stride earlier."""


_DECIMALS = 6


class SpeedBasis(StrEnum):
    """How a stride at a speed is known."""

    MEASURED = "measured"
    INTERPOLATED = "interpolated"
    EXTRAPOLATED = "extrapolated"


@dataclass(frozen=True, slots=True)
class Span:
    """A bar of the timeline, `start` < `end` in percent of the right foot's stride.

    A stage that runs across 100 % gives two spans of the same name.
    """

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Force:
    """Ground force on one foot in body weights; fore-aft is positive forward (propulsion)."""

    vertical_bw: float
    fore_aft_bw: float


@dataclass(frozen=True)
class Stride:
    """One gait at one speed, from right initial contact (0 %) to the next one (100 % = 0 %).

    `row` holds its times and sizes; `n` is how many people it rests on; `stages` are the stages
    of a foot in percent of that foot's own stride, in order. It can be hashed: strides of one
    gait and speed are equal.
    """

    gait: Gait
    speed: float
    basis: SpeedBasis
    n: int | None
    note: str
    borders_note: str
    row: StrideRow
    stages: tuple[Span, ...]
    motion: Motion = field(repr=False, compare=False)

    @property
    def toe_off(self) -> float:
        """The end of stance, in percent of the foot's own stride."""
        return self.row.toe_off

    @property
    def stride_time(self) -> float:
        """Seconds from one contact of a foot to its next."""
        return self.row.stride_time

    @property
    def cadence(self) -> float:
        """Steps per minute, both feet."""
        return self.row.cadence

    @property
    def step_length(self) -> float:
        """Metres from one foot's contact to the other's."""
        return self.row.step_length

    @property
    def contact_time(self) -> float:
        """Seconds that one foot is on the ground."""
        return self.row.contact_time

    def seconds(self, percent: float) -> float:
        """Seconds since right initial contact; 100 % gives the whole stride time."""
        return _checked(percent) / CYCLE * self.stride_time

    def percent(self, side: Side, at: float) -> float:
        """Where the foot of `side` is in its own stride (0 to under 100) at `at` percent."""
        if side is Side.MIDLINE:
            raise ValueError("only the right and the left foot have a stride, not the midline")
        own = _checked(at) + (HALF if side is Side.LEFT else 0.0)
        return exact(own % CYCLE) % CYCLE

    def period_at(self, side: Side, percent: float) -> Period:
        """Whether the foot is in stance or in swing."""
        return Period.STANCE if self.percent(side, percent) < self.toe_off else Period.SWING

    def stage_at(self, side: Side, percent: float) -> str:
        """The id of the foot's stage; a stage begins at its border."""
        own = self.percent(side, percent)
        return self.stages[bisect_right(self._borders(), own) - 1].name

    def stage_starts(self, side: Side = Side.RIGHT) -> tuple[float, ...]:
        """Where the stages of a foot begin, ascending, in percent of the right foot's stride."""
        offset = self.percent(side, 0.0)
        return tuple(sorted(exact((start - offset) % CYCLE) for start in self._borders()))

    def next_stage(self, percent: float, side: Side = Side.RIGHT) -> float:
        """Where the next stage begins; after the last one, the first of the next stride."""
        starts = self.stage_starts(side)
        index = bisect_right(starts, _checked(percent) % CYCLE)
        return starts[index % len(starts)]

    def previous_stage(self, percent: float, side: Side = Side.RIGHT) -> float:
        """Where this stage began, or the one before if `percent` is just there."""
        starts = self.stage_starts(side)
        return starts[bisect_left(starts, _checked(percent) % CYCLE) - 1]

    def floating(self, percent: float) -> bool:
        """Whether neither foot is on the ground."""
        return self._feet_down(percent) == 0

    def double_support(self, percent: float) -> bool:
        """Whether both feet are on the ground: walking only."""
        return self._feet_down(percent) == len((Side.RIGHT, Side.LEFT))

    def spans(self, side: Side) -> tuple[Span, ...]:
        """The stages of one foot as bars over the right foot's stride, in order."""
        return _turned(self.stages, self.percent(side, 0.0))

    def periods(self, side: Side) -> tuple[Span, ...]:
        """Stance and swing of one foot as bars over the right foot's stride, in order."""
        own = (Span(Period.STANCE, 0.0, self.toe_off), Span(Period.SWING, self.toe_off, CYCLE))
        return _turned(own, self.percent(side, 0.0))

    def floats(self) -> tuple[Span, ...]:
        """The two floats of a run, as bars; none in walking."""
        if self.toe_off >= HALF:
            return ()
        left_toe_off = exact(self.toe_off + HALF)
        return Span("float_1", self.toe_off, HALF), Span("float_2", left_toe_off, CYCLE)

    def angles(self, percent: float) -> dict[str, float]:
        """Joint angles (degrees) and heights (`..._m`, metres), by the names of the table."""
        at = _checked(percent)
        return {name: curve.value(at) for name, curve in self.motion.angles.items()}

    def forces(self, percent: float) -> dict[Side, Force]:
        """The ground force on each foot, as measured.

        Smoothing and the contact threshold leave a little force just before contact and just
        after toe-off; far into swing it is zero.
        """
        at, curves = _checked(percent), self.motion.forces
        return {
            side: Force(
                curves[f"{side}_vertical_bw"].value(at), curves[f"{side}_fore_aft_bw"].value(at)
            )
            for side in (Side.RIGHT, Side.LEFT)
        }

    def _borders(self) -> tuple[float, ...]:
        return tuple(stage.start for stage in self.stages)

    def _feet_down(self, percent: float) -> int:
        feet = (Side.RIGHT, Side.LEFT)
        return sum(self.period_at(side, percent) is Period.STANCE for side in feet)


def exact(percent: float) -> float:
    """A percent without rounding noise, so that a border reached by sums equals the border."""
    return round(percent, _DECIMALS)


def _checked(percent: float) -> float:
    if not 0.0 <= percent <= CYCLE:
        raise ValueError(f"{percent:g} is no position in the stride; it goes from 0 to 100 %")
    return percent


@lru_cache(maxsize=32)
def _turned(spans: tuple[Span, ...], offset: float) -> tuple[Span, ...]:
    """Spans of a foot's own stride over the right foot's stride, cut in two at 100 %."""
    bars = []
    for span in spans:
        start, end = exact(span.start - offset), exact(span.end - offset)
        if start < 0.0 < end:
            bars += [Span(span.name, start + CYCLE, CYCLE), Span(span.name, 0.0, end)]
        else:
            lap = CYCLE if end <= 0.0 else 0.0
            bars.append(Span(span.name, start + lap, end + lap))
    return tuple(sorted(bars, key=lambda bar: bar.start))
