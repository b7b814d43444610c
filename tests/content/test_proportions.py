"""The shipped female figure: as different as its figures say, and nowhere torn."""

import math
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest

from anatomy_app import resources
from anatomy_app.content import plates
from anatomy_app.content.library import Library
from anatomy_app.content.problems import ContentError
from anatomy_app.content.proportions import load_proportions
from anatomy_app.model.drawing import PLATES, Layer, Outline, Side, View
from anatomy_app.model.proportions.field import Field, field_of
from anatomy_app.model.proportions.figures import assumptions
from anatomy_app.model.proportions.warp import warped
from anatomy_app.model.regions import HitMap, polygons

TABLE = resources.data() / "body" / "female.toml"
FEMALE = load_proportions(TABLE)
LIBRARY = Library()


def field(view: View) -> Field:
    plane = FEMALE.plane(view)
    assert plane is not None
    return field_of(plane)


@cache
def female(view: View, number: int) -> Layer:
    return warped(LIBRARY.layer(view, number), FEMALE)


def outlines(layer: Layer) -> Iterator[Outline]:
    yield layer.body
    yield from (region.outline for region in layer.regions)
    yield from (mark.outline for mark in (*layer.marks, *layer.skin, *layer.under))


def breadth(outline: Outline, x: float, y: float) -> tuple[float, float]:
    """The stretch of the body around a point, left and right."""
    ends = []
    for polygon in polygons(outline):
        points = list(zip(polygon[0::2], polygon[1::2], strict=True))
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
            if (y0 > y) != (y1 > y):
                ends.append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
    ends.sort()
    return next((a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if a <= x <= b)


def ratio(view: View, height: float, at: float) -> float:
    """Female to male breadth of the body's outline at the same anatomical level."""
    left, right = breadth(LIBRARY.layer(view, 1).body, at, -height)
    x, y = field(view).move((left + right) / 2, -height)
    new_left, new_right = breadth(female(view, 1).body, x, y)
    return (new_right - new_left) / (right - left)


@pytest.mark.parametrize(
    ("view", "height", "at", "survey"),
    [
        (View.FRONT, 888.3, 0, 1.1036),  # hip breadth
        (View.BACK, 888.3, 0, 1.1036),
        (View.FRONT, 1033.3, 0, 0.9906),  # waist breadth at the navel
        (View.FRONT, 1480, 0, 0.8943),  # neck
        (View.BACK, 1510, 0, 0.8943),
        (View.SIDE, 888.3, 0, 1.0217),  # buttock depth
        (View.SIDE, 1033.3, 0, 0.9663),  # waist depth
        (View.FRONT, 1650, 0, 1.0325),  # head breadth
        (View.SIDE, 1640, 0, 1.0261),  # head length
    ],
)
def test_breadths_and_depths_are_those_of_the_survey(
    view: View, height: float, at: float, survey: float
) -> None:
    assert ratio(view, height, at) == pytest.approx(survey, rel=0.01)


@pytest.mark.parametrize(
    ("front", "side", "survey"),
    [
        ((804, 80), (804, 0), 1.0628),  # thigh
        ((509.6, 72), (509.6, 0), 1.0557),  # lower thigh
        ((355.8, 73), (355.8, 0), 1.0260),  # calf
        ((108, 74), (108, 0), 1.0144),  # ankle
        ((1072, 225), (1132.7, -177), 0.9184),  # forearm
        ((893, 250), (950, -177), 0.9489),  # wrist
    ],
)
def test_breadth_and_depth_together_make_the_girth(
    front: tuple[float, float], side: tuple[float, float], survey: float
) -> None:
    girth = math.sqrt(ratio(View.FRONT, *front) * ratio(View.SIDE, *side))
    assert girth == pytest.approx(survey, rel=0.01)


@pytest.mark.parametrize(
    ("across", "height", "survey"),
    [
        (161.3, 1392.3, 0.9478),  # shoulder joint: biacromial breadth
        (165, 1409.2, 0.9478),  # acromion
        (229, 1345, 0.9514),  # deltoid
        (140, 1257, 1.0034),  # side of the chest
        (87, 888.3, 1.0701),  # hip joint: breadth across the iliac crests
        (72, 467.5, 0.9615),  # knee
        (74.9, 68.5, 1.0),  # ankle: the stance is kept
    ],
)
def test_joints_and_landmarks_lie_as_far_apart_as_the_figures_say(
    across: float, height: float, survey: float
) -> None:
    assert field(View.FRONT).move(across, -height)[0] / across == pytest.approx(survey, rel=0.01)


@pytest.mark.parametrize(
    ("across", "drawn", "moved"),
    [
        (74.9, 68.5, 63.6),
        (72, 467.5, 470.9),
        (87, 888.3, 899.0),
        (161.3, 1392.3, 1391.5),
        (209.2, 1118.4, 1117.3),
        (265.4, 886.9, 892.4),
        (0, 1718, 1718),
    ],
)
def test_joints_lie_as_high_as_the_figures_say(across: float, drawn: float, moved: float) -> None:
    assert -field(View.FRONT).move(across, -drawn)[1] == pytest.approx(moved, abs=0.5)


def test_the_hand_has_its_length_and_breadth() -> None:
    move = field(View.FRONT).move
    assert (move(300, -728)[1] - move(240, -886.9)[1]) / 158.9 == pytest.approx(1.0104, abs=0.005)
    assert (move(310, -850)[0] - move(230, -850)[0]) / 80 == pytest.approx(0.955, abs=0.005)


def test_the_foot_has_its_length_from_the_side_and_from_below() -> None:
    side, sole = field(View.SIDE).move, field(View.SOLE).move
    assert (side(155, -10)[0] - side(-55, -10)[0]) / 210 == pytest.approx(0.9794, 0.001)
    assert (sole(-70, 55)[1] - sole(-70, -155)[1]) / 210 == pytest.approx(0.9794, 0.001)


@pytest.mark.parametrize("view", list(PLATES))
def test_nothing_folds(view: View) -> None:
    left, top, right, bottom = (int(edge) for edge in LIBRARY.layer(view, 1).box)
    move = field(view).move
    for x in range(left, right, 5):
        for y in range(top, bottom, 5):
            (a, b), (c, d), (e, f) = move(x, y), move(x + 0.5, y), move(x, y + 0.5)
            assert (c - a) * (f - b) - (d - b) * (e - a) > 0.25 * 0.3, (x, y)


@pytest.mark.parametrize("view", [View.FRONT, View.BACK, View.SIDE, View.MEDIAL])
def test_the_sole_stays_on_the_ground(view: View) -> None:
    loops = LIBRARY.layer(view, 1).body.loops
    feet = [x for loop in loops for x, y in zip(loop[0::2], loop[1::2], strict=True) if y > -30]
    for x in range(int(min(feet)), int(max(feet)) + 1):
        assert field(view).move(x, 0.0)[1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("name", plates.names(), ids=lambda name: name.plate)
def test_every_region_keeps_its_place_in_the_drawing(name: plates.LayerName) -> None:
    male, new = LIBRARY.layer(name.view, name.number), female(name.view, name.number)
    assert new != male
    assert [(r.structure, r.side, r.tissue, r.depth) for r in new.regions] == [
        (r.structure, r.side, r.tissue, r.depth) for r in male.regions
    ]
    left, top, right, bottom = new.box
    for region in new.regions:
        assert left <= region.box[0] <= region.box[2] <= right
        assert top <= region.box[1] <= region.box[3] <= bottom + 1


def test_left_mirrors_right() -> None:
    """Wherever the male drawing does."""
    pairs = 0
    male, new = LIBRARY.layer(View.FRONT, 2), female(View.FRONT, 2)
    for first, moved in zip(male.regions, new.regions, strict=True):
        for other, other_moved in zip(male.regions, new.regions, strict=True):
            if other.side is Side.LEFT and _mirrors(first.outline, other.outline, 0.0):
                pairs += 1
                assert _mirrors(moved.outline, other_moved.outline, 1e-4)
    assert pairs > 10


def _mirrors(one: Outline, two: Outline, within: float) -> bool:
    if [len(loop) for loop in one.loops] != [len(loop) for loop in two.loops]:
        return False
    values = zip(chain(*one.loops), chain(*two.loops), strict=True)
    return all(abs(a - b if i % 2 else a + b) <= within for i, (a, b) in enumerate(values))


@pytest.mark.parametrize("view", [View.FRONT, View.SIDE])
def test_neighbours_that_met_still_meet(view: View) -> None:
    """An end shared by two outlines is an end of both, at the same place, in the other shape."""
    move, shared = field(view).move, 0
    seen: set[tuple[float, float]] = set()
    for male, new in zip(LIBRARY.layer(view, 1).regions, female(view, 1).regions, strict=True):
        for loop, moved in zip(male.outline.loops, new.outline.loops, strict=True):
            ends = set(zip(moved[0::6], moved[1::6], strict=True))
            near = {(round(x * 10), round(y * 10)) for x, y in ends}
            for point in set(zip(loop[0::6], loop[1::6], strict=True)):
                x, y = move(*point)
                around = (
                    (round(x * 10) + i, round(y * 10) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)
                )
                assert any(cell in near for cell in around)
                shared += point in seen
                seen.add(point)
    assert shared > 100


def _at(curve: list[float], t: float) -> tuple[float, float]:
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    x = sum(w * v for w, v in zip(weights, curve[0::2], strict=True))
    return x, sum(w * v for w, v in zip(weights, curve[1::2], strict=True))


@pytest.mark.parametrize("view", [View.FRONT, View.BACK, View.SIDE])
def test_moved_curves_are_within_a_third_of_a_millimetre(view: View) -> None:
    """Places on the drawn curves, moved, lie on the moved outline."""
    move = field(view).move
    for male, new in zip(LIBRARY.layer(view, 1).regions, female(view, 1).regions, strict=True):
        for loop, moved in zip(male.outline.loops, new.outline.loops, strict=True):
            if max(loop[0::2]) - min(loop[0::2]) + max(loop[1::2]) - min(loop[1::2]) < 60:
                continue
            edge = polygons(Outline((moved,)))[0]
            for i in range(0, len(loop) - 7, 6):
                x, y = move(*_at(loop[i : i + 8].tolist(), 0.37))
                assert _away(edge, x, y) < 0.3


def _away(polygon: list[float], x: float, y: float) -> float:
    best = math.inf
    for (a, b), (c, d) in pairwise(zip(polygon[0::2], polygon[1::2], strict=True)):
        if min(a, c) - 1 < x < max(a, c) + 1 and min(b, d) - 1 < y < max(b, d) + 1:
            length = (c - a) ** 2 + (d - b) ** 2 or 1.0
            t = min(max(((x - a) * (c - a) + (y - b) * (d - b)) / length, 0.0), 1.0)
            best = min(best, math.hypot(a + t * (c - a) - x, b + t * (d - b) - y))
    return best


@pytest.mark.parametrize("view", list(PLATES))
def test_a_click_meets_what_is_drawn(view: View) -> None:
    """The top structure of a place and of the moved place agree, but for hairs at borders."""
    male = HitMap.of([LIBRARY.layer(view, 1)])
    new, move = HitMap.of([female(view, 1)]), field(view).move
    left, top, right, bottom = (int(edge) for edge in LIBRARY.layer(view, 1).box)
    met, differ = 0, 0
    for x in range(left, right, 9):
        for y in range(top, bottom, 9):
            here, there = male.top(x, y), new.top(*move(x, y))
            met += here is not None
            differ += (here and here.region.depth) != (there and there.region.depth)
    assert met > 50
    assert differ <= 0.01 * met


def test_the_same_figures_give_the_same_drawing() -> None:
    again = warped(LIBRARY.layer(View.SOLE, 1), load_proportions(TABLE))
    assert again == female(View.SOLE, 1)


def test_the_reader_is_told_who_was_measured_and_what_was_assumed() -> None:
    notes = " ".join(assumptions(FEMALE))
    told = (
        "4,082 men", "1,986 women", "US Army", "equal stature", "never ratios of muscle size",
        "no breast is drawn", "stay male", "survey was preferred", "Assumed",
    )  # fmt: skip
    for words in told:
        assert words in notes


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('heights = "body"', 'heights = "bodice"', "no table named 'bodice'"),
        ("hip = [888.3, 950]", "hip = [950, 888.3]", "from 950 to 888.3"),
        ("[[68.5, 74.9, 74.9]", "[[968.5, 74.9, 74.9]", "heights of a profile ascend"),
        ("[720, 168, 216]", "[720, 168, 168]", "'front' has no width"),
        ("[views.front]", "[views.above]", "above"),
        ('name = "female"', "name = 3", "name"),
        ("[heights]", "[heights", "not TOML"),
    ],
)
def test_a_slip_in_the_table_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "female.toml"
    text = TABLE.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_proportions(path)
    assert told in str(error.value)
    assert str(path) in str(error.value)
