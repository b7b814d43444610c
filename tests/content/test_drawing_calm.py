"""The shipped drawings are calm: nothing peeps out, ends as if cut, or runs in steps."""

import math
from collections import defaultdict
from itertools import pairwise

import pytest

from anatomy_app import resources
from anatomy_app.content.plates import load_layer
from anatomy_app.model.drawing import Layer, Region, Side, Tissue, View
from tests.content.form import ROW, Line, Spans, area, common, flattened, spans

SVG = resources.drawings()


def layer(name: str) -> Layer:
    view, number = name.split("-")
    plates = SVG.parent / "plates"
    return load_layer(View(view), int(number), svg_folder=SVG, plates_folder=plates)


def rows(region: Region) -> Spans:
    return spans(map(flattened, region.outline.loops))


def owner(name: str, x: float, y: float) -> str:
    """What lies at a point of a layer, in mm."""
    row = int(y // ROW)
    at = [r for r in layer(name).regions if any(a <= x < b for a, b in rows(r).get(row, []))]
    return max(at, key=lambda region: region.depth).structure if at else ""


@pytest.mark.parametrize(
    ("name", "x", "y", "whole"),
    [
        ("front-1", -223, -1065, "wrist_flexors"),  # no bone in a slit of the forearm
        ("front-1", -230, -932, "wrist_flexors"),  # no deep muscle between the tendons of the wrist
        ("front-2", 0, -1346, "sternum"),  # no muscle through the breastbone
        ("front-3", 0, -1266, "sternum"),
        ("front-3", -85, -431, "tibia"),  # no vastus intermedius below the patella
        ("back-1", 2, -1514, "trapezius_upper"),  # no spine in the nape
        ("medial-3", -4, -462, "femur"),
    ],
)
def test_what_covers_is_whole(name: str, x: float, y: float, whole: str) -> None:
    assert owner(name, x, y) == whole


@pytest.mark.parametrize(
    ("name", "x", "y"),
    [("front-2", -105, -1125), ("back-2", 100, -1125), ("side-2", 90, -1215)],
)
def test_no_window_between_the_ribs_shows_the_ground(name: str, x: float, y: float) -> None:
    assert owner(name, x, y) == "intercostals"


@pytest.mark.parametrize("name", ["front-3", "back-3", "back-4"])
def test_the_adductor_magnus_runs_along_the_bone_without_steps(name: str) -> None:
    """Its tendon is measured as stairs of 8 mm."""
    muscle = next(
        rows(r)
        for r in layer(name).regions
        if (r.structure, r.tissue, r.side) == ("adductor_magnus", Tissue.MUSCLE, Side.RIGHT)
    )
    edge = [
        max(abs(x) for span in muscle[round(y / ROW)] for x in span) for y in range(-675, -605, 2)
    ]
    assert all(-0.2 < above - below < 3.2 for above, below in pairwise(edge))


@pytest.mark.parametrize("name", ["side-1", "side-3"])
def test_the_chin_has_no_step(name: str) -> None:
    """Along the jaw the outline of the body turns softly."""
    body = [point for loop in layer(name).body.loops for point in flattened(loop, 8)]
    jaw = sorted((x, y) for x, y in body if 72 < x < 98 and -1503 < y < -1480)
    ways = [math.atan2(v - y, u - x) for (x, y), (u, v) in pairwise(jaw) if u - x > 0.1]
    turns = [abs(math.remainder(b - a, math.tau)) for a, b in pairwise(ways)]
    assert len(turns) > 8
    assert max(turns) < math.radians(30)


@pytest.mark.parametrize(
    ("name", "part"),
    [("front-1", "hand"), ("back-2", "hand"), ("side-1", "hand"), ("sole-1", "foot")],
)
def test_tissues_go_softly_under_the_skin(name: str, part: str) -> None:
    """Steps of thin skin lie on tissue, each on the one before and nearer to the skin."""
    drawn = layer(name)
    tissue: dict[int, Line] = defaultdict(list)
    for region in drawn.regions:
        for row, line in rows(region).items():
            tissue[row] += line
    steps = [m for m in drawn.skin if m.role == "skin-fade" and m.structure == part]
    found = [spans(map(flattened, mark.outline.loops)) for mark in steps if mark.opacity < 0.5]
    found = found[: len(found) // 2] if name.startswith(("front", "back")) else found
    assert len(found) >= 4
    assert all(common(step, tissue) > 0.93 * area(step) for step in found)
    for wide, narrow in pairwise(found):
        assert area(narrow) < area(wide)
        assert common(wide, narrow) > 0.95 * area(narrow)
