"""Paints an exercise: a quiet figure in its pose, the working muscles lit, things and ground."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from anatomy_app.model.mannequin import Bit
from anatomy_app.model.motion import PRIMARY, Frame, Motion
from anatomy_app.model.posing import Matrix
from anatomy_app.model.rig import Part, Rig, level_for
from anatomy_app.paint.posed import paths, posed_loops
from anatomy_app.paint.props import Canvas, paint_props
from anatomy_app.paint.runner import pale
from anatomy_app.paint.theme import Theme

STRONG, WEAK = 0.72, 0.36  # of the activity scale: main and helping muscles
GHOST = 0.32  # how strong the start pose stands behind the end pose
HIDDEN = 0.6  # how strong a muscle shows that others cover
STANDING = 1720.0  # mm: the largest scale is that of a standing figure, and a bit
LARGEST = 1.5
MARGIN = 0.05  # of the box on each side
ENDS = frozenset({Part.FOOT, Part.FOOT_INNER, Part.HAND})  # they go over into their limbs
TICK_MM, TICK = 500.0, 3.0  # between the marks of a ground that scrolls; their pixels
GREY = 0.5  # how far the body's grey lies between the body's role and that of controls


class Rigs(Protocol):
    """Who has the figures that exercises are drawn with."""

    @property
    def rig(self) -> Rig:
        """The runner, seen from the side."""


def paint_mannequin(
    painter: QPainter, library: Rigs, motion: Motion, seconds: float | None, box: QRectF,
    theme: Theme, *, ghost: bool = True, quiet: bool = True,
) -> None:  # fmt: skip
    """The picture of an exercise in a box: at an instant, or its two poses if `seconds` is None.

    `ghost` shows the start pose behind the end pose; a `quiet` figure has few lines.
    """
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fitted = Fitted(motion, box, painter.device().devicePixelRatioF())
    start, end = motion.ends
    shown = end if seconds is None else motion.frame(seconds)
    brush = MannequinPainter(painter, theme, motion, fitted)
    brush.ground(shown)
    canvas = Canvas(painter, theme, fitted.place, fitted.scale, fitted.above)
    paint_props(canvas, shown.props, front=False)
    if ghost and seconds is None and not motion.is_static:
        brush.ghost(start)
    brush.figure(shown, lines=not quiet)
    paint_props(canvas, shown.props, front=True)
    painter.restore()


class Fitted:
    """Where the millimetres of a motion lie in a box of pixels, its floor near the bottom."""

    def __init__(self, motion: Motion, box: QRectF, ratio: float) -> None:
        left, top, right, bottom = motion.box
        edge = MARGIN * min(box.width(), box.height())
        inner = box.adjusted(edge, edge, -edge, -edge)
        scale = min(inner.width() / (right - left), inner.height() / (bottom - top))
        if motion.window is None:
            scale = min(scale, LARGEST * inner.height() / STANDING)
        self.box, self.scale, self.ratio = box, scale, ratio
        middle = inner.center().x() - (left + right) / 2 * scale
        self.origin = QPointF(middle, inner.bottom() - bottom * scale)

    @property
    def above(self) -> QRectF:
        """The box down to the ground."""
        return QRectF(self.box.left(), self.box.top(), self.box.width(), self.box.height())

    def place(self, x: float, y: float) -> QPointF:
        """The pixel of a point in mm."""
        return QPointF(self.origin.x() + x * self.scale, self.origin.y() + y * self.scale)

    def root(self, rig: Rig, frame: Frame) -> Matrix:
        """From the standing figure's mm to pixels, its hips where the frame has them."""
        x, y = frame.root[0] - rig.pivot[0], frame.root[1] - rig.pivot[1]
        at = self.place(x, y)
        return self.scale, 0.0, 0.0, self.scale, at.x(), at.y()


class MannequinPainter:
    """Paints frames of one motion at one place."""

    def __init__(self, painter: QPainter, theme: Theme, motion: Motion, fitted: Fitted) -> None:
        self._painter, self._theme = painter, theme
        self._motion, self._fitted = motion, fitted
        self._figure = motion.mannequin(level_for(fitted.scale * fitted.ratio))

    def ground(self, frame: Frame) -> None:
        """The line of the ground, from side to side."""
        if self._motion.floor:
            box, origin = self._fitted.box, self._fitted.origin
            self._painter.setPen(QPen(self._theme.colour("ctl"), self._theme.hairline))
            ends = (
                QPointF(x, origin.y() - frame.slope * (x - origin.x()))
                for x in (box.left(), box.right())
            )
            self._painter.drawLine(QLineF(*ends))
            self._painter.drawLines([*self._ticks(frame)] if frame.scroll else [])

    def _ticks(self, frame: Frame) -> Iterator[QLineF]:
        """Marks of the ground that scroll by under the feet."""
        box, fitted = self._fitted.box, self._fitted
        step = TICK_MM * fitted.scale
        first = fitted.origin.x() - frame.scroll * fitted.scale
        x = box.left() + (first - box.left()) % step
        while x < box.right():
            y = fitted.origin.y() - frame.slope * (x - fitted.origin.x())
            yield QLineF(x, y, x, y + TICK)
            x += step

    def ghost(self, frame: Frame) -> None:
        """The whole figure as one faint shape."""
        painter = self._painter
        colour = body_grey(self._theme)
        colour.setAlphaF(GHOST)
        whole = QPainterPath()
        whole.setFillRule(Qt.FillRule.WindingFill)
        for bit, path in self._posed(frame):
            if not bit.lit:
                whole.addPath(path)
        painter.fillPath(whole, colour)

    def figure(self, frame: Frame, *, lines: bool) -> None:
        """The body in grey, and what works in colour."""
        painter, theme = self._painter, self._theme
        near, far = body_grey(theme), pale(body_grey(theme), theme)
        edge = QPen(theme.colour("sunk"), 0.8)
        for bit, path in self._posed(frame):
            if bit.lit:
                painter.fillPath(path, self._glow(bit))
            else:
                painter.fillPath(path, far if bit.piece.far else near)
                if bit.piece.shape.part not in ENDS:
                    painter.strokePath(path, edge)

    def _glow(self, bit: Bit) -> QColor:
        value = STRONG if self._motion.lit[bit.lit] == PRIMARY else WEAK
        colour = QColor.fromRgb(self._theme.activity_rgb(value))
        if bit.piece.far and self._motion.lights.side != "far":
            colour = pale(colour, self._theme)
        if bit.hidden:
            colour.setAlphaF(HIDDEN)
        return colour

    def _posed(self, frame: Frame) -> list[tuple[Bit, QPainterPath]]:
        figure = self._figure
        root = self._fitted.root(self._motion.rig, frame)
        near, far = figure.matrices(frame.near, frame.far, root)
        made = paths([posed_loops(bit.piece, near, far) for bit in figure.bits])
        return list(zip(figure.bits, made, strict=True))


def body_grey(theme: Theme) -> QColor:
    """The calm grey of a body at rest."""
    body, other = theme.colour("body"), theme.colour("ctl")

    def between(a: int, b: int) -> int:
        return round(a + (b - a) * GREY)

    return QColor(
        between(body.red(), other.red()),
        between(body.green(), other.green()),
        between(body.blue(), other.blue()),
    )
