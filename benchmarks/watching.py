"""Watches the program's window from its first picture until it has done all its work."""

from first_picture import FirstPicture, now, peak_mb, tell
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

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


def watch_main_window() -> None:
    """Have the next main window that is shown watched."""
    from anatomy_app.ui.main_window import MainWindow

    shown: list[Watch] = []

    def show(window: QWidget) -> None:
        assert isinstance(window, QMainWindow)
        QMainWindow.show(window)
        shown.append(Watch())
        shown[0].begin(window)

    MainWindow.show = show  # type: ignore[method-assign]
