"""Plates: loading quickly, trusting nothing, and compiling again what has changed."""

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anatomy_app import resources
from anatomy_app.content import plates
from anatomy_app.content.plate_file import PlateError, pack, unpack
from anatomy_app.content.plates import LayerName
from anatomy_app.model.drawing import PLATES, Layer, View

SVG = resources.drawings()
COMPILED = SVG.parent / "plates"
SOLE = LayerName(View.SOLE, 4)


class Desk:
    """A folder of drawings with one drawing in it, its plates, and a cache."""

    def __init__(self, folder: Path) -> None:
        self.svg, self.plates, self.cache = (folder / n for n in ("svg", "plates", "cache"))
        for place in (self.svg, self.plates):
            place.mkdir()
        (self.svg / SOLE.svg).write_bytes((SVG / SOLE.svg).read_bytes())
        (self.plates / SOLE.plate).write_bytes((COMPILED / SOLE.plate).read_bytes())

    def load(self, *, cached: bool = False) -> Layer:
        return plates.load_layer(
            SOLE.view, SOLE.number, svg_folder=self.svg, plates_folder=self.plates,
            cache_folder=self.cache if cached else None,
        )  # fmt: skip

    def edit(self) -> None:
        """An illustrator renames the structure of some regions."""
        path = self.svg / SOLE.svg
        text = path.read_text("utf-8").replace('"adductor_hallucis"', '"lumbricals_foot"')
        path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def drawn(layer: Layer) -> set[str]:
    return set(plates.structure_ids(layer))


def test_a_plate_is_loaded_without_the_svg_parser() -> None:
    code = (
        "import sys; from pathlib import Path; from anatomy_app.content import plates;"
        "plates.load_layer('front', 1, svg_folder=Path('none'), plates_folder=Path(sys.argv[1]));"
        "sys.exit('svgelements' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(COMPILED)], cwd=resources.root(), check=False
    )
    assert done.returncode == 0


def test_a_view_says_how_deep_it_goes() -> None:
    assert [plates.layers(view) for view in PLATES] == [4, 4, 4, 3, 4]


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda data: b"", "cut short"),
        (lambda data: data[:-10], "cut short"),
        (lambda data: data + b"x", "after its end"),
        (lambda data: b"PNG!" + data[4:], "not a plate"),
        (lambda data: data[:4] + b"\x09" + data[5:], "version 9"),
        (lambda data: data[:70] + b"\0\0\0\0" + data[74:], "damaged"),
        (lambda data: data[:44] + b"\xff\xff\xff\x7f" + data[48:], "more than a drawing holds"),
        (lambda data: data[:44] + b"\x10\0\0\0" + data[48:], "as large as it says"),
    ],
)
def test_a_damaged_plate_is_told_and_the_drawing_read_instead(
    desk: Desk, caplog: pytest.LogCaptureFixture, damage: Callable[[bytes], bytes], why: str
) -> None:
    sound = desk.load()
    path = desk.plates / SOLE.plate
    path.write_bytes(damage(path.read_bytes()))
    with caplog.at_level(logging.WARNING):
        assert desk.load() == sound
    assert why in caplog.text
    assert str(path) in caplog.text
    caplog.clear()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 12_000), flip=st.integers(1, 255))
def test_no_flipped_byte_passes_unnoticed_or_ends_in_a_traceback(at: int, flip: int) -> None:
    data = bytearray((COMPILED / SOLE.plate).read_bytes())
    at %= len(data)
    data[at] ^= flip
    try:
        layer = unpack(bytes(data))
    except PlateError:
        return
    # The hash of the SVG, two unused bytes, or a bit of the compression that carries nothing.
    assert layer == unpack((COMPILED / SOLE.plate).read_bytes())


def test_without_a_plate_the_drawing_is_read(desk: Desk) -> None:
    sound = desk.load()
    (desk.plates / SOLE.plate).unlink()
    assert desk.load() == sound


def test_with_neither_it_is_an_error_that_names_the_file(desk: Desk) -> None:
    (desk.plates / SOLE.plate).unlink()
    (desk.svg / SOLE.svg).unlink()
    with pytest.raises(PlateError, match=r"sole-4\.svg.*cannot be read"):
        desk.load()


def test_an_edited_drawing_is_stale_and_shown_after_a_refresh(desk: Desk) -> None:
    assert plates.stale(desk.svg, desk.plates) == ()
    desk.edit()
    assert plates.stale(desk.svg, desk.plates) == (SOLE,)
    assert "adductor_hallucis" in drawn(desk.load(cached=True)), "the old one, at once"
    assert plates.refresh(desk.svg, desk.plates, desk.cache) == (SOLE,)
    assert "adductor_hallucis" not in drawn(desk.load(cached=True))
    assert "lumbricals_foot" in drawn(desk.load(cached=True))


def test_a_cached_plate_of_an_older_edit_is_not_shown(desk: Desk) -> None:
    desk.edit()
    plates.refresh(desk.svg, desk.plates, desk.cache)
    (desk.svg / SOLE.svg).write_bytes((SVG / SOLE.svg).read_bytes())
    assert "adductor_hallucis" in drawn(desk.load(cached=True))
    assert plates.refresh(desk.svg, desk.plates, desk.cache) == ()


def test_a_broken_edit_leaves_the_compiled_drawing(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    (desk.svg / SOLE.svg).write_text("<svg")
    assert plates.refresh(desk.svg, desk.plates, desk.cache) == ()
    assert "adductor_hallucis" in drawn(desk.load(cached=True))
    assert "not well-formed" in caplog.text
    caplog.clear()


def test_line_ends_do_not_make_a_drawing_stale(desk: Desk) -> None:
    path = desk.svg / SOLE.svg
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert plates.stale(desk.svg, desk.plates) == ()


def test_drawings_with_problems_are_not_compiled(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(PlateError, match=r"front-1\.svg.*cannot be read"):
        plates.compile_plates(desk.svg, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_missing_or_broken_index_is_an_error_that_names_it(tmp_path: Path) -> None:
    for text in (None, "{", "[]", '{"top": {}}'):
        if text is not None:
            (tmp_path / plates.INDEX).write_text(text)
        with pytest.raises(PlateError, match=r"index\.json"):
            plates.drawn_ids(tmp_path)


def test_packing_and_unpacking_keep_a_layer() -> None:
    layer = unpack((COMPILED / SOLE.plate).read_bytes())
    assert unpack(pack(layer, b"\0" * 32)) == layer
