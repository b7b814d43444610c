"""The form of the shipped drawings: true to the measured outlines, without gaps or doublings."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest

from anatomy_app import resources
from anatomy_app.content.plates import load_layer, names
from anatomy_app.model.drawing import Layer, Region, Side, Tissue, View
from tests.content.form import ROW, Line, Spans, area, common, edge, flattened, measured, spans

SVG = resources.drawings()
Drawn = Mapping[str, list[Spans]]  # by `id tissue side`
PLATES = SVG.parent / "plates"
HALF = {View.FRONT: 1, View.BACK: -1}  # the measured half: x below or above the midline
LETTER = {Side.RIGHT: "R", Side.LEFT: "L", Side.MIDLINE: "M"}
LIKE = 0.95  # intersection over union
# A thin region misses that by a shift that nobody can see. It passes if its border has moved, on
# the average, by less than half the line that is drawn along it (0.55 mm).
SHIFT_MM = 0.28
SLIVER_MM2 = 30.0  # what is measured smaller may have gone to its neighbours

WRIST = "tendons above the wrist drawn as long points: the measured bellies reach into the hand"
POINTS = "border of belly and tendon, which the table constructs, drawn anew with soft points"
TAPER = "ends in a point at the skin of the foot"
HEEL = "widened onto the heel bone and rounded above its skin"
CALM = "its border is measured torn, and smoothed more than others"
LED_ON = "torn open in the table, led on to the arch of the ribs"
PEEP = "peeps out between muscles as slivers, which went to the neighbours"
UNDER = "torn edges at the outer side of the foot, which its skin hides"
BETWEEN = (
    "led on between ribs where the table is bare, and closed where it shows through the sternum"
)
# The reason, and in which layers; all on the right side.
REDRAWN: Mapping[str, tuple[str, str]] = {
    "abductor_hallucis tendon": (TAPER, "medial-1 sole-1"),
    "achilles_tendon tendon": (HEEL, "medial-2 side-1 side-2"),
    "adductor_magnus tendon": (
        POINTS,
        "back-2 back-3 back-4 front-2 front-3 front-4 medial-2 medial-3 side-4",
    ),
    "biceps_brachii tendon": (POINTS, "front-1 side-1"),
    "biceps_femoris_long tendon": (POINTS, "back-1 side-1"),
    "biceps_femoris_short muscle": (POINTS, "front-2"),
    "biceps_femoris_short tendon": (POINTS, "back-2 back-3 front-2 front-3 side-2 side-3"),
    "brachioradialis tendon": (POINTS, "front-1 side-1"),
    "coracobrachialis muscle": (PEEP, "front-1"),
    "extensor_digitorum_brevis muscle": (PEEP, "side-1 side-2"),
    "extensor_digitorum_brevis tendon": (PEEP, "front-1 front-2 front-3"),
    "extensor_digitorum_longus tendon": (TAPER, "back-1 front-1 side-1"),
    "fibularis_brevis tendon": (TAPER, "back-1 side-1"),
    "flexor_digiti_minimi_brevis muscle": (CALM, "sole-1"),
    "flexor_digitorum_brevis tendon": (TAPER, "medial-1 sole-1"),
    "flexor_digitorum_longus tendon": (TAPER, "front-1 medial-1 sole-1"),
    "flexor_hallucis_longus tendon": (TAPER, "medial-1 sole-1"),
    "forearm_deep muscle": (PEEP, "front-2 side-2"),
    "iliocostalis muscle": (PEEP, "front-3"),
    "intercostals muscle M": (BETWEEN, "front-2 side-2"),
    "internal_oblique muscle": (LED_ON, "side-2"),
    "latissimus_dorsi muscle": (CALM, "front-1"),
    "lumbricals_foot muscle": (CALM, "sole-1"),
    "multifidus muscle": (PEEP, "front-3 front-4"),
    "neck_deep muscle": (PEEP, "front-1 front-2"),
    "psoas_major muscle": (PEEP, "side-2"),
    "radius bone": (PEEP, "front-1 front-2 side-1 side-2"),
    "rectus_femoris tendon": (POINTS, "front-1"),
    "ribs bone": (PEEP, "front-1"),
    "sartorius tendon": (POINTS, "front-1 medial-1"),
    "scapula bone": (PEEP, "back-1"),
    "semimembranosus tendon": (POINTS, "back-2 medial-2"),
    "serratus_anterior muscle": (CALM, "front-1"),
    "tibialis_anterior tendon": (TAPER, "front-1 side-1"),
    "tibialis_posterior tendon": (TAPER, "front-1 sole-1"),
    "toes bone": (PEEP, "back-3"),
    "transversus_abdominis muscle": (CALM, "front-3"),
    "triceps_brachii_long tendon": (POINTS, "back-1 back-2 side-2"),
    "ulna bone": (PEEP, "front-1 front-2"),
    "vastus_lateralis tendon": (POINTS, "back-2 front-1 front-2 side-1 side-2"),
    "vastus_medialis tendon": (POINTS, "front-1 front-2 medial-1 medial-2"),
    "wrist_extensors muscle": (WRIST, "back-1 back-2 side-1 side-2"),
    "wrist_extensors tendon": (WRIST, "back-1 back-2 side-1 side-2"),
    "wrist_flexors muscle": (WRIST, "front-1 front-2 side-1 side-2"),
    "wrist_flexors tendon": (WRIST, "front-1 front-2 side-1 side-2"),
}
CLOSED: Mapping[str, str] = {
    "back-1 abductor_digiti_minimi muscle R": UNDER,
    "back-1 flexor_digiti_minimi_brevis muscle R": UNDER,
    "back-1 spine bone M": PEEP,
    "front-1 extensor_digitorum_brevis muscle R": PEEP,
    "front-1 forearm_deep muscle R": PEEP,
    "front-1 pectoralis_minor muscle R": PEEP,
    "front-1 piriformis muscle R": PEEP,
    "front-1 scapula bone R": PEEP,
    "front-1 supraspinatus muscle R": PEEP,
    "front-1 thoracolumbar_fascia fascia R": PEEP,
    "side-1 abductor_digiti_minimi muscle R": UNDER,
    "side-1 flexor_digiti_minimi_brevis muscle R": UNDER,
    "side-1 flexor_digitorum_brevis muscle R": UNDER,
    "side-1 forearm_deep muscle R": PEEP,
    "side-1 quadratus_plantae muscle R": UNDER,
    "side-1 ribs bone R": PEEP,
}


@pytest.fixture(scope="module")
def drawn() -> Mapping[str, Layer]:
    """Every layer by `view-number`."""
    return {
        f"{n.view}-{n.number}": load_layer(n.view, n.number, svg_folder=SVG, plates_folder=PLATES)
        for n in names()
    }


@pytest.fixture(scope="module")
def drawn_rows(drawn: Mapping[str, Layer]) -> Mapping[str, Drawn]:
    """The rows of all regions by layer and `id tissue side`; beneath a band there are two.

    Of those on the midline only the measured half.
    """
    found = {}
    for name, layer in drawn.items():
        half = HALF.get(View(name.split("-")[0]), 0)
        shapes = defaultdict(list)
        for region in layer.regions:
            if region.side is not Side.LEFT:
                shapes[key(region)].append(spans(map(flattened, region.outline.loops), half))
        found[name] = dict(shapes)
    return found


def key(region: Region) -> str:
    return f"{region.structure} {region.tissue.value} {LETTER[region.side]}"


def test_every_region_keeps_its_measured_outline(drawn_rows: Mapping[str, Drawn]) -> None:
    strayed = {}
    for name, outlines in measured().items():
        for each, want in outlines.items():
            found = [compared(want, have) for have in drawn_rows[name].get(each, [])]
            excused = area(want) < SLIVER_MM2 or reason(name, each)
            if found and not excused and not any(map(near, found)):
                strayed[f"{name} {each}"] = max(found)
    assert not strayed


def test_what_is_redrawn_is_near_its_place(drawn_rows: Mapping[str, Drawn]) -> None:
    """Where a border within a muscle is drawn anew, belly and tendon together stay measured."""
    wrong = {}
    for name, outlines in measured().items():
        for each in outlines:
            why = reason(name, each)
            shapes = drawn_rows[name].get(each, [])
            if why and any(near(compared(outlines[each], shape)) for shape in shapes):
                wrong[f"{name} {each}"] = "is true to its outline: no exception is needed"
            elif why == POINTS:
                found = compared(*both(outlines, drawn_rows[name], each))
                if not near(found):
                    wrong[f"{name} {each}"] = f"belly and tendon together stray: {found}"
    assert not wrong


def reason(name: str, each: str) -> str:
    """Why a region of a layer is not true to its outline; empty if it ought to be."""
    why, layers = REDRAWN.get(each.removesuffix(" R"), ("", ""))
    return why if name in layers.split() else ""


def near(found: tuple[float, float]) -> bool:
    likeness, shift = found
    return likeness >= LIKE or shift <= SHIFT_MM


def both(outlines: Mapping[str, Spans], shapes: Drawn, each: str) -> tuple[Spans, Spans]:
    """Belly and tendon of a muscle together, as measured and as drawn."""
    structure, _, side = each.split()
    want: dict[int, Line] = defaultdict(list)
    have: dict[int, Line] = defaultdict(list)
    for part in (f"{structure} {tissue} {side}" for tissue in ("muscle", "tendon")):
        measured_rows = outlines.get(part, {})
        drawn_best = max(shapes.get(part, [{}]), key=lambda rows: common(rows, measured_rows))
        for rows, own in ((want, measured_rows), (have, drawn_best)):
            for row, line in own.items():
                rows[row] = sorted(rows[row] + line)
    return want, have


def compared(want: Spans, have: Spans) -> tuple[float, float]:
    """Intersection over union, and how far the border moved on the average, in mm."""
    shared = common(want, have)
    apart = area(want) + area(have) - 2 * shared
    return round(shared / (apart + shared), 3), round(apart / edge(want), 2)


def test_what_is_measured_is_drawn(drawn_rows: Mapping[str, Drawn]) -> None:
    missing = [
        f"{name} {each}"
        for name, outlines in measured().items()
        for each, rows in outlines.items()
        if each not in drawn_rows[name] and area(rows) >= SLIVER_MM2
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
        covered: dict[int, Line] = defaultdict(list)
        for region in layer.regions:
            for row, line in spans(map(flattened, region.outline.loops)).items():
                covered[row] += line
        slits = sum(
            after[0] - before[1]
            for row in range(round(top / ROW), round(bottom / ROW))
            for before, after in neighbours(covered[row])
            if 0.3 < after[0] - before[1] < 2.0
        )
        slits *= ROW
        assert slits < 40, f"{name}: {slits:.0f} mm2 of slits"


def neighbours(line: Line) -> list[tuple[tuple[float, float], tuple[float, float]]]:
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
    return any(a - 0.5 <= x <= b + 0.5 for a, b in rows.get(int(y // ROW), []))


def test_each_retinaculum_crosses_a_tendon(drawn: Mapping[str, Layer]) -> None:
    crossed = {}
    for name, layer in drawn.items():
        straps = [mark for mark in layer.marks if mark.role == "retinaculum"]
        tendons = [r for r in layer.regions if r.tissue is Tissue.TENDON]
        for strap in straps:
            rows = spans(map(flattened, strap.outline.loops))
            crossed[name] = [
                tendon.structure
                for tendon in tendons
                if common(rows, spans(map(flattened, tendon.outline.loops))) > 10
            ]
            assert crossed[name], f"{name}: a strap over nothing"
    assert set(crossed) == {"front-1", "back-1", "side-1", "medial-1"}
