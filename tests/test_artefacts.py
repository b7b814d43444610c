"""What a user installs: the wheel and the source archive, built, installed and run elsewhere."""

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "anatomy_app"
MOST_BYTES = 8_000_000
SHIPPED = sorted(
    path for folder in ("data", "assets") for path in (ROOT / folder).rglob("*") if path.is_file()
)
OPEN_THE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication
from anatomy_app.ui.app import build
app = QApplication([])
window = build()
window.show()
app.processEvents()
picture = window.grab().toImage()
colours = {picture.pixel(x, y) for x in range(0, 1200, 7) for y in range(0, 700, 7)}
assert len(colours) > 20, colours
window.close()
"""
KNOW_WITHOUT_TOML = """
import sys
sys.modules["tomllib"] = None
from anatomy_app.content.library import Library
library = Library()
assert library.index.name("soleus") == "Soleus"
assert library.atlas.structures["soleus"].origin
"""


@dataclass(frozen=True)
class Installed:
    """An environment that knows the program only from an artefact."""

    place: Path
    scripts: Path

    def run(self, *words: str | Path) -> str:
        """Run a program of the environment from an empty folder; what it prints."""
        own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [self.scripts / words[0], *words[1:]],
            cwd=self.place, env=own, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def package(self) -> Path:
        """Where Python finds the program."""
        return Path(
            self.run("python", "-c", f"import {PACKAGE}; print({PACKAGE}.__path__[0])").strip()
        )


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source archive, each built from the checkout."""
    target = tmp_path_factory.mktemp("artefacts")
    build = ("build", "--sdist", "--wheel", "--no-isolation", "--outdir", target, ROOT)
    done = subprocess.run(
        [sys.executable, "-m", *build], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {"wheel": next(target.glob("*.whl")), "sdist": next(target.glob("*.tar.gz"))}


@pytest.fixture(scope="module")
def names(artefacts: dict[str, Path]) -> set[str]:
    """The files in the wheel."""
    return set(zipfile.ZipFile(artefacts["wheel"]).namelist())


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def installed(
    request: pytest.FixtureRequest,
    artefacts: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Installed:
    """The artefact alone in a new environment; its dependencies are those of this one."""
    return install(artefacts[request.param], tmp_path_factory.mktemp(request.param))


def install(artefact: Path, place: Path) -> Installed:
    """Install without a network.

    A `.pth` lends the dependencies, but no other copy of the program: Python does not follow the
    `.pth` files in a folder that it knows from a `.pth` itself.
    """
    venv.create(place / "environment", symlinks=os.name != "nt")
    scripts = place / "environment" / ("Scripts" if os.name == "nt" else "bin")
    found = Installed(place, scripts)
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(found.run("python", "-c", asked).strip())
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps")
    found.run(
        "python", "-m", "pip", "install", *quiet, "--ignore-installed", "--no-build-isolation",
        artefact,
    )  # fmt: skip
    assert found.package() == packages / PACKAGE
    return found


def test_the_wheel_is_small(artefacts: dict[str, Path]) -> None:
    assert artefacts["wheel"].stat().st_size <= MOST_BYTES


def test_the_wheel_holds_every_table_and_drawing(names: set[str]) -> None:
    wanted = {f"{PACKAGE}/{path.relative_to(ROOT).as_posix()}" for path in SHIPPED}
    assert wanted
    assert not wanted - names


def test_the_wheel_holds_every_module_and_no_test(names: set[str]) -> None:
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / PACKAGE).rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == code


def test_the_wheel_says_whom_it_owes(names: set[str]) -> None:
    assert f"{PACKAGE}/CREDITS.md" in names
    licences = {name.partition("/licenses/")[2] for name in names if "/licenses/" in name}
    assert {"LICENSE", "assets/LICENSE", "CREDITS.md"} <= licences


def test_the_wheel_brings_compiled_content(names: set[str]) -> None:
    assert f"{PACKAGE}/data/content.compiled" in names


def test_building_leaves_nothing_in_the_checkout(artefacts: dict[str, Path]) -> None:
    assert not list((ROOT / "data").rglob("*.compiled*"))


def test_it_tells_its_version(installed: Installed) -> None:
    version = (installed.package() / "__init__.py").read_text("utf-8").partition('__version__ = "')
    assert version[2].partition('"')[0] in installed.run("anatomy-app", "--version")


@pytest.mark.parametrize("installed", ["wheel"], indirect=True)
def test_its_content_is_whole(installed: Installed) -> None:
    assert "No problem" in installed.run("anatomy-app", "check")


def test_it_shows_a_muscle(installed: Installed) -> None:
    shown = json.loads(installed.run("anatomy-app", "show", "muscle:soleus", "--json"))
    assert (shown["entity"], shown["name"]) == ("muscle:soleus", "Soleus")


def test_it_renders_a_view(installed: Installed) -> None:
    installed.run("anatomy-app", "render", "--view", "front", "-o", "front.png")
    assert (installed.place / "front.png").read_bytes().startswith(b"\x89PNG")


def test_it_opens_its_window(installed: Installed) -> None:
    installed.run("python", "-W", "error", "-c", OPEN_THE_WINDOW)


def test_it_reads_no_toml(installed: Installed) -> None:
    installed.run("python", "-c", KNOW_WITHOUT_TOML)


def test_the_source_archive_builds_the_same(
    artefacts: dict[str, Path], installed: Installed
) -> None:
    """Both environments hold, byte for byte, what is in the wheel."""
    wheel = zipfile.ZipFile(artefacts["wheel"])
    packed = {n: digest(wheel.read(n)) for n in wheel.namelist() if n.startswith(PACKAGE)}
    folder = installed.package()
    there = {
        path.relative_to(folder.parent).as_posix(): digest(path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert there == packed


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
