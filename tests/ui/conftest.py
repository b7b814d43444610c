"""The window, driven without a screen: one content for all tests, one window for each."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from anatomy_app.content.library import MALE, Library
from anatomy_app.model.drawing import PLATES, View
from anatomy_app.paint.plate import LayerPaths
from anatomy_app.ui.app import build, make_application
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import settle

SIZE = (1280, 800)
Paths = dict[tuple[View, int], LayerPaths]


class Open:
    """Opens windows; all are closed and gone at the end."""

    def __init__(self, library: Library, paths: Paths, settings: Path) -> None:
        self._library, self._settings = library, settings
        self._made: list[MainWindow] = []
        self._paths = paths

    def __call__(self, size: tuple[int, int] = SIZE, settings: Path | None = None) -> MainWindow:
        """A window on screen, with the focus, once everything that waits has happened."""
        window = build(self._library, settings or self._settings)
        window.session._paths = self._paths
        window.session.preferences.put("motion", "reduced")  # no test waits for a movement
        self._made.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle()
        return window

    def close(self) -> None:
        """Close every window and keep no memory of it."""
        while self._made:
            shut(self._made.pop())
        if self._library.figure != MALE:  # the library and the outlines outlive the window
            self._library.show_figure(MALE)
            self._paths.clear()


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped content, read once; nothing in it changes, so the collector may pass it over."""
    shared = Library()
    _ = shared.atlas, shared.tables
    for view in PLATES:
        for number in range(1, shared.layers(view) + 1):
            shared.layer(view, number)
    gc.collect()
    gc.freeze()
    return shared


@pytest.fixture(scope="session")
def paths() -> Paths:
    """The outlines in Qt's form, which are the same in every window."""
    return {}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Where the window keeps its settings."""
    return tmp_path / "settings.ini"


@pytest.fixture
def open_window(qtbot: QtBot, library: Library, paths: Paths, settings: Path) -> Iterator[Open]:
    """Opens windows; at the end all are closed and gone."""
    make_application()
    opens = Open(library, paths, settings)
    yield opens
    opens.close()


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
