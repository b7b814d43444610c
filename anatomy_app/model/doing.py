"""What a muscle does at an instant: the stage table first, its computed length where it is silent.

The table tells what muscle and tendon do while active. Where it says "low", or nothing, the length
computed from the muscle's path tells whether the unit lengthens; whether it works is told by its
activity, if that is known.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from anatomy_app.model.activation import contraction
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Stride
from anatomy_app.model.kinds import Change, Contraction

if TYPE_CHECKING:
    from anatomy_app.model.anatomy import Structure
    from anatomy_app.model.lengthening import Lengthening

ACTIVE = 0.2  # of its own peak: from here on a muscle counts as active

TOLD = {
    Contraction.ECCENTRIC: Change.LENGTHENING,
    Contraction.CONCENTRIC: Change.SHORTENING,
    Contraction.ISOMETRIC: Change.CONSTANT,
    Contraction.STRETCH: Change.LENGTHENING,
    Contraction.RECOIL: Change.SHORTENING,
    Contraction.PEAK: Change.CONSTANT,
}
WORKING = (Contraction.ECCENTRIC, Contraction.CONCENTRIC, Contraction.ISOMETRIC)


class Action(StrEnum):
    """What a change of length is for."""

    BRAKING = "braking"
    DRIVING = "driving"
    HOLDING = "holding"
    STRETCHED = "stretched"


class Known(StrEnum):
    """How a change of length is known."""

    STAGES = "stages"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Doing:
    """One side of a structure at an instant; None is not known.

    `contraction` is the stage table's word. `change` is what the length does, `known` whence that
    is taken, `computed` what the path tells in any case. `length` is in percent of the mean over
    the stride. `active` tells whether the muscle works.
    """

    contraction: Contraction | None = None
    change: Change | None = None
    known: Known | None = None
    computed: Change | None = None
    length: float | None = None
    active: bool | None = None
    steady: bool = False

    @property
    def differs(self) -> bool:
        """Whether the computed length speaks against the table."""
        told = self.known is Known.STAGES and self.computed is not None
        return told and self.computed is not self.change

    @property
    def action(self) -> Action | None:
        """What the change is for, if it is known that the muscle works or rests."""
        if self.change is Change.LENGTHENING and self.active is False:
            return Action.STRETCHED
        if not self.active or self.change is None:
            return None
        if self.change is Change.CONSTANT:
            return Action.HOLDING
        if self.steady:
            return None
        return Action.BRAKING if self.change is Change.LENGTHENING else Action.DRIVING


def doing(
    structure: "Structure",
    stride: Stride,
    side: Side,
    percent: float,
    activity: float | None,
    length: "Lengthening | None",
) -> Doing:
    """What one side of a structure does at a percent of the right foot's stride.

    `activity` is 0 to 1 of its own peak, None if nobody measured it.
    """
    role = contraction(structure, stride, side, percent)
    computed = length.change(side, percent) if length else None
    told = TOLD.get(role) if role else None
    change = told or computed
    known = Known.STAGES if told else Known.COMPUTED if computed else None
    return Doing(
        contraction=role,
        change=change,
        known=known,
        computed=computed,
        length=length.value(side, percent) if length else None,
        active=_active(role, activity),
        steady=role in WORKING and _steady(structure),
    )


def _active(role: Contraction | None, activity: float | None) -> bool | None:
    """The table's word counts first; tendons are never active."""
    if role is not None:
        return True if role in WORKING else False if role is Contraction.LOW else None
    return None if activity is None else activity >= ACTIVE


def _steady(structure: "Structure") -> bool:
    """Whether it does the same in every stage, as breathing muscles do: not for the stride."""
    return len({role.contraction for role in structure.stages.values()}) == 1
