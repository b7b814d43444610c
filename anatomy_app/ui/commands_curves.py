"""The commands of the curves: which are shown, looping, speed, and taking them along."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from anatomy_app.ui.actions import Command
from anatomy_app.ui.curve_tabs import TABS, tab_words
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.speed_facts import STEP, change_speed
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.ui.main_window import MainWindow

TALLER = 24  # pixels of a step
FILTER = "CSV (*.csv)"


def curve_commands(window: "MainWindow") -> tuple[Command, ...]:
    """Everything that can be done with what lies under the stage bars."""
    session, text = window.session, translate
    clock, preferences = session.clock, session.preferences

    def shown(tab: str) -> bool:
        return preferences.text("curves") == tab

    tabs = tuple(
        Command(
            f"curves_{tab}",
            text("Commands", "Curves: {0}").format(tab_words(tab)[0]),
            partial(preferences.put, "curves", tab),
            f"Alt+{index}",
            checked=partial(shown, tab),
        )
        for index, tab in enumerate(TABS, start=1)
    )
    return (
        *tabs,
        Command("loop_stage", text("Commands", "Loop this stage"), clock.loop_stage, "L"),
        Command("loop_from", text("Commands", "Begin the loop here"), clock.loop_from_here, ","),
        Command("loop_to", text("Commands", "End the loop here"), clock.loop_to_here, "."),
        Command("loop_off", text("Commands", "Play the whole stride"), clock.clear_loop, "Shift+L"),
        Command("pause_at_stages", text("Commands", "Pause at each stage"),
                partial(_flip, window, "pause_at_stages"), "P",
                checked=partial(preferences.flag, "pause_at_stages")),
        Command("faster", text("Commands", "Faster by 0.1 m/s"),
                partial(change_speed, session, STEP), "Ctrl+Up", True),
        Command("slower", text("Commands", "Slower by 0.1 m/s"),
                partial(change_speed, session, -STEP), "Ctrl+Down", True),
        Command("taller", text("Commands", "Taller curves"),
                partial(window.centre.raise_timeline, TALLER), "Ctrl+Shift+Up", True),
        Command("lower", text("Commands", "Lower curves"),
                partial(window.centre.raise_timeline, -TALLER), "Ctrl+Shift+Down", True),
        Command("copy_curves", text("Commands", "Copy curves as picture"),
                partial(copy_curves, window), "Ctrl+Alt+C"),
        Command("save_curves", text("Commands", "Export curves as CSV..."),
                partial(save_curves, window), "Ctrl+E"),
    )  # fmt: skip


def _flip(window: "MainWindow", key: str) -> None:
    preferences = window.session.preferences
    preferences.put(key, not preferences.flag(key))


def copy_curves(window: "MainWindow") -> None:
    """The curves at twice their size, with title and sources, on the clipboard."""
    from anatomy_app.ui.curves_picture import curves_picture

    QGuiApplication.clipboard().setImage(curves_picture(window.session, window.centre.timeline))


def save_curves(window: "MainWindow") -> None:
    """Ask where, then write the curves as numbers."""
    title = translate("Dialogs", "Export curves")
    tab = window.session.preferences.text("curves")
    suggestion = f"stride-atlas-{tab}.csv"
    name, _ = QFileDialog.getSaveFileName(window, title, suggestion, FILTER)
    if name:
        write_curves(window, Path(name))


def write_curves(window: "MainWindow", path: Path) -> None:
    """Write the curves, or say why that failed and what to do."""
    from anatomy_app.ui.curves_export import write_csv

    path = path if path.suffix else path.with_suffix(".csv")
    try:
        write_csv(window.session, path)
    except ValueError as error:
        bad_news(window, str(error))
    except OSError as error:
        text = translate("Dialogs", "The curves could not be saved as {0}. Choose another folder.")
        bad_news(window, text.format(path), str(error))
