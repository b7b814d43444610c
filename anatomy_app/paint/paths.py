"""Outlines of the model as painter paths."""

from array import array

from PySide6.QtGui import QPainterPath, QTransform

from anatomy_app.model.drawing import Outline


def painter_path(outline: Outline, *, closed: bool = True) -> QPainterPath:
    """The outline in its own millimetres, even-odd filled."""
    path = QPainterPath()
    for loop in outline.loops:
        _add(path, loop)
        if closed:
            path.closeSubpath()
    return path


def _add(path: QPainterPath, loop: "array[float]") -> None:
    path.moveTo(loop[0], loop[1])
    cubic = path.cubicTo
    for i in range(2, len(loop) - 5, 6):
        cubic(loop[i], loop[i + 1], loop[i + 2], loop[i + 3], loop[i + 4], loop[i + 5])


def flattened(path: QPainterPath, to_pixels: QTransform) -> QPainterPath:
    """The path in pixels with its curves as short lines, which fills faster when done often."""
    flat = QPainterPath()
    for polygon in path.toSubpathPolygons(to_pixels):
        flat.addPolygon(polygon)
    return flat
