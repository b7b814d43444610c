"""The two timers of the program: one plays the stride, one loads in idle time what is left."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from anatomy_app.state.gait_clock import GaitClock

FRAME_MS = 16


class Player(QObject):
    """It tells the clock how much time has passed while the stride plays."""

    def __init__(self, clock: GaitClock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._watch = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setObjectName("player")
        self._timer.timeout.connect(self._tick)
        clock.playing_changed.connect(self._playing_changed)

    def _playing_changed(self, playing: bool) -> None:
        if playing:
            self._watch.start()
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self._clock.advance(self._watch.restart() / 1000)


class Warmer(QObject):
    """After the first picture: loads what it did not need, a little at a time."""

    finished = Signal()

    def __init__(self, steps: Iterator[bool], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.setObjectName("warmer")
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether something is left to load."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin once the event loop is idle."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest to whoever needs it first."""
        self._timer.stop()

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self.finished.emit()
