"""The runner's shapes in painting order: which are seen in a layer, from which side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from itertools import groupby

from anatomy_app.model.drawing import Side, Tissue
from anatomy_app.model.posing import Chain, Cloud, Eye, Poser, Posture, Row
from anatomy_app.model.rig import LEVEL_MM, Part, Rig, RigShape, Strand

# What lies inside the trunk and is never seen from the side, by the layer from which it is.
FIRST_SEEN = {
    "diaphragm": 9, "pelvic_floor": 9, "pectoralis_minor": 2, "internal_oblique": 2,
    "intercostals": 2, "transversus_abdominis": 3,
}  # fmt: skip
# Bones that show only once the skin over them is taken away, by their group.
BARE_FROM = {
    "ribs": 2, "spine": 2, "sternum": 2, "hyoid": 2, "tarsals": 2, "metatarsals": 2, "toes": 2,
    "skull": 3, "mandible": 3,
}  # fmt: skip
SKIN_UNTIL = {Part.HEAD: 2, Part.TOES: 1, Part.TOES_INNER: 1}
VEILS = frozenset({"iliotibial_band"})  # sheets over muscles that can be seen through on demand
LIMBS = {Part.LEG: "skin_leg", Part.ARM: "skin_arm", Part.TRUNK: "skin_trunk"}

SMALL = frozenset({Part.HAND, Part.FOOT, Part.TOES})  # too small for shade while it runs
SPECK = 40.0  # times the square of what a level may leave a line by: less shade is not seen


class Detail(Enum):
    """How much of the figure a cast has."""

    FINE = auto()
    COARSE = auto()  # without what is too fine for a figure that runs, or hidden in every stride
    SILHOUETTE = auto()  # only what makes the shape of the body
    EVERYTHING = auto()  # hidden things too


@dataclass(frozen=True, eq=False)
class Piece:
    """A shape of one side, ready to be posed. `far` is the limb behind the trunk."""

    shape: RigShape
    side: Side
    far: bool
    loops: tuple[Chain, ...]
    fibres: tuple[Chain, ...]

    @classmethod
    def of(cls, shape: RigShape, side: Side, far: bool, *, fibres: bool = True) -> "Piece":
        """A shape's chains on a side."""
        return cls(shape, side, far, _ready(shape.loops), _ready(shape.fibres if fibres else ()))

    def spread(self) -> "Iterator[Piece]":
        """A piece for each area: Qt fills small smooth paths sooner than one."""
        for area in _areas(self.loops):
            yield replace(self, loops=area, fibres=())

    def without_specks(self, least: float) -> "Piece":
        """The same piece without what is smaller than so many mm2."""
        return replace(self, loops=tuple(loop for loop in self.loops if loop.area >= least))

    @property
    def is_band(self) -> bool:
        """Whether it is a band of shade or light."""
        return self.shape.role.removeprefix("skin-").rstrip("123") in ("shade", "light")

    @property
    def edges(self) -> tuple[Chain, ...]:
        """The loops as they are drawn: those of an area come back to their first point."""
        return self.loops if self.shape.width else tuple(loop.closed() for loop in self.loops)


def _ready(strands: Iterable[Strand]) -> tuple[Chain, ...]:
    return tuple(Chain.of(strand) for strand in strands)


def _areas(loops: Iterable[Chain]) -> list[tuple[Chain, ...]]:
    """Loops that belong together, because some are holes in the first."""
    found: list[list[Chain]] = []
    for loop in sorted(loops, key=lambda each: -each.area):
        home = next((inside for inside in found if inside[0].holds(loop.points[0])), None)
        if home is None:
            found.append([loop])
        else:
            home.append(loop)
    return [tuple(inside) for inside in found]


class Puppet:
    """Chains of pieces that move together: those of far pieces in a row, then all others.

    The far limbs take the posture of one side, all others that of the other.
    """

    def __init__(
        self,
        rig: Rig,
        pieces: Sequence[Piece],
        chains: Callable[[Piece], Iterable[Chain]],
        near: Side = Side.RIGHT,
    ) -> None:
        way = -1.0 if near is Side.LEFT else 1.0
        self._far, self._near = (
            Cloud(rig, [c for piece in pieces if piece.far is far for c in chains(piece)], way)
            for far in (True, False)
        )

    def posed(self, near: Posture, far: Posture, eye: Eye) -> Row:
        """Their points in a pose."""
        return self._far.posed(far, eye) + self._near.posed(near, eye)


class Cast:
    """The pieces of the figure in painting order, at one coarseness and layer.

    What no pose shows is left out, unless everything is wanted.
    """

    def __init__(
        self,
        rig: Rig,
        level: int,
        layer: int,
        near: Side = Side.RIGHT,
        *,
        detail: Detail = Detail.FINE,
    ) -> None:
        self._everything = detail is Detail.EVERYTHING
        self._fibrous = detail is Detail.FINE
        self._running = detail is Detail.COARSE
        self.rig = rig
        self.layer = layer
        self.near = near
        self.far = Side.LEFT if near is Side.RIGHT else Side.RIGHT
        self._least = SPECK * LEVEL_MM[level] ** 2 if detail is Detail.COARSE else 0.0
        self._shapes = tuple(shape for shape in rig.at_level(level) if _wanted(shape, detail))
        self.far_limbs = (*self._arm(self.far), *self._leg(self.far))
        self.trunk = tuple(self._trunk())
        self.near_limbs = (*self._leg(near), *self._arm(near))

    @cached_property
    def poser(self) -> Poser:
        """Poses the trunk and the near limbs."""
        return Poser(self.rig, bindings((*self.trunk, *self.near_limbs)))

    @cached_property
    def far_poser(self) -> Poser:
        """Poses the far limbs only."""
        return Poser(self.rig, bindings(self.far_limbs))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, the farthest first."""
        found = (*self.far_limbs, *self.trunk, *self.near_limbs)
        return tuple(_joined(found)) if self._running else found

    def _arm(self, side: Side) -> Iterator[Piece]:
        far = side is self.far
        yield from self._skin(Part.ARM, side)
        if far:
            yield from self._of(Part.HAND, side)
        yield from self._tissues((Part.ARM,), side)
        if not far:
            yield from self._of(Part.HAND, side)
            yield from self._tissues((Part.SHOULDER,), side)
            yield from self._shading(Part.ARM, side)

    def _leg(self, side: Side) -> Iterator[Piece]:
        under, over = (
            (Part.FOOT_INNER, Part.TOES_INNER) if side is self.far else (Part.FOOT, Part.TOES)
        )
        yield from self._skin(Part.LEG, side)
        yield from self._of(under, side)
        yield from self._tissues((Part.LEG,), side)
        yield from self._shading(Part.LEG, side)
        yield from self._of(over, side)

    def _trunk(self) -> Iterator[Piece]:
        yield from self._skin(Part.TRUNK, self.near)
        yield from self._tissues((Part.TRUNK,), self.near)
        yield from self._shading(Part.TRUNK, self.near)
        yield from self._of(Part.HEAD, self.near)

    def _shading(self, part: Part, side: Side) -> Iterator[Piece]:
        far = side is self.far
        for each in self._shapes:
            if each.part is part and each.role and self.layer in (each.far if far else each.near):
                yield from self._pieces(each, side, far)

    def _skin(self, part: Part, side: Side) -> Iterator[Piece]:
        return (
            Piece.of(each, side, side is self.far)
            for each in self._shapes
            if each.structure == LIMBS[part]
        )

    def _of(self, part: Part, side: Side) -> Iterator[Piece]:
        """The skin of head, hand or foot; of a bare foot only the outline is filled."""
        if self.layer > SKIN_UNTIL.get(part, 9):
            return
        for each in self._shapes:
            bare = part in (Part.FOOT, Part.FOOT_INNER) and self.layer > 1
            wanted = each.part is part and not (bare and each.role != "skin-fill")
            if wanted and self._seen(each, side is self.far):
                yield from self._pieces(each, side, side is self.far)

    def _pieces(self, shape: RigShape, side: Side, far: bool) -> Iterator[Piece]:
        """The pieces of a bit of skin: its bands of shade and light lie apart from each other."""
        piece = Piece.of(shape, side, far)
        if not piece.is_band:
            yield piece
        elif not self._running:
            yield from piece.spread()
        elif not far and shape.part not in SMALL:
            left = piece.without_specks(self._least)
            yield from (left,) if left.loops else ()

    def _tissues(self, parts: Sequence[Part], side: Side) -> Iterator[Piece]:
        """Bones, muscles and tendons by depth; of a far limb the inner ones come last."""
        far = side is self.far
        found = [
            s for s in self._shapes if s.part in parts and self._shown(s) and self._seen(s, far)
        ]
        found.sort(key=lambda s: -s.depth if far else s.depth)
        return (Piece.of(each, side, far, fibres=self._fibrous) for each in found)

    def _seen(self, shape: RigShape, far: bool) -> bool:
        veil = shape.structure in VEILS  # what is under it may be seen through it
        if self._everything or veil:
            return True
        if self._running:
            return self.layer in (shape.running_far if far else shape.running_near)
        return self.layer in (shape.far if far else shape.near)

    def _shown(self, shape: RigShape) -> bool:
        if shape.tissue is Tissue.SKIN:
            return False
        if shape.tissue is Tissue.BONE:
            return self.layer >= BARE_FROM.get(shape.group, 1)
        return shape.layer >= self.layer >= FIRST_SEEN.get(shape.structure, 1)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces; lines of one kind that follow each other are one, which is drawn sooner."""
    for kind, row in groupby(pieces, _kind_of_line):
        same = tuple(row)
        loops = tuple(loop for piece in same for loop in piece.loops)
        yield from same if kind is None else (replace(same[0], loops=loops),)


def _kind_of_line(piece: Piece) -> object:
    """What the lines that look alike have in common; None for an area."""
    shape = piece.shape
    return (shape.role, shape.width, shape.opacity, piece.far) if shape.width else None


def _wanted(shape: RigShape, detail: Detail) -> bool:
    if detail is Detail.SILHOUETTE:
        return shape.structure in LIMBS.values() or shape.role == "skin-fill"
    coarse = not shape.width or shape.role == "skin-contour"
    return coarse or detail is not Detail.COARSE


def bindings(pieces: Iterable[Piece]) -> set[int]:
    """Those that the outlines of some pieces need."""
    return {number for piece in pieces for chain in piece.loops for number in chain.bind}
