"""Stand-ins until moves and library are merged: a plain figure, and fields of exercises.

Everything here is imported by `train_supply` alone.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from anatomy_app.content.library import Library
from anatomy_app.model.knowledge import Exercise, Pose
from anatomy_app.paint.theme import Theme

WORDS = (
    ("mat", "mat"), ("step", "step"), ("band", "band"), ("bench", "bench"), ("wall", "wall"),
    ("dumbbell", "dumbbell"), ("barbell", "barbell"), ("ball", "ball"), ("bar", "bar"),
    ("box", "box"), ("towel", "towel"),
)  # fmt: skip
LIMBS = {"thigh": 400.0, "shank": 390.0, "foot": 190.0, "trunk": 520.0, "arm": 290.0, "fore": 330.0}


@dataclass(frozen=True)
class Motion:
    """stand-in for `model.motion.Motion`."""

    exercise: Exercise
    duration: float
    is_static: bool
    box: tuple[float, float, float, float] = (-700.0, -60.0, 700.0, 1800.0)
    lit: Mapping[str, str] = field(default_factory=dict)


def motion_of(library: Library, exercise_id: str) -> Motion | None:
    """stand-in for `Library.motion`."""
    exercise = library.atlas.exercises[exercise_id]
    static = exercise.static or exercise.start == exercise.end
    return Motion(exercise, 0.0 if static else 3.0, static)


def paint_mannequin(  # noqa: PLR0913 (as agreed)
    painter: QPainter,
    library: Library,
    motion: Motion,
    seconds: float | None,
    box: QRectF,
    theme: Theme,
    *,
    ghost: bool = True,
    quiet: bool = True,
) -> None:
    """stand-in for `paint.mannequin.paint_mannequin`."""
    start, end = motion.exercise.start, motion.exercise.end
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    low = box.bottom() - box.height() * 0.06
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))
    if seconds is None and ghost:
        painter.setOpacity(0.32)
        _figure(painter, start, box, theme, lit=False)
        painter.setOpacity(1)
    share = 1.0
    if seconds is not None and motion.duration:
        share = 0.5 - 0.5 * math.cos(2 * math.pi * seconds / motion.duration)
    mixed = {
        key: start.angles.get(key, 0) * (1 - share) + end.angles.get(key, 0) * share
        for key in {*start.angles, *end.angles}
    }
    _figure(painter, Pose(mixed), box, theme, lit=True)
    painter.restore()


def _figure(painter: QPainter, pose: Pose, box: QRectF, theme: Theme, *, lit: bool) -> None:
    lines = _lines(pose.angles)
    lowest = min(min(a[1], b[1]) for _, a, b in lines)
    scale = min(box.height() * 0.86 / 1700, box.width() * 0.9 / 1500)
    left = min(min(a[0], b[0]) for _, a, b in lines)
    right = max(max(a[0], b[0]) for _, a, b in lines)
    x, y = box.center().x() - (left + right) / 2 * scale, box.bottom() - box.height() * 0.06 - 4
    grey = theme.colour("body").darker(130 if not theme.dark else 60)
    for name, a, b in lines:
        near = name.endswith("_near")
        colour = (
            QColor.fromRgb(theme.activity_rgb(0.72)) if lit and near and "shank" in name else grey
        )
        width = (150 if name == "trunk" else 90) * scale
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        ends = [QPointF(x + p[0] * scale, y - (p[1] - lowest) * scale) for p in (a, b)]
        painter.drawLine(QLineF(*ends))


_Point = tuple[float, float]


def _lines(angles: Mapping[str, float]) -> list[tuple[str, _Point, _Point]]:
    lean = angles.get("trunk", 0)
    hip, neck = (0.0, 0.0), _from((0.0, 0.0), 180 - lean, LIMBS["trunk"])
    top = _from(neck, 180 - lean, 160)
    made = [("trunk", hip, neck), ("head", top, top)]
    for side in ("far", "near"):
        arm = angles.get(f"shoulder_{side}", 0) - lean
        elbow = _from(neck, arm, LIMBS["arm"])
        hand = _from(elbow, arm + angles.get(f"elbow_{side}", 0), LIMBS["fore"])
        thigh = angles.get(f"hip_{side}", 0) - lean
        knee = _from(hip, thigh, LIMBS["thigh"])
        shank = thigh - angles.get(f"knee_{side}", 0)
        ankle = _from(knee, shank, LIMBS["shank"])
        toes = _from(ankle, shank + 90 + angles.get(f"ankle_{side}", 0), LIMBS["foot"])
        made += [(f"shank_{side}", knee, ankle), (f"foot_{side}", ankle, toes)]
        made += [(f"thigh_{side}", hip, knee), (f"arm_{side}", neck, elbow)]
        made.append((f"fore_{side}", elbow, hand))
    return made


def _from(point: _Point, angle: float, length: float) -> _Point:
    """From a point downwards, turned forward by an angle."""
    turn = math.radians(angle)
    return point[0] + math.sin(turn) * length, point[1] - math.cos(turn) * length


def needs(exercise: Exercise) -> tuple[str, ...]:
    """stand-in for `Exercise.needs`."""
    text = exercise.equipment
    if text.startswith("none") or "optional" in text or "or none" in text:
        return ("none",)
    words = tuple(name for part, name in WORDS if part in text)
    return words[:2] if words else ("other",)


def stages(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """stand-in for `Exercise.stages`."""
    parts = {*exercise.primary}
    found = library.atlas.stages.values()
    return tuple(s.id for s in found if s.kind == "stage" and parts & {*s.main_muscles})


def stage_reason(exercise: Exercise) -> str:
    """stand-in for `Exercise.stage_reason`."""
    return "Its main muscles are the main muscles of this stage."


def easier(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """stand-in for `Exercise.easier`."""
    return _chain(library, exercise, -1)


def harder(library: Library, exercise: Exercise) -> tuple[str, ...]:
    """stand-in for `Exercise.harder`."""
    return _chain(library, exercise, 1)


def _chain(library: Library, exercise: Exercise, by: int) -> tuple[str, ...]:
    like = [e.id for e in library.atlas.exercises.values() if e.primary[:1] == exercise.primary[:1]]
    at = like.index(exercise.id) + by
    return (like[at],) if 0 <= at < len(like) else ()


def reason_words(library: Library, exercise: str) -> str:
    """stand-in for the sentence made of the facts of an item."""
    return library.atlas.exercises[exercise].purpose
