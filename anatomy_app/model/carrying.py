"""Where the things of an exercise are: those that move follow the joint that moves them."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anatomy_app.model.contacts import BALL, FIST, GRIP, HEEL, SIDES
from anatomy_app.model.easing import between
from anatomy_app.model.placement import Placement, Point, Prop
from anatomy_app.model.skeleton import Skeleton, Stance

Stances = Mapping[str, Stance]
STILL = frozenset(
    {"step", "box", "bench", "board", "chair", "pad", "mat", "blocks", "wall", "towel"}
)
Mark = tuple[str, str, Point]
"""A side, a joint, and a point of the standing figure that hangs on it."""

SPOTS: tuple[tuple[str, Point], ...] = (
    ("elbow", GRIP), ("elbow", FIST), ("ankle", BALL), ("ankle", HEEL), ("ankle", (-10.0, -68.5)),
    ("hip", (-13.3, -467.5)), ("pelvis", (0.0, -888.3)),
)  # fmt: skip
MARKS: tuple[Mark, ...] = tuple((side, *spot) for side in SIDES for spot in SPOTS)
FOLLOWS = 60.0  # mm by which a thing may stray from what it follows, between both ends


@dataclass(frozen=True, slots=True)
class Lead:
    """A point of a thing: how far it lies from a mark of the body at the start and at the end.

    Without a joint the two are its places in the picture.
    """

    start: Point
    end: Point
    joint: str = ""
    mark: Point = (0.0, 0.0)
    side: str = "near"


class Load:
    """The things of an exercise, each tied to what moves it. What stands on the floor stays."""

    def __init__(
        self,
        skeleton: Skeleton,
        placement: Placement,
        ends: tuple[Stances, Stances],
        marks: Iterable[Mark] = MARKS,
    ) -> None:
        self._skeleton, self._ends, self._marks = skeleton, ends, tuple(marks)
        start, end = placement.start.props, placement.end.props
        last = (*end, *start[len(end) :])
        self._tied = [
            (prop, self._leads(prop, other)) for prop, other in zip(start, last, strict=True)
        ]

    def at(self, way: float, now: Stances) -> tuple[Prop, ...]:
        """The things at a way from start (0) to end (1), the body in a stance."""
        return tuple(
            prop.at(tuple(self._place(lead, way, now) for lead in leads)) if leads else prop
            for prop, leads in self._tied
        )

    def _place(self, lead: Lead, way: float, now: Stances) -> Point:
        x, y = (between(lead.start[i], lead.end[i], way) for i in (0, 1))
        if not lead.joint:
            return x, y
        here = self._skeleton.at(now[lead.side], lead.joint, lead.mark)
        return here[0] + x, here[1] + y

    def _leads(self, first: Prop, last: Prop) -> list[Lead]:
        if first.kind in STILL or first.points == last.points:
            return []
        return [self._lead(a, b) for a, b in zip(first.points, last.points, strict=True)]

    def _lead(self, first: Point, last: Point) -> Lead:
        """Tied to the mark beside which the point lies alike in both poses, if there is one."""
        found = []
        for side, joint, mark in self._marks:
            a, b = (self._skeleton.at(each[side], joint, mark) for each in self._ends)
            tied = Lead(_less(first, a), _less(last, b), joint, mark, side)
            stray = math.dist(tied.start, tied.end) + 0.1 * math.hypot(*tied.start)
            found.append((stray, tied))
        stray, best = min(found, key=lambda each: each[0])
        return best if stray <= FOLLOWS else Lead(first, last)


def _less(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]
