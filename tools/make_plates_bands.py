"""Bands of shade and light as calm closed curves: no crumbs, no torn edges."""

from collections.abc import Iterable, Sequence

import numpy as np
from make_plates_raster import CELL, Grid, Mask, blurred, pieces, polyline
from make_plates_shapes import Loop
from make_plates_trace import outlines, smooth_arcs

CELL_MM2 = (CELL / 10) ** 2
REACH, STEEP = 600, 0.5  # 0.1 mm from a cut, bands widen from nothing: so much of the way
MARGIN = 80  # 0.1 mm around a band in its grid


def without_islands(mask: Mask, least: float) -> Mask:
    """The mask less its pieces, and with its holes closed, below `least` mm2."""
    number, size = pieces(mask)
    return mask ^ (size * CELL_MM2 < least)[number]


def calmed(
    loops: Sequence[Sequence[int]],
    sigma: float,
    least: float,
    bare: Iterable[tuple[int, int, int, int]] = (),
    contour: Sequence[Sequence[int]] = (),
) -> list[Loop]:
    """Closed loops (0.1 mm) with their edges smoothed over `sigma` cells.

    Pieces below `least` mm2 go; nothing is left in the boxes `bare` (left, low, right, high).
    Where a part is cut off, between the ends of its `contour`, the bands begin as points along it.
    """
    if not loops:
        return []
    xs, ys = [v for x in loops for v in x[0::2]], [v for x in loops for v in x[1::2]]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    rows, columns = (max(ys) + MARGIN - top) // CELL, (max(xs) + MARGIN - left) // CELL
    grid = Grid(left, top, rows, columns)
    mask = grid.filled(loops)
    for x0, y0, x1, y1 in bare:
        high, low = (max((v - top) // CELL, 0) for v in (y0, y1))
        start, stop = (max((v - left) // CELL, 0) for v in (x0, x1))
        mask[high:low, start:stop] = False
    for line in contour:
        pointed(mask, grid, line)
    mask = without_islands(blurred(mask, sigma) > 0.5, least)
    return outlines(smooth_arcs(mask.astype("int16"), grid, 4.0, 2.5)).get(1, [])


def pointed(mask: Mask, grid: Grid, contour: Sequence[int]) -> None:
    """Take from a band what lies farther from the contour than half its way from the cut."""
    start, stop = np.array(contour[:2], np.float64), np.array(contour[-2:], np.float64)
    line = np.stack(polyline(contour), axis=1)
    across = (stop - start) / max(float(np.hypot(*(stop - start))), 1e-9)
    inward = np.array([-across[1], across[0]])
    if (line.mean(axis=0) - start) @ inward < 0:
        inward = -inward
    rows, columns = np.nonzero(mask)
    place = np.stack([columns, rows], axis=1) * CELL + (grid.left, grid.top)
    depth = (place - start) @ inward
    near = np.flatnonzero(depth < REACH)
    for part in np.array_split(near, max(len(near) // 2000, 1)):
        far = place[part, None] - line[None]
        aside = np.hypot(far[..., 0], far[..., 1]).min(axis=1)
        lost = part[aside > STEEP * np.maximum(depth[part], 0)]
        mask[rows[lost], columns[lost]] = False
