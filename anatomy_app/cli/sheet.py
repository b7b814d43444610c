"""A sheet: the figure, its selection, a legend and a caption, laid out for any size."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from anatomy_app.paint.glyphs import glyph_spots, paint_glyphs
from anatomy_app.paint.labels import paint_labels
from anatomy_app.paint.legend import (
    DEEP,
    GAP,
    ROW,
    Swatch,
    flow,
    paint_scale,
    paint_swatches,
)
from anatomy_app.paint.look import ColourMode, Snapshot
from anatomy_app.paint.naming import PITCH, Spot, columns, fitting
from anatomy_app.paint.plate import LayerPaths, Placing, Plate, frame
from anatomy_app.paint.selection import paint_selection

# Everything is laid out in units of a screen this high and at least this wide; a larger picture
# is the same, larger, so that its text and outlines stay in proportion.
HIGH, WIDE = 800.0, 400.0
MARGIN, TEXT, LINE = 16.0, 12, 16.0
DEFAULT_HEIGHT = 1600
BESIDE = 320.0  # width from which "no data" stands beside the scale, not under it
ASIDE = 14.0  # between the names and the drawing
LEAST_BODY = 100.0  # wide; where names leave less for the drawing, they are left out
LARGEST_FOOT = 0.4  # of the height; a smaller picture goes without legend and caption


@dataclass(frozen=True)
class Sheet:
    """What a picture shows: the layer, those that may hide parts of the selection, and words.

    `ticks` are the words of the activity scale, `swatches` the rest of the legend, `caption` the
    lines under it; `names` stand beside the drawing.
    """

    paths: LayerPaths
    others: Sequence[LayerPaths]
    snapshot: Snapshot
    ticks: tuple[str, str, str]
    swatches: tuple[Swatch, ...]
    caption: tuple[str, ...]
    names: tuple[Spot, ...] = ()

    def fitting_size(self) -> tuple[int, int]:
        """Pixels of a picture as wide as the view needs."""
        box = frame(self.paths)
        room = HIGH - 2 * MARGIN - self._foot(WIDE - 2 * MARGIN)
        beside = 2 * (MARGIN + self._column())
        wide = max(room * box.width() / box.height() + beside, WIDE)
        return round(wide * DEFAULT_HEIGHT / HIGH), DEFAULT_HEIGHT

    def has_foot(self, size: tuple[int, int]) -> bool:
        """Whether a picture of that size has room for legend and caption."""
        width, height = self._units(size)
        return self._foot(width - 2 * MARGIN) <= height * LARGEST_FOOT

    def placing(self, size: tuple[int, int]) -> Placing:
        """Where the drawing lies in a picture of that size, in units."""
        width, height = self._units(size)
        foot = self._foot(width - 2 * MARGIN) if self.has_foot(size) else 0.0
        margin = min(MARGIN, width / 16, height / 16)
        box, room = frame(self.paths), height - foot - 2 * margin
        beside = 2 * (margin + (self._column() if self.has_columns(size) else 0.0))
        scale = min((width - beside) / box.width(), room / box.height())
        x = width / 2 - box.center().x() * scale
        y = margin + room / 2 - box.center().y() * scale
        return Placing(scale, x, y, round(width), round(height), unit=self.unit(size))

    def has_columns(self, size: tuple[int, int]) -> bool:
        """Whether a picture of that size has room for the names."""
        width, _ = self._units(size)
        return bool(self.names) and width - 2 * (MARGIN + self._column()) >= LEAST_BODY

    def named(self, size: tuple[int, int]) -> tuple[Spot, ...]:
        """The names that a picture of that size shows."""
        top, bottom = self._rows(size)
        return fitting(self.names, bottom - top) if self.has_columns(size) else ()

    def unit(self, size: tuple[int, int]) -> float:
        """Pixels of a unit."""
        return max(1.0, min(size[0] / WIDE, size[1] / HIGH))

    def paint(self, painter: QPainter, size: tuple[int, int]) -> None:
        """The whole sheet on `size` pixels."""
        theme, placing = self.snapshot.theme, self.placing(size)
        painter.fillRect(QRectF(0, 0, *size), theme.colour("bg"))
        painter.save()
        painter.scale(self.unit(size), self.unit(size))
        painter.setFont(_font())
        Plate(self.paths, placing).paint_vector(painter, self.snapshot)
        if self.snapshot.contractions:
            paint_glyphs(painter, self.snapshot, glyph_spots(self.paths, placing))
        paint_selection(painter, self.paths, self.others, placing, self.snapshot)
        self._paint_names(painter, size, placing)
        if self.has_foot(size):
            width, height = self._units(size)
            self._paint_foot(painter, width - 2 * MARGIN, height)
        painter.restore()

    def _paint_names(self, painter: QPainter, size: tuple[int, int], placing: Placing) -> None:
        box = frame(self.paths)
        edges = (
            placing.x + box.left() * placing.scale - ASIDE,
            placing.x + box.right() * placing.scale + ASIDE,
        )
        labels = columns(self.named(size), placing, edges, *self._rows(size))
        paint_labels(painter, labels, self.snapshot.theme)

    def _rows(self, size: tuple[int, int]) -> tuple[float, float]:
        """The heights between which names may stand."""
        width, height = self._units(size)
        foot = self._foot(width - 2 * MARGIN) if self.has_foot(size) else 0.0
        return MARGIN + PITCH / 2, height - foot - MARGIN

    def _column(self) -> float:
        """The width of a column of names, with its distance from the drawing."""
        if not self.names:
            return 0.0
        metrics = QFontMetricsF(_font())
        return max(metrics.horizontalAdvance(spot.name) for spot in self.names) + ASIDE + 8

    def _units(self, size: tuple[int, int]) -> tuple[float, float]:
        unit = self.unit(size)
        return size[0] / unit, size[1] / unit

    def _foot(self, width: float) -> float:
        """The height of legend and caption."""
        lines = sum(len(wrapped(text, width)) for text in self.caption)
        return self._legend(width) + lines * LINE + MARGIN

    def _legend(self, width: float) -> float:
        """The height of the legend."""
        if self.snapshot.mode is ColourMode.ACTIVITY:
            return DEEP + LINE + GAP + (0.0 if width >= BESIDE else ROW)
        places = [place.y() for _, place in flow(self.swatches, QPointF(), width, _font())]
        return max(places, default=0.0) + ROW

    def _paint_foot(self, painter: QPainter, width: float, height: float) -> None:
        theme = self.snapshot.theme
        at = QPointF(MARGIN, height - self._foot(width))
        if self.snapshot.mode is ColourMode.ACTIVITY:
            used = paint_scale(painter, at, theme, self.ticks)
            aside = QPointF(used + 3 * GAP, 0) if width >= BESIDE else QPointF(0, LINE + DEEP + GAP)
            paint_swatches(painter, at + aside, width, self.swatches, theme)
        else:
            paint_swatches(painter, at, width, self.swatches, theme)
        baseline = at.y() + self._legend(width) + QFontMetricsF(painter.font()).ascent()
        for index, text in enumerate(self.caption):
            painter.setPen(theme.colour("ink2" if index else "ink"))
            for line in wrapped(text, width):
                painter.drawText(QPointF(MARGIN, baseline), line)
                baseline += LINE


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """The text in lines of at most `width` units; a longer word stands alone."""
    metrics, lines = QFontMetricsF(_font()), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _font() -> QFont:
    font = QFont("sans-serif")  # a name that a viewer of the SVG knows too
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(TEXT)
    return font
