"""Where it hurts: from a spot of the body to what is known of it, and on to training."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    click,
    content,
    empty_point,
    heading,
    links,
    panel_text,
    picture,
    point_of,
    press,
    select,
    settle,
    view_of,
    write,
)

RIGHT = Qt.MouseButton.RightButton
HERE = "Does it hurt here?"


def menu_at(window: MainWindow, view: View, at: QPoint) -> QMenu:
    """The menu that a right click opens."""
    click(view_of(window, view), at, RIGHT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def complaints(menu: QMenu) -> list[str]:
    """What stands under the heading, down to the next line."""
    texts = [action.text() for action in menu.actions()]
    rest = texts[texts.index(HERE) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


def choose(menu: QMenu, text: str) -> None:
    """Walk down to an entry and press Enter."""
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        active = menu.activeAction()
        if active is not None and active.text() == text:
            QTest.keyClick(menu, Qt.Key.Key_Return)
            settle()
            return
    raise LookupError(text)


def test_a_right_click_lists_what_hurts_there_below_the_structures(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    menu = menu_at(window, View.BACK, point_of(back, "achilles_tendon"))
    texts = [action.text() for action in menu.actions()]
    assert "layer" in texts[0]
    assert not menu.actions()[texts.index(HERE)].isEnabled()
    assert complaints(menu)[0] == "Achilles tendinopathy"
    menu.close()
    settle()


def test_the_menu_key_lists_it_for_the_selection_and_opens_its_page(window: MainWindow) -> None:
    select(window, "achilles_tendon")
    stage = window.centre.stage
    reason, at = QContextMenuEvent.Reason.Keyboard, stage.rect().center()
    QCoreApplication.sendEvent(stage, QContextMenuEvent(reason, at, stage.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Achilles tendinopathy")
    assert window.session.selection.place.entity == Entity.parse("injury:achilles_tendinopathy")
    assert heading(window) == "Achilles tendinopathy"
    text = panel_text(window)
    assert text.index("Warning signs") < text.index("education, not a diagnosis")
    assert text.index("education, not a diagnosis") < text.index("Where it hurts")


def test_a_bone_can_hurt_too(window: MainWindow) -> None:
    """The kneecap can not be selected, but runners feel it."""
    front = view_of(window, View.FRONT)
    menu = menu_at(window, View.FRONT, point_of_bone(window, "patella"))
    assert not front.hits(front.mapFromGlobal(menu.pos()).toPointF())
    names = complaints(menu)
    assert names[0].startswith("Runner's knee")
    choose(menu, names[0])
    assert heading(window) == names[0]


def point_of_bone(window: MainWindow, bone: str) -> QPoint:
    """A pixel of the front view on which a bone is seen."""
    front = view_of(window, View.FRONT)
    placing = front.placing
    region = next(
        each
        for each in front.paths.layer.regions
        if each.structure == bone and each.side is Side.RIGHT
    )
    x, y = front.paths.inner_point(region)
    return QPoint(round(placing.x + x * placing.scale), round(placing.y + y * placing.scale))


def test_nothing_opens_beside_the_body(window: MainWindow) -> None:
    front = view_of(window, View.FRONT)
    click(front, empty_point(front), RIGHT)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("id_", ["black_toenail", "pfps"])
def test_where_it_hurts_is_outlined(window: MainWindow, id_: str) -> None:
    front = view_of(window, View.FRONT)
    before = picture(front)
    window.session.selection.select(Entity.parse(f"injury:{id_}"))
    settle()
    bone = {"black_toenail": "toes", "pfps": "patella"}[id_]
    assert window.session.snapshot().is_selected(bone, Side.RIGHT)
    assert picture(front) != before


def test_its_page_leads_to_training_for_it(window: MainWindow) -> None:
    window.session.selection.select(Entity.parse("injury:pfps"))
    settle()
    assert "train:injury:pfps" in links(window)
    more = next(
        label
        for label in content(window).findChildren(type(window.centre.panel.title))
        if label.isVisible() and "Train for this" in label.text()
    )
    click(more, QPoint(more.width() // 2, more.height() // 2))
    assert window.centre.in_train
    assert window.session.selection.training.entity == Entity.parse("injury:pfps")


def test_search_finds_how_to_ask(window: MainWindow) -> None:
    write(window, "where does it hurt")
    found = window.find_commands("where does it hurt")
    assert [action.text() for action in found] == ["Where does it hurt?"]
    press(window, Qt.Key.Key_Escape)
    found[0].trigger()
    settle()
    box = window.findChild(QMessageBox)
    assert box is not None
    told = box.informativeText()
    for word in ("Right-click", "Menu key", "not a diagnosis", "clinician"):
        assert word in told
    box.close()
    settle()
