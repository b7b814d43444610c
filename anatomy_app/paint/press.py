"""Sets text on paper: one path of code measures and paints, so that both always agree."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from anatomy_app.paint.theme import LIGHT

UNIT = 4
"""Units of a point; a sheet is laid out in these, so that letters may have any size."""

INK, INK2, WARN, LINE, TINT = (QColor(c) for c in (LIGHT.ink, LIGHT.ink2, LIGHT.warn, LIGHT.line,
                                                   LIGHT.sunk))  # fmt: skip
LEADING = 1.28  # of the size of a letter


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: its size in points, bold or not, and its ink."""

    points: float
    bold: bool = False
    ink: str = "ink"


TITLE = Style(20, bold=True)
SUBTITLE = Style(10.5, ink="ink2")
HEADING = Style(11.5, bold=True)
NAME = Style(10.5, bold=True)
BODY = Style(9.5)
STRONG = Style(9.5, bold=True)
QUIET = Style(9.5, ink="ink2")
SMALL = Style(7.5, ink="ink2")
ALERT = Style(10, bold=True, ink="warn")

_INKS = {"ink": INK, "ink2": INK2, "warn": WARN}


class Press:
    """Puts text at a scale; without a painter it only measures. Lengths are in units."""

    def __init__(self, painter: QPainter | None, scale: float) -> None:
        self.painter = painter
        self.scale = scale

    def points(self, value: float) -> float:
        """A length of so many points at this scale, in units."""
        return value * UNIT * self.scale

    def text(self, at: QPointF, width: float, text: str, style: Style) -> float:
        """A paragraph at a place; gives back its height."""
        lines = _wrapped(text, width, self._pixels(style), style.bold)
        step = self.points(style.points) * LEADING
        if self.painter is not None:
            font = _font(self._pixels(style), style.bold)
            self.painter.setFont(font)
            self.painter.setPen(_INKS[style.ink])
            down = QFontMetricsF(font).ascent() + (step - QFontMetricsF(font).height()) / 2
            for number, line in enumerate(lines):
                self.painter.drawText(at + QPointF(0, down + number * step), line)
        return step * len(lines)

    def bar(self, box: QRectF, ink: str) -> None:
        """A filled bar."""
        if self.painter is not None:
            self.painter.fillRect(box, _INKS[ink])

    def rule(self, at: QPointF, width: float) -> None:
        """A fine line."""
        if self.painter is not None:
            self.painter.fillRect(QRectF(at.x(), at.y(), width, UNIT * 0.5), LINE)

    def _pixels(self, style: Style) -> int:
        return max(round(self.points(style.points)), 1)


@lru_cache(maxsize=64)
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont("sans-serif")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(pixels)
    font.setBold(bold)
    for ligatures in ("liga", "clig"):  # in a PDF they would hide "first" from a search
        font.setFeature(QFont.Tag(ligatures), 0)
    return font


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: float, pixels: int, bold: bool) -> tuple[str, ...]:
    """The text in lines of that width; a word that is longer is cut."""
    metrics, lines = QFontMetricsF(_font(pixels, bold)), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
            continue
        rest = word
        if lines[-1]:
            lines.append("")
        while metrics.horizontalAdvance(rest) > width and len(rest) > 1:
            fitting = next(
                n for n in range(len(rest), 0, -1)
                if n == 1 or metrics.horizontalAdvance(rest[:n]) <= width
            )  # fmt: skip
            lines[-1] = rest[:fitting]
            lines.append("")
            rest = rest[fitting:]
        lines[-1] = rest
    return tuple(line for line in lines if line)
