"""Measures every budget and prints the table; `--write FILE` also writes it as a Markdown page."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from processes import ROOT, Bench
from rows import (
    Row,
    hit_row,
    idle_row,
    memory_row,
    panel_rows,
    scrub_rows,
    search_rows,
    start_rows,
    tenfold_rows,
    wheel_row,
)
from table import as_markdown, as_text

METHOD = (Path(__file__).parent / "METHOD.md").read_text("utf-8")


def main(words: Sequence[str]) -> int:
    """Measure and print; 1 if a budget is missed, else 0."""
    asked = _parser().parse_args(words)
    with tempfile.TemporaryDirectory() as scratch:
        rows = measured(Path(scratch), asked.parts or list(PARTS), asked.starts)
    print(as_text(rows))
    if asked.write:
        Path(asked.write).write_text(as_markdown(rows, machine(), METHOD), "utf-8")
    return int(any(row.met is False for row in rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    known = f"what to measure, one or more of {', '.join(PARTS)}; all if none is named"
    parser.add_argument("parts", nargs="*", metavar="PART", type=_part, help=known)
    parser.add_argument("--starts", type=int, default=7, help="how often to start each program")
    parser.add_argument("--write", metavar="FILE", help="write the table as Markdown")
    return parser


def _part(word: str) -> str:
    if word not in PARTS:
        raise argparse.ArgumentTypeError(f"{word!r} is none of {', '.join(PARTS)}")
    return word


def measured(scratch: Path, parts: Sequence[str], times: int) -> list[Row]:
    """The rows of some parts, ratios first."""
    bench = Bench(scratch)
    rows: list[Row] = []
    for part, measure in PARTS.items():
        if part in parts:
            print(f"... {part}", file=sys.stderr, flush=True)
            rows += measure(bench, times)
    return rows


def start(bench: Bench, times: int) -> list[Row]:
    """Start of the program against a bare window."""
    bare, program = bench.starts(times, (None,))
    return start_rows(bare, program)


def memory(bench: Bench, times: int) -> list[Row]:
    """Peak memory against a bare window."""
    (bare,) = bench.starts(1)
    return [memory_row(bare, bench.measure("memory"))]


def tenfold(bench: Bench, times: int) -> list[Row]:
    """Ten times the content against the content as it is."""
    from tenfold import make_tenfold

    big = make_tenfold(ROOT, bench.scratch / "tenfold")
    _, *starts = bench.starts(times, (None, big))
    scrubs = [bench.measure("scrub", folder) for folder in (None, big)]
    searches = [bench.measure("search", folder) for folder in (None, big)]
    return tenfold_rows(starts, scrubs, searches)


def wheel(bench: Bench, times: int) -> list[Row]:
    """The wheel, built now."""
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir")
    subprocess.run([*build, bench.scratch, ROOT], check=True, stdout=subprocess.DEVNULL)
    return [wheel_row(next(bench.scratch.glob("*.whl")).stat().st_size)]


def machine() -> str:
    """In general words, what the figures were taken on."""
    python, qt = platform.python_version(), version("PySide6-Essentials")
    return (
        f"Measured with `python3 dev.py bench --write docs/performance.md` on {os.cpu_count()} "
        f"slow cores without a GPU, {platform.system()}, Python {python}, PySide6 {qt}, the "
        "offscreen platform. The ratios travel to other machines; the milliseconds do not."
    )


PARTS: dict[str, Callable[[Bench, int], list[Row]]] = {
    "start": start,
    "memory": memory,
    "tenfold": tenfold,
    "scrub": lambda bench, _: scrub_rows(bench.measure("scrub")),
    "hit": lambda bench, _: [hit_row(bench.measure("hit"))],
    "search": lambda bench, _: search_rows(bench.measure("search")),
    "panel": lambda bench, _: panel_rows(bench.measure("panel")),
    "idle": lambda bench, _: [idle_row(bench.measure("idle"))],
    "wheel": wheel,
}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
