"""Runs the measuring programs, each in a process and a home of its own, and reads their figures."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LONGEST_S = 300
TRIES = 5

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of a process to its first picture and until all is ready."""

    painted: float
    ready: float
    peak_mb: float


class Bench:
    """Starts programs that share a cache, so that it is warm, but never settings."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch

    def measure(self, what: str, folder: Path | None = None) -> Figures:
        """What `inside.py` finds of one thing, the least of several processes.

        Other work on the machine can only lengthen a time, so the least is nearest to the truth.
        """
        words = (what, *([str(folder)] if folder else []))
        found = [self._figures("inside.py", *words) for _ in range(TRIES)]
        return {name: min(each[name] for each in found) for name in found[0]}

    def starts(self, times: int, folders: tuple[Path | None, ...] = ()) -> list[Start]:
        """The medians of a bare window and of the program over each folder, taken in turns."""
        programs: list[tuple[str, ...]] = [("bare_window.py",)]
        programs += [("program_start.py", *([str(f)] if f else [])) for f in folders]
        for program in programs:
            self._start(program)  # to warm disk and cache; it does not count
        rounds = [[self._start(program) for program in programs] for _ in range(times)]
        return [_middle(list(each)) for each in zip(*rounds, strict=True)]

    def _start(self, program: tuple[str, ...]) -> Start:
        began = time.monotonic()
        found = self._figures(*program)
        return Start(found["painted"] - began, found["ready"] - began, found["peak_mb"])

    def _figures(self, program: str, *words: str) -> Figures:
        with tempfile.TemporaryDirectory(dir=self.scratch) as home:
            done = subprocess.run(
                [sys.executable, str(HERE / program), *words],
                env=self._environment(home), stdout=subprocess.PIPE, text=True, check=False,
                timeout=LONGEST_S,
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program} {' '.join(words)} ended with {done.returncode}")
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return found

    def _environment(self, home: str) -> dict[str, str]:
        """As after an installation: no settings, but content and modules are compiled."""
        inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        own = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE")}
        cache = {
            "XDG_CACHE_HOME": str(self.scratch / "cache"),
            "PYTHONPYCACHEPREFIX": str(self.scratch / "modules"),
        }
        qt = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
        return {**inherited, "HOME": home, "PYTHONPATH": str(ROOT), **own, **cache, **qt}


def _middle(starts: list[Start]) -> Start:
    return Start(
        median(each.painted for each in starts),
        median(each.ready for each in starts),
        median(each.peak_mb for each in starts),
    )
