"""The gait tables as values: events, motion, measured and simulated muscle activity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from anatomy_app.model.curves import Band, Curve, PhasedCurve

if TYPE_CHECKING:
    from anatomy_app.model.paths import Paths


class Gait(StrEnum):
    """A way of moving on two legs."""

    RUNNING = "running"
    WALKING = "walking"
    SPRINTING = "sprinting"


class Period(StrEnum):
    """The two periods of one foot's stride; float lies inside swing, twice."""

    STANCE = "stance"
    SWING = "swing"


@dataclass(frozen=True, slots=True)
class StrideRow:
    """One row of the events table: the times and sizes of a stride at one speed.

    Speed in m/s, times in seconds, steps per minute (both feet), lengths in metres, `toe_off` of
    the right foot in percent of its stride, peak force in body weights.
    """

    speed: float
    measured: bool
    stride_time: float
    cadence: float
    stride_length: float
    step_length: float
    toe_off: float
    contact_time: float
    peak_vertical_bw: float


@dataclass(frozen=True, slots=True)
class Motion:
    """Joint angles and ground forces over one stride, by the column names of the tables.

    Angles in degrees, the two heights (`..._m`) in metres, forces in body weights.
    """

    angles: Mapping[str, Curve]
    forces: Mapping[str, Curve]


@dataclass(frozen=True, slots=True)
class PhasedBand:
    """Mean and standard deviation of one EMG channel, over stance and over swing."""

    mean: PhasedCurve
    sd: PhasedCurve


@dataclass(frozen=True, slots=True)
class Border:
    """Where a stage lies in its period, as fractions (0 to 1) of stance or of swing."""

    stage: str
    period: Period
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Dataset:
    """Who was measured (or simulated): `n` people, at `speed` m/s, and a remark in plain words.

    `n` is None for a remark that rests on nobody; `speed` is None if several or not stated.
    """

    id: str
    n: int | None
    speed: float | None
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class GaitTables:
    """Everything in `data/gait` that the model needs.

    `strides` in ascending speed; `motion` by gait and speed; `emg` and `simulated` by gait, then
    column; a gait without an entry there was measured by nobody. `spread` holds the standard
    deviations between people of the right leg's angles and force, at those speeds only at which
    several people were measured; `emg_by_speed` one person's EMG by gait, speed in m/s and channel,
    on one amplitude scale. Large tables may be read from disk when first asked for; `paths` gives
    the muscle paths.
    """

    strides: Mapping[Gait, tuple[StrideRow, ...]]
    borders: Mapping[Gait, tuple[Border, ...]]
    datasets: Mapping[str, Dataset]
    motion: Mapping[tuple[Gait, float], Motion]
    emg: Mapping[Gait, Mapping[str, PhasedBand]]
    simulated: Mapping[Gait, Mapping[str, Curve]]
    spread: Mapping[tuple[Gait, float], Motion]
    emg_by_speed: Mapping[Gait, Mapping[float, Mapping[str, Band]]]
    paths: "Callable[[], Paths]"
