"""One-colour icons in a 16 pixel box, as strokes that follow the text colour at any scale."""

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPen, QPixmap

# M x y moves, L x y draws, O x y r is a circle, F starts a filled shape, Z closes.
STROKES = {
    "back": "M 10 3 L 5 8 L 10 13",
    "forward": "M 6 3 L 11 8 L 6 13",
    "search": "O 7 7 4.5 M 10.5 10.5 L 14 14",
    "menu": "M 2 4 L 14 4 M 2 8 L 14 8 M 2 12 L 14 12",
    "down": "M 4 6 L 8 10 L 12 6",
    "right": "M 6 4 L 10 8 L 6 12",
    "previous": "M 3.5 3 L 3.5 13 M 12.5 3.5 L 6 8 L 12.5 12.5 Z",
    "next": "M 12.5 3 L 12.5 13 M 3.5 3.5 L 10 8 L 3.5 12.5 Z",
    "play": "F M 4 2.5 L 13 8 L 4 13.5 Z",
    "pause": "M 5.5 3 L 5.5 13 M 10.5 3 L 10.5 13",
    "loop": "M 2.5 8.5 L 2.5 4.5 L 13 4.5 M 10.5 2 L 13 4.5 L 10.5 7 "
    "M 13.5 7.5 L 13.5 11.5 L 3 11.5 M 5.5 9 L 3 11.5 L 5.5 14",
    "pause_stages": "M 2.5 3 L 2.5 8 M 6 3 L 6 8 M 2 13.5 L 9 13.5 L 9 9 L 14 9 L 14 4.5",
    "check": "M 2.5 8.5 L 6.5 12.5 L 13.5 4",
    "plus": "M 8 2.5 L 8 13.5 M 2.5 8 L 13.5 8",
    "print": "M 4.5 6 L 4.5 2.5 L 11.5 2.5 L 11.5 6 M 4.5 11 L 2 11 L 2 6 L 14 6 L 14 11 L 11.5 11 "
    "M 4.5 9.5 L 11.5 9.5 L 11.5 13.5 L 4.5 13.5 Z",
    "swap": "M 3 5.5 L 13 5.5 M 10 2.5 L 13 5.5 L 10 8.5 M 13 11 L 3 11 M 6 8 L 3 11 L 6 14",
    "undo": "M 5.5 2.5 L 2.5 5.5 L 5.5 8.5 M 2.5 5.5 L 10 5.5 L 13 7.5 L 13 10.5 L 10 13 L 5 13",
    "cross": "M 4 4 L 12 12 M 12 4 L 4 12",
    "muscle": "O 8 3 1.6 M 8 5 L 8 10 M 4 6.5 L 12 6.5 M 8 10 L 5 14.5 M 8 10 L 11 14.5",
    "exercise": "M 1.5 6 L 1.5 10 M 4 4.5 L 4 11.5 M 4 8 L 12 8 M 12 4.5 L 12 11.5 "
    "M 14.5 6 L 14.5 10",
    "injury": "M 8 2.5 L 14.5 13.5 L 1.5 13.5 Z M 8 6.5 L 8 9.5 M 8 11.3 L 8 11.6",
    "faq": "M 5.5 6 L 5.6 4.6 L 7 3.2 L 9 3.2 L 10.5 4.6 L 10.4 6.2 L 8 8 L 8 9.5 "
    "M 8 12.4 L 8 12.7",
    "stage": "M 2 13 L 2 9 L 6 9 L 6 6 L 10 6 L 10 3 L 14 3",
    "context": "M 1.5 13 L 6 5 L 9 10 L 11 7 L 14.5 13 Z",
    "source": "M 3 2.5 L 13 2.5 L 13 13.5 L 3 13.5 Z M 5.5 5.5 L 10.5 5.5 M 5.5 8 L 10.5 8",
    "list": "M 2.5 3.5 L 13.5 3.5 M 5 8 L 13.5 8 M 5 12.5 L 13.5 12.5 "
    "M 2.4 8 L 2.6 8 M 2.4 12.5 L 2.6 12.5",
    "eccentric": "M 1.5 8 L 14.5 8 M 4.5 5 L 1.5 8 L 4.5 11 M 11.5 5 L 14.5 8 L 11.5 11",
    "isometric": "M 2.5 6 L 13.5 6 M 2.5 10 L 13.5 10",
    "concentric": "M 2.5 4 L 6.5 8 L 2.5 12 M 13.5 4 L 9.5 8 L 13.5 12",
    "more": "M 8 2 L 8 14 M 2 8 L 14 8",
    "less": "M 2 8 L 14 8",
    "disputed": "M 8 1.5 L 8 9.5 M 4 5.5 L 12 5.5 M 4 13.5 L 12 13.5",
    "same": "M 3 6 L 13 6 M 3 10 L 13 10",
    "told": "F O 8 8 2.4",
    "low": "M 2 8 L 3.5 8 M 7.2 8 L 8.8 8 M 12.5 8 L 14 8",
}  # fmt: skip


@cache
def icon_path(name: str) -> tuple[QPainterPath, bool]:
    """The path of an icon in its 16 box, and whether it is filled. KeyError if there is none."""
    words = STROKES[name].split()
    path, filled, at = QPainterPath(), words[0] == "F", 1 if words[0] == "F" else 0
    while at < len(words):
        numbers = [float(word) for word in words[at + 1 : at + 4] if _is_number(word)]
        _draw(path, words[at], numbers)
        at += {"M": 3, "L": 3, "O": 4, "Z": 1}[words[at]]
    return path, filled


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _draw(path: QPainterPath, verb: str, numbers: list[float]) -> None:
    if verb == "M":
        path.moveTo(numbers[0], numbers[1])
    elif verb == "L":
        path.lineTo(numbers[0], numbers[1])
    elif verb == "O":
        path.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
    else:
        path.closeSubpath()


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon centred in a box, 16 pixels large or as large as the box allows."""
    path, filled = icon_path(name)
    size = min(16.0, box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - size / 2, box.center().y() - size / 2)
    painter.scale(size / 16, size / 16)
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


@lru_cache(maxsize=64)
def picture(name: str, rgba: int, size: int, ratio: float) -> QImage:
    """An icon of so many logical pixels in a colour, made once: for what repaints with the stride.

    The last arguments are 0xAARRGGBB, pixels, and device pixels per logical one.
    """
    image = QImage(
        round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, size, size), QColor.fromRgba(rgba))
    painter.end()
    return image


def icon(name: str, colour: QColor, ratio: float = 2.0) -> QIcon:
    """An icon of 16 logical pixels for a button or a menu."""
    pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, 16, 16), colour)
    painter.end()
    return QIcon(pixmap)
