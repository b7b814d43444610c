"""The menu of the window: what the open part can do, with seldom things one step further in."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from anatomy_app.ui.actions import refresh_checks
from anatomy_app.ui.isolating import fill_menu
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from anatomy_app.ui.main_window import MainWindow

Entry = str | tuple[str, tuple[str, ...]]  # a command, or the title of a menu with its commands


def table() -> tuple[tuple[Entry, ...], ...]:
    """The groups of the menu; a title is that of a further menu."""
    text: Callable[[str, str], str] = translate
    parts = ("head", "trunk", "arm", "hip", "thigh", "leg", "foot")
    return (
        ("explore", "train"),
        ("add_to_plan", "build_plan", "undo_plan", "print_plan", "save_plan",
         (text("Menu", "Paper of the plan"), ("paper_a4", "paper_letter"))),
        ((text("Menu", "Appearance"),
          ("theme_system", "theme_light", "theme_dark", "theme_contrast", "motion")),
         (text("Menu", "Drawing"), ("see_through", "ghosts", "hair")),
         "names", "list", "full_screen"),
        ((text("Menu", "Hide and reveal names"),
          ("hide_name", "hide_names", "reveal_name", "reveal_names")),),
        ("isolate", "isolate_compartment", "show_selected", "hurts"),
        ((text("Menu", "Runner"), ("near", "trail", "force")),
         (text("Menu", "Zoom"), ("zoom_in", "zoom_out", "fit")),
         (text("Menu", "Show a part of the body"), tuple(f"show_{part}" for part in parts)),
         (text("Menu", "Playing"), ("loop_stage", "loop_off", "pause_at_stages"))),
        ("copy", "save_picture", (text("Menu", "Curves"), ("copy_curves", "save_curves"))),
        ("shortcuts", "about", "quit"),
    )  # fmt: skip


def make_menu(window: "MainWindow") -> QMenu:
    """The menu as it is now; it goes when it is closed."""
    refresh_checks(window.actions_by_id, window.commands)
    menu = QMenu(window.centre.top)
    menu.aboutToHide.connect(menu.deleteLater)
    for group in table():
        for entry in group:
            _add(menu, window, entry)
        if "isolate" in group and not window.centre.in_train:
            fill_menu(menu.addMenu(translate("Menu", "Isolate a group or a compartment")), window)
        menu.addSeparator()
    return menu


def _add(menu: QMenu, window: "MainWindow", entry: Entry) -> None:
    """A command, or a menu of commands; what the open part cannot do is left out."""
    title, ids = ("", (entry,)) if isinstance(entry, str) else entry
    actions = [window.actions_by_id[id_] for id_ in ids]
    able = [action for action in actions if action.isEnabled()]
    if able and title:
        menu.addMenu(title).addActions(able)
    else:
        menu.addActions(able)
