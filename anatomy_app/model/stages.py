"""The stages of the stride: their words, and their borders at any toe-off."""

from dataclasses import dataclass
from enum import StrEnum


class StageKind(StrEnum):
    """What a row of the stage table is."""

    CYCLE = "cycle"
    PHASE = "phase"
    STAGE = "stage"
    EVENT = "event"
    OVERLAY = "overlay"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage, phase, event or overlay (float) of one foot's stride.

    `easy`, `fast` and `sprint` are (start, end) in percent of the stride, for text; borders on
    screen are computed from the toe-off of the shown speed (see `model.gait`).
    """

    id: str
    order: int
    kind: StageKind
    name: str
    short: str
    definition: str
    easy: tuple[float, float]
    fast: tuple[float, float]
    sprint: tuple[float, float]
    sources: tuple[str, ...]
    parent: str = ""
    synonyms: tuple[str, ...] = ()
    boundary_basis: str = ""
    foot: str = ""
    knee: str = ""
    hip: str = ""
    trunk: str = ""
    arms: str = ""
    opposite_leg: str = ""
    figures_easy: str = ""
    figures_fast: str = ""
    figures_sprint: str = ""
    energy: str = ""
    main_muscles: tuple[str, ...] = ()
    correction: str = ""
