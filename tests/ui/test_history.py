"""The way back: buttons, keys, the side buttons of a mouse; and Esc, one step at a time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import ALT, click, heading, plain, press, select, settle, write

Key = Qt.Key


def walk(window: MainWindow) -> None:
    """Three places, one after the other."""
    for structure in ("soleus", "gluteus_maximus", "rectus_femoris"):
        select(window, structure)


def test_the_buttons_walk_the_history(window: MainWindow) -> None:
    top = window.centre.top
    assert not top.back.isEnabled()
    assert not top.forward.isEnabled()
    walk(window)
    for name in ("Gluteus maximus", "Soleus"):
        click(top.back, top.back.rect().center())
        assert heading(window) == name
    assert top.forward.isEnabled()
    click(top.forward, top.forward.rect().center())
    assert heading(window) == "Gluteus maximus"
    select(window, "tibialis_anterior")
    assert not top.forward.isEnabled()


def test_alt_and_arrows_walk_the_history(window: MainWindow) -> None:
    walk(window)
    press(window, Key.Key_Left, ALT)
    assert heading(window) == "Gluteus maximus"
    press(window, Key.Key_Right, ALT)
    assert heading(window) == "Rectus femoris"
    assert window.session.clock.percent == 0


@pytest.mark.parametrize("place", ["stage", "drawing", "panel", "list", "timeline", "top"])
def test_the_side_buttons_of_the_mouse_walk_the_history(window: MainWindow, place: str) -> None:
    centre = window.centre
    widgets: dict[str, QWidget] = {
        "stage": centre.stage, "drawing": centre.stage.views[0],
        "panel": centre.panel.viewport(), "list": centre.list.tree.viewport(),
        "timeline": centre.timeline.slider, "top": centre.top,
    }  # fmt: skip
    walk(window)
    at = QPoint(widgets[place].width() // 2, widgets[place].height() - 5)
    click(widgets[place], at, Qt.MouseButton.BackButton)
    assert heading(window) == "Gluteus maximus"
    click(widgets[place], at, Qt.MouseButton.ForwardButton)
    assert heading(window) == "Rectus femoris"
    assert window.session.clock.percent == 0


def test_back_to_nothing_selected(window: MainWindow) -> None:
    select(window, "soleus")
    press(window, Key.Key_Left, ALT)
    assert window.session.selection.place.entity is None
    assert window.windowTitle() == "Stride Atlas"
    assert not window.centre.list.tree.selectionModel().hasSelection()


def test_esc_takes_one_step_at_a_time(window: MainWindow) -> None:
    """List of hits, text, focus, selection, full screen."""
    search = window.centre.top.search
    select(window, "soleus")
    window.showFullScreen()
    settle()
    write(window, "glute")
    assert search.drop.isVisible()
    press(window, Key.Key_Escape)
    assert not search.drop.isVisible()
    assert search.text() == "glute"
    press(window, Key.Key_Escape)
    assert search.text() == ""
    assert search.hasFocus()
    press(window, Key.Key_Escape)
    assert not search.hasFocus()
    assert heading(window) == "Soleus"
    press(window, Key.Key_Escape)
    assert window.session.selection.place.entity is None
    assert window.isFullScreen()
    press(window, Key.Key_Escape)
    assert not window.isFullScreen()
    press(window, Key.Key_Escape)
    assert window.isVisible()


def test_esc_leaves_the_filter_of_the_list(window: MainWindow) -> None:
    field = window.centre.list.filter
    field.setFocus()
    QTest.keyClicks(field, "sol")
    assert field.text() == "sol"
    press(window, Key.Key_Escape)
    if field.text():
        press(window, Key.Key_Escape)
    press(window, Key.Key_Escape) if field.hasFocus() else None
    assert not field.hasFocus()


def test_full_screen_and_back_by_its_key(window: MainWindow) -> None:
    press(window, Key.Key_F11)
    assert window.isFullScreen()
    press(window, Key.Key_F11)
    assert not window.isFullScreen()


def test_a_filter_that_nothing_passes_says_so(window: MainWindow) -> None:
    muscles = window.centre.list
    assert not muscles.nothing.isVisible()
    muscles.filter.setText("sol<b>qq")
    settle()
    assert "No muscle is called “sol<b>qq”" in plain(muscles.nothing.text())
    assert muscles.nothing.isVisible()
    muscles.filter.setText("soleus")
    settle()
    assert not muscles.nothing.isVisible()
