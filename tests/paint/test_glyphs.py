"""Glyphs of contraction lie inside the muscles that they speak of, and only on those."""

from functools import partial

import pytest
from PySide6.QtGui import QImage

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.kinds import Contraction
from anatomy_app.paint.glyphs import SHOWN, Spots, glyph_spots, paint_glyphs
from anatomy_app.paint.look import ColourMode, Snapshot, resolve_colours, resolve_glyphs
from anatomy_app.paint.theme import THEMES, Theme
from tests.paint.pictures import facts, painted, paths, plate

CON = ColourMode.CONTRACTION


def snapshot(theme: Theme, percent: float = 14) -> Snapshot:
    """Coloured by contraction at a percent of the stride."""
    known = facts(CON, percent)
    return Snapshot(theme, CON, resolve_colours(theme, CON, known),
                    glyphs=resolve_glyphs(CON, known))  # fmt: skip


def spots(view: View, number: int, scale: float) -> Spots:
    """Where the glyphs of a layer are at a scale."""
    return glyph_spots(paths(view, number), plate(view, number, scale).placing)


@pytest.mark.parametrize("scale", [0.16, 0.26, 1.0])
@pytest.mark.parametrize("view", [View.FRONT, View.BACK, View.SIDE])
def test_a_glyph_lies_inside_its_own_muscle(view: View, scale: float) -> None:
    placing, drawn = plate(view, 1, scale).placing, paths(view, 1)
    found = spots(view, 1, scale)
    for key, box in found.items():
        middle = placing.transform.inverted()[0].map(box.center())
        topmost = [region for region, path in drawn.regions if path.contains(middle)][-1]
        assert (topmost.structure, topmost.side) == key


def test_the_larger_the_picture_the_more_muscles_have_room() -> None:
    counts = [len(spots(View.BACK, 1, scale)) for scale in (0.1, 0.26, 1.0)]
    assert counts[0] < counts[1] < counts[2]


@pytest.mark.parametrize("name", THEMES)
def test_each_contraction_has_a_form_of_its_own(qapp: object, name: str) -> None:
    """The forms differ without their colours, and low has none."""
    key = ("gluteus_maximus", Side.RIGHT)
    made = {key: spots(View.BACK, 1, 0.5)[key]}
    pictures: list[QImage] = []
    for contraction in (*sorted(SHOWN), Contraction.LOW):
        look = Snapshot(THEMES[name], CON, glyphs={key: contraction})
        paint = partial(paint_glyphs, snapshot=look, spots=made)
        pictures.append(painted(400, 900, "#808080", paint))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])
    blank = painted(400, 900, "#808080", lambda painter: None)
    assert pictures[-1] == blank


def test_other_colourings_have_no_glyphs() -> None:
    assert snapshot(THEMES["light"]).glyphs
    for mode in set(ColourMode) - {CON}:
        assert resolve_glyphs(mode, facts(mode, 14)) == {}
