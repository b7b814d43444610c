"""The curve of one muscle over the stride, with its spread, stance ground and cursor."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from anatomy_app.paint.hatch import hatch_brush
from anatomy_app.paint.theme import Theme

FULL = 1.15  # the top of the chart in parts of the muscle's own peak, so that a peak has air


@dataclass(frozen=True)
class Chart:
    """What a curve shows: 101 values of 0..1 and, if people differ, low and high edges.

    Without values the frame says `empty_text`, hatched unless the tissue is `passive`.
    """

    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    toe_off: float = 0.0
    simulated: bool = False
    empty_text: str = ""
    passive: bool = False


def paint_chart(painter: QPainter, chart: Chart, box: QRectF, theme: Theme) -> None:
    """What does not move; an empty chart is a hatched frame that says why."""
    if not chart.values:
        _paint_empty(painter, chart, box, theme)
        return
    stance = QRectF(box.left(), box.top(), box.width() * chart.toe_off / 100, box.height())
    painter.fillRect(stance, theme.colour("sunk"))
    if chart.low:
        band = theme.colour("ink2")
        band.setAlphaF(0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        edge = [*points(chart.high, box), *reversed(points(chart.low, box))]
        painter.drawPolygon(QPolygonF(edge))
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    pen = QPen(theme.colour("ink"), 1.75)
    if chart.simulated:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawPolyline(points(chart.values, box))


def points(values: Sequence[float], box: QRectF) -> list[QPointF]:
    """Values over the stride as points of the box; what exceeds it is cut off."""
    step = box.width() / (len(values) - 1)
    return [QPointF(box.left() + i * step, height(value, box)) for i, value in enumerate(values)]


def height(value: float, box: QRectF) -> float:
    """The pixel row of a value."""
    return box.bottom() - min(max(value, 0.0), FULL) / FULL * (box.height() - 1)


def paint_cursor(
    painter: QPainter, chart: Chart, box: QRectF, theme: Theme, percent: float, value: str
) -> None:
    """Where the stride stands on the curve, and the value there."""
    if not chart.values:
        return
    x = box.left() + percent / 100 * box.width()
    index = min(int(percent), 99)
    part = percent - index
    now = chart.values[index] * (1 - part) + chart.values[index + 1] * part
    accent = theme.colour("accent")
    painter.setPen(QPen(accent, 2))
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    painter.setPen(QPen(theme.colour("panel"), 1.5))
    painter.setBrush(accent)
    painter.drawEllipse(QPointF(x, height(now, box)), 4, 4)
    width = QFontMetricsF(painter.font()).horizontalAdvance(value)
    left = x + 10 if x + 14 + width < box.right() else x - 10 - width
    painter.setPen(accent)
    painter.drawText(QPointF(left, box.top() + 12), value)


def _paint_empty(painter: QPainter, chart: Chart, box: QRectF, theme: Theme) -> None:
    if chart.passive:  # nothing is missing: hatching would say that nobody measured it
        painter.fillRect(box, theme.colour("sunk"))
    else:
        painter.fillRect(box, theme.colour("no_data"))
        painter.fillRect(box, hatch_brush(theme))
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    text = box.adjusted(16, 16, -16, -16)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    needed = painter.boundingRect(text, flags, chart.empty_text).adjusted(-8, -4, 8, 4)
    painter.fillRect(needed, QColor(theme.panel))
    painter.setPen(theme.colour("ink"))
    painter.drawText(text, flags, chart.empty_text)
