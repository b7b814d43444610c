"""The legend: the scale as it is painted, the hatch as it is painted, and rows that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from anatomy_app.paint.legend import BAR, DEEP, GAP, ROW, SWATCH, Swatch, flow, paint_scale
from anatomy_app.paint.legend import paint_swatches as paint_all
from anatomy_app.paint.theme import CONTRAST, DARK, LIGHT, THEMES, Theme
from tests.paint.pictures import apart, painted

pytestmark = [pytest.mark.usefixtures("fonts"), pytest.mark.gui]
AT = QPointF(20, 20)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_bar_shows_the_scale_from_nothing_to_the_peak(theme: Theme) -> None:
    def paint(painter: QPainter) -> None:
        paint_scale(painter, AT, theme, ("0", "50", "100 % of own peak"))

    image = painted(300, 80, theme.panel, paint)
    for part in range(5, 96, 10):
        shown = image.pixel(int(AT.x() + BAR * part / 100), int(AT.y() + DEEP / 2))
        assert apart(shown, theme.activity_rgb(part / 100)) <= 5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_a_swatch_without_a_colour_is_the_hatch(theme: Theme) -> None:
    swatches = (Swatch("no data"), Swatch("tendon", QColor("#123456")))

    def paint(painter: QPainter) -> None:
        paint_all(painter, AT, 30, swatches, theme)

    image = painted(300, 80, theme.panel, paint)
    first, second = (
        {image.pixel(x, int(AT.y() + row + 4)) for x in range(23, 34)} for row in (0, ROW)
    )
    assert max(apart(one, QColor(theme.no_data).rgb()) for one in first) > 12
    assert second == {QColor("#123456").rgb()}


@given(st.lists(st.text("abc def", max_size=20), max_size=12), st.floats(60, 400))
def test_swatches_keep_their_order_and_their_rows_fit(labels: list[str], width: float) -> None:
    font = QFont()
    metrics = QFontMetricsF(font)
    swatches = [Swatch(text) for text in labels]
    placed = list(flow(swatches, AT, width, font))
    assert [swatch for swatch, _ in placed] == swatches
    end, row = AT.x(), AT.y()
    for swatch, place in placed:
        needs = SWATCH + GAP / 2 + metrics.horizontalAdvance(swatch.label)
        if place.y() == row:
            assert place.x() >= end
        else:
            assert (place.x(), place.y()) == (AT.x(), row + ROW)
        assert place.x() == AT.x() or place.x() + needs <= AT.x() + width
        end, row = place.x() + needs, place.y()
