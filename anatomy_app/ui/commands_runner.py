"""The commands of the runner: which side is near, ghosts of the poses before, the force."""

from functools import partial

from anatomy_app.state.preferences import Preferences
from anatomy_app.ui.actions import Command
from anatomy_app.ui.words import translate


def runner_commands(preferences: Preferences) -> tuple[Command, ...]:
    """What can be chosen of the running figure."""

    def turn() -> None:
        preferences.put("near", "right" if is_turned() else "left")

    def is_turned() -> bool:
        return preferences.text("near") == "left"

    def flip(key: str) -> None:
        preferences.put(key, not preferences.flag(key))

    return (
        Command(
            "near", translate("Commands", "Runner from the left"), turn, "F",
            checked=is_turned,
        ),
        Command(
            "trail", translate("Commands", "Ghosts of the poses before"), partial(flip, "trail"),
            "Shift+G", checked=partial(preferences.flag, "trail"),
        ),
        Command(
            "force", translate("Commands", "Force of the ground"), partial(flip, "force"),
            "Shift+F", checked=partial(preferences.flag, "force"),
        ),
    )  # fmt: skip
