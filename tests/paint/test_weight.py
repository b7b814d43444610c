"""Lines are clean on a small figure and fine on a large one, on any kind of paper."""

from dataclasses import replace
from itertools import takewhile

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from anatomy_app.model.drawing import View
from anatomy_app.paint.look import ColourMode, Snapshot
from anatomy_app.paint.plate import Plate
from anatomy_app.paint.theme import CONTRAST, LIGHT, THEMES
from anatomy_app.paint.weight import (
    contour_width,
    fine_strength,
    fine_width,
    outline_width,
    quiet_width,
)
from tests.paint.pictures import colours, painted, paths, plate

SMALL, WINDOW, LARGE, ENLARGED = 0.16, 0.26, 1.7, 4.2  # pixels per millimetre


def test_lines_grow_with_the_figure_but_more_slowly() -> None:
    for width in (
        lambda size: outline_width(size, LIGHT.outline_width),
        contour_width,
        lambda size: fine_width(size, 0.55),
    ):
        sizes = [width(size) for size in (SMALL, WINDOW, LARGE, ENLARGED)]
        assert sizes == sorted(sizes)
        assert sizes[-1] / sizes[1] < ENLARGED / WINDOW / 2


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_muscle_is_outlined_by_at_least_what_the_theme_asks(theme: object) -> None:
    for size in (0.05, SMALL, WINDOW, LARGE):
        assert outline_width(size, CONTRAST.outline_width) >= CONTRAST.outline_width
    assert outline_width(WINDOW, LIGHT.outline_width) == pytest.approx(LIGHT.outline_width)


def test_firm_lines_of_bones_and_tendons_are_finer_on_a_small_figure() -> None:
    """Those of a foot would run into a clot; large, they are as firm as those of muscles."""
    firm = CONTRAST.outline_width
    assert 0.5 <= quiet_width(SMALL, firm) <= firm / 2
    assert quiet_width(LARGE, firm) == outline_width(LARGE, firm)
    assert quiet_width(SMALL, LIGHT.outline_width) == outline_width(SMALL, LIGHT.outline_width)


def share_of_black(drawn: Plate, left: float, top: float, right: float, bottom: float) -> float:
    """How much of a box in mm is black in high contrast."""
    look = Snapshot(CONTRAST, ColourMode.ANATOMY, colours=colours(CONTRAST, 14))
    place = drawn.placing
    image = painted(place.width, place.height, CONTRAST.bg, lambda p: drawn.paint(p, look))
    xs = range(round(place.x + left * place.scale), round(place.x + right * place.scale))
    ys = range(round(place.y + top * place.scale), round(place.y + bottom * place.scale))
    dark = [image.pixelColor(x, y).lightness() < 100 for y in ys for x in xs]
    return sum(dark) / len(dark)


def test_a_small_foot_is_no_clot_of_lines_in_high_contrast() -> None:
    assert share_of_black(plate(View.FRONT, 1, SMALL), -110, -110, -50, -40) < 0.6


def test_fibres_come_out_as_the_figure_grows() -> None:
    assert fine_strength(0.05) < fine_strength(SMALL) < fine_strength(WINDOW) == 1.0


def contour(image: QImage, drawn: Plate, y: int) -> int:
    """Pixels of line beside the body, from the left, in a row of the picture."""
    ground, body = QColor(LIGHT.bg).lightness(), drawn.paths.body
    beside = takewhile(
        lambda x: not body.contains(QPointF(*drawn.placing.to_drawing(QPointF(x, y)))),
        range(image.width()),
    )
    return sum(image.pixelColor(x, y).lightness() < ground - 30 for x in beside)


@pytest.mark.parametrize(("size", "least", "most"), [(WINDOW, 1, 2), (LARGE, 2, 4)])
def test_the_body_has_a_contour_that_fits_its_size(size: float, least: int, most: int) -> None:
    """Measured across the forearm of a plate as it is painted in a window."""
    drawn = plate(View.BACK, 1, size)
    look = Snapshot(LIGHT, ColourMode.ANATOMY, colours=colours(LIGHT, 14))
    place = drawn.placing
    image = painted(place.width, place.height, LIGHT.bg, lambda p: drawn.paint(p, look))
    assert least <= contour(image, drawn, round(place.y - 1050 * size)) <= most


def test_a_sheet_in_units_has_the_lines_of_its_pixels() -> None:
    """Painted four times as large, and laid out in units of four pixels: the same picture."""
    at, look = plate(View.SIDE, 1, 1.0), Snapshot(LIGHT, colours=colours(LIGHT, 14))
    place = at.placing
    in_units = replace(place, scale=0.25, x=place.x / 4, y=place.y / 4, unit=4.0)
    pictures = []
    for placing, scale in ((place, 1.0), (in_units, 4.0)):
        made = Plate(paths(View.SIDE, 1), placing)

        def paint(painter, made=made, scale=scale):  # type: ignore[no-untyped-def]
            painter.scale(scale, scale)
            made.paint_vector(painter, Snapshot(look.theme, ColourMode.ANATOMY))

        pictures.append(painted(place.width, place.height, LIGHT.bg, paint))
    direct, laid_out = pictures
    different = sum(
        abs(direct.pixelColor(x, y).lightness() - laid_out.pixelColor(x, y).lightness()) > 12
        for x in range(0, direct.width(), 3)
        for y in range(0, direct.height(), 3)
    )
    assert different < direct.width() * direct.height() / 9 * 0.001
