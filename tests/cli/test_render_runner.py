"""The runner in a file: posed, coloured, named and framed as in the window, all of it shapes."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from anatomy_app.paint.theme import THEMES
from tests.cli.conftest import Call, part

SVG = "{http://www.w3.org/2000/svg}"
RUNNER = ("render", "--view", "runner")
SMALL = (*RUNNER, "--size", "400x800")
Pixels = set[tuple[int, int]]
Paint = Callable[..., QImage]
Read = Callable[..., list[str]]


@pytest.fixture
def image(call: Call, tmp_path: Path) -> Paint:
    """Renders with words and reads the picture."""

    def made(*words: str) -> QImage:
        answer = call(*words, "-o", "made.png")
        assert answer.status == 0, answer.err
        return QImage(str(tmp_path / "made.png"))

    return made


@pytest.fixture
def texts(call: Call, tmp_path: Path) -> Read:
    """Renders with words and reads the texts of the drawing."""

    def made(*words: str) -> list[str]:
        answer = call(*words, "-o", "made.svg")
        assert answer.status == 0, answer.err
        root = ElementTree.parse(tmp_path / "made.svg").getroot()
        return ["".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")]

    return made


def places(picture: QImage, colour: int) -> Pixels:
    """The pixels of exactly this colour, above the legend."""
    wide = range(picture.width())
    return {(x, y) for x in wide for y in range(640) if picture.pixel(x, y) == colour}


def inked(picture: QImage) -> Pixels:
    """The pixels of the figure: all that is not ground, above the legend."""
    ground, wide = picture.pixel(0, 0), range(picture.width())
    return {(x, y) for x in wide for y in range(640) if picture.pixel(x, y) != ground}


def test_the_runner_moves_with_the_stride(image: Paint) -> None:
    poses = [image(*SMALL, "--no-force", "--at", at) for at in ("0", "25", "60")]
    assert len({frozenset(inked(pose)) for pose in poses}) == 3
    assert image(*SMALL, "--no-force", "--at", "100") != poses[0]  # the ground's marks went on


def test_a_muscle_has_the_colour_of_its_activity(call: Call, image: Paint) -> None:
    picture = image(*SMALL, "--theme", "contrast", "--at", "12", "--no-force")
    muscles = call("at", "12", "--json").document["muscles"]
    value = part(muscles, "gluteus_maximus", "right")["activation"]
    assert isinstance(value, float)
    assert len(places(picture, THEMES["contrast"].activity_rgb(value))) > 100


def test_the_near_side_can_be_turned(image: Paint) -> None:
    """Half a stride on, the left leg does what the right one did: the same pose, mirrored."""
    right = inked(image(*SMALL, "--at", "10", "--no-force"))
    left = inked(image(*SMALL, "--at", "60", "--near", "left", "--no-force"))
    mirrored = {(399 - x, y) for x, y in left if y < 600}
    shared = mirrored & right
    assert len(shared) > 0.9 * len({at for at in right if at[1] < 600})


def test_ghosts_are_switched_on(image: Paint) -> None:
    plain = inked(image(*RUNNER, "--size", "800x800", "--at", "30"))
    trailing = inked(image(*RUNNER, "--size", "800x800", "--at", "30", "--trail"))
    assert len(trailing) > 1.3 * len(plain)
    assert min(x for x, _ in trailing) < min(x for x, _ in plain)  # behind it


def test_the_force_is_an_arrow_and_a_number_unless_it_is_switched_off(
    image: Paint, texts: Read
) -> None:
    shown, hidden = (
        image(*SMALL, "--theme", "contrast", "--at", "14", word)
        for word in ("--force", "--no-force")
    )
    assert shown != hidden
    assert image(*SMALL, "--theme", "contrast", "--at", "14") == shown
    grounded, floating, without = (
        texts(*RUNNER, *words) for words in (("--at", "14"), ("--at", "40"), ("--no-force",))
    )
    assert "Ground force: 2.5 × body weight" in grounded
    assert "Ground force: none" in floating
    assert not [text for text in without if "force" in text]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_stands_on_the_ground_of_its_theme_and_fills_its_picture(
    image: Paint, theme: str
) -> None:
    picture = image(*SMALL, "--theme", theme, "--at", "40", "--no-force")
    assert picture.pixel(0, 0) == THEMES[theme].colour("bg").rgb()
    figure = inked(picture)
    assert max(y for _, y in figure) - min(y for _, y in figure) > 560


def test_svg_is_vectors_and_text_even_where_there_is_no_data(call: Call, tmp_path: Path) -> None:
    words = ("--at", "14", "--names", "all", "--trail", "--select", "muscle:soleus")
    assert call(*RUNNER, *words, "-o", "run.svg").status == 0
    root = ElementTree.parse(tmp_path / "run.svg").getroot()
    assert not list(root.iter(f"{SVG}image"))
    assert not list(root.iter(f"{SVG}pattern"))
    assert len(list(root.iter(f"{SVG}path"))) > 200
    texts = {"".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")}
    assert {
        "Gluteus maximus",
        "Biceps femoris, long head",
        "Runner, layer 1 of 4: muscle activity, outlined: Soleus",
        "Running at 3.0 m/s (interpolated), 14 % of the stride",
        "100 % of own peak",
    } <= texts


def test_pdf_is_vectors(call: Call, tmp_path: Path) -> None:
    assert call(*SMALL, "--at", "14", "-o", "run.pdf").status == 0
    data = (tmp_path / "run.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in data
    assert b"/Pattern cs" not in data


def test_names_of_the_far_leg_are_those_seen_there_only(texts: Read) -> None:
    """The adductors are seen on the inner side of the far thigh, the quadriceps on the near one."""
    names = texts(*RUNNER, "--at", "40", "--names", "all", "--name-style", "latin")
    assert "M. gracilis" in names
    assert names.count("M. vastus lateralis") == 1


def test_a_selection_opens_its_layer_and_what_is_not_drawn_is_told(call: Call, texts: Read) -> None:
    deep = texts(*RUNNER, "--select", "muscle:piriformis")
    assert any(re.search(r"layer [234] of 4: .*outlined: Piriformis", text) for text in deep)
    answer = call(*RUNNER, "--select", "muscle:diaphragm", "-o", "x.png")
    assert answer.status == 0
    assert "is not drawn in the runner view" in answer.err


@pytest.mark.parametrize("view", ["runner", "back"])
def test_a_muscle_stands_alone_in_its_colour_though_another_covers_it(
    call: Call, image: Paint, texts: Read, view: str
) -> None:
    words = ("render", "--view", view, "--size", "400x800", "--theme", "contrast", "--at", "14")
    muscles = call("at", "14", "--json").document["muscles"]
    values = [
        part(muscles, muscle, "right")["activation"] for muscle in ("soleus", "gluteus_maximus")
    ]
    own, other = (THEMES["contrast"].activity_rgb(float(str(value))) for value in values)
    plain = image(*words)
    alone = image(*words, "--select", "muscle:soleus", "--isolate")
    assert len(places(alone, own)) > len(places(plain, own))
    assert len(places(plain, other)) > 100
    assert not places(alone, other)
    told = texts(*words, "--select", "muscle:soleus", "--isolate")
    assert any("alone: Soleus" in text for text in told)


def test_contractions_carry_their_glyphs(image: Paint) -> None:
    coloured, grouped = (
        image(*SMALL, "--at", "90", "--no-force", "--colour", colour)
        for colour in ("contraction", "group")
    )
    white = 0xFFFFFFFF
    assert len(places(coloured, white)) > len(places(grouped, white))


@pytest.mark.parametrize(
    ("colour", "words"), [("group", {"Calf", "Quadriceps"}), ("anatomy", {"muscle", "tendon"})]
)
def test_the_legend_explains_the_colours(texts: Read, colour: str, words: set[str]) -> None:
    assert words <= set(texts(*RUNNER, "--colour", colour))


def test_poses_stand_side_by_side_with_their_percents(image: Paint, texts: Read) -> None:
    shown = texts(*RUNNER, "--poses", "4")
    assert {"0 %", "25 %", "50 %", "75 %", "Contact", "Push-off"} <= set(shown)
    assert "Running at 3.0 m/s (interpolated), 0 to 75 % of the stride" in shown
    one, four = image(*RUNNER, "--size", "400x800"), image(*RUNNER, "--poses", "4")
    assert four.height() == 800
    assert four.width() > 3 * one.width()


def test_poses_of_a_stage_lie_in_it_and_plates_can_be_posed_too(texts: Read) -> None:
    shown = texts("render", "--view", "front", "--poses", "3", "--stage", "stance")
    assert {"0 %", "11.2 %", "22.4 %"} <= set(shown)
