"""From a map of owners to smooth outlines: neighbours share each border curve to the last bit.

Borders run along the edges of cells. They are cut into arcs where three owners meet, arcs that go
straight on through such a node are smoothed as one, and each arc becomes a few cubics.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from make_plates_fit import fitted
from make_plates_raster import CELL, Grid
from make_plates_shapes import Loop
from make_plates_smooth import FAR, OUT, Arc, smooth
from numpy.typing import NDArray

Owners = NDArray[np.int16]


def outlines(arcs: Sequence[Arc], middle: Iterable[int] = ()) -> dict[int, list[Loop]]:
    """The closed loops of every owner but 0 and OUT; those in `middle` with their mirror image."""
    names = {a.left for a in arcs} | {a.right for a in arcs}
    whole = set(middle)
    return {
        name: whole_rings(name, arcs) if name in whole else rings(name, arcs)
        for name in sorted(names - {0, OUT})
    }


def smooth_arcs(
    owners: Owners, grid: Grid, sigma: float, tolerance: float, *, true: bool = False
) -> list[Arc]:
    """All borders as fitted curves.

    `sigma` (cells) smooths them, `true` to their bends; `tolerance` (0.1 mm) is how far a curve
    may stray.
    """
    arcs = found_arcs(owners)
    smooth(arcs, sigma, true=true)
    for arc in arcs:
        xy = arc.points[:, ::-1] * CELL + (grid.left, grid.top)
        if OUT in (arc.left, arc.right):
            arc.loop = fitted(xy[[0, -1]], None, None, tolerance)
        else:
            arc.loop = fitted(xy, arc.before[::-1], arc.after[::-1], tolerance)
    return arcs


STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))  # right, down, left, up


def found_arcs(owners: Owners) -> list[Arc]:
    """The borders between owners, cut at nodes."""
    padded = np.pad(owners, 1)
    ways = crossings(padded)
    count = np.asarray(sum((ways >> k) & 1 for k in range(4)))
    node = (count > 2) | (count == 1)
    used: set[tuple[int, int]] = set()
    wide = ways.shape[1]
    flat, nodes = ways.ravel(), node.ravel()
    arcs: list[Arc] = []
    starts = [(start, way) for start in np.flatnonzero(nodes).tolist() for way in range(4)]
    rest = np.flatnonzero((count == 2) & ~node).tolist()
    starts += [(start, way) for start in rest for way in range(2)]
    for start, way in starts:  # a walk takes away from what is left
        if flat[start] >> way & 1 and (start, way) not in used:
            arcs.append(walked(start, way, flat, nodes, wide, used, padded))
    return arcs


def crossings(padded: Owners) -> NDArray[np.uint8]:
    """For each corner between cells, the bits of the ways in which a border leaves it."""
    high, wide = padded.shape
    ways = np.zeros((high + 1, wide + 1), np.uint8)
    upright = padded[:, 1:] != padded[:, :-1]  # a border between columns c and c+1, row r
    level = padded[1:] != padded[:-1]
    ways[:-1, 1:-1] |= (upright << 1).astype(np.uint8)
    ways[1:, 1:-1] |= (upright << 3).astype(np.uint8)
    ways[1:-1, :-1] |= level.astype(np.uint8)
    ways[1:-1, 1:] |= (level << 2).astype(np.uint8)
    return ways


def walked(  # noqa: PLR0913  # one walk over arrays that are shared by all
    start: int,
    way: int,
    flat: NDArray[np.uint8],
    nodes: NDArray[np.bool_],
    wide: int,
    used: set[tuple[int, int]],
    padded: Owners,
) -> Arc:
    """The arc that leaves the corner `start` in the direction `way`."""
    row, column = divmod(start, wide)
    left, right = beside(padded, row, column, way)
    steps = (1, wide, -1, -wide)
    at, path = start, [start]
    while True:
        used.add((at, way))
        at += steps[way]
        used.add((at, way ^ 2))
        path.append(at)
        if nodes[at] or at == start:
            break
        way = next(k for k in range(4) if flat[at] >> k & 1 and k != way ^ 2)
    ends = (start, at) if nodes[start] else (-1, -1)
    rows, columns = np.divmod(np.asarray(path), wide)
    points = np.stack([rows - 1.0, columns - 1.0], axis=1)
    return Arc(left, right, ends, points)


def beside(padded: Owners, row: int, column: int, way: int) -> tuple[int, int]:
    """The owners to the left and right of the step from a corner."""
    cells = {
        0: ((row - 1, column), (row, column)),
        1: ((row, column), (row, column - 1)),
        2: ((row, column - 1), (row - 1, column - 1)),
        3: ((row - 1, column - 1), (row - 1, column)),
    }
    (a, b), (c, d) = cells[way]
    return int(padded[a, b]), int(padded[c, d])


def rings(name: int, arcs: Sequence[Arc]) -> list[Loop]:
    """The closed loops around one owner."""
    loops = [list(a.loop) for a in arcs if a.closed and name in (a.left, a.right)]
    ways: dict[int, list[tuple[int, Loop]]] = {}
    for arc in arcs:
        if arc.closed or name not in (arc.left, arc.right):
            continue
        forward = arc.left == name
        start, stop = arc.nodes if forward else arc.nodes[::-1]
        loop = arc.loop if forward else reversed_loop(arc.loop)
        ways.setdefault(start, []).append((stop, loop))
    while ways:
        start = next(iter(ways))
        at = start
        ring: Loop = []
        while at in ways:
            stop, loop = ways[at].pop()
            if not ways[at]:
                del ways[at]
            ring += loop[2:] if ring else loop
            at = stop
        loops.append(ring)
    return [started(loop) for loop in loops]


def started(loop: Loop) -> Loop:
    """The closed loop begun where it runs straightest: a stroke has no join where it begins."""
    spans = [loop[i : i + 6] for i in range(2, len(loop), 6)]
    best, place = -2.0, 0
    for k, span in enumerate(spans):
        (bx, by, x, y), (ax, ay) = span[2:], spans[(k + 1) % len(spans)][:2]
        inward, outward = np.hypot(x - bx, y - by), np.hypot(ax - x, ay - y)
        turn = ((x - bx) * (ax - x) + (y - by) * (ay - y)) / max(float(inward * outward), 1e-9)
        if turn > best + 1e-6:
            best, place = turn, k + 1
    spans = spans[place:] + spans[:place]
    return [*spans[-1][4:], *(value for span in spans for value in span)]


def reversed_loop(loop: Loop) -> Loop:
    """The same curve from its end."""
    pairs = list(zip(loop[0::2], loop[1::2], strict=True))[::-1]
    return [value for pair in pairs for value in pair]


def whole_rings(name: int, arcs: Iterable[Arc]) -> list[Loop]:
    """The loops of an owner on the midline: its right half and its mirror image as one."""
    middle = on_midline(arcs)
    half = [a for a in arcs if OUT not in (a.left, a.right)]
    turned = []
    for arc in half:
        nodes = tuple(n if n in middle or n < 0 else n + FAR for n in arc.nodes)
        loop = [v if i % 2 else -v for i, v in enumerate(arc.loop)]
        turned.append(Arc(arc.right, arc.left, (nodes[0], nodes[1]), arc.points, loop=loop))
    return rings(name, [*half, *turned])


def on_midline(arcs: Iterable[Arc]) -> set[int]:
    """The nodes on the midline."""
    return {n for a in arcs if OUT in (a.left, a.right) for n in a.nodes}
