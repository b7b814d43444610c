"""Outlines as spans of rows 1 mm apart: areas, common areas and edges, without a raster library."""

import json
import math
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Spans = dict[int, list[tuple[float, float]]]  # by row (mm, at its middle): from x to x
MEASURED = Path(__file__).with_name("measured_outlines.json.z")
UNIT = 0.2  # mm


def measured() -> dict[str, dict[str, list[list[Point]]]]:
    """The measured outlines by `view-layer` and `id tissue side`; midline ones: the right half."""
    table = json.loads(zlib.decompress(MEASURED.read_bytes()))
    return {
        name: {key: [absolute(loop) for loop in loops] for key, loops in regions.items()}
        for name, regions in table.items()
    }


def absolute(steps: Sequence[int]) -> list[Point]:
    """A closed polygon in mm from its start and its steps."""
    x = y = 0
    points = []
    for i in range(0, len(steps), 2):
        x, y = x + steps[i], y + steps[i + 1]
        points.append((x * UNIT, y * UNIT))
    return points


def flattened(loop: Sequence[float], steps: int = 5) -> list[Point]:
    """Points along a loop of cubics."""
    points = [(loop[0], loop[1])]
    for i in range(2, len(loop), 6):
        (x0, y0), (a, b, c, d, x, y) = points[-1], loop[i : i + 6]
        for k in range(1, steps + 1):
            t = k / steps
            p, q, r, s = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append((p * x0 + q * a + r * c + s * x, p * y0 + q * b + r * d + s * y))
    return points


def spans(polygons: Iterable[Sequence[Point]], half: int = 0) -> Spans:
    """The rows of closed polygons, even-odd; `half` keeps x < 0 (1) or x > 0 (-1)."""
    rows: dict[int, list[float]] = {}
    for polygon in polygons:
        for (x0, y0), (x1, y1) in pairwise([*polygon, polygon[0]]):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            for row in range(-int(-(y0 - 0.5) // 1), -int(-(y1 - 0.5) // 1)):
                rows.setdefault(row, []).append(x0 + (row + 0.5 - y0) / (y1 - y0) * (x1 - x0))
    found = {}
    for row, xs in rows.items():
        xs.sort()
        cut = [(a, b) for a, b in zip(xs[::2], xs[1::2], strict=False)]
        if half:
            cut = [
                (min(a, 0.0), min(b, 0.0)) if half > 0 else (max(a, 0.0), max(b, 0.0))
                for a, b in cut
            ]
        found[row] = [(a, b) for a, b in cut if b > a]
    return found


def area(rows: Spans) -> float:
    """Square millimetres."""
    return sum(b - a for line in rows.values() for a, b in line)


def common(one: Spans, other: Spans) -> float:
    """Square millimetres that both cover."""
    return sum(
        max(0.0, min(b, d) - max(a, c))
        for row in one.keys() & other.keys()
        for a, b in one[row]
        for c, d in other[row]
    )


def edge(polygons: Iterable[Sequence[Point]]) -> float:
    """The length of the outlines in mm."""
    return sum(
        math.hypot(x - u, y - v)
        for polygon in polygons
        for (x, y), (u, v) in pairwise([*polygon, polygon[0]])
    )
