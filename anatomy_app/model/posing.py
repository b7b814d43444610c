"""Poses the runner: joint angles to the place of every point.

A point that follows a joint by a share turns about it by that share of the angle. It keeps its
distance from the joint, so a limb stays as thick in a deep bend as it is when straight.

Inside, places are complex numbers, x + yi: a turn is then one product, and a frame has thousands.
"""

import math
from cmath import rect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add, itemgetter, mul
from typing import Self

from anatomy_app.model.rig import Joint, Rig, Strand

Matrix = tuple[float, float, float, float, float, float]
"""`a, b, c, d, e, f`: (x, y) goes to (a x + c y + e, b x + d y + f)."""

Motion = tuple[complex, complex]
"""`turn, shift`: z goes to turn * z + shift."""

Bend = tuple[float, complex, complex]
"""Of a joint: how far it turns, clockwise on screen in radians; about where; its shift in mm."""

Turn = tuple[int, float]
"""A joint by its number, and the share of its angle."""

Row = list[complex]
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


@dataclass(frozen=True, slots=True)
class Eye:
    """How mm of the pose become the units of a picture: `scale` of them a mm, 0 mm lies at `at`."""

    scale: float = 1.0
    at: complex = 0j


class Poser:
    """Turns postures of one rig into matrices, one for each binding.

    `wanted` names the bindings that will be asked for: the fewer, the quicker. The others stay with
    the pelvis. `way` is -1 for a figure that is mirrored and runs to the left.
    """

    def __init__(self, rig: Rig, wanted: Iterable[int] | None = None, way: float = 1.0) -> None:
        self._rig, self._way = rig, way
        known: dict[tuple[Turn, ...], int] = {(): 0}
        chosen = set(range(len(rig.bindings)) if wanted is None else wanted)
        self.last = [
            _chain(row, known) if number in chosen else 0 for number, row in enumerate(rig.bindings)
        ]
        paths = [path for path in known if path]
        turned = sorted({path[-1] for path in paths})
        place = {turn: number for number, turn in enumerate(turned)}
        self._shares = [[s for j, s in turned if j == joint] for joint in range(len(rig.joints))]
        self._steps = [(known[path[:-1]], place[path[-1]]) for path in paths]

    def matrices(self, posture: Posture, root: Matrix = IDENTITY) -> list[Matrix]:
        """The matrix of each binding; `root` comes after the pose, as from mm to pixels."""
        motions = zip(*self.motions(posture, Eye()), strict=True)
        made = [after(root, _matrix(turn, shift)) for turn, shift in motions]
        return [made[step] for step in self.last]

    def matrix(self, posture: Posture, shares: Sequence[float]) -> Matrix:
        """The matrix of a binding that the rig need not know, its shares in the order of joints."""
        made = _matrix(*self._pelvis(posture))
        for joint, share in zip(self._rig.joints, shares, strict=True):
            if share:
                made = after(made, _matrix(*_share(self._whole(posture, joint), share)))
        return made

    def motions(self, posture: Posture, eye: Eye) -> tuple[Row, Row]:
        """Turns and shifts into the picture of an eye: of the pelvis, then of each step.

        A step turns about one joint by one share of its angle, after the step that it hangs on;
        `last` is the last step of each binding.
        """
        turn, shift = self._pelvis(posture)
        turns, shifts = [eye.scale * turn], [eye.scale * shift + eye.at]
        local_turns, local_shifts = self._local(posture)
        for before, number in self._steps:
            outer = turns[before]
            turns.append(outer * local_turns[number])
            shifts.append(outer * local_shifts[number] + shifts[before])
        return turns, shifts

    def _local(self, posture: Posture) -> tuple[Row, Row]:
        """Turns and shifts of all shares of all joints, the joint standing at its place."""
        turns: Row = []
        shifts: Row = []
        for joint, shares in zip(self._rig.joints, self._shares, strict=True):
            made = _shares(self._whole(posture, joint), shares)
            turns += made[0]
            shifts += made[1]
        return turns, shifts

    def _pelvis(self, posture: Posture) -> Motion:
        x, y = self._rig.pivot
        return _share((self._way * math.radians(posture.tilt), complex(self._way * x, y), 0j), 1.0)

    def _whole(self, posture: Posture, joint: Joint) -> Bend:
        """What a point does that follows a joint wholly."""
        way, angle = self._way, math.radians(posture.angles.get(joint.name, 0.0))
        dx, dy = posture.shifts.get(joint.name, (0.0, 0.0))
        place = complex(way * joint.x, joint.y)
        return way * angle * joint.turn, place, complex(way * dx, dy)


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

    @property
    def points(self) -> tuple[complex, ...]:
        """The points as numbers."""
        return tuple(map(complex, self.xs, self.ys))

    @property
    def area(self) -> float:
        """Of the polygon, in mm2."""
        return abs(sum((a.conjugate() * b).imag for a, b in self._edges())) / 2

    def holds(self, point: complex) -> bool:
        """Whether a point lies in the polygon."""
        inside = False
        for a, b in self._edges():
            if (a.imag > point.imag) != (b.imag > point.imag):
                share = (point.imag - a.imag) / (b.imag - a.imag)
                inside ^= point.real < a.real + (b.real - a.real) * share
        return inside

    def closed(self) -> Self:
        """The same chain, back to its first point."""
        bind = self.bind if len(self.bind) == 1 else (*self.bind, self.bind[0])
        return type(self)((*self.xs, self.xs[0]), (*self.ys, self.ys[0]), bind)

    def _edges(self) -> Iterator[tuple[complex, complex]]:
        points = self.points
        return zip(points, (*points[1:], points[0]), strict=True)

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


class Cloud:
    """The points of many chains in one row, so that one pass poses them all.

    `way` is -1 for a figure that is mirrored and runs to the left.
    """

    def __init__(self, rig: Rig, chains: Iterable[Chain], way: float = 1.0) -> None:
        made = tuple(chains)
        self._points = [complex(way * p.real, p.imag) for chain in made for p in chain.points]
        bind = [number for chain in made for number in _each(chain)]
        self._poser = Poser(rig, bind, way)
        self._pick = itemgetter(*(self._poser.last[number] for number in bind)) if bind else None

    def posed(self, posture: Posture, eye: Eye) -> Row:
        """The points in a posture, in the units of an eye."""
        if self._pick is None:
            return []
        turns, shifts = self._poser.motions(posture, eye)
        turned = map(mul, self._pick(turns), self._points)
        return list(map(add, turned, self._pick(shifts)))


def _each(chain: Chain) -> tuple[int, ...]:
    """The binding of each point."""
    return chain.bind * len(chain.xs) if len(chain.bind) == 1 else chain.bind


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


def _matrix(turn: complex, shift: complex) -> Matrix:
    return turn.real, turn.imag, -turn.imag, turn.real, shift.real, shift.imag


def _share(bend: Bend, share: float) -> Motion:
    """What a point does that follows a joint by a share."""
    (turn,), (shift,) = _shares(bend, (share,))
    return turn, shift


def _shares(bend: Bend, shares: Sequence[float]) -> tuple[Row, Row]:
    """The same for many shares: turns and shifts apart, in short loops, as a frame has hundreds."""
    angle, place, shift = bend
    turns = [rect(1.0, angle * share) for share in shares]
    if not shift:
        return turns, [place - turn * place for turn in turns]
    pairs = zip(turns, shares, strict=True)
    return turns, [place - turn * place + shift * share for turn, share in pairs]


def _chain(row: Sequence[float], known: dict[tuple[Turn, ...], int]) -> int:
    """The last of the steps that a binding takes, from the pelvis outwards; 0 is the pelvis."""
    path: tuple[Turn, ...] = ()
    for joint, share in enumerate(row):
        if share:
            path = (*path, (joint, share))
            known.setdefault(path, len(known))
    return known[path]
