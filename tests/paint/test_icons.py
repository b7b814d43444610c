"""Icons: each paints something, within its box, in the colour it is given."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage

from anatomy_app.paint.icons import STROKES, icon, icon_path, paint_icon
from tests.paint.pictures import differing, having, painted, words

GROUND, INK = "#FFFFFF", "#0B5CAD"
names = pytest.mark.parametrize("name", STROKES)


def picture(name: str, box: QRectF, size: int = 64) -> QImage:
    return painted(size, size, GROUND, lambda painter: paint_icon(painter, name, box, QColor(INK)))


def inked(image: QImage) -> set[tuple[int, int]]:
    return set(differing(image, painted(image.width(), image.height(), GROUND, lambda _: None)))


@names
def test_an_icon_paints_something_inside_its_box(name: str) -> None:
    pixels = inked(picture(name, QRectF(24, 24, 16, 16)))
    assert len(pixels) > 10
    assert all(24 <= x < 40 and 24 <= y < 40 for x, y in pixels)


@names
def test_a_larger_box_centres_the_icon_and_a_smaller_one_shrinks_it(name: str) -> None:
    assert picture(name, QRectF(14, 14, 36, 36)) == picture(name, QRectF(24, 24, 16, 16))
    small = inked(picture(name, QRectF(28, 28, 8, 8)))
    assert small
    assert all(27 <= x < 37 and 27 <= y < 37 for x, y in small)


def test_no_two_icons_look_alike() -> None:
    looks = {bytes(words(picture(name, QRectF(24, 24, 16, 16)))) for name in STROKES}
    assert len(looks) == len(STROKES)


def test_play_is_filled_and_in_the_colour_asked_for() -> None:
    assert (32, 32) in having(picture("play", QRectF(24, 24, 16, 16)), INK)


def test_there_is_no_icon_of_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        icon_path("unicorn")


@pytest.mark.gui
@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_for_a_button_is_sixteen_pixels_on_any_screen(ratio: float) -> None:
    made = icon("search", QColor(INK), ratio)
    assert isinstance(made, QIcon)
    (size,) = made.availableSizes()
    assert size == QSize(round(16 * ratio), round(16 * ratio))
    image = made.pixmap(QSize(16, 16), ratio).toImage()
    assert any(
        image.pixelColor(x, y).alpha() > 200
        for x in range(image.width())
        for y in range(image.height())
    )
