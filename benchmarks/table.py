"""The speed table as plain text and as a Markdown page."""

from collections.abc import Sequence

from rows import Row

HEADS = ("what", "ratio", "figures", "budget", "verdict")


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    cells = [HEADS, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADS))]
    lines = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def as_markdown(rows: Sequence[Row], machine: str, method: str) -> str:
    """The table as a page, with how it was made."""
    lines = ["| " + " | ".join(line) + " |" for line in (HEADS, *map(_cells, rows))]
    rule = "| " + " | ".join("---" for _ in HEADS) + " |"
    page = ["# Performance", "", machine, "", lines[0], rule, *lines[1:], "", method.strip(), ""]
    return "\n".join(page)


def _cells(row: Row) -> tuple[str, ...]:
    verdict = {True: "met", False: "**missed**", None: "–"}[row.met]
    return row.what, row.ratio, row.value, row.budget, verdict
