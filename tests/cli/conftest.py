"""The program as a user calls it: a process of its own, without a display."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DISPLAYS = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"})
Document = dict[str, object]


@dataclass(frozen=True)
class Answer:
    """What a call came to."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Document:
        """The one JSON document on standard output."""
        assert self.status == 0, self.err
        assert not self.err
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


Call = Callable[..., Answer]


def part(document: object, *keys: str) -> Document:
    """A table inside a document."""
    for key in keys:
        assert isinstance(document, dict)
        document = document[key]
    assert isinstance(document, dict)
    return document


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all calls, so that the content is compiled once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def surroundings(shared_home: Path) -> dict[str, str]:
    """The environment of a call: no display, and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    kept = {name: value for name, value in kept.items() if not name.startswith(("XDG_", "LC_"))}
    return kept | {"HOME": str(shared_home), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


@pytest.fixture
def python(surroundings: dict[str, str], tmp_path: Path) -> Call:
    """Runs Python with words in a temporary folder, in the surroundings of a call."""

    def run(*words: str, environment: Mapping[str, str] | None = None) -> Answer:
        done = subprocess.run(
            [sys.executable, *words],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=surroundings | dict(environment or {}),
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def call(python: Call) -> Call:
    """Calls the program with words."""

    def run(*words: str, environment: Mapping[str, str] | None = None) -> Answer:
        return python("-m", "anatomy_app", *words, environment=environment)

    return run
