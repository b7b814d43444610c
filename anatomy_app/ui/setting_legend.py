"""The legend of a setting of a run: signs in their colours, with words as far as there is room."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from anatomy_app.model.settings import Shift
from anatomy_app.paint.glyphs import glyph_ink
from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.look import shift_rgb
from anatomy_app.paint.theme import Theme
from anatomy_app.ui import setting_words

SWATCH, ASIDE = 12.0, 4.0  # pixels of a swatch, and from it to its word
GAPS = (12.0, 8.0)  # between two of them, where there is room and where there is not


def seen(shown: frozenset[Shift]) -> list[Shift | None]:
    """The changes that the setting has, and what it does not name."""
    return [*(each for each in Shift if each in shown), None]


def paint_setting_legend(
    painter: QPainter, width: float, theme: Theme, shown: frozenset[Shift]
) -> None:
    """A row of swatches in as many pixels; words that have no room are left out."""
    wording, gap = _fitting(painter, width, seen(shown))
    x = 1.0
    for shift in seen(shown):
        _paint_swatch(painter, QRectF(x, 14, SWATCH, SWATCH), theme, shift)
        word = wording(shift)
        need = painter.fontMetrics().horizontalAdvance(word) + 1.0
        painter.setPen(theme.colour("ink2"))
        box = QRectF(x + SWATCH + ASIDE, 12, need, 16)
        if box.right() <= width:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
        x = box.right() + gap


def _fitting(
    painter: QPainter, width: float, shifts: list[Shift | None]
) -> tuple[Callable[[Shift | None], str], float]:
    """Whole words if they fit, else short ones."""
    metrics = painter.fontMetrics()
    words = sum(metrics.horizontalAdvance(setting_words.legend(each)) for each in shifts)
    need = words + len(shifts) * (SWATCH + ASIDE + 1) + (len(shifts) - 1) * GAPS[0] + 1
    return (setting_words.legend, GAPS[0]) if need <= width else (setting_words.shift, GAPS[1])


def _paint_swatch(painter: QPainter, box: QRectF, theme: Theme, shift: Shift | None) -> None:
    painter.fillRect(box, QColor.fromRgb(shift_rgb(theme, shift)))
    if shift:
        paint_icon(painter, shift.value, box.adjusted(1, 1, -1, -1), glyph_ink(theme, shift))
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
