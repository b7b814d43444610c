"""A layer drawn in another body shape: every outline, mark and skin part moved by one field.

Points that two outlines share stay shared, because the field asks only where a point is. Curves
stay cubic: their control points are moved, and a long curve is cut first where moving its control
points would not give the moved curve.
"""

import math
from array import array
from collections.abc import Iterable
from dataclasses import replace

from anatomy_app.model.drawing import Layer, Mark, Outline, Region
from anatomy_app.model.proportions.field import ORIGIN, PER_MM, ROWS, Field, field_of
from anatomy_app.model.proportions.figures import Proportions

LONG_MM = 15.0  # a curve whose ends lie closer is never cut
LONGER_MM = 40.0  # one whose ends lie farther apart is looked at in three places, not in one
ERROR_MM = 0.08  # of a moved curve where it is looked at

Weights = tuple[float, float, float, float]
"""Of the four points of a cubic, for a place on it."""

ONCE: tuple[Weights, ...] = ((1 / 8, 3 / 8, 3 / 8, 1 / 8),)
THRICE = (*ONCE, (27 / 64, 27 / 64, 9 / 64, 1 / 64), (1 / 64, 9 / 64, 27 / 64, 27 / 64))


def warped(layer: Layer, shape: Proportions) -> Layer:
    """The layer in the other shape; the frame, names, order and depths are as they were."""
    plane = shape.plane(layer.view)
    if plane is None:
        return layer
    field = field_of(plane)
    return replace(
        layer,
        body=_outline(layer.body, field),
        regions=tuple(_region(region, field) for region in layer.regions),
        marks=_marks(layer.marks, field),
        skin=_marks(layer.skin, field),
        under=_marks(layer.under, field),
    )


def _region(region: Region, field: Field) -> Region:
    """The region, its box around the control points as when a drawing is read."""
    outline = _outline(region.outline, field)
    xs, ys = ([loop[i::2] for loop in outline.loops] for i in (0, 1))
    left, right = min(map(min, xs)), max(map(max, xs))
    top, bottom = min(map(min, ys)), max(map(max, ys))
    box = (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
    return Region(region.structure, region.side, region.tissue, region.depth, outline, box)


def _marks(marks: Iterable[Mark], field: Field) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            mark.role,
            _outline(mark.outline, field),
            mark.closed,
            mark.width,
            mark.opacity,
            mark.structure,
        )
        for mark in marks
    )


def _outline(outline: Outline, field: Field) -> Outline:
    return Outline(tuple(_loop(loop.tolist(), field) for loop in outline.loops))


def _loop(values: list[float], field: Field) -> "array[float]":
    """A moved loop."""
    moved = _moved(values, field)
    ends = values[0::6], values[1::6]
    if max(max(map(_apart, at, at[1:]), default=0.0) for at in ends) > LONG_MM:
        moved = _with_cuts(values, moved, field)
    return array("f", moved)


def _apart(a: float, b: float) -> float:
    return a - b if a > b else b - a


def _moved(values: list[float], field: Field) -> list[float]:
    """The points moved. The arithmetic of `Field.move` stands here: a call each is too slow."""
    moved: list[float] = []
    add = moved.append
    pairs = iter(values)
    for x, y in zip(pairs, pairs, strict=True):
        a, b, c, d, e, f, g, h = field[int(x * PER_MM + ORIGIN) * ROWS + int(y * PER_MM + ORIGIN)]
        add(a + b * x + (c + d * x) * y)
        add(e + f * x + (g + h * x) * y)
    return moved


def _with_cuts(values: list[float], moved: list[float], field: Field) -> list[float]:
    """The moved loop, its long curves cut into as many parts as the field asks for."""
    out = moved[:2]
    for i in range(0, len(values) - 7, 6):
        across, down = values[i + 6] - values[i], values[i + 7] - values[i + 1]
        parts = 1
        if not (-LONG_MM < across < LONG_MM and -LONG_MM < down < LONG_MM):
            far = max(abs(across), abs(down)) > LONGER_MM
            parts = _parts(values[i : i + 8], moved[i : i + 8], field, THRICE if far else ONCE)
        if parts > 1:
            out += _moved(_cut(values[i : i + 8], parts), field)[2:]
        else:
            out += moved[i + 2 : i + 8]
    return out


def _parts(curve: list[float], moved: list[float], field: Field, at: tuple[Weights, ...]) -> int:
    """Into how many parts to cut: the error falls with the square of the length.

    A curve looked at in several places is cut once more, for the places between them.
    """
    x0, y0, x1, y1, x2, y2, x3, y3 = curve
    u0, v0, u1, v1, u2, v2, u3, v3 = moved
    worst = 0.0
    for a, b, c, d in at:
        x, y = field.move(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
        across = a * u0 + b * u1 + c * u2 + d * u3 - x
        down = a * v0 + b * v1 + c * v2 + d * v3 - y
        worst = max(worst, abs(across), abs(down))
    if worst <= ERROR_MM:
        return 1
    return math.ceil(math.sqrt(worst / ERROR_MM)) + (len(at) > 1)


def _cut(curve: list[float], parts: int) -> list[float]:
    """The curve in so many parts of equal parameter, one after the other."""
    out = curve[:2]
    while parts > 1:
        first, curve = _split(curve, 1 / parts)
        out += first
        parts -= 1
    return out + curve[2:]


def _split(curve: list[float], t: float) -> tuple[list[float], list[float]]:
    """A cubic cut at t (de Casteljau): the first part without its start, and the second."""
    x0, y0, x1, y1, x2, y2, x3, y3 = curve
    s = 1 - t
    ax, ay, bx, by = s * x0 + t * x1, s * y0 + t * y1, s * x1 + t * x2, s * y1 + t * y2
    cx, cy = s * x2 + t * x3, s * y2 + t * y3
    dx, dy, ex, ey = s * ax + t * bx, s * ay + t * by, s * bx + t * cx, s * by + t * cy
    mx, my = s * dx + t * ex, s * dy + t * ey
    return [ax, ay, dx, dy, mx, my], [mx, my, ex, ey, cx, cy, x3, y3]
