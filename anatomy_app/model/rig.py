"""The runner's drawing: shapes whose points hang on joints.

Frame of the standing figure: millimetres, x forward, y down, y = 0 is the ground, x = 0 the hip
joints. The right side is drawn; the far leg and arm use the same outlines.
"""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import compress
from math import hypot

from anatomy_app.model.drawing import Side, Tissue

LEVELS = 4  # coarseness 0 (all points) to 3 (the fewest)
LEVEL_MM = (0.12, 0.45, 1.1, 2.4)  # how far a drawing may leave the true line at each level


class Part(StrEnum):
    """Which part of the figure a shape belongs to; it decides the painting order."""

    LEG = "leg"
    TRUNK = "trunk"
    ARM = "arm"
    SHOULDER = "shoulder"
    HEAD = "head"
    HAND = "hand"
    FOOT = "foot"
    TOES = "toes"
    FOOT_INNER = "foot_inner"
    TOES_INNER = "toes_inner"


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint at its standing place in mm; `turn` is +1 where a positive angle is clockwise.

    `parent` is the index of the joint it hangs on, -1 for the pelvis.
    """

    name: str
    parent: int
    x: float
    y: float
    turn: int


@dataclass(frozen=True, slots=True)
class Strand:
    """A chain of points: `xy` flat in mm; `bind` one number for all points, or one for each.

    `level` tells for each point the highest coarseness at which it still counts.
    """

    xy: "array[float]"
    bind: "array[int]"
    level: bytes

    def at_level(self, level: int) -> "Strand":
        """The chain with the points of a coarseness only."""
        if min(self.level, default=level) >= level:
            return self
        keep = [own >= level for own in self.level]
        xy = array("f", bytes(8 * sum(keep)))
        xy[0::2] = array("f", compress(self.xy[0::2], keep))
        xy[1::2] = array("f", compress(self.xy[1::2], keep))
        bind = self.bind if len(self.bind) == 1 else array("H", compress(self.bind, keep))
        return Strand(xy, bind, bytes(compress(self.level, keep)))


@dataclass(frozen=True, slots=True)
class RigShape:
    """A drawn thing: outline loops; for muscles also fibres and its path.

    `structure` is a structure id for muscle, tendon and fascia, else the name of a part. `role`
    is the paint of a piece of skin, `width` (mm) that of a line, 0 for a filled area. `layer` is
    the last layer in which it is drawn, `depth` (mm) orders the shapes of a part. `near` and `far`
    are the layers in which it is seen in some pose on the near and on the far side, `running_near`
    and `running_far` those in which some stride shows more than a speck of it. `side` is given
    where the figure is drawn with both of its sides.
    """

    structure: str
    part: Part
    tissue: Tissue
    group: str
    layer: int
    depth: float
    loops: tuple[Strand, ...]
    role: str = ""
    width: float = 0.0
    opacity: float = 1.0
    fibres: tuple[Strand, ...] = ()
    path: Strand | None = None
    near: frozenset[int] = frozenset()
    far: frozenset[int] = frozenset()
    side: Side | None = None
    running_near: frozenset[int] = frozenset()
    running_far: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Rig:
    """Joints, bindings (the share of each joint's turn that a point takes, 0 to 1) and shapes."""

    joints: tuple[Joint, ...]
    bindings: tuple[tuple[float, ...], ...]
    shapes: tuple[RigShape, ...]
    _levels: dict[int, tuple[RigShape, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def joint_numbers(self) -> Mapping[str, int]:
        """Each joint's index by its name."""
        return {joint.name: number for number, joint in enumerate(self.joints)}

    @cached_property
    def pivot(self) -> tuple[float, float]:
        """What the pelvis tilts about, in mm: the middle of the hip joints."""
        hips = [each for each in self.joints if each.parent < 0 and each.name.startswith("hip")]
        return sum(h.x for h in hips) / len(hips), sum(h.y for h in hips) / len(hips)

    @cached_property
    def axes(self) -> tuple[tuple[float, float], ...]:
        """The direction of each joint's bone: to the first joint on it, else downwards."""
        return tuple(self._axis(number) for number in range(len(self.joints)))

    def _axis(self, number: int) -> tuple[float, float]:
        own = self.joints[number]
        ways = ((j.x - own.x, j.y - own.y) for j in self.joints if j.parent == number)
        x, y = next(ways, (0.0, 1.0))
        length = hypot(x, y)
        return x / length, y / length

    def joint(self, name: str) -> Joint:
        """A joint by its name."""
        return self.joints[self.joint_numbers[name]]

    def at_level(self, level: int) -> tuple[RigShape, ...]:
        """All shapes at a coarseness from 0 to 3; made once."""
        if level not in self._levels:
            self._levels[level] = tuple(_coarse(shape, level) for shape in self.shapes)
        return self._levels[level]


def level_for(scale: float) -> int:
    """The coarsest level that leaves a line by less than a third of a pixel.

    `scale` is device pixels per millimetre.
    """
    fitting = (level for level in range(LEVELS) if LEVEL_MM[level] * scale <= 0.33)
    return max(fitting, default=0)


def _coarse(shape: RigShape, level: int) -> RigShape:
    def chains(strands: tuple[Strand, ...]) -> Iterator[Strand]:
        return (strand.at_level(level) for strand in strands)

    return RigShape(
        shape.structure, shape.part, shape.tissue, shape.group, shape.layer, shape.depth,
        tuple(chains(shape.loops)), shape.role, shape.width, shape.opacity,
        tuple(chains(shape.fibres)), shape.path, shape.near, shape.far, shape.side,
        shape.running_near, shape.running_far,
    )  # fmt: skip
