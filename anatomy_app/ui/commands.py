"""The table of commands of the main window."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from anatomy_app.state.preferences import Preferences
from anatomy_app.ui.actions import Command
from anatomy_app.ui.commands_body import body_commands
from anatomy_app.ui.commands_curves import curve_commands
from anatomy_app.ui.commands_parts import part_commands, play
from anatomy_app.ui.commands_runner import runner_commands
from anatomy_app.ui.dialogs import (
    copy_picture,
    explain_complaints,
    save_picture,
    show_about,
    show_shortcuts,
)
from anatomy_app.ui.isolating import toggle_compartment, toggle_structure
from anatomy_app.ui.name_commands import name_commands
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.ui.main_window import MainWindow

Standard = QKeySequence.StandardKey


def commands_for(window: "MainWindow") -> tuple[Command, ...]:
    """Everything that the window can do, with its keys."""
    return (
        *_places(window), *_stride(window), *curve_commands(window), *_looks(window),
        *name_commands(window.session), *_zoom(window), *body_commands(window),
        *runner_commands(window.session.preferences), *part_commands(window), *_others(window),
    )  # fmt: skip


def _places(window: "MainWindow") -> tuple[Command, ...]:
    search, selection = window.centre.top.search, window.session.selection

    def find() -> None:
        search.setFocus()
        search.selectAll()

    return (
        Command("find", translate("Commands", "Search"), find, (Standard.Find, "Ctrl+K")),
        Command("back", translate("Commands", "Back"), selection.back, Standard.Back),
        Command("forward", translate("Commands", "Forward"), selection.forward, Standard.Forward),
        Command("escape", translate("Commands", "Close or deselect"), window.escape, "Esc"),
        Command(
            "list",
            translate("Commands", "Muscle list"),
            window.centre.toggle_list,
            "Ctrl+L",
            checked=window.centre.shows_list,
        ),
    )


def _stride(window: "MainWindow") -> tuple[Command, ...]:
    clock = window.session.clock
    text = translate
    table = (
        ("step_forward", text("Commands", "Forward by 1 %"), partial(clock.step, 1), "Right"),
        ("step_back", text("Commands", "Back by 1 %"), partial(clock.step, -1), "Left"),
        ("leap_forward", text("Commands", "Forward by 5 %"), partial(clock.step, 5), "Shift+Right"),
        ("leap_back", text("Commands", "Back by 5 %"), partial(clock.step, -5), "Shift+Left"),
        ("next_stage", text("Commands", "Next stage"), clock.next_stage, "PgDown"),
        ("previous_stage", text("Commands", "Previous stage"), clock.previous_stage, "PgUp"),
        ("start", text("Commands", "Start of the stride"), partial(clock.go_to, 0), "Home"),
        ("end", text("Commands", "End of the stride"), partial(clock.go_to, 99), "End"),
    )
    steps = tuple(Command(id_, words, call, keys, True) for id_, words, call, keys in table)
    return (
        *steps,
        Command("play", text("Commands", "Play or pause"), partial(play, window), "Space"),
    )


def _looks(window: "MainWindow") -> tuple[Command, ...]:
    preferences = window.session.preferences
    themes = (
        ("system", translate("Commands", "Appearance as the system")),
        ("light", translate("Commands", "Light appearance")),
        ("dark", translate("Commands", "Dark appearance")),
        ("contrast", translate("Commands", "High contrast")),
    )
    looks = tuple(
        Command(
            f"theme_{name}",
            words,
            partial(preferences.put, "theme", name),
            checked=partial(_is, preferences, "theme", name),
        )
        for name, words in themes
    )

    flip = partial(_flip, preferences)

    def layer(by: int) -> None:
        wanted = int(preferences.number("layer")) + by
        preferences.put("layer", min(max(wanted, 1), 4))

    def calm() -> None:
        preferences.put("motion", "system" if is_calm() else "reduced")

    is_calm = partial(_is, preferences, "motion", "reduced")

    def full_screen() -> None:
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    text = translate
    return (
        *looks,
        Command("see_through", text("Commands", "See through the iliotibial band"),
                partial(flip, "see_through"), "I",
                checked=partial(preferences.flag, "see_through")),
        Command("hair", text("Commands", "Hair on the head"), partial(flip, "hair"),
                checked=partial(preferences.flag, "hair")),
        Command("deeper", text("Commands", "Peel one layer"), partial(layer, 1), "]"),
        Command("shallower", text("Commands", "Put one layer back"), partial(layer, -1), "["),
        Command("motion", text("Commands", "Reduce motion"), calm, checked=is_calm),
        Command("full_screen", text("Commands", "Full screen"), full_screen, Standard.FullScreen),
    )  # fmt: skip


def _zoom(window: "MainWindow") -> tuple[Command, ...]:
    zoom, text = window.centre.stage.zoom, translate

    selection, flip = window.session.selection, partial(_flip, window.session.preferences)

    def show_selected() -> None:
        structure = window.session.selection.place.structure
        if structure in window.session.structures:
            window.centre.stage.showing.structure(str(structure))

    return (
        Command("zoom_in", text("Commands", "Zoom in"), partial(zoom.step, 1),
                (Standard.ZoomIn, "Ctrl+="), True),
        Command("zoom_out", text("Commands", "Zoom out"), partial(zoom.step, -1),
                Standard.ZoomOut, True),
        Command("fit", text("Commands", "Whole body in view"), zoom.fit, "Ctrl+0"),
        Command("drill", text("Commands", "Select what lies beneath"),
                window.centre.stage.drill, "D"),
        Command("isolate", text("Commands", "Isolate the selected structure"),
                partial(toggle_structure, window.session), "O",
                checked=lambda: selection.isolated is not None),
        Command("isolate_compartment", text("Commands", "Isolate its compartment"),
                partial(toggle_compartment, window.session), "Shift+O",
                checked=lambda: bool(selection.compartment)),
        Command("ghosts", text("Commands", "Hidden parts show through"), partial(flip, "ghosts"),
                "G", checked=partial(window.session.preferences.flag, "ghosts")),
        Command("show_selected", text("Commands", "Zoom to the selected structure"),
                show_selected, "Z"),
    )  # fmt: skip


def _others(window: "MainWindow") -> tuple[Command, ...]:
    text = translate
    return (
        Command("copy", text("Commands", "Copy as picture and text"), partial(copy_picture, window),
                "Ctrl+Shift+C"),
        Command("save_picture", text("Commands", "Save picture..."), partial(save_picture, window),
                Standard.Save),
        Command("hurts", text("Commands", "Where does it hurt?"),
                partial(explain_complaints, window)),
        Command("shortcuts", text("Commands", "Keyboard shortcuts"),
                partial(show_shortcuts, window), ("Ctrl+?", "F1")),
        Command("about", text("Commands", "About Stride Atlas"), partial(show_about, window)),
        Command("quit", text("Commands", "Quit"), window.close, (Standard.Quit, "Ctrl+Q")),
    )  # fmt: skip


def _is(preferences: Preferences, key: str, value: str) -> bool:
    return preferences.text(key) == value


def _flip(preferences: Preferences, key: str) -> None:
    preferences.put(key, not preferences.flag(key))
