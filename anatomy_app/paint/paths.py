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
    cubic, values = path.cubicTo, iter(loop[2:].tolist())
    for six in zip(values, values, values, values, values, values, strict=False):
        cubic(*six)


def flattened(path: QPainterPath, to_pixels: QTransform) -> QPainterPath:
    """The path in pixels with its curves as short lines, which fills faster when done often."""
    flat = QPainterPath()
    for polygon in path.toSubpathPolygons(to_pixels):
        flat.addPolygon(polygon)
    return flat
