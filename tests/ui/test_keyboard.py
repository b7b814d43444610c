"""Without a mouse: Tab reaches all in reading order, keys press and choose, focus is seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QSlider,
    QWidget,
)

from anatomy_app.model.drawing import View
from anatomy_app.model.entities import Kind
from anatomy_app.model.gait import Gait
from anatomy_app.ui.label_buttons import LabelButton
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    SHIFT,
    click,
    content,
    heading,
    on_screen,
    picture,
    plain,
    press,
    select,
    settle,
    view_of,
    write,
)
from tests.ui.training import train

Key = Qt.Key


def tab_stops(window: MainWindow) -> list[QWidget]:
    """Every widget that Tab visits on one walk round."""
    seen: list[QWidget] = []
    for _ in range(200):
        press(window, Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        if seen and stop is seen[0]:
            return seen
        if not seen or stop is not seen[-1]:
            seen.append(stop)
    raise AssertionError("Tab never comes round")


def test_tab_reaches_every_control(window: MainWindow) -> None:
    select(window, "soleus")
    select(window, "tibialis_anterior")
    window.session.selection.back()  # so that both buttons of the history can be pressed
    reached = tab_stops(window)
    controls = [
        control
        for kind in (QAbstractButton, QComboBox, QSlider)
        for control in window.findChildren(kind)
        if control.isVisible() and control.isEnabled() and not _is_part_of_another(control)
    ]
    assert len(controls) > 15
    assert [c.accessibleName() for c in controls if c not in reached] == []
    centre = window.centre
    for other in (
        centre.top.search,
        centre.list.filter,
        centre.list.tree,
        centre.stage,
        centre.panel,
    ):
        assert other in reached


def _is_part_of_another(control: QWidget) -> bool:
    """Regions are pressed through their drawing; the clear button of a field by Esc.

    Of the names of a view Tab reaches one, and the arrow keys the others.
    """
    from PySide6.QtWidgets import QLineEdit

    from anatomy_app.ui.accessible import RegionButton

    drawn = isinstance(control, RegionButton | LabelButton)
    return drawn or isinstance(control.parentWidget(), QLineEdit)


def first_label(window: MainWindow) -> LabelButton:
    """The first name beside the back view."""
    back = view_of(window, View.BACK)
    return next(each for each in back.findChildren(LabelButton) if each.isVisible())


def test_the_ring_of_a_name_comes_with_the_focus_and_goes(window: MainWindow) -> None:
    name = first_label(window)
    view = name.parentWidget()
    assert view is not None
    bare = on_screen(view)
    name.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = on_screen(view)
    assert ringed != bare
    press(window, Key.Key_Right)  # another instant leaves it where it is
    assert on_screen(view).copy(name.geometry()) != bare.copy(name.geometry())
    press(window, Key.Key_Left)
    window.centre.timeline.slider.setFocus()
    assert on_screen(view) == bare


def test_tab_goes_as_one_reads(window: MainWindow) -> None:
    select(window, "soleus")
    window.centre.top.search.setFocus()
    order = tab_stops(window)
    centre = window.centre
    parts = (centre.top, centre.list, centre.stage, centre.panel, centre.timeline)
    visited = [i for stop in order for i, part in enumerate(parts) if _inside(part, stop)]
    start = visited.index(1)  # the walk began behind the search field
    turned = visited[start:] + visited[:start]
    assert turned == sorted(turned, key=lambda i: (i - 1) % len(parts))
    panel = [stop for stop in order if content(window).isAncestorOf(stop)]
    heights = [stop.mapTo(content(window), stop.rect().center()).y() for stop in panel]
    assert heights == sorted(heights)


def test_tab_leaves_a_group_only_at_its_end(window: MainWindow) -> None:
    """Below the stage: first what moves the stride, then its position, the tabs, their rows."""
    timeline = window.centre.timeline
    order = [stop for stop in tab_stops(window) if timeline.isAncestorOf(stop)]
    first = order.index(timeline.gutter.gait)
    names = [stop.accessibleName() for stop in order[first:] + order[:first]]
    assert names.index("Position in stride") == names.index("Loop this stage") + 1
    tabs = names.index("Activity")
    assert names[tabs : tabs + 6] == ["Activity", "Muscle", "Angles", "Force", "Speed", "Stage"]
    assert tabs == names.index("Position in stride") + 1


def test_tab_reads_the_page_of_an_exercise_column_by_column(window: MainWindow) -> None:
    detail = train(window, page="exercise:squat").middle.detail
    order = [stop for stop in tab_stops(window) if detail.isAncestorOf(stop)]
    groups = (detail.add, detail.moving, detail.facts, detail.more)
    visited = [i for stop in order for i, group in enumerate(groups) if _inside(group, stop)]
    start = visited.index(0)
    assert visited[start:] + visited[:start] == sorted(visited)
    assert set(visited) == {0, 1, 2, 3}


def _inside(part: QWidget, stop: QWidget) -> bool:
    return stop is part or part.isAncestorOf(stop)


def test_shift_tab_goes_back_the_same_way(window: MainWindow) -> None:
    centre = window.centre
    centre.list.filter.setFocus()
    press(window, Key.Key_Tab)
    press(window, Key.Key_Tab)
    press(window, Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is centre.list.tree
    press(window, Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is centre.list.filter


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_a_focused_button_is_pressed_by_key(window: MainWindow, key: Qt.Key) -> None:
    centre, session = window.centre, window.session
    gutter = centre.timeline.gutter
    gutter.next.setFocus()
    press(window, key)
    assert session.clock.percent == session.clock.stride.stage_starts()[1]
    assert not session.clock.playing
    label = first_label(window)
    label.setFocus()
    press(window, key)
    assert label.structure in session.names.hidden
    gutter.play.setFocus()
    press(window, key)
    assert session.clock.playing
    press(window, key)
    assert not session.clock.playing


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_a_row_of_the_panel_is_pressed_by_key(window: MainWindow, key: Qt.Key) -> None:
    row = window.centre.panel.instant.rows[2]
    name = window.session.name(row.structure)
    row.setFocus()
    press(window, key)
    assert heading(window) == name


def test_the_layer_slider_keeps_its_arrows(window: MainWindow) -> None:
    layer = window.centre.stage.toolbar.layer
    layer.setFocus()
    press(window, Key.Key_Right)
    press(window, Key.Key_Right)
    press(window, Key.Key_Left)
    assert window.session.preferences["layer"] == 2
    assert window.session.clock.percent == 0


def test_the_list_by_arrows_and_by_letters(window: MainWindow) -> None:
    tree = window.centre.list.tree
    tree.setFocus()
    press(window, Key.Key_Down)
    first = window.session.selection.place.structure
    press(window, Key.Key_Down)
    assert window.session.selection.place.structure not in (None, first)
    QTest.keyClicks(tree, "sol")
    settle()
    assert heading(window) == "Soleus"


def test_letters_in_the_list_are_not_shortcuts(window: MainWindow) -> None:
    tree = window.centre.list.tree
    tree.setFocus()
    for letter in (Key.Key_N, Key.Key_I):
        press(window, letter)
    assert window.session.preferences["names"] == "active"
    assert not window.session.preferences.flag("see_through")


def test_enter_opens_and_closes_a_group(window: MainWindow) -> None:
    tree = window.centre.list.tree
    select(window, "hamstrings", None)
    tree.setFocus()
    index = tree.currentIndex()
    before = tree.isExpanded(index)
    press(window, Key.Key_Return)
    assert tree.isExpanded(index) is not before


def test_a_whole_visit_by_keys(window: MainWindow) -> None:
    """Find the hamstrings, read on by link, come back, step the stride."""
    write(window, "hamstrings")
    press(window, Key.Key_Return)
    assert heading(window) == "Hamstrings"
    while QApplication.focusWidget() is not window.centre.panel:
        press(window, Key.Key_Tab)
    while not _on_a_muscle_link():
        press(window, Key.Key_Tab)
    press(window, Key.Key_Return)
    place = window.session.selection.place
    assert place.entity is not None
    assert place.entity.kind is Kind.MUSCLE
    assert heading(window) == window.session.name(place.entity.id) != "Hamstrings"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert _inside(window.centre.panel, focus)
    press(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heading(window) == "Hamstrings"
    press(window, Key.Key_Right)
    assert window.session.clock.percent == 1


def _on_a_muscle_link() -> bool:
    focus = QApplication.focusWidget()
    if not isinstance(focus, QLabel) or not focus.hasSelectedText():
        return False
    return f">{focus.selectedText()}</a>" in focus.text() and '"muscle:' in focus.text()


def test_the_link_with_the_focus_is_scrolled_into_view(window: MainWindow) -> None:
    """In a text taller than the panel the view follows from link to link."""
    panel = window.centre.panel
    panel.follow("context:uphill")
    settle()
    panel.setFocus()
    tall = [label for label in panel.findChildren(QLabel) if label.height() > 2 * panel.height()]
    assert len(tall) == 1
    text = plain(tall[0].text())
    followed = 0
    while QApplication.focusWidget() is not window.centre.timeline.gutter.gait:
        press(window, Key.Key_Tab)
        if QApplication.focusWidget() is tall[0]:
            part = tall[0].selectionStart() / len(text)
            y = tall[0].mapTo(panel.viewport(), QPoint(0, round(part * tall[0].height()))).y()
            assert 0 <= y <= panel.viewport().height(), tall[0].selectedText()
            followed += 1
    assert followed == tall[0].text().count("href=") > 8


def test_a_combo_box_opens_by_space(window: MainWindow) -> None:
    gait = window.centre.timeline.gutter.gait
    gait.setFocus()
    press(window, Key.Key_Space)
    assert gait.view().isVisible()
    assert not window.session.clock.playing
    gait.hidePopup()
    press(window, Key.Key_Down)
    assert window.session.clock.stride.gait is Gait.WALKING


def test_the_focus_is_seen(window: MainWindow) -> None:
    """Every stop of Tab looks different while it has the focus."""
    select(window, "soleus")
    select(window, "tibialis_anterior")
    window.session.selection.back()
    settle()
    unseen = []
    for stop in tab_stops(window):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if content(window).isAncestorOf(stop):
            window.centre.panel.ensureWidgetVisible(stop)
        with_focus = picture(window)
        window.setFocus()
        if picture(window) == with_focus:
            unseen.append(f"{type(stop).__name__} {stop.accessibleName()}")
    assert unseen == []


def test_arriving_in_the_list_chooses_nothing(window: MainWindow) -> None:
    window.centre.list.filter.setFocus()
    press(window, Key.Key_Tab)
    assert QApplication.focusWidget() is window.centre.list.tree
    assert window.session.selection.place.entity is None
    press(window, Key.Key_Return)  # the row that is marked
    assert window.session.selection.place.structure == "calf"


def test_every_key_does_one_thing(window: MainWindow) -> None:
    keys = [key.toString() for a in window.actions_by_id.values() for key in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_list_of_keys_is_complete(window: MainWindow) -> None:
    from anatomy_app.ui.dialogs import show_shortcuts

    dialog = show_shortcuts(window)
    from PySide6.QtWidgets import QTextBrowser

    text = dialog.findChildren(QTextBrowser)[0].toPlainText()
    for action in window.actions_by_id.values():
        if action.shortcuts():
            assert action.text().replace("&", "") in text
    QTest.keyClick(dialog, Key.Key_Escape)
    settle()
    assert QApplication.activeModalWidget() is None


def test_a_click_does_not_leave_a_ring_in_the_list(window: MainWindow) -> None:
    tree = window.centre.list.tree
    click(tree.viewport(), tree.visualRect(tree.model().index(2, 0)).center())
    assert not tree.focus_visible


def test_the_menu_key_lists_what_lies_under_the_selection(window: MainWindow) -> None:
    select(window, "gluteus_maximus")
    window.centre.stage.setFocus()
    ask_for_menu(window.centre.stage)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert any(text.startswith("Gluteus maximus, right") for text in texts)
    assert any("layer 2" in text for text in texts)
    menu.close()
    settle()


def test_the_menu_key_opens_nothing_without_a_selection(window: MainWindow) -> None:
    window.centre.stage.setFocus()
    ask_for_menu(window.centre.stage)
    assert QApplication.activePopupWidget() is None


def ask_for_menu(widget: QWidget) -> None:
    """What the platform sends when the menu key is pressed."""
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(), widget.mapToGlobal(QPoint())
    )
    QApplication.sendEvent(widget, event)
    settle()
