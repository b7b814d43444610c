"""The list beside the pointer stays within its bounds and beside the point."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from anatomy_app.paint.beneath import Row, paint_beneath
from anatomy_app.paint.theme import LIGHT

ROWS = [Row("Gastrocnemius", "23 %"), Row("Soleus", "29 %", chosen=True), Row("Tibia", next=True)]


def touched(at: QPointF, bounds: QRectF) -> set[tuple[int, int]]:
    """The pixels that the list covers on a picture of 400 x 300."""
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    paint_beneath(painter, at, ROWS, bounds, LIGHT)
    painter.end()
    green = QColor("#00ff00").rgb()
    return {(x, y) for x in range(400) for y in range(300) if image.pixel(x, y) != green}


@pytest.mark.parametrize(
    "at", [(0, 0), (200, 150), (399, 0), (399, 299), (0, 299), (390, 150), (60, 290)]
)
def test_the_list_is_whole_and_does_not_lie_on_the_point(qapp: object, at: tuple[int, int]) -> None:
    bounds = QRectF(0, 0, 400, 300)
    free = touched(QPointF(200, 150), bounds)
    pixels = touched(QPointF(*at), bounds)
    assert len(pixels) == pytest.approx(len(free), rel=0.02)
    assert at not in pixels


def test_in_a_narrow_view_it_lies_above_or_below(qapp: object) -> None:
    bounds = QRectF(0, 0, 150, 300)
    for at in ((75, 200), (75, 20)):
        pixels = touched(QPointF(*at), bounds)
        assert pixels
        assert at not in pixels
