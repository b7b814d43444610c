"""Letting a compartment or a group stand alone, by key, menu and search."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from anatomy_app.model.drawing import View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import SHIFT, distance, picture, press, select, settle, view_of, write

DEEP = {"popliteus", "flexor_digitorum_longus", "tibialis_posterior", "flexor_hallucis_longus"}


def submenu(menu: QMenu, title: str) -> QMenu:
    """A menu inside a menu."""
    return next(each for each in menu.findChildren(QMenu) if each.title() == title)


def test_shift_o_isolates_the_compartment_and_brings_the_body_back(window: MainWindow) -> None:
    session = window.session
    select(window, "tibialis_posterior")
    press(window, Qt.Key.Key_O, SHIFT)
    assert session.selection.compartment == "leg_posterior_deep"
    assert session.snapshot().isolated == DEEP
    press(window, Qt.Key.Key_O, SHIFT)
    assert not session.selection.stands_alone
    assert session.snapshot().isolated == frozenset()


def test_a_group_inside_one_compartment_means_that(window: MainWindow) -> None:
    select(window, "fibulars", None)
    window.actions_by_id["isolate_compartment"].trigger()
    assert window.session.selection.compartment == "leg_lateral"


@pytest.mark.parametrize("structure", ["diaphragm", "core"])
def test_what_lies_in_no_compartment_isolates_nothing(window: MainWindow, structure: str) -> None:
    select(window, structure, None)
    window.actions_by_id["isolate_compartment"].trigger()
    assert not window.session.selection.stands_alone


def test_a_compartment_is_found_by_search_without_a_selection(window: MainWindow) -> None:
    write(window, "isolate deep posterior")
    press(window, Qt.Key.Key_Return)
    assert window.session.selection.compartment == "leg_posterior_deep"
    assert window.session.selection.place.entity is None


def test_choosing_inside_keeps_a_compartment_and_outside_ends_it(window: MainWindow) -> None:
    select(window, "soleus")
    window.actions_by_id["isolate_compartment"].trigger()
    select(window, "plantaris")
    assert window.session.selection.compartment == "leg_posterior_superficial"
    select(window, "rectus_femoris")
    assert not window.session.selection.compartment


def test_esc_ends_a_compartment_before_it_deselects(window: MainWindow) -> None:
    select(window, "soleus")
    window.actions_by_id["isolate_compartment"].trigger()
    window.escape()
    assert not window.session.selection.stands_alone
    assert window.session.selection.place.structure == "soleus"


def test_the_menu_offers_the_groups_of_the_selection_and_every_compartment(
    window: MainWindow,
) -> None:
    select(window, "soleus")
    menu = window.build_menu()
    offered = submenu(menu, "Isolate a group or a compartment")
    texts = [action.text() for action in offered.actions()]
    assert "Calf (triceps surae)" in texts
    for compartment in window.session.library.atlas.compartments:
        assert f"Isolate: {compartment.name}" in texts
    assert not any(action.isChecked() for action in offered.actions())
    offered.actions()[texts.index("Calf (triceps surae)")].trigger()
    assert window.session.selection.isolated == Entity(Kind.MUSCLE, "calf")
    menu.deleteLater()
    settle()


def test_deep_muscles_of_a_compartment_are_seen_through_the_faded_surface(
    window: MainWindow,
) -> None:
    session, back = window.session, view_of(window, View.BACK)
    session.preferences.put("names", "off")
    session.clock.go_to(12)
    region = session.library.largest(View.BACK, 3)["tibialis_posterior"]
    x, y = session.paths(View.BACK, 3).inner_point(region)
    at = back.placing.transform.map(QPointF(x, y)).toPoint()
    before = picture(back).pixelColor(at)
    write(window, "isolate deep posterior")
    press(window, Qt.Key.Key_Return)
    alone = picture(back).pixelColor(at)
    shown = QColor.fromRgb(session.snapshot().colour("tibialis_posterior", region.side))
    assert distance(alone, shown) < 40
    assert alone != before


def test_a_note_says_what_stands_alone(window: MainWindow) -> None:
    note = window.centre.stage.note
    assert not note.isVisible()
    select(window, "soleus")
    window.actions_by_id["isolate_compartment"].trigger()
    assert note.isVisible()
    assert "Superficial posterior compartment of the leg" in note.text()
    window.escape()
    assert not note.isVisible()
