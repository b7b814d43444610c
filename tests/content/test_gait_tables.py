"""The gait tables: the shipped ones are whole, broken ones say what, where and what to do."""

import csv
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from anatomy_app import resources
from anatomy_app.content.gait import ANGLES, gait_problems, load_gait
from anatomy_app.content.problems import ContentError
from anatomy_app.model.gait_tables import Gait, Period

SHIPPED = resources.data() / "gait"

Edit = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped tables that may be spoilt."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "gait"))


def spoil(folder: Path, name: str, line: int, edit: Edit) -> None:
    """Change one line (the header is line 1) of a table."""
    path = folder / name
    lines = path.read_text("utf-8").splitlines()
    lines[line - 1] = edit(lines[line - 1])
    path.write_text("\n".join(line for line in lines if line != "gone") + "\n", "utf-8")


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in gait_problems(folder)]


# the shipped tables


def test_the_shipped_tables_have_no_problem() -> None:
    assert gait_problems(SHIPPED) == []


def test_the_shipped_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 1_000_000


def test_every_table_is_named_in_its_provenance() -> None:
    text = (SHIPPED / "PROVENANCE.md").read_text("utf-8")
    missing = [path.name for path in SHIPPED.glob("*.csv") if f"`{path.name}`" not in text]
    assert not missing


def test_running_is_there_at_seven_speeds_and_every_stride_has_its_motion() -> None:
    tables = load_gait(SHIPPED)
    speeds = [row.speed for row in tables.strides[Gait.RUNNING]]
    assert speeds == [2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0]
    for gait, rows in tables.strides.items():
        for row in rows:
            assert set(tables.motion[gait, row.speed].angles) == set(ANGLES)


def test_values_are_those_of_the_file() -> None:
    with (SHIPPED / "kinematics_app.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    tables = load_gait(SHIPPED)
    for line in lines[::37]:
        motion = tables.motion[Gait(line["task"]), float(line["speed_m_s"])]
        at = int(line["percent"])
        assert motion.angles["hip_flexion_r"].samples[at] == float(line["hip_flexion_r"])


def test_the_spread_is_that_of_the_measured_sets_and_of_nobody_else() -> None:
    with (SHIPPED / "kinematics.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["n"] != "1"]
    tables = load_gait(SHIPPED)
    assert {*tables.spread} == {(Gait.RUNNING, speed) for speed in (2.5, 3.5, 4.5)}
    for line in lines[1::37]:
        spread = tables.spread[Gait.RUNNING, float(line["speed_m_s"])]
        value = spread.angles["knee_flexion_r"].samples[int(line["percent"])]
        assert value == float(line["knee_flexion_r_sd"])


def test_one_runners_emg_is_there_at_four_speeds_on_one_scale() -> None:
    by_speed = load_gait(SHIPPED).emg_by_speed[Gait.RUNNING]
    assert [*by_speed] == [2.0, 3.0, 4.0, 5.0]
    assert len(by_speed[2.0]) == 11
    for name in by_speed[2.0]:
        peaks = [max(table[name].mean.samples) for table in by_speed.values()]
        assert 0.4 < max(peaks) <= 1.0


def test_nobody_has_emg_of_a_sprint() -> None:
    tables = load_gait(SHIPPED)
    assert Gait.SPRINTING not in tables.emg
    assert set(tables.emg[Gait.RUNNING]) == set(tables.emg[Gait.WALKING])
    assert len(tables.emg[Gait.RUNNING]) == 13


def test_curves_are_read_once_and_only_when_asked_for(folder: Path) -> None:
    tables = load_gait(folder)
    motion = tables.motion[Gait.RUNNING, 3.0]
    (folder / "kinematics_app.csv").unlink()
    assert tables.motion[Gait.RUNNING, 3.0] is motion


def test_stages_fill_stance_and_swing() -> None:
    for borders in load_gait(SHIPPED).borders.values():
        assert len(borders) == 7
        for one, after in pairwise(borders):
            assert (one.end, after.start) in ((after.start, one.end), (1.0, 0.0))
        assert [b.stage for b in borders if b.period is Period.STANCE][-1] == "propulsion"


# broken tables


@pytest.mark.parametrize(
    ("name", "line", "edit", "problem"),
    [
        (
            "kinematics_app.csv",
            5,
            lambda text: text.replace("running,2.0,3,", "running,2.0,three,"),
            "gait/kinematics_app.csv:5: percent is 'three', not a number; write a finite number",
        ),
        (
            "kinematics_app.csv",
            5,
            lambda _: "gone",
            "gait/kinematics_app.csv:5: percent is 4 where 3 belongs; list 0 to 100 in order",
        ),
        (
            "kinematics_app.csv",
            102,
            lambda _: "gone",
            "gait/kinematics_app.csv:2: 100 rows of percent from here, 101 belong; "
            "list 0 to 100, one row each",
        ),
        (
            "grf_app.csv",
            110,
            lambda text: ",".join([*text.split(",")[:-1], "nan"]),
            "gait/grf_app.csv:110: left_vertical_bw is 'nan', not a number; write a finite number",
        ),
        (
            "grf_app.csv",
            3,
            lambda text: text + ",7",
            "gait/grf_app.csv:3: 8 cells, the header has 7; "
            "give every column a cell, one record per line",
        ),
        (
            "grf_app.csv",
            102,
            lambda text: ",".join([*text.split(",")[:-1], "9.9"]),
            "gait/grf_app.csv:102: left_vertical_bw differs from its value at 0 %; "
            "make both rows equal: the stride ends where the next begins",
        ),
        (
            "kinematics_app.csv",
            1,
            lambda text: text.replace("hip_flexion_r", "hip"),
            "gait/kinematics_app.csv:1: no column hip_flexion_r; add it to the header and the rows",
        ),
        (
            "events_app.csv",
            3,
            lambda text: text.replace("running", "hopping"),
            "gait/events_app.csv:3: task is 'hopping'; write one of running, walking, sprinting",
        ),
        (
            "events_app.csv",
            2,
            lambda text: text.replace("88.1", "90"),
            "gait/events_app.csv:2: left_toe_off_percent is 90, "
            "half a stride after the right foot is 88.1; average both sides first",
        ),
        (
            "stage_borders.csv",
            3,
            lambda text: text.replace("0.0769", "0.2"),
            "gait/stage_borders.csv: the stages of running do not fill stance and swing; "
            "let each stage start where the last ended, from 0 to 1",
        ),
        (
            "datasets.csv",
            2,
            lambda _: "gone",
            "gait/datasets.csv: no row motion_running_measured; add it: the program shows its note",
        ),
        (
            "emg_running_stance_swing.csv",
            1,
            lambda text: text.replace("soleus_sd", "soleus_spread"),
            "gait/emg_running_stance_swing.csv:1: no column soleus_sd; "
            "add it: a mean comes with its spread",
        ),
        (
            "emg_running_stance_swing.csv",
            110,
            lambda text: text.replace("swing", "float"),
            "gait/emg_running_stance_swing.csv:110: phase is 'float' where swing belongs; "
            "list 100 rows of stance, then 100 of swing",
        ),
        (
            "sim_activation_running_emg_timed.csv",
            1,
            lambda text: text.replace("percent", "time"),
            "gait/sim_activation_running_emg_timed.csv:1: no column percent; "
            "add it to the header and the rows",
        ),
        (
            "grf_app.csv",
            500,
            lambda text: text.replace("running,4.0,", "running,9.9,"),
            "gait/grf_app.csv:500: running at 9.9 m/s is not in events_app.csv; "
            "add its events or remove the row",
        ),
        (
            "muscle_paths.csv",
            2,
            lambda text: text.replace(",pelvis,", ",hip,"),
            "gait/muscle_paths.csv:2: body is 'hip'; write one of pelvis, femur, tibia, foot, toes",
        ),
        (
            "muscle_path_curves.csv",
            3,
            lambda text: text.replace(",x,", ",z,"),
            "gait/muscle_path_curves.csv:3: axis is 'z'; write x or y",
        ),
        (
            "muscle_path_curves.csv",
            4,
            lambda text: text.replace(",10,", ",-90,"),
            "gait/muscle_path_curves.csv:4: knee_flexion_deg does not ascend; "
            "sort the rows of each curve",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_remedy(
    folder: Path, name: str, line: int, edit: Edit, problem: str
) -> None:
    spoil(folder, name, line, edit)
    assert problem in told(folder)


def test_a_spoilt_spread_is_told_and_refused(folder: Path) -> None:
    path = folder / "grf.csv"
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("fukuchi2017_run_2.5"))
    spoil(folder, "grf.csv", at + 1, lambda text: text.replace(",26,0,", ",26,zero,"))
    told_ = f"gait/grf.csv:{at + 1}: percent is 'zero', not a number; write a finite number"
    assert told_ in told(folder)
    with pytest.raises(ContentError, match="percent is 'zero'"):
        load_gait(folder).spread[Gait.RUNNING, 2.5]


def test_spread_that_is_gone_is_missed(folder: Path) -> None:
    path = folder / "kinematics.csv"
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("fukuchi2017_run_3.5")]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    assert any("no rows for running at 3.5 m/s with n 26" in each for each in told(folder))


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    spoil(folder, "kinematics_app.csv", 7, lambda text: text.replace(",2.0,5,", ",2.0,x,"))
    spoil(folder, "grf_app.csv", 9, lambda text: text + ",1")
    (folder / "sim_activation_walking.csv").unlink()
    (folder / "emg_walking_stance_swing.csv").write_bytes(b"\xff\xfe")
    files = {problem.file for problem in gait_problems(folder)}
    assert files == {
        "gait/kinematics_app.csv",
        "gait/grf_app.csv",
        "gait/sim_activation_walking.csv",
        "gait/emg_walking_stance_swing.csv",
    }


def test_an_empty_folder_names_every_missing_table(tmp_path: Path) -> None:
    missing = [problem for problem in told(tmp_path) if "the file is missing" in problem]
    assert len(missing) == 9  # the rest is checked against the events, once they are there


def test_a_broken_stride_is_refused_when_it_is_asked_for(folder: Path) -> None:
    spoil(folder, "kinematics_app.csv", 5, lambda _: "gone")
    tables = load_gait(folder)
    with pytest.raises(ContentError, match="percent is 4 where 3 belongs"):
        tables.motion[Gait.RUNNING, 2.0]


def test_broken_events_are_refused_at_once(folder: Path) -> None:
    spoil(folder, "events_app.csv", 2, lambda text: text.replace("38.1", "138.1"))
    with pytest.raises(ContentError, match="toe-off is at 138"):
        load_gait(folder)
