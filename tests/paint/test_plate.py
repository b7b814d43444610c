"""Plates: every muscle shows its colour, and no picture remembers what was shown before."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainterPath

from anatomy_app.model.drawing import PLATES, Region, Side, Tissue, View
from anatomy_app.model.gait import Gait
from anatomy_app.paint.look import NO_DATA, ColourMode, Snapshot
from anatomy_app.paint.plate import VEILS, LayerPaths, Plate
from anatomy_app.paint.theme import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from tests.paint.pictures import (
    LAYERS,
    activity,
    apart,
    colours,
    differing,
    every_step,
    painted,
    paths,
    plate,
    topmost,
    words,
)

CALF = (View.BACK, 2)
SMALL = 0.15  # pixels per millimetre, where a picture is wanted often


def picture(drawn: Plate, look: Snapshot, *, overlay: bool = True, vector: bool = False) -> QImage:
    """The plate on the theme's ground."""
    place = drawn.placing
    return painted(
        place.width, place.height, look.theme.bg,
        lambda painter: drawn.paint_vector(painter, look)
        if vector
        else drawn.paint(painter, look, overlay=overlay),
        ratio=place.ratio,
    )  # fmt: skip


def look(theme: Theme = LIGHT, percent: float = 14, **more: bool) -> Snapshot:
    """Running at a percent, coloured by activity."""
    return Snapshot(theme, colours=colours(theme, percent), see_through=more.get("veil", False))


def region(view: View, number: int, structure: str, side: Side = Side.RIGHT) -> Region:
    """The largest region of a structure in a shipped layer."""
    found = [
        each
        for each, _ in paths(view, number).regions
        if (each.structure, each.side) == (structure, side)
    ]
    return max(found, key=lambda each: (each.box[2] - each.box[0]) * (each.box[3] - each.box[1]))


def pixel(drawn: Plate, image: QImage, at: tuple[float, float]) -> int:
    """The colour under millimetres of the drawing."""
    place = drawn.placing
    x, y = at[0] * place.scale + place.x, at[1] * place.scale + place.y
    return image.pixel(int(x * place.ratio), int(y * place.ratio))


THEMED = [(*layer, LIGHT) for layer in LAYERS] + [
    (view, 2, theme) for view in PLATES for theme in (DARK, CONTRAST, CONTRAST_DARK)
]


@pytest.mark.parametrize(("view", "number", "theme"), THEMED)
def test_every_muscle_that_is_seen_has_its_colour_or_the_hatch(
    view: View, number: int, theme: Theme
) -> None:
    drawn, now = plate(view, number, 0.5), look(theme)
    image = picture(drawn, now, overlay=False)
    wrong, seen = [], 0
    for each, _ in drawn.paths.regions:
        if each.tissue is not Tissue.MUSCLE or (at := topmost(drawn.paths, each)) is None:
            continue
        seen += 1
        shown, wanted = pixel(drawn, image, at), now.colour(each.structure, each.side)
        right = between(shown, theme.no_data, theme.hatch) if wanted == NO_DATA else shown == wanted
        wrong += [] if right else [(each.structure, each.side, hex(shown), hex(wanted))]
    assert wrong == []
    assert seen


def between(colour: int, one: str, other: str) -> bool:
    """Whether each channel lies between those of two colours."""
    ends = int(one[1:], 16), int(other[1:], 16)
    return all(
        min(end >> shift & 255 for end in ends) - 1
        <= colour >> shift & 255
        <= max(end >> shift & 255 for end in ends) + 1
        for shift in (0, 8, 16)
    )


@pytest.mark.parametrize(
    ("view", "side"),
    [(View.BACK, Side.RIGHT), (View.BACK, Side.LEFT), (View.SIDE, Side.RIGHT)],
)
def test_the_soleus_shows_how_active_it_is(view: View, side: Side) -> None:
    calf = region(view, 2, "soleus", side)
    at = topmost(paths(view, 2), calf)
    assert at
    drawn = plate(view, 2, 0.5)
    shown = []
    for percent in range(0, 100, 10):
        value = activity().by_id["soleus"].value(side, percent)
        assert value is not None
        image = picture(drawn, look(LIGHT, percent), overlay=False)
        shown.append(pixel(drawn, image, at))
        assert shown[-1] == LIGHT.activity_rgb(value)
    assert len(set(shown)) > 5


def test_shading_and_fibres_darken_the_colour_a_little_and_keep_it() -> None:
    drawn, bare, whole = plate(*CALF, 0.5), {}, {}
    path = next(path for each, path in drawn.paths.regions if each is region(*CALF, "soleus"))
    inside = [at for at in grid(path, 2.0) if path.contains(QPointF(*at))]
    for percent in (14, 60):
        images = (
            picture(drawn, look(LIGHT, percent), overlay=False),
            picture(drawn, look(LIGHT, percent)),
        )
        bare[percent], whole[percent] = (
            [pixel(drawn, image, at) for at in inside] for image in images
        )
    for percent in (14, 60):
        assert 1 < mean_apart(bare[percent], whole[percent]) < 60
    assert mean_apart(whole[14], whole[60]) > 1.5 * mean_apart(bare[14], whole[14])


def grid(path: QPainterPath, step: float) -> list[tuple[float, float]]:
    """Points over the box of a path, in millimetres."""
    box = path.boundingRect()
    across, down = int(box.width() / step), int(box.height() / step)
    return [
        (box.left() + x * step, box.top() + y * step) for x in range(across) for y in range(down)
    ]


def mean_apart(some: list[int], others: list[int]) -> float:
    return sum(apart(one, other) for one, other in zip(some, others, strict=True)) / len(some)


@pytest.mark.parametrize("theme", [CONTRAST, CONTRAST_DARK])
def test_in_high_contrast_nothing_lies_over_the_colour(theme: Theme) -> None:
    at = topmost(paths(*CALF), region(*CALF, "soleus"))
    assert at
    drawn, now = plate(*CALF, 0.5), look(theme)
    assert pixel(drawn, picture(drawn, now), at) == now.colour("soleus", Side.RIGHT)


@pytest.mark.parametrize("scale", [0.25, 0.7, 1.9])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_a_muscle_without_data_is_hatched_alike_at_every_scale(
    theme: Theme, scale: float, ratio: float
) -> None:
    broad = region(View.BACK, 1, "latissimus_dorsi")
    assert activity().by_id["latissimus_dorsi"].curve is None
    at = topmost(paths(View.BACK, 1), broad)
    assert at
    drawn = plate(View.BACK, 1, scale, ratio)
    image = picture(drawn, look(theme), overlay=False)
    period = round(6 * ratio)
    x = int((at[0] * scale + drawn.placing.x) * ratio)
    y = int((at[1] * scale + drawn.placing.y) * ratio)
    row = [image.pixel(x + step, y) for step in range(-period, period)]
    assert row[:period] == row[period:], "the lines repeat every 6 logical pixels"
    assert all(between(each, theme.no_data, theme.hatch) for each in row)
    assert max(apart(one, other) for one in row for other in row) > 12
    assert row[0] == image.pixel(x - period - 1, y + 1), "and rise at 45 degrees"


@cache
def looks() -> tuple[Snapshot, ...]:
    """Looks that differ in one thing or in many."""
    walking = colours(LIGHT, 14, gait=Gait.WALKING)
    measured = colours(LIGHT, 14, measured_only=True)
    groups = colours(DARK, 14, ColourMode.GROUP)
    return (
        look(), look(LIGHT, 60), look(DARK), look(CONTRAST), look(CONTRAST_DARK, 60),
        look(veil=True), look(DARK, 60, veil=True),
        Snapshot(LIGHT, colours=walking), Snapshot(LIGHT, colours=measured),
        Snapshot(DARK, ColourMode.GROUP, groups), Snapshot(LIGHT),
    )  # fmt: skip


@cache
def fresh(view: View, number: int, which: int, overlay: bool) -> QImage:
    return picture(plate(view, number, SMALL), looks()[which], overlay=overlay)


@pytest.mark.parametrize("overlay", [True, False])
@pytest.mark.parametrize(("view", "number"), [(View.SIDE, 1), (View.SOLE, 1)])
def test_no_picture_remembers_what_was_shown_before(view: View, number: int, overlay: bool) -> None:
    drawn = plate(view, number, SMALL)
    for which in every_step(len(looks())):
        image = picture(drawn, looks()[which], overlay=overlay)
        assert image == fresh(view, number, which, overlay), which


def test_the_looks_of_that_tour_are_different_pictures() -> None:
    pictures = [bytes(words(fresh(View.SIDE, 1, which, True))) for which in range(len(looks()))]
    assert len(set(pictures)) == len(pictures)


def test_another_instant_changes_the_legs_and_nothing_that_nobody_measured() -> None:
    drawn = plate(View.BACK, 1)
    changed = set(differing(picture(drawn, look(LIGHT, 14)), picture(drawn, look(LIGHT, 60))))
    assert changed
    waist = -1100 * drawn.placing.scale + drawn.placing.y
    assert min(y for _, y in changed) > waist


@pytest.mark.parametrize(("view", "number"), LAYERS)
def test_a_see_through_band_changes_nothing_beside_it(view: View, number: int) -> None:
    drawn = plate(view, number)
    place = drawn.placing
    bands = [each.box for each, _ in drawn.paths.regions if each.structure in VEILS]
    changed = set(differing(picture(drawn, look()), picture(drawn, look(veil=True))))
    assert bool(changed) == bool(bands)
    for x, y in changed:
        assert any(
            left * place.scale + place.x - 2 <= x <= right * place.scale + place.x + 1
            and top * place.scale + place.y - 2 <= y <= bottom * place.scale + place.y + 1
            for left, top, right, bottom in bands
        )


def test_what_lies_under_the_band_shows_through_it() -> None:
    drawn = plate(View.SIDE, 1, 0.5)
    band = region(View.SIDE, 1, "iliotibial_band")
    at = drawn.paths.inner_point(band)
    closed, opened = (picture(drawn, look(CONTRAST, veil=veil)) for veil in (False, True))
    assert pixel(drawn, closed, at) == CONTRAST.colour("fascia").rgb()
    assert pixel(drawn, opened, at) != pixel(drawn, closed, at)


def test_the_fibres_under_the_band_are_seen_only_through_it() -> None:
    drawn = plate(View.SIDE, 1, 0.5)
    layer = drawn.paths.layer
    plain = tuple(mark for mark in layer.marks if not mark.role.startswith("veiled-"))
    other = Plate(LayerPaths(replace(layer, marks=plain)), drawn.placing)
    assert picture(drawn, look()) == picture(other, look())
    seen = differing(picture(drawn, look(veil=True)), picture(other, look(veil=True)))
    assert len(list(seen)) > 1000


MODES = [(*layer, ColourMode.ACTIVITY) for layer in LAYERS] + [
    (view, 1, mode) for view in (View.SIDE, View.SOLE) for mode in ColourMode
]


@pytest.mark.parametrize(("view", "number", "mode"), MODES)
def test_a_file_shows_the_same_as_the_screen(view: View, number: int, mode: ColourMode) -> None:
    drawn, now = plate(view, number), Snapshot(LIGHT, mode, colours(LIGHT, 14, mode))
    screen, file = (words(picture(drawn, now, vector=vector)) for vector in (False, True))
    faults = [apart(one, other) for one, other in zip(screen, file, strict=True)]
    assert sum(faults) / len(faults) < 1.2
    assert sum(fault > 40 for fault in faults) < len(faults) / 2000


def test_a_fine_screen_shows_the_same_in_more_pixels() -> None:
    coarse, fine = plate(*CALF, 0.5), plate(*CALF, 0.25, 2.0)
    one, two = picture(coarse, look(CONTRAST)), picture(fine, look(CONTRAST))
    assert (two.width(), two.height()) == (2 * fine.placing.width, 2 * fine.placing.height)
    for each, _ in coarse.paths.regions:
        if each.structure != "soleus" or (at := topmost(coarse.paths, each)) is None:
            continue
        assert pixel(coarse, one, at) == pixel(fine, two, at)


def test_the_overlay_is_painted_when_it_is_first_asked_for() -> None:
    drawn = plate(View.SOLE, 1)
    picture(drawn, look(), overlay=False)
    before = drawn.has_overlay
    picture(drawn, look())
    assert (before, drawn.has_overlay) == (False, True)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_a_name_points_into_its_muscle(view: View, number: int) -> None:
    drawn, known = paths(view, number), activity().by_id
    outside = [
        (each.structure, each.side)
        for each, path in drawn.regions
        if each.tissue is Tissue.MUSCLE
        and each.area >= 1500  # square millimetres of its box: slivers have no name
        and each.structure in known
        and known[each.structure].curve
        and not path.contains(QPointF(*drawn.inner_point(each)))
    ]
    assert outside == []


@given(st.floats(-300, 300), st.floats(-1700, 100), st.floats(0.05, 8))
def test_a_pixel_leads_back_to_its_millimetres(x: float, y: float, scale: float) -> None:
    place = plate(*CALF, scale).placing
    at = place.transform.map(QPointF(x, y))
    assert place.to_drawing(at) == pytest.approx((x, y), abs=1e-6)
