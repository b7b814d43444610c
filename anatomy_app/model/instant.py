"""The whole stride at one instant: legs, muscles, angles, forces; as a value and a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from anatomy_app.model.activation import Activation, Activations, activations
from anatomy_app.model.anatomy import Basis, Structure, StructureKind
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.doing import Doing, doing
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Force, Period, SpeedBasis
from anatomy_app.model.gait_tables import Gait, GaitTables
from anatomy_app.model.lengthening import Lengths
from anatomy_app.model.strides import stride_at

FEET = (Side.RIGHT, Side.LEFT)

_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Leg:
    """Where one leg is in its own stride."""

    period: Period
    stage: str


@dataclass(frozen=True, slots=True)
class SideNow:
    """What one side of a structure does now; None is not known, never zero."""

    activation: float | None
    kind: Basis
    doing: Doing


@dataclass(frozen=True, slots=True)
class StructureNow:
    """What a structure does now, on both sides."""

    structure_kind: StructureKind
    right: SideNow
    left: SideNow

    def on(self, side: Side) -> SideNow:
        """One side; the midline is told by the right one."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Active:
    """A muscle with data now: `activation` 0 to 1 of its own peak, and how that is known."""

    structure: str
    activation: float
    kind: Basis


@dataclass(frozen=True, slots=True)
class Instant:
    """A snapshot of the stride at `percent` (0 to 100, 0 = right initial contact).

    `muscles` holds every structure of the atlas by id, `angles` the columns of the kinematics
    table (degrees, metres), `forces` the ground force on each foot (body weights).
    """

    gait: Gait
    speed: float
    basis: SpeedBasis
    note: str
    percent: float
    legs: Mapping[Side, Leg]
    floating: bool
    double_support: bool
    muscles: Mapping[str, StructureNow]
    angles: Mapping[str, float]
    forces: Mapping[Side, Force]

    def most_active(self, n: int, side: Side) -> tuple[Active, ...]:
        """The n most active single muscles of a side, the strongest first.

        Groups are left out, and so are muscles without data: fewer than n may come back.
        """
        found = []
        for name, now in self.muscles.items():
            here = now.on(side)
            if now.structure_kind is StructureKind.MUSCLE and here.activation is not None:
                found.append(Active(name, here.activation, here.kind))
        return tuple(sorted(found, key=lambda one: -one.activation)[:n])


def instant(
    atlas: Atlas, tables: GaitTables, gait: Gait, speed: float | None, percent: float
) -> Instant:
    """The instant of a gait at a speed in m/s (None: its usual speed) and a percent.

    A ValueError with a sentence if the speed is not known or the percent is outside 0 to 100.
    """
    stride = stride_at(tables, gait, speed)
    lengths = Lengths(atlas.index.entries, tables.paths(), stride)
    return instant_in(atlas, activations(atlas.structures, tables, stride), lengths, percent)


def instant_in(atlas: Atlas, activity: Activations, lengths: Lengths, percent: float) -> Instant:
    """The instant of a stride whose activations are known already."""
    stride = activity.stride
    values = activity.values_at(percent)
    muscles = {
        name: _now(one, activity.by_id[name], values[name], lengths, percent)
        for name, one in atlas.structures.items()
    }
    return Instant(
        gait=stride.gait,
        speed=stride.speed,
        basis=stride.basis,
        note=stride.note,
        percent=percent,
        legs={
            side: Leg(stride.period_at(side, percent), stride.stage_at(side, percent))
            for side in FEET
        },
        floating=stride.floating(percent),
        double_support=stride.double_support(percent),
        muscles=muscles,
        angles=stride.angles(percent),
        forces=stride.forces(percent),
    )


def _now(
    structure: Structure,
    known: Activation,
    values: tuple[float | None, float | None],
    lengths: Lengths,
    percent: float,
) -> StructureNow:
    length, stride = lengths.of(structure.id), lengths.stride
    right, left = (
        SideNow(value, known.kind, doing(structure, stride, side, percent, value, length))
        for side, value in zip(FEET, values, strict=True)
    )
    return StructureNow(structure.kind, right, left)


def as_document(now: Instant) -> dict[str, object]:
    """The instant as plain JSON values, with the keys of the command line's `at`."""
    return {
        "gait": str(now.gait),
        "speed_m_s": now.speed,
        "basis": str(now.basis),
        "note": now.note,
        "percent": now.percent,
        "legs": {
            str(side): {"period": str(leg.period), "stage": leg.stage}
            for side, leg in now.legs.items()
        },
        "float": now.floating,
        "double_support": now.double_support,
        "muscles": {name: _muscle_document(one) for name, one in now.muscles.items()},
        "angles": {name: round(value, _DECIMALS) for name, value in now.angles.items()},
        "grf": {str(side): _force_document(force) for side, force in now.forces.items()},
    }


def _muscle_document(now: StructureNow) -> dict[str, object]:
    return {str(side): _side_document(now.on(side)) for side in FEET}


def _side_document(now: SideNow) -> dict[str, object]:
    return {
        "activation": None if now.activation is None else round(now.activation, _DECIMALS),
        "kind": str(now.kind),
        **_doing_document(now.doing),
    }


def _doing_document(does: Doing) -> dict[str, object]:
    """`contraction` is the stage table's; `change` may be computed, as `change_basis` tells."""
    return {
        "contraction": _text(does.contraction),
        "change": _text(does.change),
        "change_basis": _text(does.known),
        "computed_change": _text(does.computed),
        "length_percent": None if does.length is None else round(does.length, 2),
        "action": _text(does.action),
    }


def _text(word: StrEnum | None) -> str | None:
    return None if word is None else str(word)


def _force_document(force: Force) -> dict[str, float]:
    return {
        "vertical_bw": round(force.vertical_bw, _DECIMALS),
        "fore_aft_bw": round(force.fore_aft_bw, _DECIMALS),
    }
