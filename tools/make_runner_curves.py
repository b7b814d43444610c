"""Curves of the runner as chains of points, dense where they bend, and how much each point counts.

A point's level says at which coarseness the drawing can do without it: a small picture takes the
points of the higher levels only.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from make_runner_bind import Share, mixed

TOLERANCES = (0.12, 0.45, 1.1, 2.4)  # mm that a chain may leave the curve at level 0, 1, 2, 3
STEPS = 5  # points for each piece of a curve, before the needless ones are dropped
LEVER = 45.0  # mm: a binding that is wrong by 1 moves a point as if it were so far off


@dataclass(frozen=True)
class Spot:
    """A point in mm (x forward, y down) with its binding."""

    x: float
    y: float
    share: Share


def smooth_loop(points: Sequence[Spot]) -> list[Spot]:
    """A closed Catmull-Rom curve through points, as a chain."""
    n = len(points)
    chain: list[Spot] = []
    for i in range(n):
        a, b, c, d = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        p, q = _handles(a, b, c, d)
        chain += [_between(b, p, q, c, k / STEPS) for k in range(STEPS)]
    return chain


def smooth_line(points: Sequence[Spot]) -> list[Spot]:
    """An open Catmull-Rom curve through points, as a chain."""
    ends = [points[0], *points, points[-1]]
    chain: list[Spot] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        p, q = _handles(a, b, c, d)
        chain += [_between(b, p, q, c, k / STEPS) for k in range(STEPS)]
    return [*chain, points[-1]]


def cubic_chain(path: Sequence[float]) -> list[tuple[float, float]]:
    """A path `x0, y0, c1x, c1y, c2x, c2y, x, y, ...` as points."""
    x0, y0 = path[0], path[1]
    chain = [(x0, y0)]
    for i in range(2, len(path) - 5, 6):
        x1, y1, x2, y2, x3, y3 = path[i : i + 6]
        for k in range(1, STEPS + 1):
            t = k / STEPS
            s = 1 - t
            w = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            chain.append(
                (
                    w[0] * x0 + w[1] * x1 + w[2] * x2 + w[3] * x3,
                    w[0] * y0 + w[1] * y1 + w[2] * y2 + w[3] * y3,
                )
            )
        x0, y0 = x3, y3
    return chain


def thinned(
    chain: Sequence[Spot], *, closed: bool, soft: float = 1.0
) -> tuple[list[Spot], list[int]]:
    """The points that count, and the highest level at which each still does.

    A soft edge may leave its curve by `soft` times as much.
    """
    kept = list(range(len(chain)))
    level = dict.fromkeys(kept, 0)
    for number, tolerance in enumerate(TOLERANCES):
        kept = _survivors(chain, kept, tolerance * soft, closed=closed)
        for index in kept:
            level[index] = number
        if number == 0:
            first = kept
    return [chain[i] for i in first], [level[i] for i in first]


def _survivors(
    chain: Sequence[Spot], kept: list[int], tolerance: float, *, closed: bool
) -> list[int]:
    if len(kept) < 5:
        return kept
    if not closed:
        return _peucker(chain, kept, tolerance)
    far = max(range(len(kept)), key=lambda k: _apart(chain[kept[0]], chain[kept[k]]))
    if far in (0, len(kept) - 1):
        return kept
    first = _peucker(chain, kept[: far + 1], tolerance)
    second = _peucker(chain, [*kept[far:], kept[0]], tolerance)
    found = [*first, *second[1:-1]]
    return found if len(found) >= 3 else kept


def _peucker(chain: Sequence[Spot], kept: list[int], tolerance: float) -> list[int]:
    """Douglas and Peucker's choice, with the binding as a further dimension."""
    keep = {0, len(kept) - 1}
    open_ = [(0, len(kept) - 1)]
    while open_:
        start, end = open_.pop()
        worst, at = tolerance, -1
        for k in range(start + 1, end):
            off = _off(chain[kept[k]], chain[kept[start]], chain[kept[end]])
            if off > worst:
                worst, at = off, k
        if at >= 0:
            keep.add(at)
            open_ += [(start, at), (at, end)]
    return [kept[k] for k in sorted(keep)]


def _off(p: Spot, a: Spot, b: Spot) -> float:
    """How far a point lies from a chord, its binding counted in."""
    dx, dy = b.x - a.x, b.y - a.y
    squared = dx * dx + dy * dy
    t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared if squared else 0.0
    t = min(max(t, 0.0), 1.0)
    away = math.hypot(a.x + t * dx - p.x, a.y + t * dy - p.y)
    bound = max(abs(u - v) for u, v in zip(mixed(a.share, b.share, t), p.share, strict=True))
    return max(away, bound * LEVER)


def _apart(a: Spot, b: Spot) -> float:
    return math.hypot(a.x - b.x, a.y - b.y)


def _handles(a: Spot, b: Spot, c: Spot, d: Spot) -> tuple[tuple[float, float], tuple[float, float]]:
    """The inner control points of a piece from b to c."""
    before, here, after = _apart(a, b) + 1e-6, _apart(b, c) + 1e-6, _apart(c, d) + 1e-6
    k, m = here / (3 * (before + here)), here / (3 * (here + after))
    first = b.x + (c.x - a.x) * k, b.y + (c.y - a.y) * k
    second = c.x - (d.x - b.x) * m, c.y - (d.y - b.y) * m
    return first, second


def _between(b: Spot, p: tuple[float, float], q: tuple[float, float], c: Spot, t: float) -> Spot:
    s = 1 - t
    x = s**3 * b.x + 3 * s * s * t * p[0] + 3 * s * t * t * q[0] + t**3 * c.x
    y = s**3 * b.y + 3 * s * s * t * p[1] + 3 * s * t * t * q[1] + t**3 * c.y
    return Spot(x, y, mixed(b.share, c.share, t))
