"""Smoothing borders: arcs that go straight on through a node are one line, others end on it."""

from dataclasses import dataclass, field

import numpy as np
from make_plates_fit import Points
from make_plates_shapes import Loop
from numpy.typing import NDArray

FAR = 10**9  # added to the nodes of a mirror image
OUT = 32000  # the owner beyond the midline of a plate of which only the right half is traced
NEAR = 8  # corners over which the direction of an arc at its end is taken
STRAIGHT = -0.35  # cosine: two arcs at a node go on into each other if they turn less than this

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


def smooth(arcs: list[Arc], sigma: float, *, true: bool = True) -> None:
    """Smooth all arcs: as one where they go on into each other, and with their ends together.

    A `true` line gets back what smoothing took from its bends.
    """
    links = continued(arcs)
    raw = {n: p for a in arcs for n, p in zip(a.nodes, a.points[[0, -1]], strict=True)}
    done: dict[int, NDArray[np.float64]] = {}
    for chain in chained(arcs, links):
        smooth_chain(arcs, chain, sigma, done, true=true)
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
    return np.asarray(way / max(float(np.hypot(*way)), 1e-9))


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
    *,
    true: bool,
) -> None:
    """Smooth one run of arcs and hand each its points, and nodes passed through their place."""
    parts = [arcs[n].points[::-1] if back else arcs[n].points for n, back in chain]
    line = np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
    if any(OUT in (arcs[n].left, arcs[n].right) for n, _ in chain):
        return
    ring = bool((line[0] == line[-1]).all()) and (arcs[chain[0][0]].closed or len(chain) > 1)
    once = gaussian(line, sigma, ring)
    line = once + gaussian(line - once, sigma, ring) if true else once
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
        last = len(line) - 1
        fold = np.abs((np.arange(1, reach + 1) + last) % (2 * last) - last)
        ahead = 2 * line[0] - line[fold[::-1]]
        behind = 2 * line[-1] - line[last - fold]
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
