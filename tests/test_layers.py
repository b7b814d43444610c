"""The architecture: imports point one way, files stay short, the model needs no Qt."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "anatomy_app"

# package: (own packages it may import, Qt modules, third-party packages)
MAY_IMPORT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "model": ({"model"}, set(), set()),
    "content": ({"content", "model", "resources"}, set(), {"msgspec", "svgelements", "rapidfuzz"}),
    "state": ({"state", "model"}, {"QtCore"}, set()),
    "paint": ({"paint", "model"}, {"QtCore", "QtGui"}, set()),
    "ui": (
        {"ui", "paint", "state", "content", "model", "resources", "__version__"},
        {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"},
        set(),
    ),
    "cli": (
        {"cli", "ui", "paint", "state", "content", "model", "resources", "__version__"},
        {"QtCore", "QtGui", "QtSvg"},
        {"PIL"},
    ),
}
THIRD_PARTY = {"msgspec", "svgelements", "rapidfuzz", "numpy", "fsrs", "PIL"}
ONE_PLACE = {
    "svgelements": "content/svg.py",
    "rapidfuzz": "content/fuzzy.py",
    "PIL": "cli/animated.py",
}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """All absolute imports of a file, with their lines, whether at the top or in a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name"
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_one_way(package: str) -> None:
    ours, qt, third = MAY_IMPORT[package]
    files = sorted((ROOT / package).rglob("*.py"))
    assert files, f"no code in {package}"
    for path in files:
        for name, line in imports(path):
            head, _, rest = name.partition(".")
            part = rest.partition(".")[0]
            if head == "anatomy_app":
                assert part in ours, f"{path}:{line} imports {name}"
            if head == "PySide6":
                assert part in qt, f"{path}:{line} imports {name}"
            if head in THIRD_PARTY:
                assert head in third, f"{path}:{line} imports {name}"


@pytest.mark.parametrize(("library", "place"), ONE_PLACE.items())
def test_a_library_behind_one_module_is_imported_there_alone(library: str, place: str) -> None:
    users = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        for name, _ in imports(path)
        if name.partition(".")[0] == library
    }
    assert users == {place}


class Running(ast.NodeTransformer):
    """Leaves out what is imported for the type checker alone."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        checked = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return None if checked else self.generic_visit(node)


def modules_imported_by(path: Path, known: set[str]) -> set[str]:
    """The modules of the program that a file imports while it runs, early or late."""
    tree = Running().visit(ast.parse(path.read_text("utf-8")))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & known


def test_no_module_imports_itself_by_a_detour() -> None:
    """Not within functions either: what can only be imported late cannot be understood alone."""
    files = {
        ".".join(("anatomy_app", *path.relative_to(ROOT).with_suffix("").parts)): path
        for path in ROOT.rglob("*.py")
        if path.name != "__init__.py"
    }
    graph = {name: modules_imported_by(path, set(files)) for name, path in files.items()}
    assert sum(map(len, graph.values())) > 500, "the imports are not found any more"
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_files_stay_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in ROOT.rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long


def test_the_program_opens_no_socket() -> None:
    for path in ROOT.rglob("*.py"):
        for name, line in imports(path):
            assert name.partition(".")[0] not in {"socket", "urllib", "http", "requests"}, (
                f"{path}:{line} imports {name}"
            )
            assert "QtNetwork" not in name, f"{path}:{line} imports {name}"


def test_model_and_content_load_without_qt() -> None:
    modules = [
        ".".join(("anatomy_app", *path.relative_to(ROOT).with_suffix("").parts))
        for package in ("model", "content")
        for path in (ROOT / package).rglob("*.py")
        if path.name != "__init__.py"
    ]
    code = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "assert 'numpy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
