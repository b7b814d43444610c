"""The window, driven without a screen: one content for all tests, one window for each."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import View
from anatomy_app.ui.app import build, make_application
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import settle

Open = Callable[..., MainWindow]
SIZE = (1280, 800)


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped content, read once; nothing in it changes, so the collector may pass it over."""
    shared = Library()
    _ = shared.atlas, shared.tables
    for view in View:
        for number in range(1, shared.layers(view) + 1):
            shared.layer(view, number)
    gc.collect()
    gc.freeze()
    return shared


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Where the window keeps its settings."""
    return tmp_path / "settings.ini"


@pytest.fixture
def open_window(qtbot: QtBot, library: Library, settings: Path) -> Iterator[Open]:
    """Opens windows; at the end all are closed and gone."""
    made: list[MainWindow] = []
    make_application()

    def open_one(
        size: tuple[int, int] = SIZE, settings: Path = settings, library: Library = library
    ) -> MainWindow:
        window = build(library, settings)
        made.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle()
        return window

    yield open_one
    for window in made:
        shut(window)
    QGuiApplication.styleHints().unsetColorScheme()


def shut(window: MainWindow) -> None:
    """Close a window and let Qt delete it; one that is gone already is passed over."""
    import shiboken6

    if shiboken6.isValid(window):
        window.close()
        window.deleteLater()
        settle()


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """A window of 1280 x 800, running at 3.0 m/s, nothing selected."""
    return open_window()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen Qt says that menus cannot take the keyboard or come to the front."""
    for item in items:
        if "tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
