"""Ctrl-C while the window is open: it closes as if by its button, and the status says so."""

import os
import signal
from collections.abc import Callable
from threading import Event, Thread

from anatomy_app.cli.stops import INTERRUPTED

AGAIN = 0.2  # seconds after which the window is asked again, should it not have been up yet


def run_until_interrupted(run: Callable[[], int]) -> int:
    """What `run` returns, or 130 if Ctrl-C ended it. A second Ctrl-C does not wait for it.

    Qt's event loop never lets Python's own handler run, so a thread waits for the signal.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return run()
    stopped = Event()
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    Thread(target=_wait, args=(stopped,), daemon=True, name="ctrl-c").start()
    try:
        status = run()
    finally:
        if not stopped.is_set():
            signal.pthread_sigmask(signal.SIG_SETMASK, old)
    return INTERRUPTED if stopped.is_set() else status


def _wait(stopped: Event) -> None:
    signal.sigwait({signal.SIGINT})
    stopped.set()
    _ask_to_quit()
    while signal.sigtimedwait({signal.SIGINT}, AGAIN) is None:
        _ask_to_quit()
    os._exit(INTERRUPTED)


def _ask_to_quit() -> None:
    """Have the main thread close the windows; a direct call from here would wait for it."""
    from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

    application = QCoreApplication.instance()
    if application is not None:
        QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)
