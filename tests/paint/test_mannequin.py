"""The picture of an exercise."""

from collections import Counter

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from anatomy_app.content.library import Library
from anatomy_app.paint.mannequin import STRONG, WEAK, body_grey, paint_mannequin
from anatomy_app.paint.theme import LIGHT, THEMES, Theme

LIBRARY = Library()
WIDE, HIGH = 260, 200


def painted(
    id_: str, seconds: float | None = None, theme: Theme = LIGHT, *, ghost: bool = True,
    quiet: bool = True,
) -> QImage:  # fmt: skip
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(theme.colour("sunk"))
    motion = LIBRARY.motion(id_)
    assert motion is not None
    painter = QPainter(image)
    paint_mannequin(
        painter, LIBRARY, motion, seconds, QRectF(20, 10, WIDE - 40, HIGH - 20), theme,
        ghost=ghost, quiet=quiet,
    )  # fmt: skip
    painter.end()
    return image


def colours(image: QImage) -> Counter[str]:
    return Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )


def activity(theme: Theme, value: float) -> str:
    return QColor.fromRgb(theme.activity_rgb(value)).name()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_body_is_grey_and_what_works_is_lit(theme: Theme) -> None:
    found = colours(painted("squat", theme=theme))
    assert found[body_grey(theme).name()] > 300
    assert found[activity(theme, STRONG)] > 40  # quadriceps
    assert found[activity(theme, WEAK)] > 10  # hamstrings


def test_a_thumbnail_shows_the_start_pose_behind() -> None:
    both, alone = painted("squat"), painted("squat", ghost=False)
    assert colours(both) != colours(alone)
    head_of_the_start = min(
        y for y in range(HIGH) for x in range(WIDE) if both.pixel(x, y) != alone.pixel(x, y)
    )
    assert head_of_the_start < 30


def test_it_moves() -> None:
    assert painted("squat", 0.0) != painted("squat", 1.5)


def test_a_held_exercise_stands_still() -> None:
    assert painted("plank", 0.0) == painted("plank", 7.0)


def test_a_step_to_the_other_side_is_its_mirror_image() -> None:
    steps = LIBRARY.motion("band_side_step")
    assert steps is not None
    first, second = painted("band_side_step", 1.0), painted("band_side_step", 1.0 + steps.duration)
    low = HIGH - 22
    feet = [
        [x for x in range(WIDE) if image.pixelColor(x, low) != LIGHT.colour("sunk")]
        for image in (first, second)
    ]
    assert feet[0] != feet[1]


def test_nothing_is_painted_beside_the_box() -> None:
    for id_ in ("rowing", "calf_stretch", "swimming", "bounding"):
        image = painted(id_)
        for y in range(HIGH):
            assert image.pixelColor(5, y) == LIGHT.colour("sunk"), id_
            assert image.pixelColor(WIDE - 5, y) == LIGHT.colour("sunk"), id_


def test_a_picture_that_is_not_quiet_has_the_lines_of_muscles() -> None:
    assert len(colours(painted("squat", quiet=False))) > len(colours(painted("squat")))


@pytest.mark.parametrize("id_", ["short_foot", "ankle_eversion_band"])
def test_a_foot_fills_its_picture(id_: str) -> None:
    grey = colours(painted(id_))[body_grey(LIGHT).name()]
    assert grey > 0.08 * WIDE * HIGH
