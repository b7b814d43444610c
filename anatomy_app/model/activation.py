"""Muscle activity over a stride: measured, simulated, or not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from anatomy_app.model.curves import Band, Curve, mean_of
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import HALF, Stride
from anatomy_app.model.gait_tables import Gait, GaitTables, PhasedBand
from anatomy_app.model.kinds import Basis, Contraction, Curves, Trust

if TYPE_CHECKING:
    from anatomy_app.model.anatomy import Structure

HEAT_COLUMNS = 100
"""Columns of a heat strip, one per percent of the stride."""

Values = tuple[float | None, float | None]
"""The activation (0 to 1) of the right and of the left side; None is no data, never zero."""

_NO_VALUES: Values = (None, None)


class HasCurves(Protocol):
    """A structure, or its short form in the index: whatever names its columns."""

    @property
    def id(self) -> str: ...

    @property
    def curves(self) -> Curves: ...


@dataclass(frozen=True, slots=True)
class Activation:
    """The activity of one structure of the right leg over the stride; the left is half a stride on.

    `curve` is 0 to 1 of the muscle's own peak, None if nobody measured it (then `kind` is NONE).
    `sd` is the standard deviation between people, None for a simulation; for several channels it
    is the mean of their standard deviations. `n` is how many people it rests on.
    """

    structure: str
    kind: Basis
    note: str
    n: int | None = None
    trust: Trust | None = None
    curve: Curve | None = None
    sd: Curve | None = None

    @property
    def peak(self) -> int | None:
        """The percent of the right foot's stride at which the right side is most active."""
        return None if self.curve is None else self.curve.peak

    @property
    def band(self) -> Band | None:
        """Mean and spread for a chart; None if there is no spread."""
        if self.curve is None or self.sd is None:
            return None
        return Band(self.curve, self.sd)

    def value(self, side: Side, percent: float) -> float | None:
        """The activation of one side at a percent of the right foot's stride."""
        if self.curve is None:
            return None
        return self.curve.value(percent + (HALF if side is Side.LEFT else 0.0))

    def heat(self, side: Side = Side.RIGHT) -> tuple[float | None, ...]:
        """A row of a heat strip: 100 values, each at the middle of its percent."""
        return tuple(self.value(side, column + 0.5) for column in range(HEAT_COLUMNS))


@dataclass(frozen=True)
class Activations:
    """The activity of every structure in one stride."""

    stride: Stride
    by_id: Mapping[str, Activation]

    def values_at(self, percent: float) -> dict[str, Values]:
        """Right and left activation of every structure at a percent (0 to 100) of the stride."""
        right = self._row(self.stride.percent(Side.RIGHT, percent))
        left = self._row(self.stride.percent(Side.LEFT, percent))
        values = dict.fromkeys(self.by_id, _NO_VALUES)
        values.update(zip(self._known, zip(right, left, strict=True), strict=True))
        return values

    def known_among(self, structures: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the structures whose activity is measured or simulated."""
        return tuple(each for each in structures if self.by_id[each].curve is not None)

    @property
    def knows_any(self) -> bool:
        """Whether anybody measured or simulated any muscle in this gait."""
        return bool(self._known)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(name for name, one in self.by_id.items() if one.curve is not None)

    @cached_property
    def _rows(self) -> tuple[tuple[float, ...], ...]:
        """The samples of all known curves, percent by percent: a frame reads two rows."""
        curves = (one.curve for one in self.by_id.values())
        return tuple(zip(*(curve.samples for curve in curves if curve), strict=True))

    def _row(self, percent: float) -> Sequence[float]:
        if not self._rows:
            return ()
        index = int(percent)
        part = percent - index
        pairs = zip(self._rows[index], self._rows[index + 1], strict=True)
        return [a + (b - a) * part for a, b in pairs]


def activations(
    structures: Mapping[str, HasCurves], tables: GaitTables, stride: Stride
) -> Activations:
    """The activity of all structures in a stride, EMG re-timed to its toe-off.

    A ValueError with a sentence if a structure names a column that the tables do not have.
    """
    book = _Curvebook(tables, stride)
    return Activations(stride, {name: book.activation(one) for name, one in structures.items()})


_OTHER_NAMES = {"semitendinosus": "medial_hamstrings"}
"""Channels that the recordings at several speeds call otherwise: one electrode for both muscles."""


def emg_by_speed(tables: GaitTables, gait: Gait, structure: HasCurves) -> dict[float, Band]:
    """One person's EMG of a structure by speed in m/s, ascending, with the SD between strides.

    All speeds are on one scale: 1 is the channel's maximum over all of them. Empty if a channel of
    the structure was not recorded.
    """
    found = {}
    for speed, table in sorted(tables.emg_by_speed.get(gait, {}).items()):
        names = [_OTHER_NAMES.get(column, column) for column in structure.curves.emg]
        bands = [table[name] for name in names if name in table]
        if not bands or len(bands) < len(names):
            return {}
        mean = mean_of([band.mean for band in bands])
        found[speed] = Band(mean, mean_of([band.sd for band in bands]))
    return found


def contraction(
    structure: "Structure", stride: Stride, side: Side, percent: float
) -> Contraction | None:
    """What the stage table says the structure does now; None if not known.

    The table describes distance running: walking and sprinting give None.
    """
    if stride.gait is not Gait.RUNNING:
        return None
    role = structure.stages.get(stride.stage_at(side, percent))
    return role.contraction if role else None


class _Curvebook:
    """The columns of the tables in the timing of one stride, each computed once."""

    def __init__(self, tables: GaitTables, stride: Stride) -> None:
        self._tables = tables
        self._stride = stride
        self._bands: dict[str, Band] = {}

    def activation(self, structure: HasCurves) -> Activation:
        """The activity of a structure: measured before simulated before none."""
        curves, gait = structure.curves, self._stride.gait
        walking = gait is Gait.WALKING
        kind = curves.walking if walking else curves.running
        trust = curves.walking_trust if walking else curves.running_trust
        if gait not in self._tables.emg or kind is Basis.NONE:
            return self._none(structure, f"none_{gait}")
        if not curves.show or (kind is Basis.SIMULATED and trust is Trust.LOW):
            return self._none(structure, "hidden")
        if kind is Basis.MEASURED:
            return self._measured(structure, trust)
        return self._simulated(structure, trust)

    def _none(self, structure: HasCurves, dataset: str) -> Activation:
        note = _sentences(self._tables.datasets[dataset].note, structure.curves.note)
        return Activation(structure.id, Basis.NONE, note)

    def _measured(self, structure: HasCurves, trust: Trust | None) -> Activation:
        columns = structure.curves.emg
        bands = [self._band(structure, column) for column in columns]
        dataset = self._tables.datasets[f"emg_{self._stride.gait}"]
        timing = f"Re-timed to toe-off at {self._stride.toe_off:.1f} % of the stride"
        return Activation(
            structure.id,
            Basis.MEASURED,
            _sentences(dataset.note, timing, _mixed(columns), structure.curves.note),
            n=dataset.n,
            trust=trust,
            curve=mean_of([band.mean for band in bands]).clamped(),
            sd=mean_of([band.sd for band in bands]),
        )

    def _simulated(self, structure: HasCurves, trust: Trust | None) -> Activation:
        curves, gait = structure.curves, self._stride.gait
        columns = curves.simulated_walking if gait is Gait.WALKING else curves.simulated
        table = self._tables.simulated[gait]
        dataset = self._tables.datasets[f"simulated_{gait}"]
        _require(structure, columns, table)
        return Activation(
            structure.id,
            Basis.SIMULATED,
            _sentences(dataset.note, _mixed(columns), curves.note),
            n=dataset.n,
            trust=trust,
            curve=mean_of([table[column] for column in columns]).clamped(),
        )

    def _band(self, structure: HasCurves, column: str) -> Band:
        """An EMG channel laid on the toe-off of the stride."""
        if column not in self._bands:
            table = self._tables.emg[self._stride.gait]
            _require(structure, (column,), table)
            channel, toe_off = table[column], self._stride.toe_off
            mean, sd = channel.mean.at_toe_off(toe_off), channel.sd.at_toe_off(toe_off)
            self._bands[column] = Band(mean, sd)
        return self._bands[column]


def _require(
    structure: HasCurves, columns: tuple[str, ...], table: Mapping[str, PhasedBand | Curve]
) -> None:
    missing = [column for column in columns if column not in table]
    if missing or not columns:
        names = ", ".join(missing) or "any column"
        raise ValueError(f"{structure.id} has a curve, but the gait tables lack {names}")


def _mixed(columns: tuple[str, ...]) -> str:
    """Says whose curves were averaged; nothing for one column."""
    names = [column.replace("_", " ") for column in columns]
    if len(names) == 1:
        return ""
    return f"Mean of the curves of {', '.join(names[:-1])} and {names[-1]}"


def _sentences(*parts: str) -> str:
    """Parts as sentences: capital, full stop, one space between."""
    texts = [part.strip().rstrip(".") for part in parts]
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in texts if text)
