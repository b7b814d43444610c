"""The small gait tables: events of each stride, stage borders, and who was measured."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from anatomy_app.content.gait_csv import CsvTable, Row
from anatomy_app.model.gait_tables import Border, Dataset, Gait, Period, StrideRow

_BASES = ("measured", "interpolated", "extrapolated")
_SIZES = (
    "speed_m_s",
    "stride_time_s",
    "cadence_steps_min",
    "stride_length_m",
    "step_length_m",
    "right_toe_off_percent",
    "contact_time_s",
    "peak_vertical_bw",
)
_LEFT = ("left_contact_percent", "left_toe_off_percent")
_HALF = 50.0


def load_strides(path: Path) -> dict[Gait, tuple[StrideRow, ...]]:
    """The events of every stride, by gait and in ascending speed; a ContentError with problems."""
    table = CsvTable(path, ("task", "basis", *_SIZES, *_LEFT))
    found: dict[Gait, list[StrideRow]] = {gait: [] for gait in Gait}
    for row in table.rows():
        gait = _gait(table, row, "task")
        stride = _stride(table, row)
        if gait is not None:
            found[gait].append(stride)
    for gait, strides in found.items():
        _check_speeds(table, gait, strides)
    table.finish()
    return {gait: tuple(strides) for gait, strides in found.items()}


def _check_speeds(table: CsvTable, gait: Gait, strides: list[StrideRow]) -> None:
    if not any(stride.measured for stride in strides):
        table.report(0, f"no measured row for {gait}", "add its events")
    speeds = [stride.speed for stride in strides]
    if speeds != sorted(set(speeds)):
        table.report(0, f"the speeds of {gait} do not ascend", "sort its rows by speed, each once")


def _gait(table: CsvTable, row: Row, column: str) -> Gait | None:
    text = table.cell(row, column)
    if text in tuple(Gait):
        return Gait(text)
    table.report(row[0], f"{column} is {text!r}", f"write one of {', '.join(Gait)}")
    return None


def _stride(table: CsvTable, row: Row) -> StrideRow:
    sizes = [table.number(row, column) for column in _SIZES]
    basis = table.cell(row, "basis")
    if not basis.startswith(_BASES):
        table.report(row[0], f"basis is {basis!r}", f"begin it with one of {', '.join(_BASES)}")
    for column, value in zip(_SIZES, sizes, strict=True):
        if value <= 0.0:
            table.report(row[0], f"{column} is {value:g}", "write a number over zero")
    _check_left(table, row)
    return StrideRow(sizes[0], basis.startswith("measured"), *sizes[1:])


def _check_left(table: CsvTable, row: Row) -> None:
    """The left foot does the same as the right, half a stride on: the model relies on it."""
    toe_off = table.number(row, "right_toe_off_percent")
    if not 0.0 < toe_off < 2 * _HALF:
        table.report(row[0], f"toe-off is at {toe_off:g} %", "write a percent between 0 and 100")
    wanted = _HALF, (toe_off + _HALF) % (2 * _HALF)
    for column, value in zip(_LEFT, wanted, strict=True):
        found = table.number(row, column)
        if round(found - value, 3):
            what = f"{column} is {found:g}, half a stride after the right foot is {value:g}"
            table.report(row[0], what, "average both sides first")


def load_borders(path: Path) -> dict[Gait, tuple[Border, ...]]:
    """The stages of each gait as fractions of stance and swing; a ContentError with problems."""
    table = CsvTable(path, ("gait", "stage", "period", "start", "end"))
    found: dict[Gait, list[Border]] = {gait: [] for gait in Gait}
    for row in table.rows():
        gait, period = _gait(table, row, "gait"), table.cell(row, "period")
        start, end = table.number(row, "start"), table.number(row, "end")
        if period not in tuple(Period):
            table.report(row[0], f"period is {period!r}", "write stance or swing")
        elif gait is not None:
            found[gait].append(Border(table.cell(row, "stage"), Period(period), start, end))
    for gait, borders in found.items():
        _check_borders(table, gait, borders)
    table.finish()
    return {gait: tuple(borders) for gait, borders in found.items()}


def _check_borders(table: CsvTable, gait: Gait, borders: list[Border]) -> None:
    """Stages follow each other without a gap: stance from 0 to 1, then swing from 0 to 1."""
    if table.problems:
        return
    periods = [border.period for border in borders]
    whole = periods == sorted(periods)
    for period in Period:
        edges = [(one.start, one.end) for one in borders if one.period is period]
        at = 0.0
        for start, end in edges:
            whole = whole and start == at and end > start
            at = end
        whole = whole and at == 1.0
    if not whole:
        what = f"the stages of {gait} do not fill stance and swing"
        table.report(0, what, "let each stage start where the last ended, from 0 to 1")


def load_datasets(path: Path, strides: Mapping[Gait, tuple[StrideRow, ...]]) -> dict[str, Dataset]:
    """Who was measured, and the remarks for users; a ContentError if one is missing."""
    table = CsvTable(path, ("id", "n", "speed_m_s", "sources", "note"))
    found = {}
    for row in table.rows():
        n, speed = (_optional(table, row, column) for column in ("n", "speed_m_s"))
        sources = tuple(filter(None, table.cell(row, "sources").split("|")))
        name, note = table.cell(row, "id"), table.cell(row, "note")
        found[name] = Dataset(name, None if n is None else int(n), speed, sources, note)
        if not note:
            table.report(row[0], f"{name} has no note", "say in plain words who was measured")
    for name in _needed(strides):
        if name not in found:
            table.report(0, f"no row {name}", "add it: the program shows its note")
    table.finish()
    return found


def _optional(table: CsvTable, row: Row, column: str) -> float | None:
    return table.number(row, column) if table.cell(row, column) else None


def _needed(strides: Mapping[Gait, tuple[StrideRow, ...]]) -> Iterable[str]:
    """The ids that the model looks up."""
    yield from ("hidden", "emg_running_by_speed", "lengths")
    for gait, rows in strides.items():
        yield from (f"none_{gait}", f"borders_{gait}")
        bases = _BASES if len(rows) > 1 else _BASES[:1]
        yield from (f"motion_{gait}_{basis}" for basis in bases)
        if gait is not Gait.SPRINTING:
            yield from (f"emg_{gait}", f"simulated_{gait}")
