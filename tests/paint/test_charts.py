"""Curves under the bars: lines, bands and readouts lie where their values are."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from anatomy_app.paint.charts import Charts, Line, Row, boxes, paint_charts, paint_readouts
from anatomy_app.paint.theme import DARK, LIGHT, THEMES, Theme
from anatomy_app.paint.timeline import Frame, Track
from tests.paint.pictures import apart, differing, having, painted

TRACK, AXIS = Track(200, 1000), 226.0
WIDTH, HEIGHT = 1280, 248
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
pytestmark = [pytest.mark.usefixtures("fonts"), pytest.mark.gui]


def rising(style: int = 0, *, spread: float = 0.0) -> Line:
    values = tuple(float(percent) for percent in range(101))
    low = tuple(value - spread for value in values) if spread else ()
    high = tuple(value + spread for value in values) if spread else ()
    return Line(values, low, high, style, wording="{0:.0f} units")


def charts(*lines: Line, note: str = "", names: tuple[str, ...] = ()) -> Charts:
    rows = (Row("", lines, 0.0, 100.0), Row("", (), 0.0, 100.0, share=0.5))
    return Charts(rows[:1] if lines else rows, 33.6, names, note)


def still(shown: Charts, theme: Theme = LIGHT, axis: float = AXIS) -> QImage:
    def paint(painter: QPainter) -> None:
        paint_charts(painter, shown, Frame(TRACK, theme, QFont(), axis))

    return painted(WIDTH, HEIGHT, theme.panel, paint)


def moving(shown: Charts, percent: float) -> QImage:
    def paint(painter: QPainter) -> None:
        frame = Frame(TRACK, LIGHT, QFont(), AXIS)
        paint_charts(painter, shown, frame)
        paint_readouts(painter, shown, frame, percent)

    return painted(WIDTH, HEIGHT, LIGHT.panel, paint)


def test_rows_share_the_height_without_touching() -> None:
    rows = tuple(Row("", (rising(),), 0, 100, share=share) for share in (1.0, 2.0, 1.0))
    placed = boxes(Charts(rows, 30), TRACK, AXIS)
    assert placed[1].height() == pytest.approx(2 * placed[0].height())
    assert all(one.bottom() < two.top() for one, two in pairwise(placed))
    assert placed[-1].bottom() <= AXIS


@pytest.mark.parametrize(("axis", "fits"), [(202.0, False), (AXIS, True)])
def test_words_that_would_run_into_others_are_left_out(axis: float, fits: bool) -> None:
    """As in the lowest window; a remark below the name, and the lower end of the scale."""
    long = "bent as far as it ever goes"
    row = Row("Ankle", (rising(),), 0, 100, remarks=(long,), ticks=(0, 100))
    whole = still(Charts((row,) * 3, 30), axis=axis)
    for fewer in (replace(row, remarks=()), replace(row, ticks=(100,))):
        assert (whole != still(Charts((fewer,) * 3, 30), axis=axis)) is fits
    bare = replace(row, remarks=(), ticks=())
    assert whole != still(Charts((bare,) * 3, 30), axis=axis)
    short = replace(row, remarks=("+ toes up",))  # stands before the name where it is low
    assert whole != still(Charts((short,) * 3, 30), axis=axis)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_line_goes_through_its_values(theme: Theme) -> None:
    image, shown = still(charts(rising()), theme), charts(rising())
    box = boxes(shown, TRACK, AXIS)[0]
    for percent in range(5, 96, 10):
        x, y = int(TRACK.x(percent)), box.bottom() - box.height() * percent / 100
        near = [image.pixel(x, round(y) + step) for step in (-1, 0, 1)]
        assert min(apart(each, QColor(theme.ink).rgb()) for each in near) < 110


def test_the_band_lies_around_the_line() -> None:
    wide, bare = charts(rising(spread=10)), charts(rising())
    box = boxes(wide, TRACK, AXIS)[0]
    rows = [y for x, y in differing(still(wide), still(bare)) if x == int(TRACK.x(50))]
    middle = box.center().y()
    assert min(rows) == pytest.approx(middle - box.height() * 0.1, abs=2)
    assert max(rows) == pytest.approx(middle + box.height() * 0.1, abs=2)


@pytest.mark.parametrize(("turned", "stands", "swings"), [(False, 20, 60), (True, 70, 20)])
def test_the_ground_is_where_the_foot_stands(turned: bool, stands: float, swings: float) -> None:
    shown = Charts((Row("", (rising(),), 0, 100),), 33.6, turned=turned)
    image, y = still(shown), int(boxes(shown, TRACK, AXIS)[0].top()) + 2
    assert image.pixelColor(int(TRACK.x(stands)), y) == QColor(LIGHT.sunk)
    assert image.pixelColor(int(TRACK.x(swings)), y) == QColor(LIGHT.panel)


@pytest.mark.parametrize("percent", [0, 14, 50, 97, 99.9])
def test_values_are_read_out_within_the_row_whatever_the_percent(percent: float) -> None:
    shown = charts(rising(), rising(1), rising(2))
    box = boxes(shown, TRACK, AXIS)[0].adjusted(-6, -6, 6, 6)
    changed = [*differing(moving(shown, percent), still(shown))]
    assert changed
    assert all(box.contains(x + 0.5, y + 0.5) for x, y in changed)


def test_a_value_says_its_unit() -> None:
    assert rising().words(14.0) == "14 units"
    assert rising().words(14.6) == "15 units"
    assert Line((-0.2,) * 101, wording="{0:.0f}°").words(3) == "0°"
    assert Line((-7.2,) * 101, wording="{0:.0f}°").words(3) == "-7°"


def test_three_lines_are_told_apart_without_colour() -> None:
    rows = []
    for style in range(3):
        flat = Line((50.0,) * 101, style=style)
        image, box = still(charts(flat)), boxes(charts(flat), TRACK, AXIS)[0]
        y = round(box.center().y())
        rows.append([min(image.pixelColor(x, y + step).lightness() for step in (-1, 0)) < 200
                     for x in range(700, 1100)])  # fmt: skip
    solid, long, short = (sum(row) for row in rows)
    assert solid == 400
    assert solid > long > short > 0


def test_the_note_is_whole_whatever_the_names() -> None:
    note = "Own peak each: compare timing, not heights"
    crowded = charts(rising(), rising(1), note=note, names=("a long name " * 20,) * 2)
    alone = charts(rising(), rising(1), note=note)
    images = still(crowded), still(alone)
    at = range(950, 1200)
    for x in at:
        assert [images[0].pixel(x, y) for y in range(102, 118)] == [
            images[1].pixel(x, y) for y in range(102, 118)
        ]
    assert [x for x, y in having(images[1], LIGHT.ink) if x in at and 102 <= y < 118]


@themes
def test_no_data_is_hatched_and_what_only_waits_is_not(theme: Theme) -> None:
    silent, waiting = (
        Charts((Row("", (), empty="Nothing here", no_data=no_data),), 33.6)
        for no_data in (True, False)
    )
    tones = []
    for shown in (silent, waiting):
        image = still(shown, theme)
        y = int(boxes(shown, TRACK, AXIS)[0].top()) + 3
        tones.append({image.pixel(x, y) for x in range(220, 420)})
        assert having(image, theme.ink)
    assert len(tones[0]) > 1
    assert len(tones[1]) == 1
