"""A sheet: figures side by side, a legend and a caption, laid out for any size."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from anatomy_app.cli.bodies import Figure
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
from anatomy_app.paint.naming import PITCH, Spot, columns, fitting
from anatomy_app.paint.plate import Placing
from anatomy_app.paint.theme import Theme

# Everything is laid out in units of a screen this high and at least this wide; a larger picture
# is the same, larger, so that its text and outlines stay in proportion.
HIGH, WIDE = 800.0, 400.0
MARGIN, TEXT, LINE = 16.0, 12, 16.0
BESIDE = 320.0  # width from which "no data" stands beside the scale, not under it
ASIDE = 14.0  # between the names and the drawing
LEAST_BODY = 100.0  # wide; where names leave less for the drawing, they are left out
LARGEST_FOOT = 0.4  # of the height; a smaller picture goes without legend and caption


@dataclass(frozen=True)
class Sheet:
    """What a picture shows: figures, and words about them.

    `ticks` are the words of the activity scale (empty: none), `swatches` the rest of the legend,
    `caption` the lines under it; `names` stand beside the only figure, `titles` under each of
    several. `least_foot` and `least_column` (units) keep the sheets of a film alike.
    """

    figures: Sequence[Figure]
    theme: Theme
    ticks: tuple[str, str, str] | tuple[()]
    swatches: tuple[Swatch, ...]
    caption: tuple[str, ...]
    names: tuple[Spot, ...] = ()
    titles: tuple[tuple[str, ...], ...] = ()
    least_foot: float = 0.0
    least_column: float = 0.0

    def fitting_size(self, height: int) -> tuple[int, int]:
        """Pixels of a picture of that height, as wide as the view needs."""
        box = self._box
        room = HIGH - 2 * MARGIN - self._under - self._foot(WIDE - 2 * MARGIN)
        beside = 2 * (MARGIN + self.column())
        wide = max(len(self.figures) * room * box.width() / box.height() + beside, WIDE)
        return 2 * round(wide * height / HIGH / 2), height  # even, as most videos want it

    def has_foot(self, size: tuple[int, int]) -> bool:
        """Whether a picture of that size has room for legend and caption."""
        width, height = self._units(size)
        return self._foot(width - 2 * MARGIN) <= height * LARGEST_FOOT

    def placings(self, size: tuple[int, int]) -> tuple[Placing, ...]:
        """Where each figure lies in a picture of that size, in units."""
        width, height = self._units(size)
        foot = self._foot(width - 2 * MARGIN) if self.has_foot(size) else 0.0
        margin = min(MARGIN, width / 16, height / 16)
        box, room = self._box, height - foot - self._under - 2 * margin
        side, cell = self._cells(size)
        scale = min(cell / box.width(), room / box.height())
        first = side + cell / 2 - box.center().x() * scale
        y = margin + room / 2 - box.center().y() * scale
        whole = Placing(scale, first, y, round(width), round(height), unit=self.unit(size))
        return tuple(replace(whole, x=first + n * cell) for n in range(len(self.figures)))

    def _cells(self, size: tuple[int, int]) -> tuple[float, float]:
        """Where the first figure's room begins, and how wide that of each is."""
        width, height = self._units(size)
        side = min(MARGIN, width / 16, height / 16)
        side += self.column() if self.has_columns(size) else 0.0
        return side, (width - 2 * side) / len(self.figures)

    def has_columns(self, size: tuple[int, int]) -> bool:
        """Whether a picture of that size has room for the names."""
        width, _ = self._units(size)
        return self.column() > 0 and width - 2 * (MARGIN + self.column()) >= LEAST_BODY

    def named(self, size: tuple[int, int]) -> tuple[Spot, ...]:
        """The names that a picture of that size shows."""
        top, bottom = self._rows(size)
        return fitting(self.names, bottom - top) if self.has_columns(size) else ()

    def unit(self, size: tuple[int, int]) -> float:
        """Pixels of a unit."""
        return max(1.0, min(size[0] / WIDE, size[1] / HIGH))

    def foot(self, size: tuple[int, int]) -> float:
        """The height of legend and caption in a picture of that size, in units."""
        return self._foot(self._units(size)[0] - 2 * MARGIN)

    def paint(self, painter: QPainter, size: tuple[int, int]) -> None:
        """The whole sheet on `size` pixels."""
        painter.fillRect(QRectF(0, 0, *size), self.theme.colour("bg"))
        painter.save()
        painter.scale(self.unit(size), self.unit(size))
        painter.setFont(_font())
        width, height = self._units(size)
        placings, (side, cell) = self.placings(size), self._cells(size)
        for place, (figure, placing) in enumerate(zip(self.figures, placings, strict=True)):
            left = side + place * cell
            figure.paint(painter, placing, (left, left + cell))
        self._paint_titles(painter, placings)
        if self.names:
            self._paint_names(painter, size, placings[0])
        if self.has_foot(size):
            self._paint_foot(painter, width - 2 * MARGIN, height)
        painter.restore()

    def _paint_titles(self, painter: QPainter, placings: Sequence[Placing]) -> None:
        """Lines centred under each figure."""
        metrics = QFontMetricsF(_font())
        for title, placing in zip(self.titles, placings, strict=False):
            middle = placing.x + self._box.center().x() * placing.scale
            baseline = placing.y + self._box.bottom() * placing.scale + metrics.ascent() + 2
            for number, line in enumerate(title):
                painter.setPen(self.theme.colour("ink2" if number else "ink"))
                left = middle - metrics.horizontalAdvance(line) / 2
                painter.drawText(QPointF(left, baseline + number * LINE), line)

    def _paint_names(self, painter: QPainter, size: tuple[int, int], placing: Placing) -> None:
        edges = (
            placing.x + self._box.left() * placing.scale - ASIDE,
            placing.x + self._box.right() * placing.scale + ASIDE,
        )
        labels = columns(self.named(size), placing, edges, *self._rows(size))
        paint_labels(painter, labels, self.theme)

    def _rows(self, size: tuple[int, int]) -> tuple[float, float]:
        """The heights between which names may stand."""
        width, height = self._units(size)
        foot = self._foot(width - 2 * MARGIN) if self.has_foot(size) else 0.0
        return MARGIN + PITCH / 2, height - foot - MARGIN

    @property
    def _box(self) -> QRectF:
        """The frame of every figure, in millimetres."""
        return self.figures[0].box

    @property
    def _under(self) -> float:
        """The height of the titles."""
        return max((len(title) for title in self.titles), default=0) * LINE

    def column(self) -> float:
        """The width of a column of names in units, with its distance from the drawing."""
        metrics = QFontMetricsF(_font())
        widths = [metrics.horizontalAdvance(spot.name) + ASIDE + 8 for spot in self.names]
        return max([*widths, self.least_column])

    def _units(self, size: tuple[int, int]) -> tuple[float, float]:
        unit = self.unit(size)
        return size[0] / unit, size[1] / unit

    def _foot(self, width: float) -> float:
        """The height of legend and caption."""
        lines = sum(len(wrapped(text, width)) for text in self.caption)
        return max(self._legend(width) + lines * LINE + MARGIN, self.least_foot)

    def _legend(self, width: float) -> float:
        """The height of the legend."""
        if self.ticks:
            return DEEP + LINE + GAP + (0.0 if width >= BESIDE else ROW)
        places = [place.y() for _, place in flow(self.swatches, QPointF(), width, _font())]
        return max(places, default=0.0) + ROW

    def _paint_foot(self, painter: QPainter, width: float, height: float) -> None:
        theme = self.theme
        at = QPointF(MARGIN, height - self._foot(width))
        if self.ticks:
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
