"""Values on the way between two poses, or three: they start and stop softly."""


def eased(way: float) -> float:
    """0 to 1, slow at both ends."""
    return way * way * (3.0 - 2.0 * way)


def between(start: float, end: float, way: float) -> float:
    """A value on a soft way (0 to 1) between two."""
    return start + (end - start) * eased(way)


def curve(start: float, mid: float | None, end: float, way: float) -> float:
    """A value on a soft way past a middle one at half time, never beyond the three."""
    if mid is None:
        return between(start, end, way)
    first, second = 2.0 * (mid - start), 2.0 * (end - mid)
    slope = 2.0 * first * second / (first + second) if first * second > 0.0 else 0.0
    if way < 0.5:
        return _hermite(start, mid, 0.0, slope / 2.0, 2.0 * way)
    return _hermite(mid, end, slope / 2.0, 0.0, 2.0 * way - 1.0)


def _hermite(a: float, b: float, leaving: float, arriving: float, t: float) -> float:
    """A cubic from a to b with the given slopes at its ends."""
    t2, t3 = t * t, t * t * t
    return (
        (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * leaving
        + (3 * t2 - 2 * t3) * b + (t3 - t2) * arriving
    )  # fmt: skip
