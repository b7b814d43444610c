"""Moving through the stride: keys, buttons, the slider, the curve, and playing by the clock."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.paint.timeline import LEFT_BAR, RIGHT_BAR, STRIPS
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    SHIFT,
    click,
    drag,
    go_to,
    heading,
    on_track,
    panel_text,
    press,
    select,
    settle,
    write,
)

Key = Qt.Key
STEPS = (
    (Key.Key_Right, Qt.KeyboardModifier.NoModifier, 21),
    (Key.Key_Left, Qt.KeyboardModifier.NoModifier, 19),
    (Key.Key_Right, SHIFT, 25),
    (Key.Key_Left, SHIFT, 15),
    (Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    (Key.Key_End, Qt.KeyboardModifier.NoModifier, 99),
)


def _places(window: MainWindow) -> dict[str, QWidget]:
    centre = window.centre
    return {
        "stage": centre.stage,
        "drawing": centre.stage.views[0],
        "list": centre.list.tree,
        "panel": centre.panel,
        "timeline": centre.timeline.slider,
        "play": centre.timeline.gutter.play,
        "gait": centre.timeline.gutter.gait,
    }


@pytest.mark.parametrize("place", ["stage", "drawing", "list", "panel", "timeline", "play"])
def test_the_keys_step_wherever_the_focus_is(window: MainWindow, place: str) -> None:
    select(window, "soleus")
    _places(window)[place].setFocus()
    for key, modifiers, percent in STEPS:
        go_to(window, 20)
        press(window, key, modifiers)
        assert window.session.clock.percent == percent, key
    assert window.session.selection.place.structure == "soleus"


@pytest.mark.parametrize("place", ["stage", "drawing", "list", "panel", "timeline"])
def test_page_keys_walk_the_stages_and_space_plays(window: MainWindow, place: str) -> None:
    clock = window.session.clock
    _places(window)[place].setFocus()
    starts = clock.stride.stage_starts()
    for start in (*starts[1:], starts[0]):
        press(window, Key.Key_PageDown)
        assert clock.percent == start
    for start in reversed(starts):
        press(window, Key.Key_PageUp)
        assert clock.percent == start
    press(window, Key.Key_Space)
    assert clock.playing
    press(window, Key.Key_Space)
    assert not clock.playing


def test_stepping_comes_round(window: MainWindow) -> None:
    clock = window.session.clock
    press(window, Key.Key_Left)
    assert clock.percent == 99
    press(window, Key.Key_Right)
    assert clock.percent == 0


def test_in_a_text_field_the_keys_edit(window: MainWindow) -> None:
    go_to(window, 20)
    search, clock = window.centre.top.search, window.session.clock
    write(window, "calf raise")
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Home):
        press(window, key)
    assert search.cursorPosition() == 0
    press(window, Key.Key_End)
    press(window, Key.Key_Space)
    assert search.text() == "calf raise "
    press(window, Key.Key_Left, SHIFT)
    assert search.selectedText() == " "
    QTest.keyClicks(search, "nin[]")
    assert search.text() == "calf raisenin[]"
    assert clock.percent == 20
    assert not clock.playing
    assert window.session.preferences["names"] == "active"
    assert window.session.preferences["layer"] == 1


def test_in_the_filter_of_the_list_the_keys_edit(window: MainWindow) -> None:
    go_to(window, 20)
    field = window.centre.list.filter
    field.setFocus()
    QTest.keyClicks(field, "in a")
    press(window, Key.Key_Home)
    press(window, Key.Key_Right)
    assert (field.text(), field.cursorPosition()) == ("in a", 1)
    assert window.session.clock.percent == 20
    assert not window.session.clock.playing


def test_the_buttons_of_the_timeline(window: MainWindow) -> None:
    clock, gutter = window.session.clock, window.centre.timeline.gutter
    starts = clock.stride.stage_starts()
    assert gutter.next.accessibleName() == "Next stage"
    click(gutter.next, gutter.next.rect().center())
    assert clock.percent == starts[1]
    assert gutter.previous.accessibleName() == "Previous stage"
    click(gutter.previous, gutter.previous.rect().center())
    assert clock.percent == starts[0]
    assert gutter.play.accessibleName() == "Play"
    click(gutter.play, gutter.play.rect().center())
    assert clock.playing
    assert gutter.play.accessibleName() == "Pause"
    assert gutter.play.toolTip() == "Pause"
    click(gutter.play, gutter.play.rect().center())
    assert not clock.playing
    assert gutter.play.accessibleName() == "Play"


def test_dragging_over_the_strips_scrubs(window: MainWindow) -> None:
    timeline, clock = window.centre.timeline, window.session.clock
    seen: list[float] = []
    clock.moved.connect(seen.append)
    stops = [on_track(timeline, percent, STRIPS + 5) for percent in (30, 45, 60)]
    drag(timeline.slider, on_track(timeline, 10, STRIPS + 5), *stops)
    assert [round(each) for each in seen] == [10, 30, 45, 60]
    assert timeline.slider.value() == 60


def test_dragging_past_the_ends_stays_at_them(window: MainWindow) -> None:
    timeline, clock = window.centre.timeline, window.session.clock
    start = on_track(timeline, 50, STRIPS + 5)
    drag(timeline.slider, start, start + QPoint(4000, 0))
    assert clock.percent > 99.9
    assert timeline.slider.value() == 100
    drag(timeline.slider, start, start - QPoint(4000, 0))
    assert clock.percent == 0


def test_a_drag_stops_the_playing(window: MainWindow) -> None:
    timeline, clock = window.centre.timeline, window.session.clock
    press(window, Key.Key_Space)
    click(timeline.slider, on_track(timeline, 10, STRIPS + 5))
    assert not clock.playing


def test_a_click_on_a_stage_goes_to_its_start(window: MainWindow) -> None:
    timeline, clock = window.centre.timeline, window.session.clock
    y = RIGHT_BAR[0] + 5
    for span in clock.stride.spans(Side.RIGHT):
        go_to(window, 97.5)
        click(timeline.slider, on_track(timeline, (span.start + span.end) / 2, y))
        assert clock.percent == span.start, span


def test_a_click_on_the_left_bar_goes_to_its_start(window: MainWindow) -> None:
    timeline, clock = window.centre.timeline, window.session.clock
    stance = next(s for s in clock.stride.periods(Side.LEFT) if s.name == "stance")
    click(timeline.slider, on_track(timeline, (stance.start + 84) / 2, LEFT_BAR[0] + 5))
    assert clock.percent == pytest.approx(stance.start)


def test_dragging_on_the_curve_is_the_same_scrubber(window: MainWindow) -> None:
    select(window, "soleus")
    curve, clock = window.centre.panel.structure.curve, window.session.clock
    width = curve.width()
    drag(curve, QPoint(width // 4, 30), QPoint(width // 2, 30))
    assert clock.percent == pytest.approx(50, abs=0.6)
    assert window.centre.timeline.slider.value() == round(clock.percent)


def test_on_the_curve_of_a_left_muscle_its_own_stride_is_meant(window: MainWindow) -> None:
    select(window, "soleus", Side.LEFT)
    curve, clock = window.centre.panel.structure.curve, window.session.clock
    click(curve, QPoint(curve.width() // 4, 30))
    assert clock.stride.percent(Side.LEFT, clock.percent) == pytest.approx(25, abs=0.6)


def test_the_slider_is_set_by_value_as_a_screen_reader_does(window: MainWindow) -> None:
    slider, clock = window.centre.timeline.slider, window.session.clock
    interface = QAccessible.queryAccessibleInterface(slider)
    assert interface.text(QAccessible.Text.Name) == "Position in stride"
    assert interface.role() == QAccessible.Role.Slider
    value = interface.valueInterface()
    assert (value.minimumValue(), value.maximumValue()) == (0, 100)
    value.setCurrentValue(64)
    settle()
    assert clock.percent == 64
    assert value.currentValue() == 64
    slider.setValue(100)
    assert clock.percent > 99.9
    slider.setValue(0)
    assert clock.percent == 0


def test_a_fine_position_is_not_rounded_by_the_slider(window: MainWindow) -> None:
    """The slider follows in whole percents without pulling the stride onto them."""
    for percent in (14.4, 14.6, 99.7, 0.2):
        go_to(window, percent)
        assert window.session.clock.percent == percent


def test_a_row_of_the_stages_goes_to_its_stage(window: MainWindow) -> None:
    select(window, "soleus")
    clock, rows = window.session.clock, window.centre.panel.structure.rows
    for span in clock.stride.spans(Side.RIGHT):
        rows._rows[span.name].click()
        assert clock.percent == span.start
        assert [name for name, row in rows._rows.items() if row.current] == [span.name]


def test_the_words_of_a_strip_select_its_group(window: MainWindow) -> None:
    timeline = window.centre.timeline
    click(timeline, QPoint(timeline.slider.x() - 30, round(STRIPS) + 16 * 2 + 6))
    assert heading(window).startswith("Hamstrings")


class TestPlaying:
    """The clock is told how much time has passed; nothing here waits."""

    def test_time_moves_the_stride_at_the_rate(self, window: MainWindow) -> None:
        clock = window.session.clock
        clock.play()
        clock.advance(0.2)
        assert clock.percent == pytest.approx(0.2 * 0.25 / clock.stride.stride_time * 100)

    def test_a_whole_stride_comes_round(self, window: MainWindow) -> None:
        clock = window.session.clock
        go_to(window, 90)
        clock.play()
        clock.advance(clock.stride.stride_time / clock.rate * 0.2)
        assert clock.percent == pytest.approx(10)

    def test_the_rate_is_chosen_from_the_menu(self, window: MainWindow) -> None:
        menu = window.centre.timeline.gutter.rate.menu()
        words = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert words == ["real time", "½ speed", "¼ speed", "⅒ speed", "Pause at each stage"]
        menu.actions()[0].trigger()
        assert window.session.clock.rate == 1.0
        assert window.centre.timeline.gutter.rate.text() == "real time"

    def test_it_can_pause_at_each_stage(self, window: MainWindow) -> None:
        menu, clock = window.centre.timeline.gutter.rate.menu(), window.session.clock
        next(a for a in menu.actions() if a.text() == "Pause at each stage").trigger()
        starts = clock.stride.stage_starts()
        for start in starts[1:]:
            clock.play()
            clock.advance(60)
            assert clock.percent == start
            assert not clock.playing

    def test_the_panel_follows(self, window: MainWindow) -> None:
        clock = window.session.clock
        go_to(window, 10)
        clock.play()
        clock.advance(clock.stride.stride_time / clock.rate * 0.1)
        stage = window.session.library.atlas.stages[clock.stride.stage_at(Side.RIGHT, 20)]
        assert heading(window) == stage.name
        assert "Right foot, 20 %" in panel_text(window)

    def test_closing_stops_it(self, window: MainWindow) -> None:
        clock = window.session.clock
        clock.play()
        window.close()
        assert not clock.playing
        assert not window.player._timer.isActive()
