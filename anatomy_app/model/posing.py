"""Poses the runner: joint angles to the place of every point.

A point that follows a joint by a share turns about it by that share of the angle. It keeps its
distance from the joint, so a limb stays as thick in a deep bend as it is when straight.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from anatomy_app.model.rig import Rig, Strand

Matrix = tuple[float, float, float, float, float, float]
"""`a, b, c, d, e, f`: (x, y) goes to (a x + c y + e, b x + d y + f)."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Posture:
    """Angles in degrees by joint (missing: 0, the standing pose) and shifts of joints in mm.

    A positive angle flexes (hip, knee, shoulder, elbow, neck), dorsiflexes (ankle), extends (toes)
    or leans forward (back), as in the table of the rig. `tilt` is the anterior tilt of the pelvis,
    all round if the figure lies. `stretch` shortens bones that lean out of the picture, by the
    joint they hang on: the cosine of that angle; what hangs on them keeps its own length. Only
    `Blender` draws it.
    """

    angles: Mapping[str, float] = field(default_factory=dict)
    shifts: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    tilt: float = 0.0
    stretch: Mapping[str, float] = field(default_factory=dict)


class Poser:
    """Turns postures of one rig into matrices, one for each binding.

    `wanted` names the bindings that will be asked for: the fewer, the quicker. The others stay with
    the pelvis.
    """

    def __init__(self, rig: Rig, wanted: Iterable[int] | None = None) -> None:
        self._rig = rig
        self._steps: list[tuple[int, int, float]] = []  # step before, joint, share
        known: dict[tuple[tuple[int, float], ...], int] = {(): -1}
        chosen = set(range(len(rig.bindings)) if wanted is None else wanted)
        self._last = [
            self._chain(row, known) if number in chosen else -1
            for number, row in enumerate(rig.bindings)
        ]

    def matrices(self, posture: Posture, root: Matrix = IDENTITY) -> list[Matrix]:
        """The matrix of each binding; `root` comes after the pose, as from mm to pixels."""
        start = after(root, self._pelvis(posture))
        turned: dict[tuple[int, float], Matrix] = {}
        made: list[Matrix] = []
        for before, joint, share in self._steps:
            local = turned.get((joint, share))
            if local is None:
                local = turned[joint, share] = self._local(posture, joint, share)
            made.append(after(made[before] if before >= 0 else start, local))
        return [made[last] if last >= 0 else start for last in self._last]

    def matrix(self, posture: Posture, shares: Sequence[float]) -> Matrix:
        """The matrix of a binding that the rig need not know, its shares in the order of joints."""
        made = self._pelvis(posture)
        for joint, share in enumerate(shares):
            if share:
                made = after(made, self._local(posture, joint, share))
        return made

    def _chain(
        self, row: tuple[float, ...], known: dict[tuple[tuple[int, float], ...], int]
    ) -> int:
        """The last of the steps that a binding takes, from the pelvis outwards."""
        path: tuple[tuple[int, float], ...] = ()
        for joint, share in enumerate(row):
            if share:
                before, path = known[path], (*path, (joint, share))
                if path not in known:
                    known[path] = len(self._steps)
                    self._steps.append((before, joint, share))
        return known[path]

    def _pelvis(self, posture: Posture) -> Matrix:
        return _turn(math.radians(posture.tilt), *self._rig.pivot)

    def _local(self, posture: Posture, number: int, share: float) -> Matrix:
        joint = self._rig.joints[number]
        angle = math.radians(posture.angles.get(joint.name, 0.0)) * share * joint.turn
        a, b, c, d, e, f = _turn(angle, joint.x, joint.y)
        dx, dy = posture.shifts.get(joint.name, (0.0, 0.0))
        return a, b, c, d, e + dx * share, f + dy * share


@dataclass(frozen=True, slots=True)
class Chain:
    """A strand made ready for posing: its coordinates apart, and the binding of each point."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    bind: tuple[int, ...]

    @classmethod
    def of(cls, strand: Strand) -> Self:
        """A strand's points."""
        return cls(tuple(strand.xy[0::2]), tuple(strand.xy[1::2]), tuple(strand.bind))

    def posed(self, matrices: list[Matrix]) -> list[float]:
        """The points `x0, y0, x1, y1, ...` in the pose."""
        if len(self.bind) == 1:
            a, b, c, d, e, f = matrices[self.bind[0]]
            return [
                v
                for x, y in zip(self.xs, self.ys, strict=True)
                for v in (a * x + c * y + e, b * x + d * y + f)
            ]
        rows = map(matrices.__getitem__, self.bind)
        return [
            v
            for x, y, (a, b, c, d, e, f) in zip(self.xs, self.ys, rows, strict=True)
            for v in (a * x + c * y + e, b * x + d * y + f)
        ]


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def after(second: Matrix, first: Matrix) -> Matrix:
    """The matrix that does `first`, then `second`."""
    a, b, c, d, e, f = second
    g, h, i, j, k, m = first
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
        a * k + c * m + e, b * k + d * m + f,
    )  # fmt: skip


def _turn(angle: float, x: float, y: float) -> Matrix:
    """Clockwise on screen by `angle` (radians) about a point."""
    c, s = math.cos(angle), math.sin(angle)
    return c, s, -s, c, x - c * x + s * y, y - s * x - c * y
