"""The force of the ground on a foot, as an arrow that reads over any colour."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from anatomy_app.model.drawing import Side
from anatomy_app.paint.theme import Theme

HEAD = 9.0  # pixels of the arrow's head


@dataclass(frozen=True, slots=True)
class Arrow:
    """The ground force on a foot: from the contact, in pixels; its size in body weights."""

    side: Side
    foot: QPointF
    tip: QPointF
    body_weights: float


def paint_arrow(painter: QPainter, theme: Theme, arrow: Arrow) -> None:
    """An arrow with a halo of the ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line, head = QLineF(arrow.foot, arrow.tip), _head(arrow)
    for colour, width in ((theme.colour("bg"), 4.5), (theme.colour("ink"), 1.8)):
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(line)
        painter.setBrush(colour)
        painter.drawPolygon(head)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _head(arrow: Arrow) -> QPolygonF:
    """The triangle at the tip."""
    line = QLineF(arrow.tip, arrow.foot)
    long = min(HEAD, 0.7 * line.length())  # a faint force is a small arrow, head and all
    line.setLength(long)
    side = line.normalVector()
    side.setLength(long * 0.42)
    across = side.p2() - side.p1()
    return QPolygonF([arrow.tip, line.p2() + across, line.p2() - across])
