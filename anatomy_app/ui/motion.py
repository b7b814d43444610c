"""Short movements that explain where a picture went: none lasts longer than 150 ms."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QStyle

from anatomy_app.state.preferences import Preferences

LONGEST_MS = 150
FRAME_MS = 16


class Motion(QObject):
    """Runs from 0 to 1, slow at both ends; with reduced motion it is at the end at once.

    It starts with the signal `departed` and tells `travel` how far on the way it is.
    """

    def __init__(
        self,
        preferences: Preferences,
        departed: SignalInstance,
        travel: Callable[[float], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._travel = preferences, travel
        departed.connect(self.start)
        self._watch = QElapsedTimer()
        self._passed = 1.0
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setObjectName("motion")
        self._timer.timeout.connect(self._tick)

    @property
    def is_running(self) -> bool:
        """Whether it is on its way."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin anew."""
        self._passed = 0.0
        if is_reduced(self._preferences):
            self.finish()
        else:
            self._watch.invalidate()
            self._timer.start()

    def finish(self) -> None:
        """Be at the end now."""
        self.advance(LONGEST_MS / 1000)

    def stop(self) -> None:
        """Stay where it is: something else moves the picture."""
        self._timer.stop()

    def advance(self, seconds: float) -> None:
        """So much time has passed."""
        self._passed = min(self._passed + seconds * 1000 / LONGEST_MS, 1.0)
        if self._passed >= 1.0:
            self._timer.stop()
        self._travel(self._passed**2 * (3 - 2 * self._passed))

    def _tick(self) -> None:
        """The first picture may take its time to be painted: the watch starts after it."""
        if self._watch.isValid():
            self.advance(self._watch.restart() / 1000)
        else:
            self._watch.start()


def is_reduced(preferences: Preferences) -> bool:
    """Whether the user, here or in the system, asked for no movement but the stride."""
    if preferences.text("motion") == "reduced":
        return True
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
