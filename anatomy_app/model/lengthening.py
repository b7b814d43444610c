"""The length of muscle and tendon together over a stride, computed from the muscle's path.

It is the length of the whole unit, not of its fibres: a long tendon can give way while they keep
theirs. What is not known stays None: a muscle without a path, one too short for its points to be
exact enough, one that crosses no joint that moves, parts of a broad muscle that do opposite things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Protocol

from anatomy_app.model.curves import Curve
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import HALF, Stride
from anatomy_app.model.kinds import Change
from anatomy_app.model.paths import LegAngles, PathLine, Paths, Place
from anatomy_app.model.running import toe_extension

WHOLE = 100  # samples of a stride, one per percent
LEAST_LENGTH = 100.0  # mm: in a shorter muscle a misplaced point outweighs the change
LEAST_RANGE = 2.0  # percent of its mean length that a muscle must change by in the stride
MOVES, STILL = 0.08, 0.05  # percent of its mean length in one percent of the stride
LEAST_TIME = 3  # percent of the stride: what lasts less is taken for what surrounds it
SMOOTHING = (1, 2, 3, 2, 1)  # weights of five neighbouring percents, against jumps at path points


class HasMembers(Protocol):
    """A structure that may stand for others: the index entry of a muscle or a group."""

    @property
    def members(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Lengthening:
    """The length of one structure of the right leg; the left is half a stride on.

    `curve` is in percent of the mean length over the stride. `changes` tells each percent: it
    lengthens or shortens from `MOVES` on until it falls below `STILL`, else it is constant.
    """

    curve: Curve
    changes: tuple[Change | None, ...]

    def value(self, side: Side, percent: float) -> float:
        """The length of one side, in percent of its mean over the stride."""
        return self.curve.value(percent + _offset(side))

    def change(self, side: Side, percent: float) -> Change | None:
        """What one side does; None where the path does not tell."""
        return self.changes[int(percent + _offset(side) + 0.5) % WHOLE]


class Lengths:
    """The lengths in one stride, each computed when it is first asked for and kept."""

    def __init__(self, structures: Mapping[str, HasMembers], paths: Paths, stride: Stride) -> None:
        self.stride = stride
        self._structures, self._paths = structures, paths
        self._known: dict[str, Lengthening | None] = {}

    def of(self, structure: str) -> Lengthening | None:
        """The lengthening of a structure, or None if its path does not tell.

        A group without a path of its own is told by its members, if all of them have one.
        """
        if structure not in self._known:
            self._known[structure] = self._made(structure)
        return self._known[structure]

    def _made(self, structure: str) -> Lengthening | None:
        lines = self._lines(structure)
        parts = [part for line in lines if (part := self._part(line)) is not None]
        if not parts or len(parts) < len(lines):
            return None
        mean = [sum(row) / len(parts) for row in zip(*(one for one, _ in parts), strict=True)]
        if max(mean) - min(mean) < LEAST_RANGE:
            return None
        whole = classified(mean)
        told = [_agreed(row[0], row[1:]) for row in zip(whole, *(c for _, c in parts), strict=True)]
        return Lengthening(Curve((*mean, mean[0])), tuple(told))

    def _lines(self, structure: str) -> tuple[PathLine, ...]:
        own = self._paths.lines.get(structure)
        if own is not None:
            return own
        entry = self._structures.get(structure)
        parts = [self._lines(member) for member in (entry.members if entry else ())]
        return tuple(line for part in parts for line in part) if all(parts) else ()

    def _part(self, line: PathLine) -> tuple[list[float], list[Change | None]] | None:
        """The lengths of a line in percent of their mean, and what it does."""
        paths, moments = self._paths, self._moments
        lengths = [paths.length(line, angles, bones) for angles, bones in moments]
        mean = sum(lengths) / WHOLE
        if mean < LEAST_LENGTH:
            return None
        even = smoothed([100.0 * length / mean for length in lengths])
        changes: list[Change | None] = [*classified(even)]
        if line.crosses_knee():  # beyond its range the model's knee says nothing
            limit = paths.knee_limit
            bent = (angles.knee > limit for angles, _ in moments)
            changes = [None if far else one for one, far in zip(changes, bent, strict=True)]
        return even, changes

    @cached_property
    def _moments(self) -> list[tuple[LegAngles, dict[str, Place]]]:
        """The joint angles of the right leg and the places of its bones, percent by percent."""
        found = []
        for percent in range(WHOLE):
            angles = self._angles(float(percent))
            found.append((angles, self._paths.bones(angles)))
        return found

    def _angles(self, percent: float) -> LegAngles:
        angles = self.stride.angles(percent)
        return LegAngles(
            hip=angles["hip_flexion_r"],
            adduction=angles["hip_adduction_r"],
            knee=angles["knee_flexion_r"],
            ankle=angles["ankle_dorsiflexion_r"],
            toes=toe_extension(self.stride, Side.RIGHT, percent),
        )


def smoothed(values: Sequence[float]) -> list[float]:
    """Periodic values, each the weighted mean of itself and two neighbours on either side."""
    reach, total = len(SMOOTHING) // 2, sum(SMOOTHING)
    return [
        sum(w * values[(i + k - reach) % len(values)] for k, w in enumerate(SMOOTHING)) / total
        for i in range(len(values))
    ]


def classified(lengths: Sequence[float]) -> list[Change]:
    """What a periodic length in percent of its mean does at each sample.

    It begins to move at a rate of `MOVES` and stands still again below `STILL`: the two limits keep
    it from flickering. What lasts less than `LEAST_TIME` samples is taken for what went before.
    """
    n = len(lengths)
    rates = [(lengths[(i + 1) % n] - lengths[i - 1]) / 2 for i in range(n)]
    first = max(range(n), key=lambda i: abs(rates[i]))
    state, told = Change.CONSTANT, [Change.CONSTANT] * n
    for i in (*range(first, n), *range(first)):
        state = _next(state, rates[i])
        told[i] = state
    return _without_flashes(told, first)


def _next(state: Change, rate: float) -> Change:
    if abs(rate) >= MOVES:
        return Change.LENGTHENING if rate > 0 else Change.SHORTENING
    same_way = (rate > 0) == (state is Change.LENGTHENING)
    return state if abs(rate) >= STILL and same_way else Change.CONSTANT


def _without_flashes(told: list[Change], first: int) -> list[Change]:
    """The same, what is too short taken for what went before; `first` is no flash."""
    turned = told[first:] + told[:first]
    kept: list[Change] = []
    for change, run in groupby(turned):
        length = len(list(run))
        kept += [kept[-1] if kept and length < LEAST_TIME else change] * length
    return kept[-first:] + kept[:-first] if first else kept


def _agreed(whole: Change, parts: tuple[Change | None, ...]) -> Change | None:
    """What all parts of a muscle do together; None where they contradict each other."""
    found = set(parts)
    if None in found or {Change.LENGTHENING, Change.SHORTENING} <= found:
        return None
    return whole if whole in found else next(iter(found))


def _offset(side: Side) -> float:
    return HALF if side is Side.LEFT else 0.0
