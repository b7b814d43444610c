"""Exercises of the foot: a few millimetres, which only a picture of the foot alone can show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from anatomy_app.model.easing import between
from anatomy_app.model.mannequin import Aspect
from anatomy_app.model.motion import Box, Frame, Lit, Motion
from anatomy_app.model.placement import Placement, Point, Prop
from anatomy_app.model.posing import Posture
from anatomy_app.model.rig import Rig
from anatomy_app.model.skeleton import Skeleton

SHORTEST = 2.0  # seconds: toes that move faster cannot be followed
ARROW = 5.0  # mm, the line of an arrow
SIDE_BOX: Box = (-115.0, -235.0, 195.0, 12.0)
FREE_BOX: Box = (-115.0, -225.0, 195.0, 45.0)
FRONT_BOX: Box = (-250.0, -330.0, 100.0, 20.0)
SOLE_BOX: Box = (-225.0, -180.0, 10.0, 70.0)
WINDOWS = {Aspect.FRONT_FOOT: FRONT_BOX, Aspect.SOLE: SOLE_BOX}


@dataclass(frozen=True)
class Look:
    """A close picture: degrees of the joints at the start and at the end, an arrow in mm.

    `behind` are those of the small toes where the foot is seen from inside. `band` has its end at
    the foot first. `shorter` is how much of its length the foot keeps.
    """

    aspect: Aspect
    start: Mapping[str, float] = field(default_factory=dict)
    end: Mapping[str, float] = field(default_factory=dict)
    behind: tuple[Mapping[str, float], Mapping[str, float]] = ({}, {})
    shorter: float = 1.0
    arrow: tuple[Point, ...] = ()
    band: tuple[Point, Point] | None = None
    towel: tuple[float, float] | None = None


LOOKS: dict[str, Look] = {
    "short_foot": Look(
        Aspect.INNER_FOOT, shorter=0.955, arrow=((45.0, -22.0), (45.0, -62.0)),
    ),
    "toe_yoga": Look(
        Aspect.INNER_FOOT, {"mtp": 34.0}, {"mtp": -4.0}, ({"mtp": -6.0}, {"mtp": 34.0}),
    ),
    "big_toe_press": Look(
        Aspect.INNER_FOOT, {"mtp": 6.0}, {"mtp": -5.0}, arrow=((160.0, -75.0), (160.0, -38.0)),
    ),
    "toe_spread": Look(
        Aspect.SOLE, {f"toe_{i}": 0.0 for i in range(1, 6)},
        {"toe_1": 13.0, "toe_2": 4.0, "toe_3": -3.0, "toe_4": -9.0, "toe_5": -15.0},
    ),
    "towel_curl": Look(
        Aspect.OUTER_FOOT, {"mtp": 22.0}, {"mtp": -10.0}, towel=(185.0, 160.0),
        arrow=((178.0, -22.0), (130.0, -22.0)),
    ),
    "plantar_fascia_stretch": Look(
        Aspect.INNER_FOOT, {"mtp": 0.0, "ankle": -4.0}, {"mtp": 52.0, "ankle": 8.0},
        ({"mtp": 0.0, "ankle": -4.0}, {"mtp": 52.0, "ankle": 8.0}),
        arrow=((186.0, -40.0), (165.0, -105.0)),
    ),
    "band_dorsiflexion": Look(
        Aspect.OUTER_FOOT, {"ankle": -16.0}, {"ankle": 14.0}, band=((92.0, -48.0), (188.0, 4.0)),
        arrow=((170.0, -60.0), (158.0, -105.0)),
    ),
    "ankle_eversion_band": Look(
        Aspect.FRONT_FOOT, {"ankle_r": -6.0}, {"ankle_r": 22.0},
        band=((-82.0, -14.0), (90.0, -34.0)), arrow=((-150.0, -24.0), (-168.0, -70.0)),
    ),
    "ankle_inversion_band": Look(
        Aspect.FRONT_FOOT, {"ankle_r": 8.0}, {"ankle_r": -24.0},
        band=((-82.0, -14.0), (-240.0, -34.0)), arrow=((0.0, -24.0), (16.0, -70.0)),
    ),
}  # fmt: skip


class FootMotion(Motion):
    """A foot in a close picture."""

    def __init__(self, rig: Rig, lit: Lit, placement: Placement, look: Look) -> None:
        self.aspect = look.aspect
        below = look.aspect is Aspect.SOLE
        self.floor = not below and look.band is None and "ankle" not in look.start
        self.window = WINDOWS.get(look.aspect, SIDE_BOX if self.floor else FREE_BOX)
        self._look, self._placement = look, placement
        self._slowly = max(SHORTEST / placement.duration, 1.0) if placement.duration else 0.0
        moves = look.start != look.end or look.shorter != 1.0
        seconds = self._slowly * placement.duration if moves else 0.0
        super().__init__(rig, Lit(lit.structures, "near"), seconds)

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        if self.is_static:
            return self.ends[1]
        return self._at(self._placement.way(seconds % self.duration / self._slowly))

    @cached_property
    def ends(self) -> tuple[Frame, Frame]:
        """Start and end."""
        return self._at(0.0), self._at(1.0)

    def _at(self, way: float) -> Frame:
        look = self._look
        stretch = {"ankle": between(1.0, look.shorter, way)} if look.shorter != 1.0 else {}
        near = Posture(_between(look.start, look.end, way), stretch=stretch)
        far = Posture(_between(*look.behind, way), stretch=stretch)
        return Frame(near, far, self.rig.pivot, tuple(self._props(near, way)))

    def _props(self, near: Posture, way: float) -> Iterator[Prop]:
        look = self._look
        if look.towel:
            edge = between(*look.towel, way)
            yield Prop("towel", ((40.0, -1.0), (edge, 0.0)))
        if look.band:
            joint = "ankle_r" if look.aspect is Aspect.FRONT_FOOT else "ankle"
            skeleton = Skeleton(self.rig)
            foot = skeleton.at(skeleton.stance(near, self.rig.pivot), joint, look.band[0])
            yield Prop("band", (foot, look.band[1]), ARROW * 2)
        if look.arrow:
            yield Prop("arrow", look.arrow, ARROW)


def _between(start: Mapping[str, float], end: Mapping[str, float], way: float) -> dict[str, float]:
    return {joint: between(start[joint], end[joint], way) for joint in start}
