"""The quiet figure of an exercise: the shape of the body, and the muscles that work.

Pieces come in painting order, the farthest first.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from anatomy_app.model.blending import Blender
from anatomy_app.model.casting import LIMBS, Piece
from anatomy_app.model.drawing import Side, Tissue
from anatomy_app.model.placement import Point
from anatomy_app.model.posing import Chain, Matrix, Poser, Posture
from anatomy_app.model.rig import Part, Rig, RigShape

SKIN = frozenset(LIMBS.values())
ARM = (Part.ARM, Part.SHOULDER)
FIRST, SECOND = Side.RIGHT, Side.LEFT  # near and far, or the two sides of the front figure


class Aspect(Enum):
    """Which figure is drawn, and how much of it."""

    SIDE = auto()
    FRONT = auto()
    OUTER_FOOT = auto()  # one leg from outside
    INNER_FOOT = auto()  # one leg from inside, the small toes of the other posture behind
    FRONT_FOOT = auto()  # one leg from the front
    SOLE = auto()  # one foot from below


@dataclass(frozen=True, eq=False)
class Bit:
    """A piece of the figure: of its body (`lit` empty), or the drawn structure that works.

    `hidden` marks a muscle that others cover on the body, `idle` one that does not work.
    """

    piece: Piece
    lit: str = ""
    hidden: bool = False
    idle: bool = False


class Mannequin:
    """The pieces of a quiet figure at one coarseness.

    `lit` names structures to show, `sides` on which sides those of the limbs work. A `fine` figure
    has the muscles too that do not work.
    """

    def __init__(
        self,
        rig: Rig,
        level: int,
        *,
        aspect: Aspect = Aspect.SIDE,
        fine: bool = False,
        lit: Collection[str] = (),
        sides: Collection[Side] = (FIRST, SECOND),
    ) -> None:
        self._lit, self._sides, self._fine = frozenset(lit), frozenset(sides), fine
        self._shapes = tuple(s for s in rig.at_level(level) if self._wanted(s))
        muscles = {s.structure for s in self._shapes if s.tissue is Tissue.MUSCLE}
        self._passive = self._lit - muscles
        self.bits = tuple(self._pieces(aspect))
        near = {n for b in self.bits if not b.piece.far for n in _bindings(b.piece)}
        far = {n for b in self.bits if b.piece.far for n in _bindings(b.piece)}
        self._blends = aspect in (Aspect.FRONT, Aspect.FRONT_FOOT)
        self._posers = Poser(rig, near), Poser(rig, far)
        self._blenders = Blender(rig, near), Blender(rig, far)
        self._pivot = rig.pivot
        self._has_far = bool(far)

    def matrices(
        self, near: Posture, far: Posture, root: Matrix
    ) -> tuple[list[Matrix], list[Matrix]]:
        """The matrices of both sides; `root` places the standing figure."""
        first = self._matrices(near, root, far=False)
        return first, self._matrices(far, root, far=True) if self._has_far else first

    def _matrices(self, posture: Posture, root: Matrix, *, far: bool) -> list[Matrix]:
        if self._blends or posture.stretch:
            return self._blenders[far].matrices(posture, root)
        return self._posers[far].matrices(posture, root)

    def outlines(self, near: Posture, far: Posture, root: Point) -> Iterator[list[float]]:
        """The outlines of the body in mm, the hips' middle at `root`."""
        x, y = root[0] - self._pivot[0], root[1] - self._pivot[1]
        ours, theirs = self.matrices(near, far, (1.0, 0.0, 0.0, 1.0, x, y))
        for bit in self.bits:
            if not bit.lit and not bit.idle:
                for chain in bit.piece.loops:
                    yield chain.posed(theirs if bit.piece.far else ours)

    def _wanted(self, shape: RigShape) -> bool:
        skin = shape.structure in SKIN or shape.role == "skin-fill"
        muscle = self._fine and shape.tissue is Tissue.MUSCLE
        return skin or ((muscle or shape.structure in self._lit) and not shape.role)

    def _pieces(self, aspect: Aspect) -> Iterator[Bit]:
        match aspect:
            case Aspect.FRONT:
                yield from self._front()
            case Aspect.SIDE:
                yield from self._side()
            case Aspect.INNER_FOOT:
                yield from self._body((), Part.FOOT, SECOND)
                yield from self._body((Part.LEG,), Part.FOOT_INNER, FIRST)
                yield from self._working((Part.LEG,), FIRST, inner=True)
            case _:
                yield from self._limb((Part.LEG,), Part.FOOT, FIRST)

    # -- the side figure ---------------------------------------------------------------

    def _side(self) -> Iterator[Bit]:
        yield from self._limb(ARM, Part.HAND, SECOND)
        yield from self._limb((Part.LEG,), Part.FOOT_INNER, SECOND)
        yield from self._body((Part.TRUNK,), Part.HEAD, FIRST)
        trunk = [*self._working((Part.TRUNK,), FIRST)]
        yield from (bit for bit in trunk if not bit.hidden)
        yield from self._limb((Part.LEG,), Part.FOOT, FIRST)
        yield from (bit for bit in trunk if bit.hidden)  # some lie behind the thigh
        yield from self._limb(ARM, Part.HAND, FIRST)

    def _limb(self, parts: Collection[Part], end: Part | None, side: Side) -> Iterator[Bit]:
        yield from self._body(parts, end, side)
        yield from self._working(parts, side)

    def _body(self, parts: Collection[Part], end: Part | None, side: Side) -> Iterator[Bit]:
        for part in (*parts, end):
            for shape in self._shapes:
                skin = shape.structure in SKIN or shape.role == "skin-fill"
                if skin and shape.part is part and shape.side in (None, side):
                    yield Bit(_turning_one_way(shape, side, side is SECOND and shape.side is None))

    def _working(
        self, parts: Collection[Part], side: Side, *, inner: bool = False
    ) -> Iterator[Bit]:
        """What works, the deep muscles first; from inside it is the inner ones that come later."""
        found = [s for s in self._shapes if s.part in parts and s.side in (None, side)]
        far = side is SECOND and all(shape.side is None for shape in found)
        inside = far or inner
        found.sort(key=lambda s: (self._is_passive(s), -s.depth if inside else s.depth))
        if self._fine:
            for shape in found:
                if shape.tissue is Tissue.MUSCLE and 1 in (shape.far if inside else shape.near):
                    yield Bit(Piece.of(shape, side, far), idle=True)
        for shape in found:
            if self._works(shape) and (side in self._sides or Part.TRUNK in parts):
                hidden = 1 not in (shape.far if inside else shape.near)
                yield Bit(Piece.of(shape, side, far), shape.structure, hidden)

    def _works(self, shape: RigShape) -> bool:
        """Tendons are part of the muscle's name but only shown if they are what works."""
        lit = shape.structure in self._lit
        return lit and (self._is_passive(shape) or shape.tissue is Tissue.MUSCLE)

    def _is_passive(self, shape: RigShape) -> bool:
        return shape.structure in self._passive

    # -- the front figure ----------------------------------------------------------------

    def _front(self) -> Iterator[Bit]:
        yield from self._body((Part.TRUNK,), None, Side.MIDLINE)
        for side in (FIRST, SECOND):
            yield from self._limb((Part.LEG,), None, side)
        yield from self._body((), Part.HEAD, Side.MIDLINE)
        for side in (Side.MIDLINE, FIRST, SECOND):
            yield from self._working((Part.TRUNK,), side)
        for side in (FIRST, SECOND):
            yield from self._limb(ARM, Part.HAND, side)


def _turning_one_way(shape: RigShape, side: Side, far: bool) -> Piece:
    """A piece whose loops all run clockwise: laid over each other they make one silhouette."""
    piece = Piece.of(shape, side, far)
    return replace(piece, loops=tuple(_clockwise(loop) for loop in piece.loops))


def _clockwise(loop: Chain) -> Chain:
    points = list(zip(loop.xs, loop.ys, strict=True))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))
    bind = loop.bind if len(loop.bind) == 1 else loop.bind[::-1]
    return loop if area > 0 else Chain(loop.xs[::-1], loop.ys[::-1], bind)


def _bindings(piece: Piece) -> Iterable[int]:
    return (number for chain in piece.loops for number in chain.bind)
