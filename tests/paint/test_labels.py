"""Names beside a drawing: in a column, apart, within their room, with leaders that do not cross."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from anatomy_app.model.drawing import Region, Side, Tissue, View
from anatomy_app.paint.labels import (
    FLAT,
    PITCH,
    Label,
    Wish,
    lay_out,
    paint_labels,
    paint_leaders,
    paint_pointer_label,
)
from anatomy_app.paint.theme import DARK, LIGHT
from tests.paint.pictures import differing, having, painted, paths

TOP, BOTTOM, EDGE = 100.0, 500.0, 300.0
ROOM = int((BOTTOM - PITCH / 2 - TOP) // PITCH) + 1
heights = st.floats(0, 600)


def wishes(
    *anchors: tuple[float, float], on_left: bool = True, selected: int = -1
) -> tuple[Wish, ...]:
    """Names n0, n1 ... for anchors given as the distance beyond the knee of the leader and y."""
    turn = 1 if on_left else -1
    return tuple(
        Wish(f"n{i}", f"{i} %", QPointF(EDGE + turn * (FLAT + out), y), i == selected)
        for i, (out, y) in enumerate(anchors)
    )


def column(*anchors: tuple[float, float], on_left: bool = True) -> tuple[Label, ...]:
    return lay_out(wishes(*anchors, on_left=on_left), EDGE, TOP, BOTTOM, on_left=on_left)


anchors = st.lists(st.tuples(st.floats(1, 200), heights), max_size=14)


@given(anchors, st.booleans())
def test_every_name_has_a_place_on_the_edge_and_keeps_its_anchor(
    given: list[tuple[float, float]], on_left: bool
) -> None:
    labels = column(*given, on_left=on_left)
    asked = wishes(*given, on_left=on_left)
    assert sorted(label.name for label in labels) == sorted(wish.name for wish in asked)
    by_name = {wish.name: wish for wish in asked}
    for label in labels:
        wish = by_name[label.name]
        assert (label.value, label.anchor, label.selected) == (
            wish.value, wish.anchor, wish.selected,
        )  # fmt: skip
        assert (label.edge.x(), label.on_left) == (EDGE, on_left)


@given(anchors)
def test_names_stay_within_their_room(given: list[tuple[float, float]]) -> None:
    for label in column(*given):
        assert TOP - 1e-6 <= label.edge.y() <= BOTTOM - PITCH / 2 + 1e-6


@given(anchors.filter(lambda given: len(given) <= ROOM))
def test_names_are_a_pitch_apart_where_there_is_room(given: list[tuple[float, float]]) -> None:
    rows = sorted(label.edge.y() for label in column(*given))
    assert all(low - high >= PITCH - 1e-6 for high, low in pairwise(rows))


@given(st.lists(st.tuples(st.floats(1, 200), heights), min_size=ROOM + 1, max_size=30))
def test_where_there_is_none_they_are_spread_evenly(given: list[tuple[float, float]]) -> None:
    rows = sorted(label.edge.y() for label in column(*given))
    gaps = [low - high for high, low in pairwise(rows)]
    assert gaps == pytest.approx([gaps[0]] * len(gaps))
    assert gaps[0] > 0, "never one on another"


@given(st.lists(st.integers(0, 9), unique=True, max_size=ROOM), st.data())
def test_a_name_with_room_around_it_stands_level_with_its_muscle(
    rows: list[int], data: st.DataObject
) -> None:
    out = st.floats(1, 200)
    given = [(data.draw(out), TOP + row * (PITCH + 1)) for row in rows]
    for label in column(*given):
        assert label.edge.y() == label.anchor.y()


@given(st.lists(st.floats(TOP, BOTTOM - PITCH / 2), min_size=1, max_size=ROOM))
def test_names_make_way_no_further_than_their_number_asks_for(ys: list[float]) -> None:
    rows = sorted(label.edge.y() for label in column(*((50.0, y) for y in ys)))
    most = (len(ys) - 1) * PITCH + 1e-6
    assert all(abs(row - y) <= most for row, y in zip(rows, sorted(ys), strict=True))


@given(st.lists(heights, max_size=14))
def test_names_follow_the_heights_of_muscles_that_lie_one_below_another(ys: list[float]) -> None:
    labels = column(*((50.0, y) for y in ys))
    rows = [label.edge.y() for label in sorted(labels, key=lambda each: each.anchor.y())]
    assert rows == sorted(rows)


@given(anchors)
def test_the_layout_does_not_depend_on_the_order_of_asking(
    given: list[tuple[float, float]],
) -> None:
    lines = [
        {(label.anchor.toTuple(), label.edge.toTuple()) for label in column(*order)}
        for order in (given, given[::-1])
    ]
    ys = [y for _, y in given]
    assert lines[0] == lines[1] or len(set(ys)) < len(ys)


def leader(label: Label) -> tuple[QLineF, QLineF]:
    """The level piece and the straight one."""
    knee = label.edge + QPointF(FLAT if label.on_left else -FLAT, 0)
    return QLineF(label.edge, knee), QLineF(knee, label.anchor)


def crossing(labels: tuple[Label, ...]) -> list[tuple[str, str]]:
    """The pairs of names whose leaders meet."""
    bounded = QLineF.IntersectionType.BoundedIntersection
    return [
        (one.name, other.name)
        for one, other in combinations(labels, 2)
        if any(a.intersects(b)[0] == bounded for a in leader(one) for b in leader(other))
    ]


@given(st.lists(heights, unique=True, max_size=ROOM))
def test_leaders_to_muscles_one_below_another_do_not_cross(ys: list[float]) -> None:
    spread = [y for y in ys if all(abs(y - other) > 0.01 for other in ys if other != y)]
    assert crossing(column(*((50.0, y) for y in spread))) == []


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(0, 600)), unique=True, max_size=ROOM),
       st.booleans())  # fmt: skip
def test_leaders_never_cross(given: list[tuple[int, int]], on_left: bool) -> None:
    assert crossing(column(*given, on_left=on_left)) == []


@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_leaders_to_shipped_muscles_never_cross(view: View) -> None:
    drawn, on_left = paths(view, 1), view is View.FRONT
    largest: dict[str, Region] = {}
    for region, _ in drawn.regions:
        if region.tissue is Tissue.MUSCLE and region.side is Side.RIGHT:
            best = largest.setdefault(region.structure, region)
            largest[region.structure] = max(best, region, key=lambda each: each.area)
    legs = [
        each
        for each in largest.values()
        if each.box[3] > -900 and each.area > 1500 and max(map(abs, each.box[::2])) < 200
    ]
    scale = 0.4
    found = []
    for five in combinations(legs[:12], 5):
        points = [drawn.inner_point(region) for region in five]
        asked = [
            Wish(region.structure, "", QPointF(300 + x * scale, 720 + y * scale))
            for region, (x, y) in zip(five, points, strict=True)
        ]
        edge = 300 + (-235 if on_left else 235) * scale
        found += crossing(lay_out(asked, edge, 720 - 715 * scale, 728, on_left=on_left))
    assert found == []


@pytest.mark.gui
@pytest.mark.usefixtures("fonts")
def test_a_leader_leads_from_the_name_to_a_dot_on_the_muscle() -> None:
    labels = column((120, 200), (60, 300))
    image = painted(600, 600, DARK.bg, lambda painter: paint_leaders(painter, labels, DARK))
    ink = having(image, DARK.ink)
    for label in labels:
        x, y = int(label.anchor.x()), int(label.anchor.y())
        assert (x, y) in ink
    assert min(x for x, _ in ink) >= EDGE - 1


@pytest.mark.gui
@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("on_left", [True, False])
def test_names_stand_outside_and_the_selected_one_in_accent(on_left: bool) -> None:
    asked = wishes((120, 200), (60, 300), on_left=on_left, selected=1)
    labels = lay_out(asked, EDGE, TOP, BOTTOM, on_left=on_left)

    def paint(painter: QPainter) -> None:
        paint_labels(painter, labels, LIGHT)

    image = painted(600, 600, LIGHT.bg, paint)
    accent = {y for _, y in having(image, LIGHT.accent)}
    row = next(label.edge.y() for label in labels if label.selected)
    assert accent
    assert all(abs(y - row) < PITCH / 2 for y in accent)
    beside = {x for x, _ in having(image, LIGHT.accent)}
    assert all(x < EDGE for x in beside) if on_left else all(x > EDGE for x in beside)


@pytest.mark.gui
@pytest.mark.usefixtures("fonts")
@settings(max_examples=30)
@given(st.integers(0, 400), st.integers(0, 300), st.booleans())
def test_the_label_at_the_pointer_stays_within_the_picture(x: int, y: int, value: bool) -> None:
    bounds, margin = QRectF(50, 50, 400, 300), 50
    at = QPointF(margin + x, margin + y)
    text = "55 %" if value else ""

    def paint(painter: QPainter) -> None:
        paint_pointer_label(painter, at, "Soleus", text, bounds, LIGHT)

    ground = painted(500, 400, "#123456", lambda _: None)
    changed = list(differing(ground, painted(500, 400, "#123456", paint)))
    assert changed
    assert all(bounds.contains(QPointF(px + 0.5, py + 0.5)) for px, py in changed)
