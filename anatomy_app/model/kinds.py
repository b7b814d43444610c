"""The kinds of structure, contraction and knowledge, and where a structure's curves come from.

Apart from the records of `anatomy`, because the first picture needs these and not those.
"""

from dataclasses import dataclass
from enum import StrEnum


class StructureKind(StrEnum):
    """What a structure is."""

    MUSCLE = "muscle"
    GROUP = "muscle_group"
    TENDON = "tendon"
    FASCIA = "fascia"
    CONCEPT = "concept"


class Depth(StrEnum):
    """Textbook depth, for text; the order of peeling is the drawing's layer."""

    SUPERFICIAL = "superficial"
    INTERMEDIATE = "intermediate"
    DEEP = "deep"


class Contraction(StrEnum):
    """What a muscle (or, in the second half, a tendon) does in a stage, at muscle-tendon level."""

    CONCENTRIC = "concentric"
    ECCENTRIC = "eccentric"
    ISOMETRIC = "isometric"
    LOW = "low"
    STRETCH = "stretch"
    PEAK = "peak"
    RECOIL = "recoil"
    UNLOADED = "unloaded"


class Change(StrEnum):
    """What the length of a muscle and its tendon together does at an instant."""

    LENGTHENING = "lengthening"
    SHORTENING = "shortening"
    CONSTANT = "constant"


class Basis(StrEnum):
    """How a curve is known."""

    MEASURED = "measured"
    SIMULATED = "simulated"
    NONE = "none"


class Trust(StrEnum):
    """How far a curve can be trusted; a simulation of low trust is not shown."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Curves:
    """Which columns of the measured and simulated tables tell this structure's activity."""

    emg: tuple[str, ...] = ()
    simulated: tuple[str, ...] = ()
    simulated_walking: tuple[str, ...] = ()
    running: Basis = Basis.NONE
    running_trust: Trust | None = None
    walking: Basis = Basis.NONE
    walking_trust: Trust | None = None
    show: bool = False
    note: str = ""
