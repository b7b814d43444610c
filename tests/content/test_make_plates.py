"""The tool that draws the plates gives the same bytes each time."""

import subprocess
import sys
from pathlib import Path

import pytest

from anatomy_app import resources

pytest.importorskip("pathops", reason="the tool needs skia-pathops")
pytest.importorskip("numpy", reason="the tool needs numpy")
TOOL = resources.root() / "tools" / "make_plates.py"


def test_a_view_drawn_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    drawn = []
    for folder in (tmp_path / "first", tmp_path / "second"):
        subprocess.run([sys.executable, TOOL, "--view", "sole", "--out", folder], check=True)
        drawn.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert drawn[0] == drawn[1]
    assert sorted(drawn[0]) == [f"sole-{n}.svg" for n in (1, 2, 3, 4)]
