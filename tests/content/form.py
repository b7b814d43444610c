"""Outlines as spans of rows: areas, common areas and edges, without a raster library."""

import json
import math
import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path

Point = tuple[float, float]
Line = list[tuple[float, float]]  # from x to x, in mm, sorted and apart
ROW = 0.5  # mm from one row to the next
Spans = dict[int, Line]  # by row, cut at its middle: y = (row + 0.5) * ROW
MEASURED = Path(__file__).with_name("measured_outlines.json.z")
UNIT = 0.1  # mm, in the file


def measured() -> dict[str, dict[str, Spans]]:
    """What is seen of each measured region, by `view-layer` and `id tissue side`.

    Midline regions: the measured half. `tools/measure_outlines.py` writes the file.
    """
    table = json.loads(zlib.decompress(MEASURED.read_bytes()))
    return {
        name: {key: unpacked(blocks) for key, blocks in regions.items()}
        for name, regions in table.items()
    }


def packed(rows: Spans) -> list[list[int]]:
    """Blocks of rows with the same number of spans: first row, that number, then steps of x."""
    blocks: list[list[int]] = []
    for _, run in groupby(enumerate(sorted(rows)), lambda p: (p[1] - p[0], len(rows[p[1]]))):
        numbers = [row for _, row in run]
        block = [numbers[0], len(rows[numbers[0]])]
        before = [0] * 2 * block[1]
        for row in numbers:
            now = [round(x / UNIT) for span in rows[row] for x in span]
            block += [b - a for a, b in zip(before, now, strict=True)]
            before = now
        blocks.append(block)
    return blocks


def unpacked(blocks: Sequence[Sequence[int]]) -> Spans:
    """The rows of `packed` blocks."""
    rows = {}
    for first, count, *steps in blocks:
        xs = [0] * 2 * count
        for k in range(len(steps) // len(xs)):
            xs = [x + steps[k * len(xs) + i] for i, x in enumerate(xs)]
            line = [x * UNIT for x in xs]
            rows[first + k] = list(zip(line[::2], line[1::2], strict=True))
    return rows


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
            top, bottom = y0 / ROW - 0.5, y1 / ROW - 0.5
            for row in range(-int(-top // 1), -int(-bottom // 1)):
                rows.setdefault(row, []).append(
                    x0 + (row - top) / (bottom - top) * (x1 - x0),
                )
    found = {}
    for row, xs in rows.items():
        xs.sort()
        line = list(zip(xs[::2], xs[1::2], strict=False))
        if half:
            line = [(min(a, 0), min(b, 0)) if half > 0 else (max(a, 0), max(b, 0)) for a, b in line]
        found[row] = [(a, b) for a, b in line if b > a]
    return {row: line for row, line in found.items() if line}


def cut(line: Line, other: Line) -> Line:
    """The spans of a row less those of another."""
    for c, d in other:
        pieces = [piece for a, b in line for piece in ((a, min(b, c)), (max(a, d), b))]
        line = [(a, b) for a, b in pieces if b > a]
    return line


def area(rows: Spans) -> float:
    """Square millimetres."""
    return sum(b - a for line in rows.values() for a, b in line) * ROW


def common(one: Spans, other: Spans) -> float:
    """Square millimetres that both cover."""
    return ROW * sum(
        max(0.0, min(b, d) - max(a, c))
        for row in one.keys() & other.keys()
        for a, b in one[row]
        for c, d in other[row]
    )


def edge(rows: Spans) -> float:
    """The length of the outlines in mm."""
    length = 0.0
    for row in range(min(rows) - 1, max(rows) + 1):
        above, below = rows.get(row, []), rows.get(row + 1, [])
        if len(above) == len(below) and all(
            a < d and c < b for (a, b), (c, d) in zip(above, below, strict=True)
        ):
            length += sum(
                math.hypot(x - u, ROW)
                for one, other in zip(above, below, strict=True)
                for x, u in zip(one, other, strict=True)
            )
        else:  # where pieces begin, end, part or meet
            length += sum(b - a for a, b in cut(above, below) + cut(below, above))
            length += ROW * abs(len(above) + len(below))
    return length
