#!/usr/bin/env python3
"""Everything a developer runs, on a machine with nothing but Python 3.11 or newer.

python3 dev.py run      start the program
python3 dev.py test     formatting, lint, types, content check and all tests
python3 dev.py bench    the speed table, as ratios to a bare window
python3 dev.py build    wheel and source archive in dist/

The first call makes `.venv` and installs the project there. What follows the command is handed
on: `python3 dev.py run -- --help`, `python3 dev.py test tests/model`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-for"
QT_LIBRARIES = (
    "libegl1",
    "libgl1",
    "libopengl0",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "fonts-dejavu-core",
)
QT_PROBE = "import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtPrintSupport"
# What a window on X11 needs besides; tests run without a screen and do not.
WINDOW_PROBE = (
    "import ctypes, sys\n"
    "if sys.platform == 'linux':\n"
    "    for name in ('cursor.so.0', 'icccm.so.4', 'image.so.0', 'keysyms.so.1', 'randr.so.0',\n"
    "                 'render-util.so.0', 'shape.so.0', 'xkb.so.1', 'xinerama.so.0'):\n"
    "        ctypes.CDLL('libxcb-' + name)\n"
    "    ctypes.CDLL('libxkbcommon-x11.so.0')\n"
)


def main(words: Sequence[str]) -> int:
    """Run one command; its exit status."""
    commands = {"run": run, "test": test, "bench": bench, "build": build}
    if not words or words[0] not in commands:
        print(__doc__.strip())
        return 0 if words and words[0] in {"-h", "--help", "help"} else 2
    if sys.version_info[:2] < (3, 11):  # noqa: UP036 (whoever starts this may have an older one)
        print(f"Stride Atlas needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 3
    rest = [word for word in words[1:] if word != "--"]
    if not prepare(window=words[0] == "run"):
        return 3
    try:
        return commands[words[0]](rest)
    except KeyboardInterrupt:
        return 130


def run(rest: Sequence[str]) -> int:
    """Start the program."""
    return call(PYTHON, "-m", "anatomy_app", *rest)


def test(rest: Sequence[str]) -> int:
    """Check form, types and content, then run the tests; with arguments, just those tests."""
    steps: list[tuple[str, ...]] = (
        []
        if rest
        else [
            ("-m", "ruff", "format", "--check", "."),
            ("-m", "ruff", "check", "."),
            ("-m", "mypy"),
            ("-m", "anatomy_app", "check"),
        ]
    )
    for step in [*steps, ("-m", "pytest", *rest)]:
        print("$ python", *step, flush=True)
        if status := call(PYTHON, *step):
            return status
    return 0


def bench(rest: Sequence[str]) -> int:
    """Measure the budgets."""
    return call(PYTHON, ROOT / "benchmarks" / "run.py", *rest)


def build(rest: Sequence[str]) -> int:
    """Make the wheel and the source archive."""
    return call(PYTHON, "-m", "build", "--no-isolation", *rest)


def prepare(*, window: bool) -> bool:
    """Make `.venv`, install what `pyproject.toml` asks for, and see that Qt can load.

    `window`: a real window will be opened, which needs more of the system than tests do.
    """
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted):
        print("Preparing .venv (once, about a minute) ...", flush=True)
        if not install():
            return False
        STAMP.write_text(wanted)
    probe = QT_PROBE + "\n" + WINDOW_PROBE if window else QT_PROBE
    return qt_loads(probe) or install_qt_libraries(probe)


def install() -> bool:
    """Install the project and its developer tools into `.venv`."""
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    quiet = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if call(PYTHON, *quiet, "-e", ".[dev]"):
        print("The installation failed. Check the network and free disk space, then try again.")
        return False
    return True


def qt_loads(probe: str) -> bool:
    """Whether Qt's own system libraries are there."""
    return subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0


def install_qt_libraries(probe: str) -> bool:
    """Install Qt's system libraries with apt where that is allowed, else say how."""
    asked = ["apt-get", "install", "-y", "--no-install-recommends", *QT_LIBRARIES]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if shutil.which("apt-get") and (is_root or may_sudo()):
        prefix = [] if is_root else ["sudo", "-n"]
        print("Installing the system libraries that Qt needs ...", flush=True)
        call(*prefix, "apt-get", "update", "-qq")
        call(*prefix, *asked)
        if qt_loads(probe):
            return True
    print("Qt cannot load: system libraries are missing. On Debian or Ubuntu this installs them:")
    print("  sudo " + " ".join(asked))
    return False


def may_sudo() -> bool:
    """Whether sudo works without a password."""
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def call(*words: str | Path) -> int:
    """Run a program from the checkout; its exit status."""
    return subprocess.run([str(word) for word in words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
