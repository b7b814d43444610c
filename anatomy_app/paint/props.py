"""Paints what an exercise needs: step, bench, ball, band, barbell ... in a few plain shapes."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from anatomy_app.model.motion import Frame
from anatomy_app.paint.theme import Theme

Place = Callable[[float, float], QPointF]


def paint_props(painter: QPainter, theme: Theme, frame: Frame, place: Place, scale: float) -> None:
    """All things of a frame."""
    painter.save()
    for prop in frame.props:
        if len(prop.points) == 2 and prop.kind not in ("band",):
            a, b = place(*prop.points[0]), place(*prop.points[1])
            painter.fillRect(QRectF(a, b).normalized(), theme.colour("line"))
    painter.restore()
