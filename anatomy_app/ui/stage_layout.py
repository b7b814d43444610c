"""Where the views stand: one scale and one ground for the body, a larger scale for its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anatomy_app.model.drawing import View

MARGIN, CAPTION, TOP = 24.0, 28.0, 16.0
GAP = 16.0
NAMES = 84.0  # pixels for a column of names
STATURE_MM = 1722.0

# Millimetres left and right of x = 0 that a view needs, and its height.
EXTENT: Mapping[View, tuple[float, float, float]] = {
    View.FRONT: (340.0, 340.0, STATURE_MM),
    View.BACK: (340.0, 340.0, STATURE_MM),
    View.SIDE: (220.0, 170.0, STATURE_MM),
    View.MEDIAL: (165.0, 110.0, 1070.0),
    View.SOLE: (180.0, -25.0, 0.0),
    View.RUNNER: (190.0, 330.0, STATURE_MM),
}
OVERHANG_MM = 560.0  # how far the trailing foot of the runner reaches out of its column
SOLE = (-185.0, -30.0, 250.0, 85.0)  # its own frame: left, right, height, heel below y = 0
# The names stand where they hide nothing: left of the front, right of the back, and right of the
# side view where that makes nothing smaller.
NAMES_LEFT, NAMES_RIGHT = frozenset({View.FRONT}), frozenset({View.BACK})


@dataclass(frozen=True, slots=True)
class Place:
    """A view's column: `middle` is the pixel of x = 0, `scale` in pixels per millimetre.

    `centre` is the pixel under which the caption stands.
    `lift` is how far y = 0 lies above the ground in pixels: only the sole has a heel below it.
    """

    left: float
    width: float
    middle: float
    scale: float
    lift: float = 0.0
    centre: float = 0.0


@dataclass(frozen=True)
class Plan:
    """The columns of all open views, and the pixel row of the ground."""

    places: Mapping[View, Place]
    ground: float
    views: tuple[View, ...]


def arrange(views: Sequence[View], width: float, height: float) -> Plan:
    """Columns for the views, as large as the stage allows."""
    ground = round(height - CAPTION)
    tall = max(ground - TOP, 40.0)
    scales = {view: _scale(view, tall) for view in views}
    needed = sum(_width(view, scale) for view, scale in scales.items())
    free = width - 2 * MARGIN - GAP * (len(views) - 1) - _names(views)
    if needed > free > 0:
        scales = {view: scale * free / needed for view, scale in scales.items()}
        needed = free
    extra = NAMES if View.SIDE in views and free - needed >= NAMES else 0.0
    spare = max(free - needed - extra, 0.0) / max(len(views), 1)
    places, left = {}, MARGIN
    for view in views:
        names = _names((view,)) + (extra if view is View.SIDE else 0.0)
        column = _width(view, scales[view]) + spare + names
        places[view] = _place(view, left, column, scales[view], names)
        left += column + GAP
    return Plan(places, ground, tuple(views))


def _scale(view: View, tall: float) -> float:
    if view is View.SOLE:
        return min(tall * 0.62, 420.0) / SOLE[2]
    return tall / EXTENT[view][2]


def _width(view: View, scale: float) -> float:
    left, right, _ = EXTENT[view]
    return (left + right) * scale


def _names(views: Sequence[View]) -> float:
    return NAMES * sum(view in NAMES_LEFT or view in NAMES_RIGHT for view in views)


def _place(view: View, left: float, column: float, scale: float, names: float) -> Place:
    reach_left, reach_right, _ = EXTENT[view]
    body = (reach_left + reach_right) * scale
    start = left + (names if view in NAMES_LEFT else 0.0) + (column - body - names) / 2
    lift = SOLE[3] * scale if view is View.SOLE else 0.0
    return Place(left, column, start + reach_left * scale, scale, lift, start + body / 2)
