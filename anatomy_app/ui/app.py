"""Start-up: build the session and the window, then run. Tests stop after the first."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication

from anatomy_app.content.library import Library
from anatomy_app.content.problems import ContentError
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import Gait
from anatomy_app.state.gait_clock import GaitClock
from anatomy_app.state.preferences import Preferences
from anatomy_app.state.selection import Selection
from anatomy_app.ui.keeping import restore
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import ThemeSwitch
from anatomy_app.ui.words import translate

SIZE = (1280, 800)


def folders() -> tuple[Path, Path]:
    """The user's settings file and cache folder."""
    places = QStandardPaths.StandardLocation
    config = QStandardPaths.writableLocation(places.AppConfigLocation)
    cache = QStandardPaths.writableLocation(places.CacheLocation)
    return Path(config) / "settings.ini", Path(cache)


def make_application() -> QApplication:
    """The application with its names, which decide the user's folders.

    Qt would hand parts of each fill to other threads and wait for them: our fills are small, and
    on a busy machine one that waits is a hundred times as long.
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("stride-atlas")
    app.setApplicationDisplayName("Stride Atlas")
    app.setStyle("Fusion")
    return app


def make_window(library: Library | None = None, settings: Path | None = None) -> MainWindow:
    """The window with its stage only, not yet shown. An application must exist."""
    config, cache = folders()
    preferences = Preferences(settings or config)
    library = library or Library(cache=cache)
    clock, selection = GaitClock(library.stride), Selection()
    session = Session(library, preferences, selection, clock, ThemeSwitch(preferences))
    restore(session)
    window = MainWindow(session)
    if not window.restoreGeometry(preferences.geometry()):
        window.resize(*SIZE)
    return window


def complete(window: MainWindow) -> None:
    """Add to the window what its first picture did not need, and say what went wrong before."""
    window.complete()
    aside = window.session.preferences.set_aside
    if aside is not None:
        from anatomy_app.ui.dialogs import bad_news

        text = translate("App", "The settings could not be read and were set aside as {0}.")
        bad_news(window, text.format(aside))


def build(library: Library | None = None, settings: Path | None = None) -> MainWindow:
    """The whole window, not yet shown."""
    window = make_window(library, settings)
    complete(window)
    return window


def run(
    *,
    place: str | None = None,
    percent: float | None = None,
    gait: str | None = None,
    speed: float | None = None,
) -> int:
    """Open the window where it was left, or at a place of a deep link; the exit status.

    Garbage is collected again from the first picture on.
    """
    app = make_application()
    try:
        window = make_window()
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    go_to(window.session, place, percent, gait, speed)
    window.centre.stage.painted.connect(
        lambda: _after_first_picture(window), Qt.ConnectionType.QueuedConnection
    )
    window.show()
    return app.exec()


def _after_first_picture(window: MainWindow) -> None:
    from anatomy_app.ui.reporting import report_errors

    report_errors()
    complete(window)
    gc.freeze()  # what is open stays: it need not be looked through while the rest is loaded
    gc.enable()
    window.warmer.finished.connect(keep_loaded)
    window.warmer.start()


def keep_loaded() -> None:
    """What is loaded by now stays: looking through all of it for garbage would halt the window."""
    gc.collect()
    gc.freeze()


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
        session.selection.select(entity, Side.RIGHT if entity.kind is Kind.MUSCLE else None)
