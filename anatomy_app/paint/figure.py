"""A small running silhouette from measured joint angles: the mark of a stage on the timeline."""

from collections.abc import Mapping
from itertools import pairwise
from math import cos, radians, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

# Lengths and half widths in parts of the stature, for a sign rather than a portrait.
THIGH, SHANK, FOOT, TRUNK, UPPER_ARM, FOREARM = 0.245, 0.246, 0.13, 0.29, 0.17, 0.2
HEAD_RADIUS, NECK = 0.062, 0.06
Chain = tuple[tuple[QPointF, float], ...]


def paint_figure(
    painter: QPainter, angles: Mapping[str, float], foot: QPointF, height: float, colour: QColor
) -> None:
    """A runner to the right of the viewer's left, `height` pixels tall, standing over `foot`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hip = foot - QPointF(0, height * (THIGH + SHANK - 0.01))
    far, near = QColor(colour), colour
    far.setAlphaF(colour.alphaF() * 0.55)
    for side, tone in (("l", far), ("r", near)):
        _limb(painter, _leg(angles, side, hip, height), height, tone)
    shoulder = hip + _along(TRUNK * height, 180 + angles["trunk_forward_lean"] * -1)
    _limb(painter, _arm(angles, "l", shoulder, height), height, far)
    _trunk(painter, hip, shoulder, height, near, angles["trunk_forward_lean"])
    _limb(painter, _arm(angles, "r", shoulder, height), height, near)
    painter.restore()


def _along(length: float, degrees: float) -> QPointF:
    """A vector hanging down and turned forward by `degrees`."""
    return QPointF(length * sin(radians(degrees)), length * cos(radians(degrees)))


def _leg(angles: Mapping[str, float], side: str, hip: QPointF, height: float) -> Chain:
    thigh = angles[f"hip_flexion_{side}"] - angles["pelvis_anterior_tilt"]
    shank = thigh - angles[f"knee_flexion_{side}"]
    foot = shank + angles[f"ankle_dorsiflexion_{side}"] + 90
    knee = hip + _along(THIGH * height, thigh)
    ankle = knee + _along(SHANK * height, shank)
    toe = ankle + _along(FOOT * height, foot)
    return (hip, 0.1), (knee, 0.085), (ankle, 0.06), (toe, 0.045)


def _arm(angles: Mapping[str, float], side: str, shoulder: QPointF, height: float) -> Chain:
    upper = angles[f"shoulder_flexion_{side}"] - angles["trunk_forward_lean"]
    elbow = shoulder + _along(UPPER_ARM * height, upper)
    hand = elbow + _along(FOREARM * height, upper + angles[f"elbow_flexion_{side}"])
    return (shoulder, 0.06), (elbow, 0.05), (hand, 0.045)


def _limb(painter: QPainter, chain: Chain, height: float, colour: QColor) -> None:
    for (start, _), (end, width) in pairwise(chain):
        painter.setPen(_pen(colour, width * height))
        painter.drawLine(start, end)


def _trunk(
    painter: QPainter,
    hip: QPointF,
    shoulder: QPointF,
    height: float,
    colour: QColor,
    lean: float,
) -> None:
    painter.setPen(_pen(colour, 0.12 * height))
    painter.drawLine(hip, shoulder)
    head = shoulder + _along((NECK + HEAD_RADIUS) * height, 180 - lean * 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(head, HEAD_RADIUS * height, HEAD_RADIUS * height * 1.15)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, max(width, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
