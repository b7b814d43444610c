"""Muscle paths of a published model of the right leg: points on bones, lengths at joint angles.

Frame of every bone, as in the model: x forward, y up, z to the right, in millimetres; femur and
pelvis meet in the hip joint's centre. Angles in degrees: flexion, adduction, dorsiflexion and toe
extension are positive. Nobody recorded the turning of the thigh and of the heel: they are 0.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float, float]
Turn = tuple[Point, Point, Point]
Place = tuple[Turn, Point]
"""Where a bone is: its turn, row by row, then its origin in millimetres of the pelvis."""

PELVIS, FEMUR, TIBIA, FOOT, TOES = BONES = ("pelvis", "femur", "tibia", "foot", "toes")

HIP: Point = (-70.7, -66.1, 83.5)  # in the pelvis
ANKLE: Point = (0.0, -430.0, 0.0)  # in the tibia
HEEL: Point = (-48.77, -41.95, 7.92)  # the foot's origin from the ankle
BALL: Point = (178.8, -2.0, 1.08)  # the toes' joint in the foot
ACROSS: Point = (0.0, 0.0, 1.0)  # the axis of flexion
ANKLE_AXIS: Point = (-0.10501355, -0.17402245, 0.97912632)
BALL_AXIS: Point = (-0.5809544, 0.0, 0.81393611)
UNTURNED: Turn = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class LegAngles:
    """The joints of one leg in degrees."""

    hip: float
    adduction: float
    knee: float
    ankle: float
    toes: float


@dataclass(frozen=True, slots=True)
class Bend:
    """A value in millimetres at each knee flexion in degrees, smooth between its knots.

    Beyond the first and the last knot it is held.
    """

    knots: tuple[float, ...]
    values: tuple[float, ...]

    def at(self, flexion: float) -> float:
        """The value at a knee flexion."""
        xs, ys = self.knots, self.values
        x = min(max(flexion, xs[0]), xs[-1])
        i = min(bisect_right(xs, x), len(xs) - 1) - 1
        width = xs[i + 1] - xs[i]
        t = (x - xs[i]) / width
        rise = ys[i + 1] - ys[i]
        start, end = self._slope(i) * width, self._slope(i + 1) * width
        bow = (start - rise) * (1 - t) + (rise - end) * t
        return ys[i] + rise * t + t * (1 - t) * bow

    def _slope(self, i: int) -> float:
        """The slope at a knot: between its neighbours."""
        low, high = max(i - 1, 0), min(i + 1, len(self.knots) - 1)
        return (self.values[high] - self.values[low]) / (self.knots[high] - self.knots[low])


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A point of a muscle's path on a bone.

    One with a `joint` (hip or knee) counts only while that joint's flexion is within `while_`
    (degrees). One that `moves` slides on its bone with the knee, by the curves of that name.
    """

    bone: str
    at: Point
    joint: str = ""
    while_: tuple[float, float] = (0.0, 0.0)
    moves: str = ""

    def counts(self, angles: LegAngles) -> bool:
        """Whether the muscle touches this point now."""
        if not self.joint:
            return True
        flexion = angles.hip if self.joint == "hip" else angles.knee
        return self.while_[0] <= flexion <= self.while_[1]


@dataclass(frozen=True, slots=True)
class PathLine:
    """One line of action, from origin to insertion; a broad muscle has several."""

    name: str
    structure: str
    points: tuple[PathPoint, ...]

    def crosses_knee(self) -> bool:
        """Whether it runs from above the knee to below."""
        bones = {point.bone for point in self.points}
        return bool(bones & {PELVIS, FEMUR}) and bool(bones & {TIBIA, FOOT, TOES})


Bends = Mapping[str, tuple[Bend, Bend]]
"""By name: how x and y of a sliding point change with the knee; `knee` is the tibia itself."""


@dataclass(frozen=True)
class Paths:
    """All lines of action by structure, and what slides with the knee."""

    lines: Mapping[str, tuple[PathLine, ...]]
    bends: Bends

    @property
    def knee_limit(self) -> float:
        """The largest knee flexion (degrees) that the model describes."""
        return min(bend.knots[-1] for pair in self.bends.values() for bend in pair)

    def bones(self, angles: LegAngles) -> dict[str, Place]:
        """Where every bone is."""
        hip = _after(_about(ACROSS, angles.hip), _about((1.0, 0.0, 0.0), angles.adduction))
        femur: Place = (hip, HIP)
        x, y = (bend.at(angles.knee) for bend in self.bends["knee"])
        tibia = _hung(femur, (x, y, 0.0), _about(ACROSS, -angles.knee))
        talus = _hung(tibia, ANKLE, _about(ANKLE_AXIS, angles.ankle))
        foot = _hung(talus, HEEL, UNTURNED)
        toes = _hung(foot, BALL, _about(BALL_AXIS, angles.toes))
        places = ((UNTURNED, (0.0, 0.0, 0.0)), femur, tibia, foot, toes)
        return dict(zip(BONES, places, strict=True))

    def length(self, line: PathLine, angles: LegAngles, bones: Mapping[str, Place]) -> float:
        """The length of a line in millimetres; `bones` are those of the same angles."""
        way = [
            _carried(bones[point.bone], self._on_bone(point, angles))
            for point in line.points
            if point.counts(angles)
        ]
        return sum(map(math.dist, way, way[1:]))

    def _on_bone(self, point: PathPoint, angles: LegAngles) -> Point:
        if not point.moves:
            return point.at
        x, y = self.bends[point.moves]
        return x.at(angles.knee), y.at(angles.knee), point.at[2]


def _about(axis: Point, degrees: float) -> Turn:
    """The turn about an axis of length 1, counter-clockwise when it points at the viewer."""
    x, y, z = axis
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    k = 1 - c
    return (
        (c + x * x * k, x * y * k - z * s, x * z * k + y * s),
        (y * x * k + z * s, c + y * y * k, y * z * k - x * s),
        (z * x * k - y * s, z * y * k + x * s, c + z * z * k),
    )


def _after(outer: Turn, inner: Turn) -> Turn:
    """The turn that does `inner`, then `outer`."""
    a, b, c = (_turned(outer, (inner[0][i], inner[1][i], inner[2][i])) for i in range(3))
    return (a[0], b[0], c[0]), (a[1], b[1], c[1]), (a[2], b[2], c[2])


def _turned(turn: Turn, point: Point) -> Point:
    x, y, z = point
    (a, b, c), (d, e, f), (g, h, i) = turn
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z


def _carried(place: Place, point: Point) -> Point:
    """A point of a bone in the pelvis."""
    turn, (x, y, z) = place
    dx, dy, dz = _turned(turn, point)
    return x + dx, y + dy, z + dz


def _hung(parent: Place, joint: Point, turn: Turn) -> Place:
    """A bone whose origin is at a point of its parent, turned against it."""
    return _after(parent[0], turn), _carried(parent, joint)
