"""User words for the values of the model: every text here can be translated."""

from PySide6.QtCore import QCoreApplication

from anatomy_app.model.doing import Action, Doing, Known
from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Kind
from anatomy_app.model.gait import Gait, SpeedBasis
from anatomy_app.model.kinds import Basis, Change, Contraction, StructureKind

translate = QCoreApplication.translate


def side(value: Side) -> str:
    """Right, left or nothing for the midline."""
    return {
        Side.RIGHT: translate("Words", "right"),
        Side.LEFT: translate("Words", "left"),
        Side.MIDLINE: "",
    }[value]


def view(value: View) -> str:
    """The caption of a view."""
    return {
        View.FRONT: translate("Words", "Front"),
        View.BACK: translate("Words", "Back"),
        View.SIDE: translate("Words", "Side"),
        View.MEDIAL: translate("Words", "Inner leg"),
        View.SOLE: translate("Words", "Sole"),
        View.RUNNER: translate("Words", "Runner"),
    }[value]


def bone(name: str) -> str:
    """A bone of the drawings; empty for one that has no name here."""
    return {
        "clavicle": translate("Words", "Collarbone"),
        "femur": translate("Words", "Femur"),
        "fibula": translate("Words", "Fibula"),
        "hand_bones": translate("Words", "Bones of the hand"),
        "hip_bone": translate("Words", "Hip bone"),
        "humerus": translate("Words", "Humerus"),
        "metatarsals": translate("Words", "Metatarsals"),
        "patella": translate("Words", "Kneecap"),
        "radius": translate("Words", "Radius"),
        "ribs": translate("Words", "Ribs"),
        "sacrum": translate("Words", "Sacrum"),
        "scapula": translate("Words", "Shoulder blade"),
        "spine": translate("Words", "Spine"),
        "sternum": translate("Words", "Breastbone"),
        "tarsals": translate("Words", "Tarsals"),
        "tibia": translate("Words", "Tibia"),
        "toes": translate("Words", "Toe bones"),
        "ulna": translate("Words", "Ulna"),
    }.get(name, "")


def body(value: View) -> str:
    """The accessible name of a drawing."""
    return {
        View.FRONT: translate("Words", "Body, front view"),
        View.BACK: translate("Words", "Body, back view"),
        View.SIDE: translate("Words", "Body, side view"),
        View.MEDIAL: translate("Words", "Body, inner leg view"),
        View.SOLE: translate("Words", "Body, sole view"),
        View.RUNNER: translate("Words", "Runner"),
    }[value]


def contraction(value: Contraction) -> str:
    """What a muscle or a tendon does, in a word."""
    return {
        Contraction.CONCENTRIC: translate("Words", "concentric, shortening"),
        Contraction.ECCENTRIC: translate("Words", "eccentric, lengthening"),
        Contraction.ISOMETRIC: translate("Words", "isometric"),
        Contraction.LOW: translate("Words", "low or off"),
        Contraction.STRETCH: translate("Words", "stretching"),
        Contraction.PEAK: translate("Words", "peak stretch"),
        Contraction.RECOIL: translate("Words", "recoiling"),
        Contraction.UNLOADED: translate("Words", "unloaded"),
    }[value]


def change(value: Change) -> str:
    """What the length of a muscle does."""
    return {
        Change.LENGTHENING: translate("Words", "lengthening"),
        Change.SHORTENING: translate("Words", "shortening"),
        Change.CONSTANT: translate("Words", "nearly constant"),
    }[value]


def change_of(value: Doing) -> str:
    """What a structure does in a word or two, and whether that was computed."""
    if value.contraction in _OF_TENDONS or value.change is None:
        return contraction(value.contraction) if value.contraction else basis(Basis.NONE)
    if value.known is Known.COMPUTED:
        return translate("Words", "{0}, computed").format(change(value.change))
    return change(value.change)


def change_mark(value: Doing) -> str:
    """The same for a name on the drawing: in brackets if it was computed."""
    if value.contraction in _OF_TENDONS or value.change is None:
        return change_of(value)
    text = {
        Change.LENGTHENING: translate("Words", "lengthens"),
        Change.SHORTENING: translate("Words", "shortens"),
        Change.CONSTANT: translate("Words", "constant"),
    }[value.change]
    return f"({text})" if value.known is Known.COMPUTED else text


def doing(value: Doing) -> tuple[str, ...]:
    """What a structure does and what for, from the fullest wording to the shortest.

    Such as "lengthening while active: braking", and where it was computed, that it was.
    """
    if value.contraction in _OF_TENDONS or value.change is None:
        return (contraction(value.contraction),) if value.contraction else ("",)
    patterns = {
        True: translate("Words", "{0} while active"),
        False: translate("Words", "{0}, hardly active"),
        None: "{0}",
    }
    with_computed = translate("Words", "{0} (computed)")
    computed = with_computed if value.known is Known.COMPUTED else "{0}"
    full, short = patterns[value.active].format(change(value.change)), change_of(value)
    if value.action is None:
        return computed.format(full), short
    what_for = translate("Words", "{0}: {1}")
    action_, bare = action(value.action), change(value.change)
    return (
        computed.format(what_for.format(full, action_)),
        what_for.format(computed.format(bare), action_),
        what_for.format(bare, action_),
        short,
    )


def action(value: Action) -> str:
    """What a change of length is for."""
    return {
        Action.BRAKING: translate("Words", "braking"),
        Action.DRIVING: translate("Words", "driving"),
        Action.HOLDING: translate("Words", "holding"),
        Action.STRETCHED: translate("Words", "being stretched"),
    }[value]


_OF_TENDONS = (
    Contraction.STRETCH, Contraction.PEAK, Contraction.RECOIL, Contraction.UNLOADED
)  # fmt: skip


def evidence(value: Doing) -> str:
    """What the path tells of muscle and tendon together, beside what was said."""
    if value.length is None:
        return ""
    if value.differs and value.computed:
        text = translate("Words", "Computed with tendon: {0}")
        return text.format(change(value.computed))
    text = translate("Words", "Computed with tendon: {0} % of mean")
    return text.format(round(value.length))


def change_glyph(value: Doing) -> str:
    """The icon of what a structure does now."""
    icons = {
        Change.LENGTHENING: "eccentric",
        Change.SHORTENING: "concentric",
        Change.CONSTANT: "isometric",
    }
    return icons[value.change] if value.change else "low"


def glyph(value: Contraction) -> str:
    """The icon of a contraction: arrows apart, bars, arrows together, dots."""
    return {
        Contraction.CONCENTRIC: "concentric",
        Contraction.RECOIL: "concentric",
        Contraction.ECCENTRIC: "eccentric",
        Contraction.STRETCH: "eccentric",
        Contraction.ISOMETRIC: "isometric",
        Contraction.PEAK: "isometric",
    }.get(value, "low")


def basis(value: Basis) -> str:
    """How a curve is known."""
    return {
        Basis.MEASURED: translate("Words", "measured"),
        Basis.SIMULATED: translate("Words", "simulated"),
        Basis.NONE: translate("Words", "no data"),
    }[value]


def gait(value: Gait) -> str:
    """The name of a gait."""
    return {
        Gait.RUNNING: translate("Words", "Running"),
        Gait.WALKING: translate("Words", "Walking"),
        Gait.SPRINTING: translate("Words", "Sprinting"),
    }[value]


def speed_basis(value: SpeedBasis) -> str:
    """How a stride at a speed is known."""
    return {
        SpeedBasis.MEASURED: translate("Words", "measured"),
        SpeedBasis.INTERPOLATED: translate("Words", "interpolated"),
        SpeedBasis.EXTRAPOLATED: translate("Words", "extrapolated"),
    }[value]


def structure_kind(value: StructureKind) -> str:
    """What a structure is."""
    return {
        StructureKind.MUSCLE: translate("Words", "Muscle"),
        StructureKind.GROUP: translate("Words", "Muscle group"),
        StructureKind.TENDON: translate("Words", "Tendon"),
        StructureKind.FASCIA: translate("Words", "Fascia"),
        StructureKind.CONCEPT: translate("Words", "Muscle tissue"),
    }[value]


def kind(value: Kind) -> str:
    """The heading over search results of a kind."""
    return {
        Kind.MUSCLE: translate("Words", "Muscles"),
        Kind.STAGE: translate("Words", "Stages"),
        Kind.EXERCISE: translate("Words", "Exercises"),
        Kind.INJURY: translate("Words", "Pains"),
        Kind.CONTEXT: translate("Words", "Settings of a run"),
        Kind.FAQ: translate("Words", "Questions"),
        Kind.SOURCE: translate("Words", "Sources"),
    }[value]


def percent(activity: float | None, *, simulated: bool = False) -> str:
    """An activity as a whole percent of the muscle's own peak, or "no data"."""
    if activity is None:
        return translate("Words", "no data")
    text = translate("Words", "{0} % sim.") if simulated else translate("Words", "{0} %")
    return text.format(round(activity * 100))


def region(name: str, which: Side) -> str:
    """A structure with its side, as a screen reader says it."""
    word = side(which)
    return translate("Words", "{0}, {1}").format(name, word) if word else name
