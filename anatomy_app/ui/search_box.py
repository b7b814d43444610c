"""The search field: typing searches, arrows choose, Enter opens; it finds commands too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui.search_drop import Drop
from anatomy_app.ui.search_rows import rows_of
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

SHOWN = 50  # hits in the list, which scrolls


class SearchBox(QLineEdit):
    """The field. Typing searches; arrows choose; Enter opens; Esc closes, then clears."""

    opened = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.drop = Drop(session, window)
        self.drop.chosen.connect(self._open)
        self.commands: Callable[[str], list[QAction]] = lambda _: []
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search muscles, exercises, pains..."))
        self.setFixedHeight(32)
        self.setTextMargins(24, 0, 52, 0)
        self.setFont(font(TEXT))
        self.setMaxLength(300)
        self.textEdited.connect(self.search)

    def search(self, text: str) -> None:
        """Show what a text finds."""
        if not text.strip():
            self.drop.hide()
            return
        hits = self._session.find(text)
        commands = self.commands(text) if len(text.strip()) > 2 else []
        rows = rows_of(hits[:SHOWN], commands[:3])
        message = "" if rows else self._nothing(text)
        self.drop.move(self.mapTo(self._window, QPoint(0, self.height() + 4)))
        self.drop.show_rows(rows, len(hits), message)

    def _nothing(self, text: str) -> str:
        near = self._session.nearest_words(text)
        nothing = self.tr("Nothing for “{0}”.").format(text.strip()[:40])
        if not near:
            return nothing
        return self.tr("{0} Perhaps: {1}?").format(nothing, ", ".join(near))

    def leave(self) -> bool:
        """One step of Esc: close the list, then clear the text; whether there was a step."""
        if self.drop.isVisible():
            self.drop.hide()
            return True
        if self.text():
            self.clear()
            return True
        return False

    def _open(self, row: int) -> None:
        rows = self.drop.rows.rows
        if not 0 <= row < len(rows) or rows[row].is_heading:
            return
        chosen = rows[row]
        self.drop.hide()
        self.clear()
        self.opened.emit()
        if chosen.action is not None:
            chosen.action.trigger()
        elif chosen.entity is not None:
            self._session.open(chosen.entity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self.leave():
            return
        if self.drop.isVisible() and self._steer(key):
            return
        super().keyPressEvent(event)

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.drop.step(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.drop.current)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Tab goes to the next kind of hit while the list is open."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and self.drop.isVisible() and event.key() == Qt.Key.Key_Tab:  # type: ignore[attr-defined]
            self.drop.next_kind()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.drop.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text():
            self.search(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._session.theme, QPainter(self)
        paint_icon(painter, "search", QRectF(10, 8, 16, 16), theme.colour("ink2"))
        painter.setFont(font(SMALL))
        painter.setPen(theme.colour("ink2"))
        hint = self.tr("Esc") if self.text() or self.drop.isVisible() else self.tr("Ctrl+K")
        box = self.rect().adjusted(0, 0, -10, 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, right, hint)
        painter.end()
