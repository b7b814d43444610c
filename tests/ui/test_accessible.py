"""What a screen reader is told, and what it can press and set: the names are a contract."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from anatomy_app.model.drawing import Side, View
from anatomy_app.ui.accessible import RegionButton
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import go_to, heading, panel_text, row_selected, select, settle, view_of
from tests.ui.training import train

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
Role = QAccessible.Role


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def named(window: MainWindow, name: str, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """Visible widgets of that accessible name."""
    return [
        widget
        for widget in window.findChildren(kind)
        if widget.isVisible() and interface(widget).text(Name) == name
    ]


def region(window: MainWindow, view: View, name: str) -> RegionButton:
    """The button of a region."""
    return next(
        button
        for button in view_of(window, view).findChildren(RegionButton)
        if button.accessibleName() == name
    )


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Search", Role.EditableText),
        ("Position in stride", Role.Slider),
        ("Next stage", Role.Button),
        ("Previous stage", Role.Button),
        ("Play", Role.Button),
        ("Layer", Role.Slider),
    ],
)
def test_the_names_of_the_contract(window: MainWindow, name: str, role: Role) -> None:
    found = named(window, name)
    assert len(found) == 1
    assert interface(found[0]).role() == role


@pytest.mark.parametrize("name", ["Speed", "Gait"])
def test_the_combo_boxes_are_named_and_labelled(window: MainWindow, name: str) -> None:
    """Where Qt tells the value as the name, a label that belongs to the box tells the name."""
    (box,) = (each for each in window.findChildren(QComboBox) if each.accessibleName() == name)
    assert interface(box).role() == Role.ComboBox
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is box]
    assert [label.text() for label in labels] == [name]


@pytest.mark.parametrize("name", ["Body, front view", "Body, back view", "Runner"])
def test_each_drawing_holds_its_regions(window: MainWindow, name: str) -> None:
    window.centre.stage.rest()
    (view,) = named(window, name)
    drawing = interface(view)
    inside = [drawing.child(i) for i in range(drawing.childCount())]
    buttons = [each for each in inside if each is not None and each.role() == Role.Button]
    names = [button.text(Name) for button in buttons]
    assert len(names) > 20
    assert all(names)
    assert len(names) == len(set(names))


def test_the_panel_is_named_and_headed(window: MainWindow) -> None:
    select(window, "soleus")
    assert named(window, "Muscle panel")
    panel = window.centre.panel
    assert interface(panel.title).text(Name) == "Soleus"
    assert interface(panel.title).role() in (Role.StaticText, Role.Heading)


def test_a_region_is_pressed_like_a_button(window: MainWindow, qtbot: QtBot) -> None:
    button = interface(region(window, View.BACK, "Soleus, right"))
    assert button.role() == Role.Button
    action = button.actionInterface()
    assert action.pressAction() in action.actionNames()
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: window.session.selection.place.entity is not None, timeout=2000)
    settle()
    place = window.session.selection.place
    assert (place.structure, place.side) == ("soleus", Side.RIGHT)
    assert heading(window) == row_selected(window) == "Soleus"


def test_a_region_of_the_left_selects_the_left(window: MainWindow) -> None:
    region(window, View.BACK, "Soleus, left").click()
    assert window.session.selection.place.side is Side.LEFT


def test_a_region_tells_group_layer_and_activity(window: MainWindow) -> None:
    button = region(window, View.BACK, "Soleus, right")
    for percent in (15, 60):
        go_to(window, percent)
        view_of(window, View.BACK)._buttons.describe()  # type: ignore[union-attr]
        value = window.session.value("soleus")
        assert value is not None
        assert interface(button).text(Description) == f"Calf, layer 1, {round(value * 100)} %"


def test_the_description_is_fresh_once_the_stride_stands(window: MainWindow, qtbot: QtBot) -> None:
    button = region(window, View.BACK, "Soleus, right")
    go_to(window, 15)
    value = window.session.value("soleus")
    assert value is not None
    qtbot.waitUntil(
        lambda: button.accessibleDescription().endswith(f", {round(value * 100)} %"), timeout=2000
    )


def test_nobody_measured_is_told_too(window: MainWindow) -> None:
    session = window.session
    for button in view_of(window, View.FRONT).findChildren(RegionButton):
        if button.accessibleName() == "Sternocleidomastoid, right":
            known = session.value("sternocleidomastoid")
            wanted = "no data" if known is None else f"{round(known * 100)} %"
            assert button.accessibleDescription().endswith(wanted)
            return
    raise AssertionError("not drawn")


def test_peeling_brings_other_buttons(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    before = {button.accessibleName() for button in back.findChildren(RegionButton)}
    window.session.preferences.put("layer", 3)
    settle()
    after = {button.accessibleName() for button in back.findChildren(RegionButton)}
    assert "Gluteus maximus, right" in before - after
    assert after - before
    some = next(iter(back.findChildren(RegionButton)))
    assert "layer 3" in some.accessibleDescription()


def test_every_button_lies_over_its_region(window: MainWindow) -> None:
    for view in window.centre.stage.views:
        for button in view.findChildren(RegionButton):
            assert view.rect().intersects(button.geometry()), button.accessibleName()


def test_every_control_has_a_name(window: MainWindow) -> None:
    select(window, "soleus")
    kinds = (QAbstractButton, QComboBox, QAbstractSlider, QLineEdit, QAbstractItemView)
    controls = [
        control
        for kind in kinds
        for control in window.findChildren(kind)
        if control.isVisible()
        and not isinstance(control, QScrollBar)
        and not isinstance(control.parentWidget(), QLineEdit | QComboBox)
    ]
    assert len(controls) > 100
    assert [control for control in controls if not interface(control).text(Name).strip()] == []


def test_play_says_pause_while_it_plays(window: MainWindow) -> None:
    (play,) = named(window, "Play", QAbstractButton)
    interface(play).actionInterface().doAction("Press")
    settle()
    assert window.session.clock.playing
    assert named(window, "Pause", QAbstractButton) == [play]
    interface(play).actionInterface().doAction("Press")
    assert named(window, "Play", QAbstractButton) == [play]


def test_the_layer_is_set_by_value(window: MainWindow) -> None:
    (layer,) = named(window, "Layer")
    value = interface(layer).valueInterface()
    assert (value.minimumValue(), value.maximumValue(), value.currentValue()) == (1, 4, 1)
    value.setCurrentValue(3)
    assert window.session.preferences["layer"] == 3


def test_the_position_is_told_in_words(window: MainWindow) -> None:
    go_to(window, 14)
    (slider,) = named(window, "Position in stride")
    assert interface(slider).text(Description).startswith(window.centre.timeline.flag())


def test_the_legend_says_what_it_means(window: MainWindow) -> None:
    legend = interface(window.centre.stage.toolbar.legend).text(Name)
    assert "peak" in legend
    assert "no data" in legend


def test_the_rows_of_the_list_tell_their_activity(window: MainWindow) -> None:
    from PySide6.QtCore import Qt

    go_to(window, 15)
    model = window.centre.list.model
    index = model.index_of("soleus")
    value = window.session.value("soleus")
    assert value is not None
    described = model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == f"{round(value * 100)} %"


def test_a_row_that_has_no_room_for_its_name_tells_it_when_pointed_at(window: MainWindow) -> None:
    from PySide6.QtCore import Qt

    go_to(window, 15)
    model, tip = window.centre.list.model, Qt.ItemDataRole.ToolTipRole
    value = window.session.value("vastus_intermedius")
    assert value is not None
    told = model.data(model.index_of("vastus_intermedius"), tip)
    assert told == f"Vastus intermedius: {round(value * 100)} % sim."
    assert model.data(model.index_of("plantaris"), tip) == "Plantaris: no data"


@pytest.mark.parametrize(
    ("name", "key", "value", "told"),
    [
        ("Colour", "colour", "contraction", "Contraction"),
        ("Views", "views", "front,side", "Front, Side"),
        ("Names", "names", "off", "Off"),
        ("Playback speed", "rate", 0.5, "½ speed"),
    ],
)
def test_a_button_with_a_menu_tells_what_is_chosen(
    window: MainWindow, name: str, key: str, value: str | float, told: str
) -> None:
    (button,) = named(window, name, QAbstractButton)
    before = interface(button).text(Description)
    window.session.preferences.put(key, value)
    settle()
    assert interface(button).text(Description) == told != before


def test_the_order_of_the_exercises_is_told(window: MainWindow) -> None:
    train(window, "muscle:soleus")
    (order,) = named(window, "Order", QAbstractButton)
    assert interface(order).text(Description) == "Most direct first"


def test_the_position_tells_the_stages_of_both_feet(window: MainWindow) -> None:
    (slider,) = named(window, "Position in stride")
    go_to(window, 14)
    told = interface(slider).text(Description)
    assert "right foot Midstance, left foot Mid swing" in told
    assert "off the ground" not in told
    go_to(window, 40)
    assert "both feet off the ground" in interface(slider).text(Description)


def test_the_stages_are_told_in_a_sentence(window: MainWindow) -> None:
    select(window, "soleus")
    assert "Midstance: isometric" in panel_text(window)
