"""`check` names every mistake of a folder at once: where it is, what it is, what to do."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from anatomy_app import resources
from tests.cli.conftest import Answer, Call

PROBLEM = re.compile(r"[^:\n]+(:\d+)?: [^\n]+; [^\n]+")
MINE = """
[[structure]]
id = "my_muscle"
name = "My muscle"
kind = "muscle"
shelf = "calf"
region = "leg"
stance = "It works."
swing = "It rests."
sources = ["gray2021"]
drawn = ["soleus"]
curves = { emg = ["soleus"], running = "measured", show = true }
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" data-view="front"
 data-layer="1"><g data-list="body"><path data-role="body" d="M0 0H90V90Z"/></g>
<g data-list="regions"><path data-structure="soleus" data-side="right" data-tissue="muscle"
 data-depth="0" d="M0 0H50V50Z"/></g></svg>
"""


def problems(answer: Answer) -> list[str]:
    """The lines of a check that failed."""
    assert answer.status == 1, answer.out
    lines = answer.out.splitlines()
    assert all(PROBLEM.fullmatch(line) for line in lines), lines
    count = f"{len(lines)} problem{'s' * (len(lines) > 1)}"
    assert answer.err.startswith(f"anatomy-app: {count} in ")
    return lines


@pytest.fixture
def additions(tmp_path: Path) -> Path:
    """A user's folder with one muscle, made to stand over the shipped content."""
    folder = tmp_path / "mine"
    (folder / "structures").mkdir(parents=True)
    (folder / "structures" / "leg.toml").write_text(MINE)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all the shipped tables and curves."""
    return Path(shutil.copytree(resources.data(), tmp_path / "copy"))


def plant(path: Path, old: str, new: str) -> int:
    """Replace the first place with the old words; its line."""
    text = path.read_text("utf-8")
    place = text.index(old)
    path.write_text(text[:place] + new + text[place + len(old) :], "utf-8")
    return text[:place].count("\n") + 1


def test_the_shipped_content_is_clean_and_agrees_with_the_drawings(call: Call) -> None:
    answer = call("check")
    assert answer.status == 0, answer.out
    assert answer.out.startswith("No problem in tables (")
    assert "gait curves (" in answer.out
    assert "drawings (" in answer.out


def test_additions_may_lean_on_the_shipped_content(call: Call, additions: Path) -> None:
    assert call("check", "mine").out == "No problem in tables (mine).\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "muscle"', 'kind = "musle"', "kind cannot be 'musle'; did you mean 'muscle'?"),
        ('"gray2021"', '"grey2021"', "there is no source 'grey2021'; did you mean 'gray2021'?"),
        ('shelf = "calf"', 'shelf = "clf"', "there is no shelf 'clf'; did you mean 'calf'?"),
        ('drawn = ["soleus"]', 'drawn = ["soleos"]', "no drawing has a region 'soleos'; did you"),
        ('emg = ["soleus"]', 'emg = ["sole"]', "the gait tables lack sole; name columns that"),
        ('region = "leg"', "region = 3", "region holds a whole number; write text"),
        ('stance = "It works."', "", "stance is missing; add stance = ..."),
        ('swing = "It rests."', 'swing = ""', "swing is empty; say it, or leave the record out"),
        ('sources = ["gray2021"]', "sources = []", "a claim without a source; name at least one"),
        ('name = "My', 'nmae = "My', "unknown key 'nmae'; did you mean 'name'?"),
        ('id = "my_muscle"', 'id = "My Muscle"', "'My Muscle' cannot be an id; write it with"),
        ("[[structure]]", "[[structure]", "not TOML: "),
    ],
)
def test_a_mistake_in_a_table_is_named_with_its_line(
    call: Call, additions: Path, old: str, new: str, told: str
) -> None:
    line = plant(additions / "structures" / "leg.toml", old, new)
    found = problems(call("check", "mine"))
    here = [each for each in found if told in each]
    assert here, found
    assert re.match(rf"mine/structures/leg\.toml:({line}|{line - 1}|2):", here[0])


def test_all_mistakes_are_told_together(call: Call, copy: Path) -> None:
    plant(copy / "injuries.toml", 'sources    = ["willy2019"', 'sources    = ["wily2019"')
    plant(copy / "stages.toml", "easy           = [0, 39]", "easy           = [0, 139]")
    plant(copy / "gait" / "kinematics_app.csv", "\nrunning,2.0,0,", "\nrunning,2.0,x,")
    (copy / "lay_terms.toml").unlink()
    (copy / "notes.toml").write_text("")
    found = "\n".join(problems(call("check", "copy")))
    for file in ("injuries.toml:", "stages.toml:", "gait/kinematics_app.csv:2:", "notes.toml:"):
        assert f"copy/{file}" in found
    assert "copy: the folder lacks lay_terms.toml" in found


def test_a_whole_folder_does_not_lean_on_the_shipped_content(call: Call, copy: Path) -> None:
    (copy / "structures" / "lower_leg.toml").unlink()
    found = problems(call("check", "copy"))
    assert any("there is no structure 'soleus'" in each for each in found)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("events_app.csv", "0.766", "soon", "stride_time_s is 'soon', not a number"),
        ("stage_borders.csv", "midstance", "midstnce", "there is no stage 'midstnce'; did you"),
        ("datasets.csv", "mileti2020", "miletti2020", "there is no source 'miletti2020'; did you"),
        ("emg_running_stance_swing.csv", "soleus_mean", "sole_mean", "no column sole_sd"),
    ],
)
def test_a_mistake_in_the_gait_tables_is_named(
    call: Call, copy: Path, file: str, old: str, new: str, told: str
) -> None:
    plant(copy / "gait" / file, old, new)
    assert any(told in each for each in problems(call("check", "copy")))


def test_a_curve_that_the_gait_tables_lost_is_named_at_its_muscle(call: Call, copy: Path) -> None:
    table = copy / "gait" / "emg_running_stance_swing.csv"
    table.write_text(table.read_text("utf-8").replace("soleus_", "sole_"), "utf-8")
    found = problems(call("check", "copy"))
    assert any(
        re.match(r"copy/structures/lower_leg\.toml:\d+: structure 'soleus': .* lack soleus;", each)
        for each in found
    )


def draw(folder: Path, change: Callable[[str], str] = str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "front-1.svg").write_text(change(DRAWING))


def test_a_folder_of_drawings_is_checked(call: Call, tmp_path: Path) -> None:
    draw(tmp_path / "svg")
    assert call("check", "svg").out == "No problem in drawings (svg).\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("soleus", "soleos", "structure 'soleos' is unknown; did you mean 'soleus'?"),
        ('data-side="right"', 'data-side="rihgt"', "rihgt"),
        ('viewBox="0 0 100 100"', "", "has no usable viewBox"),
        ('data-role="body"', 'data-role="bdoy"', "bdoy"),
        ("</svg>", "<script/></svg>", "<script> is not allowed in a drawing"),
        ("</svg>", "", "is not well-formed XML"),
        ("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', "has a document type or entities"),
    ],
)
def test_a_mistake_in_a_drawing_is_named(
    call: Call, tmp_path: Path, old: str, new: str, told: str
) -> None:
    draw(tmp_path / "svg", lambda text: text.replace(old, new, 1))
    found = problems(call("check", "svg"))
    assert any(told in each for each in found), found
    assert all(each.startswith("svg/front-1.svg:") for each in found)


def test_a_missing_plate_is_named(call: Call, tmp_path: Path) -> None:
    shutil.copytree(resources.root() / "assets", tmp_path / "all" / "assets")
    (tmp_path / "all" / "assets" / "svg" / "sole-4.svg").unlink()
    found = problems(call("check", "all"))
    assert found == ["all/assets/svg/sole-4.svg: this drawing is missing; draw it or restore it"]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("nowhere", "nowhere: no such folder; name a content folder"),
        ("file", "file: this is a file, not a folder; name a content folder"),
        ("empty", "empty: there is no content in it; name a folder with content tables"),
    ],
)
def test_a_place_without_content_is_told(call: Call, tmp_path: Path, place: str, told: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()
    (line,) = problems(call("check", place))
    assert line.startswith(told)


def test_bytes_of_any_kind_are_told(call: Call, additions: Path) -> None:
    (additions / "stages.toml").write_bytes(b"\xff\x00\xfe")
    (additions / "injuries.toml").mkdir()
    (additions / "quiz.toml").symlink_to(additions / "quiz.toml")
    found = "\n".join(problems(call("check", "mine")))
    for file in ("stages.toml", "injuries.toml", "quiz.toml"):
        assert f"mine/{file}" in found
