"""The tables of how exercises stand: broken ones are told, not shown."""

import shutil
from pathlib import Path

import pytest

from anatomy_app.content.library import Library
from anatomy_app.content.motion_files import load_front_poses, load_placements
from anatomy_app.content.rig_file import RigError

SHIPPED = Path(__file__).parents[2] / "data" / "exercises"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("placement.csv", "mid_poses.csv", "front_poses.json"):
        shutil.copy(SHIPPED / name, tmp_path)
    return tmp_path


def test_metres_up_become_millimetres_down(folder: Path) -> None:
    squat = load_placements(folder)["squat"]
    assert squat.end.root == pytest.approx((-206.0, -538.0))
    assert squat.anchors == ("both_feet",)
    assert (squat.out, squat.hold, squat.back) == (2.0, 0.0, 1.0)


def test_further_rows_come_from_a_second_table(folder: Path) -> None:
    head, row, *_ = (folder / "placement.csv").read_text("utf-8").splitlines()
    more = row.replace("squat,", "air_squat,", 1)
    (folder / "placement_more.csv").write_text(f"{head}\n{more}\n", "utf-8")
    found = load_placements(folder)
    assert found["air_squat"].end.root == found["squat"].end.root


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("-0.206,0.538", "-0.206,low", "squat"),
        (",both_feet,", ",both_elbows,", "both_elbows"),
        ("root_start_x_m", "root_x", "root_start_x_m"),
        ('{""type"":""box""', '{""type"":', "box_squat"),
    ],
)
def test_a_broken_table_is_told(folder: Path, old: str, new: str, told: str) -> None:
    path = folder / "placement.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(RigError, match=told):
        load_placements(folder)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(RigError, match=r"placement\.csv|mid_poses\.csv"):
        load_placements(tmp_path)


def test_a_front_pose_without_a_joint_is_told(folder: Path) -> None:
    path = folder / "front_poses.json"
    path.write_text(path.read_text("utf-8").replace('"shank_l":', '"thigh_l":', 1), "utf-8")
    with pytest.raises(RigError, match="knee_l"):
        load_front_poses(path, Library().front_rig)
