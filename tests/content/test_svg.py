"""Reading drawings: what a good one gives, and what each mistake is told."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anatomy_app.content.problems import Problem
from anatomy_app.content.svg import read_svg
from anatomy_app.content.svg_xml import Limits
from anatomy_app.model.drawing import Layer, Side, Tissue, View

SOLEUS = (
    '<path data-structure="soleus" data-side="right" data-tissue="muscle" data-depth="3"'
    ' d="M10 10h20v20h-20z"/>'
)
TIBIA = (
    '<path data-part="tibia" data-side="right" data-tissue="bone" data-depth="1"'
    ' d="M10 10c5 0 5 10 0 10z"/>'
)
FIBRE = (
    '<path data-role="fibre" data-structure="soleus" data-width=".5" data-opacity=".3"'
    ' d="M12 12q5 5 10 0"/>'
)
GOOD = f"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 200" data-view="back" data-layer="2">
<title>Leg</title>
<g data-list="body"><path data-role="body" d="M0 0h100v200H0z"/></g>
<g data-list="regions">
{SOLEUS}
{TIBIA}
</g>
<g data-list="marks">
{FIBRE}
</g>
</svg>
"""
LINE = {"soleus": 6, "tibia": 7, "fibre": 10}
KNOWN = frozenset({"soleus", "plantaris"})


def problems_of(folder: Path, text: str, limits: Limits | None = None) -> tuple[Problem, ...]:
    """What is wrong with a drawing of this text."""
    return read(folder, text, limits)[1]


def layer_of(folder: Path, text: str) -> Layer:
    """The layer of a drawing of this text."""
    layer, _ = read(folder, text)
    assert layer is not None
    return layer


def read(
    folder: Path, text: str, limits: Limits | None = None
) -> tuple[Layer | None, tuple[Problem, ...]]:
    path = folder / "leg.svg"
    path.write_text(text, encoding="utf-8")
    return read_svg(path, known=KNOWN, limits=limits or Limits())


def test_a_good_drawing_becomes_a_layer(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == ()
    layer = layer_of(tmp_path, GOOD)
    assert (layer.view, layer.number, layer.box) == (View.BACK, 2, (0.0, 0.0, 100.0, 200.0))
    tibia, soleus = layer.regions
    assert (tibia.structure, tibia.tissue) == ("tibia", Tissue.BONE)
    assert (soleus.structure, soleus.side, soleus.depth) == ("soleus", Side.RIGHT, 3)
    assert soleus.box == (10.0, 10.0, 30.0, 30.0)
    (fibre,) = layer.marks
    assert (fibre.role, fibre.structure, fibre.closed) == ("fibre", "soleus", False)
    assert (fibre.width, fibre.opacity) == (0.5, 0.3)


def test_a_line_a_quadratic_and_an_arc_become_cubics_that_pass_where_they_did(
    tmp_path: Path,
) -> None:
    layer = layer_of(tmp_path, GOOD.replace("q5 5 10 0", "q5 6 10 0a5 5 0 0 1 10 0"))
    (loop,) = layer.marks[0].outline.loops
    assert (len(loop) - 2) % 6 == 0
    assert loop[6:8].tolist() == [22.0, 12.0]
    middle = [(loop[k] + 3 * loop[2 + k] + 3 * loop[4 + k] + loop[6 + k]) / 8 for k in (0, 1)]
    assert middle == pytest.approx([17.0, 15.0], abs=1e-4)
    assert loop[-2:].tolist() == pytest.approx([32.0, 12.0], abs=1e-4)


def test_transforms_of_paths_and_groups_are_applied_from_outside_inwards(tmp_path: Path) -> None:
    text = GOOD.replace('data-list="regions"', 'data-list="regions" transform="translate(5 10)"')
    text = text.replace('"soleus" data', '"soleus" transform="scale(2)" data', 1)
    assert not problems_of(tmp_path, text)
    layer = layer_of(tmp_path, text)
    soleus = layer.regions[1]
    assert soleus.box == (25.0, 30.0, 65.0, 70.0)


def test_a_line_that_moved_to_the_file_end_still_names_its_line(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, GOOD.replace('data-depth="1"', 'data-depth="far"'))
    assert problem.line == LINE["tibia"]
    assert str(problem).startswith(f"{tmp_path / 'leg.svg'}:{LINE['tibia']}: data-depth is 'far'; ")


SVG, SOLEUS_LINE, TIBIA_LINE, FIBRE_LINE = 2, LINE["soleus"], LINE["tibia"], LINE["fibre"]
REPLACED = [
    ("misspelt structure", '"soleus" data-side', '"soleuss" data-side', SOLEUS_LINE,
     "structure 'soleuss' is unknown", "did you mean 'soleus'?"),
    ("no structure", 'data-structure="soleus" data-side', "data-side", SOLEUS_LINE,
     "has no data-structure", "add data-structure"),
    ("bone without part", 'data-part="tibia"', 'data-structure="tibia"', TIBIA_LINE,
     "has no data-part", "add data-part"),
    ("wrong side", '"right" data-tissue="muscle"', '"rigth" data-tissue="muscle"', SOLEUS_LINE,
     "data-side is 'rigth'", "did you mean 'right'?"),
    ("wrong tissue", 'data-tissue="muscle"', 'data-tissue="muscel"', SOLEUS_LINE,
     "data-tissue is 'muscel'", "did you mean 'muscle'?"),
    ("depth twice", 'data-depth="1"', 'data-depth="3"', TIBIA_LINE,
     "data-depth 3 is used twice (first in line 6)", "its own depth"),
    ("negative depth", 'data-depth="1"', 'data-depth="-1"', TIBIA_LINE,
     "data-depth is '-1'", "whole number"),
    ("empty path", 'd="M10 10h20v20h-20z"', 'd=""', SOLEUS_LINE, "path is empty", "draw it again"),
    ("no path data", 'd="M10 10h20v20h-20z"', 'd="M10 10 evil()"', SOLEUS_LINE,
     "not path data", "draw it again"),
    ("a point", 'd="M10 10h20v20h-20z"', 'd="M10 10z"', SOLEUS_LINE, "no length", "delete it"),
    ("endless", 'd="M10 10h20v20h-20z"', 'd="M10 10h1e999z"', SOLEUS_LINE,
     "endless coordinates", "draw it again"),
    ("outside", 'd="M10 10h20v20h-20z"', 'd="M90 10h20v20h-20z"', SOLEUS_LINE,
     "soleus lies outside the viewBox", "widen the viewBox"),
    ("neither", "data-part=\"tibia\" data-side=\"right\" data-tissue=\"bone\"", "", TIBIA_LINE,
     "neither a region nor a mark", "data-tissue"),
    ("unknown role", 'data-role="fibre"', 'data-role="fiber"', FIBRE_LINE,
     "data-role is 'fiber'", "did you mean 'fibre'?"),
    ("no list", 'data-list="marks"', "", FIBRE_LINE, "lies in no list", "data-list"),
    ("width", 'data-width=".5"', 'data-width="nan"', FIBRE_LINE, "data-width is 'nan'", "up to 20"),
    ("opacity", 'data-opacity=".3"', 'data-opacity="1.5"', FIBRE_LINE,
     "data-opacity is '1.5'", "up to 1"),
    ("no body", 'data-role="body"', 'data-role="light"', 1, "no path with data-role", "draw the"),
    ("no viewBox", 'viewBox="0 0 100 200"', "", SVG, "no usable viewBox", "in millimetres"),
    ("flat viewBox", "0 0 100 200", "0 0 100 0", SVG, "no usable viewBox", "in millimetres"),
    ("view", 'data-view="back"', 'data-view="bcak"', SVG, "data-view is 'bcak'", "'back'"),
    ("layer", 'data-layer="2"', 'data-layer="5"', SVG, "data-layer is '5'", "1, 2, 3 or 4"),
    ("script", "<title>", "<script>a()</script><title>", 3, "<script> is not allowed", "delete"),
    ("style sheet", "<title>", "<style>a{b:c}</style><title>", 3, "<style> is not", "delete"),
    ("clone", "<title>", '<use href="#a"/><title>', 3, "<use> is not allowed", "unlink clones"),
    ("picture", "<title>", '<image href="#a"/><title>', 3, "<image> is not allowed", "delete"),
    ("rectangle", "<title>", '<rect width="3" height="3"/><title>', 3, "<rect> is not a path",
     "Object to Path"),
    ("reference out", '<g data-list="marks">', '<g data-list="marks" href="http://x.org/a">', 9,
     "refers outside the file", "delete the reference"),
    ("paint from outside", '<g data-list="marks">', '<g data-list="marks" fill="url(http://x.org)">',
     9, "refers outside the file", "delete the reference"),
    ("handler", '<g data-list="marks">', '<g data-list="marks" onclick="alert(1)">', 9,
     "is a script", "delete the attribute"),
    ("clip", '<g data-list="marks">', '<g data-list="marks" clip-path="url(#c)">', 9,
     "has a clip, mask or filter", "release it"),
    ("document type", "<svg", '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg', SVG,
     "document type or entities", "delete"),
    ("not well-formed", "</svg>", "</sgv>", 12, "not well-formed XML", "save it again"),
    ("no SVG", GOOD, "<html/>", 1, "is not", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "remedy"),
    [r[1:] for r in REPLACED],
    ids=[r[0] for r in REPLACED],
)
def test_a_planted_mistake_is_told_with_its_line_and_a_remedy(
    tmp_path: Path, old: str, new: str, line: int, what: str, remedy: str
) -> None:
    assert GOOD.count(old) >= 1
    problems = problems_of(tmp_path, GOOD.replace(old, new, 1))
    told = [p for p in problems if what in p.what and remedy in p.remedy]
    assert [p.line for p in told] == [line], [str(p) for p in problems]


def test_all_mistakes_are_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    text = GOOD.replace('"right"', '"up"').replace(".5", "-1")
    problems = problems_of(tmp_path, text)
    assert [p.line for p in problems] == [SOLEUS_LINE, TIBIA_LINE, FIBRE_LINE]


def test_a_broken_region_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = GOOD.replace('data-depth="1"', 'data-depth="far"')
    assert len(problems_of(tmp_path, text)) == 1
    layer = layer_of(tmp_path, text)
    assert [region.structure for region in layer.regions] == ["soleus"]


def test_too_large_too_many_and_too_deep_are_refused(tmp_path: Path) -> None:
    for limits, what in (
        (Limits(size=100), "larger than"),
        (Limits(elements=3), "more than 3 elements"),
        (Limits(depth=2), "deeper than 2 levels"),
    ):
        problems = problems_of(tmp_path, GOOD, limits)
        assert any(what in problem.what for problem in problems)


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>'
    layer, problems = read(tmp_path, bomb)
    assert layer is None
    assert [problem.line for problem in problems] == [1]


def test_a_missing_and_an_empty_file_are_told(tmp_path: Path) -> None:
    layer, (problem,) = read_svg(tmp_path / "none.svg")
    assert layer is None
    assert "cannot be read" in problem.what
    (problem,) = problems_of(tmp_path, "")
    assert "is empty" in problem.what


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text(max_size=12) | st.sampled_from(
    ["1e400", "A1 1 0 0 1 1e300 0", "C1", "&a;", "<g>", 'transform="matrix(1)"', "\0"]
))  # fmt: skip
def test_no_damage_to_a_file_ends_in_a_traceback(
    tmp_path: Path, at: int, cut: int, put: str
) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    path = tmp_path / "damaged.svg"
    path.write_bytes(text.encode("utf-8", "replace"))
    layer, problems = read_svg(path, known=KNOWN)
    assert layer is not None or problems


@pytest.mark.parametrize("data", [b"\xff\xfe<\0s\0v\0g\0", b"\0" * 50, b"<svg", b"\x1f\x8b\x08"])
def test_bytes_that_are_no_text_are_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "noise.svg"
    path.write_bytes(data)
    layer, problems = read_svg(path)
    assert layer is None
    assert problems
