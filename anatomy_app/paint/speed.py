"""Figures over speed: a dot was measured, a line is interpolated, dashes are extrapolated."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from anatomy_app.model.gait import SpeedBasis
from anatomy_app.paint.theme import Theme

Mark = tuple[float, str, SpeedBasis]
"""Pixel, words and basis of a speed of the tables."""
HEAD = 34.0  # pixels of title and value


class Point(Protocol):
    """A value at a speed in m/s."""

    @property
    def speed(self) -> float: ...
    @property
    def value(self) -> float: ...
    @property
    def basis(self) -> SpeedBasis: ...


class Fact(Protocol):
    """A figure over speed."""

    @property
    def title(self) -> str: ...
    @property
    def points(self) -> Sequence[Point]: ...
    @property
    def now(self) -> float | None: ...
    @property
    def joined(self) -> bool: ...
    @property
    def from_zero(self) -> bool: ...
    def words(self) -> str: ...


def paint_marks(
    painter: QPainter, marks: Sequence[Mark], now: float, y: float, theme: Theme
) -> None:
    """The scale of a dial at height `y`, and its handle at `now`."""
    for (left, _, one), (right, _, two) in pairwise(marks):
        painter.setPen(_pen(one, two, theme))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    middle = Qt.AlignmentFlag.AlignCenter
    for x, text, basis in marks:
        _paint_dot(painter, QPointF(x, y), basis, 4, theme)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QRectF(x - 24, y + 10, 48, 16), middle, text)
    painter.setPen(QPen(theme.colour("panel"), 2))
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(QPointF(now, y), 7, 7)


def paint_fact(painter: QPainter, fact: Fact, box: QRectF, speed: float, theme: Theme) -> None:
    """Title, value now, and below them the figure over speed with the shown speed marked."""
    metrics, middle = QFontMetricsF(painter.font()), Qt.AlignmentFlag.AlignVCenter
    elide = Qt.TextElideMode.ElideRight
    painter.setPen(theme.colour("ink2"))
    title = metrics.elidedText(fact.title, elide, box.width())
    painter.drawText(QRectF(box.left(), box.top(), box.width(), 16), middle, title)
    painter.save()
    if fact.now is not None:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
    value = QFontMetricsF(painter.font()).elidedText(fact.words(), elide, box.width())
    painter.drawText(QRectF(box.left(), box.top() + 16, box.width(), 16), middle, value)
    painter.restore()
    if len(fact.points) > 1:
        _paint_course(painter, fact, box.adjusted(4, HEAD + 4, -4, -4), speed, theme)


def _paint_course(painter: QPainter, fact: Fact, box: QRectF, speed: float, theme: Theme) -> None:
    points, (low, high) = fact.points, _range(fact)
    first, last = points[0].speed, points[-1].speed

    def place(at: float, value: float) -> QPointF:
        x = box.left() + (at - first) / (last - first) * box.width()
        return QPointF(x, box.bottom() - (value - low) / (high - low) * box.height())

    if first <= speed <= last:
        painter.setPen(QPen(theme.colour("accent"), 2))
        x = place(speed, low).x()
        painter.drawLine(QPointF(x, box.top() - 4), QPointF(x, box.bottom() + 4))
    for one, two in pairwise(points) if fact.joined else ():
        painter.setPen(_pen(one.basis, two.basis, theme))
        painter.drawLine(place(one.speed, one.value), place(two.speed, two.value))
    for point in points:
        _paint_dot(painter, place(point.speed, point.value), point.basis, 3, theme)
    if fact.now is not None:
        painter.setPen(QPen(theme.colour("panel"), 1.5))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(place(speed, fact.now), 4, 4)


def _range(fact: Fact) -> tuple[float, float]:
    values = [point.value for point in fact.points]
    low, high = 0.0 if fact.from_zero else min(values), max(values)
    return (low, high) if high > low else (low - 1, high + 1)


def _pen(one: SpeedBasis, two: SpeedBasis, theme: Theme) -> QPen:
    pen = QPen(theme.colour("ctl"), 1.75)
    if SpeedBasis.EXTRAPOLATED in (one, two):
        pen.setDashPattern([2, 2])
    return pen


def _paint_dot(
    painter: QPainter, at: QPointF, basis: SpeedBasis, radius: float, theme: Theme
) -> None:
    """Filled if measured, a ring where extrapolation ends, nothing in between."""
    if basis is SpeedBasis.INTERPOLATED:
        return
    measured = basis is SpeedBasis.MEASURED
    painter.setPen(QPen(theme.colour("ink"), 1.25))
    painter.setBrush(theme.colour("ink" if measured else "panel"))
    painter.drawEllipse(at, radius, radius)
