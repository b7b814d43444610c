"""A window that stands still does nothing, and a closed one leaves nothing."""

import gc
import weakref

from PySide6.QtCore import QAbstractAnimation, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anatomy_app.model.drawing import View
from anatomy_app.ui.accessible import RegionButton
from anatomy_app.ui.main_window import MainWindow
from tests.ui.conftest import Open
from tests.ui.driving import click, go_to, picture, point_of, select, settle, view_of, write


def running(window: MainWindow) -> list[str]:
    timers = [t.objectName() or repr(t) for t in window.findChildren(QTimer) if t.isActive()]
    moving = [
        repr(each)
        for each in window.findChildren(QAbstractAnimation)
        if each.state() is QAbstractAnimation.State.Running
    ]
    return timers + moving


def comes_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not running(window), timeout=2000)


def test_nothing_runs_once_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    comes_to_rest(window, qtbot)


def test_nothing_runs_after_clicks_and_steps(window: MainWindow, qtbot: QtBot) -> None:
    back = view_of(window, View.BACK)
    click(back, point_of(back, "soleus"))
    go_to(window, 33)
    write(window, "calf")
    window.session.preferences.put("layer", 2)
    window.session.preferences.put("theme", "dark")
    settle()
    comes_to_rest(window, qtbot)


def test_playing_ends_with_the_pause(window: MainWindow, qtbot: QtBot) -> None:
    window.session.clock.play()
    assert "player" in running(window)
    window.session.clock.pause()
    comes_to_rest(window, qtbot)


def test_warming_up_comes_to_an_end(window: MainWindow, qtbot: QtBot) -> None:
    window.warmer.start()
    qtbot.waitUntil(lambda: not window.warmer.busy, timeout=20_000)
    assert "search_index" in vars(window.session)
    comes_to_rest(window, qtbot)


def test_a_window_at_rest_is_not_painted_again(window: MainWindow, qtbot: QtBot) -> None:
    comes_to_rest(window, qtbot)
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
            self.painted += event.type() is QEvent.Type.Paint
            return False

    watch = Watch()
    for widget in (window, window.centre, window.centre.stage, *window.centre.stage.views):
        widget.installEventFilter(watch)
    settle()  # what was asked for before it came to rest
    watch.painted = 0
    qtbot.wait(60)
    assert watch.painted == 0


def test_ten_windows_leave_nothing(open_window: Open) -> None:
    def alive() -> tuple[int, int]:
        gc.collect()
        widgets = QApplication.allWidgets()
        return len(widgets), sum(isinstance(widget, RegionButton) for widget in widgets)

    open_window()
    open_window.close()
    before = alive()
    for _ in range(10):
        select(open_window(), "soleus")
        open_window.close()
    assert alive() == before
    assert QApplication.topLevelWidgets() == []


def test_what_a_closed_window_knew_is_forgotten(open_window: Open) -> None:
    window = open_window()
    write(window, "calf")
    index, session = weakref.ref(window.session.search_index), weakref.ref(window.session)
    open_window.close()
    del window
    gc.collect()
    assert index() is None
    assert session() is None


def test_peeling_back_and_forth_does_not_gather_buttons(window: MainWindow) -> None:
    def count() -> int:
        picture(window)
        return len(window.findChildren(RegionButton))

    picture(window)
    before = count()
    for layer in (2, 3, 4, 1, 4, 1, 2, 1):
        window.session.preferences.put("layer", layer)
        settle()
    assert count() == before
