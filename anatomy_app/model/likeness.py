"""Whether an exercise takes a joint through the angles that it has in a part of the stride."""

from anatomy_app.model.gait import Stride
from anatomy_app.model.movements import Sweep
from anatomy_app.model.working import Working

TOLERANCE = 10.0
"""Degrees by which the exercise may miss an angle of the stride."""

ENOUGH = 0.5
"""The share of the stage, percent by percent, that must lie within the exercise's range."""

# The column of the stride's angles for each angle of the poses, and its sign there.
_COLUMNS = {
    "hip": ("hip_flexion_r", 1),
    "hip_abduction": ("hip_adduction_r", -1),
    "knee": ("knee_flexion_r", 1),
    "ankle": ("ankle_dorsiflexion_r", 1),
}


def passes_angle(
    known: Working, stride: Stride | None, span: tuple[float, float] | None
) -> bool | None:
    """Whether the exercise passes the angles of that span of the stride; None if nobody can say.

    Arms are not compared: their swing says nothing of how they are trained.
    """
    if stride is None or span is None or known.movement is None or known.sweep is None:
        return None
    if known.movement.axis not in _COLUMNS:
        return None
    column, sign = _COLUMNS[known.movement.axis]
    percents = range(round(span[0]), max(round(span[1]), round(span[0]) + 1))
    curve = stride.motion.angles[column]
    angles = [sign * curve.value(percent) for percent in percents]
    inside = sum(_within(known.sweep, angle) for angle in angles)
    return inside >= ENOUGH * len(angles)


def _within(sweep: Sweep, angle: float) -> bool:
    low, high = sorted((sweep.start, sweep.end))
    return low - TOLERANCE <= angle <= high + TOLERANCE
