"""Tells when a window has painted itself for the first time. Used by programs that are measured."""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow


class FirstPicture(QObject):
    """Calls `seen` once, right after a window's first paint event has been handled."""

    def __init__(self, window: QWindow, seen: Callable[[], None]) -> None:
        super().__init__()
        self._seen = seen
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the window handle its first paint event here, so that its end can be told."""
        if event.type() is not QEvent.Type.Paint:
            return False
        watched.removeEventFilter(self)
        watched.event(event)
        self._seen()
        return True


def now() -> float:
    """Seconds of the clock that all processes of this machine share."""
    return time.monotonic()


def peak_mb() -> float:
    """The most memory that this process ever held, in megabytes."""
    import resource

    per_megabyte = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_megabyte


def tell(**figures: float) -> None:
    """Hand figures to the program that measures."""
    print(json.dumps(figures), flush=True)
