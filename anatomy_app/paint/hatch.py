"""The sign for "no data": lines at 45 degrees in screen pixels, so that no zoom changes it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from anatomy_app.paint.theme import Theme

WIDTH = 0.9  # pixels of a line
TILE = 6.0  # pixels between lines along an axis: about 4.3 across them


def hatch_brush(theme: Theme, ratio: float = 1.0) -> QBrush:
    """A brush of hatch lines for logical pixels on a screen of that pixel ratio."""
    return _brush(theme.hatch, theme.hatch_opacity, round(ratio * 4) / 4)


def hatched_brush(theme: Theme, ground: QColor, ratio: float = 1.0) -> QBrush:
    """The same on a ground of its own: one fill instead of two."""
    return _brush(theme.hatch, theme.hatch_opacity, round(ratio * 4) / 4, ground.rgb())


def paint_hatch_lines(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    """Hatch a path with lines of its own, for files where a brush would become an image."""
    colour = theme.colour("hatch")
    colour.setAlphaF(theme.hatch_opacity)
    painter.setPen(QPen(colour, WIDTH))
    painter.drawLines(hatch_lines(path))


def hatch_lines(path: QPainterPath) -> list[QLineF]:
    """The parts inside a path of the lines x + y = n * TILE, by the even-odd rule."""
    cuts: dict[int, list[float]] = defaultdict(list)
    for polygon in path.toSubpathPolygons():
        points = [(point.x() + point.y(), point.x() - point.y()) for point in polygon.toList()]
        for (s, t), (s_end, t_end) in zip(points, points[1:] + points[:1], strict=True):
            slope = (t_end - t) / (s_end - s) if s_end != s else 0.0
            for n in range(ceil(min(s, s_end) / TILE), ceil(max(s, s_end) / TILE)):
                cuts[n].append(t + (n * TILE - s) * slope)
    return [
        QLineF(_point(n * TILE, start), _point(n * TILE, end))
        for n, found in sorted(cuts.items())
        for start, end in _pairs(sorted(found))
    ]


def _point(s: float, t: float) -> QPointF:
    return QPointF((s + t) / 2, (s - t) / 2)


def _pairs(values: list[float]) -> Iterator[tuple[float, float]]:
    return zip(values[::2], values[1::2], strict=False)


@lru_cache(maxsize=16)
def _brush(colour: str, opacity: float, ratio: float, ground: int = 0) -> QBrush:
    size = round(TILE * ratio)
    tile = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), WIDTH * ratio)
    painter.setOpacity(opacity)
    painter.setPen(pen)
    for shift in (-size, 0, size):  # the neighbours' lines run into the corners
        painter.drawLine(QPointF(shift - 1, size + 1), QPointF(shift + size + 1, -1))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush
