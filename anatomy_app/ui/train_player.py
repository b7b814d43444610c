"""What moves in Train: one timer for the large figure and for the card under the pointer."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from anatomy_app.content.library import Library
from anatomy_app.state.exercise_clock import ExerciseClock

FRAME_MS = 33  # a slow movement needs no more pictures


class TrainPlayer(QObject):
    """Tells two clocks how much time has passed; stands still while Train is not seen."""

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self.page, self.card = ExerciseClock(), ExerciseClock()
        self.on_card = ""
        self._seen = False
        self._watch = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setObjectName("train player")
        self._timer.timeout.connect(self._tick)
        for clock in (self.page, self.card):
            clock.playing_changed.connect(self._refresh)

    def show_page(self, exercise: str, *, playing: bool) -> None:
        """Show an exercise in the large figure."""
        self.page.show(self._duration(exercise), playing=playing)

    def play_card(self, exercise: str) -> None:
        """Play the card of an exercise; an empty id lets all cards rest."""
        if exercise != self.on_card:
            self.on_card = exercise
            self.card.show(self._duration(exercise), playing=bool(exercise))

    def set_seen(self, seen: bool) -> None:
        """Whether anybody can see what moves."""
        self._seen = seen
        self._refresh()

    def advance(self, seconds: float) -> None:
        """So much time has passed."""
        for clock in (self.page, self.card):
            if clock.playing:
                clock.advance(seconds)

    def _duration(self, exercise: str) -> float:
        if not exercise:
            return 0.0
        from anatomy_app.ui.train_motion import motion_of

        motion = motion_of(self._library, exercise)
        return motion.duration if motion is not None else 0.0

    def _refresh(self, *_: object) -> None:
        wanted = self._seen and (self.page.playing or self.card.playing)
        if wanted and not self._timer.isActive():
            self._watch.start()
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _tick(self) -> None:
        self.advance(self._watch.restart() / 1000)
