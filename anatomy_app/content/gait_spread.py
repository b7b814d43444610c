"""The spread between people of angles and forces, and one runner's EMG at several speeds."""

from collections.abc import Iterable
from pathlib import Path

from anatomy_app.content.gait_csv import CsvTable, Row
from anatomy_app.content.problems import ContentError
from anatomy_app.model.curves import SAMPLES, Band, Curve
from anatomy_app.model.gait_tables import Gait, Motion

ANGLES = ("hip_flexion_r", "knee_flexion_r", "ankle_dorsiflexion_r")
FORCES = ("right_vertical_bw", "right_fore_aft_bw")

_KEY = ("task", "speed_m_s", "n", "percent")
_PERCENTS = [float(percent) for percent in range(SAMPLES)]


class SpreadFiles:
    """The tables of the measured sets: opened once, and only if somebody asks for a band."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: tuple[CsvTable, CsvTable] | None = None

    def load(self, gait: Gait, speed: float, n: int) -> Motion:
        """The standard deviations between the `n` people of one stride; a ContentError if bad."""
        angles, forces = self._tables()
        key = str(gait), str(speed), str(n)
        found = Motion(_columns(angles, key, ANGLES), _columns(forces, key, FORCES))
        problems = [*angles.problems, *forces.problems]
        if problems:
            raise ContentError(problems)
        return found

    def check(self, keys: Iterable[tuple[Gait, float, int]]) -> None:
        """A ContentError with the problems of all these strides."""
        for table, columns in zip(self._tables(), (ANGLES, FORCES), strict=True):
            for gait, speed, n in keys:
                _columns(table, (str(gait), str(speed), str(n)), columns)
        problems = [problem for table in self._tables() for problem in table.problems]
        if problems:
            raise ContentError(problems)

    def _tables(self) -> tuple[CsvTable, CsvTable]:
        if self._open is None:
            angles, forces = (
                CsvTable(self._folder / name, (*_KEY, *(f"{each}_sd" for each in columns)))
                for name, columns in (("kinematics.csv", ANGLES), ("grf.csv", FORCES))
            )
            self._open = angles, forces
        return self._open


def _columns(
    table: CsvTable, key: tuple[str, str, str], columns: tuple[str, ...]
) -> dict[str, Curve]:
    wanted = [row for row in table.rows() if _of(table, row) == key] if table.usable else []
    if table.usable and not wanted:
        what = f"no rows for {key[0]} at {key[1]} m/s with n {key[2]}"
        table.report(0, what, "add its 101 rows with their standard deviations")
    if not wanted or not table.check_axis(wanted, "percent", _PERCENTS):
        return {}
    numbers = table.numbers(wanted, [f"{name}_sd" for name in columns])
    return {name: _closed(numbers[f"{name}_sd"]) for name in columns}


def _of(table: CsvTable, row: Row) -> tuple[str, str, str]:
    return table.cell(row, "task"), table.cell(row, "speed_m_s"), table.cell(row, "n")


def load_by_speed(path: Path) -> dict[float, dict[str, Band]]:
    """EMG of one runner by speed and channel, on one scale: 1 is its maximum over all speeds."""
    table = CsvTable(path, ("speed_m_s", "percent"))
    names = [name.removesuffix("_mean") for name in table.header if name.endswith("_mean")]
    rows: dict[str, list[Row]] = {}
    for row in table.rows():
        rows.setdefault(table.cell(row, "speed_m_s"), []).append(row)
    columns = [f"{name}_{part}" for name in names for part in ("mean", "sd")]
    found = {}
    for lines in rows.values():
        if table.check_axis(lines, "percent", _PERCENTS):
            numbers = table.numbers(lines, columns)
            found[table.number(lines[0], "speed_m_s")] = {
                name: Band(_closed(numbers[f"{name}_mean"]), _closed(numbers[f"{name}_sd"]))
                for name in names
            }
    table.finish()
    return found


def _closed(values: tuple[float, ...]) -> Curve:
    """A curve of strides whose ends were measured apart: both become their mean."""
    end = (values[0] + values[-1]) / 2
    return Curve((end, *values[1:-1], end))
