"""Drawings: the views of the body, their layers, and the regions that stand for structures."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class View(StrEnum):
    """From where the body is seen."""

    FRONT = "front"
    BACK = "back"
    SIDE = "side"
    MEDIAL = "medial"
    SOLE = "sole"
    RUNNER = "runner"  # from the side, and running: not a plate


PLATES = (View.FRONT, View.BACK, View.SIDE, View.MEDIAL, View.SOLE)
"""The views that stand still and are drawn as plates."""


class Side(StrEnum):
    """Which of a pair a region is; midline structures are drawn once."""

    RIGHT = "right"
    LEFT = "left"
    MIDLINE = "midline"


class Tissue(StrEnum):
    """What a region is made of; only muscle takes an activity colour."""

    MUSCLE = "muscle"
    TENDON = "tendon"
    FASCIA = "fascia"
    BONE = "bone"
    SKIN = "skin"


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed cubic loops, even-odd filled.

    Each loop is a flat array `x0, y0, c1x, c1y, c2x, c2y, x, y, ...` in millimetres; x grows to
    the viewer's right, y downwards, y = 0 is the ground and the body's midline (or the hip joint
    line in side views) is x = 0.
    """

    loops: tuple["array[float]", ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A drawn outline that stands for a structure (or a bone) in one layer of one view.

    `structure` is a structure id for muscle, tendon and fascia; for bone and skin the name of the
    part, which is not an entity. `depth` is the paint order: 0 is farthest from the viewer.
    `box` is (left, top, right, bottom) in millimetres.
    """

    structure: str
    side: Side
    tissue: Tissue
    depth: int
    outline: Outline
    box: tuple[float, float, float, float]

    @property
    def area(self) -> float:
        """The area of its box in square millimetres: how large it looks."""
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


@dataclass(frozen=True, slots=True)
class Mark:
    """Drawing that is not a region: shading, a fibre, a skin line, an inscription.

    `role` names its paint (`shade1`, `fibre`, `skin-line`, ...). `closed` loops are filled, open
    ones are stroked with `width` millimetres. `structure` is the structure id of a fibre or an
    inscription, the part (`head`, `hand`, `foot`) of a skin mark, and empty for shading.
    """

    role: str
    outline: Outline
    closed: bool
    width: float = 0.0
    opacity: float = 1.0
    structure: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One SVG file: a view of the body peeled to one depth (1 is superficial).

    Painting order: `body`, then `under` (the skin of the foot, beneath its tendons), then
    `regions` by depth, then `marks` in their order, then `skin` (head, hands and feet, which lie
    over everything) in its order. `box` is the drawing's frame: left, top, right, bottom in mm.
    """

    view: View
    number: int
    box: tuple[float, float, float, float]
    body: Outline
    regions: tuple[Region, ...]
    marks: Sequence[Mark] = ()
    skin: Sequence[Mark] = ()
    under: tuple[Mark, ...] = ()
