"""Hidden names, for teaching: hidden everywhere on screen, and revealed one by one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from anatomy_app.model.drawing import View
from anatomy_app.model.entities import Entity
from anatomy_app.model.masking import telling, whole_names
from anatomy_app.ui.label_buttons import LabelButton
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.timeline_scene import make_scene
from tests.ui.conftest import Open, shut
from tests.ui.driving import (
    SHIFT,
    click,
    heading,
    panel_text,
    picture,
    plain,
    point_of,
    press,
    row_selected,
    select,
    settle,
    view_of,
    write,
)

Key = Qt.Key


def rows(window: MainWindow) -> Iterator[str]:
    """Every row of the list."""
    model = window.centre.list.model
    for shelf in range(model.rowCount()):
        index = model.index(shelf, 0)
        yield str(model.data(index))
        for row in range(model.rowCount(index)):
            yield str(model.data(model.index(row, 0, index)))


def said(widget: QWidget) -> Iterator[str]:
    """All words of a widget, seen and told."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel):
        yield plain(widget.text())
    if isinstance(widget, QAbstractButton):
        yield widget.text()


def everything(window: MainWindow) -> str:
    """Every word on screen, and all that a screen reader is told."""
    widgets = [each for each in window.findChildren(QWidget) if each.isVisible()]
    views = window.centre.stage.views
    return "\n".join((
        window.windowTitle(),
        *(text for widget in widgets for text in said(widget)),
        *rows(window),
        *(strip.label for strip in make_scene(window.session).strips),
        *(label.name for view in views for label in view._labels),
        *(action.text() for action in window.centre.stage.toolbar.names.menu().actions()),
    ))  # fmt: skip


def mentions(text: str, name: str) -> bool:
    """Whether a text holds a name as whole words."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def hide(window: MainWindow, *structures: str) -> None:
    window.session.names.hidden.hide(structures)
    settle()


def label_of(window: MainWindow, structure: str, view: View = View.BACK) -> LabelButton:
    """The name of a structure beside a view."""
    buttons = view_of(window, view).findChildren(LabelButton)
    return next(each for each in buttons if each.structure == structure and each.isVisible())


NAMES = (
    "soleus", "gastrocnemius_medial", "rectus_femoris", "biceps_femoris_long", "gluteus_maximus",
    "tensor_fasciae_latae", "psoas_major", "adductor_magnus", "obturator_internus_gemelli",
    "abductor_digiti_minimi", "erector_spinae", "trapezius_upper", "deltoid_middle",
    "wrist_flexors", "achilles_tendon", "iliotibial_band", "linea_alba", "hamstrings", "calf",
)  # fmt: skip


@pytest.mark.parametrize("structure", NAMES)
def test_a_hidden_name_is_nowhere_on_screen(window: MainWindow, structure: str) -> None:
    window.session.preferences.put("names", "all")
    select(window, structure)
    record = window.session.library.atlas.structures[structure]
    assert mentions(everything(window), record.name)
    hide(window, structure)
    shown, page = everything(window), panel_text(window)
    assert [name for name in whole_names(record) if mentions(shown, name)] == []
    assert [name for name in telling(record) if mentions(page, name)] == []
    assert heading(window) == row_selected(window) == "Hidden name 1"
    assert window.windowTitle().startswith("Hidden name 1")
    assert window.centre.stage.accessibleDescription().startswith("Hidden name 1")


def test_a_hidden_name_is_kept_from_other_pages(window: MainWindow) -> None:
    hide(window, "soleus")
    atlas = window.session.library.atlas
    main, _ = atlas.exercises_for("soleus")
    for entity in (f"exercise:{main[0]}", "muscle:calf", "muscle:achilles_tendon"):
        window.session.selection.select(Entity.parse(entity))
        settle()
        assert not mentions(everything(window), "soleus"), entity
        assert "Hidden name 1" in panel_text(window) or "?1" in panel_text(window)


def test_the_pointer_tells_a_number(window: MainWindow) -> None:
    back, session = view_of(window, View.BACK), window.session
    at = point_of(back, "soleus")
    hide(window, "soleus")
    hit = back.hits(QPointF(at))[0]
    assert session.region_name(hit.structure, hit.side) == "Hidden name 1, right"
    assert session.names.label("soleus") == "?1"


def test_what_is_hidden_can_be_selected_and_stays_hidden(window: MainWindow) -> None:
    hide(window, "soleus")
    back = view_of(window, View.BACK)
    click(back, point_of(back, "soleus"))
    assert window.session.selection.place.structure == "soleus"
    assert heading(window) == "Hidden name 1"


def test_search_still_finds_it_by_the_name_that_was_typed(window: MainWindow) -> None:
    hide(window, "soleus")
    write(window, "soleus")
    assert "Soleus" in [row.title for row in window.centre.top.search.drop.rows.rows]
    press(window, Key.Key_Return)
    assert heading(window) == "Hidden name 1"


@pytest.mark.parametrize("how", ["click", "enter", "space", "menu"])
def test_a_label_is_hidden_and_revealed(window: MainWindow, how: str) -> None:
    select(window, "soleus")
    hidden = window.session.names.hidden
    for expected in (True, False):
        button = label_of(window, "soleus")
        if how == "click":
            click(button, button.rect().center())
        elif how == "menu":
            choose_from_menu(button)
        else:
            button.setFocus()
            press(window, Key.Key_Return if how == "enter" else Key.Key_Space)
        assert ("soleus" in hidden) is expected
    assert heading(window) == "Soleus"


def choose_from_menu(button: LabelButton) -> None:
    """The first entry of the menu over a label."""
    at = button.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, button.mapToGlobal(at))
    QApplication.sendEvent(button, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    settle()


def test_the_menu_over_the_body_hides_and_reveals(window: MainWindow) -> None:
    back, hidden = view_of(window, View.BACK), window.session.names.hidden
    for words in ("Hide the name “Soleus”", "Reveal the name"):
        at = point_of(back, "soleus")
        QTest.mouseClick(back, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.close()
        settle()
    assert not len(hidden)


def test_a_label_tells_what_a_press_does(window: MainWindow) -> None:
    select(window, "soleus")
    button = label_of(window, "soleus")
    assert (button.accessibleName(), button.accessibleDescription()) == (
        "Soleus, name", "Hide the name",
    )  # fmt: skip
    hide(window, "soleus")
    button = label_of(window, "soleus")
    assert (button.accessibleName(), button.accessibleDescription()) == (
        "Hidden name 1, name", "Reveal the name",
    )  # fmt: skip


def test_keys_hide_all_and_reveal_one_after_the_other(window: MainWindow) -> None:
    session = window.session
    session.preferences.put("names", "all")
    settle()
    press(window, Key.Key_H, SHIFT)
    hidden = session.names.hidden
    assert len(hidden) == len(session.structures)
    front = view_of(window, View.FRONT)
    first = sorted(front._labels, key=lambda label: label.edge.y())[:3]
    assert [label.name for label in first] == ["?1", "?2", "?3"], "numbered as they are read"
    press(window, Key.Key_R)
    assert first[0].key not in hidden
    assert len(hidden) == len(session.structures) - 1
    press(window, Key.Key_R, SHIFT)
    assert not len(hidden)


def test_the_others_keep_their_numbers(window: MainWindow) -> None:
    hide(window, "soleus", "gracilis", "sartorius")
    window.session.names.hidden.reveal("gracilis")
    hide(window, "pectineus")
    name = window.session.name
    assert [name(each) for each in ("soleus", "gracilis", "sartorius", "pectineus")] == [
        "Hidden name 1", "Gracilis", "Hidden name 3", "Hidden name 4",
    ]  # fmt: skip


def test_a_key_hides_the_selected_name(window: MainWindow) -> None:
    press(window, Key.Key_H)
    assert not len(window.session.names.hidden), "nothing is selected"
    select(window, "soleus")
    press(window, Key.Key_H)
    assert heading(window) == "Hidden name 1"
    press(window, Key.Key_H)
    assert heading(window) == "Soleus"


def test_a_button_tells_of_hidden_names_and_brings_them_back(window: MainWindow) -> None:
    top = window.centre.top
    button = next(each for each in top.findChildren(QAbstractButton) if "Reveal" in each.text())
    assert not button.isVisible()
    hide(window, "soleus", "gracilis")
    assert button.isVisible()
    assert button.text() == "Names hidden: 2 · Reveal all"
    assert top.rect().contains(button.geometry())
    click(button, button.rect().center())
    assert not button.isVisible()
    assert not len(window.session.names.hidden)


def test_the_panel_leads_back_to_the_name(window: MainWindow) -> None:
    select(window, "soleus")
    hide(window, "soleus")
    panel = window.centre.panel
    panel.subtitle.linkActivated.emit(re.findall(r'href="([^"]+)"', panel.subtitle.text())[0])
    settle()
    assert heading(window) == "Soleus"


def test_revealed_names_leave_nothing_behind(window: MainWindow) -> None:
    select(window, "soleus")
    before, words = picture(window), everything(window)
    press(window, Key.Key_H, SHIFT)
    assert picture(window) != before
    press(window, Key.Key_R, SHIFT)
    assert everything(window) == words
    assert picture(window) == before


def test_a_lesson_that_was_prepared_is_kept(open_window: Open) -> None:
    first = open_window()
    hide(first, "soleus", "gracilis")
    first.session.names.hidden.reveal("soleus")
    shut(first)
    second = open_window()
    assert second.session.name("soleus") == "Soleus"
    assert second.session.name("gracilis") == "Hidden name 2"
    reveal = second.centre.top.hidden
    assert (reveal.isVisible(), reveal.text()) == (True, "Names hidden: 1 · Reveal all")
    reveal.click()
    assert second.session.name("gracilis") == "Gracilis"
    shut(second)
    assert open_window().session.name("gracilis") == "Gracilis"


@pytest.mark.parametrize(
    "kept", ["soleus", "soleus:x", "gone:1", "soleus:1 gracilis:1", ":;%,, :2"]
)
def test_hidden_names_that_make_no_sense_are_shown(
    open_window: Open, settings: Path, kept: str
) -> None:
    settings.write_text(f"[General]\nhidden_names={kept}\n", "utf-8")
    window = open_window()
    assert window.session.name("soleus") == "Soleus"
    assert window.centre.top.hidden.isHidden()
