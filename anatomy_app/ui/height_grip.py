"""The upper edge of the timeline, by which the curves are made taller."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from anatomy_app.ui.session import Session

HIGH = 7


class HeightGrip(QWidget):
    """Lies over the hairline; the height is a setting, which keys change too."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setCursor(Qt.CursorShape.SplitVCursor)
        self.setAccessibleName(self.tr("Height of the curves"))
        self.setToolTip(
            self.tr("Drag to make the curves taller; double-click for the usual height")
        )

    def stand_at(self, y: int, width: int) -> None:
        """Lie over the edge at `y`."""
        self.setGeometry(0, y - HIGH // 2, width, HIGH)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.setPen(QPen(self._session.theme.colour("accent"), 2))
            middle = HIGH // 2 + 0.5
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            whole = self.parentWidget()
            assert whole is not None
            at = self.mapTo(whole, event.position()).y()
            height = min(max(round(whole.height() - at), 1), 1000)
            self._session.preferences.put("timeline_height", height)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._session.preferences.put("timeline_height", 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()
