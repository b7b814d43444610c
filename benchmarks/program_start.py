"""The program as a user starts it, watched from outside until it has done all its work.

It goes the whole way of `python -m anatomy_app`: the only change is that `MainWindow.show` also
begins to watch. An argument names another folder with `data` and `assets` than the shipped one.
"""

import sys
from pathlib import Path

from first_picture import FirstPicture, now, peak_mb, tell
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from anatomy_app import resources
from anatomy_app.__main__ import main as program

POLL_MS = 2


class Watch:
    """Notes the first picture and the moment from which nothing is left to do."""

    def __init__(self) -> None:
        self.painted = 0.0
        self._window: QMainWindow | None = None
        self._poll = QTimer(interval=POLL_MS)
        self._poll.timeout.connect(self._look)

    def begin(self, window: QMainWindow) -> None:
        """Watch a window that was just shown."""
        self._window = window
        self._first = FirstPicture(window.windowHandle(), self._seen)

    def _seen(self) -> None:
        self.painted = now()
        self._poll.start()

    def _look(self) -> None:
        assert self._window is not None
        if not any(timer.isActive() for timer in self._window.findChildren(QTimer)):
            self._poll.stop()
            tell(painted=self.painted, ready=now(), peak_mb=peak_mb())
            QApplication.quit()


def main(folder: str | None = None) -> int:
    """Run the program; its exit status."""
    if folder is not None:
        root = Path(folder)
        resources.root = lambda: root
    shown: list[Watch] = []

    def show(window: QWidget) -> None:
        assert isinstance(window, QMainWindow)
        QMainWindow.show(window)
        shown.append(Watch())
        shown[0].begin(window)

    from anatomy_app.ui.main_window import MainWindow

    MainWindow.show = show  # type: ignore[method-assign]
    return program([])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
