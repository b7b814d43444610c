"""The search field: what typing shows, how a hit is chosen, and how it is left."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.state.selection import Part
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.search_rows import Row
from tests.ui.driving import CONTROL, click, heading, picture, press, settle, write

Key = Qt.Key


def rows(window: MainWindow) -> list[Row]:
    return window.centre.top.search.drop.rows.rows


def chosen(window: MainWindow) -> Row:
    return rows(window)[window.centre.top.search.drop.current]


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Key.Key_K, CONTROL), (Key.Key_F, CONTROL)], ids=["Ctrl+K", "Ctrl+F"]
)
def test_its_keys_lead_to_it(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    search = window.centre.top.search
    assert not search.hasFocus()
    press(window, key, modifiers)
    assert search.hasFocus()


def test_typing_shows_hits_with_their_reason(window: MainWindow) -> None:
    drop = window.centre.top.search.drop
    assert not drop.isVisible()
    write(window, "calf")
    assert drop.isVisible()
    hits = [row for row in rows(window) if row.entity is not None]
    assert hits
    assert all(row.why for row in hits)
    assert rows(window)[0].is_heading
    assert chosen(window) is hits[0]


def test_hits_stand_under_their_kinds(window: MainWindow) -> None:
    write(window, "calf")
    kind = ""
    heads = [row.title for row in rows(window) if row.is_heading]
    assert len(heads) == len(set(heads)) > 1
    from anatomy_app.ui import words

    for row in rows(window):
        if row.is_heading:
            kind = row.title
        elif row.entity is not None:
            assert words.kind(row.entity.kind) == kind


def test_arrows_pass_over_headings_and_stop_at_the_ends(window: MainWindow) -> None:
    write(window, "calf")
    hits = [row for row in rows(window) if not row.is_heading]
    visited = [chosen(window)]
    for _ in range(len(hits) + 3):
        press(window, Key.Key_Down)
        if chosen(window) is not visited[-1]:
            visited.append(chosen(window))
    assert visited == hits
    for _ in range(len(hits) + 3):
        press(window, Key.Key_Up)
    assert chosen(window) is hits[0]
    assert window.session.clock.percent == 0


def test_tab_goes_to_the_next_kind(window: MainWindow) -> None:
    write(window, "calf")
    firsts = [rows(window)[i + 1] for i, row in enumerate(rows(window)) if row.is_heading]
    for first in (*firsts[1:], firsts[0]):
        press(window, Key.Key_Tab)
        assert chosen(window) is first
    assert window.centre.top.search.hasFocus()


def test_enter_opens_the_hit(window: MainWindow) -> None:
    write(window, "hammies")
    press(window, Key.Key_Return)
    assert heading(window) == "Hamstrings"
    search = window.centre.top.search
    assert search.text() == ""
    assert not search.drop.isVisible()


def test_a_click_opens_the_hit_under_it(window: MainWindow) -> None:
    write(window, "calf")
    drop = window.centre.top.search.drop
    index = next(
        i for i, row in enumerate(rows(window)) if row.entity and row is not chosen(window)
    )
    wanted = rows(window)[index].entity
    rect = drop.list.visualRect(drop.rows.index(index))
    click(drop.list.viewport(), rect.center())
    assert window.session.selection.place.entity == wanted
    assert not drop.isVisible()


def test_a_click_on_a_heading_does_nothing(window: MainWindow) -> None:
    write(window, "calf")
    drop = window.centre.top.search.drop
    click(drop.list.viewport(), drop.list.visualRect(drop.rows.index(0)).center())
    assert window.session.selection.place.entity is None
    assert drop.isVisible()


def test_a_stage_is_also_gone_to(window: MainWindow) -> None:
    write(window, "midstance")
    while chosen(window).entity != Entity(Kind.STAGE, "midstance"):
        press(window, Key.Key_Down)
    press(window, Key.Key_Return)
    stride = window.session.clock.stride
    assert window.session.clock.percent == next(
        span.start for span in stride.stages if span.name == "midstance"
    )


def test_esc_closes_then_clears(window: MainWindow) -> None:
    search = window.centre.top.search
    write(window, "soleus")
    press(window, Key.Key_Escape)
    assert not search.drop.isVisible()
    assert search.text() == "soleus"
    press(window, Key.Key_Escape)
    assert search.text() == ""
    assert search.hasFocus()


def test_after_esc_typing_opens_again(window: MainWindow) -> None:
    search = window.centre.top.search
    write(window, "sol")
    press(window, Key.Key_Escape)
    from PySide6.QtTest import QTest

    QTest.keyClicks(search, "e")
    assert search.drop.isVisible()


def test_nonsense_is_answered(window: MainWindow) -> None:
    write(window, "xqzzv")
    drop = window.centre.top.search.drop
    assert drop.isVisible()
    assert drop.message.startswith("Nothing for “xqzzv”")
    assert rows(window) == []
    press(window, Key.Key_Return)
    assert window.session.selection.place.entity is None


def test_a_slip_is_forgiven_or_answered_with_near_words(window: MainWindow) -> None:
    write(window, "gastrocnemeus")
    drop = window.centre.top.search.drop
    found = [row.title for row in rows(window)]
    assert any("Gastrocnemius" in title for title in found) or "Perhaps" in drop.message


def test_near_words_are_named(window: MainWindow) -> None:
    """What is no hit but near some words says which."""
    search, drop = window.centre.top.search, window.centre.top.search.drop
    for text in ("glutxxus", "hamstxxngs", "qadrizzps", "achxxles", "tibixxx"):
        near = window.session.nearest_words(text)
        search.setText("")
        write(window, text)
        if not rows(window) and near:
            assert all(word in drop.message for word in near)
            return
    pytest.skip("all of these slips are forgiven")


def test_commands_are_found_too(window: MainWindow) -> None:
    write(window, "dark")
    commands = [row for row in rows(window) if row.action is not None]
    assert [row.title for row in commands] == ["Dark appearance"]
    while chosen(window).action is None:
        press(window, Key.Key_Down)
    press(window, Key.Key_Return)
    assert window.session.preferences["theme"] == "dark"
    assert window.session.theme.dark


def test_every_command_can_be_found_by_its_words(window: MainWindow) -> None:
    """Those of the part of the window that is open."""
    for part in Part:
        window.session.selection.open(part)
        useful = [action for action in window.actions_by_id.values() if action.isEnabled()]
        assert len(useful) > 15
        for action in useful:
            assert action in window.find_commands(action.text()), action.text()


def test_a_very_long_text_is_borne(window: MainWindow) -> None:
    search = window.centre.top.search
    write(window, "x")
    search.setText("soleus " * 200)
    search.search(search.text())
    settle()
    assert len(search.text()) <= 300
    assert search.drop.isVisible()
    assert search.drop.geometry().right() <= window.width()
    assert not picture(search.drop).isNull()


def test_strange_signs_are_borne(window: MainWindow) -> None:
    for text in (
        "<b>calf</b>",
        "% {0} \\n",
        "((((",
        "m. soleus*",
        "\u202eflac",
        "🦵",
        "   ",
        "'\"",
        "{1}",
    ):
        window.centre.top.search.clear()
        write(window, text)
        press(window, Key.Key_Escape)


def test_losing_the_focus_closes_and_coming_back_opens(window: MainWindow) -> None:
    search = window.centre.top.search
    write(window, "soleus")
    back = window.centre.stage.views[0]
    click(back, QPoint(3, 3))
    window.centre.stage.setFocus()
    assert not search.drop.isVisible()
    press(window, Key.Key_K, CONTROL)
    assert search.drop.isVisible()


def test_emptying_the_field_closes_the_list(window: MainWindow) -> None:
    write(window, "so")
    press(window, Key.Key_Backspace)
    press(window, Key.Key_Backspace)
    assert not window.centre.top.search.drop.isVisible()


def test_the_list_stands_under_the_field_and_inside_the_window(window: MainWindow) -> None:
    search = window.centre.top.search
    write(window, "muscle")
    box = search.drop.geometry()
    top_left = search.mapTo(window, QPoint(0, 0))
    assert box.x() == top_left.x()
    assert box.y() >= top_left.y() + search.height()
    assert window.rect().contains(box)


def test_the_foot_counts(window: MainWindow) -> None:
    write(window, "calf")
    drop = window.centre.top.search.drop
    shown = sum(row.entity is not None for row in rows(window))
    found = len(window.session.find("calf"))
    assert drop.accessibleDescription() == f"{shown} of {found} results"


def test_the_keys_of_the_list_stay_in_the_field(window: MainWindow) -> None:
    write(window, "calf")
    assert QApplication.focusWidget() is window.centre.top.search
