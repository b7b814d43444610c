"""What is shown is what stands in the tables: angles, forces, events and recorded activity."""

import csv
from collections.abc import Iterator
from itertools import pairwise

import pytest

from anatomy_app import resources
from anatomy_app.content.library import Library
from anatomy_app.model.activation import activations
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait, Stride

LIBRARY = Library()
FOLDER = resources.data() / "gait"
LEAST_ALIKE = 0.995  # correlation of a shown curve with the recorded one, re-timed


def rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def stride(row: dict[str, str]) -> Stride:
    return LIBRARY.stride(Gait(row["task"]), float(row["speed_m_s"]))


def test_angles_are_those_of_the_table() -> None:
    seen = 0
    for row in rows("kinematics_app.csv"):
        percent = float(row["percent"])
        shown = stride(row).angles(percent)
        for name, told in row.items():
            if name in shown and told:
                assert shown[name] == pytest.approx(float(told), abs=0.1), (row["task"], name)
                seen += 1
    assert seen > 15_000


def test_forces_are_those_of_the_table() -> None:
    for row in rows("grf_app.csv"):
        shown = stride(row).forces(float(row["percent"]))
        for side in (Side.RIGHT, Side.LEFT):
            for name, value in (
                ("vertical", shown[side].vertical_bw),
                ("fore_aft", shown[side].fore_aft_bw),
            ):
                assert value == pytest.approx(float(row[f"{side}_{name}_bw"]), abs=0.01)


def test_toe_off_is_that_of_the_table() -> None:
    for row in rows("events_app.csv"):
        assert stride(row).toe_off == pytest.approx(float(row["right_toe_off_percent"]), abs=0.5)


@pytest.mark.parametrize("speed", [2.5, 3.0, 4.5])
def test_recorded_activity_is_retimed_to_the_toe_off(speed: float) -> None:
    """Stance stays stance and swing swing, each stretched evenly."""
    shown = LIBRARY.stride(Gait.RUNNING, speed)
    active = activations(LIBRARY.entries, LIBRARY.tables, shown).by_id["soleus"]
    phases: dict[str, list[float]] = {}
    for row in rows("emg_running_stance_swing.csv"):
        phases.setdefault(row["phase"], []).append(float(row["soleus_mean"]))
    recorded = []
    for phase, start, length in (
        ("stance", 0.0, shown.toe_off), ("swing", shown.toe_off, 100.0 - shown.toe_off)
    ):  # fmt: skip
        values = phases[phase]
        for index, value in enumerate(values):
            recorded.append((start + length * (index + 0.5) / len(values), value))
    pairs = [(active.value(Side.RIGHT, at), value) for at, value in recorded]
    assert correlation([(a, b) for a, b in pairs if a is not None]) >= LEAST_ALIKE


@pytest.mark.parametrize("gait", list(Gait))
def test_a_stride_ends_as_it_begins(gait: Gait) -> None:
    shown = LIBRARY.stride(gait, None)
    first, last = shown.angles(0.0), shown.angles(100.0)
    assert first == pytest.approx(last)
    near = [shown.angles(99.0 + step / 10)["knee_flexion_r"] for step in range(11)]
    assert max(abs(b - a) for a, b in pairwise(near)) < 1.0


def correlation(pairs: list[tuple[float, float]]) -> float:
    n = len(pairs)
    mean_a, mean_b = (sum(pair[i] for pair in pairs) / n for i in (0, 1))
    covered = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    spread = sum((a - mean_a) ** 2 for a, _ in pairs) * sum((b - mean_b) ** 2 for _, b in pairs)
    return covered / float(spread**0.5)
