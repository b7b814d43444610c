"""What can be done with names: their modes, their language, hiding and revealing them."""

from collections.abc import Callable
from functools import partial

from anatomy_app.model.naming import NameStyle
from anatomy_app.state.preferences import NAME_MODES
from anatomy_app.ui.actions import Command
from anatomy_app.ui.session import Session
from anatomy_app.ui.words import translate


def mode_words() -> dict[str, str]:
    """Which names stand on the body."""
    return {
        "off": translate("Names", "Off"),
        "active": translate("Names", "Most active"),
        "selected": translate("Names", "Selected"),
        "group": translate("Names", "Group of the selected"),
        "all": translate("Names", "All"),
    }


def style_words() -> dict[str, str]:
    """The language of names."""
    return {
        NameStyle.ENGLISH.value: translate("Names", "English"),
        NameStyle.LATIN.value: translate("Names", "Latin"),
        NameStyle.BOTH.value: translate("Names", "English and Latin"),
        NameStyle.GERMAN.value: translate("Names", "German"),
        NameStyle.SPANISH.value: translate("Names", "Spanish"),
        NameStyle.FRENCH.value: translate("Names", "French"),
        NameStyle.ITALIAN.value: translate("Names", "Italian"),
        NameStyle.PORTUGUESE.value: translate("Names", "Portuguese"),
    }


def hiding_table(session: Session) -> tuple[tuple[str, str, Callable[[], object], str], ...]:
    """Id, words, call and key of what hides and reveals names."""
    names, text = session.names, translate

    def turn() -> None:
        structure = session.selection.place.structure
        if structure in session.structures:
            names.hidden.turn(str(structure))

    return (
        ("hide_name", text("Names", "Hide or reveal the name of the selected"), turn, "H"),
        ("hide_names", text("Names", "Hide all names"), names.hide_all, "Shift+H"),
        ("reveal_name", text("Names", "Reveal the next name"), names.hidden.reveal_next, "R"),
        ("reveal_names", text("Names", "Reveal all names"), names.hidden.reveal_all, "Shift+R"),
    )


def name_commands(session: Session) -> tuple[Command, ...]:
    """The commands with their keys; N turns names off and on, Shift+N goes to the next mode."""
    preferences, names, text = session.preferences, session.names, translate
    modes = tuple(
        Command(
            f"names_{mode}",
            text("Names", "Names on the body: {0}").format(word),
            partial(preferences.put, "names", mode),
            checked=partial(_is, session, "names", mode),
        )
        for mode, word in mode_words().items()
    )
    styles = tuple(
        Command(
            f"name_style_{style}",
            text("Names", "Language of names: {0}").format(word),
            partial(preferences.put, "name_style", style),
            checked=partial(_is, session, "name_style", style),
        )
        for style, word in style_words().items()
    )

    def next_mode() -> None:
        place = NAME_MODES.index(preferences.text("names")) + 1
        preferences.put("names", NAME_MODES[place % len(NAME_MODES)])

    return (
        Command("names", text("Names", "Names on the body"), names.turn_labels, "N",
                checked=lambda: preferences.text("names") != "off"),
        Command("next_names", text("Names", "Other names on the body"), next_mode, "Shift+N"),
        *modes,
        *styles,
        *(Command(id_, word, call, key) for id_, word, call, key in hiding_table(session)),
    )  # fmt: skip


def _is(session: Session, key: str, value: str) -> bool:
    return session.preferences.text(key) == value
