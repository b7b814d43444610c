"""Closing and opening again: the same place; and settings that are broken or cannot be written."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.gait import Gait
from anatomy_app.ui.main_window import MainWindow
from tests.ui.conftest import Open, shut
from tests.ui.driving import go_to, heading, press, row_selected, select, settle


def shown(window: MainWindow) -> dict[str, object]:
    """All that makes the place where the user is."""
    session, centre = window.session, window.centre
    return {
        "place": session.selection.place,
        "stride": session.clock.stride,
        "percent": session.clock.percent,
        "rate": session.clock.rate,
        "pauses": session.clock.pauses_at_stages,
        "theme": session.theme.name,
        "layer": [view.layer for view in centre.stage.views],
        "views": [view.view for view in centre.stage.views],
        "mode": session.snapshot().mode,
        "measured": session.hides_simulated,
        "names": session.preferences["names"],
        "style": session.names.of("soleus"),
        "through": session.snapshot().see_through,
        "list": centre.shows_list(),
        "size": window.size(),
        "title": window.windowTitle(),
        "heading": heading(window),
        "row": row_selected(window),
    }


def test_a_window_opens_where_it_was_left(open_window: Open) -> None:
    first = open_window()
    fresh = shown(first)
    preferences, session = first.session.preferences, first.session
    select(first, "soleus", Side.LEFT)
    session.clock.set_gait(Gait.RUNNING, 4.2)
    go_to(first, 37)
    for key, value in (
        ("theme", "dark"), ("layer", 2), ("views", "back,medial"), ("colour", "contraction"),
        ("measured_only", True), ("names", "all"), ("name_style", "de"), ("see_through", True),
        ("rate", 0.5), ("pause_at_stages", True),
    ):  # fmt: skip
        preferences.put(key, value)
    first.centre.toggle_list()
    settle()
    left = shown(first)
    assert [key for key in fresh if fresh[key] == left[key]] == ["size"]
    shut(first)
    assert shown(open_window()) == left


def test_walking_is_remembered(open_window: Open) -> None:
    first = open_window()
    first.session.clock.set_gait(Gait.WALKING)
    shut(first)
    second = open_window()
    assert second.session.clock.stride.gait is Gait.WALKING
    assert second.centre.timeline.gutter.gait.currentText() == "Walking"


def test_an_exercise_is_remembered(open_window: Open) -> None:
    from anatomy_app.model.entities import Entity

    first = open_window()
    first.session.selection.select(Entity.parse("exercise:seated_calf_raise"))
    settle()
    name = heading(first)
    shut(first)
    assert heading(open_window()) == name


def test_open_groups_of_the_list_are_remembered(open_window: Open) -> None:
    first = open_window()
    tree = first.centre.list.tree
    for row in range(4):
        tree.setExpanded(tree.model().index(row, 0), row == 2)
    shut(first)
    tree = open_window().centre.list.tree
    assert [tree.isExpanded(tree.model().index(row, 0)) for row in range(4)] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_place_that_is_gone_is_passed_over(open_window: Open, settings: Path) -> None:
    settings.write_text("[General]\nplace=muscle:no_such_muscle\npercent=20\n", "utf-8")
    window = open_window()
    assert window.session.selection.place.entity is None
    assert window.session.clock.percent == 20


@pytest.mark.parametrize(
    "lines",
    [
        "percent=nan;speed=-3;layer=9;theme=pink;views=sideways,,;gait=flying;rate=0;place=:::",
        "percent=1e400;speed=999;views=;side=up;open_groups=,,,;names=perhaps;colour=",
        "speed=5.5;geometry=nonsense;layer=2.5;percent=-1;side=left;place=muscle:",
        "gait=sprinting;speed=3.0;percent=100;views=front,front,back,nowhere",
    ],
)
def test_values_that_make_no_sense_are_passed_over(
    open_window: Open, settings: Path, lines: str
) -> None:
    settings.write_text("[General]\n" + lines.replace(";", "\n"), "utf-8")
    window = open_window()
    assert window.centre.stage.views
    assert 0 <= window.session.clock.percent < 100
    assert window.session.selection.place.entity is None
    press(window, Qt.Key.Key_Right)


def test_a_broken_file_is_set_aside_and_named(open_window: Open, settings: Path) -> None:
    broken = b"\x00\x01 this is no settings file \xff"
    settings.write_bytes(broken)
    window = open_window()
    box = window.findChildren(QMessageBox)[0]
    aside = window.session.preferences.set_aside
    assert aside is not None
    assert aside.read_bytes() == broken
    assert str(aside) in box.text()
    box.close()
    settle()
    go_to(window, 12)
    shut(window)
    assert open_window().session.clock.percent == 12
    assert aside.read_bytes() == broken


def test_a_folder_that_cannot_be_written_is_no_obstacle(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(folder, os.W_OK):  # the superuser may write everywhere
        monkeypatch.setattr("anatomy_app.state.preferences._can_write", lambda path: False)
    window = open_window(settings=folder / "settings.ini")
    select(window, "soleus")
    window.session.preferences.put("theme", "dark")
    shut(window)
    folder.chmod(stat.S_IRWXU)
    assert list(folder.iterdir()) == []


def test_nothing_is_written_outside_the_settings_file(
    open_window: Open, tmp_path: Path, settings: Path
) -> None:
    window = open_window()
    select(window, "soleus")
    shut(window)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [settings]


def test_a_window_without_settings_begins_at_the_first_contact(window: MainWindow) -> None:
    session = window.session
    assert session.selection.place.entity is None
    assert (session.clock.percent, session.clock.stride.speed) == (0, 3.0)
    assert [view.view for view in window.centre.stage.views] == [
        View.FRONT, View.BACK, View.RUNNER
    ]  # fmt: skip
