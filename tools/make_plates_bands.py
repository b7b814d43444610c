"""Bands of shade and light as calm closed curves: no crumbs, no torn edges."""

from collections.abc import Iterable, Sequence

from make_plates_raster import CELL, Grid, Mask, blurred, pieces
from make_plates_shapes import Loop
from make_plates_trace import outlines, smooth_arcs

CELL_MM2 = (CELL / 10) ** 2
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
) -> list[Loop]:
    """Closed loops (0.1 mm) with their edges smoothed over `sigma` cells.

    Pieces below `least` mm2 go; nothing is left in the boxes `bare` (left, low, right, high).
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
    mask = without_islands(blurred(mask, sigma) > 0.5, least)
    return outlines(smooth_arcs(mask.astype("int16"), grid, 4.0, 2.5)).get(1, [])
