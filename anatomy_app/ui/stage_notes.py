"""The small note in the free corner of the stage: why it looks as it does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from anatomy_app.paint.look import ColourMode
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_showing import Showing
from anatomy_app.ui.theming import SMALL, font

WIDTH = 120  # pixels beside the head, which are free at rest


class Note(QLabel):
    """What stands alone, what is too thin to be seen better, or why everything is hatched."""

    def __init__(self, session: Session, showing: Showing, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._showing = session, showing
        self._said = "", ""
        self.setFont(font(SMALL))
        self.setWordWrap(True)
        self.setMargin(4)
        self.setAutoFillBackground(True)  # enlarged, it lies over the drawing
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to say now."""
        text, theme = self._text(), self._session.theme
        if self._said == (text, theme.name):
            return
        self._said = text, theme.name
        colours = self.palette()
        colours.setColor(self.backgroundRole(), theme.colour("bg"))
        colours.setColor(self.foregroundRole(), theme.colour("ink2"))
        self.setPalette(colours)
        self.setText(text)
        self.setGeometry(20, 8, WIDTH, max(self.heightForWidth(WIDTH), 0))
        self.setVisible(bool(text))
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _text(self) -> str:
        session = self._session
        if session.selection.stands_alone:
            from anatomy_app.ui.isolating import alone_name

            return self.tr("Only: {0}. Esc shows the whole body.").format(alone_name(session))
        if self._showing.too_thin:
            name = session.name(self._showing.too_thin)
            return self.tr("{0}: the largest zoom. It is too thin to be seen better.").format(name)
        if session.preferences.text("names") == "group" and session.selection.place.entity is None:
            return self.tr("Choose a muscle to see the names of its group.")
        by_activity = session.mode is ColourMode.ACTIVITY
        if not by_activity or session.activations.knows_any:
            return ""
        return self.tr("Nobody recorded muscles at this speed. The movement is measured.")
