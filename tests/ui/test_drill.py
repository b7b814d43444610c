"""The drill says where it goes: what the next click selects is named and outlined before."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from anatomy_app.model.drawing import View
from anatomy_app.ui.beneath_rows import rows
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    NO_KEYS,
    SHIFT,
    click,
    empty_point,
    leave,
    picture,
    point_at,
    point_of,
    press,
    select,
    settle,
    view_of,
)


def deep_point(view: BodyView) -> QPoint:
    """A point of the right buttock with several muscles below each other."""
    around = point_of(view, "gluteus_maximus")
    points = [around + QPoint(dx, dy) for dx in range(-12, 13, 4) for dy in range(-12, 13, 4)]
    return max(points, key=lambda point: len(view.hits(QPointF(point))))


def hover(view: BodyView, at: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Move the pointer with a key held."""
    none, far = Qt.MouseButton.NoButton, QPointF(view.mapToGlobal(at))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), far, none, none, keys)
    QCoreApplication.sendEvent(view, move)
    settle()


def menu_of(window: MainWindow) -> QMenu:
    """The list that the menu key opens."""
    stage = window.centre.stage
    reason, at = QContextMenuEvent.Reason.Keyboard, stage.rect().center()
    QCoreApplication.sendEvent(stage, QContextMenuEvent(reason, at, stage.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_next_click_selects_what_was_previewed(window: MainWindow) -> None:
    back, selection = view_of(window, View.BACK), window.session.selection
    library, at = window.session.library, deep_point(back)
    click(back, at)
    for _ in range(4):
        previewed = selection.previewed
        assert previewed.structure is not None
        click(back, at)
        assert selection.place.structure == library.structure_of_region(previewed.structure)
        assert selection.place.side == previewed.side


def test_nothing_is_previewed_where_nobody_has_clicked(window: MainWindow) -> None:
    back, selection = view_of(window, View.BACK), window.session.selection
    at = deep_point(back)
    point_at(back, at)
    assert selection.previewed.entity is None
    click(back, at)
    assert selection.previewed.entity is not None
    point_at(back, at + QPoint(12, 0))
    assert selection.previewed.entity is None


def test_shift_shows_what_lies_under_the_pointer(window: MainWindow) -> None:
    back, selection = view_of(window, View.BACK), window.session.selection
    at = deep_point(back)
    hover(back, at)
    named = picture(back)
    hover(back, at, SHIFT)
    assert selection.previewed.structure == back.hits(QPointF(at))[0].structure
    assert picture(back) != named
    hover(back, at)
    assert picture(back) == named


def test_leaving_the_body_ends_the_preview(window: MainWindow) -> None:
    back, selection = view_of(window, View.BACK), window.session.selection
    click(back, deep_point(back))
    assert selection.previewed.entity is not None
    leave(back)
    assert selection.previewed.entity is None
    click(back, deep_point(back))
    point_at(back, empty_point(back))
    assert selection.previewed.entity is None


def test_the_list_marks_what_is_chosen_and_what_is_next(window: MainWindow) -> None:
    back, at = view_of(window, View.BACK), deep_point(view_of(window, View.BACK))
    click(back, at)
    hits = back.hits(QPointF(at))
    told = rows(window.session, back.everything(QPointF(at)), 1)
    assert len(told) >= len(hits)
    assert [row.chosen for row in told[: len(hits)]].index(True) == 0
    assert [row.next for row in told].index(True) == 1


def test_the_list_ends_at_the_first_bone(window: MainWindow) -> None:
    front = view_of(window, View.FRONT)
    shin = front.placing.transform.map(QPointF(-75, -300))
    told = [row.name for row in rows(window.session, front.everything(shin), 0)]
    assert told[-1] == "Tibia"
    assert told.count("Tibia") == 1


def test_walking_the_list_of_the_menu_key_outlines_each_row(window: MainWindow) -> None:
    select(window, "gluteus_maximus")
    selection, back = window.session.selection, view_of(window, View.BACK)
    menu = menu_of(window)
    seen, pictures = [], []
    listed = [action.text() for action in menu.actions() if "layer" in action.text()]
    for _ in listed:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        drawn, side = selection.previewed.structure, selection.previewed.side
        assert drawn is not None
        assert side is not None
        seen.append(window.session.region_name(drawn, side))
        pictures.append(picture(back))
    assert [text.partition("   ")[0] for text in listed] == seen
    assert all(one != other for one, other in pairwise(pictures))
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    settle()
    assert selection.previewed.entity is None


def test_a_key_drills_too_and_comes_round(window: MainWindow) -> None:
    select(window, "gluteus_maximus")
    seen = [window.session.selection.place.structure]
    for _ in range(8):
        press(window, Qt.Key.Key_D)
        seen.append(window.session.selection.place.structure)
    assert len(set(seen)) > 1
    assert seen[0] in seen[2:]


def test_the_key_does_nothing_without_a_selection(window: MainWindow) -> None:
    press(window, Qt.Key.Key_D)
    assert window.session.selection.place.entity is None


def test_a_screen_reader_hears_what_else_lies_there(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    at = deep_point(back)
    click(back, at)
    told = window.centre.stage.accessibleDescription()
    session = window.session
    names = [session.name(session.library.structure_of_region(hit.structure) or "")
             for hit in back.hits(QPointF(at))]  # fmt: skip
    assert all(name in told for name in names)
    select(window, "soleus")
    assert window.centre.stage.accessibleDescription() == "Soleus, right"
