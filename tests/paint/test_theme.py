"""Themes: everything can be read, and the activity scale is even, even in grey."""

import math
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from anatomy_app.model.kinds import Change
from anatomy_app.model.settings import Shift
from anatomy_app.paint.glyphs import glyph_ink
from anatomy_app.paint.look import change_rgb, shift_rgb
from anatomy_app.paint.theme import STEPS, THEMES, Theme, group_rgb

TEXT = ("ink", "ink2", "accent", "warn", "eccentric", "isometric", "concentric", "low")
SHAPES = ("ctl", "accent", "stance")
GROUNDS = ("bg", "panel", "sunk", "tint")
PAIRS = (("on_accent", "accent"), ("on_stance", "stance"), ("ink2", "swing"))

pytestmark = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def channels(colour: str | int) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1, linear in light."""
    rgb = int(colour[1:], 16) if isinstance(colour, str) else colour

    def linear(shift: int) -> float:
        value = (rgb >> shift & 255) / 255
        return value / 12.92 if value <= 0.04045 else math.pow((value + 0.055) / 1.055, 2.4)

    return linear(16), linear(8), linear(0)


def luminance(colour: str | int) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 to 21."""
    low, high = sorted((luminance(colour), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str | int) -> tuple[float, float, float]:
    """CIELAB under D65: lightness 0 to 100, then red against green, yellow against blue."""
    r, g, b = channels(colour)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089

    def root(t: float) -> float:
        return math.cbrt(t) if t > 0.008856 else 7.787 * t + 16 / 116

    return 116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))


def lightness(colour: str | int) -> float:
    return lab(colour)[0]


def distance(colour: str | int, other: str | int) -> float:
    """How different two colours look: from about 2.3 an eye sees it."""
    return math.dist(lab(colour), lab(other))


def test_text_is_readable_on_every_ground(theme: Theme) -> None:
    faint = {
        (role, ground): round(ratio, 2)
        for role in TEXT
        for ground in GROUNDS
        if (ratio := contrast(getattr(theme, role), getattr(theme, ground))) < 4.5
    }
    assert faint == {}


@pytest.mark.parametrize(("text", "fill"), PAIRS)
def test_text_is_readable_on_its_fill(theme: Theme, text: str, fill: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, fill)) >= 4.5


def test_edges_and_shapes_can_be_seen_on_every_ground(theme: Theme) -> None:
    faint = {
        (role, ground): round(ratio, 2)
        for role in SHAPES
        for ground in GROUNDS
        if (ratio := contrast(getattr(theme, role), getattr(theme, ground))) < 3
    }
    assert faint == {}


def test_high_contrast_is_black_and_white_with_wide_lines(theme: Theme) -> None:
    if not theme.contrast:
        assert theme.hairline == 1.0
        return
    assert contrast(theme.ink, theme.bg) == pytest.approx(21)
    assert (theme.line, theme.ctl, theme.ink2) == (theme.ink,) * 3
    assert contrast(theme.off, theme.bg) >= 4.5
    assert contrast(theme.ink, theme.off) >= 3
    assert (theme.hairline, theme.outline_width, theme.fibre_opacity) == (2.0, 1.5, 0.0)
    assert theme.shade_opacity == (0.0, 0.0, 0.0)


def test_the_scale_runs_from_the_first_to_the_last_stop(theme: Theme) -> None:
    assert len(theme.scale) == STEPS == 256
    for place, stop in enumerate(theme.activity):
        assert theme.activity_rgb(place / 10) == pytest.approx(QColor(stop).rgb(), abs=0x030303)
    assert (theme.scale[0], theme.scale[-1]) == tuple(
        QColor(theme.activity[end]).rgb() for end in (0, -1)
    )
    assert all(colour >> 24 == 255 for colour in theme.scale)


def test_values_beyond_the_scale_are_held_at_its_ends(theme: Theme) -> None:
    assert theme.activity_rgb(-0.2) == theme.activity_rgb(0) == theme.scale[0]
    assert theme.activity_rgb(1.7) == theme.activity_rgb(1) == theme.scale[-1]


def test_more_active_is_always_further_from_the_ground_in_lightness(theme: Theme) -> None:
    away = 1 if theme.dark else -1
    entries = [away * lightness(colour) for colour in theme.scale]
    assert entries == sorted(entries)
    percents = [away * lightness(theme.activity_rgb(p / 100)) for p in range(101)]
    assert len(set(percents)) == len(percents), "each percent differs from the one before"
    ground = lightness(theme.bg)
    assert abs(lightness(theme.scale[-1]) - ground) > abs(lightness(theme.scale[0]) - ground)


def test_steps_of_ten_percent_can_be_told_apart_even_in_grey(theme: Theme) -> None:
    tens = [theme.activity_rgb(ten / 10) for ten in range(11)]
    for less, more in pairwise(tens):
        assert abs(lightness(less) - lightness(more)) >= 5
        assert distance(less, more) >= 8


def test_no_data_is_no_place_on_the_scale(theme: Theme) -> None:
    assert min(distance(colour, theme.no_data) for colour in theme.scale) >= 5
    assert distance(theme.scale[0], theme.no_data) >= 8
    assert distance(theme.hatch, theme.no_data) >= 20, "the hatch can be seen on its ground"


def test_contractions_can_be_told_apart(theme: Theme) -> None:
    fills = [theme.eccentric, theme.isometric, theme.concentric, theme.activity[0]]
    for place, fill in enumerate(fills):
        assert all(distance(fill, other) >= 16 for other in fills[place + 1 :])


def test_computed_changes_are_paler_than_contractions_and_can_be_told_apart(theme: Theme) -> None:
    pale = [change_rgb(theme, change) for change in Change]
    fills: list[str | int] = [
        *pale,
        theme.eccentric,
        theme.isometric,
        theme.concentric,
        theme.activity[0],
    ]
    for place, fill in enumerate(fills):
        assert all(distance(fill, other) >= 8 for other in fills[place + 1 :])
    assert all(distance(fill, theme.no_data) >= 8 for fill in pale)


def test_changes_of_a_setting_can_be_told_apart_also_in_grey(theme: Theme) -> None:
    """In the order of their lightness, so that no eye has to tell hues."""
    found = sorted(lab(shift_rgb(theme, each))[0] for each in (*Shift, None))
    assert all(more - less >= 5 for less, more in pairwise(found))
    four = (Shift.MORE, Shift.LESS, Shift.DISPUTED, None)
    found = sorted(lab(shift_rgb(theme, each))[0] for each in four)
    assert all(more - less >= 11 for less, more in pairwise(found))


def test_signs_of_a_setting_stand_out_from_their_colours(theme: Theme) -> None:
    for shift in Shift:
        ink = glyph_ink(theme, shift).name()
        assert contrast(ink, f"#{shift_rgb(theme, shift) & 0xFFFFFF:06x}") >= 3


def test_every_colour_is_written_in_full(theme: Theme) -> None:
    roles = [name for name, value in vars(theme).items() if isinstance(value, str)]
    roles.remove("name")
    assert [role for role in roles if not theme.colour(role).isValid()] == []
    assert theme.colour("ink").name().upper() == theme.ink


def test_the_muscle_groups_have_quiet_colours_of_their_own(theme: Theme) -> None:
    groups = [group_rgb(theme, place) for place in range(24)]
    assert len(set(groups)) == 24
    assert all(colour >> 24 == 255 for colour in groups)
    assert all(QColor.fromRgb(colour).hslSaturation() < 160 for colour in groups)


def test_the_scale_goes_through_its_stops_in_even_steps(theme: Theme) -> None:
    every_other = theme.scale[:: (STEPS - 1) // 5]
    assert [QColor(rgb).name().upper() for rgb in every_other] == list(theme.activity[::2])
    pale, deeper = (QColor(stop).green() for stop in theme.activity[:2])
    assert QColor(theme.scale[13]).green() == pytest.approx((pale + deeper) / 2, abs=1)
