"""The names beside a drawing as controls: a press hides a name or reveals it.

All names of a view are one stop for Tab; the arrow keys go from one to the next.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from anatomy_app.paint.labels import Label
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.words import translate


class LabelButton(QPushButton):
    """Carries the name of a label that its parent paints; a press hides or reveals it."""

    def __init__(self, buttons: "LabelButtons", view: QWidget, session: Session) -> None:
        super().__init__(view)
        self._buttons, self._session = buttons, session
        self.structure = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setUpdatesEnabled(False)  # it paints nothing before it has the focus
        self.clicked.connect(lambda *_: session.names.hidden.turn(self.structure))

    def show_label(self, label: Label) -> None:
        """Lie over a label."""
        self.structure = label.key
        name = self._session.name(label.key)
        hidden = label.key in self._session.names.hidden
        self.setAccessibleName(self.tr("{0}, name").format(name))
        does = self.tr("Reveal the name") if hidden else self.tr("Hide the name")
        self.setAccessibleDescription(does)
        self.setGeometry(label.box(QFontMetricsF(font(SMALL))).toAlignedRect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the ring of the focus: the parent has painted the name."""
        if self.hasFocus():
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), self._session.theme, 3)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setUpdatesEnabled(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setUpdatesEnabled(False)
        self._buttons.erase(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._buttons.step(self, 1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # they move the stride
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self.window())
        menu.aboutToHide.connect(menu.deleteLater)
        add_hiding(menu, self._session, self.structure)
        menu.popup(event.globalPos())


class LabelButtons(QObject):
    """The buttons over the names of one drawing; spare ones are kept for later."""

    def __init__(self, view: QWidget, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._made: list[LabelButton] = []
        self._shown: tuple[object, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The structures whose names are shown, in reading order."""
        return tuple(button.structure for button in self._shown_buttons())

    def place(self, labels: Sequence[Label]) -> bool:
        """Lay a button over every label, in reading order; whether anything changed."""
        ordered = sorted(labels, key=lambda each: (not each.on_left, each.edge.y()))
        shown = (self._session.names.edition, *(each.still for each in ordered))
        if shown == self._shown:
            return False
        self._shown = shown
        while len(self._made) < len(ordered):
            self._made.append(LabelButton(self, self._view, self._session))
        for button, label in zip(self._made, ordered, strict=False):
            button.show_label(label)
        for spare in self._made[len(ordered) :]:
            spare.hide()
        self._only_stop(self._shown_buttons()[:1])
        return True

    def step(self, button: LabelButton, by: int) -> None:
        """Move the focus to the name below or above."""
        shown = self._shown_buttons()
        place = shown.index(button) + by
        if 0 <= place < len(shown):
            self._only_stop(shown[place : place + 1])
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def erase(self, button: LabelButton) -> None:
        """The view paints what the ring of a button covered."""
        self._view.update(button.geometry())

    def _shown_buttons(self) -> list[LabelButton]:
        return [button for button in self._made if not button.isHidden()]

    def _only_stop(self, stop: list[LabelButton]) -> None:
        """Tab reaches one of the names, or the one that has the focus already."""
        stop = [button for button in self._made if button.hasFocus()] or stop
        policy = Qt.FocusPolicy
        for button in self._made:
            button.setFocusPolicy(policy.TabFocus if button in stop else policy.NoFocus)


def add_hiding(menu: QMenu, session: Session, structure: str) -> None:
    """Entries that hide or reveal the name of a structure, and all names."""
    names, text = session.names, translate
    word = text("Names", "Reveal the name") if structure in names.hidden else None
    word = word or text("Names", "Hide the name “{0}”").format(session.name(structure))
    menu.addAction(word).triggered.connect(lambda *_: names.hidden.turn(structure))
    every = menu.addAction(text("Names", "Hide all names"))
    every.triggered.connect(lambda *_: names.hide_all())
    if len(names.hidden):
        reveal = menu.addAction(text("Names", "Reveal all names"))
        reveal.triggered.connect(lambda *_: names.hidden.reveal_all())
