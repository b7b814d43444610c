"""Names of a whole drawing: each structure once, where it is seen, in columns that do not cross."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QLineF, QPointF

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import PLATES, Region, View
from anatomy_app.paint.labels import FLAT, Label
from anatomy_app.paint.naming import PITCH, Spot, columns, fitting, spots
from anatomy_app.paint.plate import LayerPaths, Placing

PLACING = Placing(0.4, 400.0, 750.0, 800, 800)
TOP, BOTTOM, EDGES = 20.0, 780.0, (200.0, 600.0)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def named(library: Library, view: View, number: int = 1) -> tuple[Spot, ...]:
    """Every name of a layer; drawn structures are called by their ids."""
    hit_map = library.hit_map(view)

    def seen(x: float, y: float) -> Region | None:
        hit = hit_map.top(x, y, number)
        return hit.region if hit else None

    return spots(LayerPaths(library.layer(view, number)), library.structure_of_region, seen)


@pytest.mark.parametrize("view", PLATES)
def test_every_name_stands_once_and_points_at_its_structure(library: Library, view: View) -> None:
    found = named(library, view)
    assert len({spot.name for spot in found}) == len(found) > 5
    for spot in found:
        hit = library.hit_map(view).top(spot.x, spot.y)
        assert hit is not None
        assert library.structure_of_region(hit.structure) == spot.name


@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_both_columns_are_used_about_equally(library: Library, view: View) -> None:
    found = named(library, view)
    left = [spot for spot in found if spot.on_left]
    assert abs(2 * len(left) - len(found)) <= 2
    assert all(spot.x < 0 for spot in left)


def test_a_big_muscle_is_named_on_its_belly(library: Library) -> None:
    spot = next(spot for spot in named(library, View.FRONT) if spot.name == "rectus_femoris")
    hit = library.hit_map(View.FRONT).top(spot.x, spot.y)
    assert hit is not None
    assert hit.tissue == "muscle"


def test_too_many_names_leave_out_the_smallest_structures() -> None:
    many = [Spot(f"n{i}", 0.0, float(i), float(i), on_left=True) for i in range(10)]
    kept = fitting(many, 4 * PITCH)
    assert {spot.name for spot in kept} == {"n6", "n7", "n8", "n9"}


@pytest.mark.parametrize("view", PLATES)
def test_leaders_do_not_cross_and_names_do_not_lie_on_each_other(
    library: Library, view: View
) -> None:
    labels = columns(named(library, view), PLACING, EDGES, TOP, BOTTOM)
    for on_left in (True, False):
        column = [label for label in labels if label.on_left is on_left]
        heights = sorted(label.edge.y() for label in column)
        assert all(below - above >= PITCH - 0.01 for above, below in pairwise(heights))
        assert not [pair for pair in combinations(column, 2) if crossing(*pair)]


def crossing(one: Label, other: Label) -> bool:
    """Whether two leaders meet in their slanting parts."""
    bounded = QLineF.IntersectionType.BoundedIntersection
    kind, _ = slant(one).intersects(slant(other))
    return bool(kind is bounded)


def slant(label: Label) -> QLineF:
    return QLineF(label.edge + QPointF(FLAT if label.on_left else -FLAT, 0), label.anchor)
