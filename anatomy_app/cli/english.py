"""The words of the command line for the values of the model."""

from anatomy_app.model.anatomy import Basis, Contraction, StructureKind
from anatomy_app.model.doing import Action, Doing, Known
from anatomy_app.model.kinds import Change
from anatomy_app.model.settings import Shift

STRUCTURE_KINDS = {
    StructureKind.MUSCLE: "muscle",
    StructureKind.GROUP: "muscle group",
    StructureKind.TENDON: "tendon",
    StructureKind.FASCIA: "fascia",
    StructureKind.CONCEPT: "muscle tissue",
}
CONTRACTIONS = {
    Contraction.CONCENTRIC: "concentric (shortening)",
    Contraction.ECCENTRIC: "eccentric (lengthening)",
    Contraction.ISOMETRIC: "isometric",
    Contraction.LOW: "low or off",
    Contraction.STRETCH: "stretching",
    Contraction.PEAK: "peak stretch",
    Contraction.RECOIL: "recoiling",
    Contraction.UNLOADED: "unloaded",
}
SHIFTS: dict[Shift | None, str] = {
    Shift.MORE: "more",
    Shift.LESS: "less",
    Shift.DISPUTED: "mixed, studies disagree",
    Shift.SAME: "unchanged",
    Shift.TOLD: "other effect",
    None: "not named",
}
CHANGES = {
    Change.LENGTHENING: "lengthening",
    Change.SHORTENING: "shortening",
    Change.CONSTANT: "constant",
}
ACTIONS = {
    Action.BRAKING: "braking",
    Action.DRIVING: "driving",
    Action.HOLDING: "holding",
}
BASES = {Basis.MEASURED: "measured", Basis.SIMULATED: "simulated", Basis.NONE: "no data"}
LEVELS = ("none", "low", "moderate", "strong")
NO_DATA = "no data"


def contraction(value: Contraction | None) -> str:
    """What a muscle or tendon does."""
    return CONTRACTIONS[value] if value else NO_DATA


def computed(change: Change) -> str:
    """A change of length that was computed from the muscle's path."""
    return f"{CHANGES[change]} (computed)"


def does(doing: Doing) -> str:
    """What a muscle does now, short enough for a table: what is computed, else the table's word."""
    if doing.known is Known.COMPUTED and doing.change:
        return computed(doing.change)
    told = contraction(doing.contraction)
    if doing.action in ACTIONS:
        return f"{told.partition(' (')[0]}: {ACTIONS[doing.action]}"
    return told


def level(value: int | None) -> str:
    """An activity of 0 to 3."""
    return NO_DATA if value is None else f"{LEVELS[value]} ({value} of 3)"


def in_stage(contraction: Contraction | None, activity: int | None) -> str:
    """What a structure does in a stage; a tendon has no activity of its own."""
    if contraction is Contraction.LOW and activity is not None:
        return f"{CONTRACTIONS[contraction]} ({activity} of 3)"
    known = [str(contraction)] if contraction else []
    known += [level(activity)] if activity is not None else []
    return ", ".join(known) or NO_DATA


def share(value: float | None) -> str:
    """An activity of 0 to 1 as a percent."""
    return NO_DATA if value is None else f"{value * 100:.0f} %"


def number(value: float) -> str:
    """A number without needless zeros: 3.0, 14, 2.75."""
    return f"{value:.10g}"


def metres_per_second(value: float) -> str:
    """A speed, with one decimal at least."""
    text = number(value)
    return f"{text if '.' in text else text + '.0'} m/s"


def plain(text: str) -> str:
    """An id in words."""
    return text.replace("_", " ")


def capital(text: str) -> str:
    """The text with a capital at its front."""
    return text[:1].upper() + text[1:]
