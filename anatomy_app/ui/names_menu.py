"""The control of names: how many stand on the body, in which language, hidden and revealed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from anatomy_app.ui.controls import MenuButton
from anatomy_app.ui.name_commands import hiding_table, mode_words, style_words
from anatomy_app.ui.session import Session


class NamesButton(MenuButton):
    """Shows the mode in force; its menu sets mode and style, and hides and reveals."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.setAccessibleName(self.tr("Names"))
        self._settings: list[tuple[QAction, str, str]] = []
        menu = QMenu(self)
        self._choices(menu, "names", mode_words())
        menu.addSeparator()
        styles = menu.addMenu(self.tr("Language of names"))
        self._choices(styles, "name_style", style_words())
        menu.addSeparator()
        for _, word, call, key in hiding_table(session):
            menu.addAction(f"{word}\t{key}").triggered.connect(partial(_call, call))
        menu.aboutToShow.connect(self._check)
        self.setMenu(menu)

    def refresh(self, *, roomy: bool) -> None:
        """Show the mode; `roomy`: in its own words, not only whether there are names."""
        mode = self._session.preferences.text("names")
        short = self.tr("Names off") if mode == "off" else self.tr("Names")
        word = mode_words()[mode]
        self.set_texts(self.tr("Names") if roomy else "", word if roomy else short)
        self.setAccessibleDescription(word)

    def _choices(self, menu: QMenu, key: str, words: dict[str, str]) -> None:
        group = QActionGroup(menu)
        for value, word in words.items():
            action = menu.addAction(word)
            action.setCheckable(True)
            action.triggered.connect(partial(_put, self._session, key, value))
            group.addAction(action)
            self._settings.append((action, key, value))

    def _check(self) -> None:
        """Tick the settings in force, whoever made them."""
        for action, key, value in self._settings:
            action.setChecked(self._session.preferences.text(key) == value)


def _put(session: Session, key: str, value: str, *_: object) -> None:
    session.preferences.put(key, value)


def _call(call: Callable[[], object], *_: object) -> None:
    call()
