"""The current stage lit over the painted timeline: a picture, made anew for another stage only."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from anatomy_app.paint.timeline import (
    FIGURE,
    FIGURES,
    RIGHT_BAR,
    Frame,
    Scene,
    paint_bar,
    paint_pose,
)


class LitStage:
    """Paints the bar and the figure of the stage in which the cursor stands."""

    def __init__(self) -> None:
        self._made: tuple[object, QPointF, QImage] | None = None

    def paint(self, painter: QPainter, scene: Scene, frame: Frame, percent: float) -> None:
        """Over the scene painted in the same frame; the painter's device tells how fine."""
        number, ratio = _stage_at(scene, percent), painter.device().devicePixelRatioF()
        if number is None:
            return
        key = (number, scene.right, scene.poses, frame.track, frame.theme.name, ratio)
        if self._made is None or self._made[0] != key:
            self._made = key, *_picture(scene, frame, number, ratio)
        painter.drawImage(*self._made[1:])


def _picture(scene: Scene, frame: Frame, number: int, ratio: float) -> tuple[QPointF, QImage]:
    """Where the picture lies, on whole pixels, and the picture."""
    box = _box(scene, frame, number)
    at = QPointF(floor(box.left()), floor(box.top()))
    size = QSize(ceil(box.right() - at.x()), ceil(box.bottom() - at.y()))
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-at)
    _paint_stage(painter, scene, frame, number)
    painter.end()
    return at, image


def _stage_at(scene: Scene, percent: float) -> int | None:
    """The number of the right foot's bar that holds a percent."""
    bars = enumerate(scene.right)
    return next((number for number, bar in bars if bar.start <= percent < bar.end), None)


def _paint_stage(painter: QPainter, scene: Scene, frame: Frame, number: int) -> None:
    """The bar and the figure of the current stage, over those of the painted scene."""
    painter.setFont(frame.font)
    paint_bar(painter, scene.right[number], frame, RIGHT_BAR, ("accent", "on_accent"))
    if number < len(scene.poses):
        at, pose = scene.poses[number]
        paint_pose(painter, pose, frame.track.x(at), frame.theme.colour("ink"))


def _box(scene: Scene, frame: Frame, number: int) -> QRectF:
    bar, x = scene.right[number], frame.track.x
    box = QRectF(x(bar.start), FIGURES, x(bar.end) - x(bar.start), sum(RIGHT_BAR) - FIGURES)
    if number < len(scene.poses):
        box |= QRectF(x(scene.poses[number][0]) - FIGURE, FIGURES - 2, 2 * FIGURE, FIGURE)
    return box.adjusted(-1, 0, 1, 1)
