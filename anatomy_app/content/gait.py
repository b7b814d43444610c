"""Loads `data/gait`: small tables at once, curves when they are first asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from anatomy_app.content.gait_csv import CsvTable
from anatomy_app.content.gait_small import load_borders, load_datasets, load_strides
from anatomy_app.content.gait_spread import SpreadFiles, load_by_speed
from anatomy_app.content.problems import ContentError, Problem
from anatomy_app.model.curves import PHASE_SAMPLES, SAMPLES, Curve, PhasedCurve
from anatomy_app.model.gait_tables import (
    Dataset,
    Gait,
    GaitTables,
    Motion,
    PhasedBand,
    StrideRow,
)

if TYPE_CHECKING:
    from anatomy_app.model.paths import Paths

K = TypeVar("K")
V = TypeVar("V")

ANGLES = (
    "pelvis_anterior_tilt",
    "pelvis_drop_right",
    "pelvis_rotation_right_forward",
    "pelvis_vertical_m",
    "hip_flexion_r",
    "hip_flexion_l",
    "knee_flexion_r",
    "knee_flexion_l",
    "ankle_dorsiflexion_r",
    "ankle_dorsiflexion_l",
    "hip_adduction_r",
    "hip_adduction_l",
    "foot_pitch_r",
    "foot_pitch_l",
    "lumbar_extension",
    "lumbar_bending_right",
    "lumbar_rotation_right_forward",
    "trunk_forward_lean",
    "shoulder_flexion_r",
    "shoulder_flexion_l",
    "shoulder_adduction_r",
    "shoulder_adduction_l",
    "elbow_flexion_r",
    "elbow_flexion_l",
    "com_vertical_m",
)
"""Joint angles in degrees and heights (`..._m`) in metres; `_r` right, `_l` left."""

FORCES = ("right_fore_aft_bw", "right_vertical_bw", "left_fore_aft_bw", "left_vertical_bw")
"""Ground force on each foot in body weights."""

_BY_SPEED = "emg_running_by_speed.csv"
_KEY = ("task", "speed_m_s", "percent")
_PERCENTS = [float(percent) for percent in range(SAMPLES)]
_PHASE_PERCENTS = [index + 0.5 for index in range(PHASE_SAMPLES)] * 2
_EMG = {
    Gait.RUNNING: "emg_running_stance_swing.csv",
    Gait.WALKING: "emg_walking_stance_swing.csv",
}
_SIMULATED = {
    Gait.RUNNING: "sim_activation_running_emg_timed.csv",
    Gait.WALKING: "sim_activation_walking.csv",
}


class _WhenAsked(Mapping[K, V]):
    """A mapping whose values are loaded at the first look-up and kept."""

    def __init__(self, loaders: Mapping[K, Callable[[], V]]) -> None:
        self._loaders = loaders
        self._loaded: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._loaded:
            self._loaded[key] = self._loaders[key]()
        return self._loaded[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._loaders)

    def __len__(self) -> int:
        return len(self._loaders)

    def __contains__(self, key: object) -> bool:
        return key in self._loaders


def load_gait(folder: Path) -> GaitTables:
    """The gait tables of a folder.

    Events, stage borders and remarks are read now, each stride's curves when first asked for.
    A ContentError with every problem of a file, now or then.
    """
    strides = load_strides(folder / "events_app.csv")
    datasets = load_datasets(folder / "datasets.csv", strides)
    motion = _MotionFiles(folder)
    spread = SpreadFiles(folder)
    return GaitTables(
        strides=strides,
        borders=load_borders(folder / "stage_borders.csv"),
        datasets=datasets,
        motion=_WhenAsked(
            {
                (gait, row.speed): partial(motion.load, gait, row)
                for gait, rows in strides.items()
                for row in rows
            }
        ),
        emg=_WhenAsked({gait: partial(load_emg, folder / name) for gait, name in _EMG.items()}),
        simulated=_WhenAsked(
            {gait: partial(load_simulated, folder / name) for gait, name in _SIMULATED.items()}
        ),
        spread=_WhenAsked(
            {
                (gait, speed): partial(spread.load, gait, speed, n)
                for gait, speed, n in _measured_on_several(strides, datasets)
            }
        ),
        emg_by_speed=_WhenAsked({Gait.RUNNING: partial(load_by_speed, folder / _BY_SPEED)}),
        paths=cache(partial(_load_paths, folder)),
    )


def _measured_on_several(
    strides: Mapping[Gait, tuple[StrideRow, ...]], datasets: Mapping[str, Dataset]
) -> Iterator[tuple[Gait, float, int]]:
    """The strides, with their n, between whose people there is a spread."""
    for gait, rows in strides.items():
        n = datasets[f"motion_{gait}_measured"].n or 1
        yield from ((gait, row.speed, n) for row in rows if row.measured and n > 1)


def gait_problems(folder: Path) -> list[Problem]:
    """Every problem in the gait tables of a folder; empty if all is well."""
    problems: list[Problem] = []

    def attempt(load: Callable[[], V]) -> V | None:
        try:
            return load()
        except ContentError as error:
            problems.extend(error.problems)
            return None

    strides = attempt(partial(load_strides, folder / "events_app.csv"))
    attempt(partial(load_borders, folder / "stage_borders.csv"))
    attempt(partial(load_by_speed, folder / _BY_SPEED))
    attempt(partial(_load_paths, folder))
    for gait in _EMG:
        attempt(partial(load_emg, folder / _EMG[gait]))
        attempt(partial(load_simulated, folder / _SIMULATED[gait]))
    if strides is not None:  # the other tables are checked against the known speeds
        datasets = attempt(partial(load_datasets, folder / "datasets.csv", strides))
        attempt(partial(_MotionFiles(folder).check, strides))
        if datasets is not None:
            spread = [*_measured_on_several(strides, datasets)]
            attempt(partial(SpreadFiles(folder).check, spread))
    return problems


def _load_paths(folder: Path) -> "Paths":
    from anatomy_app.content.gait_paths import load_paths  # not before somebody needs it

    return load_paths(folder)


class _MotionFiles:
    """The two large tables: opened once, each stride's rows parsed on their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: tuple[CsvTable, CsvTable] | None = None

    def load(self, gait: Gait, row: StrideRow) -> Motion:
        """The curves of one stride; a ContentError with their problems."""
        angles, forces = self._tables()
        motion = Motion(_curves(angles, gait, row, ANGLES), _curves(forces, gait, row, FORCES))
        _raise([*angles.problems, *forces.problems])
        return motion

    def check(self, strides: Mapping[Gait, tuple[StrideRow, ...]]) -> None:
        """A ContentError with the problems of all strides, and of rows that belong to none."""
        tables = self._tables()
        for table, columns in zip(tables, (ANGLES, FORCES), strict=True):
            for gait, rows in strides.items():
                for row in rows:
                    _curves(table, gait, row, columns)
            _check_strangers(table, strides)
        _raise([problem for table in tables for problem in table.problems])

    def _tables(self) -> tuple[CsvTable, CsvTable]:
        if self._open is None:
            angles = CsvTable(self._folder / "kinematics_app.csv", (*_KEY, *ANGLES))
            forces = CsvTable(self._folder / "grf_app.csv", (*_KEY, *FORCES))
            self._open = angles, forces
        return self._open


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise ContentError(problems)


def _curves(
    table: CsvTable, gait: Gait, row: StrideRow, columns: tuple[str, ...]
) -> dict[str, Curve]:
    """The curves of one stride; none of them if the rows are not a closed stride."""
    before = len(table.problems)
    rows = table.rows(f"{gait},{row.speed},") if table.usable else []
    if table.usable and not rows:
        table.report(0, f"no rows for {gait} at {row.speed} m/s", "add its 101 rows")
    if not rows or not table.check_axis(rows, "percent", _PERCENTS):
        return {}
    numbers = table.numbers(rows, columns)
    if len(table.problems) > before or not table.check_closed(rows, numbers):
        return {}
    return {name: Curve(values) for name, values in numbers.items()}


def _check_strangers(table: CsvTable, strides: Mapping[Gait, tuple[StrideRow, ...]]) -> None:
    known = {(str(gait), str(row.speed)) for gait, rows in strides.items() for row in rows}
    for row in table.rows():
        key = table.cell(row, "task"), table.cell(row, "speed_m_s")
        if key not in known:
            what = f"{key[0]} at {key[1]} m/s is not in events_app.csv"
            table.report(row[0], what, "add its events or remove the row")


def load_emg(path: Path) -> dict[str, PhasedBand]:
    """EMG channels by name: mean and standard deviation over stance and swing."""
    table = CsvTable(path, ("phase", "phase_percent"))
    channels = [name.removesuffix("_mean") for name in table.header if name.endswith("_mean")]
    lacking = [f"{name}_sd" for name in channels if f"{name}_sd" not in table.header]
    if lacking:
        table.report(1, f"no column {', '.join(lacking)}", "add it: a mean comes with its spread")
    table.finish()
    rows = table.rows()
    _check_phases(table, rows)
    numbers = table.numbers(
        rows, [f"{name}_{part}" for name in channels for part in ("mean", "sd")]
    )
    table.finish()
    return {
        name: PhasedBand(PhasedCurve(numbers[f"{name}_mean"]), PhasedCurve(numbers[f"{name}_sd"]))
        for name in channels
    }


def _check_phases(table: CsvTable, rows: list[tuple[int, list[str]]]) -> None:
    table.check_axis(rows, "phase_percent", _PHASE_PERCENTS)
    for index, row in enumerate(rows):
        wanted = "stance" if index < PHASE_SAMPLES else "swing"
        if table.cell(row, "phase") != wanted:
            what = f"phase is {table.cell(row, 'phase')!r} where {wanted} belongs"
            table.report(row[0], what, "list 100 rows of stance, then 100 of swing")
            return


def load_simulated(path: Path) -> dict[str, Curve]:
    """Simulated activation (0 to 1) by column."""
    table = CsvTable(path, ("percent",))
    table.finish()
    rows = table.rows()
    table.check_axis(rows, "percent", _PERCENTS)
    numbers = table.numbers(rows, [name for name in table.header if name != "percent"])
    table.finish()
    table.check_closed(rows, numbers)
    table.finish()
    return {name: Curve(values) for name, values in numbers.items()}
