"""The curve of one muscle: its line, its spread and its cursor, or a frame that says why not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from anatomy_app.paint.curve import FULL, Chart, height, paint_chart, paint_cursor, points
from anatomy_app.paint.theme import DARK, LIGHT, THEMES, Theme
from tests.paint.pictures import activity, apart, differing, having, painted

BOX = QRectF(20, 20, 300, 88)
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
pytestmark = [pytest.mark.usefixtures("fonts"), pytest.mark.gui]


def chart(structure: str = "soleus") -> Chart:
    """The measured curve of a structure with its spread."""
    known = activity().by_id[structure]
    assert known.curve
    assert known.band
    percents = [float(percent) for percent in range(101)]
    return Chart(
        values=tuple(known.curve.value(percent) for percent in percents),
        low=tuple(known.band.low(percent) for percent in percents),
        high=tuple(known.band.high(percent) for percent in percents),
        toe_off=activity().stride.toe_off,
    )


def still(shown: Chart, theme: Theme = LIGHT) -> QImage:
    return painted(340, 130, theme.panel, lambda painter: paint_chart(painter, shown, BOX, theme))


def moving(shown: Chart, percent: float, value: str = "", theme: Theme = LIGHT) -> QImage:
    def paint(painter: QPainter) -> None:
        paint_chart(painter, shown, BOX, theme)
        paint_cursor(painter, shown, BOX, theme, percent, value)

    return painted(340, 130, theme.panel, paint)


def ground(theme: Theme = LIGHT) -> QImage:
    return painted(340, 130, theme.panel, lambda _: None)


def inside(x: int, y: int, more: float = 2.0) -> bool:
    return BOX.adjusted(-more, -more, more, more).contains(x + 0.5, y + 0.5)


shares = st.floats(-0.5, 2.0)


@given(st.lists(shares, min_size=2, max_size=101))
def test_whatever_the_values_the_points_lie_in_the_box_from_edge_to_edge(
    values: list[float],
) -> None:
    drawn = points(values, BOX)
    assert (drawn[0].x(), drawn[-1].x()) == pytest.approx((BOX.left(), BOX.right()))
    assert all(BOX.top() <= point.y() <= BOX.bottom() for point in drawn)


@given(shares, shares)
def test_more_is_higher(less: float, more: float) -> None:
    assert (height(less, BOX) >= height(more, BOX)) == (
        less <= more or min(less, FULL) == min(more, FULL) or more <= 0
    ) or less > more
    assert height(0, BOX) == BOX.bottom()
    assert height(1, BOX) > BOX.top() + 5, "a peak has air above it"


@themes
def test_the_chart_stays_in_its_box(theme: Theme) -> None:
    wild = Chart((-1.0, 3.0) * 50 + (0.5,), (-2.0,) * 101, (9.0,) * 101, toe_off=100)
    for shown in (chart(), wild):
        assert all(inside(x, y) for x, y in differing(still(shown, theme), ground(theme)))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_line_goes_through_the_values(theme: Theme) -> None:
    shown = chart()
    image, ink = still(shown, theme), QColor(theme.ink).rgb()
    for point in points(shown.values, BOX)[2:-2:7]:
        near = [image.pixel(int(point.x()), int(point.y()) + step) for step in (-1, 0, 1)]
        assert min(apart(each, ink) for each in near) < 110


def test_the_band_lies_between_low_and_high() -> None:
    shown = chart()
    bare = Chart(shown.values, toe_off=shown.toe_off)
    low, high = points(shown.low, BOX), points(shown.high, BOX)
    changed = set(differing(still(shown), still(bare)))
    assert changed
    for x, y in changed:
        percent = (x + 0.5 - BOX.left()) / BOX.width() * 100
        around = range(max(int(percent) - 1, 0), min(int(percent) + 3, 101))
        assert (
            min(high[at].y() for at in around) - 1.5 <= y <= max(low[at].y() for at in around) + 1
        )


def test_the_band_is_filled_on_both_sides_of_the_mean() -> None:
    shown = chart("gluteus_maximus")
    bare = Chart(shown.values, toe_off=shown.toe_off)
    changed = set(differing(still(shown), still(bare)))
    mean = points(shown.values, BOX)
    for edge in (points(shown.low, BOX), points(shown.high, BOX)):
        middles = [(m.x(), (m.y() + e.y()) / 2) for m, e in zip(mean, edge, strict=True)
                   if abs(m.y() - e.y()) > 8]  # fmt: skip
        assert middles
        assert all((int(x), int(y)) in changed for x, y in middles[1:-1])


def test_a_curve_without_spread_has_no_band() -> None:
    shown = Chart((0.2,) * 101, toe_off=40)
    image = still(shown)
    assert image.pixelColor(100, 30) == QColor(LIGHT.sunk)
    assert image.pixelColor(250, 30) == QColor(LIGHT.panel)


@pytest.mark.parametrize("toe_off", [33.6, 61.0])
def test_stance_is_the_ground_up_to_toe_off(toe_off: float) -> None:
    image = still(Chart((0.0,) * 101, toe_off=toe_off))
    sunk = {x for x, y in having(image, LIGHT.sunk) if y == 40}
    assert min(sunk) == BOX.left()
    assert max(sunk) == pytest.approx(BOX.left() + BOX.width() * toe_off / 100, abs=2)


def test_a_simulated_curve_is_dashed() -> None:
    solid = Chart((0.5,) * 101)
    y = round(height(0.5, BOX))
    gaps = []
    for shown in (solid, Chart((0.5,) * 101, simulated=True)):
        image = still(shown)
        row = [
            min(image.pixelColor(x, y + step).lightness() for step in (-1, 0))
            for x in range(30, 310)
        ]
        gaps.append(sum(lightness > 200 for lightness in row))
    assert gaps[0] == 0
    assert gaps[1] > 30


@settings(max_examples=40)
@given(st.floats(0, 100))
def test_the_cursor_stands_at_the_percent_with_a_dot_on_the_curve(percent: float) -> None:
    shown = chart()
    image = moving(shown, percent)
    x = BOX.left() + percent / 100 * BOX.width()
    accent = having(image, LIGHT.accent)
    assert accent
    assert all(abs(px + 0.5 - x) <= 5 for px, _ in accent)
    dot = {py for px, py in accent if abs(px + 0.5 - x) > 1.5}
    index = min(int(percent), 99)
    part = percent - index
    now = shown.values[index] * (1 - part) + shown.values[index + 1] * part
    assert all(abs(py + 0.5 - height(now, BOX)) <= 4.5 for py in dot)
    assert dot


@pytest.mark.parametrize("percent", [0, 14, 50, 93, 100])
def test_the_value_is_written_beside_the_cursor_within_the_box(percent: float) -> None:
    written = set(differing(moving(chart(), percent, "55 %"), moving(chart(), percent)))
    assert written
    assert all(inside(x, y) for x, y in written)


@themes
def test_without_a_measurement_a_hatched_frame_says_so(theme: Theme) -> None:
    silent = Chart((), empty_text="")
    told = Chart((), empty_text="No measurement for this muscle in running")
    image = still(silent, theme)
    corner = {image.pixel(x, y) for x in range(22, 60) for y in range(22, 34)}
    assert QColor(theme.no_data).rgb() in corner
    assert max(apart(one, QColor(theme.no_data).rgb()) for one in corner) > 12
    assert all(image.pixelColor(x, 20) == QColor(theme.ctl) for x in range(22, 318))
    words = set(differing(image, still(told, theme)))
    assert words
    assert all(inside(x, y, -8) for x, y in words)
    assert having(still(told, theme), theme.ink)


@themes
def test_without_a_measurement_there_is_no_line_and_no_cursor(theme: Theme) -> None:
    told = Chart((), empty_text="No measurement")
    assert moving(told, 14, "0 %", theme) == still(told, theme)
