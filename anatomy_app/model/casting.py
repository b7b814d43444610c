"""The runner's shapes in painting order: which are seen in a layer, from which side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from anatomy_app.model.drawing import Side, Tissue
from anatomy_app.model.posing import Chain, Poser
from anatomy_app.model.rig import Part, Rig, RigShape, Strand

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


class Detail(Enum):
    """How much of the figure a cast has."""

    FINE = auto()
    COARSE = auto()  # without what is too fine for a figure that moves
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
    def of(cls, shape: RigShape, side: Side, far: bool) -> "Piece":
        """A shape's chains on a side."""

        def ready(strands: Iterable[Strand]) -> tuple[Chain, ...]:
            return tuple(Chain.of(strand) for strand in strands)

        return cls(shape, side, far, ready(shape.loops), ready(shape.fibres))


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
        self.rig = rig
        self.layer = layer
        self.near = near
        self.far = Side.LEFT if near is Side.RIGHT else Side.RIGHT
        self._shapes = tuple(shape for shape in rig.at_level(level) if _wanted(shape, detail))
        self.far_limbs = (*self._arm(self.far), *self._leg(self.far))
        self.trunk = tuple(self._trunk())
        self.near_limbs = (*self._leg(near), *self._arm(near))

    @cached_property
    def poser(self) -> Poser:
        """Poses the trunk and the near limbs."""
        return Poser(self.rig, _bindings((*self.trunk, *self.near_limbs)))

    @cached_property
    def far_poser(self) -> Poser:
        """Poses the far limbs only."""
        return Poser(self.rig, _bindings(self.far_limbs))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, the farthest first."""
        return (*self.far_limbs, *self.trunk, *self.near_limbs)

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
                yield Piece.of(each, side, far)

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
                yield Piece.of(each, side, side is self.far)

    def _tissues(self, parts: Sequence[Part], side: Side) -> Iterator[Piece]:
        """Bones, muscles and tendons by depth; of a far limb the inner ones come last."""
        far = side is self.far
        found = [
            s for s in self._shapes if s.part in parts and self._shown(s) and self._seen(s, far)
        ]
        found.sort(key=lambda s: -s.depth if far else s.depth)
        return (Piece.of(each, side, far) for each in found)

    def _seen(self, shape: RigShape, far: bool) -> bool:
        veil = shape.structure in VEILS  # what is under it may be seen through it
        return self._everything or veil or self.layer in (shape.far if far else shape.near)

    def _shown(self, shape: RigShape) -> bool:
        if shape.tissue is Tissue.SKIN:
            return False
        if shape.tissue is Tissue.BONE:
            return self.layer >= BARE_FROM.get(shape.group, 1)
        return shape.layer >= self.layer >= FIRST_SEEN.get(shape.structure, 1)


def _wanted(shape: RigShape, detail: Detail) -> bool:
    if detail is Detail.SILHOUETTE:
        return shape.structure in LIMBS.values() or shape.role == "skin-fill"
    coarse = not shape.width or shape.role == "skin-contour"
    return coarse or detail is not Detail.COARSE


def _bindings(pieces: Iterable[Piece]) -> set[int]:
    chains = (c for p in pieces for c in (*p.loops, *p.fibres))
    return {number for each in chains for number in each.bind}
