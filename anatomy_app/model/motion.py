"""How an exercise moves: the pose of the mannequin at an instant.

Frame of the picture: millimetres, x forward, y down, y = 0 the floor.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from anatomy_app.model.mannequin import FIRST, SECOND, Aspect, Mannequin
from anatomy_app.model.placement import Point, Prop
from anatomy_app.model.posing import Posture
from anatomy_app.model.rig import LEVELS, Rig

Box = tuple[float, float, float, float]
"""left, top, right, bottom in mm; y grows downwards."""

PRIMARY, SECONDARY = "primary", "secondary"
BOTH = (FIRST, SECOND)
SIDES = {"near": (FIRST,), "far": (SECOND,)}
SHOWN = 6  # instants of a repetition that decide how much room it takes


@dataclass(frozen=True)
class Frame:
    """The figure and the things around it at an instant.

    `root` is the place of the hips' middle. The front figure has one posture, `near`. `scroll` is
    the way in mm that the ground has gone backwards, if it does, `slope` its rise for one along.
    `mirrored` turns the whole picture about x = 0.
    """

    near: Posture
    far: Posture
    root: Point
    props: tuple[Prop, ...] = ()
    scroll: float | None = None
    slope: float = 0.0
    mirrored: bool = False


@dataclass(frozen=True)
class Lit:
    """Which drawn structures work, and how: "primary" or "secondary", on which side."""

    structures: Mapping[str, str] = field(default_factory=dict)
    side: str = "both"


class Motion(ABC):
    """A moving picture. `duration` is that of one repetition in seconds, 0 if it stands still."""

    aspect = Aspect.SIDE  # which figure it is drawn with
    floor = True  # whether a line shows the ground
    window: Box | None = None  # what a picture of a part of the body shows

    def __init__(self, rig: Rig, lit: Lit, duration: float) -> None:
        self.rig = rig
        self.lights = lit
        self.duration = duration
        self._mannequins: dict[tuple[int, bool], Mannequin] = {}

    @property
    def lit(self) -> Mapping[str, str]:
        """The drawn structures that work: "primary" or "secondary"."""
        return self.lights.structures

    @property
    def is_static(self) -> bool:
        """Whether nothing moves."""
        return self.duration <= 0.0

    def mannequin(self, level: int, *, fine: bool = False) -> Mannequin:
        """The figure with what works, at a coarseness from 0 (fine) to 3; made once."""
        key = (level, fine)
        if key not in self._mannequins:
            sides = SIDES.get(self.lights.side, BOTH)
            self._mannequins[key] = Mannequin(
                self.rig, level, aspect=self.aspect, fine=fine, lit=tuple(self.lit), sides=sides
            )
        return self._mannequins[key]

    @abstractmethod
    def frame(self, seconds: float) -> Frame:
        """The picture at an instant; after a repetition comes the next one."""

    @property
    @abstractmethod
    def ends(self) -> tuple[Frame, Frame]:
        """The two poses of a thumbnail: where it starts and where it leads."""

    @cached_property
    def box(self) -> Box:
        """The room around all frames with their things."""
        if self.window is not None:
            return self.window
        figure = self.mannequin(LEVELS - 1)
        frames = [*self.ends, *(self.frame(self.duration * i / SHOWN) for i in range(1, SHOWN))]
        around = [_around(figure, frame) for frame in (frames[:1] if self.is_static else frames)]
        left, top, right, bottom = zip(*around, strict=True)
        return min(left), min(top), max(right), max(*bottom, 0.0 if self.floor else min(bottom))


def _around(figure: Mannequin, frame: Frame) -> Box:
    """The room of one frame."""
    xs, ys = [], []
    for points in figure.outlines(frame.near, frame.far, frame.root):
        xs += points[0::2]
        ys += points[1::2]
    for prop in frame.props:
        if prop.points:
            left, top, right, bottom = prop.room
            xs += [left, right]
            ys += [top, bottom]
    way = -1.0 if frame.mirrored else 1.0
    left, right = sorted((way * min(xs), way * max(xs)))
    return left, min(ys), right, max(ys)
