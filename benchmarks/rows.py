"""The rows of the speed table: what is measured, how it came out, and the budget."""

from collections.abc import Sequence
from dataclasses import dataclass

from processes import Figures, Start

MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a ratio if there is one, the absolute figures, the budget, and whether it is met.

    `met` is None where there is no budget.
    """

    what: str
    ratio: str
    value: str
    budget: str
    met: bool | None


def start_rows(bare: Start, program: Start) -> list[Row]:
    """First picture and everything after it, of whole processes."""
    ratio, after = program.painted / bare.painted, program.ready - program.painted
    return [
        Row(
            "start to the first interactive picture", f"{ratio:.2f} x a bare window",
            f"{_ms(program.painted)}, bare {_ms(bare.painted)}", "<= 1.5 x", ratio <= 1.5,
        ),
        Row(
            "all views and content ready after that", "–",
            _ms(after), "<= 1 s", after <= 1,
        ),
    ]  # fmt: skip


def memory_row(bare: Start, program: Figures) -> Row:
    """Peak memory."""
    ratio = program["peak_mb"] / bare.peak_mb
    value = f"{program['peak_mb']:.0f} MB, bare {bare.peak_mb:.0f} MB"
    what = "memory at its peak, every view and layer opened"
    return Row(what, f"{ratio:.2f} x a bare window", value, "<= 2.2 x", ratio <= 2.2)


def scrub_rows(found: Figures) -> list[Row]:
    """One step with all that it repaints."""
    cases = (("nothing selected", ""), ("a muscle selected", "_selected"))
    return [
        Row(
            f"one scrub step, 1280x800, {name}", "–",
            f"median {_ms(found['median' + key], 1)}, 99 % {_ms(found['most' + key], 1)}",
            "median <= 6 ms, 99 % <= 12 ms",
            found["median" + key] <= 0.006 and found["most" + key] <= 0.012,
        )
        for name, key in cases
    ] + [
        Row(
            "the same between whole percents, as in playing", "–",
            f"median {_ms(found['median_between'], 1)}, 99 % {_ms(found['most_between'], 1)}",
            "none", None,
        )
    ]  # fmt: skip


def hit_row(found: Figures) -> Row:
    """One point asked of all layers."""
    median, most = found["median"] * 1e6, found["most"] * 1e6
    value = f"median {median:.0f} µs, 99 % {most:.0f} µs"
    return Row("hit test, all layers", "–", value, "99 % <= 50 µs", most <= 50)


def search_rows(found: Figures) -> list[Row]:
    """One key press, of the search and of the search with its list."""
    value = f"95 % {_ms(found['most'], 1)}, median {_ms(found['median'], 1)}"
    shown = f"95 % {_ms(found['most_shown'], 1)}, median {_ms(found['median_shown'], 1)}"
    return [
        Row("search, per key press", "–", value, "95 % <= 5 ms", found["most"] <= 0.005),
        Row("the same until its list is painted", "–", shown, "none", None),
    ]


def panel_rows(found: Figures) -> list[Row]:
    """A structure selected until it is on screen."""
    value = f"median {_ms(found['median'])}, longest {_ms(found['most'])}"
    first = _ms(found["first"])
    return [
        Row("a panel on screen after selecting", "–", value, "<= 30 ms", found["most"] <= 0.03),
        Row("the first panel of all", "–", first, "<= 30 ms", found["first"] <= 0.03),
    ]


def idle_row(found: Figures) -> Row:
    """A paused window; a thousandth of the time is what the measuring itself takes."""
    cpu, timers = found["cpu"], round(found["timers"])
    value = f"{timers} timers, {cpu * 1000:.1f} ms of CPU in {found['lasted']:g} s"
    met = timers == 0 and cpu <= found["lasted"] / 100
    return Row("idle, paused after playing", "–", value, "no timer, no CPU (below 1 %)", met)


def tenfold_rows(
    starts: Sequence[Start], scrubs: Sequence[Figures], searches: Sequence[Figures]
) -> list[Row]:
    """Ten times the content, as ratios to the content as it is."""
    pairs = (
        ("start", starts[0].painted, starts[1].painted),
        ("all ready", starts[0].ready, starts[1].ready),
        ("scrub step", scrubs[0]["median"], scrubs[1]["median"]),
        ("search, 95 %", searches[0]["most"], searches[1]["most"]),
    )
    return [
        Row(
            f"ten times the content: {name}", f"{ten / one:.2f} x",
            f"{_ms(one, 1)} to {_ms(ten, 1)}", "none" if name == "all ready" else "<= 2 x",
            None if name == "all ready" else ten / one <= 2,
        )
        for name, one, ten in pairs
    ]  # fmt: skip


def wheel_row(size: int) -> Row:
    """The wheel."""
    megabytes = size / MEGABYTE
    return Row("wheel", "–", f"{megabytes:.2f} MB", "<= 8 MB", megabytes <= 8)


def _ms(seconds: float, digits: int = 0) -> str:
    return f"{seconds * 1000:.{digits}f} ms"
