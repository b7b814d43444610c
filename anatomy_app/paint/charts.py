"""Curves under the stage bars: rows of lines over the stride, their bands, scales and readouts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from anatomy_app.paint.hatch import hatch_brush
from anatomy_app.paint.theme import Theme
from anatomy_app.paint.timeline import LABEL_GAP, Frame, Track

KEY, KEY_HEIGHT = 102.0, 16.0  # the line of the key: top and height
TOP, GAP, LINE = 122.0, 8.0, 15.0
WORDS = 150.0  # pixels before the track for the words of a row
DASHES: tuple[tuple[float, ...], ...] = ((), (7, 3), (1, 2))
BANDS = (0.2, 0.11, 0.07)  # opacity, so that three can lie over each other
SIMULATED = (3.0, 2.0)
SAMPLE = 22.0  # pixels of a line in the key


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a row: 101 values in the unit of its row, and the edges of its band if any.

    `wording` writes a value with its unit; `style` 0 to 2 tells the lines of a row apart.
    """

    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    style: int = 0
    simulated: bool = False
    wording: str = "{0:.0f}"

    def value(self, percent: float) -> float:
        """The value at a percent, linear between the samples."""
        index = min(int(percent), len(self.values) - 2)
        part = percent - index
        return self.values[index] * (1 - part) + self.values[index + 1] * part

    def words(self, percent: float) -> str:
        """The value at a percent with its unit."""
        text = self.wording.format(self.value(percent))
        nothing = text.startswith("-") and not any(digit in text for digit in "123456789")
        return text.removeprefix("-") if nothing else text


@dataclass(frozen=True, slots=True)
class Row:
    """A chart: its name, remarks, scale from `bottom` to `top`, and lines; or why it is empty.

    `ticks` are the values of the scale that are written; an empty row is hatched if `no_data`.
    """

    title: str
    lines: tuple[Line, ...]
    bottom: float = 0.0
    top: float = 1.0
    remarks: tuple[str, ...] = ()
    ticks: tuple[float, ...] = ()
    wording: str = "{0:.0f}"
    share: float = 1.0
    unit: str = ""
    empty: str = ""
    no_data: bool = True


@dataclass(frozen=True, slots=True)
class Charts:
    """Rows over one stride with their key: a name for each style, and a note on what compares.

    Toe-offs are in percent of the foot's own stride; `turned` charts show the left leg.
    """

    rows: tuple[Row, ...]
    toe_off: float
    names: tuple[str, ...] = ()
    note: str = ""
    other_toe_off: float | None = None
    turned: bool = False


def boxes(charts: Charts, track: Track, axis: float) -> list[QRectF]:
    """Where the rows lie, from the top down."""
    whole = sum(row.share for row in charts.rows)
    room = axis - 4 - TOP - GAP * (len(charts.rows) - 1)
    found, top = [], TOP
    for row in charts.rows:
        height = room * row.share / whole
        found.append(QRectF(track.left, top, track.width, height))
        top += height + GAP
    return found


def paint_charts(painter: QPainter, charts: Charts, frame: Frame) -> None:
    """All that does not move with the cursor."""
    painter.setFont(frame.font)
    _paint_key(painter, charts, frame)
    for row, box in zip(charts.rows, boxes(charts, frame.track, frame.axis), strict=True):
        _paint_words(painter, row, box, frame.theme)
        if row.empty:
            _paint_empty(painter, row, box, frame.theme)
        else:
            _paint_ground(painter, charts, row, box, frame.theme)
            for line in reversed(row.lines):
                _paint_line(painter, line, row, box, frame.theme)


def paint_readouts(painter: QPainter, charts: Charts, frame: Frame, percent: float) -> None:
    """A dot on each line at the cursor, and beside it the value with its unit."""
    painter.setFont(frame.font)
    for row, box in zip(charts.rows, boxes(charts, frame.track, frame.axis), strict=True):
        x, metrics = frame.track.x(percent), QFontMetricsF(painter.font())
        texts = [line.words(percent) for line in row.lines]
        spots = [_height(line.value(percent), row, box) for line in row.lines]
        width = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        left = x + 9 if x + width + 14 < box.right() else x - 11 - width
        for text, y, spot in zip(texts, _stacked(spots, box), spots, strict=True):
            _paint_dot(painter, QPointF(x, spot), frame.theme)
            _paint_value(painter, text, QRectF(left, y - 7, width, 14), frame.theme)


def _stacked(spots: Sequence[float], box: QRectF) -> list[float]:
    """Heights for the texts beside these spots, within the box and not over each other."""
    order = sorted(range(len(spots)), key=lambda index: spots[index])
    placed = [0.0] * len(spots)
    low = box.top() + 5
    for index in order:
        placed[index] = low = max(spots[index] - 9, low)
        low += LINE
    over = max((placed[index] for index in order), default=0.0) - (box.bottom() - 4)
    return [y - max(over, 0.0) for y in placed]


def _paint_dot(painter: QPainter, at: QPointF, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("panel"), 1.5))
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(at, 3.5, 3.5)


def _paint_value(painter: QPainter, text: str, box: QRectF, theme: Theme) -> None:
    ground = theme.colour("panel")
    ground.setAlphaF(0.8)
    painter.fillRect(box.adjusted(-2, 0, 2, 0), ground)
    painter.setPen(theme.colour("accent"))
    painter.drawText(box.adjusted(0, -2, 2, 2), Qt.AlignmentFlag.AlignVCenter, text)


def _height(value: float, row: Row, box: QRectF) -> float:
    part = (value - row.bottom) / (row.top - row.bottom)
    return box.bottom() - min(max(part, 0.0), 1.0) * box.height()


def _points(values: Sequence[float], row: Row, box: QRectF) -> list[QPointF]:
    step = box.width() / (len(values) - 1)
    return [QPointF(box.left() + i * step, _height(v, row, box)) for i, v in enumerate(values)]


def _paint_ground(painter: QPainter, charts: Charts, row: Row, box: QRectF, theme: Theme) -> None:
    """Stance, the line of zero, and the ends of the scale at the right."""
    for start, end in _stance(charts):
        left, right = (box.left() + box.width() * at / 100 for at in (start, end))
        painter.fillRect(QRectF(left, box.top(), right - left, box.height()), theme.colour("sunk"))
    if charts.other_toe_off is not None:
        painter.setPen(QPen(theme.colour("ctl"), 1, Qt.PenStyle.DotLine))
        at = (charts.other_toe_off + (50 if charts.turned else 0)) % 100
        x = round(box.left() + box.width() * at / 100) + 0.5
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    painter.setPen(QPen(theme.colour("ctl"), 1))
    zero = round(_height(0.0, row, box)) + 0.5
    painter.drawLine(QPointF(box.left(), zero), QPointF(box.right(), zero))
    painter.setPen(theme.colour("ink2"))
    for value, y in _ticks(row, box):
        words = QRectF(box.right() + 6, y - 8, 60, 16)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.wording.format(value))


def _ticks(row: Row, box: QRectF) -> Iterator[tuple[float, float]]:
    """(value, height) of the ends of the scale, from the top down, as far as there is room."""
    last = -LINE
    for value in sorted(row.ticks, reverse=True):
        y = min(max(_height(value, row, box), box.top() + 6), box.bottom() - 6)
        if y - last >= LINE - 2:
            yield value, y
            last = y


def _stance(charts: Charts) -> list[tuple[float, float]]:
    """Where the foot stands, in percent of the right foot's stride."""
    if not charts.turned:
        return [(0.0, charts.toe_off)]
    end = charts.toe_off + 50
    return [(50.0, min(end, 100.0)), (0.0, max(end - 100, 0.0))]


def _paint_line(painter: QPainter, line: Line, row: Row, box: QRectF, theme: Theme) -> None:
    if line.low:
        band = theme.colour("ink2")
        band.setAlphaF(BANDS[line.style])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        edge = [*_points(line.high, row, box), *reversed(_points(line.low, row, box))]
        painter.drawPolygon(QPolygonF(edge))
    painter.setPen(_pen(line, theme))
    painter.drawPolyline(_points(line.values, row, box))


def _pen(line: Line, theme: Theme) -> QPen:
    pen = QPen(theme.colour("ink2" if line.style else "ink"), 1.75)
    dashes = SIMULATED if line.simulated and not line.style else DASHES[line.style]
    if dashes:
        pen.setDashPattern([*dashes])
    return pen


def _paint_words(painter: QPainter, row: Row, box: QRectF, theme: Theme) -> None:
    """The name of a row and its remarks, right before the track; those without room are left out.

    A low row has its remark before the name, if that fits.
    """
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    right, top = box.left() - LABEL_GAP, box.top() - 2
    fitting = max(int((box.height() + 4) // LINE), 1)
    for index, text in enumerate((row.title, *row.remarks)[:fitting]):
        painter.setPen(theme.colour("ink2" if index else "ink"))
        painter.drawText(QRectF(right - WORDS, top + index * LINE, WORDS, LINE), flags, text)
    metrics = QFontMetricsF(painter.font())
    room = WORDS - metrics.horizontalAdvance(row.title) - 10
    if fitting == 1 and row.remarks and metrics.horizontalAdvance(row.remarks[0]) <= room:
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QRectF(right - WORDS, top, room, LINE), flags, row.remarks[0])


def _paint_key(painter: QPainter, charts: Charts, frame: Frame) -> None:
    """The note whole at the right, and before it a sample of each line with its name."""
    theme, track = frame.theme, frame.track
    metrics, middle = QFontMetricsF(painter.font()), Qt.AlignmentFlag.AlignVCenter
    note = metrics.horizontalAdvance(charts.note) + 2 if charts.note else 0.0
    right = track.left + track.width
    painter.setPen(theme.colour("ink"))
    painter.drawText(QRectF(right - note, KEY, note, KEY_HEIGHT), middle, charts.note)
    room = (track.width - note) / max(len(charts.names), 1) - SAMPLE - 24
    x = track.left
    for name, line in zip(charts.names, _styles(charts), strict=False):
        painter.setPen(_pen(line, theme))
        y = KEY + KEY_HEIGHT / 2
        painter.drawLine(QPointF(x, y), QPointF(x + SAMPLE, y))
        painter.setPen(theme.colour("ink2"))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x + SAMPLE + 6, KEY, room, KEY_HEIGHT), middle, shown)
        x += SAMPLE + 6 + metrics.horizontalAdvance(shown) + 18


def _styles(charts: Charts) -> Iterator[Line]:
    """One line of each style, in their order."""
    for style in range(len(DASHES)):
        found = [line for row in charts.rows for line in row.lines if line.style == style]
        yield from found[:1]


def _paint_empty(painter: QPainter, row: Row, box: QRectF, theme: Theme) -> None:
    painter.fillRect(box, theme.colour("no_data" if row.no_data else "sunk"))
    if row.no_data:
        painter.fillRect(box, hatch_brush(theme))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = box.adjusted(16, 4, -16, -4)
    if row.no_data:
        needed = painter.boundingRect(room, flags, row.empty).adjusted(-8, -4, 8, 4)
        painter.fillRect(needed, theme.colour("panel"))
    painter.setPen(theme.colour("ink"))
    painter.drawText(room, flags, row.empty)
