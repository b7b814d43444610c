"""The program's window, opened and at rest, inside the process that measures it."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from anatomy_app import resources
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.app import build, keep_loaded, make_application
from anatomy_app.ui.main_window import MainWindow

LONGEST_S = 60.0


def application() -> QApplication:
    """The application as the program makes it, so that it finds the same cache."""
    return make_application()


def opened(folder: Path | None = None) -> MainWindow:
    """The main window at 1280x800 with all its content, over another folder if one is named."""
    if folder is not None:
        resources.root = lambda: folder
    window = build()
    window.resize(1280, 800)
    window.show()
    window.warmer.finished.connect(keep_loaded)
    window.warmer.start()
    settle(window)
    return window


def drain() -> None:
    """Handle every event that is there, and every one that these cause."""
    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def caused(act: Callable[[], object]) -> Callable[[], None]:
    """An act together with all that it causes, painting above all."""

    def whole() -> None:
        act()
        drain()

    return whole


def rest(seconds: float) -> None:
    """Run the event loop for a while, as the program does."""
    QTimer.singleShot(round(seconds * 1000), QCoreApplication.quit)
    QCoreApplication.exec()


def settle(window: QWidget) -> None:
    """Let the window finish; a RuntimeError if it never does."""
    began = time.monotonic()
    drain()
    while running := active_timers(window):
        if time.monotonic() - began > LONGEST_S:
            raise RuntimeError(f"the window does not come to rest: {running}")
        drain()


def active_timers(window: QWidget) -> list[str]:
    """Names of the window's running timers."""
    return [timer.objectName() for timer in window.findChildren(QTimer) if timer.isActive()]


def select(window: MainWindow, structure: str | None) -> None:
    """Select a structure of the right side, or nothing."""
    selection = window.session.selection
    if structure is None:
        selection.clear()
    else:
        selection.select(Entity(Kind.MUSCLE, structure), Side.RIGHT)
