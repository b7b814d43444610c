"""The menu: short enough to be read at a glance, and nothing in it that does nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import settle
from tests.ui.training import train

LOWEST = 600  # pixels of the lowest window that is said to be good


def entries(menu: QMenu) -> Iterator[QAction]:
    """Every entry, those of further menus too."""
    for action in menu.actions():
        further = action.menu()
        if isinstance(further, QMenu):
            yield from entries(further)
        elif not action.isSeparator():
            yield action


@pytest.mark.parametrize("part", ["explore", "train"])
def test_the_menu_is_one_short_column_of_what_can_be_done(window: MainWindow, part: str) -> None:
    if part == "train":
        train(window, "muscle:soleus")
    menu = window.build_menu()
    assert [action.text() for action in entries(menu) if not action.isEnabled()] == []
    lines = [action for action in menu.actions() if not action.isSeparator()]
    assert menu.actionGeometry(lines[0]).x() == menu.actionGeometry(lines[-1]).x()
    assert menu.sizeHint().height() <= LOWEST + 100
    menu.deleteLater()
    settle()


def test_each_part_has_its_own_entries(window: MainWindow) -> None:
    def texts() -> list[str]:
        menu = window.build_menu()
        found = [action.text() for action in entries(menu)]
        menu.deleteLater()
        settle()
        return found

    explore = texts()
    train(window)
    practice = texts()
    both = {"Explore", "Train", "Dark appearance", "Hide all names", "Keyboard shortcuts", "Quit"}
    assert both <= set(explore) & set(practice)
    assert {"Zoom in", "Runner from the left", "Show the foot"} <= {*explore} - {*practice}
    assert {"Print the plan...", "Paper of the plan: A4"} <= {*practice} - {*explore}
