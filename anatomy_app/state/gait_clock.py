"""Where the stride stands: gait, speed, percent, and whether it plays."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from anatomy_app.model.gait import Gait, Stride

RATES = (1.0, 0.5, 0.25, 0.1)  # parts of real time
CYCLE = 100.0


class GaitClock(QObject):
    """The one scrubber. It owns no timer: somebody calls `advance` with the seconds that passed."""

    moved = Signal(float)
    stride_changed = Signal(object)
    playing_changed = Signal(bool)
    rate_changed = Signal(float)

    def __init__(self, stride_for: Callable[[Gait, float | None], Stride]) -> None:
        super().__init__()
        self._stride_for = stride_for
        self._stride = stride_for(Gait.RUNNING, None)
        self._percent = 0.0
        self._playing = False
        self._rate = 0.25
        self.pauses_at_stages = False

    @property
    def stride(self) -> Stride:
        """The gait and speed shown."""
        return self._stride

    @property
    def percent(self) -> float:
        """Position in the stride of the right foot, 0 <= percent < 100."""
        return self._percent

    @property
    def playing(self) -> bool:
        """Whether the stride plays."""
        return self._playing

    @property
    def rate(self) -> float:
        """Playback as a part of real time."""
        return self._rate

    def go_to(self, percent: float) -> None:
        """Stand at a percent of the stride; it wraps."""
        percent = float(percent) % CYCLE % CYCLE  # just under 0 rounds up to a whole stride
        if percent != self._percent:
            self._percent = percent
            self.moved.emit(percent)

    def step(self, percents: float) -> None:
        """Move by whole percents, onto a whole percent."""
        self.go_to(round(self._percent + percents))

    def next_stage(self) -> None:
        """Stand at the start of the next stage of the right foot."""
        self.go_to(self._stride.next_stage(self._percent))

    def previous_stage(self) -> None:
        """Stand at the start of this stage, or of the one before if already there."""
        self.go_to(self._stride.previous_stage(self._percent))

    def advance(self, seconds: float) -> None:
        """Let real time pass; a stage border stops it if it pauses at stages."""
        if not self._playing or seconds <= 0:
            return
        percents = seconds * self._rate / self._stride.stride_time * CYCLE
        border = self._stride.next_stage(self._percent)
        if self.pauses_at_stages and percents >= (border - self._percent) % CYCLE > 0:
            self.go_to(border)
            self.pause()
        else:
            self.go_to(self._percent + percents)

    def play(self) -> None:
        """Start playing."""
        self._set_playing(True)

    def pause(self) -> None:
        """Stop playing."""
        self._set_playing(False)

    def toggle(self) -> None:
        """Play or pause."""
        self._set_playing(not self._playing)

    def set_rate(self, rate: float) -> None:
        """Play at a part of real time."""
        if rate != self._rate:
            self._rate = rate
            self.rate_changed.emit(rate)

    def set_gait(self, gait: Gait, speed: float | None = None) -> None:
        """Show another gait or speed; None is the gait's usual one. ValueError outside the data."""
        stride = self._stride_for(gait, speed)
        if (stride.gait, stride.speed) != (self._stride.gait, self._stride.speed):
            self._stride = stride
            self.stride_changed.emit(stride)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)
