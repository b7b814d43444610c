"""User words for the values of the model: every text here can be translated."""

from PySide6.QtCore import QCoreApplication

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Kind
from anatomy_app.model.gait import Gait, SpeedBasis
from anatomy_app.model.kinds import Basis, Contraction, StructureKind

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
