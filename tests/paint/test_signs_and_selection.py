"""What lies over a shipped plate: outlines where the selection is, and nothing left from before."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from anatomy_app.model.drawing import Side, View
from anatomy_app.paint.labels import Label
from anatomy_app.paint.look import Snapshot, selection_keys
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.paint.selection import HALO, paint_hover, paint_selection
from anatomy_app.paint.signs import Signs
from anatomy_app.paint.theme import CONTRAST_DARK, DARK, LIGHT, Theme
from tests.paint.pictures import apart, differing, every_step, painted, paths, placing

SHOWN = (View.BACK, 1)
PLACING = placing(paths(*SHOWN).layer, 0.5)
GROUND = "#808080"


def deeper() -> tuple[LayerPaths, ...]:
    return tuple(paths(View.BACK, number) for number in (2, 3, 4))


def over(paint: Callable[[QPainter], object]) -> QImage:
    return painted(PLACING.width, PLACING.height, GROUND, paint)


def selecting(structure: str, side: Side | None = None, theme: Theme = LIGHT) -> Snapshot:
    return Snapshot(theme, selected=selection_keys((structure,), side))


def outlined(look: Snapshot) -> QImage:
    return over(lambda painter: paint_selection(painter, paths(*SHOWN), deeper(), PLACING, look))


def near(structure: str, side: Side | None, width: float) -> set[tuple[int, int]]:
    """The pixels within half a width of the structure's outline, in any layer."""

    def paint(painter: QPainter) -> None:
        for wide in (width, width / 2):  # a wide pen alone may leave a pinhole at a cusp
            pen = QPen(QColor("#000000"), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for drawn in (paths(*SHOWN), *deeper()):
                for path in drawn.of(structure, side):
                    painter.strokePath(PLACING.transform.map(path), pen)

    return set(differing(over(paint), over(lambda _: None)))


@pytest.mark.parametrize(
    ("side", "theme"), [(Side.RIGHT, LIGHT), (Side.LEFT, DARK), (None, CONTRAST_DARK)]
)
@pytest.mark.parametrize("structure", ["gastrocnemius_medial", "soleus", "gluteus_medius"])
def test_the_selection_is_outlined_in_accent_and_nothing_else_is_touched(
    structure: str, side: Side | None, theme: Theme
) -> None:
    image = outlined(selecting(structure, side, theme))
    changed = set(differing(image, over(lambda _: None)))
    assert changed
    assert changed <= near(structure, side, HALO + 3)
    accent = QColor(theme.accent).rgb()
    for path in paths(*SHOWN).of(structure, side):
        pixels = PLACING.transform.map(path)
        spots = [pixels.pointAtPercent(step / 60) for step in range(60)]
        hit = [spot for spot in spots if touched(image, spot, accent)]
        assert len(hit) > 0.9 * len(spots)


def touched(image: QImage, spot: QPointF, colour: int) -> bool:
    """Whether a pixel at the spot is mostly of a colour."""
    x, y = int(spot.x()), int(spot.y())
    around = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return any(image.valid(*at) and apart(image.pixel(*at), colour) < 60 for at in around)


def test_without_a_selection_nothing_is_painted() -> None:
    assert outlined(Snapshot(LIGHT)) == over(lambda _: None)
    assert outlined(selecting("no_such_muscle")) == over(lambda _: None)


def test_hovering_outlines_one_side() -> None:
    look = Snapshot(LIGHT, hovered=("soleus", Side.LEFT))
    image = over(lambda painter: paint_hover(painter, paths(*SHOWN), PLACING, look))
    changed = set(differing(image, over(lambda _: None)))
    assert changed
    assert changed <= near("soleus", Side.LEFT, 4.5)


def label(name: str, x: float, y: float, value: str = "") -> Label:
    return Label(name, value, QPointF(x, y), QPointF(20, y - 5), on_left=True, selected=False)


@cache
def scenes() -> tuple[tuple[Snapshot, tuple[Label, ...]], ...]:
    """Selections and labels to go through."""
    one, other = (label("Soleus", 90, 700),), (label("Soleus", 90, 640), label("Calf", 80, 760))
    return (
        (Snapshot(LIGHT), ()),
        (Snapshot(LIGHT), one),
        (Snapshot(DARK), one),
        (selecting("soleus"), one),
        (selecting("soleus", Side.LEFT), other),
        (selecting("gluteus_medius"), ()),
        (selecting("gluteus_medius", None, DARK), other),
    )


def signs() -> Signs:
    return Signs(paths(*SHOWN), deeper, PLACING, QFont())


@cache
def fresh(which: int) -> QImage:
    return over(lambda painter: signs().paint(painter, *scenes()[which]))


def test_no_sign_remembers_what_was_shown_before() -> None:
    kept = signs()
    for which in every_step(len(scenes())):
        look, labels = scenes()[which]
        image = over(partial(kept.paint, snapshot=look, labels=labels))
        assert image == fresh(which), which


def test_another_value_beside_a_name_moves_no_sign() -> None:
    kept, look = signs(), selecting("soleus")
    before, after = (
        over(partial(kept.paint, snapshot=look, labels=[label("S", 9, 9, value)]))
        for value in ("14 %", "15 %")
    )
    assert before == after


def test_the_signs_are_the_outlines_they_keep() -> None:
    look = replace(selecting("soleus"), ghosts=False)
    image = over(lambda painter: signs().paint(painter, look, ()))
    whole = outlined(look)
    apart_at_most = max(
        (apart(image.pixel(*at), whole.pixel(*at)) for at in differing(image, whole)), default=0
    )
    assert apart_at_most <= 2, "but for the rounding of half covered pixels"


def test_a_placing_is_where_the_outline_lies() -> None:
    moved = Placing(0.5, PLACING.x + 10, PLACING.y, PLACING.width, PLACING.height)
    look = selecting("gluteus_medius")
    here, there = (
        over(partial(paint_selection, paths=paths(*SHOWN), deeper=(), placing=at, snapshot=look))
        for at in (PLACING, moved)
    )
    plain = over(lambda _: None)
    shifted = {(x + 10, y) for x, y in differing(here, plain)}
    assert shifted == set(differing(there, plain))
