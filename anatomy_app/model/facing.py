"""Exercises seen from the front: side-lying ones and those that move to the side."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from anatomy_app.model.carrying import Load
from anatomy_app.model.easing import between
from anatomy_app.model.mannequin import Aspect
from anatomy_app.model.motion import Frame, Lit, Motion
from anatomy_app.model.placement import Placement, Point
from anatomy_app.model.posing import Posture
from anatomy_app.model.rig import Rig
from anatomy_app.model.skeleton import Skeleton, Stance

LETTERS = {"near": "r", "far": "l"}
LIFT = 60.0  # mm by which a foot that steps aside leaves the ground
MARKS = tuple(
    (side, f"{joint}_{letter}")
    for side, letter in LETTERS.items()
    for joint in ("ankle", "knee", "wrist", "elbow")
)


@dataclass(frozen=True)
class FrontPose:
    """The front figure at rest. `turns`: degrees counter-clockwise by joint; mm of the hips."""

    root: Point
    turns: Mapping[str, float]
    stretch: Mapping[str, float] = field(default_factory=dict)


class FrontMotion(Motion):
    """An exercise that is drawn with the front figure."""

    aspect = Aspect.FRONT

    def __init__(
        self, rig: Rig, lit: Lit, placement: Placement, poses: tuple[FrontPose, FrontPose]
    ) -> None:
        self.placement = placement
        self._skeleton, self._poses = Skeleton(rig), poses
        super().__init__(rig, lit, placement.duration if poses[0] != poses[1] else 0.0)

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        if self.is_static:
            return self.ends[1]
        number, rest = divmod(seconds, self.duration)
        mirrored = self.placement.alternates and number % 2 == 1
        return self._framed(self.placement.way(rest), mirrored=mirrored)

    @cached_property
    def ends(self) -> tuple[Frame, Frame]:
        """Start and end."""
        return self._framed(0.0), self._framed(1.0)

    def _framed(self, way: float, *, mirrored: bool = False) -> Frame:
        stance = self.stance(way)
        props = self._load.at(way, {"near": stance, "far": stance})
        root = stance.places["pelvis"]
        return Frame(stance.posture, stance.posture, root, props, mirrored=mirrored)

    def stance(self, way: float) -> Stance:
        """The figure between start (0) and end (1), what rests held in its place."""
        first, last = self._poses
        turns = {j: between(first.turns[j], last.turns[j], way) for j in first.turns}
        names = {*first.stretch, *last.stretch}
        stretch = {
            j: between(first.stretch.get(j, 1.0), last.stretch.get(j, 1.0), way) for j in names
        }
        root = tuple(between(first.root[i], last.root[i], way) for i in (0, 1))
        stance = self._stance(FrontPose((root[0], root[1]), turns, stretch))
        return self._held(stance, way) if way > 0.0 else stance

    def _stance(self, pose: FrontPose) -> Stance:
        angles = {}
        for joint in self.rig.joints:
            parent = self.rig.joints[joint.parent].name if joint.parent >= 0 else "pelvis"
            angles[joint.name] = (pose.turns[parent] - pose.turns[joint.name]) * joint.turn
        posture = Posture(angles, tilt=-pose.turns["pelvis"], stretch=pose.stretch)
        return self._skeleton.stance(posture, pose.root)

    @cached_property
    def _ends(self) -> tuple[Stance, Stance]:
        return self._stance(self._poses[0]), self._stance(self._poses[1])

    @cached_property
    def _load(self) -> Load:
        marks = [
            (s, joint, (self.rig.joint(joint).x, self.rig.joint(joint).y)) for s, joint in MARKS
        ]
        both = tuple({"near": each, "far": each} for each in self._ends)
        return Load(self._skeleton, self.placement, (both[0], both[1]), marks)

    # -- what rests ----------------------------------------------------------------------

    def _held(self, stance: Stance, way: float) -> Stance:
        """The figure moved until what rests lies where it did, its legs reaching their feet."""
        resting = [joint for anchor in self.placement.anchors for joint in held_joints(anchor)]
        places = {joint: self._ends[0].places[joint] for joint in resting}
        off = [_less(place, stance.places[joint]) for joint, place in places.items()]
        if off and "far_side" not in self.placement.anchors:
            x, y = stance.places["pelvis"]
            x += sum(dx for dx, _ in off) / len(off)
            y += sum(dy for _, dy in off) / len(off)
            stance = self._skeleton.stance(stance.posture, (x, y))
        for joint, place in self._lifted(places, way).items():
            stance = self._reaching(stance, joint, place)
        return stance

    def _lifted(self, places: dict[str, Point], way: float) -> dict[str, Point]:
        """A foot that steps aside is lifted on its way."""
        if "lifted" not in self.placement.special:
            return places
        stepping = next(j for j in ("ankle_r", "ankle_l") if j not in places)
        (x0, y0), (x1, y1) = (each.places[stepping] for each in self._ends)
        x, y = between(x0, x1, way), between(y0, y1, way)
        return {**places, stepping: (x, y - LIFT * math.sin(math.pi * way))}

    def _reaching(self, stance: Stance, joint: str, place: Point) -> Stance:
        """A limb that rests brought to its place: a leg by its lean, the elbow is what carries."""
        bone, _, side = joint.partition("_")
        if bone != "ankle":
            return stance
        foot = stance.turns[joint]
        legs = (f"hip_{side}", f"knee_{side}")
        found = self._skeleton.pointing(stance, legs, joint, place)
        return self._skeleton.facing(found, joint, foot)


def held_joints(anchor: str) -> tuple[str, ...]:
    """The joints that an anchor holds: `both_feet` both ankles, `far_side` none."""
    head, _, tail = anchor.partition("_")
    bone = {"foot": "ankle", "feet": "ankle", "forearm": "elbow"}.get(tail)
    if bone is None:
        return ()
    letters = LETTERS.values() if head == "both" else (LETTERS[head],)
    return tuple(f"{bone}_{letter}" for letter in letters)


def _less(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]
