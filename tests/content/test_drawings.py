"""The shipped drawings: complete, within bounds, mirrored, and compiled as they are."""

from collections import Counter
from collections.abc import Mapping

import pytest

from anatomy_app import resources
from anatomy_app.content.plate_file import compiled_hash
from anatomy_app.content.plates import (
    LayerName,
    drawn_ids,
    load_layer,
    names,
    stale,
    structure_ids,
)
from anatomy_app.content.svg import read_svg
from anatomy_app.model.drawing import PLATES, Layer, Region, Side, Tissue, View

SVG = resources.drawings()
COMPILED = SVG.parent / "plates"
DRAWN = frozenset(
    """
    abductor_digiti_minimi abductor_hallucis achilles_tendon adductor_brevis adductor_hallucis
    adductor_longus adductor_magnus biceps_brachii biceps_femoris_long biceps_femoris_short
    brachialis brachioradialis coracobrachialis deltoid_anterior deltoid_middle deltoid_posterior
    diaphragm extensor_digitorum_brevis extensor_digitorum_longus extensor_hallucis_longus
    external_oblique fibularis_brevis fibularis_longus flexor_digiti_minimi_brevis
    flexor_digitorum_brevis flexor_digitorum_longus flexor_hallucis_brevis flexor_hallucis_longus
    forearm_deep gastrocnemius_lateral gastrocnemius_medial gluteus_maximus gluteus_medius
    gluteus_minimus gracilis hand_muscles iliacus iliocostalis iliotibial_band infraspinatus
    intercostals internal_oblique interossei_foot latissimus_dorsi levator_scapulae linea_alba
    longissimus lumbricals_foot multifidus neck_deep obturator_externus obturator_internus_gemelli
    patellar_tendon pectineus pectoralis_major_clavicular pectoralis_major_sternal
    pectoralis_minor pelvic_floor piriformis plantar_fascia plantaris popliteus psoas_major
    quadratus_femoris quadratus_lumborum quadratus_plantae rectus_abdominis rectus_femoris
    rhomboid_major rhomboid_minor sartorius semimembranosus semispinalis semitendinosus
    serratus_anterior serratus_posterior_inferior serratus_posterior_superior soleus spinalis
    splenius sternocleidomastoid subscapularis supraspinatus tensor_fasciae_latae teres_major
    teres_minor thoracolumbar_fascia tibialis_anterior tibialis_posterior transversus_abdominis
    trapezius_lower trapezius_middle trapezius_upper triceps_brachii_lateral triceps_brachii_long
    triceps_brachii_medial vastus_intermedius vastus_lateralis vastus_medialis wrist_extensors
    wrist_flexors
    """.split()  # noqa: SIM905  # a hundred names in a dozen lines
)


@pytest.fixture(scope="module")
def parsed() -> Mapping[LayerName, Layer]:
    """Every drawing, read from its SVG without a problem."""
    found = {}
    for name in names():
        layer, problems = read_svg(SVG / name.svg, known=DRAWN)
        assert not problems, "\n".join(map(str, problems))
        assert layer is not None
        found[name] = layer
    return found


def test_there_is_a_drawing_for_every_view_and_depth(parsed: Mapping[LayerName, Layer]) -> None:
    assert Counter(name.view for name in parsed) == {
        View.FRONT: 4, View.BACK: 4, View.SIDE: 4, View.MEDIAL: 3, View.SOLE: 4,
    }  # fmt: skip
    assert all((layer.view, layer.number) == (n.view, n.number) for n, layer in parsed.items())
    assert {path.name for path in SVG.iterdir()} == {name.svg for name in parsed}


def test_every_structure_that_is_drawn_is_drawn_somewhere(
    parsed: Mapping[LayerName, Layer],
) -> None:
    found = {each for layer in parsed.values() for each in structure_ids(layer)}
    assert found == DRAWN


def test_all_layers_of_a_view_share_its_frame(parsed: Mapping[LayerName, Layer]) -> None:
    frames = {view: {x.box for x in parsed.values() if x.view == view} for view in PLATES}
    assert all(len(boxes) == 1 for boxes in frames.values())


def test_the_left_side_mirrors_the_right_in_front_and_back(
    parsed: Mapping[LayerName, Layer],
) -> None:
    for name, layer in parsed.items():
        if name.view not in (View.FRONT, View.BACK):
            continue
        right, left = (keys(layer, side) for side in (Side.RIGHT, Side.LEFT))
        # What is cut at the skin may differ by a crumb: the body itself is not quite symmetrical.
        odd = (right - left) + (left - right)
        assert odd.total() <= 0.03 * right.total(), sorted(odd)[:5]


def keys(layer: Layer, side: Side) -> Counter[tuple[str, Tissue, int, int, int]]:
    """Name, tissue, height and outer and inner edge (1 cm) of the regions of one side."""
    return Counter(key(region) for region in layer.regions if region.side is side)


def key(region: Region) -> tuple[str, Tissue, int, int, int]:
    left, top, right, bottom = region.box
    edges = sorted((abs(left), abs(right)))
    middle, across = round((top + bottom) / 20), round((edges[0] + edges[1]) / 20)
    return (region.structure, region.tissue, middle, across, len(region.outline.loops))


def test_a_side_view_has_no_left_side(parsed: Mapping[LayerName, Layer]) -> None:
    for name, layer in parsed.items():
        if name.view in (View.SIDE, View.MEDIAL, View.SOLE):
            assert Side.LEFT not in {region.side for region in layer.regions}


def test_the_iliotibial_band_lies_over_the_muscles_it_hides(
    parsed: Mapping[LayerName, Layer],
) -> None:
    regions = parsed[LayerName(View.SIDE, 1)].regions
    (band,) = (region for region in regions if region.structure == "iliotibial_band")
    assert band.tissue is Tissue.FASCIA
    left, top, right, bottom = band.box
    beneath = {
        region.structure
        for region in regions
        if region.depth < band.depth and left <= region.box[0] <= region.box[2] <= right
        and top - 1 <= region.box[1] and region.box[3] <= bottom + 1
    }  # fmt: skip
    hidden = {"vastus_lateralis", "biceps_femoris_long", "biceps_femoris_short", "gluteus_medius"}
    assert hidden <= beneath


def test_head_hands_and_feet_are_skin_in_the_superficial_layer(
    parsed: Mapping[LayerName, Layer],
) -> None:
    for view in (View.FRONT, View.BACK, View.SIDE):
        layer = parsed[LayerName(view, 1)]
        fills = {mark.structure for mark in layer.skin if mark.role == "skin-fill"}
        assert fills == {"head", "hand", "foot"}
        assert {mark.structure for mark in layer.under} == {"foot"}
        bones = {r.structure for r in layer.regions if r.tissue is Tissue.BONE}
        assert not bones & {"skull", "hand_bones", "toes", "metatarsals", "tarsals"}
        deep = {region.structure for region in parsed[LayerName(view, 4)].regions}
        assert deep >= {"skull", "hand_bones", "toes", "metatarsals", "tarsals"}


def test_compiled_plates_are_the_drawings(parsed: Mapping[LayerName, Layer]) -> None:
    assert stale(SVG, COMPILED) == (), "run: python tools/compile_plates.py"
    for name, layer in parsed.items():
        loaded = load_layer(name.view, name.number, svg_folder=SVG, plates_folder=COMPILED)
        assert loaded == layer


def test_the_index_names_the_structures_of_each_layer(parsed: Mapping[LayerName, Layer]) -> None:
    ids = drawn_ids(COMPILED)
    for name, layer in parsed.items():
        assert list(ids[name.view][name.number]) == structure_ids(layer)
    assert sum(len(by_layer) for by_layer in ids.values()) == len(parsed)


def test_drawings_and_plates_stay_small() -> None:
    assert max(path.stat().st_size for path in SVG.iterdir()) <= 600_000
    assert sum(path.stat().st_size for path in COMPILED.iterdir()) <= 3_500_000


def test_plates_name_the_drawing_they_come_from() -> None:
    hashes = {compiled_hash((COMPILED / name.plate).read_bytes()) for name in names()}
    assert len(hashes) == len(names())


def test_drawings_need_nothing_but_themselves() -> None:
    for path in SVG.iterdir():
        text = path.read_text("utf-8")
        for word in ("<style", "<use", "<script", "<image", "transform=", "url(", "href"):
            assert word not in text, f"{path.name}: {word}"
        assert "CC BY-SA 4.0" in text
