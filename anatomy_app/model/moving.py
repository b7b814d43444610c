"""Exercises seen from the side: from the angles of two or three poses to every pose between."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from anatomy_app.model.carrying import Load
from anatomy_app.model.contacts import (
    BALL,
    HEEL,
    KNEE,
    ON_FEET,
    SIDES,
    TRUNK,
    Contact,
    Held,
    carrying,
    contacts,
    lifted,
    settled,
)
from anatomy_app.model.easing import between, curve
from anatomy_app.model.knowledge import Exercise
from anatomy_app.model.motion import Frame, Lit, Motion
from anatomy_app.model.placement import Hold, Placement, Point
from anatomy_app.model.posing import Posture
from anatomy_app.model.rig import Rig
from anatomy_app.model.skeleton import Skeleton, Stance

JOINTS = ("hip", "knee", "ankle", "shoulder", "elbow")
STEPPING = ("hip", "knee", "shoulder")
LIKE = 12.0  # degrees within which two poses count as the same
HALF_TURN = 180.0
SOFT = 11.0  # mm that a foot may sink before it is lifted: the poses have such toes
TRIES, REACHED = 3, 1.0  # how often the trunk comes after a limb that misses by more mm
SOLE = (  # what of a foot must not sink into the floor
    ("ankle", HEEL), ("ankle", BALL), ("ankle", (95.0, -45.0)), ("mtp", (152.0, -4.0)),
    ("mtp", (150.0, -24.0)),
)  # fmt: skip


@dataclass(frozen=True)
class Pose:
    """The figure at rest: a posture for each side, and the place of the hips' middle."""

    near: Posture
    far: Posture
    root: Point

    def side(self, name: str) -> Posture:
        """The posture of `near` or `far`."""
        return self.near if name == "near" else self.far

    @property
    def swapped(self) -> "Pose":
        """Left and right exchanged."""
        return Pose(self.far, self.near, self.root)


def pose_of(angles: Mapping[str, float], hold: Hold, placement: Placement) -> Pose:
    """The pose of a table row: the trunk's lean is shared by pelvis and back."""
    trunk, lumbar = angles.get("trunk", 0.0), hold.angles.get("lumbar", 0.0)
    near, far = (
        Posture(
            {
                **{joint: angles.get(f"{joint}_{side}", 0.0) for joint in JOINTS},
                "hip": angles.get(f"hip_{side}", 0.0) - lumbar,
                "mtp": hold.angles.get(f"mtp_{side}", 0.0),
                "back": lumbar,
                "neck": hold.angles.get("head", 0.0),
            },
            tilt=trunk - lumbar,
            stretch=stretches(placement, side),
        )
        for side in SIDES
    )
    return Pose(near, far, hold.root)


def stretches(placement: Placement, side: str) -> dict[str, float]:
    """How much shorter bones of a side are drawn, by the joint they hang on."""
    joints = {"thigh": "hip", "shank": "knee", "foot": "ankle", "uarm": "shoulder", "farm": "elbow"}
    return {joints[bone]: factor for bone, factor in placement.stretch.get(side, {}).items()}


class SideMotion(Motion):
    """An exercise that is drawn with the runner's figure."""

    keeps_hands = False  # whether a thing stays in its hand as left and right change roles

    def __init__(self, rig: Rig, lit: Lit, exercise: Exercise, placement: Placement) -> None:
        self.exercise, self.placement = exercise, placement
        self.skeleton = Skeleton(rig)
        self.start = pose_of(exercise.start.angles, placement.start, placement)
        self.end = pose_of(exercise.end.angles, placement.end, placement)
        self.mid = self._middle()
        self.contacts = contacts(placement)
        self.floor = all(prop.kind != "water" for prop in placement.start.props)
        both = placement.alternates and placement.lit_side == "both"
        self._swaps = both and apart(self.start, self.start.swapped) < LIKE
        moves = self.start != self.end
        super().__init__(rig, lit, placement.duration if moves else 0.0)

    def _middle(self) -> Pose | None:
        mid = self.placement.mid
        if mid is None:
            return None
        ends = self.placement.start.angles, self.placement.end.angles
        extra = {name: (ends[0][name] + ends[1][name]) / 2 for name in ends[0]}
        return pose_of(mid.angles, Hold(mid.root, extra), self.placement)

    # -- in time ---------------------------------------------------------------------

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        if self.is_static:
            return self.ends[1]
        number, rest = divmod(seconds, self.duration)
        way = self.placement.way(rest)
        return self.framed(self.pose(way), way, swap=self._swaps and number % 2 == 1)

    @cached_property
    def ends(self) -> tuple[Frame, Frame]:
        """Start and end."""
        return self.framed(self.pose(0.0), 0.0), self.framed(self.pose(1.0), 1.0)

    def framed(self, pose: Pose, way: float, *, swap: bool = False) -> Frame:
        """The picture of a pose, with the things at a way; `swap` exchanges left and right."""
        shown = pose.swapped if swap else pose
        props = self._load.at(way, self.stances(shown if self.keeps_hands else pose))
        return Frame(shown.near, shown.far, pose.root, props)

    # -- the pose at a way -------------------------------------------------------------

    def pose(self, way: float) -> Pose:
        """The pose between start (0) and end (1), contacts held in their place."""
        if way <= 0.0:
            return self.start
        near, far = (self._posture(side, way) for side in SIDES)
        pose = Pose(near, far, self._root(way))
        bare = self.stances(pose)
        held = [self._held(each, way, bare[each.side]) for each in self.contacts]
        pose = self._carried(pose, held)
        found = self._settled(pose, held)
        for _ in range(TRIES):
            off = self._missed(found, held)
            if math.hypot(*off) < REACHED:
                break
            pose = replace(pose, root=(pose.root[0] + off[0], pose.root[1] + off[1]))
            found = self._settled(pose, held)
        return found

    def _posture(self, side: str, way: float) -> Posture:
        a, b = self.start.side(side), self.end.side(side)
        m = self.mid.side(side) if self.mid else None
        angles = {
            name: curve(a.angles[name], m.angles[name] if m else None, _onward(b, m, name), way)
            for name in a.angles
        }
        tilt = curve(a.tilt, m.tilt if m else None, b.tilt, way)
        return replace(a, angles=angles, tilt=tilt)

    def _root(self, way: float) -> Point:
        a, b, m = self.start.root, self.end.root, self.mid.root if self.mid else None
        x, y = (curve(a[i], m[i] if m and m != (0.0, 0.0) else None, b[i], way) for i in (0, 1))
        return x, y

    def _held(self, contact: Contact, way: float, bare: Stance) -> Held:
        """Where a contact belongs: where it is at the start, but a trunk rolls on by millimetres.

        A foot is turned as the pose wants it; its toes stay as flat as they are in both poses.
        """
        first, last = (stances[contact.side] for stances in self._ends)
        spots = [self.skeleton.at(each, *contact.at) for each in (first, last)]
        place = spots[0]
        if contact.spot in TRUNK:
            place = between(place[0], spots[1][0], way), between(place[1], spots[1][1], way)
        toes = between(first.turns["mtp"], last.turns["mtp"], way)
        return Held(contact, place, bare.turns["ankle"], toes)

    @cached_property
    def _load(self) -> Load:
        return Load(self.skeleton, self.placement, self._ends)

    @cached_property
    def _ends(self) -> tuple[Mapping[str, Stance], Mapping[str, Stance]]:
        return self.stances(self.start), self.stances(self.end)

    def stances(self, pose: Pose) -> dict[str, Stance]:
        """Where the joints of both sides are."""
        return {side: self.skeleton.stance(pose.side(side), pose.root) for side in SIDES}

    def _carried(self, pose: Pose, held: list[Held]) -> Pose:
        """The pose moved until what carries it lies where it belongs, on the whole."""
        bearing = carrying(self.contacts)
        if not bearing:
            return pose
        stances = self.stances(pose)
        off = list(self._off([h for h in held if h.contact in bearing], stances))
        x = pose.root[0] + sum(dx for dx, _ in off) / len(off)
        y = pose.root[1] + sum(dy for _, dy in off) / len(off)
        return replace(pose, root=(x, y))

    def _off(self, held: list[Held], stances: Mapping[str, Stance]) -> Iterator[Point]:
        for each in held:
            x, y = self.skeleton.at(stances[each.contact.side], *each.contact.at)
            yield each.place[0] - x, each.place[1] - y

    def _missed(self, pose: Pose, held: list[Held]) -> Point:
        """By how much a straight limb misses its place; the trunk must come after it."""
        if any(each.contact.spot in TRUNK | KNEE for each in held):
            return 0.0, 0.0
        stances = self.stances(pose)
        return max(self._off(held, stances), key=lambda off: math.hypot(*off), default=(0.0, 0.0))

    def _settled(self, pose: Pose, held: list[Held]) -> Pose:
        """The limbs that rest on something bent until they do."""
        stances = self.stances(pose)
        near, far = (
            self._resting(stances[s], [h for h in held if h.contact.side == s]) for s in SIDES
        )
        return Pose(near.posture, far.posture, pose.root)

    def _resting(self, stance: Stance, held: list[Held]) -> Stance:
        """One side with its limbs where they rest; a foot that does not stays off the floor."""
        stance = settled(self.skeleton, stance, held)
        if not self.floor or any(each.contact.spot in ON_FEET for each in held):
            return stance
        deep = self.depth(stance) - SOFT
        return lifted(self.skeleton, stance, deep) if deep > 0.0 else stance

    def depth(self, stance: Stance) -> float:
        """How far a foot is below the floor, in mm; negative above."""
        return max(self.skeleton.at(stance, *spot)[1] for spot in SOLE)


def _onward(end: Posture, mid: Posture | None, joint: str) -> float:
    """The end's angle, counted on from the middle pose: an arm may go round over the head."""
    angle = end.angles[joint]
    if mid is None or abs(angle - mid.angles[joint]) <= HALF_TURN:
        return angle
    return angle - math.copysign(2 * HALF_TURN, angle - mid.angles[joint])


def apart(first: Pose, second: Pose) -> float:
    """By how many degrees two poses differ at most, in the joints that make a step."""
    pairs = ((first.near, second.near), (first.far, second.far))
    return max(math.fabs(a.angles[j] - b.angles[j]) for a, b in pairs for j in STEPPING)
