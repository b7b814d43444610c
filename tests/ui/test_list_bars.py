"""The bars of the muscle list follow the instant, whatever happened to its rows before."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import on_screen, select, settle

Act = Callable[[MainWindow], object]


def painted_anew(widget: QWidget) -> QImage:
    """The same widget painted whole."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def scroll(window: MainWindow) -> None:
    bar = window.centre.list.tree.verticalScrollBar()
    bar.setValue(bar.value() + 45)


def open_or_close(window: MainWindow) -> None:
    tree = window.centre.list.tree
    index = tree.indexAt(QPoint(60, 40))
    index = index.parent() if index.parent().isValid() else index
    tree.setExpanded(index, not tree.isExpanded(index))


def focus(window: MainWindow) -> None:
    window.centre.list.tree.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.centre.list.tree, Qt.Key.Key_Down)


ACTS: dict[str, Act] = {
    "selected": lambda window: select(window, "soleus"),
    "scrolled": scroll,
    "opened": open_or_close,
    "filtered": lambda window: window.centre.list.filter.setText("glut"),
    "focused": focus,
    "hovered": lambda window: QTest.mouseMove(
        window.centre.list.tree.viewport(), QPoint(60, 60)
    ),
    "in the dark": lambda window: window.session.preferences.put("theme", "dark"),
    "without simulated": lambda window: window.session.preferences.put("measured_only", True),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_every_instant_shows_its_bars_in_their_rows(window: MainWindow, act: str) -> None:
    rows = window.centre.list.tree.viewport()
    for percent in (10, 20):  # the second time their places are known
        window.session.clock.go_to(percent)
        settle()
    before = on_screen(rows)
    ACTS[act](window)
    settle()
    for percent in (30, 45, 60):
        window.session.clock.go_to(percent)
        assert on_screen(rows) == painted_anew(rows), (act, percent)
    assert on_screen(rows) != before


def test_an_instant_that_changes_a_bar_is_seen(window: MainWindow) -> None:
    rows = window.centre.list.tree.viewport()
    pictures = []
    for percent in (10, 30, 50):
        window.session.clock.go_to(percent)
        pictures.append(on_screen(rows))
    assert pictures[0] != pictures[1] != pictures[2]
