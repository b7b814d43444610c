"""Pictures: whole files of the right size, with real text, and colours that tell the activity."""

import re
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from anatomy_app.model.drawing import PLATES, View
from anatomy_app.paint.theme import THEMES
from tests.cli.conftest import Call, part

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = "Running at 3.0 m/s (interpolated), 15 % of the stride"
SOLEUS = ("render", "--view", "back", "--layer", "2", "--theme", "contrast", "--size", "400x800")


@pytest.fixture
def image(call: Call, tmp_path: Path) -> Call:
    """Renders with words and reads the picture."""

    def made(*words: str) -> QImage:
        answer = call(*words, "-o", "made.png")
        assert answer.status == 0, answer.err
        return QImage(str(tmp_path / "made.png"))

    return made  # type: ignore[return-value]  # a call that ends in a picture


def activity_colour(call: Call, percent: str, side: str) -> int:
    """The colour that the soleus of a side should have."""
    muscles = call("at", percent, "--json").document["muscles"]
    value = part(muscles, "soleus", side)["activation"]
    assert isinstance(value, float)
    return THEMES["contrast"].activity_rgb(value)


def places(picture: QImage, colour: int) -> set[tuple[int, int]]:
    """The pixels of exactly this colour."""
    return {
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) == colour
    }


def test_a_region_has_the_colour_of_its_activity_at_the_instant(call: Call, image: Call) -> None:
    # The contrast theme paints no shading over the fills, so that pixels are exact.
    first, later = image(*SOLEUS, "--at", "15"), image(*SOLEUS, "--at", "60")
    assert isinstance(first, QImage)
    assert isinstance(later, QImage)
    for side, middle in (("right", 230), ("left", 170)):
        here = places(first, activity_colour(call, "15", side))
        there = places(later, activity_colour(call, "60", side))
        both = {(x, y) for x, y in here & there if 400 < y < 700 and abs(x - middle) < 40}
        assert len(both) > 300, side


def test_what_nobody_measured_is_hatched_whatever_the_instant(image: Call) -> None:
    words = ("render", "--view", "front", "--size", "400x800", "--gait", "sprinting", "--at")
    shown, later = image(*words, "10"), image(*words, "80")
    assert isinstance(shown, QImage)
    assert isinstance(later, QImage)
    body = shown.rect().adjusted(0, 0, 0, -160)  # the caption tells the instant
    assert shown.copy(body) == later.copy(body)


@pytest.mark.parametrize("view", PLATES)
def test_every_view_fits_a_picture_of_its_own_size(image: Call, view: View) -> None:
    picture = image("render", "--view", view)
    assert isinstance(picture, QImage)
    assert picture.height() == 1600
    assert 700 <= picture.width() <= 1600
    background = THEMES["light"].colour("bg").rgb()
    edges = [(x, y) for x in range(picture.width()) for y in (0, 1599)]
    edges += [(x, y) for y in range(1600) for x in (0, picture.width() - 1)]
    assert all(picture.pixel(x, y) == background for x, y in edges)


@pytest.mark.parametrize("size", ["16x16", "1000x300", "301x777", "20x2000"])
def test_every_size_is_kept(call: Call, tmp_path: Path, size: str) -> None:
    answer = call("render", "--view", "front", "--size", size, "-o", "small.png")
    assert answer.status == 0
    picture = QImage(str(tmp_path / "small.png"))
    assert f"{picture.width()}x{picture.height()}" == size


def test_a_small_picture_says_what_it_leaves_out(call: Call) -> None:
    answer = call("render", "--view", "front", "--size", "90x90", "-o", "small.png")
    assert answer.err == "anatomy-app: 90x90 pixels are too few for a legend and a caption\n"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_theme_paints_the_ground(image: Call, theme: str) -> None:
    picture = image("render", "--view", "side", "--theme", theme, "--size", "300x600")
    assert isinstance(picture, QImage)
    assert picture.pixel(0, 0) == THEMES[theme].colour("bg").rgb()


def test_a_selection_is_outlined_and_named(call: Call, image: Call, tmp_path: Path) -> None:
    accent = THEMES["light"].colour("accent").rgb()
    words = ("render", "--view", "back", "--size", "400x800")
    plain, chosen = image(*words), image(*words, "--select", "muscle:soleus")
    assert isinstance(plain, QImage)
    assert isinstance(chosen, QImage)
    assert not places(plain, accent)
    assert len(places(chosen, accent)) > 200
    call(*words, "--select", "muscle:soleus", "-o", "chosen.svg")
    assert any("outlined: Soleus" in text for text in svg_texts(tmp_path / "chosen.svg"))


def test_a_selection_opens_the_first_layer_that_shows_it(call: Call, tmp_path: Path) -> None:
    call("render", "--view", "back", "--select", "muscle:piriformis", "-o", "deep.svg")
    assert any("layer 2 of 4" in text for text in svg_texts(tmp_path / "deep.svg"))


def test_a_selection_that_the_view_does_not_show_is_told(call: Call) -> None:
    answer = call(
        *("render", "--view", "sole", "--select", "muscle:gluteus_maximus", "-o", "sole.png")
    )
    assert answer.status == 0
    assert answer.err.startswith("anatomy-app: Gluteus maximus is not drawn in the sole view")


def test_names_stand_beside_the_drawing_as_text(call: Call, tmp_path: Path) -> None:
    words = ("render", "--view", "back", "--layer", "1")
    call(*words, "--names", "all", "-o", "all.svg")
    call(*words, "--names", "muscle:hamstrings", "-o", "group.svg")
    call(*words, "-o", "none.svg")
    every, group, none = (
        set(svg_texts(tmp_path / f"{name}.svg")) for name in ("all", "group", "none")
    )
    assert {"Soleus", "Gluteus maximus", "Semitendinosus", "Achilles tendon"} <= every
    assert "Semitendinosus" in group
    assert "Soleus" not in group
    assert not {"Soleus", "Semitendinosus"} & none


def test_names_without_room_are_told(call: Call) -> None:
    answer = call("render", "--view", "back", "--size", "400x500", "--names", "all", "-o", "a.png")
    assert answer.status == 0
    assert re.search(r"400x500 pixels leave no room for \d+ names", answer.err)


def test_names_of_what_is_not_shown_are_told(call: Call) -> None:
    words = ("render", "--view", "back", "--layer", "1", "--names", "muscle:psoas_major")
    answer = call(*words, "-o", "a.png")
    assert answer.status == 0
    assert "layer 1 of the back view shows nothing to name" in answer.err


@pytest.mark.parametrize("names", ["nobody", "muscle:nobody", "source:hamner2013"])
def test_names_of_nothing_are_refused(call: Call, names: str, tmp_path: Path) -> None:
    answer = call("render", "--view", "back", "--names", names, "-o", "a.png")
    assert answer.status != 0
    assert answer.err.startswith("anatomy-app: ")
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize(
    ("colour", "words"),
    [
        ("activity", {"0", "50", "100 % of own peak", "no data"}),
        ("contraction", {"eccentric (lengthening)", "isometric", "concentric (shortening)"}),
        ("group", {"Calf", "Quadriceps"}),
        ("anatomy", {"muscle", "tendon", "bone"}),
    ],
)
def test_the_legend_explains_the_colours(
    call: Call, tmp_path: Path, colour: str, words: set[str]
) -> None:
    call("render", "--view", "front", "--colour", colour, "--at", "15", "-o", "legend.svg")
    texts = svg_texts(tmp_path / "legend.svg")
    assert words <= set(texts)
    assert CAPTION in texts


def svg_texts(path: Path) -> list[str]:
    """The text elements of an SVG file."""
    root = ElementTree.parse(path).getroot()
    return ["".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")]


def test_svg_is_vectors_and_text_with_its_size_and_credit(call: Call, tmp_path: Path) -> None:
    call("render", "--view", "front", "--at", "15", "--size", "640x800", "-o", "body.svg")
    root = ElementTree.parse(tmp_path / "body.svg").getroot()
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 640 800"
    assert not list(root.iter(f"{SVG}image"))
    assert len(list(root.iter(f"{SVG}path"))) > 200
    assert "BodyParts3D" in str(root.findtext(f"{SVG}desc"))


def test_pdf_is_vectors_with_text_that_can_be_found(call: Call, tmp_path: Path) -> None:
    call("render", "--view", "front", "--at", "15", "--size", "640x800", "-o", "body.pdf")
    data = (tmp_path / "body.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox \[0 0 480(\.0+)? 600(\.0+)?\]", data)
    assert b"/Subtype /Image" not in data
    assert CAPTION in pdf_text(data)
    assert "100 % of own peak" in pdf_text(data)


def pdf_text(data: bytes) -> str:
    """The text of a PDF: glyph numbers of its pages, read by the map that its font brings."""
    found = re.findall(rb"obj\s*<<(.*?)>>\s*stream\r?\n(.*?)endstream", data, re.DOTALL)
    streams = [zlib.decompress(raw) if b"FlateDecode" in head else raw for head, raw in found]
    letters: dict[int, str] = {}
    for stream in streams:
        for start, listed in re.findall(rb"<(\w+)> <\w+> \[([^\]]*)\]", stream):
            for place, code in enumerate(re.findall(rb"<(\w+)>", listed)):
                letters[int(start, 16) + place] = chr(int(code, 16))
    pages = [re.findall(rb"<(\w{4})> Tj|(ET)", stream) for stream in streams if b"BT" in stream]
    pairs = (pair for page in pages for pair in page)
    return "".join("\n" if end else letters[int(code, 16)] for code, end in pairs)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(
    call: Call, tmp_path: Path, ending: str
) -> None:
    old = tmp_path / f"body.{ending}"
    old.write_text("older")
    old.chmod(0o640)
    assert call("render", "--view", "sole", "-o", str(old)).status == 0
    assert old.stat().st_size > 1000
    assert old.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == [old.name]


def test_a_link_stays_a_link(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (tmp_path / "link.png").symlink_to(folder / "body.png")
    assert call("render", "--view", "sole", "-o", "link.png").status == 0
    assert (tmp_path / "link.png").is_symlink()
    assert (folder / "body.png").stat().st_size > 1000


def test_a_failed_picture_leaves_the_older_file_alone(call: Call, tmp_path: Path) -> None:
    old = tmp_path / "body.png"
    old.write_text("older")
    assert call("render", "--view", "front", "--select", "muscle:x", "-o", "body.png").status == 1
    assert old.read_text() == "older"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("nowhere/x.png", "the folder nowhere does not exist; make it or name another"),
        ("file/x.png", "the folder file is not a folder; make it or name another"),
        ("folder.png", "folder.png is a folder; name a file in it"),
        ("/proc/x.png", "/proc/x.png cannot be written"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(
    call: Call, tmp_path: Path, place: str, sentence: str
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.png").mkdir()
    answer = call("render", "--view", "sole", "-o", place)
    assert answer.status == 3
    assert sentence in answer.err
    assert answer.err.count("\n") == 1


def test_a_display_that_is_asked_for_is_not_needed(call: Call, tmp_path: Path) -> None:
    asked = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"}
    answer = call("render", "--view", "sole", "-o", "x.PNG", environment=asked)
    assert answer.status == 0
    assert (tmp_path / "x.PNG").exists()


def test_missing_libraries_of_qt_are_told(python: Call) -> None:
    code = (
        "import sys; sys.modules['PySide6.QtGui'] = None\n"
        "from anatomy_app.__main__ import main\n"
        "sys.exit(main(['render', '--view', 'sole', '-o', 'x.png']))"
    )
    answer = python("-c", code)
    assert answer.status == 3
    assert "Qt cannot" in answer.err


@pytest.mark.parametrize(
    ("style", "names"),
    [
        ("english", {"Soleus", "Gluteus maximus", "Achilles tendon"}),
        ("latin", {"M. soleus", "M. gluteus maximus", "Tendo calcaneus"}),
        ("both", {"Soleus · M. soleus", "Achilles tendon · Tendo calcaneus"}),
        ("de", {"Schollenmuskel", "Großer Gesäßmuskel", "Achillessehne"}),
        ("fr", {"Soléaire", "Grand fessier", "Tendon d'Achille"}),
    ],
)
def test_names_are_written_in_the_style_as_text(
    call: Call, tmp_path: Path, style: str, names: set[str]
) -> None:
    words = ("render", "--view", "back", "--layer", "1", "--names", "all", "--name-style", style)
    assert call(*words, "-o", "styled.svg").err == ""
    assert names <= set(svg_texts(tmp_path / "styled.svg"))
    call(*words, "-o", "styled.pdf")
    text = pdf_text((tmp_path / "styled.pdf").read_bytes())
    assert [name for name in names if name not in text] == []


def test_an_unknown_style_of_names_is_refused(call: Call) -> None:
    words = ("render", "--view", "back", "--names", "all", "--name-style")
    near = call(*words, "latn", "-o", "a.svg")
    assert (near.status, near.err) == (
        2,
        "anatomy-app: no name style 'latn'; did you mean latin?\n",
    )
    far = call(*words, "klingon", "-o", "a.svg")
    assert far.status == 2
    assert "it is one of english, latin, both, de, es, fr, it, pt" in far.err


def test_hair_is_an_option(image: Call) -> None:
    words = ("render", "--view", "front", "--size", "300x600")
    bald, combed = (image(*words, *more) for more in ((), ("--hair",)))
    assert combed != bald


def test_contractions_carry_their_glyphs(image: Call) -> None:
    """White on the flat fills, which the colours of groups do not have there."""
    words = ("render", "--view", "back", "--at", "14", "--size", "400x800", "--colour")
    coloured, grouped = (image(*words, colour) for colour in ("contraction", "group"))
    assert isinstance(coloured, QImage)
    assert isinstance(grouped, QImage)
    white = 0xFFFFFFFF
    assert len(places(coloured, white)) > len(places(grouped, white))
