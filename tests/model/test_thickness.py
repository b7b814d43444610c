"""How thick an outline is: the largest circle inside it, however it lies."""

from array import array
from math import cos, sin

import pytest

from anatomy_app.model.drawing import Outline, Region, Side, Tissue
from anatomy_app.model.thickness import thickest


def bar(length: float, width: float, turned: float) -> Region:
    """A straight bar of millimetres around (10, -20), turned by radians."""
    ends = [(-length, -width), (length, -width), (length, width), (-length, width)]
    corners = [
        (
            10 + (x * cos(turned) - y * sin(turned)) / 2,
            -20 + (x * sin(turned) + y * cos(turned)) / 2,
        )
        for x, y in ends
    ]
    points = [*corners[0]]
    for x, y in (*corners[1:], corners[0]):
        points += [*points[-2:], x, y, x, y]
    xs, ys = zip(*corners, strict=True)
    box = (min(xs), min(ys), max(xs), max(ys))
    return Region("soleus", Side.RIGHT, Tissue.MUSCLE, 0, Outline((array("d", points),)), box)


@pytest.mark.parametrize("turned", [0.0, 0.3, 0.8, 1.57, 2.4])
def test_a_bar_is_as_thick_as_it_is_wide_however_it_lies(turned: float) -> None:
    thick = thickest(bar(80, 6, turned))
    assert thick.across == pytest.approx(6, rel=0.05)
    along = (thick.x - 10) * cos(turned) + (thick.y + 20) * sin(turned)
    aside = (thick.y + 20) * cos(turned) - (thick.x - 10) * sin(turned)
    assert abs(along) < 40
    assert abs(aside) < 1
