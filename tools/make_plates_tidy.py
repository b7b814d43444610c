"""Mends in a map of owners, place by place: crumbs, torn strips, bare windows between the ribs."""

from collections.abc import Iterable, Sequence

import numpy as np
from make_plates_partition import CELL_MM2, SLIVER, UNKNOWN, Owner, settle
from make_plates_places import BARE, CRUMBS, LOST, Layer, Place
from make_plates_raster import Grid, pieces
from make_plates_trace import Owners

LARGEST_MM2 = 420.0  # a piece that is larger is no crumb: the place is wrong


def tidied(owners: Owners, kinds: Sequence[Owner], grid: Grid, layer: Layer) -> None:
    """Mend what make_plates_places names in a layer."""
    free_crumbs(owners, grid, CRUMBS.get(layer, ()))
    for name, *box in LOST.get(layer, ()):
        rows, columns = cells(grid, *box)
        part = owners[rows, columns]
        part[np.isin(part, [i for i, k in enumerate(kinds, 1) if k.name == name])] = SLIVER
    settle(owners, SLIVER)
    if layer in BARE:
        number = next(i for i, k in enumerate(kinds, 1) if k.name == "intercostals")
        fill_windows(owners, cells(grid, *BARE[layer]), number)


def free_crumbs(owners: Owners, grid: Grid, places: Iterable[Place]) -> None:
    """Give up the pieces at the places; bare ones go to a tissue, others to any neighbour."""
    number, size = pieces(owners)
    wrong = []
    for x, y in places:
        row, column = (int(v) for v in grid.cell(np.array(x), np.array(y)))
        piece = number[row, column]
        if size[piece] * CELL_MM2 > LARGEST_MM2:
            wrong.append((x, y))
        elif owners[row, column] >= 0:
            owners[number == piece] = SLIVER if owners[row, column] else UNKNOWN
    if wrong:
        raise ValueError(f"no crumbs at {wrong}")
    settle(owners, UNKNOWN)


def fill_windows(owners: Owners, box: tuple[slice, slice], owner: int) -> None:
    """Give bare pieces that lie wholly in a box, enclosed, to an owner."""
    number, size = pieces(owners == 0)
    within = np.bincount(number[box].ravel(), minlength=len(size))
    window = (within == size)[number] & (owners == 0)
    owners[window] = owner


def cells(grid: Grid, left: int, top: int, right: int, bottom: int) -> tuple[slice, slice]:
    """The rows and columns of a box in 0.1 mm."""
    (r0, r1), (c0, c1) = grid.cell(np.array([left, right]), np.array([top, bottom]))
    return slice(int(r0), int(r1) + 1), slice(int(c0), int(c1) + 1)
