"""Under the stage bars: strips, curves, readouts, comparisons, speed, stages, taking them along."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.paint.charts import Charts
from anatomy_app.paint.timeline import RIGHT_BAR, STRIPS
from anatomy_app.ui.commands_curves import write_curves
from anatomy_app.ui.curve_tabs import TABS
from anatomy_app.ui.curves_export import csv_text
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.speed_view import SpeedView
from anatomy_app.ui.stage_card import StageCard
from tests.ui.conftest import Open
from tests.ui.driving import (
    ALT,
    CONTROL,
    SHIFT,
    click,
    drag,
    go_to,
    heading,
    on_track,
    picture,
    press,
    select,
    settle,
)

Key = Qt.Key
CURVES = ("muscle", "angles", "force")


def show(window: MainWindow, tab: str, compare: str = "") -> None:
    window.session.preferences.put("compare", compare)
    window.session.preferences.put("curves", tab)
    settle()


def shown(window: MainWindow) -> Charts:
    charts = window.centre.timeline.made_charts()
    assert charts is not None
    return charts


def said(window: MainWindow) -> str:
    """What a screen reader says of the scrubber."""
    interface = QAccessible.queryAccessibleInterface(window.centre.timeline.slider)
    return str(interface.text(QAccessible.Text.Description))


def speed_page(window: MainWindow) -> SpeedView:
    page = window.centre.timeline.pages.shown
    assert isinstance(page, SpeedView)
    return page


def stage_page(window: MainWindow) -> StageCard:
    page = window.centre.timeline.pages.shown
    assert isinstance(page, StageCard)
    return page


# choosing what is shown


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_is_chosen_by_pointer_and_by_key(window: MainWindow, tab: str) -> None:
    timeline = window.centre.timeline
    button = timeline.tabs.tabs[tab]
    click(button, button.rect().center())
    assert timeline.tab == tab
    click(button, button.rect().center())
    assert [each for each, one in timeline.tabs.tabs.items() if one.isChecked()] == [tab]
    show(window, "force" if tab != "force" else "angles")
    press(window, Key(Key.Key_1 + TABS.index(tab)), ALT)
    assert timeline.tab == tab
    assert button.isChecked()


def test_the_tab_is_there_again_after_a_restart(open_window: Open) -> None:
    show(open_window(), "angles", "speed:4.5")
    again = open_window()
    assert again.centre.timeline.tab == "angles"
    assert len(shown(again).names) == 2


@pytest.mark.parametrize("tab", CURVES)
def test_dragging_on_the_curves_is_the_scrubber(window: MainWindow, tab: str) -> None:
    select(window, "soleus")
    show(window, tab)
    timeline, clock = window.centre.timeline, window.session.clock
    drag(timeline.slider, on_track(timeline, 10, 150), on_track(timeline, 62, 150))
    assert clock.percent == pytest.approx(62, abs=0.1)


@pytest.mark.parametrize("tab", ["activity", "stage", *CURVES])
def test_a_step_leaves_nothing_stale_on_screen(window: MainWindow, tab: str) -> None:
    """Only what the cursor touches is repainted: the rest must be as if painted afresh."""
    select(window, "soleus")
    show(window, tab, "gait:walking")
    window.session.clock.set_loop(20, 50)
    for percent in (14, 15, 40, 39.5, 96, 0, 2.58384, 60):
        go_to(window, percent)
    assert on_screen(window) == picture(window.centre.timeline)


class Painted(QObject):
    """Notes how large a part of a widget is painted anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.pixels: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            box = event.region().boundingRect()
            self.pixels.append(box.width() * box.height())
        return False


@pytest.mark.parametrize("tab", ["activity", *CURVES])
def test_a_step_within_a_stage_repaints_the_cursor_alone(window: MainWindow, tab: str) -> None:
    select(window, "soleus")
    show(window, tab)
    timeline = window.centre.timeline
    go_to(window, 30)
    painted = Painted(timeline)
    go_to(window, 31)
    assert painted.pixels
    assert sum(painted.pixels) < timeline.width() * timeline.height() / 4


def on_screen(window: MainWindow) -> QImage:
    """What the screen shows of the timeline, without painting anything for it."""
    timeline = window.centre.timeline
    at = timeline.mapTo(window, QPoint())
    grabbed = window.screen().grabWindow(
        window.winId(), at.x(), at.y(), timeline.width(), timeline.height()
    )
    return grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_upper_edge_is_dragged_for_taller_curves_and_stays_so(open_window: Open) -> None:
    window = open_window()
    centre = window.centre
    usual = centre.timeline.height()
    at = centre.grip.rect().center()
    drag(centre.grip, at, at - QPoint(0, 100))
    assert centre.timeline.height() > usual + 90
    assert centre.stage.geometry().bottom() < centre.timeline.y()
    taller = centre.timeline.height()
    window = open_window()
    centre = window.centre
    assert centre.timeline.height() == taller
    press(window, Key.Key_Down, CONTROL | SHIFT)
    assert centre.timeline.height() < taller
    for _ in range(40):
        press(window, Key.Key_Up, CONTROL | SHIFT)
    assert centre.stage.height() > 200
    QTest.mouseDClick(centre.grip, Qt.MouseButton.LeftButton)
    settle()
    assert centre.timeline.height() == usual


# readouts


def test_the_scrubber_says_the_values_with_their_units(window: MainWindow) -> None:
    go_to(window, 14)
    stride = window.session.clock.stride
    show(window, "angles")
    angles = stride.angles(14)
    assert f"Knee {angles['knee_flexion_r']:.0f}°" in said(window)
    show(window, "force")
    force = stride.forces(14)[Side.RIGHT]
    assert f"Vertical force {force.vertical_bw:.2f} BW" in said(window)
    assert f"Fore-aft force {force.fore_aft_bw:.2f} BW" in said(window)
    go_to(window, 70)
    assert "14 %" not in said(window)
    assert "Vertical force 0.00 BW" in said(window)


def test_the_selected_muscle_has_band_n_and_speed(window: MainWindow) -> None:
    select(window, "soleus")
    show(window, "muscle")
    go_to(window, 14)
    assert "Soleus 99 %" in said(window)
    (name,) = shown(window).names
    assert all(word in name for word in ("EMG", "30 adults", "2.8 m/s", "± 1 SD"))
    (line,) = shown(window).rows[0].lines
    assert line.low[14] < line.values[14] < line.high[14]


def test_a_left_muscle_brings_the_curves_of_the_left_leg(window: MainWindow) -> None:
    clock = window.session.clock
    for tab in CURVES:
        select(window, "soleus", Side.RIGHT)
        show(window, tab)
        right = [line.value(14) for row in shown(window).rows for line in row.lines]
        select(window, "soleus", Side.LEFT)
        left = [line.value(64) for row in shown(window).rows for line in row.lines]
        assert left == pytest.approx(right, abs=0.2), tab
    assert clock.stride.gait is Gait.RUNNING


def test_without_a_measurement_the_curve_says_so(window: MainWindow) -> None:
    show(window, "muscle")
    assert not shown(window).rows[0].no_data
    assert "Select a muscle" in said(window)
    select(window, "plantaris")
    assert shown(window).rows[0].no_data
    assert "No data" in said(window)
    select(window, "achilles_tendon")
    assert not shown(window).rows[0].no_data


def test_hidden_simulations_have_no_curve(window: MainWindow) -> None:
    select(window, "iliopsoas")
    show(window, "muscle")
    assert shown(window).rows[0].lines[0].simulated
    window.session.preferences.put("measured_only", True)
    assert shown(window).rows[0].lines == ()


def test_bands_are_there_only_where_several_people_were_measured(window: MainWindow) -> None:
    clock = window.session.clock
    for gait, speed, banded in (
        (Gait.RUNNING, 2.5, True), (Gait.RUNNING, 3.0, True), (Gait.RUNNING, 5.0, False),
        (Gait.WALKING, None, False), (Gait.SPRINTING, None, False),
    ):  # fmt: skip
        clock.set_gait(gait, speed)
        for tab in ("angles", "force"):
            show(window, tab)
            lines = [line for row in shown(window).rows for line in row.lines]
            assert {bool(line.low) for line in lines} == {banded}
            assert ("no band" in shown(window).names[0]) is not banded


# comparing


def test_heights_on_other_scales_are_never_offered_for_comparison(window: MainWindow) -> None:
    select(window, "soleus")
    for compare in ("muscles:tibialis_anterior", "gait:walking"):
        show(window, "muscle", compare)
        assert "not heights" in shown(window).note
        assert "not heights" in said(window)
    show(window, "muscle", "speed:5")
    assert "heights compare" in shown(window).note
    assert "One runner" in shown(window).note
    show(window, "angles", "speed:4.5")
    assert "heights compare" in shown(window).note


def test_three_muscles_at_most(window: MainWindow) -> None:
    select(window, "soleus")
    show(window, "muscle", "muscles:tibialis_anterior,gluteus_maximus,vastus_lateralis")
    assert len(shown(window).names) == 3
    assert [line.style for line in shown(window).rows[0].lines] == [0, 1, 2]


def test_walking_beside_running_marks_both_toe_offs(window: MainWindow) -> None:
    for tab in ("angles", "force"):
        show(window, tab, "gait:walking")
        charts = shown(window)
        assert charts.other_toe_off is not None
        assert charts.other_toe_off > charts.toe_off
        assert "Walking 1.26 m/s, one person" in charts.names[1]


def test_a_muscle_nobody_recorded_at_other_speeds_says_so(window: MainWindow) -> None:
    select(window, "tensor_fasciae_latae")
    show(window, "muscle", "speed:5")
    assert "one runner" in said(window)
    assert shown(window).rows[0].no_data


def entries(menu: QMenu) -> dict[str, QMenu | None]:
    return {action.text(): action.menu() for action in menu.actions() if not action.isSeparator()}  # type: ignore[misc]


def test_the_button_offers_what_can_be_compared(window: MainWindow) -> None:
    select(window, "soleus")
    button = window.centre.timeline.compare
    assert not button.isVisible()
    show(window, "muscle")
    assert button.isVisible()
    menu = button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    assert {"Nothing", "Walking", "Sprinting", "Another speed", "Other muscles"} <= set(
        entries(menu)
    )
    speeds = entries(menu)["Another speed"]
    assert speeds is not None
    assert [*entries(speeds)] == ["2.0 m/s", "4.0 m/s", "5.0 m/s"]
    next(a for a in menu.actions() if a.text() == "Walking").trigger()
    assert shown(window).names[1].startswith("Walking")
    assert button.text() == "with walking"


def test_the_menu_key_opens_the_menu_of_the_curves(window: MainWindow) -> None:
    show(window, "angles")
    timeline = window.centre.timeline
    at = QPoint(300, 150)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, timeline.mapToGlobal(at))
    QApplication.sendEvent(timeline, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = {*entries(menu)}
    menu.close()
    settle()
    assert {"Compare with", "Loop this stage", "Copy curves as picture"} <= texts


# rows of the strip


def test_both_legs_have_their_row(window: MainWindow) -> None:
    for strip in window.centre.timeline.made_scene().strips:
        assert strip.left == strip.values[50:] + strip.values[:50]


def test_a_group_opens_to_its_muscles(window: MainWindow) -> None:
    timeline, session = window.centre.timeline, window.session
    chevron = timeline.rows._chevrons["calf"]
    assert chevron.accessibleName().startswith("Open")
    chevron.setFocus()
    press(window, Key.Key_Return)
    keys = [strip.key for strip in timeline.made_scene().strips]
    at = keys.index("calf")
    assert keys[at + 1] in session.library.index.members("calf")
    assert chevron.accessibleName().startswith("Close")
    select(window, "soleus")
    assert "soleus" in [strip.key for strip in timeline.made_scene().strips]
    row = [strip.key for strip in timeline.made_scene().strips].index("soleus")
    click(timeline, QPoint(timeline.slider.x() - 40, round(STRIPS) + 16 * row + 6))
    assert heading(window) == "Soleus"
    chevron.click()
    assert "soleus" not in [strip.key for strip in timeline.made_scene().strips]


def test_a_selection_scrolls_its_row_into_view(window: MainWindow) -> None:
    timeline = window.centre.timeline
    for structure, row in (("deep_calf", "deep_calf"), ("gluteus_maximus", "gluteals")):
        select(window, structure)
        assert row in [strip.key for strip in timeline.made_scene().strips]


# looping


def test_shift_and_drag_loops_a_range(window: MainWindow) -> None:
    timeline, clock = window.centre.timeline, window.session.clock
    y = RIGHT_BAR[0] + 5
    QTest.mousePress(timeline.slider, Qt.MouseButton.LeftButton, SHIFT, on_track(timeline, 40, y))
    timeline.dragged(timeline.slider.mapToParent(on_track(timeline, 20, y)).toPointF())
    before = picture(timeline)
    QTest.mouseRelease(timeline.slider, Qt.MouseButton.LeftButton, SHIFT)
    assert clock.loop == pytest.approx((20, 40), abs=0.1)
    assert clock.percent == 0
    assert timeline.gutter.loop.isChecked()
    press(window, Key.Key_L, SHIFT)
    assert clock.loop is None
    assert picture(timeline) != before


def test_keys_set_start_and_end_of_the_loop(window: MainWindow) -> None:
    clock = window.session.clock
    go_to(window, 30)
    press(window, Key.Key_Comma)
    go_to(window, 60)
    press(window, Key.Key_Period)
    assert clock.loop == (30, 60)
    press(window, Key.Key_L)
    span = next(s for s in clock.stride.spans(Side.RIGHT) if s.start <= 60 < s.end)
    assert clock.loop == (span.start, span.end)


def test_the_button_loops_the_stage_and_says_so(window: MainWindow) -> None:
    loop, clock = window.centre.timeline.gutter.loop, window.session.clock
    go_to(window, 5)
    click(loop, loop.rect().center())
    assert clock.loop is not None
    assert "Looping 3 to 13 %" in loop.accessibleName()
    click(loop, loop.rect().center())
    assert clock.loop is None
    assert loop.accessibleName() == "Loop this stage"


def test_pausing_at_stages_is_a_button_a_menu_entry_and_a_key(window: MainWindow) -> None:
    gutter, clock = window.centre.timeline.gutter, window.session.clock
    click(gutter.pauses, gutter.pauses.rect().center())
    assert clock.pauses_at_stages
    assert gutter.pausing.isChecked()
    press(window, Key.Key_P)
    assert not clock.pauses_at_stages
    assert not gutter.pauses.isChecked()
    assert not gutter.pausing.isChecked()


# speed


def test_the_figures_are_those_of_the_tables(window: MainWindow) -> None:
    show(window, "speed")
    stride = window.session.clock.stride
    text = speed_page(window).reading()
    assert f"Cadence {stride.cadence:.0f} steps/min" in text
    assert f"Contact time {stride.contact_time:.2f} s" in text
    assert f"{stride.row.peak_vertical_bw:.2f} body weights" in text
    window.session.clock.set_gait(Gait.RUNNING, 4.5)
    assert "Contact time 0.20 s" in speed_page(window).reading()


def test_the_dial_stops_where_the_data_end_and_says_why(window: MainWindow) -> None:
    show(window, "speed")
    dial, clock = speed_page(window).dial, window.session.clock
    dial.setFocus()
    for _ in range(60):
        press(window, Key.Key_Right)
    assert clock.stride.speed == 5.0
    assert "The data end here: nobody was measured faster than 4.5" in dial.accessibleDescription()
    for _ in range(60):
        press(window, Key.Key_Left)
    assert clock.stride.speed == 2.0
    assert "nobody was measured slower than 2.5" in dial.accessibleDescription()
    assert "Data end" in window.centre.timeline.gutter.basis.text()


@pytest.mark.parametrize(
    ("speed", "word"), [(2.5, "was measured"), (2.9, "interpolated"), (4.8, "extrapolated")]
)
def test_the_dial_says_how_a_speed_is_known(window: MainWindow, speed: float, word: str) -> None:
    show(window, "speed")
    window.session.clock.set_gait(Gait.RUNNING, speed)
    assert word in speed_page(window).dial.accessibleDescription()


def test_a_gait_of_one_speed_has_a_dial_that_does_not_turn(window: MainWindow) -> None:
    show(window, "speed")
    window.session.clock.set_gait(Gait.WALKING)
    dial = speed_page(window).dial
    assert not dial.isEnabled()
    assert "in one person" in dial.accessibleDescription()
    press(window, Key.Key_Up, CONTROL)
    assert window.session.clock.stride.speed == 1.26


def test_the_dial_is_dragged(window: MainWindow) -> None:
    show(window, "speed")
    dial = speed_page(window).dial
    stops = [QPoint(round(dial.place_of(speed)), 13) for speed in (3.0, 3.7, 4.5)]
    drag(dial, *stops)
    assert window.session.clock.stride.speed == 4.5
    drag(dial, stops[0], stops[0] + QPoint(4000, 0))
    assert window.session.clock.stride.speed == 5.0


def test_keys_change_the_speed_everywhere(window: MainWindow) -> None:
    clock = window.session.clock
    press(window, Key.Key_Up, CONTROL)
    assert clock.stride.speed == 3.1
    press(window, Key.Key_Down, CONTROL)
    press(window, Key.Key_Down, CONTROL)
    assert clock.stride.speed == 2.9


def test_emg_over_speed_is_one_runners_and_only_where_recorded(window: MainWindow) -> None:
    select(window, "rectus_femoris")
    show(window, "speed")
    text = speed_page(window).reading()
    assert "Rectus femoris, one runner" in text
    assert "% mean EMG" in text
    window.session.clock.set_gait(Gait.RUNNING, 3.4)
    assert "not measured at 3.4 m/s" in speed_page(window).reading()
    select(window, "tensor_fasciae_latae")
    assert "one runner no data" in speed_page(window).reading()


# stage by stage


def test_every_stage_has_its_sentences(window: MainWindow) -> None:
    show(window, "stage")
    clock, atlas = window.session.clock, window.session.library.atlas
    for span in clock.stride.spans(Side.RIGHT):
        go_to(window, span.start)
        stage, text = atlas.stages[span.name], stage_page(window).reading()
        for sentence in (stage.definition, stage.foot, stage.knee, stage.hip, stage.figures_easy):
            assert sentence in text
        assert stage.name in stage_page(window).title.text()
        assert all(f"muscle:{id_}" in stage_page(window).muscles.text()
                   for id_ in stage.main_muscles)  # fmt: skip


def test_the_figures_are_those_of_the_pace(window: MainWindow) -> None:
    show(window, "stage")
    go_to(window, 15)
    card, clock = stage_page(window), window.session.clock
    assert "Easy running" in card.figures.text()
    clock.set_gait(Gait.RUNNING, 4.0)
    assert "Fast running" in card.figures.text()
    clock.set_gait(Gait.SPRINTING)
    assert "Sprinting" in card.figures.text()
    clock.set_gait(Gait.WALKING)
    assert "Described for running" in card.title.text()


def test_who_works_is_a_link(window: MainWindow) -> None:
    show(window, "stage")
    stage_page(window).muscles.linkActivated.emit("muscle:soleus")
    assert heading(window) == "Soleus"


# taking them along


def test_the_export_says_what_who_and_how_and_holds_the_numbers(
    window: MainWindow, tmp_path: Path
) -> None:
    select(window, "soleus")
    for tab in ("activity", *CURVES):
        show(window, tab)
        path = tmp_path / f"{tab}.csv"
        write_curves(window, path)
        lines = path.read_text("utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        assert any("Source: " in line for line in head)
        assert any("3.0 m/s" in line for line in head)
        rows = [*csv.reader(lines[len(head) :])]
        assert [row[0] for row in rows[1:]] == [str(percent) for percent in range(101)]
        assert all(len(row) == len(rows[0]) for row in rows)
    window.session.clock.set_gait(Gait.RUNNING, 2.5)
    force = csv_text(window.session, "force")
    assert "n = 26" in force
    assert "measured" in force
    assert "[body weights]" in force
    (row,) = [line for line in force.splitlines() if line.startswith("14,")]
    shown_force = window.session.clock.stride.forces(14)[Side.RIGHT].vertical_bw
    assert float(row.split(",")[2]) == pytest.approx(shown_force, abs=1e-3)


def test_the_speeds_are_exported_with_gaps_where_nobody_measured(window: MainWindow) -> None:
    select(window, "soleus")
    lines = csv_text(window.session, "speed").splitlines()
    rows = [line for line in lines if line[0].isdigit()]
    assert len(rows) == 7
    assert rows[1].startswith("2.5,measured,")
    assert ",," in rows[1]


@pytest.mark.parametrize("tab", ["stage", "muscle"])
def test_what_cannot_be_exported_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, tab: str
) -> None:
    show(window, tab)  # nothing is selected: there is no curve of a muscle
    write_curves(window, tmp_path / "none.csv")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text().endswith(".")
    assert not (tmp_path / "none.csv").exists()
    box.close()
    settle()


def test_a_folder_that_is_not_there_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path
) -> None:
    write_curves(window, tmp_path / "gone" / "curves")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "Choose another folder" in box.text()
    box.close()
    settle()


@pytest.mark.parametrize("tab", TABS)
def test_a_picture_of_twice_the_size_goes_to_the_clipboard(window: MainWindow, tab: str) -> None:
    show(window, tab)
    press(window, Key.Key_C, CONTROL | ALT)
    image = QGuiApplication.clipboard().image()
    assert image.width() > 2 * window.centre.timeline.track.width
    assert image.height() > 2 * window.centre.timeline.height()
    QGuiApplication.clipboard().clear()
