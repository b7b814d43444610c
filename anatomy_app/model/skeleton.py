"""Joints of a posed figure: where they are, and which angles bring a hand or foot to a place.

Turns are in radians, clockwise on screen from the standing figure; places in mm, y down.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from anatomy_app.model.placement import Point
from anatomy_app.model.posing import Posture
from anatomy_app.model.rig import Joint, Rig


@dataclass(frozen=True, slots=True)
class Stance:
    """A posed side of the figure: by joint its place and the turn of what hangs on it.

    `root` is the place of the hips' middle; the pelvis itself is named `pelvis`.
    """

    posture: Posture
    places: Mapping[str, Point]
    turns: Mapping[str, float]


class Skeleton:
    """The joints of a rig, without its drawing."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self._parents = {
            joint.name: rig.joints[joint.parent].name if joint.parent >= 0 else "pelvis"
            for joint in rig.joints
        }
        self._rest: dict[str, Point] = {joint.name: (joint.x, joint.y) for joint in rig.joints}
        self._rest["pelvis"] = rig.pivot

    def stance(self, posture: Posture, root: Point) -> Stance:
        """Where every joint is if the hips' middle is at `root`."""
        places: dict[str, Point] = {"pelvis": root}
        turns = {"pelvis": math.radians(posture.tilt)}
        for joint in self.rig.joints:
            parent = self._parents[joint.name]
            offset = self._offset(joint, parent, posture.stretch.get(parent, 1.0))
            places[joint.name] = _plus(places[parent], _turned(offset, turns[parent]))
            angle = math.radians(posture.angles.get(joint.name, 0.0)) * joint.turn
            turns[joint.name] = turns[parent] + angle
        return Stance(posture, places, turns)

    def _offset(self, joint: Joint, parent: str, factor: float) -> Point:
        """From a joint to the next one, shortened along the bone."""
        x, y = _less((joint.x, joint.y), self._rest[parent])
        if factor == 1.0 or joint.parent < 0:
            return x, y
        ax, ay = self.rig.axes[joint.parent]
        less = (factor - 1.0) * (x * ax + y * ay)
        return x + less * ax, y + less * ay

    def at(self, stance: Stance, joint: str, point: Point) -> Point:
        """Where a point of the standing figure is that hangs on a joint."""
        offset = _less(point, self._rest[joint])
        return _plus(stance.places[joint], _turned(offset, stance.turns[joint]))

    def facing(self, stance: Stance, joint: str, turn: float) -> Stance:
        """The posture in which what hangs on a joint is turned by `turn` in all."""
        return self._with(stance, {joint: turn})

    def reaching(self, stance: Stance, joint: str, point: Point, target: Point) -> Stance:
        """The posture whose bone at `joint` points so that its `point` comes near the target."""
        rest, wanted = _less(point, self._rest[joint]), _less(target, stance.places[joint])
        return self._with(stance, {joint: _angle(wanted) - _angle(rest)})

    def bending(
        self, stance: Stance, joints: tuple[str, str], point: Point, target: Point
    ) -> Stance:
        """The posture in which two bones bring a point of the second to a target.

        They bend as knee and elbow do; a target out of reach is pointed at.
        """
        upper, lower = joints
        factor = stance.posture.stretch
        first = _scaled(_less(self._rest[lower], self._rest[upper]), factor.get(upper, 1.0))
        second = _scaled(_less(point, self._rest[lower]), factor.get(lower, 1.0))
        away = _less(target, stance.places[upper])
        a, b, c = math.hypot(*first), math.hypot(*second), math.hypot(*away)
        c = min(max(c, abs(a - b) + 0.01), a + b - 0.01)
        way = self.rig.joint(lower).turn
        inner = way * math.acos((c * c - a * a - b * b) / (2 * a * b))
        course = _angle(away) - math.atan2(b * math.sin(inner), a + b * math.cos(inner))
        return self._with(
            stance, {upper: course - _angle(first), lower: course + inner - _angle(second)}
        )

    def pointing(self, stance: Stance, joints: tuple[str, str], end: str, target: Point) -> Stance:
        """The posture in which two bones as they are bent bring the joint at their end to a target.

        What is missing or too much of their length, they lean into the picture or out of it.
        """
        base = stance.places[joints[0]]
        now, wanted = _less(stance.places[end], base), _less(target, base)
        factor, turn = math.hypot(*wanted) / math.hypot(*now), _angle(wanted) - _angle(now)
        stretch = dict(stance.posture.stretch)
        for joint in joints:
            stretch[joint] = stretch.get(joint, 1.0) * factor
        leaning = replace(stance, posture=replace(stance.posture, stretch=stretch))
        return self._with(leaning, {joint: stance.turns[joint] + turn for joint in joints})

    def _with(self, stance: Stance, turns: Mapping[str, float]) -> Stance:
        """The posture with other turns of some joints; what hangs on them keeps its own angle."""
        posture = stance.posture
        angles = dict(posture.angles)
        done = dict(stance.turns)
        for joint, turn in turns.items():
            parent = done[self._parents[joint]]
            own = math.degrees(turn - parent) * self.rig.joint(joint).turn
            was = angles.get(joint, 0.0)
            angles[joint] = was + math.degrees(_near_zero(math.radians(own - was)))
            done[joint] = turn
        return self.stance(replace(posture, angles=angles), stance.places["pelvis"])


def _plus(a: Point, b: Point) -> Point:
    return a[0] + b[0], a[1] + b[1]


def _less(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]


def _scaled(a: Point, factor: float) -> Point:
    return a[0] * factor, a[1] * factor


def _turned(offset: Point, turn: float) -> Point:
    c, s = math.cos(turn), math.sin(turn)
    return c * offset[0] - s * offset[1], s * offset[0] + c * offset[1]


def _angle(offset: Point) -> float:
    return math.atan2(offset[1], offset[0])


def _near_zero(turn: float) -> float:
    """The same direction as a turn of half a circle at most."""
    return (turn + math.pi) % (2 * math.pi) - math.pi
