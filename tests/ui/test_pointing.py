"""Pointing at the body: clicks select, drill and clear; the pointer names what lies under it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.gait import Gait
from anatomy_app.paint.timeline import PITCH, STRIP, STRIPS
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.strip_rows import all_rows, row_of
from tests.ui.driving import (
    click,
    empty_point,
    heading,
    leave,
    panel_text,
    picture,
    point_at,
    point_of,
    row_selected,
    select,
    settle,
    view_of,
)


def test_a_click_on_the_calf_selects_it_everywhere(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    click(back, point_of(back, "soleus"))
    place = window.session.selection.place
    assert (place.structure, place.side) == ("soleus", Side.RIGHT)
    assert heading(window) == "Soleus"
    assert row_selected(window) == "Soleus"
    assert row_of(window.session, all_rows(window.session)) == "calf"
    assert window.windowTitle().startswith("Soleus, right")


def test_the_strip_of_the_selected_group_is_framed(window: MainWindow) -> None:
    back, timeline = view_of(window, View.BACK), window.centre.timeline
    keys = [strip.key for strip in timeline.made_scene().strips]
    right = round(timeline.track.x(100)) + 1  # beside the strips, where only a frame is painted
    middles = [round(STRIPS + row * PITCH + STRIP / 2) for row in range(len(keys))]
    before = picture(timeline)
    click(back, point_of(back, "soleus"))
    after = picture(timeline)
    framed = [
        key
        for key, y in zip(keys, middles, strict=True)
        if before.pixelColor(right, y) != after.pixelColor(right, y)
    ]
    assert framed == ["calf"]


def test_the_timeline_of_a_selection_is_the_same_whatever_was_selected_before(
    window: MainWindow,
) -> None:
    """Only the rows that change are painted anew; after another gait all is."""
    timeline, clock = window.centre.timeline, window.session.clock
    for structure in ("hip_flexors", "soleus", "tibialis_anterior", "piriformis", "iliacus"):
        select(window, structure)
        seen = picture(timeline)
        for gait in (Gait.WALKING, Gait.RUNNING):
            clock.set_gait(gait)
            settle()
        assert seen == picture(timeline), structure


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_left_and_right_are_apart(window: MainWindow, side: Side) -> None:
    back = view_of(window, View.BACK)
    click(back, point_of(back, "gastrocnemius_medial", side))
    assert window.session.selection.place.side is side
    assert f", {side}" in window.windowTitle()
    snapshot = window.session.snapshot()
    other = Side.LEFT if side is Side.RIGHT else Side.RIGHT
    assert snapshot.is_selected("gastrocnemius_medial", side)
    assert not snapshot.is_selected("gastrocnemius_medial", other)


def test_the_left_leg_is_read_half_a_stride_later(window: MainWindow) -> None:
    back, session = view_of(window, View.BACK), window.session
    click(back, point_of(back, "soleus", Side.LEFT))
    session.clock.go_to(65)
    settle()
    assert "left leg" in panel_text(window)
    assert session.value("soleus", Side.LEFT) == session.activation("soleus").value(Side.RIGHT, 15)
    assert "Midstance" in window.centre.panel.structure.now.accessibleName()


def test_further_clicks_on_the_spot_go_deeper_and_come_round(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    at = _deepest_point(back)
    under = [(hit.structure, hit.side) for hit in back.hits(QPointF(at))]
    assert len(under) > 2
    seen = []
    for _ in range(len(under) + 1):
        click(back, at)
        place = window.session.selection.place
        seen.append((place.structure, place.side))
    library = window.session.library
    assert seen == [
        (library.structure_of_region(drawn), side) for drawn, side in [*under, under[0]]
    ]


def _deepest_point(view: BodyView) -> QPoint:
    """A point of the right buttock with many muscles below each other."""
    around = point_of(view, "gluteus_maximus")
    points = [around + QPoint(dx, dy) for dx in range(-12, 13, 4) for dy in range(-12, 13, 4)]
    return max(points, key=lambda point: len(view.hits(QPointF(point))))


def test_a_click_elsewhere_starts_at_the_surface_again(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    calf = point_of(back, "gastrocnemius_medial")
    thigh = point_of(back, "semitendinosus")
    for at in (calf, calf, thigh):
        click(back, at)
    assert window.session.selection.place.structure == "semitendinosus"
    click(back, calf)
    assert window.session.selection.place.structure == "gastrocnemius_medial"


def test_a_drill_in_one_view_does_not_carry_over_to_another(window: MainWindow) -> None:
    back, side = view_of(window, View.BACK), view_of(window, View.SIDE)
    click(back, point_of(back, "gastrocnemius_medial"))
    click(side, point_of(side, "vastus_lateralis"))
    assert window.session.selection.place.structure == "vastus_lateralis"


def test_empty_space_selects_nothing(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    click(back, point_of(back, "soleus"))
    click(back, empty_point(back))
    assert window.session.selection.place.entity is None
    assert row_selected(window) == ""
    assert window.windowTitle() == "Stride Atlas"
    assert "Most active measured" in panel_text(window)


@pytest.mark.parametrize("part", ["head", "hand"])
def test_skin_is_not_a_muscle(window: MainWindow, part: str) -> None:
    front = view_of(window, View.FRONT)
    marks = front.paths.layer.skin
    mark = next(m for m in marks if (m.role, m.structure) == ("skin-fill", part))
    loop = mark.outline.loops[0]
    x = sum(loop[0::2]) / len(loop[0::2])
    y = sum(loop[1::2]) / len(loop[1::2])
    placing = front.placing
    click(front, QPoint(round(placing.x + x * placing.scale), round(placing.y + y * placing.scale)))
    assert window.session.selection.place.entity is None


def test_a_right_click_lists_all_that_lies_there(window: MainWindow) -> None:
    back, session = view_of(window, View.BACK), window.session
    at = _deepest_point(back)
    hits = back.hits(QPointF(at))
    QTest.mouseClick(back, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    entries = texts.index("")  # below it: what can be done with the name
    texts = texts[:entries]
    assert len(texts) == len(hits)
    for text, hit in zip(texts, hits, strict=True):
        assert text.startswith(session.region_name(hit.structure, hit.side))
        assert f"layer {hit.layer}" in text
    assert session.selection.place.entity is None
    deepest = menu.actions()[entries - 1]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(deepest).center())
    settle()
    assert session.selection.place.structure == session.library.structure_of_region(
        hits[-1].structure
    )
    assert QApplication.activePopupWidget() is None


def test_a_right_click_beside_the_body_lists_nothing(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    click(back, empty_point(back), Qt.MouseButton.RightButton)
    assert QApplication.activePopupWidget() is None


def test_the_pointer_names_a_muscle_at_once(window: MainWindow) -> None:
    front, session = view_of(window, View.FRONT), window.session
    at = point_of(front, "tibialis_anterior")
    before = picture(front)
    point_at(front, at)
    assert session.selection.hovered.structure == "tibialis_anterior"
    assert session.selection.hovered.side is Side.RIGHT
    assert session.selection.place.entity is None
    assert picture(front) != before  # its outline, name and value
    point_at(front, empty_point(front))
    assert session.selection.hovered.entity is None
    assert picture(front) == before


def test_the_pointer_tells_the_value(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words at the pointer are those of the instant."""
    front, session = view_of(window, View.FRONT), window.session
    at = point_of(front, "tibialis_anterior")
    hit = front.hits(QPointF(at))[0]
    for percent in (5.0, 40.0):
        session.clock.go_to(percent)
        value = session.value("tibialis_anterior")
        assert value is not None
        assert front._value_text(hit) == f"{round(value * 100)} %"


def test_leaving_the_body_ends_the_hover(window: MainWindow) -> None:
    front, session = view_of(window, View.FRONT), window.session
    point_at(front, point_of(front, "tibialis_anterior"))
    leave(front)
    assert session.selection.hovered.entity is None


def test_every_muscle_on_the_surface_can_be_clicked(window: MainWindow) -> None:
    """Each region of the surface that is larger than a fingertip of pixels selects itself."""
    session = window.session
    for view in (view_of(window, each) for each in (View.FRONT, View.BACK, View.SIDE)):
        for drawn in session.library.largest(view.view, 1):
            try:
                at = point_of(view, drawn)
            except LookupError:
                continue
            view._spot = None
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
            assert session.selection.place.structure == session.library.structure_of_region(drawn)
