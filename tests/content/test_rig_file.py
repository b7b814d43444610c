"""The runner's drawing: broken ones are told, not shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from anatomy_app.content.rig_file import RigError, load_rig

JOINTS = [
    {"name": "hip", "parent": None, "x": 0, "y": -888, "turn": -1},
    {"name": "knee", "parent": "hip", "x": 0, "y": -467, "turn": 1},
]
STRAND = {"xy": [0, 0, 10, 0, 10, 10], "bind": [0], "level": "333"}
SHAPE = {
    "id": "soleus", "part": "leg", "tissue": "muscle", "group": "leg", "layer": 1, "depth": 1.0,
    "role": "", "loops": [STRAND],
}  # fmt: skip


def write(folder: Path, **changes: Any) -> Path:
    drawing = {"steps": 80, "joints": JOINTS, "bindings": [[80, 40]], "shapes": [SHAPE], **changes}
    path = folder / "runner.json"
    path.write_text(json.dumps(drawing), "utf-8")
    return path


def test_a_drawing_is_read(tmp_path: Path) -> None:
    rig = load_rig(write(tmp_path))
    assert rig.bindings == ((1.0, 0.5),)
    assert rig.joint("knee").parent == 0
    assert list(rig.shapes[0].loops[0].xy) == pytest.approx([0, 0, 1, 0, 1, 1])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"joints": [JOINTS[1], JOINTS[0]]}, "knee must come after hip"),
        ({"bindings": [[80]]}, "share for each of 2 joints"),
        ({"shapes": [{**SHAPE, "loops": [{**STRAND, "level": "3"}]}]}, "soleus.*3 points"),
        ({"shapes": [{**SHAPE, "loops": [{**STRAND, "bind": [7]}]}]}, "soleus.*does not exist"),
        ({"shapes": [{**SHAPE, "tissue": "jelly"}]}, "jelly"),
    ],
)
def test_a_broken_drawing_says_what_and_where(
    tmp_path: Path, changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(RigError, match=told) as caught:
        load_rig(write(tmp_path, **changes))
    assert "runner.json" in str(caught.value)


def test_a_missing_or_cut_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(RigError, match="cannot be read"):
        load_rig(tmp_path / "nothing.json")
    path = write(tmp_path)
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(RigError, match=r"runner\.json"):
        load_rig(path)
