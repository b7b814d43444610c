"""Paints an exercise: a quiet figure in its pose, the working muscles lit, things and ground."""

from collections.abc import Iterator

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
INK = 0.35  # how dark the lines between muscles are, from the body's grey to ink
GREY_CONTRAST = 0.2  # the same where controls are black or white
GREY = 0.5  # how far the body's grey lies between the body's role and that of controls


def paint_mannequin(  # noqa: PLR0913 (what a picture is made of)
    painter: QPainter, library: object, motion: Motion, seconds: float | None, box: QRectF,
    theme: Theme, *, ghost: bool = True, quiet: bool = True,
) -> None:  # fmt: skip
    """The picture of an exercise in a box: at an instant, or its two poses if `seconds` is None.

    `ghost` shows the start pose behind the end pose; a `quiet` figure has few lines. The motion
    brings the figure of the `library` it comes from.
    """
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    start, end = motion.ends
    shown = end if seconds is None else motion.frame(seconds)
    fitted = Fitted(motion, box, painter.device().devicePixelRatioF(), mirrored=shown.mirrored)
    brush = MannequinPainter(painter, theme, motion, fitted, fine=not quiet)
    brush.ground(shown)
    canvas = Canvas(painter, theme, fitted.place, fitted.scale, box)
    paint_props(canvas, shown.props, front=False)
    if ghost and seconds is None and not motion.is_static:
        brush.ghost(start)
    brush.figure(shown)
    paint_props(canvas, shown.props, front=True)
    painter.restore()


class Fitted:
    """Where the millimetres of a motion lie in a box of pixels, its floor near the bottom."""

    def __init__(self, motion: Motion, box: QRectF, ratio: float, *, mirrored: bool) -> None:
        left, top, right, bottom = motion.box
        edge = MARGIN * min(box.width(), box.height())
        inner = box.adjusted(edge, edge, -edge, -edge)
        scale = min(inner.width() / (right - left), inner.height() / (bottom - top))
        if motion.window is None:
            scale = min(scale, LARGEST * inner.height() / STANDING)
        self.box, self.scale, self.ratio = box, scale, ratio
        self.way = -1.0 if mirrored else 1.0
        middle = inner.center().x() - (left + right) / 2 * scale
        self.origin = QPointF(middle, inner.bottom() - bottom * scale)

    def place(self, x: float, y: float) -> QPointF:
        """The pixel of a point in mm."""
        across = self.way * x * self.scale
        return QPointF(self.origin.x() + across, self.origin.y() + y * self.scale)

    def root(self, rig: Rig, frame: Frame) -> Matrix:
        """From the standing figure's mm to pixels, its hips where the frame has them."""
        x, y = frame.root[0] - rig.pivot[0], frame.root[1] - rig.pivot[1]
        at = self.place(x, y)
        return self.way * self.scale, 0.0, 0.0, self.scale, at.x(), at.y()


class MannequinPainter:
    """Paints frames of one motion at one place."""

    def __init__(
        self, painter: QPainter, theme: Theme, motion: Motion, fitted: Fitted, *, fine: bool
    ) -> None:
        self._painter, self._theme = painter, theme
        self._motion, self._fitted, self._fine = motion, fitted, fine
        self._figure = motion.mannequin(level_for(fitted.scale * fitted.ratio), fine=fine)

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
            if frame.scroll is not None:
                self._painter.drawLines([*self._ticks(frame, frame.scroll)])

    def _ticks(self, frame: Frame, gone: float) -> Iterator[QLineF]:
        """Marks of the ground that scroll by under the feet."""
        box, fitted = self._fitted.box, self._fitted
        step = TICK_MM * fitted.scale
        first = fitted.origin.x() - gone * fitted.scale
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
            if not bit.lit and not bit.idle:
                whole.addPath(path)
        painter.fillPath(whole, colour)

    def figure(self, frame: Frame) -> None:
        """The body in grey, and what works in colour."""
        painter, theme = self._painter, self._theme
        near, far = body_grey(theme), pale(body_grey(theme), theme)
        edge = QPen(theme.colour("ink" if theme.contrast else "sunk"), 0.8)
        line = QPen(_between(near, theme.colour("ink"), INK), 0.6)
        for bit, path in self._posed(frame):
            if bit.lit:
                painter.fillPath(path, self._glow(bit))
            else:
                painter.fillPath(path, far if bit.piece.far else near)
            if theme.contrast and self._is_main(bit):
                painter.strokePath(path, edge)
            elif bit.idle or (bit.lit and self._fine):
                painter.strokePath(path, line)
            elif not bit.lit and bit.piece.shape.part not in ENDS:
                painter.strokePath(path, edge)

    def _is_main(self, bit: Bit) -> bool:
        return self._motion.lit.get(bit.lit) == PRIMARY

    def _glow(self, bit: Bit) -> QColor:
        value = STRONG if self._is_main(bit) else WEAK
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
    share = GREY_CONTRAST if theme.contrast else GREY
    return _between(theme.colour("body"), theme.colour("ctl"), share)


def _between(first: QColor, second: QColor, share: float) -> QColor:
    def mixed(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        mixed(first.red(), second.red()),
        mixed(first.green(), second.green()),
        mixed(first.blue(), second.blue()),
    )
