"""What is chosen by its name can be seen, and Esc goes back; parts of the body have keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from anatomy_app.model.drawing import PLATES, Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.stage import TOOLBAR
from anatomy_app.ui.stage_zoom import MOST
from tests.ui.driving import CONTROL, click, point_of, press, row_selected, settle, view_of, write


def plates(window: MainWindow) -> list[BodyView]:
    """The open views that stand still."""
    return [view for view in window.centre.stage.views if view.view in PLATES]


def extents(window: MainWindow, structure: str) -> Iterator[float]:
    """Pixels of the narrower side of a structure, of one body half, in each view."""
    drawn, library = window.session.structures[structure].drawn, window.session.library
    for view in plates(window):
        boxes = [
            region.box
            for number in range(1, library.layers(view.view) + 1)
            for region in library.layer(view.view, number).regions
            if region.structure in drawn and region.side is not Side.LEFT
        ]
        if boxes and view.isVisible():
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            narrow = min(max(rights) - min(lefts), max(bottoms) - min(tops))
            yield narrow * view.placing.scale


def in_list(window: MainWindow, structure: str) -> None:
    """Choose a structure in the muscle list."""
    tree = window.centre.list.tree
    source = tree.proxy.sourceModel()
    tree.setCurrentIndex(tree.proxy.mapFromSource(source.index_of(structure)))  # type: ignore[attr-defined]


def on_stage(window: MainWindow, view: BodyView, x: float, y: float) -> bool:
    """Whether a point of a drawing is within the stage."""
    at = view.placing.transform.map(QPointF(x, y)) + QPointF(view.pos())
    stage = window.centre.stage
    return 0 <= at.x() <= stage.width() and 0 <= at.y() <= stage.height() - TOOLBAR


def test_every_structure_chosen_in_the_list_is_wide_enough(window: MainWindow) -> None:
    stage, session = window.centre.stage, window.session
    drawn = [id_ for id_, entry in session.structures.items() if entry.drawn]
    assert len(drawn) > 100
    for structure in drawn:
        in_list(window, structure)
        assert session.selection.place.structure == structure
        wide = max(extents(window, structure))
        assert wide >= 24 or (stage.zoom.factor == MOST and stage.showing.too_thin), structure
    settle()


def test_a_thin_muscle_is_enlarged_and_esc_goes_back(window: MainWindow) -> None:
    stage = window.centre.stage
    in_list(window, "extensor_hallucis_longus")
    assert stage.zoom.factor > 2
    press(window, Qt.Key.Key_Escape)
    assert window.session.selection.place.structure is None
    assert not stage.zoom.is_zoomed


def test_a_large_one_is_shown_where_it_is(window: MainWindow) -> None:
    in_list(window, "extensor_hallucis_longus")
    in_list(window, "gluteus_maximus")
    assert not window.centre.stage.zoom.is_zoomed


def test_who_points_at_a_thin_muscle_is_not_moved(window: MainWindow) -> None:
    front = view_of(window, View.FRONT)
    click(front, point_of(front, "extensor_digitorum_longus"))
    assert window.session.selection.place.structure == "extensor_digitorum_longus"
    assert not window.centre.stage.zoom.is_zoomed


def test_a_zoom_of_the_user_stays(window: MainWindow) -> None:
    """Esc gives back what the program did, and takes a further step for what the user did."""
    stage = window.centre.stage
    window.actions_by_id["zoom_in"].trigger()
    in_list(window, "plantaris")
    assert stage.zoom.factor > 2
    press(window, Qt.Key.Key_Escape)
    assert stage.zoom.is_zoomed
    press(window, Qt.Key.Key_Escape)
    assert not stage.zoom.is_zoomed


def test_a_muscle_that_only_another_view_shows_well_opens_it(window: MainWindow) -> None:
    in_list(window, "flexor_digitorum_brevis")
    assert View.SOLE in {view.view for view in window.centre.stage.views}
    settle()


PARTS = [
    ("head", "skull"), ("trunk", "sternum"), ("arm", "humerus"), ("hip", "hip_bone"),
    ("thigh", "patella"), ("leg", "tibia"), ("foot", "toes"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "bone"), PARTS)
def test_a_part_of_the_body_comes_with_a_key(window: MainWindow, part: str, bone: str) -> None:
    key = Qt.Key.Key_1 + [each for each, _ in PARTS].index(part)
    press(window, Qt.Key(key), CONTROL)
    assert window.centre.stage.zoom.factor > 1.2
    front = view_of(window, View.FRONT)
    box = next(
        region.box
        for region in window.session.library.layer(View.FRONT, 4).regions
        if region.structure == bone and region.side is not Side.LEFT
    )
    assert on_stage(window, front, box[0], box[1])
    assert on_stage(window, front, box[2], box[3])


def test_a_part_of_the_body_is_found_by_search(window: MainWindow) -> None:
    write(window, "show foot")
    press(window, Qt.Key.Key_Return)
    assert window.centre.stage.zoom.factor > 3


def test_the_next_part_is_sought_in_the_view_that_is_looked_at(window: MainWindow) -> None:
    stage, back = window.centre.stage, view_of(window, View.BACK)
    heel = back.mapTo(stage, back.rect().center())
    stage.zoom.zoom(QPointF(heel), 3.0)
    window.actions_by_id["show_foot"].trigger()
    assert back.isVisible()
    assert not view_of(window, View.FRONT).isVisible()


def test_the_way_is_short_and_leaves_no_timer(window: MainWindow) -> None:
    window.session.preferences.put("motion", "system")
    stage = window.centre.stage
    window.actions_by_id["show_foot"].trigger()
    assert stage.glide.is_running
    assert not stage.zoom.is_zoomed
    stage.glide.advance(0.05)
    on_the_way = stage.zoom.factor
    stage.glide.advance(0.1)
    assert not stage.glide.is_running
    assert 1 < on_the_way < stage.zoom.factor


def test_the_hand_takes_over_from_a_movement(window: MainWindow) -> None:
    window.session.preferences.put("motion", "system")
    stage = window.centre.stage
    window.actions_by_id["show_foot"].trigger()
    stage.glide.advance(0.05)
    stage.zoom.zoom(QPointF(100, 100), 1.25)
    taken = stage.zoom.factor
    stage.glide.finish()
    assert stage.zoom.factor == taken


def test_a_list_that_is_walked_with_the_keys_keeps_what_is_chosen_in_view(
    window: MainWindow,
) -> None:
    in_list(window, "soleus")
    tree = window.centre.list.tree
    tree.setFocus()
    for _ in range(6):
        QTest.keyClick(tree, Qt.Key.Key_Down)
        settle()
        structure = window.session.selection.place.structure
        assert structure is not None
        assert row_selected(window)
        if window.session.structures[structure].drawn:
            assert max(extents(window, structure)) >= 24
    assert window.session.selection.place.entity != Entity(Kind.MUSCLE, "soleus")
