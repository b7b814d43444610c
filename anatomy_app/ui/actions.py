"""Every action of the window as a table: menus, shortcuts and the palette are made from it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Keys = QKeySequence.StandardKey | str | tuple["QKeySequence.StandardKey | str", ...]


@dataclass(frozen=True)
class Command:
    """What can be done: its id, words, keys, and what it calls."""

    id: str
    text: str
    call: Callable[[], object]
    keys: Keys = ""
    repeats: bool = False
    checked: Callable[[], bool] | None = None


def add_actions(window: QWidget, commands: tuple[Command, ...]) -> dict[str, QAction]:
    """Actions of the window, by id."""
    return {command.id: _action(window, command) for command in commands}


def _action(window: QWidget, command: Command) -> QAction:
    action = QAction(command.text, window)
    keys = command.keys if isinstance(command.keys, tuple) else (command.keys,)
    # A standard key may be the same as ours on one desktop and missing on another.
    action.setShortcuts(list(dict.fromkeys(QKeySequence(key) for key in keys if key)))
    action.setAutoRepeat(command.repeats)
    action.triggered.connect(lambda *_: command.call())
    window.addAction(action)
    return action


def refresh_checks(actions: dict[str, QAction], commands: tuple[Command, ...]) -> None:
    """Tick the actions that stand for something switched on."""
    for command in commands:
        if command.checked is not None:
            action = actions[command.id]
            action.setCheckable(True)
            action.setChecked(command.checked())


def matching(actions: dict[str, QAction], text: str) -> list[QAction]:
    """The actions whose words begin with the words typed."""
    asked = text.lower().split()
    return [
        action
        for action in actions.values()
        if all(
            any(word.startswith(each) for word in action.text().lower().split()) for each in asked
        )
    ]


def shortcut_lines(actions: dict[str, QAction]) -> list[tuple[str, str]]:
    """What each key does, for the list of shortcuts."""
    native = QKeySequence.SequenceFormat.NativeText
    lines = []
    for action in actions.values():
        keys = ", ".join(key.toString(native) for key in action.shortcuts())
        if keys:
            lines.append((action.text().replace("&", ""), keys))
    return lines
