"""The outline of a selection: solid where it is seen, dashed where something hides it."""

from array import array

from PySide6.QtGui import QImage, QPainter

from anatomy_app.model.drawing import Layer, Outline, Region, Side, Tissue, View
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.paint.selection import paint_hover, paint_selection
from anatomy_app.paint.theme import LIGHT

PLACING = Placing(1.0, 0.0, 0.0, 200, 100)
ACCENT, INK = LIGHT.colour("accent").rgb(), LIGHT.colour("ink").rgb()


def box(left: float, top: float, right: float, bottom: float) -> Outline:
    """A rectangle as cubic loops."""
    corners = ((right, top), (right, bottom), (left, bottom), (left, top))
    loop = array("f", (left, top))
    for x, y in corners:
        last = (loop[-2], loop[-1])
        loop.extend((*last, x, y, x, y))
    return Outline((loop,))


def layer(number: int, *widths: tuple[str, Side, float, float]) -> LayerPaths:
    """A layer with a band for each structure, from x to x, 80 pixels high."""
    regions = tuple(
        Region(name, side, Tissue.MUSCLE, depth, box(x, 10, end, 90), (x, 10, end, 90))
        for depth, (name, side, x, end) in enumerate(widths)
    )
    return LayerPaths(Layer(View.FRONT, number, (0, 0, 200, 100), box(0, 0, 200, 100), regions))


def painted(
    shown: LayerPaths, *others: LayerPaths, side: Side | None = None, hover: bool = False
) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(LIGHT.colour("body"))
    painter = QPainter(image)
    key = ("soleus", side)
    if hover:
        paint_hover(painter, shown, PLACING, Snapshot(LIGHT, hovered=key))
    else:
        paint_selection(painter, shown, others, PLACING, Snapshot(LIGHT, selected=frozenset({key})))
    painter.end()
    return image


def share(image: QImage, x: int, colour: int) -> float:
    """How much of a vertical edge at x has a colour."""
    rows = range(20, 80)
    return sum(any(image.pixel(at, y) == colour for at in (x - 1, x)) for y in rows) / len(rows)


def test_a_visible_structure_has_a_whole_outline_with_a_halo() -> None:
    image = painted(layer(1, ("soleus", Side.RIGHT, 40, 80)))
    assert share(image, 40, ACCENT) == share(image, 80, ACCENT) == 1
    assert share(image, 60, ACCENT) == 0
    halo = [image.pixel(x, 50) for x in (38, 41)]
    assert all(colour not in (LIGHT.colour("body").rgb(), ACCENT) for colour in halo)


def test_a_hidden_part_is_dashed() -> None:
    shown = layer(1, ("soleus", Side.RIGHT, 40, 60))
    image = painted(shown, layer(2, ("soleus", Side.RIGHT, 40, 120)))
    assert share(image, 60, ACCENT) == 1
    assert share(image, 40, ACCENT) == 1
    dashes = [image.pixel(120, y) for y in range(20, 80)]
    halo = LIGHT.colour("bg").rgb()
    assert len(set(dashes)) > 1, "dashes leave the halo to be seen"
    assert halo in dashes


def test_a_structure_that_is_quite_hidden_is_dashed_where_least_hides_it() -> None:
    shown = layer(1, ("gastrocnemius", Side.RIGHT, 20, 150))
    some, most = (layer(n, ("soleus", Side.RIGHT, 40, end)) for n, end in ((2, 90), (3, 120)))
    image = painted(shown, some, most)
    plain = LIGHT.colour("body").rgb()
    assert image.pixel(120, 50) != plain
    assert image.pixel(90, 50) == plain


def test_a_layer_above_adds_nothing() -> None:
    shown = layer(2, ("soleus", Side.RIGHT, 40, 120))
    above = layer(1, ("soleus", Side.RIGHT, 40, 60))
    assert painted(shown, above) == painted(shown)


def test_one_side_or_both() -> None:
    both = layer(1, ("soleus", Side.RIGHT, 20, 60), ("soleus", Side.LEFT, 120, 160))
    one = painted(both, side=Side.LEFT)
    assert share(one, 120, ACCENT) == 1
    assert share(one, 20, ACCENT) == 0
    assert share(painted(both), 20, ACCENT) == share(painted(both), 120, ACCENT) == 1


def test_hover_is_a_line_of_ink() -> None:
    image = painted(layer(1, ("soleus", Side.RIGHT, 40, 80)), hover=True)
    assert image.pixel(40, 50) != LIGHT.colour("body").rgb()
    assert share(image, 40, ACCENT) == 0
