"""The form of the shipped drawings: true to the measured outlines, without gaps or doublings."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest

from anatomy_app import resources
from anatomy_app.content.plates import load_layer, names
from anatomy_app.model.drawing import Layer, Region, Side, Tissue, View
from tests.content.form import Point, Spans, area, common, edge, flattened, measured, spans

SVG = resources.drawings()
PLATES = SVG.parent / "plates"
HALF = {View.FRONT: 1, View.BACK: -1}  # the measured half: x below or above the midline
LETTER = {Side.RIGHT: "R", Side.LEFT: "L", Side.MIDLINE: "M"}
LIKE = 0.95  # intersection over union
SHIFT_MM = 0.55  # or the border moved by no more than this on the average: thin regions
SLIVER_MM2 = 30.0  # what is measured smaller may have gone to its neighbours

WRIST = "tendons above the wrist drawn longer: the measured bellies reach into the hand"
POINTS = "border of belly and tendon drawn anew with soft points"
TAPER = "ends in a point at the skin of the foot"
PEEP = "peeped out between muscles as slivers, which went to the neighbours"
HEEL = "widened onto the heel bone and rounded above its skin"
REDRAWN: Mapping[str, str] = {
    "back-1 rhomboid_major muscle R": POINTS,
    "back-1 tibia bone R": PEEP,
    "back-1 wrist_extensors muscle R": WRIST,
    "back-1 wrist_extensors tendon R": WRIST,
    "back-1 wrist_flexors tendon R": WRIST,
    "back-2 wrist_extensors muscle R": WRIST,
    "back-2 wrist_extensors tendon R": WRIST,
    "back-2 wrist_flexors tendon R": WRIST,
    "back-3 adductor_magnus tendon R": POINTS,
    "back-4 adductor_magnus tendon R": POINTS,
    "front-1 biceps_brachii tendon R": POINTS,
    "front-1 extensor_digitorum_longus tendon R": TAPER,
    "front-1 fibula bone R": PEEP,
    "front-1 ribs bone R": PEEP,
    "front-1 vastus_lateralis tendon R": POINTS,
    "front-1 wrist_flexors muscle R": WRIST,
    "front-1 wrist_flexors tendon R": WRIST,
    "front-2 forearm_deep muscle R": WRIST,
    "front-2 vastus_medialis tendon R": POINTS,
    "front-2 wrist_extensors tendon R": WRIST,
    "front-2 wrist_flexors muscle R": WRIST,
    "front-2 wrist_flexors tendon R": WRIST,
    "medial-1 abductor_hallucis tendon R": POINTS,
    "side-1 biceps_femoris_long tendon R": POINTS,
    "side-1 clavicle bone R": PEEP,
    "side-1 wrist_extensors muscle R": WRIST,
    "side-1 wrist_extensors tendon R": WRIST,
    "side-1 wrist_flexors muscle R": WRIST,
    "side-1 wrist_flexors tendon R": WRIST,
    "side-2 biceps_femoris_short tendon R": POINTS,
    "side-2 forearm_deep muscle R": WRIST,
    "side-2 wrist_extensors muscle R": WRIST,
    "side-2 wrist_extensors tendon R": WRIST,
    "side-2 wrist_flexors muscle R": WRIST,
    "side-2 wrist_flexors tendon R": WRIST,
    "side-3 biceps_femoris_short tendon R": POINTS,
    "sole-1 fibularis_longus tendon R": POINTS,
}
CLOSED: Mapping[str, str] = {
    "back-1 humerus bone R": PEEP,
    "back-1 scapula bone R": PEEP,
    "back-1 spine bone M": PEEP,
    "front-1 forearm_deep muscle R": WRIST,
    "front-1 humerus bone R": PEEP,
    "front-1 scapula bone R": PEEP,
    "front-1 thoracolumbar_fascia fascia R": PEEP,
    "front-1 ulna bone R": PEEP,
    "side-1 forearm_deep muscle R": WRIST,
    "side-1 hyoid bone M": PEEP,
    "side-1 radius bone R": PEEP,
    "side-1 ribs bone R": PEEP,
    "sole-1 flexor_digitorum_brevis muscle R": PEEP,
}


@pytest.fixture(scope="module")
def drawn() -> Mapping[str, Layer]:
    """Every layer by `view-number`."""
    return {
        f"{n.view}-{n.number}": load_layer(n.view, n.number, svg_folder=SVG, plates_folder=PLATES)
        for n in names()
    }


@pytest.fixture(scope="module")
def regions(drawn: Mapping[str, Layer]) -> Mapping[str, dict[str, list[list[list[Point]]]]]:
    """The polygons of all regions by layer and `id tissue side`; beneath a band there are two."""
    found = {}
    for name, layer in drawn.items():
        shapes = defaultdict(list)
        for region in layer.regions:
            shapes[key(region)].append([flattened(loop) for loop in region.outline.loops])
        found[name] = dict(shapes)
    return found


def key(region: Region) -> str:
    return f"{region.structure} {region.tissue.value} {LETTER[region.side]}"


def test_every_region_keeps_its_measured_outline(
    regions: Mapping[str, dict[str, list[list[list[Point]]]]],
) -> None:
    strayed = {}
    for name, outlines in measured().items():
        half = HALF.get(View(name.split("-")[0]), 0)
        for each, polygons in outlines.items():
            shapes = regions[name].get(each, [])
            if shapes and f"{name} {each}" not in REDRAWN:
                likeness, shift = max(compared(polygons, shape, half) for shape in shapes)
                if likeness < LIKE and shift > SHIFT_MM:
                    strayed[f"{name} {each}"] = round(likeness, 3), round(shift, 2)
    assert not strayed


def compared(
    polygons: list[list[Point]], shape: list[list[Point]], half: int
) -> tuple[float, float]:
    """Intersection over union, and how far the border moved on the average, in mm."""
    want, have = spans(polygons), spans(shape, half)
    both = common(want, have)
    apart = area(want) + area(have) - 2 * both
    return both / (apart + both), apart / edge(polygons)


def test_what_is_measured_is_drawn(
    regions: Mapping[str, dict[str, list[list[list[Point]]]]],
) -> None:
    missing = [
        f"{name} {each}"
        for name, outlines in measured().items()
        for each, polygons in outlines.items()
        if each not in regions[name] and area(spans(polygons)) >= SLIVER_MM2
    ]
    assert sorted(missing) == sorted(CLOSED)


def test_neighbours_share_their_borders_without_overlap(drawn: Mapping[str, Layer]) -> None:
    doubled = []
    for name, layer in drawn.items():
        shown = [region for region in layer.regions if region.side is not Side.LEFT]
        rows = {r.depth: spans(map(flattened, r.outline.loops)) for r in shown}
        sizes = {depth: area(row) for depth, row in rows.items()}
        hidden = beneath_the_band(layer) if name == "side-1" else frozenset()
        for one, other in combinations(shown, 2):
            if not {one.depth, other.depth} & hidden and touching(one, other):
                both = common(rows[one.depth], rows[other.depth])
                if both > 0.01 * min(sizes[one.depth], sizes[other.depth]) + 0.5:
                    doubled.append((name, key(one), key(other), round(both, 1)))
    assert not doubled


def beneath_the_band(layer: Layer) -> frozenset[int]:
    """The depths of what the see-through iliotibial band covers, and of the band."""
    band = next(r for r in layer.regions if r.structure == "iliotibial_band")
    cover = spans(map(flattened, band.outline.loops))
    found = {band.depth}
    for region in layer.regions:
        rows = spans(map(flattened, region.outline.loops))
        if region is not band and common(rows, cover) > 0.9 * area(rows):
            found.add(region.depth)
    return frozenset(found)


def touching(one: Region, other: Region) -> bool:
    a, b = one.box, other.box
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_no_slit_of_the_ground_shows_between_superficial_muscles(
    drawn: Mapping[str, Layer],
) -> None:
    """Rows through trunk and thigh: between two tissues lies no bare strip below 2 mm."""
    for name, top, bottom in (("front-1", -1300, -620), ("back-1", -1300, -620)):
        layer = drawn[name]
        covered: Spans = defaultdict(list)
        for region in layer.regions:
            for row, line in spans(map(flattened, region.outline.loops)).items():
                covered[row] += line
        slits = sum(
            after[0] - before[1]
            for row in range(top, bottom)
            for before, after in neighbours(covered[row])
            if 0.3 < after[0] - before[1] < 2.0
        )
        assert slits < 40, f"{name}: {slits:.0f} mm2 of slits"


def neighbours(
    line: list[tuple[float, float]],
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    line = sorted(line)
    return list(pairwise(line))


def test_the_left_outlines_are_the_right_ones_mirrored(drawn: Mapping[str, Layer]) -> None:
    for name, layer in drawn.items():
        if View(name.split("-")[0]) in HALF:
            sides: dict[Side, dict[tuple[str, Tissue], list[float]]] = defaultdict(dict)
            for region in layer.regions:
                sign = -1 if region.side is Side.LEFT else 1
                xs = [round(sign * x, 2) for loop in region.outline.loops for x in loop[0::2]]
                sides[region.side][region.structure, region.tissue] = sorted(xs)
            assert sides[Side.LEFT].keys() == sides[Side.RIGHT].keys()
            for each, xs in sides[Side.RIGHT].items():
                left = sides[Side.LEFT][each]
                assert left == pytest.approx(xs, abs=0.11), f"{name} {each}"


def test_fibres_stay_in_their_muscle(drawn: Mapping[str, Layer]) -> None:
    for name, layer in drawn.items():
        own: dict[str, Spans] = {}
        for region in layer.regions:
            rows = own.setdefault(region.structure, {})
            for row, line in spans(map(flattened, region.outline.loops)).items():
                rows.setdefault(row, []).extend(line)
        points = [
            (mark.structure, point)
            for mark in layer.marks
            if mark.role == "fibre"
            for loop in mark.outline.loops
            for point in flattened(loop, 3)
        ]
        astray = [p for p in points if not holds(own.get(p[0], {}), *p[1])]
        assert len(astray) <= 0.01 * len(points), f"{name}: {len(astray)} of {len(points)}"


def holds(rows: Spans, x: float, y: float) -> bool:
    return any(a - 0.5 <= x <= b + 0.5 for a, b in rows.get(int(y // 1), []))
