"""The retinacula: the straps that hold the tendons down at wrist and ankle.

No table measures them. They are drawn on the measured bones and tendons, as pale bands that let
the tendons show through, and end where the tissues end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from make_plates_fit import fitted
from make_plates_layer import Map, edged
from make_plates_raster import CELL, Grid, Mask, blurred, grown, shrunk
from make_plates_shapes import Loop, mirrored
from make_plates_smooth import gaussian
from make_plates_svg import Shape
from make_plates_trace import outlines, smooth_arcs
from numpy.typing import NDArray

LINES = ((-1.0, 0.7), (-0.55, 0.3), (-0.1, 0.3), (0.35, 0.3), (0.75, 0.3), (1.0, 0.7))  # opacity
LINE_MM = 0.35
FILL = 0.6  # opacity
SPAN = 14  # cells: half the distance between tendons that a strap bridges
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Strap:
    """A band along a line (0.1 mm), which is `width` wide and runs out where no tissue lies."""

    line: tuple[tuple[int, int], ...]
    width: int


STRAPS: dict[tuple[str, int], tuple[Strap, ...]] = {
    ("front", 1): (
        Strap(((-2950, -9080), (-2600, -9050), (-2150, -9090)), 150),  # palmar carpal ligament
        Strap(((-1080, -1120), (-800, -1170), (-450, -1130)), 150),  # superior extensor
        Strap(((-1090, -620), (-840, -740), (-540, -850)), 110),  # inferior extensor, upper limb
        Strap(((-860, -725), (-760, -680), (-650, -570)), 90),  # and lower limb
    ),
    ("back", 1): (Strap(((2150, -9040), (2550, -9090), (2950, -9170)), 190),),  # extensor
    ("side", 1): (
        Strap(((-2050, -9660), (-1800, -9620), (-1520, -9590)), 170),  # extensor
        Strap(((-300, -1110), (-60, -1160), (200, -1120)), 150),  # superior extensor
        Strap(((-20, -520), (160, -680), (340, -900)), 110),  # inferior extensor
        Strap(((-150, -600), (-260, -560), (-420, -470)), 120),  # superior fibular
        Strap(((-130, -470), (-190, -400), (-280, -350)), 90),  # inferior fibular
    ),
    ("medial", 1): (
        Strap(((-40, -800), (160, -670), (330, -560)), 220),  # flexor
        Strap(((-130, -900), (-300, -800), (-480, -680)), 110),  # inferior extensor
    ),
}


def retinacula(found: Map, view: str, number: int, sides: Iterable[str]) -> list[Shape]:
    """The straps of a superficial layer: fills, then lines along them."""
    tissue = shrunk(grown(found.owners > 0, SPAN), SPAN + 1)
    marks = []
    for side in sides:
        for strap in STRAPS.get((view, number), ()):
            line = along(strap.line)
            fill = filled(found, strapped(line, strap.width, found.grid) & tissue)
            marks.append(Shape({"role": "retinaculum"}, turned(fill, side), 0.0, FILL))
            for aside, opacity in LINES:
                lines = kept(offset(line, aside * strap.width / 2), tissue, found.grid)
                tags = {"role": "retinaculum-line"}
                marks.append(Shape(tags, turned(lines, side), LINE_MM, opacity))
    return [mark for mark in marks if mark.loops]


def turned(loops: Iterable[Loop], side: str) -> list[Loop]:
    """The loops on their side."""
    return [mirrored(loop) if side == "left" else loop for loop in loops]


def along(corners: Sequence[tuple[int, int]]) -> Points:
    """A smooth line through the corners, a point each 0.5 mm."""
    line = np.asarray(corners, np.float64)
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, way[-1], int(way[-1] / 5) + 2)
    points = np.stack([np.interp(at, way, line[:, k]) for k in (0, 1)], axis=1)
    return gaussian(points, min(10.0, len(points) / 7), False)


def offset(line: Points, by: float) -> Points:
    """The line moved aside."""
    way = np.gradient(line, axis=0)
    way /= np.hypot(*way.T)[:, None]
    return line + by * np.stack([-way[:, 1], way[:, 0]], axis=1)


def strapped(line: Points, width: int, grid: Grid) -> Mask:
    """The cells of the strap."""
    mask = grid.empty()
    for aside in np.arange(-width / 2, width / 2 + 1, CELL / 2):
        points = offset(line, float(aside))
        mask[grid.cell(points[:, 0], points[:, 1])] = True
    return mask


def filled(found: Map, mask: Mask) -> list[Loop]:
    """The outline of the cells."""
    band = (blurred(mask, 1.5) > 0.5).astype(np.int16)
    owners, grid = edged(band, found.grid, found.half)
    return outlines(smooth_arcs(owners, grid, 3.0, 2.5)).get(1, [])


def kept(line: Points, tissue: Mask, grid: Grid) -> list[Loop]:
    """The stretches of the line that lie on tissue."""
    within = np.concatenate([[0], tissue[grid.cell(line[:, 0], line[:, 1])], [0]]).astype(np.int8)
    ends = np.flatnonzero(np.diff(within))
    runs = zip(ends[::2], ends[1::2], strict=True)
    return [fitted(line[a:b], None, None, 2.0) for a, b in runs if b - a > 6]
