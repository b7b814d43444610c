"""Start-up: build the session and the window, then run. Tests stop after the first."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QElapsedTimer,
    QObject,
    QStandardPaths,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from anatomy_app.content.library import Library
from anatomy_app.content.problems import ContentError
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Gait
from anatomy_app.state.gait_clock import GaitClock
from anatomy_app.state.preferences import Preferences
from anatomy_app.state.selection import Selection
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import ThemeSwitch
from anatomy_app.ui.words import translate

FRAME_MS = 16
log = logging.getLogger(__name__)


class Player(QObject):
    """The one timer: it tells the clock how much time has passed while the stride plays."""

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

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = session.warm_up()
        self._timer = QTimer(self, interval=0)
        self._timer.setObjectName("warmer")
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin once the event loop is idle."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest to whoever needs it first."""
        self._timer.stop()

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()


def folders() -> tuple[Path, Path]:
    """The user's settings file and cache folder."""
    places = QStandardPaths.StandardLocation
    config = QStandardPaths.writableLocation(places.AppConfigLocation)
    cache = QStandardPaths.writableLocation(places.CacheLocation)
    return Path(config) / "settings.ini", Path(cache)


def build(library: Library | None = None, settings: Path | None = None) -> MainWindow:
    """The window with everything behind it, not yet shown. An application must exist."""
    config, cache = folders()
    preferences = Preferences(settings or config)
    session = make_session(library or Library(cache=cache), preferences)
    window = MainWindow(session)
    window.player = Player(session.clock, window)
    window.warmer = Warmer(session, window)
    if not window.restoreGeometry(preferences.geometry()):
        window.resize(1280, 800)
    if preferences.set_aside is not None:
        text = translate("App", "The settings could not be read and were set aside as {0}.")
        bad_news(window, text.format(preferences.set_aside))
    return window


def make_session(library: Library, preferences: Preferences) -> Session:
    """State as it was left, over a library."""
    clock, selection = GaitClock(library.stride), Selection()
    session = Session(library, preferences, selection, clock, ThemeSwitch(preferences))
    session.restore()
    return session


def run(
    *,
    place: str | None = None,
    percent: float | None = None,
    gait: str | None = None,
    speed: float | None = None,
) -> int:
    """Open the window where it was left, or at a place of a deep link; the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("stride-atlas")
    app.setApplicationDisplayName("Stride Atlas")
    app.setStyle("Fusion")
    qInstallMessageHandler(_to_log)
    sys.excepthook = _report
    try:
        window = build()
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    go_to(window.session, place, percent, gait, speed)
    window.show()
    window.warmer.start()
    return app.exec()


def go_to(
    session: Session,
    place: str | None,
    percent: float | None,
    gait: str | None,
    speed: float | None,
) -> None:
    """Follow a deep link: what it does not name stays as it was."""
    if gait is not None or speed is not None:
        session.clock.set_gait(Gait(gait or session.clock.stride.gait), speed)
    if percent is not None:
        session.clock.go_to(percent)
    if place is not None:
        entity = Entity.parse(place)
        side = Side.RIGHT if entity.kind is Kind.MUSCLE else None
        session.selection.select(entity, side)


def _to_log(kind: QtMsgType, context: object, message: str) -> None:
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    log.log(levels.get(kind, logging.WARNING), "%s", message)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error that nobody expected: a log entry, and words that can be copied."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    log.error("unexpected error\n%s", details)
    text = translate(
        "App", "Something went wrong. Your settings are safe. The details can be copied."
    )
    bad_news(QApplication.activeWindow(), text, details)
