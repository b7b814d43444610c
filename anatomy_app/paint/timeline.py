"""The timeline: stages of both feet, float, heat strips, axis and cursor, on one track."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from anatomy_app.paint.figure import paint_figure
from anatomy_app.paint.theme import Theme
from anatomy_app.paint.written import width, write

RIGHT_BAR, LEFT_BAR = (58.0, 20.0), (80.0, 16.0)  # top and height
STRIPS, PITCH, STRIP = 106.0, 16.0, 14.0
THIN, THIN_BOTH = 4.0, 7.0  # a simulated row of one leg, and of both
FIGURES, FIGURE, LOOP = 24.0, 32.0, 56.0
AXIS, HEIGHT = 202.0, 224.0
GAP = PITCH - STRIP
LABEL_GAP = 16.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a foot's bar: `texts` from the longest to the shortest wording."""

    start: float
    end: float
    texts: tuple[str, ...]
    stance: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of the heat strip: 100 values of 0..1, one per percent; empty where nobody measured.

    `left` are the same of the left leg, below those of the right; without them the row is whole.
    A `member` is a muscle of the group above it.
    """

    key: str
    label: str
    values: tuple[float, ...]
    simulated: bool = False
    left: tuple[float, ...] = ()
    member: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the timeline shows for one stride, in words that are already translated."""

    right: tuple[Bar, ...]
    left: tuple[Bar, ...]
    floats: tuple[tuple[float, float], ...]
    strips: tuple[Strip, ...]
    poses: tuple[tuple[float, dict[str, float]], ...]
    right_label: str
    left_label: str
    simulated_label: str
    no_data_label: str
    legs_label: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """Where percents lie: from `left` over `width` pixels."""

    left: float
    width: float

    def x(self, percent: float) -> float:
        """The pixel of a percent."""
        return self.left + percent * self.width / 100

    def percent(self, x: float) -> float:
        """The percent of a pixel, within 0..100."""
        return min(max((x - self.left) / self.width * 100, 0.0), 100.0)


@dataclass(frozen=True)
class Frame:
    """Where and in which colours the timeline is painted."""

    track: Track
    theme: Theme
    font: QFont
    axis: float = AXIS


def paint_scene(painter: QPainter, scene: Scene, frame: Frame, selected: str = "") -> None:
    """All that does not move with the cursor; the strip of `selected` is framed."""
    track, theme = frame.track, frame.theme
    painter.setFont(frame.font)
    _paint_bars(painter, scene.right, frame, RIGHT_BAR)
    _paint_bars(painter, scene.left, frame, LEFT_BAR)
    _paint_floats(painter, scene, track, theme)
    for percent, pose in scene.poses:
        paint_pose(painter, pose, track.x(percent), theme.colour("ctl"))
    _label(painter, scene.right_label, track, RIGHT_BAR[0], RIGHT_BAR[1], theme.colour("ink"))
    _label(painter, scene.left_label, track, LEFT_BAR[0], LEFT_BAR[1], theme.colour("ink"))
    for index, strip in enumerate(scene.strips):
        _paint_strip(painter, strip, scene, frame, STRIPS + index * PITCH, selected)
    _paint_axis(painter, frame)
    _label(painter, scene.legs_label, track, frame.axis + 4, 16, theme.colour("ink2"))


def band(frame: Frame, index: int) -> QRectF:
    """What belongs to a row of the strip, its frame and words too."""
    right = frame.track.left + frame.track.width + GAP
    return QRectF(0, STRIPS + index * PITCH - GAP, right, PITCH + GAP)


def repaint_strip(painter: QPainter, scene: Scene, frame: Frame, index: int, selected: str) -> None:
    """One row of a painted scene anew; a framed one goes last, as its frame lies between rows."""
    painter.setClipRect(band(frame, index))
    painter.fillRect(band(frame, index), frame.theme.colour("panel"))
    painter.setFont(frame.font)
    _paint_strip(painter, scene.strips[index], scene, frame, STRIPS + index * PITCH, selected)


def paint_cursor(painter: QPainter, frame: Frame, percent: float, flag: str) -> None:
    """The flag and the line through everything."""
    track, theme = frame.track, frame.theme
    painter.setFont(frame.font)
    x = track.x(percent)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawLine(QPointF(x, 22), QPointF(x, frame.axis))
    _paint_flag(painter, track, theme, x, flag)


def paint_loop(painter: QPainter, frame: Frame, start: float, end: float) -> None:
    """The part of the stride that is looped: a bracket over the bars, open where it runs on."""
    painter.setPen(QPen(frame.theme.colour("accent"), 2))
    parts = ((start, end),) if start < end else ((start, 100.0), (0.0, end))
    for left, right in parts:
        xs = frame.track.x(left), frame.track.x(right)
        painter.drawLine(QPointF(xs[0], LOOP), QPointF(xs[1], LOOP))
    for edge in (start, end if end > 0 else 100.0):
        x = frame.track.x(edge)
        painter.drawLine(QPointF(x, LOOP), QPointF(x, sum(LEFT_BAR)))


def _paint_flag(painter: QPainter, track: Track, theme: Theme, x: float, text: str) -> None:
    wide = width(text, painter.font())
    whole = max(100.0, wide + 16)
    left = min(max(x - whole / 2, track.left - 24), track.left + track.width + 24 - whole)
    box = QRectF(left, 4, whole, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("on_accent"))
    write(painter, painter.font(), box.adjusted((whole - wide) / 2, 0, 0, 0), text)


def paint_pose(painter: QPainter, pose: dict[str, float], x: float, colour: QColor) -> None:
    """The small figure of a stage over its place on the track."""
    paint_figure(painter, pose, QPointF(x, FIGURES + FIGURE - 1), FIGURE, colour)


def _paint_bars(
    painter: QPainter, bars: Sequence[Bar], frame: Frame, row: tuple[float, float]
) -> None:
    for bar in bars:
        roles = ("stance", "on_stance") if bar.stance else ("swing", "ink2")
        paint_bar(painter, bar, frame, row, roles)


def paint_bar(
    painter: QPainter,
    bar: Bar,
    frame: Frame,
    row: tuple[float, float],
    roles: tuple[str, str],
) -> None:
    """A bar in its row (top and height), in the colour roles of its fill and its text."""
    track, theme = frame.track, frame.theme
    box = QRectF(track.x(bar.start), row[0], track.x(bar.end) - track.x(bar.start), row[1])
    painter.fillRect(box, theme.colour(roles[0]))
    if theme.contrast:
        painter.setPen(QPen(theme.colour("ink"), 1))
        painter.drawRect(box)
    elif bar.start > 0:
        painter.fillRect(QRectF(box.left(), row[0], 1, row[1]), theme.colour("panel"))
    metrics = QFontMetricsF(painter.font())
    for text in bar.texts:
        if metrics.horizontalAdvance(text) + 8 <= box.width():
            painter.setPen(theme.colour(roles[1]))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            return


def _paint_floats(painter: QPainter, scene: Scene, track: Track, theme: Theme) -> None:
    pen = QPen(theme.colour("ink"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    for percent in {border for span in scene.floats for border in span}:
        x = round(track.x(percent)) + 0.5
        painter.drawLine(QPointF(x, RIGHT_BAR[0]), QPointF(x, sum(LEFT_BAR)))


def _label(
    painter: QPainter, text: str, track: Track, top: float, height: float, colour: QColor
) -> float:
    """A label ending 16 pixels before the track; its left edge."""
    wide = width(text, painter.font()) + 1
    box = QRectF(track.left - LABEL_GAP - wide, top, wide, height)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return box.left()


def _paint_strip(
    painter: QPainter, strip: Strip, scene: Scene, frame: Frame, top: float, selected: str
) -> None:
    track, theme = frame.track, frame.theme
    chosen = strip.key == selected
    left = _label(
        painter, strip.label, track, top, STRIP,
        theme.colour("accent" if chosen else "ink2" if strip.member else "ink"),
    )  # fmt: skip
    remark = scene.simulated_label if strip.simulated else ""
    if not strip.values:
        remark = scene.no_data_label
        _hatch(painter, QRectF(track.left, top, track.width, STRIP), theme)
    _paint_columns(painter, strip, track, theme, top)
    if remark:
        wide = width(remark, painter.font()) + 1
        painter.setPen(theme.colour("ink2"))
        box = QRectF(left - 12 - wide, top, wide, STRIP)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, remark)
    if chosen:
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(track.left - 1, top - 1, track.width + 2, STRIP + 2))


def _paint_columns(painter: QPainter, strip: Strip, track: Track, theme: Theme, top: float) -> None:
    height = STRIP if not strip.simulated else THIN_BOTH if strip.left else THIN
    y = top + (STRIP - height) / 2
    for values, start, tall in _legs(strip, height):
        for index, value in enumerate(values):
            left, right = round(track.x(index)), round(track.x(index + 1))
            colour = QColor.fromRgb(theme.activity_rgb(value))
            painter.fillRect(QRectF(left, y + start, right - left, tall), colour)


def _legs(strip: Strip, height: float) -> tuple[tuple[tuple[float, ...], float, float], ...]:
    """The values of each leg with their top and height within the row: the right leg is taller."""
    if not strip.left:
        return ((strip.values, 0.0, height),)
    upper = round(height * 0.6)
    return (strip.values, 0.0, upper), (strip.left, upper + 1, height - upper - 1)


def _hatch(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.fillRect(box, theme.colour("no_data"))
    painter.save()
    painter.setClipRect(box)
    line = theme.colour("hatch")
    line.setAlphaF(theme.hatch_opacity)
    painter.setPen(QPen(line, 0.9))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 6.4
    painter.restore()


def _paint_axis(painter: QPainter, frame: Frame) -> None:
    track, theme, top = frame.track, frame.theme, frame.axis
    painter.setPen(QPen(theme.colour("ctl"), 1))
    for percent in range(0, 101, 10):
        x = round(track.x(percent)) + 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, top + 3))
    painter.setPen(theme.colour("ink2"))
    for percent in range(0, 101, 10):
        text = f"{percent} %" if percent in (0, 100) else str(percent)
        box = QRectF(track.x(percent) - 30, top + 4, 60, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
