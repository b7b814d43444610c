"""The commands that go to a part of the body."""

from functools import partial
from typing import TYPE_CHECKING

from anatomy_app.ui.actions import Command
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.ui.main_window import MainWindow


def body_commands(window: "MainWindow") -> tuple[Command, ...]:
    """Zoom to the parts of the body, from head to foot: Ctrl+1 to Ctrl+7."""
    show = window.centre.stage.showing.part
    return tuple(
        Command(f"show_{part}", words, partial(show, part), f"Ctrl+{number}")
        for number, (part, words) in enumerate(_parts().items(), 1)
    )


def _parts() -> dict[str, str]:
    return {
        "head": translate("Commands", "Show the head"),
        "trunk": translate("Commands", "Show the trunk"),
        "arm": translate("Commands", "Show the arm"),
        "hip": translate("Commands", "Show the hip"),
        "thigh": translate("Commands", "Show the thigh"),
        "leg": translate("Commands", "Show the lower leg"),
        "foot": translate("Commands", "Show the foot"),
    }
