"""`dev.py` runs on a bare Python: it uses nothing else, and says what it can do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

DEV = Path(__file__).parents[1] / "dev.py"
COMMANDS = ("run", "test", "bench", "build")


def call(*words: str) -> subprocess.CompletedProcess[str]:
    """Run `dev.py` without site packages; these words must not make it install anything."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(DEV), *words],
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


def test_it_needs_the_standard_library_only() -> None:
    tree = ast.parse(DEV.read_text("utf-8"))
    names = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert names
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_help_names_every_command(word: str) -> None:
    done = call(word)
    assert done.returncode == 0
    for command in COMMANDS:
        assert f"dev.py {command}" in done.stdout


@pytest.mark.parametrize("words", [(), ("tset",), ("--verbose", "test")])
def test_unknown_words_get_the_help_and_a_status(words: tuple[str, ...]) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert done.stdout == call("help").stdout
    assert not done.stderr
