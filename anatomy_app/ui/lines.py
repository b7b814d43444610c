"""Lines of words and values that change with every percent: painted, so that nothing re-lays."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from anatomy_app.paint.written import write
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import TEXT, font

FIRST = 104  # width of the column of words


class Lines(QWidget):
    """Pairs of a word and a value; a pair without a value runs over the whole width."""

    def __init__(self, session: Session, size: int = TEXT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._size = session, size
        self._lines: tuple[tuple[str, str], ...] = ()
        self._pitch = font(size).pixelSize() + 8

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show other lines."""
        if lines == self._lines:
            return
        if len(lines) != len(self._lines):
            self.setFixedHeight(len(lines) * self._pitch)
        self._lines = lines
        self.setAccessibleName("; ".join(" ".join(filter(None, line)) for line in lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(len(self._lines), 1) * self._pitch)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        for index, (word, value) in enumerate(self._lines):
            box = QRectF(0, index * self._pitch, self.width(), self._pitch)
            painter.setPen(theme.colour("ink2"))
            write(painter, font(self._size), box, word)
            painter.setPen(theme.colour("ink"))
            write(painter, font(self._size, bold=True), box.adjusted(FIRST, 0, 0, 0), value)
        painter.end()
