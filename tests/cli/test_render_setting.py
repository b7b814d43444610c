"""`render --select context:ID`: what works more or less, as the window paints it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from anatomy_app.paint.theme import THEMES
from tests.cli.conftest import Call
from tests.cli.test_render import svg_texts

BODY = ("render", "--select", "context:uphill", "--size", "500x900")


Paint = Callable[..., QImage]


@pytest.fixture
def image(call: Call, tmp_path: Path) -> Paint:
    """Runs the program and opens the picture that it writes."""

    def paint(*words: str) -> QImage:
        result = call(*words, "-o", "picture.png")
        assert (result.status, result.err) == (0, "")
        return QImage(str(tmp_path / "picture.png"))

    return paint


def colours(image: QImage) -> dict[int, int]:
    """How many pixels have each colour."""
    found: dict[int, int] = {}
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            found[image.pixel(x, y)] = found.get(image.pixel(x, y), 0) + 1
    return found


@pytest.mark.parametrize("view", ["back", "runner"])
def test_a_setting_colours_the_body(image: Paint, view: str) -> None:
    found = colours(image(*BODY, "--view", view, "--theme", "contrast"))
    theme = THEMES["contrast"]
    assert found.get(theme.colour("more").rgb(), 0) > 100
    assert found.get(theme.colour("disputed").rgb(), 0) > 100


def test_colours_that_are_asked_for_win(image: Paint) -> None:
    words = (*BODY, "--view", "runner", "--theme", "contrast", "--colour", "activity")
    found = colours(image(*words))
    assert THEMES["contrast"].colour("disputed").rgb() not in found


def test_the_legend_says_what_the_setting_has(call: Call, tmp_path: Path) -> None:
    call("render", "--view", "front", "--select", "context:uphill", "-o", "a.svg")
    texts = svg_texts(tmp_path / "a.svg")
    assert {"more", "less", "mixed, studies disagree", "not named"} <= set(texts)
    assert "other effect" not in texts
    assert "Front view, layer 1 of 4: Uphill running, what works more or less" in " ".join(texts)


def test_a_muscle_is_outlined_in_the_colours_of_activity_as_before(image: Paint) -> None:
    words = ("render", "--view", "front", "--select", "muscle:soleus", "--size", "300x600")
    assert image(*words) == image(*words, "--colour", "activity")
