"""The timeline: percents lie where they are clicked, and every row tells its own truth."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait, Period
from anatomy_app.paint.lit_stage import LitStage
from anatomy_app.paint.theme import CONTRAST, DARK, LIGHT, THEMES, Theme
from anatomy_app.paint.timeline import (
    AXIS,
    HEIGHT,
    LEFT_BAR,
    PITCH,
    RIGHT_BAR,
    STRIP,
    STRIPS,
    THIN,
    Bar,
    Frame,
    Scene,
    Strip,
    Track,
    paint_cursor,
    paint_scene,
)
from tests.paint.pictures import activity, apart, differing, having, library, painted

TRACK = Track(200, 1000)
WIDTH = 1240
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
pytestmark = [pytest.mark.usefixtures("fonts"), pytest.mark.gui]


def scene(gait: Gait = Gait.RUNNING, *strips: Strip) -> Scene:
    """A real stride without words, so that a pixel of a bar is its fill."""
    stride = library().stride(gait, None)
    right = tuple(
        Bar(span.start, span.end, (), stride.period_at(Side.RIGHT, span.start) is Period.STANCE)
        for span in stride.spans(Side.RIGHT)
    )
    left = tuple(
        Bar(span.start, span.end, (), span.name == Period.STANCE)
        for span in stride.periods(Side.LEFT)
    )
    return Scene(
        right=right,
        left=left,
        floats=tuple((span.start, span.end) for span in stride.floats()),
        strips=strips,
        poses=tuple(
            ((bar.start + bar.end) / 2, stride.angles((bar.start + bar.end) / 2)) for bar in right
        ),
        right_label="",
        left_label="",
        simulated_label="",
        no_data_label="",
    )


def heat(structure: str, *, simulated: bool = False) -> Strip:
    """The strip of a structure without its name."""
    values = tuple(value for value in activity().by_id[structure].heat() if value is not None)
    return Strip(structure, "", values, simulated)


def still(shown: Scene, theme: Theme = LIGHT, selected: str = "") -> QImage:
    def paint(painter: QPainter) -> None:
        paint_scene(painter, shown, Frame(TRACK, theme, QFont()), selected)

    return painted(WIDTH, round(HEIGHT), theme.panel, paint)


def with_cursor(shown: Scene, theme: Theme, percent: float, flag: str = "") -> QImage:
    def paint(painter: QPainter) -> None:
        frame = Frame(TRACK, theme, QFont())
        paint_scene(painter, shown, frame)
        LitStage().paint(painter, shown, frame, percent)
        paint_cursor(painter, frame, percent, flag)

    return painted(WIDTH, round(HEIGHT), theme.panel, paint)


def at(percent: float) -> int:
    """The pixel column in which a percent lies."""
    return int(TRACK.x(percent))


@given(st.floats(0, 100), st.floats(0, 900), st.floats(100, 4000))
def test_a_click_on_a_percent_gives_that_percent(percent: float, left: float, width: float) -> None:
    track = Track(left, width)
    assert track.percent(track.x(percent)) == pytest.approx(percent, abs=1e-9)
    assert track.left <= track.x(percent) <= track.left + track.width + 1e-9


@given(st.floats(-5000, 5000))
def test_a_click_beside_the_track_gives_its_nearer_end(x: float) -> None:
    percent = TRACK.percent(x)
    assert 0 <= percent <= 100
    if x < TRACK.left:
        assert percent == 0
    if x > TRACK.left + TRACK.width:
        assert percent == 100


@themes
@pytest.mark.parametrize("gait", Gait)
def test_both_feet_have_their_bars_where_they_stand_and_swing(gait: Gait, theme: Theme) -> None:
    shown, stride = scene(gait), library().stride(gait, None)
    image = still(shown, theme)
    for side, (top, height) in ((Side.RIGHT, RIGHT_BAR), (Side.LEFT, LEFT_BAR)):
        y = int(top + height / 2) - 3
        edges = {edge for bar in (*shown.right, *shown.left) for edge in (bar.start, bar.end)}
        edges |= {edge for span in shown.floats for edge in span}
        for tenth in range(2, 998, 3):
            percent = tenth / 10
            if min(abs(percent - edge) for edge in edges) < 0.35:
                continue
            stands = stride.period_at(side, percent) is Period.STANCE
            wanted = theme.stance if stands else theme.swing
            assert image.pixelColor(at(percent), y) == QColor(wanted), (side, percent)


@themes
def test_the_stage_under_the_cursor_is_accented_and_no_other(theme: Theme) -> None:
    shown = scene()
    for current in shown.right:
        percent = current.start + (current.end - current.start) * 0.2
        image = with_cursor(shown, theme, percent)
        for bar in shown.right:
            x = at(bar.start + (bar.end - bar.start) * 0.7)
            accented = image.pixelColor(x, int(RIGHT_BAR[0]) + 4) == QColor(theme.accent)
            assert accented == (bar is current)
            beside = image.pixelColor(x, int(LEFT_BAR[0]) + 4)
            assert beside != QColor(theme.accent), "the left foot's bar has no current stage"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_figure_of_the_current_stage_is_in_ink(theme: Theme) -> None:
    shown = scene()
    for current, (middle, _) in zip(shown.right, shown.poses, strict=True):
        image = with_cursor(shown, theme, current.start)
        inked = [x for x, y in having(image, theme.ink) if 24 <= y < 56]
        assert inked
        assert all(abs(x - TRACK.x(middle)) <= 17 for x in inked)


@settings(max_examples=25)
@given(st.floats(0, 99.99))
def test_the_cursor_is_a_line_through_everything_with_its_flag_on_top(percent: float) -> None:
    image = with_cursor(scene(), LIGHT, percent, "14 % · 0.10 s")
    accent, x = QColor(LIGHT.accent).rgb(), TRACK.x(percent)
    for y in (57, 79, 98, 150, int(AXIS) - 1):
        column = [image.pixel(round(x) + step, y) for step in (-1, 0)]
        assert min(apart(each, accent) for each in column) < 100
    flag = {px for px, y in having(image, LIGHT.accent) if 5 <= y < 21}
    assert min(flag) <= x + 1
    assert max(flag) >= x - 2
    assert max(flag) - min(flag) >= 90
    assert TRACK.left - 25 <= min(flag) <= max(flag) <= TRACK.left + TRACK.width + 25


@themes
def test_a_strip_shows_each_percent_in_the_colour_of_its_value(theme: Theme) -> None:
    calf, shin = heat("soleus"), heat("tibialis_anterior")
    image = still(scene(Gait.RUNNING, calf, shin), theme)
    for row, strip in enumerate((calf, shin)):
        assert len(strip.values) == 100
        for percent, value in enumerate(strip.values):
            for y in (0, STRIP - 1):
                shown = image.pixel(at(percent + 0.5), int(STRIPS + row * PITCH + y))
                assert shown == theme.activity_rgb(value)


@settings(max_examples=30)
@given(st.floats(100, 400), st.floats(100, 900))
def test_on_any_track_the_columns_leave_no_gap(left: float, width: float) -> None:
    track, strip = Track(left, width), replace(heat("soleus"), values=(0.6,) * 100)

    def paint(painter: QPainter) -> None:
        paint_scene(painter, scene(Gait.RUNNING, strip), Frame(track, LIGHT, QFont()))

    image = painted(1400, round(HEIGHT), LIGHT.panel, paint)
    row = [image.pixel(x, int(STRIPS) + 5) for x in range(round(left), round(left + width))]
    assert set(row) == {LIGHT.activity_rgb(0.6)}


@themes
def test_a_simulated_strip_is_thin(theme: Theme) -> None:
    strip = heat("soleus", simulated=True)
    image = still(scene(Gait.RUNNING, strip), theme)
    panel = QColor(theme.panel).rgb()
    coloured = [y for y in range(int(PITCH)) if image.pixel(at(20.5), int(STRIPS) + y) != panel]
    assert len(coloured) == THIN


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_what_nobody_measured_is_hatched_and_never_zero(theme: Theme) -> None:
    image = still(scene(Gait.RUNNING, Strip("pelvic_floor", "", ())), theme)
    y = int(STRIPS + STRIP / 2)
    row = {image.pixel(x, y) for x in range(at(0) + 1, at(100) - 1)}
    assert theme.activity_rgb(0) not in row
    assert max(apart(one, QColor(theme.no_data).rgb()) for one in row) > 12
    assert QColor(theme.no_data).rgb() in row
    beside = (at(0) - 6, at(100) + 6)
    assert all(image.pixel(x, y) == QColor(theme.panel).rgb() for x in beside)


def test_the_selected_strip_has_a_frame_and_the_others_have_none() -> None:
    shown = scene(Gait.RUNNING, heat("soleus"), heat("gluteus_maximus"))
    accent = having(still(shown, LIGHT, "gluteus_maximus"), LIGHT.accent)
    assert accent
    top = STRIPS + PITCH - 2
    assert all(top <= y <= top + STRIP + 4 for _, y in accent)
    assert having(still(shown), LIGHT.accent) == set()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_float_is_marked_by_dashes_through_both_bars_and_walking_has_none(
    theme: Theme,
) -> None:
    shown = scene()
    assert len(shown.floats) == 2
    marked, plain = still(shown, theme), still(replace(shown, floats=()), theme)
    columns: dict[int, list[int]] = {}
    for x, y in differing(marked, plain):
        columns.setdefault(x, []).append(y)
    edges = {edge for span in shown.floats for edge in span}
    assert all(min(abs(x + 0.5 - TRACK.x(edge)) for edge in edges) <= 1.5 for x in columns)
    assert len(columns) >= len(edges)
    for rows in columns.values():
        assert min(rows) < RIGHT_BAR[0] + 6
        assert max(rows) > LEFT_BAR[0] + LEFT_BAR[1] - 6
    assert scene(Gait.WALKING).floats == ()


def test_a_word_that_does_not_fit_gives_way_to_a_shorter_one_or_to_none() -> None:
    def bar(*texts: str) -> QImage:
        shown = scene()
        return still(replace(shown, right=(Bar(0, 5, texts, True), *shown.right[2:])))

    long = "contact with the ground at last " * 3
    assert bar(long) == bar()
    assert bar(long, "in") == bar("in") != bar()
    assert bar("in", long) == bar("in")


def test_the_labels_end_before_the_track() -> None:
    strip = replace(heat("soleus"), label="Calf")
    shown = replace(scene(Gait.RUNNING, strip), right_label="Right foot", left_label="Left foot")
    bare = scene(Gait.RUNNING, replace(strip, label=""))
    rows = {y for _, y in differing(still(shown), still(bare))}
    assert {int(RIGHT_BAR[0]) + 10, int(LEFT_BAR[0]) + 8, int(STRIPS) + 7} <= rows
    assert all(x < TRACK.left - 14 for x, _ in differing(still(shown), still(bare)))


def test_no_data_and_simulated_are_also_written() -> None:
    strips = Strip("a", "A", ()), replace(heat("soleus", simulated=True), label="B")
    shown = scene(Gait.RUNNING, *strips)
    worded = replace(shown, no_data_label="no data", simulated_label="simulated")
    rows = {int((y - STRIPS) // PITCH) for _, y in differing(still(shown), still(worded))}
    assert rows == {0, 1}


@themes
def test_the_axis_has_a_tick_at_every_ten_percent(theme: Theme) -> None:
    image = still(scene(), theme)
    ticks = [
        percent for percent in range(101)
        if image.pixel(round(TRACK.x(percent)), int(AXIS) + 1) == QColor(theme.ctl).rgb()
    ]  # fmt: skip
    assert ticks == list(range(0, 101, 10))
