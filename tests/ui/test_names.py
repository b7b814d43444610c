"""Names beside the body: which of them, where, and that their leaders never cross."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from anatomy_app.model.drawing import Side, View
from anatomy_app.paint.labels import FLAT, Label
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.label_buttons import LabelButton
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.stage_captions import caption
from anatomy_app.ui.stage_layout import CAPTION, GAP
from anatomy_app.ui.theming import SMALL, font
from tests.ui.conftest import Open
from tests.ui.driving import SHIFT, distance, go_to, picture, press, select, settle, view_of

MODES = ("off", "active", "selected", "group", "all")
Key = Qt.Key


def labels(window: MainWindow, view: View = View.BACK) -> tuple[Label, ...]:
    """The labels that a view shows."""
    return view_of(window, view)._labels


def keys(window: MainWindow, view: View = View.BACK) -> set[str]:
    """The structures that are named."""
    return {label.key for label in labels(window, view)}


def show(window: MainWindow, mode: str) -> None:
    """Choose which names are shown."""
    window.session.preferences.put("names", mode)
    settle()


def rest(window: MainWindow) -> None:
    """Wait until an enlarged stage has come to rest."""
    QTest.qWait(120)
    settle()


def pieces(label: Label) -> tuple[QLineF, QLineF]:
    """The level and the straight piece of a leader."""
    knee = label.edge + QPointF(FLAT if label.on_left else -FLAT, 0)
    return QLineF(label.edge, knee), QLineF(knee, label.anchor)


def crossing(some: tuple[Label, ...]) -> list[tuple[str, str]]:
    """The pairs of names whose leaders meet."""
    bounded = QLineF.IntersectionType.BoundedIntersection
    return [
        (one.key, other.key)
        for one, other in combinations(some, 2)
        if any(a.intersects(b)[0] == bounded for a in pieces(one) for b in pieces(other))
    ]


def assert_in_order(window: MainWindow) -> None:
    """No leader crosses another, no name lies on another, each within its view."""
    for view in window.centre.stage.views:
        assert crossing(view._labels) == []
        boxes = [
            label.box(QFontMetricsF(font(SMALL))).adjusted(1, 1, -1, -1) for label in view._labels
        ]
        assert not [1 for one, other in combinations(boxes, 2) if one.intersects(other)]
        assert all(QRectF(view.rect()).contains(box) for box in boxes)


def test_nothing_is_named_when_names_are_off(window: MainWindow) -> None:
    select(window, "soleus")
    show(window, "off")
    assert all(not view._labels for view in window.centre.stage.views)


def test_the_selected_alone_is_named(window: MainWindow) -> None:
    show(window, "selected")
    assert keys(window) == set()
    select(window, "soleus")
    assert keys(window) == keys(window, View.FRONT) == {"soleus"}
    assert all(label.selected for label in labels(window))


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_leader_of_the_selected_ends_on_the_selected_side(
    window: MainWindow, side: Side
) -> None:
    show(window, "selected")
    select(window, "soleus", side)
    back = view_of(window, View.BACK)
    assert back.hits(labels(window)[0].anchor)[0].side is side


def test_the_group_of_the_selected_is_named(window: MainWindow) -> None:
    show(window, "group")
    select(window, "soleus")
    assert keys(window) == {"soleus", "gastrocnemius_medial", "gastrocnemius_lateral"}
    select(window, "hamstrings")
    assert {"semitendinosus", "semimembranosus"} <= keys(window)
    assert keys(window) <= set(window.session.library.index.members("hamstrings"))


def test_all_are_named_as_far_as_there_is_room_and_the_rest_is_counted(window: MainWindow) -> None:
    show(window, "all")
    session, stage = window.session, window.centre.stage
    for view in (View.FRONT, View.BACK):
        assert len(labels(window, view)) > 20
        left_out = stage._left_out(view)
        assert left_out > 0
        assert caption(session, view, left_out).endswith(f" · {left_out} more when enlarged")
        assert str(left_out) in view_of(window, view).accessibleDescription()
    assert_in_order(window)


@pytest.mark.parametrize("width", [1100, 1200, 1240, 1280, 1340])
def test_the_captions_under_two_views_keep_apart(open_window: Open, width: int) -> None:
    window = open_window((width, 800))
    show(window, "all")
    stage = window.centre.stage
    image, plan = picture(stage), stage._plan
    front = plan.places[View.FRONT]
    border = round(front.left + front.width + GAP / 2)
    band = range(round(plan.ground) + 6, round(plan.ground + CAPTION) - 2)
    between = {image.pixelColor(x, y).name() for x in range(border - 4, border + 4) for y in band}
    assert between == {window.session.theme.colour("bg").name()}


@pytest.mark.parametrize("size", [(960, 600), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("mode", ["active", "group", "all"])
def test_names_keep_apart_in_every_window(
    open_window: Open, size: tuple[int, int], mode: str
) -> None:
    window = open_window(size)
    select(window, "quadriceps")
    show(window, mode)
    assert_in_order(window)
    for layer in (2, 3, 4):
        window.session.preferences.put("layer", layer)
        settle()
        assert_in_order(window)


@pytest.mark.parametrize("structure", ["soleus", "deltoid_anterior", "flexor_hallucis_longus"])
def test_enlarged_names_keep_apart_and_within_the_view(window: MainWindow, structure: str) -> None:
    show(window, "all")
    select(window, structure)
    window.centre.stage.showing.structure(structure)
    rest(window)
    assert any(view._labels for view in window.centre.stage.views)
    assert_in_order(window)


def test_a_single_view_has_names_on_both_sides(window: MainWindow) -> None:
    window.session.preferences.put("views", "front")
    show(window, "all")
    sides = {label.on_left for label in labels(window, View.FRONT)}
    assert sides == {True, False}
    assert_in_order(window)


def test_the_names_stand_still_while_scrubbing(window: MainWindow) -> None:
    show(window, "all")
    before = labels(window)
    for percent in (5, 30, 60, 90):
        go_to(window, percent)
        assert labels(window) is before


def test_values_follow_the_instant(window: MainWindow) -> None:
    select(window, "soleus")
    show(window, "selected")
    for percent in (15, 60):
        go_to(window, percent)
        assert labels(window)[0].value == window.session.value_words("soleus")


def test_keys_turn_names_off_and_on_and_go_to_the_next_mode(window: MainWindow) -> None:
    preferences = window.session.preferences
    show(window, "all")
    press(window, Key.Key_N)
    assert preferences["names"] == "off"
    press(window, Key.Key_N)
    assert preferences["names"] == "all"
    seen = []
    for _ in MODES:
        press(window, Key.Key_N, SHIFT)
        seen.append(str(preferences["names"]))
    assert seen == list(MODES)


@pytest.mark.parametrize(
    ("typed", "setting", "value"),
    [
        ("names all", "names", "all"),
        ("names off", "names", "off"),
        ("names latin", "name_style", "latin"),
        ("language names german", "name_style", "de"),
    ],
)
def test_search_finds_the_settings_of_names(
    window: MainWindow, typed: str, setting: str, value: str
) -> None:
    window.find_commands(typed)[0].trigger()
    assert window.session.preferences[setting] == value


def test_arrows_go_from_name_to_name(window: MainWindow) -> None:
    show(window, "all")
    back = view_of(window, View.BACK)
    shown = [each for each in back.findChildren(LabelButton) if each.isVisible()]
    shown.sort(key=lambda each: each.y())
    stops = [each for each in shown if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert stops == shown[:1], "one stop for Tab"
    shown[0].setFocus()
    plain = picture(back)
    press(window, Key.Key_Down)
    assert window.focusWidget() is shown[1]
    assert picture(back) != plain, "the ring has moved"
    press(window, Key.Key_Up)
    assert window.focusWidget() is shown[0]


def test_names_with_values_stand_at_the_right_leg(open_window: Open) -> None:
    """Its stride is the one on the timeline; a left leg would show another value."""
    window = open_window((1920, 1080))
    for view in (View.FRONT, View.BACK):
        for label in labels(window, view):
            assert view_of(window, view).hits(label.anchor)[0].side is Side.RIGHT
            assert label.value == window.session.value_words(label.key)


def test_a_selected_left_leg_shows_its_own_value(window: MainWindow) -> None:
    show(window, "selected")
    select(window, "soleus", Side.LEFT)
    go_to(window, 15)
    assert labels(window)[0].value == window.session.value_words("soleus", Side.LEFT)


def test_the_side_view_has_names_where_the_window_is_wide(open_window: Open) -> None:
    for size, named in (((1280, 800), False), ((1920, 1080), True)):
        window = open_window(size)
        show(window, "all")
        assert bool(labels(window, View.SIDE)) is named


@pytest.mark.parametrize(
    ("name", "room", "text"),
    [
        ("Musculus vastus lateralis", 400, "Musculus vastus lateralis"),
        ("Musculus vastus lateralis", 130, "M. vastus lateralis"),
        ("Musculus vastus lateralis", 105, "Vastus lateralis"),
        ("Soleus · Musculus soleus", 60, "Soleus"),
    ],
)
def test_narrow_names_lose_their_latin_words_first(
    window: MainWindow, name: str, room: int, text: str
) -> None:
    assert fitted(name, font(SMALL), room) == text


def test_it_is_said_why_a_group_has_no_names(window: MainWindow) -> None:
    show(window, "group")
    assert "group" in window.centre.stage.note.text()
    select(window, "soleus")
    assert window.centre.stage.note.text() == ""


def test_names_stay_legible_where_the_trailing_foot_of_the_runner_comes(window: MainWindow) -> None:
    go_to(window, 14.0)
    stage, back = window.centre.stage, view_of(window, View.BACK)
    with_foot = picture(stage)
    view_of(window, View.RUNNER).hide()
    without = picture(stage)
    under = apart = 0.0
    for button in (each for each in back.findChildren(LabelButton) if each.isVisible()):
        box = button.geometry().translated(back.pos())
        for x, y in pixels(box.adjusted(3, 1, -3, -1)):
            apart = max(apart, distance(with_foot.pixelColor(x, y), without.pixelColor(x, y)))
        for x, y in pixels(box.adjusted(0, -40, 40, 0)):
            under = max(under, distance(with_foot.pixelColor(x, y), without.pixelColor(x, y)))
    assert under > 100  # it does come near
    assert apart < 40


def pixels(box: QRect) -> Iterator[tuple[int, int]]:
    """Every pixel of a box."""
    return product(range(box.left(), box.right()), range(box.top(), box.bottom()))
