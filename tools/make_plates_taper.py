"""The body outline led smoothly into the narrower hands and feet, without a cuff at the cut."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from make_plates_fit import fitted
from make_plates_raster import polyline
from make_plates_shapes import Loop, downwards, mirrored, samples, straight, to_loops, to_path
from make_plates_shapes import without as less
from make_plates_skin import Part
from make_plates_smooth import gaussian

REACH = 450  # 45 mm: how far up the limb the outline starts to narrow
ASIDE = 150  # 15 mm: how far the cut-off wedge reaches out from the limb
WIDEST_STEP = 200  # a wider step than 20 mm is no cuff but another part of the body
CLOSE = 12  # 1.2 mm: farther from it below the cut, the outline follows a bone, not the contour

CALM = 9.0  # mm: how far the outline of trunk and limbs is smoothed along itself
BLEND = 250  # 25 mm: over this way the smoothing fades out towards head, hands and feet

# Under the chin the measured outline has a step; the throat is led on behind the jaw (0.1 mm).
CHIN = ((560, -14770), (590, -14806), (625, -14870), (655, -14945), (900, -14945), (900, -14770))

Point = tuple[float, float]


def throat(body: list[Loop]) -> list[Loop]:
    """The side view's outline without the step under the chin."""
    wedge = [*CHIN[0]]
    for corner in (*CHIN[1:], CHIN[0]):
        wedge += straight(wedge[-2], wedge[-1], *corner)
    return to_loops(less(to_path(body), to_path([wedge])))


def tapered(body: list[Loop], parts: Iterable[Part], sides: Iterable[str]) -> list[Loop]:
    """The body's loops less the cuff at each end of each part's contour."""
    for part in parts:
        for line in part.get("contour", []):
            for side in sides:
                turned = downwards(line)
                turned = mirrored(turned) if side == "left" else turned
                body = less_cuffs(body, turned)
    return body


def less_cuffs(body: list[Loop], contour: Loop) -> list[Loop]:
    """The body without the cuffs at both ends of a contour."""
    middle = (contour[0] + contour[-2]) / 2
    points = samples(contour)
    for end in (points, points[::-1]):
        wedge = cuff(body, end, 1 if end[0][0] > middle else -1)
        if wedge:
            body = to_loops(less(to_path(body), to_path([wedge])))
    return body


def cuff(body: list[Loop], contour: Sequence[Point], out: int) -> Loop | None:
    """What to cut off: between a smooth curve from limb to contour and the outline outside it.

    `contour` starts at the cut; `out` is 1 where the outside of the limb is to the right.
    """
    x, y = contour[0]
    lower = next(point for point in contour if point[1] > y + 60)
    below = edge(body, *lower, out)
    step, above, higher = (edge(body, x, y - up, out) for up in (20, REACH, REACH + 60))
    if step is None or above is None or higher is None or below is None:
        return None
    if not 2 < (step - x) * out < WIDEST_STEP or abs(below - lower[0]) > CLOSE:
        return None
    limb_slope, contour_slope = (above - higher) / 60, (lower[0] - x) / (lower[1] - y)
    third = REACH / 3
    start = (above, y - REACH)
    curve = [above + limb_slope * third, y - REACH + third, x - contour_slope * third, y - third]
    aside = [(lower[0] + out * ASIDE, lower[1]), (above + out * ASIDE, y - REACH)]
    wedge = [round(value) for value in (*start, *curve, x, y)]
    for corner in (lower, *aside, start):
        wedge += straight(wedge[-2], wedge[-1], round(corner[0]), round(corner[1]))
    return wedge


def edge(body: list[Loop], x: float, y: float, out: int) -> float | None:
    """Where the outline crosses the height `y`, nearest to `x` and no more than 25 mm inwards."""
    found = []
    for loop in body:
        points = samples(loop)
        for (x0, y0), (x1, y1) in pairwise(points):
            if (y0 > y) != (y1 > y):
                found.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    near = [value for value in found if -250 < (value - x) * out < 500]
    return min(near, key=lambda value: abs(value - x), default=None)


def calmed(body: list[Loop], head: Part | None, parts: Iterable[Part]) -> list[Loop]:
    """The outline of trunk and limbs as few calm curves; head, hands and feet stay as they are."""
    boxes = [lowered(box_of(part)) for part in parts]
    boxes += [box_of(part) for part in ([head] if head else [])]
    return [calmed_loop(loop, boxes) for loop in body]


def box_of(part: Part) -> tuple[int, int, int, int]:
    """Smallest and largest |x|, then y (down), of a part."""
    xs = [abs(v) for loop in part["outline"] for v in loop[0::2]]
    ys = [-v for loop in part["outline"] for v in loop[1::2]]
    return min(xs), max(xs), min(ys), max(ys)


def lowered(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The box from a little below the cut, so that the step at the cut is smoothed as well."""
    return box[0], box[1], box[2] + BLEND, box[3]


def calmed_loop(loop: Loop, boxes: Sequence[tuple[int, int, int, int]]) -> Loop:
    """One loop, smoothed where it is far from all boxes."""
    x, y = polyline(loop, 16)
    x, y = np.append(x, x[0]), np.append(y, y[0])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    at = np.linspace(0, along[-1], int(along[-1] / 10) + 1)
    points = np.stack([np.interp(at, along, x), np.interp(at, along, y)], axis=1)
    free = np.ones(len(points))
    for left, right, top, bottom in boxes:
        aside = np.maximum(left - np.abs(points[:, 0]), np.abs(points[:, 0]) - right)
        beyond = np.maximum(top - points[:, 1], points[:, 1] - bottom)
        free = np.minimum(free, np.clip(np.maximum(aside, beyond) / BLEND, 0, 1))
    free = gaussian(np.stack([free, free], axis=1), 6.0, True)[:, :1]
    points = points + free * (gaussian(points, CALM, True) - points)
    return fitted(points, None, None, 2.0)
