"""A row of chips behind a word, which wraps where it is narrow."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import secondary
from anatomy_app.ui.theming import SMALL, font

WORD, PITCH, CHIP, GAP, EDGE = 80, 32, 24, 8, 12


class Chips(QWidget):
    """Chips of which some are pressed; what is chosen seldom is in a menu behind the last."""

    pressed = Signal(str)

    def __init__(self, session: Session, word: str) -> None:
        super().__init__()
        self._word = secondary(session)
        self._word.setParent(self)
        self._word.setWordWrap(False)
        self._word.show_html(word)
        self._name = word
        self.chips: dict[str, QPushButton] = {}
        self._more = self._chip(self.tr("More"))
        self._more.setCheckable(False)
        self.setAccessibleName(word)

    def show_chips(
        self, texts: dict[str, str], on: Sequence[str], seldom: Sequence[str] = ()
    ) -> None:
        """Show these, some of them pressed; `seldom` are chips only while they are pressed."""
        for key, text in texts.items():
            if key not in self.chips:
                self.chips[key] = self._chip(text)
                self.chips[key].setAccessibleName(f"{self._name}: {text}")
                self.chips[key].clicked.connect(partial(self._press, key))
            self.chips[key].setChecked(key in on)
            self.chips[key].setVisible(key not in seldom or key in on)
        self._fill_menu({key: texts[key] for key in seldom}, on)
        self._arrange()

    def _chip(self, text: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setProperty("chip", True)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _fill_menu(self, texts: dict[str, str], on: Sequence[str]) -> None:
        old = self._more.menu()
        if old is not None:
            old.deleteLater()
        menu = QMenu(self._more)
        for key, text in texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key in on)
            action.triggered.connect(partial(self._press, key))
        self._more.setMenu(menu)
        self._more.setAccessibleName(self.tr("More: {0}").format(self._name))
        self._more.setVisible(bool(texts))

    def _press(self, key: str, *_: object) -> None:
        self.pressed.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        x, y, bold = WORD, 0, QFontMetrics(font(SMALL, bold=True))
        self._word.setGeometry(0, 0, WORD, PITCH)
        self._word.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for chip in (*self.chips.values(), self._more):
            if chip.isHidden():
                continue
            wide = max(bold.horizontalAdvance(chip.text()) + 2 * EDGE, 36)
            if x + wide > self.width() and x > WORD:
                x, y = WORD, y + PITCH
            chip.setGeometry(x, y + (PITCH - CHIP) // 2, wide, CHIP)
            x += wide + GAP
        self.setFixedHeight(y + PITCH)

    def sizeHint(self) -> QSize:
        return QSize(240, PITCH)
