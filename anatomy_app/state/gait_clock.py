"""Where the stride stands: gait, speed, percent, whether it plays, and what it loops."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from anatomy_app.model.curves import CYCLE
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait, Stride

RATES = (1.0, 0.5, 0.25, 0.1)  # parts of real time
_NEAR = 1e-6  # percent
SHORTEST = 1.0  # percent of a stride that can be looped

Loop = tuple[float, float]
"""Start and end in percent of the right foot's stride; a loop across contact has start > end."""


class GaitClock(QObject):
    """The one scrubber. It owns no timer: somebody calls `advance` with the seconds that passed."""

    moved = Signal(float)
    stride_changed = Signal(object)
    playing_changed = Signal(bool)
    rate_changed = Signal(float)
    loop_changed = Signal(object)

    def __init__(self, stride_for: Callable[[Gait, float | None], Stride]) -> None:
        super().__init__()
        self._stride_for = stride_for
        self._stride = stride_for(Gait.RUNNING, None)
        self._percent = 0.0
        self._playing = False
        self._rate = 0.25
        self._loop: Loop | None = None
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

    @property
    def loop(self) -> Loop | None:
        """The part of the stride that is played again and again; None plays it all."""
        return self._loop

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
        start, length = self._played()
        done = (self._percent - start) % CYCLE
        if done > length - _NEAR:  # at the end of its loop, or outside it
            self.go_to(start)
            done = 0.0
        border = self._stride.next_stage(self._percent)
        ahead = (border - self._percent) % CYCLE
        if self.pauses_at_stages and percents >= ahead > 0 and done + ahead <= length:
            self.go_to(border)
            self.pause()
        else:
            self.go_to(start + (done + percents) % length)

    def _played(self) -> tuple[float, float]:
        """Where the part that is played begins, and how long it is, in percent."""
        if self._loop is None:
            return 0.0, CYCLE
        start, end = self._loop
        return start, (end - start) % CYCLE

    def set_loop(self, start: float, end: float) -> None:
        """Play a part of the stride again and again; less than 1 % of it is no loop."""
        start, end = start % CYCLE, end % CYCLE
        self._set_loop((start, end) if (end - start) % CYCLE >= SHORTEST else None)

    def clear_loop(self) -> None:
        """Play the whole stride."""
        self._set_loop(None)

    def loop_stage(self) -> None:
        """Loop the stage of the right foot that holds the instant."""
        for span in self._stride.spans(Side.RIGHT):
            if span.start <= self._percent < span.end:
                self.set_loop(span.start, span.end)

    def loop_from_here(self) -> None:
        """Begin the loop here; without one it ends with the stride."""
        self.set_loop(self._percent, self._loop[1] if self._loop else 0.0)

    def loop_to_here(self) -> None:
        """End the loop here; without one it begins with the stride."""
        self.set_loop(self._loop[0] if self._loop else 0.0, self._percent)

    def _set_loop(self, loop: Loop | None) -> None:
        if loop != self._loop:
            self._loop = loop
            self.loop_changed.emit(loop)

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
