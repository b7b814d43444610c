"""Names on the plate: leader lines that cannot cross, and the label at the pointer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from anatomy_app.paint.theme import Theme
from anatomy_app.paint.written import width, write

PITCH = 36.0  # pixels between two names of a column
LINE = 14.0  # height of a line of text
FLAT = 10.0  # the leader leaves its name level for this long
ASIDE = 4.0  # between a name and its leader
DOT = 2.5
SHEET = 0.86  # how much of the ground lies under a name over a drawing


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants to stand beside its anchor; `key` tells the caller whose name it is."""

    name: str
    value: str
    anchor: QPointF
    selected: bool = False
    key: str = ""


@dataclass(frozen=True)
class Label:
    """A name in its place: `edge` is where its leader begins; text lies left or right of it.

    `backed` puts a sheet of the ground's colour under the text, for names over a drawing.
    """

    name: str
    value: str
    anchor: QPointF
    edge: QPointF
    on_left: bool
    selected: bool
    key: str = ""
    backed: bool = False

    @property
    def still(self) -> tuple[object, ...]:
        """What decides its picture but for a value, which changes with the instant."""
        return self.anchor, self.edge, self.on_left, self.name, self.selected, self.backed

    def worth(self, value: str) -> "Label":
        """The same with another value."""
        if value == self.value:
            return self
        return Label(
            self.name, value, self.anchor, self.edge, self.on_left, self.selected, self.key,
            self.backed,
        )  # fmt: skip

    def box(self, metrics: QFontMetricsF) -> QRectF:
        """Where its words stand."""
        wide = max(map(metrics.horizontalAdvance, (self.name, self.value))) + 2 * ASIDE
        left = self.edge.x() - wide if self.on_left else self.edge.x()
        return QRectF(left, self.edge.y() - LINE / 2, wide, LINE * (2 if self.value else 1))


def lay_out(
    wishes: Iterable[Wish],
    edge_x: float,
    top: float,
    bottom: float,
    *,
    on_left: bool,
    pitch: float = PITCH,
) -> tuple[Label, ...]:
    """A column of names near their anchors' heights whose leaders do not cross.

    The labels come in the order of their anchors' heights, which is that of the column as well
    unless leaders would cross.
    """
    ordered = sorted(wishes, key=lambda wish: wish.anchor.y())
    heights = _spread([wish.anchor.y() for wish in ordered], top, bottom - pitch / 2, pitch)
    knee = edge_x + (FLAT if on_left else -FLAT)
    rows = _uncrossed([wish.anchor for wish in ordered], heights, knee)
    return tuple(
        Label(w.name, w.value, w.anchor, QPointF(edge_x, y), on_left, w.selected, w.key)
        for w, y in zip(ordered, rows, strict=True)
    )


def _uncrossed(anchors: Sequence[QPointF], heights: Sequence[float], knee: float) -> list[float]:
    """The height of each anchor's name.

    From the top, each place goes to the anchor whose leader has all the others below it: then no
    later leader can cross it.
    """
    free, rows = list(range(len(anchors))), [0.0] * len(anchors)

    def steepness(index: int, height: float) -> tuple[float, float]:
        out = max(abs(anchors[index].x() - knee), 1e-6)
        return (anchors[index].y() - height) / out, out

    for height in heights:
        best = min(free, key=lambda index: steepness(index, height))
        free.remove(best)
        rows[best] = height
    return rows


def _spread(wanted: list[float], top: float, bottom: float, pitch: float) -> list[float]:
    """Heights near the wanted ones, a pitch apart, between top and bottom if there is room."""
    heights, least = [], top
    for height in wanted:
        heights.append(max(height, least))
        least = heights[-1] + pitch
    most = bottom
    for index in reversed(range(len(heights))):
        heights[index] = min(heights[index], most)
        most = heights[index] - pitch
    if heights and heights[0] < top:  # more names than room: closer together, never one on another
        pitch = (bottom - top) / max(len(heights) - 1, 1)
        heights = [top + index * pitch for index in range(len(heights))]
    return heights


def paint_labels(painter: QPainter, labels: Sequence[Label], theme: Theme) -> None:
    """Leaders over a halo, dots, then names with their values under them."""
    paint_still(painter, labels, theme)
    paint_values(painter, labels, theme)


def paint_still(painter: QPainter, labels: Sequence[Label], theme: Theme) -> None:
    """What no instant changes: leaders, dots and names."""
    paint_leaders(painter, labels, theme)
    for label in labels:
        _text(painter, label, label.name, theme, "accent" if label.selected else "ink")


def paint_values(painter: QPainter, labels: Sequence[Label], theme: Theme) -> None:
    """The values under the names."""
    for label in labels:
        if label.value:
            _text(painter, label, label.value, theme, "ink2", 1)


def paint_leaders(painter: QPainter, labels: Sequence[Label], theme: Theme) -> None:
    """The lines from the names to the muscles, over a halo, with a dot at the end."""
    halo = theme.colour("bg")
    halo.setAlphaF(0.7)
    for label in labels:
        _leader(painter, label, QPen(halo, 3))
    for label in labels:
        _leader(painter, label, QPen(theme.colour("ink"), 1))
        painter.setPen(QPen(theme.colour("bg"), 1))
        painter.setBrush(theme.colour("ink"))
        painter.drawEllipse(label.anchor, DOT, DOT)


def _leader(painter: QPainter, label: Label, pen: QPen) -> None:
    painter.setPen(pen)
    out = FLAT if label.on_left else -FLAT
    knee = label.edge + QPointF(out, 0)
    painter.drawPolyline([label.edge, knee, label.anchor])


def _text(
    painter: QPainter, label: Label, text: str, theme: Theme, role: str, line: int = 0
) -> None:
    """A line of a label, on a sheet of its own: a value changes its width with the instant."""
    font = painter.font()
    wide, y = width(text, font) + 2 * ASIDE, label.edge.y() - LINE / 2 + line * LINE
    box = QRectF(label.edge.x() - (wide if label.on_left else 0.0), y, wide, LINE)
    if label.backed:
        sheet = theme.colour("bg")
        sheet.setAlphaF(SHEET)
        painter.fillRect(box, sheet)
    painter.setPen(theme.colour(role))
    inner = box.adjusted(ASIDE, 0, -ASIDE, 0)
    write(painter, font, inner, text, right=label.on_left)


def paint_pointer_label(
    painter: QPainter, at: QPointF, name: str, value: str, bounds: QRectF, theme: Theme
) -> None:
    """The name and value of what lies under the pointer, beside it and within the bounds."""
    metrics = QFontMetricsF(painter.font())
    name_width = metrics.horizontalAdvance(name)
    width = name_width + (metrics.horizontalAdvance(value) + 8 if value else 0) + 16
    box = QRectF(at.x() + 14, at.y() - 30, width, 24)
    box.moveLeft(max(min(box.left(), bounds.right() - width - 2), bounds.left() + 2))
    box.moveTop(max(box.top(), bounds.top() + 2))
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    _write(painter, box.adjusted(8, 0, 0, 0), name, theme.colour("ink"))
    _write(painter, box.adjusted(16 + name_width, 0, 0, 0), value, theme.colour("ink2"))


def _write(painter: QPainter, box: QRectF, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
