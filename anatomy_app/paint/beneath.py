"""What lies under the pointer, from the surface to the bone, as a small list beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.theme import Theme

PITCH, PAD, GUTTER = 18.0, 6.0, 14.0  # pixels: of a row, around the rows, of the mark before them
ASIDE = 14.0  # between the pointer and the list


@dataclass(frozen=True, slots=True)
class Row:
    """A structure under the pointer; the next click chooses the one that is `next`."""

    name: str
    value: str = ""
    chosen: bool = False
    next: bool = False


def paint_beneath(
    painter: QPainter, at: QPointF, rows: Sequence[Row], bounds: QRectF, theme: Theme
) -> None:
    """The list beside a point, within the bounds: bold what is chosen, a chevron what is next."""
    plain, bold = QFont(painter.font()), QFont(painter.font())
    bold.setWeight(QFont.Weight.DemiBold)
    box = _box(at, rows, bounds, QFontMetricsF(bold))
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    line = QRectF(box.left() + PAD, box.top() + PAD, box.width() - 2 * PAD, PITCH)
    for row in rows:
        painter.setFont(bold if row.chosen else plain)
        _paint_row(painter, line, row, theme)
        line.translate(0, PITCH)
    painter.setFont(plain)


def _box(at: QPointF, rows: Sequence[Row], bounds: QRectF, metrics: QFontMetricsF) -> QRectF:
    """Beside the pointer, right or left; where there is no room for that, above or below it."""
    words = (metrics.horizontalAdvance(f"{row.name}   {row.value}".strip()) for row in rows)
    width = max(words, default=0.0) + GUTTER + 2 * PAD + 2
    high = len(rows) * PITCH + 2 * PAD
    top, left = at.y() - 30, at.x() + ASIDE
    if left + width > bounds.right() - 2:
        left = at.x() - ASIDE - width
    if left < bounds.left() + 2:
        left = max(min(at.x() - width / 2, bounds.right() - width - 2), bounds.left() + 2)
        top = at.y() - high - ASIDE
        top = at.y() + ASIDE + 8 if top < bounds.top() else top
    return QRectF(left, max(min(top, bounds.bottom() - high - 2), bounds.top() + 2), width, high)


def _paint_row(painter: QPainter, line: QRectF, row: Row, theme: Theme) -> None:
    if row.next:
        mark = QRectF(line.left() - 1, line.top(), GUTTER - 2, line.height())
        paint_icon(painter, "right", mark, theme.colour("ink"))
    words = line.adjusted(GUTTER, 0, 0, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme.colour("accent" if row.chosen else "ink" if row.next else "ink2"))
    painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, row.name)
    painter.setPen(theme.colour("ink2"))
    painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, row.value)
