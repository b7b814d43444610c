"""The commands of the parts of the window, and those of Train, which import nothing before it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from anatomy_app.state.preferences import Preferences
from anatomy_app.state.selection import Part
from anatomy_app.ui.actions import Command
from anatomy_app.ui.part_tabs import open_part
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.ui.main_window import MainWindow
    from anatomy_app.ui.train_view import TrainView

OF_TRAIN = frozenset({
    "add_to_plan", "build_plan", "undo_plan", "print_plan", "save_plan", "paper_a4",
    "paper_letter",
})  # fmt: skip
OF_BOTH = frozenset({
    "find", "back", "forward", "escape", "list", "explore", "train", "play", "theme_system",
    "theme_light", "theme_dark", "theme_contrast", "motion", "full_screen", "hide_names",
    "reveal_name", "reveal_names", "shortcuts", "about", "quit",
})  # fmt: skip


def is_useful(command: str, part: Part) -> bool:
    """Whether a command does anything in a part."""
    if command in OF_BOTH or command.startswith("name_style"):
        return True
    return (command in OF_TRAIN) == (part is Part.TRAIN)


def part_commands(window: "MainWindow") -> tuple[Command, ...]:
    """Go from part to part, and what can be done with the plan."""
    session, text = window.session, translate

    def train(act: "Callable[[TrainView], object]") -> Callable[[], None]:
        def call() -> None:
            if window.centre.train is not None:
                act(window.centre.train)

        return call

    def is_open(part: Part) -> bool:
        return session.selection.part is part

    return (
        Command("explore", text("Commands", "Explore"), partial(open_part, session, Part.EXPLORE),
                "Alt+E", checked=partial(is_open, Part.EXPLORE)),
        Command("train", text("Commands", "Train"), partial(open_part, session, Part.TRAIN),
                "Alt+T", checked=partial(is_open, Part.TRAIN)),
        Command("add_to_plan", text("Commands", "Add to plan"),
                train(lambda view: view.add_shown()), "Ctrl+Return"),
        Command("build_plan", text("Commands", "Build plan from weak points"),
                train(lambda view: view.plan.build_plan()), "Ctrl+B"),
        Command("undo_plan", text("Commands", "Undo in the plan"),
                train(lambda view: view.desk.undo()), "Ctrl+Z"),
        Command("print_plan", text("Commands", "Print the plan..."),
                train(lambda view: view.print_plan()), "Ctrl+P"),
        Command("save_plan", text("Commands", "Save the plan as PDF or text..."),
                train(lambda view: view.save_plan()), "Ctrl+Shift+S"),
        *_papers(session.preferences),
    )  # fmt: skip


def _papers(preferences: Preferences) -> tuple[Command, ...]:
    """The paper of the plan, imported when somebody looks at it."""

    def is_chosen(paper: str) -> bool:
        from anatomy_app.ui.train_paper import chosen_paper

        return chosen_paper(preferences) == paper

    return tuple(
        Command(
            f"paper_{paper.lower()}",
            words,
            partial(preferences.put, "paper", paper),
            checked=partial(is_chosen, paper),
        )
        for paper, words in (
            ("A4", translate("Commands", "Paper of the plan: A4")),
            ("Letter", translate("Commands", "Paper of the plan: US Letter")),
        )
    )


def play(window: "MainWindow") -> None:
    """Play or pause what moves in the open part."""
    train = window.centre.train
    if train is not None and window.centre.in_train:
        train.middle.player.page.toggle()
    else:
        window.session.clock.toggle()
