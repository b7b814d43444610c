"""From a map of owners to smooth outlines: neighbours share each border curve to the last bit.

Borders run along the edges of cells. They are cut into arcs where three owners meet, arcs that go
straight on through such a node are smoothed as one, and each arc becomes a few cubics.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from make_plates_fit import Points, fitted
from make_plates_raster import CELL, Grid
from make_plates_shapes import Loop
from numpy.typing import NDArray

FAR = 10**9  # added to the nodes of a mirror image
OUT = 32000  # the owner beyond the midline of a plate of which only the right half is traced
NEAR = 8  # corners over which the direction of an arc at its end is taken
STRAIGHT = -0.35  # cosine: two arcs at a node go on into each other if they turn less than this

Owners = NDArray[np.int16]
End = tuple[int, bool]  # number of an arc, whether it is its last point


@dataclass(slots=True)
class Arc:
    """A border between two owners; `points` are corners (row, column), then smooth 0.1 mm."""

    left: int
    right: int
    nodes: tuple[int, int]
    points: Points
    before: NDArray[np.float64] = field(default_factory=lambda: np.zeros(2))  # tangent at the start
    after: NDArray[np.float64] = field(default_factory=lambda: np.zeros(2))  # tangent at the end
    loop: Loop = field(default_factory=list)

    @property
    def closed(self) -> bool:
        """Whether it meets no other border."""
        return self.nodes[0] < 0


def outlines(arcs: Sequence[Arc], middle: Iterable[int] = ()) -> dict[int, list[Loop]]:
    """The closed loops of every owner but 0 and OUT; those in `middle` with their mirror image."""
    names = {a.left for a in arcs} | {a.right for a in arcs}
    whole = set(middle)
    return {
        name: whole_rings(name, arcs) if name in whole else rings(name, arcs)
        for name in sorted(names - {0, OUT})
    }


def smooth_arcs(owners: Owners, grid: Grid, sigma: float, tolerance: float) -> list[Arc]:
    """All borders as fitted curves.

    `sigma` (cells) smooths them, `tolerance` (0.1 mm) is how far a curve may stray.
    """
    arcs = found_arcs(owners)
    smooth(arcs, sigma)
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
    count = sum((ways >> k) & 1 for k in range(4))
    node = (count > 2) | (count == 1)
    used: set[tuple[int, int]] = set()
    wide = ways.shape[1]
    flat, nodes = ways.ravel(), node.ravel()
    arcs = []
    for start in np.flatnonzero(nodes).tolist():
        for way in range(4):
            if flat[start] >> way & 1 and (start, way) not in used:
                arcs.append(walked(start, way, flat, nodes, wide, used, padded))
    for start in np.flatnonzero((count == 2) & ~node).tolist():
        for way in range(2):
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


def smooth(arcs: list[Arc], sigma: float) -> None:
    """Smooth all arcs: as one where they go on into each other, and with their ends together."""
    links = continued(arcs)
    raw = {n: p for a in arcs for n, p in zip(a.nodes, a.points[[0, -1]], strict=True)}
    done: dict[int, NDArray[np.float64]] = {}
    for chain in chained(arcs, links):
        smooth_chain(arcs, chain, sigma, done)
    for number, arc in enumerate(arcs):
        for last in (False, True):
            node = arc.nodes[last]
            if node >= 0 and (number, last) not in links and node in done:
                bend_end(arc, last, done[node] - raw[node])


def continued(arcs: list[Arc]) -> dict[End, End]:
    """Which end of an arc goes on into which other."""
    at: dict[int, list[End]] = {}
    for number, arc in enumerate(arcs):
        if not arc.closed:
            at.setdefault(arc.nodes[0], []).append((number, False))
            at.setdefault(arc.nodes[1], []).append((number, True))
    links: dict[End, End] = {}
    for ends in at.values():
        if any(OUT in (arcs[n].left, arcs[n].right) for n, _ in ends):
            continue
        way = [heading(arcs[n], last) for n, last in ends]
        best = min(
            ((float(way[i] @ way[k]), i, k) for i in range(len(ends)) for k in range(i)),
            default=(1.0, 0, 0),
        )
        if best[0] < STRAIGHT:
            links[ends[best[1]]], links[ends[best[2]]] = ends[best[2]], ends[best[1]]
    return links


def heading(arc: Arc, last: bool) -> NDArray[np.float64]:
    """The direction in which an arc leaves its end."""
    points = arc.points[::-1] if last else arc.points
    way = points[min(NEAR, len(points) - 1)] - points[0]
    return way / max(float(np.hypot(*way)), 1e-9)


def chained(arcs: list[Arc], links: dict[End, End]) -> list[list[tuple[int, bool]]]:
    """Runs of arcs, each with whether it is walked backwards; a ring comes with `closed` links."""
    seen: set[int] = set()
    chains = []
    first = [n for n in range(len(arcs)) if (n, False) not in links or (n, True) not in links]
    for number in [*first, *range(len(arcs))]:
        if number in seen:
            continue
        back = (number, False) in links and (number, True) not in links
        chain = []
        step: tuple[int, bool] | None = (number, back)
        while step and step[0] not in seen:
            chain.append(step)
            seen.add(step[0])
            following = links.get((step[0], not step[1]))
            step = (following[0], following[1]) if following else None
        chains.append(chain)
    return chains


def smooth_chain(
    arcs: list[Arc],
    chain: list[tuple[int, bool]],
    sigma: float,
    done: dict[int, NDArray[np.float64]],
) -> None:
    """Smooth one run of arcs and hand each its points, and nodes passed through their place."""
    parts = [arcs[n].points[::-1] if back else arcs[n].points for n, back in chain]
    line = np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
    if any(OUT in (arcs[n].left, arcs[n].right) for n, _ in chain):
        return
    ring = bool((line[0] == line[-1]).all()) and (arcs[chain[0][0]].closed or len(chain) > 1)
    line = gaussian(line, sigma, ring)
    ways = np.gradient(line, axis=0) if len(line) > 2 else np.diff(line, axis=0).repeat(2, axis=0)
    if ring:
        ways[0] = ways[-1] = line[1] - line[-2]
    start = 0
    for (n, back), part in zip(chain, parts, strict=True):
        stop = start + len(part)
        piece, way = line[start:stop], ways[[start, stop - 1]]
        arc = arcs[n]
        arc.points = piece[::-1] if back else piece
        arc.before, arc.after = (-way[1], -way[0]) if back else (way[0], way[1])
        ends = arc.nodes[::-1] if back else arc.nodes
        if start and ends[0] >= 0:
            done[ends[0]] = piece[0]
        start = stop - 1
    if ring and arcs[chain[0][0]].nodes[0] >= 0:
        n, back = chain[0]
        done[arcs[n].nodes[back]] = line[0]


def gaussian(line: Points, sigma: float, ring: bool) -> Points:
    """The line smoothed along itself; ends of an open one stay."""
    reach = int(3 * sigma)
    if len(line) < 4:
        return line
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    if ring:
        body = line[:-1]
        index = np.arange(-reach, len(body) + reach) % len(body)
        padded = body[index]
    else:
        n = len(line) - 1
        before, after = np.arange(reach, 0, -1), np.arange(1, reach + 1)
        fold = lambda k: np.abs((k + n) % (2 * n) - n) if n else k * 0  # noqa: E731
        ahead = 2 * line[0] - line[fold(before)]
        behind = 2 * line[-1] - line[n - fold(after)]
        padded = np.concatenate([ahead, line, behind])
    out = np.stack([np.convolve(padded[:, k], weights, mode="valid") for k in (0, 1)], axis=1)
    if ring:
        return np.concatenate([out, out[:1]])
    out[0], out[-1] = line[0], line[-1]
    return out


def bend_end(arc: Arc, last: bool, by: NDArray[np.float64]) -> None:
    """Lead the end of an arc to where the border it ends on went."""
    count = len(arc.points)
    fade = np.clip(1 - np.arange(count) / min(16, max(count - 1, 1)), 0, 1)[:, None]
    arc.points = arc.points + (fade[::-1] if last else fade) * by
    if count > 3:
        arc.before, arc.after = arc.points[2] - arc.points[0], arc.points[-1] - arc.points[-3]


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
        at, ring = start, []
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
