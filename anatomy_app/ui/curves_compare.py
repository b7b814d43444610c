"""The button that says what the curves are compared with, and opens the choice."""

from PySide6.QtWidgets import QMenu, QWidget

from anatomy_app.ui import words
from anatomy_app.ui.controls import MenuButton
from anatomy_app.ui.curves_menu import COMPARING, fill_compare
from anatomy_app.ui.curves_motion import comparison
from anatomy_app.ui.session import Session

HEIGHT, GAP = 24, 8


class CompareButton(MenuButton):
    """Left of the axis, where there are curves to compare."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, "", parent=parent)
        self.setAccessibleName(self.tr("Compare with"))
        self.setToolTip(self.tr("Compare the curves with another speed, gait or muscle"))
        self._choices = QMenu(self)
        self._choices.aboutToShow.connect(self._fill)
        self.setMenu(self._choices)

    def place(self, left: int, height: int) -> None:
        """Stand before the axis of a track that begins at `left`, if there is something."""
        self.set_texts("", self._words())
        self.setFixedHeight(HEIGHT)
        self.move(left - GAP - self.width(), height - HEIGHT)
        self.setVisible(self._session.preferences.text("curves") in COMPARING)

    def _words(self) -> str:
        wanted = comparison(self._session)
        if wanted.speed is not None:
            return self.tr("with {0:.1f} m/s").format(wanted.speed)
        if wanted.gait is not None:
            return self.tr("with {0}").format(words.gait(wanted.gait).lower())
        if wanted.muscles and self._session.preferences.text("curves") == "muscle":
            return self.tr("with {0} more").format(len(wanted.muscles))
        return self.tr("Compare")

    def _fill(self) -> None:
        fill_compare(self._choices, self._session)
