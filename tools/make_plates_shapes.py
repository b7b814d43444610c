"""Geometry of the plates: loops of whole tenths of a millimetre, clipped with skia-pathops.

A loop is `[x0, y0, c1x, c1y, c2x, c2y, x, y, ...]`, cubic, in 0.1 mm, x to the viewer's right and
y *down* from the ground line; closed loops fill even-odd. Clipping loop by loop is right for
even-odd shapes, because (A xor B) cut by C is (A cut by C) xor (B cut by C).
"""

from collections.abc import Iterable, Sequence

from pathops import FillType, LineCap, LineJoin, PathOp, PathVerb, op  # type: ignore[import-untyped]
from pathops import Path as Area

Loop = list[int]

SMALLEST_AREA = 60.0  # 0.6 mm2: what clipping leaves below this is a crumb, not anatomy
STEPS = 16  # samples of a cubic when an open line is cut


def downwards(loop: Sequence[int]) -> Loop:
    """Turn a measured loop (v axis up) into the drawing's frame (y down)."""
    return [-value if i % 2 else value for i, value in enumerate(loop)]


def down(loops: Iterable[Sequence[int]]) -> list[Loop]:
    """Measured loops in the drawing's frame."""
    return [downwards(loop) for loop in loops]


def mirrored(loop: Sequence[int]) -> Loop:
    """The same loop on the other side of the midline."""
    return [value if i % 2 else -value for i, value in enumerate(loop)]


def to_path(loops: Iterable[Sequence[int]]) -> Area:
    """One even-odd path of the closed loops."""
    path = Area(fillType=FillType.EVEN_ODD)
    for loop in loops:
        path.moveTo(loop[0], loop[1])
        for i in range(2, len(loop), 6):
            path.cubicTo(*loop[i : i + 6])
        path.close()
    return path


def to_loops(path: Area) -> list[Loop]:
    """The closed loops of a path; straight and quadratic edges become cubics, crumbs go."""
    path.convertConicsToQuads()
    loops: list[Loop] = []
    for verb, points in path:
        flat = [round(value) for point in points for value in point]
        if verb == PathVerb.MOVE:
            loops.append(flat)
        elif verb == PathVerb.LINE and loops[-1][-2:] != flat:
            loops[-1] += straight(*loops[-1][-2:], *flat)
        elif verb == PathVerb.QUAD:
            loops[-1] += quadratic(*loops[-1][-2:], *flat)[2:]
        elif verb == PathVerb.CUBIC:
            loops[-1] += flat
    return [closed(loop) for loop in loops if abs(area(loop)) > SMALLEST_AREA]


def straight(x0: int, y0: int, x: int, y: int) -> Loop:
    """A straight edge as the two control points and the end of a cubic."""
    thirds = [(2 * x0 + x) / 3, (2 * y0 + y) / 3, (x0 + 2 * x) / 3, (y0 + 2 * y) / 3]
    return [*map(round, thirds), x, y]


def quadratic(x0: int, y0: int, cx: int, cy: int, x: int, y: int) -> Loop:
    """A quadratic curve as a cubic."""
    thirds = [(x0 + 2 * cx) / 3, (y0 + 2 * cy) / 3, (x + 2 * cx) / 3, (y + 2 * cy) / 3]
    return [x0, y0, *map(round, thirds), x, y]


def ellipse(x: int, y: int, wide: int, high: int) -> Loop:
    """An ellipse around a point, from its half axes."""
    a, b = round(wide * 0.5523), round(high * 0.5523)
    loop = [x + wide, y, x + wide, y + b, x + a, y + high, x, y + high]
    loop += [x - a, y + high, x - wide, y + b, x - wide, y]
    loop += [x - wide, y - b, x - a, y - high, x, y - high]
    return [*loop, x + a, y - high, x + wide, y - b, x + wide, y]


def closed(loop: Loop) -> Loop:
    """The loop with its last point on its first."""
    if loop[-2:] == loop[:2]:
        return loop
    return loop + straight(loop[-2], loop[-1], loop[0], loop[1])


def area(loop: Sequence[int]) -> float:
    """Signed area of the loop's control polygon: enough to tell a crumb."""
    xs, ys = loop[0::2], loop[1::2]
    pairs = zip(xs, ys, [*xs[1:], xs[0]], [*ys[1:], ys[0]], strict=True)
    return sum(x * v - u * y for x, y, u, v in pairs) / 2


def inside(loops: Iterable[Sequence[int]], clip: Area) -> list[Loop]:
    """What of the closed loops lies in `clip`; a loop wholly inside stays as it was."""
    kept: list[Loop] = []
    for loop in loops:
        path = to_path([loop])
        cut = op(path, clip, PathOp.INTERSECTION)
        whole = abs(cut.area) > abs(path.area) * 0.9995
        kept += [list(loop)] if whole else to_loops(cut)
    return kept


def without(path: Area, other: Area) -> Area:
    """The path less the other."""
    return op(path, other, PathOp.DIFFERENCE)


def grown(path: Area, by: float) -> Area:
    """The path with a margin of `by` all round."""
    edge = Area(path)
    edge.stroke(2 * by, LineCap.ROUND_CAP, LineJoin.ROUND_JOIN, 4)
    edge.convertConicsToQuads()
    return joined(path, edge)


def joined(path: Area, other: Area) -> Area:
    """Both paths as one."""
    return op(path, other, PathOp.UNION)


def lines_inside(lines: Iterable[Sequence[int]], clip: Area) -> list[Loop]:
    """The parts of the open lines that lie in `clip`; a line wholly inside stays as it was."""
    kept: list[Loop] = []
    for line in lines:
        points = samples(line)
        within = [clip.contains(point) for point in points]
        kept += [list(line)] if all(within) else runs_inside(points, within)
    return kept


def runs_inside(points: Sequence[tuple[float, float]], within: Sequence[bool]) -> list[Loop]:
    """Unbroken runs of the points that are within, as smooth lines."""
    runs: list[list[tuple[int, int]]] = [[]]
    for (x, y), kept in zip(points, within, strict=True):
        if kept:
            runs[-1].append((round(x), round(y)))
        elif runs[-1]:
            runs.append([])
    return [through(run) for run in runs if len(run) > STEPS // 4]


def samples(line: Sequence[int]) -> list[tuple[float, float]]:
    """Points along the open line, `STEPS` for each cubic."""
    points = [(float(line[0]), float(line[1]))]
    for i in range(2, len(line), 6):
        (x0, y0), (x1, y1, x2, y2, x3, y3) = line[i - 2 : i], line[i : i + 6]
        for k in range(1, STEPS + 1):
            t = k / STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def through(points: Sequence[tuple[int, int]]) -> Loop:
    """A smooth open line through every fourth of the points (Catmull-Rom, as cubics)."""
    knots = [*points[:-1:4], points[-1]]
    line = [*knots[0]]
    for i in range(len(knots) - 1):
        (ax, ay), (bx, by) = knots[max(i - 1, 0)], knots[i]
        (cx, cy), (dx, dy) = knots[i + 1], knots[min(i + 2, len(knots) - 1)]
        line += [round(bx + (cx - ax) / 6), round(by + (cy - ay) / 6)]
        line += [round(cx - (dx - bx) / 6), round(cy - (dy - by) / 6), cx, cy]
    return line
