"""Where an exercise stands in its repetition; owns no timer."""

from PySide6.QtCore import QObject, Signal


class ExerciseClock(QObject):
    """Seconds within one repetition, and whether it plays; 0 s long is a held position."""

    moved = Signal()
    playing_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._duration = self._seconds = 0.0
        self._playing = False

    @property
    def duration(self) -> float:
        """Seconds of one repetition; 0 for a held position."""
        return self._duration

    @property
    def seconds(self) -> float:
        """Seconds since the repetition began."""
        return self._seconds

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._playing

    def show(self, duration: float, *, playing: bool) -> None:
        """Stand at the start of another exercise; a held position never plays."""
        self._duration, self._seconds = duration, 0.0
        self._set_playing(playing and duration > 0)
        self.moved.emit()

    def toggle(self) -> None:
        """Play, or pause."""
        self._set_playing(not self._playing and self._duration > 0)

    def pause(self) -> None:
        """Stand still."""
        self._set_playing(False)

    def go_to(self, seconds: float) -> None:
        """Stand at a second of the repetition."""
        seconds = min(max(seconds, 0.0), self._duration)
        if seconds != self._seconds:
            self._seconds = seconds
            self.moved.emit()

    def advance(self, seconds: float) -> None:
        """So much time has passed; after the end it begins again."""
        if self._duration:
            self.go_to((self._seconds + seconds) % self._duration)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)
