"""Cubics through points, as few as a tolerance allows (least squares with given end tangents)."""

import numpy as np
from make_plates_shapes import Loop
from numpy.typing import NDArray

Points = NDArray[np.float64]
Vector = NDArray[np.float64]


def fitted(points: Points, before: Vector | None, after: Vector | None, tolerance: float) -> Loop:
    """A run of cubics along the points, tangent to `before` and `after` at its ends (0.1 mm)."""
    if len(points) < 4:
        before = after = None
    starts = unit(points[1] - points[0] if before is None else before)
    stops = unit(points[-1] - points[-2] if after is None else after)
    loop = [round(float(v)) for v in points[0]]
    spans(points, starts, stops, tolerance, loop)
    return loop


def spans(points: Points, starts: Vector, stops: Vector, tolerance: float, loop: Loop) -> None:
    """Add the cubics of a run of points, halving it until each is near enough."""
    cubic, error, worst = one(points, starts, stops)
    if error <= tolerance or len(points) < 8:
        loop += [round(float(v)) for v in cubic.ravel()]
        return
    cut = min(max(worst, len(points) // 4), len(points) - 1 - len(points) // 4)
    reach = min(3, cut, len(points) - 1 - cut)
    way = unit(points[cut + reach] - points[cut - reach])
    spans(points[: cut + 1], starts, way, tolerance, loop)
    spans(points[cut:], way, stops, tolerance, loop)


def one(points: Points, starts: Vector, stops: Vector) -> tuple[Points, float, int]:
    """The best cubic with these end tangents, its greatest distance, and where that is."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    length = float(steps.sum())
    t = np.concatenate([[0.0], np.cumsum(steps)]) / max(length, 1e-9)
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    rest = points - np.outer(a + b, points[0]) - np.outer(c + d, points[-1])
    first, second = np.outer(b, starts), np.outer(c, -stops)
    ff, ss, fs = (first * first).sum(), (second * second).sum(), (first * second).sum()
    fr, sr = (first * rest).sum(), (second * rest).sum()
    det = ff * ss - fs * fs
    low, high = 0.05 * length, 0.7 * length
    alpha, beta = ((fr * ss - sr * fs) / det, (ff * sr - fs * fr) / det) if det > 1e-9 else (0, 0)
    if not (low <= alpha <= high and low <= beta <= high):
        alpha = beta = length / 3
    p1, p2 = points[0] + alpha * starts, points[-1] - beta * stops
    curve = np.outer(a, points[0]) + np.outer(b, p1) + np.outer(c, p2) + np.outer(d, points[-1])
    off = np.hypot(*(curve - points).T)
    worst = int(off.argmax())
    return np.stack([p1, p2, points[-1]]), float(off[worst]), worst


def unit(vector: Vector) -> Vector:
    """The direction of a vector."""
    return vector / max(float(np.hypot(vector[0], vector[1])), 1e-9)
