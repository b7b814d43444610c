"""No display, no library of Qt, no writable home, nobody who reads: the program copes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from anatomy_app import __version__
from tests.cli.conftest import Call

READERS = [
    ("list", "muscles"),
    ("list", "exercises", "--json"),
    ("show", "muscle:soleus"),
    ("show", "exercise:step_up", "--json"),
    ("search", "tight", "calf"),
    ("at", "14"),
    ("at", "14", "--json"),
    ("check", "tables"),
    ("--version",),
    ("--help",),
]
ASK = (
    "import sys\n"
    "from anatomy_app.__main__ import main\n"
    "main({words!r})\n"
    "print(sorted(n for n in sys.modules if n.partition('.')[0] in {names!r}), file=sys.stderr)"
)


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_reading_needs_no_qt(python: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "tables").mkdir()
    answer = python("-c", ASK.format(words=list(words), names={"PySide6", "shiboken6"}))
    assert answer.err.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [("--version",), ("--help",)], ids=" ".join)
def test_version_and_help_load_no_content(python: Call, words: tuple[str, ...]) -> None:
    heavy = {"msgspec", "svgelements", "rapidfuzz", "tomllib", "json"}
    answer = python("-c", ASK.format(words=list(words), names=heavy))
    assert answer.err == "[]\n"


def test_the_version_is_told(call: Call) -> None:
    assert call("--version").out == f"Stride Atlas {__version__}\n"


def test_help_names_every_command(call: Call) -> None:
    told = call("--help").out
    for command in ("open", "list", "show", "search", "at", "render", "check"):
        assert command in told
        assert call(command, "--help").status == 0


def test_rendering_loads_no_widgets(python: Call) -> None:
    words = ["render", "--view", "sole", "-o", "x.png"]
    answer = python("-c", ASK.format(words=words, names={"PySide6"}))
    assert "PySide6.QtGui" in answer.err
    assert "PySide6.QtWidgets" not in answer.err
    assert "PySide6.QtNetwork" not in answer.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
@pytest.mark.parametrize("words", [(), ("open", "muscle:soleus@14")], ids=" ".join)
@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":987"}, "DISPLAY is :987, but nothing answers there"),
        ({"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}, "nothing answers there"),
        ({"WAYLAND_DISPLAY": "wayland-987"}, "WAYLAND_DISPLAY is wayland-987, but nothing"),
    ],
    ids=["none", "dead X", "dead X by name", "dead Wayland"],
)
def test_a_window_without_a_display_is_told(
    call: Call, words: tuple[str, ...], environment: dict[str, str], sentence: str
) -> None:
    answer = call(*words, environment=environment)
    assert answer.status == 3
    assert sentence in answer.err
    assert "the window needs a display" in answer.err
    assert answer.err.count("\n") == 1


def test_the_window_opens_at_the_place_that_was_named(python: Call) -> None:
    code = (
        "import sys, types\n"
        "app = types.ModuleType('anatomy_app.ui.app')\n"
        "app.run = lambda **words: print(words) or 0\n"
        "sys.modules['anatomy_app.ui.app'] = app\n"
        "from anatomy_app.__main__ import main\n"
        "main(['open', 'muscle:soleus@14.5', '--gait', 'walking'])\n"
        "main([])"
    )
    answer = python("-c", code, environment={"QT_QPA_PLATFORM": "offscreen"})
    assert answer.out.splitlines() == [
        "{'place': 'muscle:soleus', 'percent': 14.5, 'gait': 'walking', 'speed': None}",
        "{'place': None, 'percent': None, 'gait': None, 'speed': None}",
    ]


def test_the_window_opens_by_the_shortest_way(python: Call) -> None:
    """No parser is built, no source is read for PySide6, no garbage collected until it is open."""
    code = (
        "import gc, linecache, sys\n"
        "from anatomy_app.__main__ import main\n"
        "from anatomy_app.cli import opening\n"
        "def look(run):\n"
        "    ours = [name for name in linecache.cache if 'anatomy_app' in name]\n"
        "    print('PySide6.QtWidgets' in sys.modules, ours, gc.isenabled())\n"
        "    print('anatomy_app.cli.arguments' in sys.modules)\n"
        "opening.run_until_interrupted = look\n"
        "main([])\n"
        "print(gc.isenabled())"
    )
    answer = python("-c", code, environment={"QT_QPA_PLATFORM": "offscreen"})
    assert answer.out.splitlines() == ["True [] False", "False", "True"]


def test_a_window_without_its_libraries_is_told(python: Call) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from anatomy_app.__main__ import main\n"
        "sys.exit(main([]))"
    )
    answer = python("-c", code, environment={"QT_QPA_PLATFORM": "offscreen"})
    assert answer.status == 3
    assert "Qt cannot open the window" in answer.err


@pytest.mark.parametrize("home", ["/proc/nothing", "", "relative"])
def test_no_home_is_no_hindrance(call: Call, tmp_path: Path, home: str) -> None:
    environment = {"HOME": home}
    assert call("show", "muscle:soleus", environment=environment).status == 0
    assert call("at", "14", "--json", environment=environment).document["percent"] == 14
    render = ("render", "--view", "sole", "-o", "x.png")
    assert call(*render, environment=environment).status == 0
    assert {path.name for path in tmp_path.iterdir()} - {"relative"} == {"x.png"}


def test_only_the_cache_is_written_at_home(call: Call, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    assert call("list", "stages", environment={"HOME": str(home)}).status == 0
    written = {path.relative_to(home).parts[:2] for path in home.rglob("*") if path.is_file()}
    assert written <= {(".cache", "stride-atlas")}


def test_a_reader_who_leaves_early_is_no_fault(surroundings: dict[str, str]) -> None:
    command = f"{sys.executable} -m anatomy_app list sources | head -n 1"
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        env=surroundings,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("words", ["list sources", "at 14 --json", "--help", "--version"])
def test_nobody_who_reads_at_all_is_no_fault(surroundings: dict[str, str], words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "anatomy_app", *words.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the full device of Linux")
@pytest.mark.parametrize("words", ["list sources", "--help"])
def test_a_full_disk_is_told(surroundings: dict[str, str], words: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "anatomy_app", *words.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("anatomy-app: standard output cannot be written")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("closed", "status"), [(">&-", 3), ("2>&-", 0), ("<&-", 0)])
def test_closed_streams_are_no_fault(
    surroundings: dict[str, str], closed: str, status: int
) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m anatomy_app list stages {closed}"],
        capture_output=True,
        text=True,
        env=surroundings,
        check=False,
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("module", ["cli.main", "cli.reading", "content.library"])
def test_ctrl_c_ends_quietly_wherever_it_strikes(python: Call, module: str) -> None:
    code = (
        "import os, signal, sys\n"
        "class Strike:\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name == 'anatomy_app.{module}':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Strike())\n"
        "from anatomy_app.__main__ import main\n"
        "sys.exit(main(['list', 'muscles']))"
    )
    answer = python("-c", code)
    assert (answer.status, answer.out, answer.err) == (130, "", "")


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="POSIX signals")
@pytest.mark.parametrize("blow", ["once", "twice"])
def test_ctrl_c_closes_the_window(surroundings: dict[str, str], blow: str) -> None:
    stubborn = "app.aboutToQuit.connect(lambda: input())" if blow == "twice" else "pass"
    code = (
        "import sys, types\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "def run(**words):\n"
        "    app = QCoreApplication([])\n"
        f"    {stubborn}\n"
        "    print('up', flush=True)\n"
        "    return app.exec()\n"
        "module = types.ModuleType('anatomy_app.ui.app')\n"
        "module.run = run\n"
        "sys.modules['anatomy_app.ui.app'] = module\n"
        "from anatomy_app.__main__ import main\n"
        "sys.exit(main([]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings | {"QT_QPA_PLATFORM": "offscreen"},
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGINT)
        if blow == "twice":
            process.send_signal(signal.SIGINT)
            while process.poll() is None:
                process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert "Traceback" not in process.stderr.read()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="POSIX signals")
def test_ctrl_c_closes_the_real_window(python: Call) -> None:
    code = (
        "import faulthandler, os, signal, sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "faulthandler.dump_traceback_later(60, exit=True)\n"
        "run = QApplication.exec\n"
        "QApplication.exec = lambda self: os.kill(os.getpid(), signal.SIGINT) or run()\n"
        "from anatomy_app.__main__ import main\n"
        "sys.exit(main(['open', 'muscle:soleus@14']))"
    )
    assert python("-c", code, environment={"QT_QPA_PLATFORM": "offscreen"}).status == 130


def test_a_fault_of_the_program_is_told_in_a_sentence(python: Call) -> None:
    code = (
        "import sys, anatomy_app.cli.reading as reading\n"
        "reading.open_library = lambda: 1 / 0\n"
        "from anatomy_app.__main__ import main\n"
        "sys.exit(main(['list', 'muscles']))"
    )
    answer = python("-c", code)
    assert answer.status == 1
    assert answer.err.startswith("anatomy-app: the program has a fault (ZeroDivisionError")
