"""The legend under a picture: the activity scale, or swatches with words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from anatomy_app.paint.hatch import paint_hatch_lines
from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.theme import Theme

BAR = 104.0  # pixels of the activity scale
SWATCH, DEEP = 16.0, 8.0  # width and height of a swatch; the bar is as high
GAP, ROW = 8.0, 20.0
TICK = 3.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour and what it means; without a colour it is the hatch.

    `glyph` stands on it, in `ink` if that is not the ground's.
    """

    label: str
    colour: QColor | None = None
    glyph: str = ""
    ink: QColor | None = None


def paint_scale(
    painter: QPainter,
    at: QPointF,
    theme: Theme,
    ticks: tuple[str, str, str],
    *,
    bar: float = BAR,
) -> float:
    """The activity scale, `bar` pixels long, with words at 0, 50 and 100 %; its width."""
    box = QRectF(at, QPointF(at.x() + bar, at.y() + DEEP))
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for index, colour in enumerate(theme.activity):
        gradient.setColorAt(index / (len(theme.activity) - 1), QColor(colour))
    painter.fillRect(box, gradient)
    _edge(painter, box, theme)
    metrics = QFontMetricsF(painter.font())
    widths = [metrics.horizontalAdvance(text) for text in ticks]
    lefts = (0.0, bar / 2 - widths[1] / 2, bar - metrics.horizontalAdvance("1"))
    for text, left, x in zip(ticks, lefts, (0.0, bar / 2, bar), strict=True):
        painter.setPen(QPen(theme.colour("ctl"), 1))
        foot = at + QPointF(x, DEEP)
        painter.drawLine(foot, foot + QPointF(0, TICK))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(at + QPointF(left, DEEP + TICK + metrics.ascent() + 1), text)
    return max(bar, lefts[2] + widths[2])


def paint_swatches(
    painter: QPainter, at: QPointF, width: float, swatches: Sequence[Swatch], theme: Theme
) -> None:
    """Swatches with their words in rows of at most `width` pixels."""
    metrics = QFontMetricsF(painter.font())
    for swatch, place in flow(swatches, at, width, painter.font()):
        box = QRectF(place.x(), place.y(), SWATCH, DEEP)
        if swatch.colour is None:
            shape = QPainterPath()
            shape.addRect(box)
            painter.fillPath(shape, theme.colour("no_data"))
            paint_hatch_lines(painter, shape, theme)
        else:
            painter.fillRect(box, swatch.colour)
            if swatch.glyph:
                ink = swatch.ink or theme.colour("bg" if theme.dark else "panel")
                paint_icon(painter, swatch.glyph, box.adjusted(0, -1, 0, 1), ink)
        _edge(painter, box, theme)
        painter.setPen(theme.colour("ink2"))
        middle = box.center().y() + metrics.capHeight() / 2
        painter.drawText(QPointF(box.right() + GAP / 2, middle), swatch.label)


def flow(
    swatches: Sequence[Swatch], at: QPointF, width: float, font: QFont
) -> Iterator[tuple[Swatch, QPointF]]:
    """Where each swatch goes: left to right, a new row where the next would not fit."""
    metrics = QFontMetricsF(font)
    x, y = at.x(), at.y()
    for swatch in swatches:
        need = SWATCH + GAP / 2 + metrics.horizontalAdvance(swatch.label)
        if x > at.x() and x + need > at.x() + width:
            x, y = at.x(), y + ROW
        yield swatch, QPointF(x, y)
        x += need + 2 * GAP


def _edge(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
