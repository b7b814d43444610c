"""The documents tell the truth: what they name exists, what they show is what happens."""

import importlib.util
import os
import re
import shlex
import struct
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from anatomy_app import __version__
from anatomy_app.model.anatomy import Basis, Contraction, StructureKind
from anatomy_app.model.drawing import Side, Tissue, View
from anatomy_app.model.gait import Gait, Period, SpeedBasis
from anatomy_app.paint.look import ColourMode

ROOT = Path(__file__).parents[1]
TOP = ("README", "CONTRIBUTING", "ARCHITECTURE", "GLOSSARY", "CHANGELOG", "CREDITS")
DECISIONS = tuple(sorted((ROOT / "docs" / "decisions").glob("*.md")))
PAGES = (
    *(ROOT / f"{name}.md" for name in TOP),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "data").rglob("*.md")),
    *sorted((ROOT / "tools").rglob("*.md")),
    *sorted((ROOT / "benchmarks").rglob("*.md")),
)
SOURCE = tuple(
    path
    for folder in ("anatomy_app", "tools", "benchmarks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".toml", ".md", ".json"} and "__pycache__" not in path.parts
)

LINK = re.compile(r"""(?:\]\(|src="|srcset=")([^)\s"]+)""")
NAMED_FILE = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|md|toml|csv|svg|json)|\w+\.(?:md|py))`")
MACHINE_PATH = re.compile(r"(?<![\w.~/:-])/(?:work|tmp|home|root|Users)/\w")
PLACES = ("", "anatomy_app", "data", "data/gait", "anatomy_app/content")


def name(path: Path) -> str:
    """A page by its place in the project."""
    return path.relative_to(ROOT).as_posix()


def text(page: str) -> str:
    """The words of a page."""
    return (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = (target.partition("#")[0] for target in LINK.findall(page.read_text("utf-8")))
    inside = [target for target in targets if target and "://" not in target]
    assert [t for t in inside if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_that_is_named_exists(page: Path) -> None:
    named = NAMED_FILE.findall(page.read_text("utf-8"))
    places = (page.parent, *(ROOT / place for place in PLACES))
    assert [f for f in named if not any((place / f).exists() for place in places)] == []


def test_nothing_names_a_folder_of_somebodys_machine() -> None:
    files = (*PAGES, *SOURCE, ROOT / "dev.py", ROOT / "pyproject.toml")
    assert [name(f) for f in files if MACHINE_PATH.search(f.read_text("utf-8"))] == []


def test_the_readme_starts_the_program_with_two_commands() -> None:
    lines = [line.strip() for line in text("README.md").splitlines()]
    commands = [line for line in lines if line.startswith("python3 ")]
    assert commands == ["python3 dev.py run", "python3 dev.py test"]


def test_continuous_integration_calls_the_second_of_them() -> None:
    lines = text(".ci/run").splitlines()
    assert [line for line in lines if line.startswith("python3")] == ["python3 dev.py test"]


def examples() -> Iterator[tuple[str, str]]:
    """The calls that the README shows, each with its output."""
    block = text("README.md").partition("```console\n")[2].partition("```")[0]
    for call in block.split("$ ")[1:]:
        command, _, output = call.partition("\n")
        yield command, output


@pytest.mark.parametrize(("command", "shown"), [*examples()])
def test_the_readme_shows_what_the_command_line_prints(
    command: str, shown: str, tmp_path: Path
) -> None:
    program, *words = shlex.split(command)
    assert program == "anatomy-app"
    done = subprocess.run(
        [sys.executable, "-m", "anatomy_app", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    assert [line for line in shown.splitlines() if line != "..." and line not in lines] == []
    assert done.returncode == (1 if "did you mean" in shown else 0)
    if "-o" in words:
        assert (tmp_path / words[words.index("-o") + 1]).stat().st_size > 0


def test_the_pictures_are_small_and_of_the_window() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    for picture in pictures:
        data = picture.read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        assert len(data) < 400_000, f"{picture.name} is too heavy"
        assert width >= 960, f"{picture.name} is too narrow"
        assert height >= 600, f"{picture.name} is too low"


def test_every_picture_is_shown_somewhere() -> None:
    shown = "".join(page.read_text("utf-8") for page in PAGES)
    pictures = (ROOT / "docs" / "pictures").glob("*.png")
    assert [p.name for p in pictures if p.name not in shown] == []


def test_the_changelog_tells_of_this_version() -> None:
    page = text("CHANGELOG.md")
    headings = re.findall(r"^## \[(.+?)\](?: - \d{4}-\d\d-\d\d)?$", page, re.M)
    assert headings[0] == "Unreleased"
    assert __version__ in headings
    entry = page.partition(f"## [{__version__}]")[2].partition("\n## ")[0]
    assert "\n- " in entry


@pytest.mark.parametrize("page", DECISIONS, ids=name)
def test_a_decision_has_its_four_parts(page: Path) -> None:
    content = page.read_text("utf-8")
    assert re.match(rf"# {page.name[:4]} \S", content)
    assert re.findall(r"^## (.+)$", content, re.M) == ["Question", "Choice", "Refused", "Why"]
    parts = re.split(r"^## .+$", content, flags=re.M)[1:]
    assert all(part.strip() for part in parts)


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_architecture_page_shows_the_layers_that_are_held() -> None:
    spec = importlib.util.spec_from_file_location("layers", ROOT / "tests" / "test_layers.py")
    assert spec
    assert spec.loader
    layers = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(layers)
    rows = re.findall(r"^\| (\w+) \| (.+?) \| (.+?) \| (.+?) \|$", text("ARCHITECTURE.md"), re.M)
    shown = {package: tuple(_names(cell) for cell in cells) for package, *cells in rows}
    for package, allowed in layers.MAY_IMPORT.items():
        assert shown[package] == allowed, package


def _names(cell: str) -> set[str]:
    return set(re.findall(r"\w+", cell))


WORDS: tuple[type[StrEnum], ...] = (
    *(Basis, Contraction, StructureKind, Side, Tissue, View),
    *(Gait, Period, SpeedBasis, ColourMode),
)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_the_glossary_explains_every_word_that_users_meet(words: type[StrEnum]) -> None:
    known = text("GLOSSARY.md")
    assert [word.value for word in words if not re.search(rf"\b{word.value}\b", known)] == []


def test_the_credits_name_what_must_be_named() -> None:
    flat = " ".join(text("CREDITS.md").replace("*", "").split())
    line = (
        "Anatomical outlines adapted (projected, simplified, partly reconstructed, posed) from "
        "BodyParts3D, (c) The Database Center for Life Science, licensed under CC Attribution 4.0 "
        "International."
    )
    assert line in flat
    assert line in " ".join(text("assets/LICENSE").split())
    for library in re.findall(r'^    "([A-Za-z0-9]+)[^"]*",', _dependencies(), re.M):
        assert library.lower() in flat.lower(), f"{library} is not credited"


def _dependencies() -> str:
    return text("pyproject.toml").partition("\ndependencies = [\n")[2].partition("\n]")[0]
