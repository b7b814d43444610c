"""What a setting of a run changes, in words: for the page, the legend and the pointer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from anatomy_app.model.drawing import Side
from anatomy_app.model.settings import Shift
from anatomy_app.paint.look import Snapshot
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.model.knowledge import Effect


def shift(value: Shift | None) -> str:
    """How the work changes, in a word or two; None is a structure that nothing is said of."""
    return {
        Shift.MORE: translate("Settings", "more"),
        Shift.LESS: translate("Settings", "less"),
        Shift.DISPUTED: translate("Settings", "mixed"),
        Shift.SAME: translate("Settings", "unchanged"),
        Shift.TOLD: translate("Settings", "other effect"),
        None: translate("Settings", "not named"),
    }[value]


def legend(value: Shift | None) -> str:
    """The same as fully as a legend needs it."""
    if value is Shift.DISPUTED:
        return translate("Settings", "mixed, studies disagree")
    return shift(value)


def shift_shown(snapshot: Snapshot, drawn: Iterable[str], side: Side) -> str:
    """What the colours tell of a side of a structure that is drawn as those regions."""
    signs = (snapshot.glyphs.get((each, side)) for each in drawn)
    return shift(next((sign for sign in signs if isinstance(sign, Shift)), None))


def direction(effect: "Effect") -> str:
    """What a row of the table says, in words."""
    if effect.disputed:
        told = {
            "up": translate("Settings", "more, but studies disagree"),
            "down": translate("Settings", "less, but studies disagree"),
        }
        return told.get(effect.direction, translate("Settings", "studies disagree"))
    return {
        "up": translate("Settings", "more"),
        "down": translate("Settings", "less"),
        "mixed": translate("Settings", "mixed"),
        "same": translate("Settings", "unchanged"),
        "changed": translate("Settings", "changed"),
        "plateau": translate("Settings", "levels off"),
        "reference": translate("Settings", "what is compared with"),
        "high": translate("Settings", "high demand"),
        "moderate": translate("Settings", "moderate demand"),
        "fatigue": translate("Settings", "tired afterwards"),
    }[effect.direction]


def evidence(value: str) -> str:
    """On what a statement rests."""
    return {
        "literature": translate("Settings", "literature"),
        "weak": translate("Settings", "weak"),
        "qualitative": translate("Settings", "in words only, nobody measured how much"),
    }.get(value, value)
