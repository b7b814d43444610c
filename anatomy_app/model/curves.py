"""Curves over the stride: periodic values, their spread, and moving them to another timing."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

CYCLE = 100.0
"""The length of a stride, in percent."""

SAMPLES = 101
"""Samples of a curve: 0, 1 ... 100 % inclusive; the last repeats the first."""

PHASE_SAMPLES = 100
"""Samples of one phase (stance or swing) of a phased curve."""

Position = tuple[int, float]
"""Where to read a row of samples: an index, and how far towards the next one (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A value over the stride, sampled at 0, 1 ... 100 %; the last sample equals the first.

    A ValueError if there are not 101 finite samples or the curve does not close.
    """

    samples: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.samples) != SAMPLES:
            raise ValueError(f"a curve has {SAMPLES} samples, not {len(self.samples)}")
        if not math.isfinite(sum(self.samples)):
            raise ValueError("a curve has finite samples only")
        if self.samples[0] != self.samples[-1]:
            raise ValueError("a curve closes: its value at 100 % is that at 0 %")

    def value(self, percent: float) -> float:
        """The value at any percent, linear between samples; the curve repeats every 100 %."""
        at = percent % CYCLE
        index = int(at)
        if index >= SAMPLES - 1:  # a tiny negative percent rounds up to a whole stride
            return self.samples[0]
        left = self.samples[index]
        return left + (self.samples[index + 1] - left) * (at - index)

    @property
    def peak(self) -> int:
        """The percent (0 to 99) of the largest sample, the first if there are several."""
        return self.samples.index(max(self.samples)) % (SAMPLES - 1)

    def above(self, threshold: float) -> tuple[tuple[float, float], ...]:
        """The windows (from, to) in percent where the value is over the threshold.

        A window across 100 % has from > to; from = to leaves out just that instant. Always above:
        ((0, 100),); never: empty.
        """
        crossings = self._crossings(threshold)
        if not crossings:
            return ((0.0, CYCLE),) if min(self.samples) > threshold else ()
        if not crossings[0][1]:  # the stride begins above: its window began before 100 %
            crossings = [*crossings[1:], crossings[0]]
        rises, falls = crossings[::2], crossings[1::2]
        return tuple((start, end) for (start, _), (end, _) in zip(rises, falls, strict=True))

    def _crossings(self, threshold: float) -> list[tuple[float, bool]]:
        """Where the curve crosses the threshold, in order, and whether upwards; they alternate."""
        found = []
        for index in range(SAMPLES - 1):
            left, right = self.samples[index], self.samples[index + 1]
            if (left <= threshold) != (right <= threshold):
                share = (threshold - left) / (right - left)
                found.append((index + share, left <= threshold))
        return found

    def later(self, percent: int) -> "Curve":
        """The same curve a whole number of percent later; 50 turns right into left."""
        shift = -percent % (SAMPLES - 1)
        once = self.samples[:-1]
        turned = once[shift:] + once[:shift]
        return Curve((*turned, turned[0]))

    def clamped(self, low: float = 0.0, high: float = 1.0) -> "Curve":
        """The curve with every sample held between two limits."""
        if low <= min(self.samples) and max(self.samples) <= high:
            return self
        return Curve(tuple(min(max(sample, low), high) for sample in self.samples))


Placed = tuple[Curve, tuple[Position, ...]]
"""A curve and where to read its 101 values."""


def mean_of(curves: Sequence[Curve]) -> Curve:
    """The mean of one or more curves, sample by sample."""
    if len(curves) == 1:
        return curves[0]
    rows = zip(*(curve.samples for curve in curves), strict=True)
    return Curve(tuple(sum(row) / len(curves) for row in rows))


@dataclass(frozen=True, slots=True)
class Band:
    """A mean curve and its standard deviation, both in the same unit."""

    mean: Curve
    sd: Curve

    def low(self, percent: float) -> float:
        """One standard deviation below the mean."""
        return self.mean.value(percent) - self.sd.value(percent)

    def high(self, percent: float) -> float:
        """One standard deviation above the mean."""
        return self.mean.value(percent) + self.sd.value(percent)


@dataclass(frozen=True, slots=True)
class Warp:
    """Moves curves from one timing to another so that the same events fall together.

    `source` and `target` are the percents of the same events in both timings, ascending, from 0
    to 100; between two events time is stretched evenly. A ValueError otherwise.
    """

    source: tuple[float, ...]
    target: tuple[float, ...]

    def __post_init__(self) -> None:
        for events in (self.source, self.target):
            rising = all(a < b for a, b in pairwise(events))
            if not rising or events[0] != 0.0 or events[-1] != CYCLE:
                raise ValueError(f"events ascend from 0 to 100 %: {events}")
        if len(self.source) != len(self.target):
            raise ValueError("both timings have the same events")

    def to_source(self, percent: float) -> float:
        """The percent in the source timing of a percent (0 to 100) in the target timing."""
        last = len(self.target) - 2
        index = min(bisect_right(self.target, percent) - 1, last)
        start, end = self.target[index], self.target[index + 1]
        share = (percent - start) / (end - start)
        return self.source[index] + share * (self.source[index + 1] - self.source[index])

    def positions(self) -> tuple[Position, ...]:
        """Where to read a source curve for the 101 samples of the target timing."""
        once = [self.to_source(float(at)) for at in range(SAMPLES - 1)]
        return tuple(_position(at, SAMPLES - 1) for at in (*once, 0.0))


def blend(first: Placed, second: Placed, share: float) -> Curve:
    """Two curves, each read at its places, mixed: `share` 0 gives the first, 1 the second."""
    pairs = zip(_read(first[0].samples, first[1]), _read(second[0].samples, second[1]), strict=True)
    return Curve(tuple(a + (b - a) * share for a, b in pairs))


def _position(at: float, last: int) -> Position:
    index = min(int(at), last - 1)
    return index, at - index


def _read(samples: Sequence[float], positions: Sequence[Position]) -> tuple[float, ...]:
    return tuple(samples[i] + (samples[i + 1] - samples[i]) * part for i, part in positions)


@dataclass(frozen=True, slots=True)
class PhasedCurve:
    """A curve without a toe-off of its own: 100 samples of stance, then 100 of swing.

    Sample i of a phase lies at (i + 0.5) % of that phase. It can be laid on any toe-off.
    """

    samples: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.samples) != 2 * PHASE_SAMPLES:
            raise ValueError(f"a phased curve has {2 * PHASE_SAMPLES} samples")
        if not math.isfinite(sum(self.samples)):
            raise ValueError("a phased curve has finite samples only")

    def at_toe_off(self, toe_off: float) -> Curve:
        """The curve over a stride whose toe-off is at `toe_off` percent (0 to 100, exclusive)."""
        return Curve(_read((*self.samples, self.samples[0]), _phase_positions(toe_off)))


@lru_cache(maxsize=32)
def _phase_positions(toe_off: float) -> tuple[Position, ...]:
    """Where to read stance and swing samples (the first repeated at the end) at each percent."""
    if not 0.0 < toe_off < CYCLE:
        raise ValueError(f"toe-off lies between 0 and 100 %, not at {toe_off:g} %")
    places = []
    for percent in range(SAMPLES - 1):
        if percent < toe_off:
            at = percent / toe_off * PHASE_SAMPLES
        else:
            at = PHASE_SAMPLES + (percent - toe_off) / (CYCLE - toe_off) * PHASE_SAMPLES
        places.append(_position((at - 0.5) % (2 * PHASE_SAMPLES), 2 * PHASE_SAMPLES))
    return (*places, places[0])
