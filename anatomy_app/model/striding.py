"""Exercises that go from foot to foot, or leave the ground."""

import math
from dataclasses import replace

from anatomy_app.model.contacts import BALL, GRIP, SIDES, TRUNK, Contact, Held, settled
from anatomy_app.model.easing import between, eased
from anatomy_app.model.motion import Frame
from anatomy_app.model.moving import LIKE, Pose, SideMotion, apart
from anatomy_app.model.placement import Point
from anatomy_app.model.posing import Posture
from anatomy_app.model.skeleton import Stance

AIRBORNE = 100.0  # mm by which the hips rise in a step that flies
PUSH = 0.55  # of the way up in which the feet are still on the ground
TAKEOFF = {"hip": 5.0, "knee": 8.0, "ankle": -35.0, "mtp": 35.0, "shoulder": 110.0, "elbow": 10.0}
TAKEOFF_LEAN = 12.0  # degrees


class StrideMotion(SideMotion):
    """Steps that follow each other: the second half is the first with its sides exchanged.

    The picture goes along with the figure: the ground scrolls backwards.
    """

    keeps_hands = True

    def __init__(self, motion: SideMotion) -> None:
        super().__init__(motion.rig, motion.lights, motion.exercise, motion.placement)
        _ = self._load  # tied as the table has it: start and end change now
        del self._ends
        self._flies = self.mid is not None and self.mid.root[1] < self.start.root[1] - AIRBORNE
        self._even_out()
        self.advance = self.end.root[0] - self.start.root[0]
        self.duration = self.placement.out + self.placement.back

    def _even_out(self) -> None:
        """Start and end made the same pose with sides exchanged, as one step leads to the next."""
        if apart(self.start, self.start.swapped) < LIKE:
            self.start = self._on_the_same_spot(self.end.swapped)
        else:
            middle = mixed(self.start, self.end.swapped, 0.5)
            self.start = replace(middle, root=self.start.root)
        if not any(each.spot in TRUNK for each in self.contacts):
            self.start = self.grounded(self.start)
        self.end = replace(self.start.swapped, root=(self.end.root[0], self.start.root[1]))

    def _on_the_same_spot(self, pose: Pose) -> Pose:
        """The pose moved along until what carries it lies where it lies in the end."""
        spot = self.contacts[0]
        here = self.skeleton.at(self.stances(pose)[spot.side], *spot.at)
        there = self.skeleton.at(self.stances(self.end)[spot.side], *spot.at)
        return replace(pose, root=(pose.root[0] + there[0] - here[0], pose.root[1]))

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        steps = 2.0 * seconds / self.duration
        way = steps % 1.0
        frame = self.framed(self.pose(way), way, swap=steps % 2.0 >= 1.0)
        if not self.advance:
            return frame
        gone = self.advance * way
        props = tuple(p.at(tuple((x - gone, y) for x, y in p.points)) for p in frame.props)
        root = frame.root[0] - gone, frame.root[1]
        return replace(frame, root=root, props=props, scroll=self.advance * steps)

    def pose(self, way: float) -> Pose:
        """The pose of a step, from start (0) to end (1)."""
        pose = super().pose(way)
        return pose if self._flies or self.contacts else self.grounded(pose)

    def _held(self, contact: Contact, way: float, bare: Stance) -> Held:
        """A foot may roll from heel to ball, but it does not slide."""
        held = super()._held(contact, way, bare)
        first, last = (self.skeleton.at(s[contact.side], *contact.at)[1] for s in self._ends)
        return replace(held, place=(held.place[0], between(first, last, way)))

    def _root(self, way: float) -> Point:
        """It goes on evenly."""
        x = self.start.root[0] + (self.end.root[0] - self.start.root[0]) * way
        return x, super()._root(way)[1]

    def grounded(self, pose: Pose) -> Pose:
        """The figure raised or lowered until its lowest foot stands on the ground."""
        if not self.floor:
            return pose
        deep = max(self.depth(each) for each in self.stances(pose).values())
        return replace(pose, root=(pose.root[0], pose.root[1] - deep))


class JumpMotion(SideMotion):
    """A jump: the feet push, then the figure flies as a thrown body does."""

    def __init__(self, motion: SideMotion) -> None:
        super().__init__(motion.rig, motion.lights, motion.exercise, motion.placement)
        self._scissors = self.placement.alternates
        self._leave = self._takeoff()

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        if not self._scissors:
            return self._turned(super().frame(seconds), seconds / self.duration)
        number, rest = divmod(seconds, self.duration)
        share = rest / self.duration
        pose = self.pose(1.0 - abs(2.0 * share - 1.0))
        change = eased(min(max((share - PUSH / 2) / (1.0 - PUSH), 0.0), 1.0))
        pose = mixed(pose, pose.swapped, change)
        return self.framed(pose, 1.0, swap=number % 2 == 1)

    def pose(self, way: float) -> Pose:
        """The pose between start (0) and the top or the end of the jump (1)."""
        if way <= PUSH:
            return self._pushing(way / PUSH)
        return self._flying((way - PUSH) / (1.0 - PUSH))

    def framed(self, pose: Pose, way: float, *, swap: bool = False) -> Frame:
        """The picture of a pose; a rope is overhead at the start, under the feet at the top."""
        return self._turned(super().framed(pose, way, swap=swap), way / 2.0)

    def _turned(self, frame: Frame, turns: float) -> Frame:
        """A rope swung about the hands, forward and down: seen from the side it is a line."""
        stance = self.skeleton.stance(frame.near, frame.root)
        x, y = self.skeleton.at(stance, "elbow", GRIP)
        angle = 2.0 * math.pi * turns
        props = tuple(
            p.at(((x, y), (x + p.size * math.sin(angle), y - p.size * math.cos(angle))))
            if p.kind == "rope"
            else p
            for p in frame.props
        )
        return replace(frame, props=props)

    def _takeoff(self) -> Pose:
        """The pose in which the feet leave the ground: the end, unless one lands there."""
        if self.mid is None:
            return self._planted(self.end)
        lean = replace(self.start.near, angles=dict(TAKEOFF) | {"back": 0.0, "neck": 0.0})
        lean = replace(lean, tilt=TAKEOFF_LEAN)
        return self._planted(Pose(lean, lean, self.start.root))

    def _pushing(self, way: float) -> Pose:
        return self._planted(mixed(self.start, self._leave, eased(way)))

    def _planted(self, pose: Pose) -> Pose:
        """The figure with its toes on the ground where they stood."""
        stances, first = self.stances(pose), self.stances(self.start)
        x, y = pose.root
        slips = [
            self.skeleton.at(first[s], "ankle", BALL)[0]
            - self.skeleton.at(stances[s], "ankle", BALL)[0]
            for s in SIDES
        ]
        deep = max(self.depth(each) for each in stances.values())
        return replace(pose, root=(x + sum(slips) / len(slips), y - deep))

    def _flying(self, way: float) -> Pose:
        """Straight on in x, up and down as a thrown body."""
        goal = self.end if self.mid is None else mixed(self.mid, self.end, max(2 * way - 1, 0.0))
        pose = goal if self.mid is None else mixed(self._leave, goal, eased(min(2 * way, 1.0)))
        return replace(pose, root=self._thrown(way))

    def _thrown(self, way: float) -> Point:
        (x0, y0), (_, y2) = self._leave.root, self.end.root
        if self.mid is None:
            return x0, y0 + (y2 - y0) * (1.0 - (1.0 - way) ** 2)
        y1 = self.mid.root[1]
        x2 = self.end.root[0]
        y = y0 * (1 - way) * (1 - 2 * way) + y1 * 4 * way * (1 - way) + y2 * way * (2 * way - 1)
        return x0 + (x2 - x0) * way, y


def mixed(first: Pose, second: Pose, share: float) -> Pose:
    """A pose between two, angle by angle."""

    def posture(a: Posture, b: Posture) -> Posture:
        angles = {j: v + (b.angles[j] - v) * share for j, v in a.angles.items()}
        return replace(a, angles=angles, tilt=a.tilt + (b.tilt - a.tilt) * share)

    root = tuple(p + (q - p) * share for p, q in zip(first.root, second.root, strict=True))
    near, far = posture(first.near, second.near), posture(first.far, second.far)
    return Pose(near, far, (root[0], root[1]))


class PedalMotion(StrideMotion):
    """Cycling: the balls of the feet go round with the pedals."""

    def __init__(self, motion: SideMotion) -> None:
        super().__init__(motion)
        self._bike = next(prop for prop in self.placement.start.props if prop.kind == "bike")
        ball = self.skeleton.at(self.stances(self.start)["near"], "ankle", BALL)
        crank = self._bike.points[1]
        self._first = math.atan2(ball[1] - crank[1], ball[0] - crank[0])

    def pose(self, way: float) -> Pose:
        """The pose of half a turn of the crank, from start (0) to end (1)."""
        pose = super().pose(way)
        near, far = (self._pedalling(pose, side, way) for side in SIDES)
        return replace(pose, near=near, far=far)

    def _pedalling(self, pose: Pose, side: str, way: float) -> Posture:
        stance = self.stances(pose)[side]
        turn, toes = stance.turns["ankle"], stance.turns["mtp"]
        held = Held(Contact("toe", side), self._pedal(side, way), turn, toes)
        return settled(self.skeleton, stance, [held]).posture

    def _pedal(self, side: str, way: float) -> Point:
        (x, y), radius = self._bike.points[1], self._bike.size
        angle = self._first + math.pi * (way + (side == "far"))
        return x + radius * math.cos(angle), y + radius * math.sin(angle)

    def framed(self, pose: Pose, way: float, *, swap: bool = False) -> Frame:
        """The picture of a pose, with the pedals where they are."""
        frame = super().framed(pose, way, swap=swap)
        sides = SIDES[::-1] if swap else SIDES
        pedals = tuple(self._pedal(side, way) for side in sides)
        bike = self._bike.at((*self._bike.points, *pedals))
        return replace(frame, props=(bike, *(p for p in frame.props if p.kind != "bike")))
