"""Words that are painted again and again: Qt lays them out once, not at every instant."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText

KEPT = 1024  # texts: all that a stride shows at whole percents, values above all, and names


def write(painter: QPainter, font: QFont, box: QRectF, text: str, *, right: bool = False) -> None:
    """One line in the middle of a box's height, from its left or up to its right."""
    laid, size = _laid(text, font)
    left = box.right() - size.width() if right else box.left()
    painter.setFont(font)
    painter.drawStaticText(QPointF(left, box.center().y() - size.height() / 2), laid)


def width(text: str, font: QFont) -> float:
    """The pixels that a text takes."""
    return _laid(text, font)[1].width()


@lru_cache(maxsize=KEPT)
def _laid(text: str, font: QFont) -> tuple[QStaticText, QSizeF]:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font)
    return made, made.size()
