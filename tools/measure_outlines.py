"""Write the compact copy of the measured outlines that the tests compare the drawings with.

    python tools/measure_outlines.py [--tables FOLDER] [--out FILE]

FOLDER holds `views/<view>_<layer>.json`, the skin parts and the body outline, as tools/input does.
Each region is what is seen of it: less what is painted over it, less what the skin of head, hands
and feet covers; in front and back its measured half. It is kept as rows 0.5 mm apart, cut from the
curves themselves and from no picture. Run it when the measured tables change, never because a
drawing changed.
"""

import argparse
import json
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

from make_plates import kept, skin_marks
from make_plates_layer import UNDER_SKIN
from make_plates_raster import CELL, polyline
from make_plates_shapes import Loop, down
from make_plates_tables import BONES_SKIN, LAYERS, Tables

TOOLS = Path(__file__).resolve().parent
sys.path.insert(0, str(TOOLS.parent))
from tests.content.form import ROW, Spans, cut, packed, spans  # noqa: E402  # same rows

OUT = TOOLS.parent / "tests" / "content" / "measured_outlines.json.z"
HALF = {"front": 1, "back": -1}
MARGIN = UNDER_SKIN * CELL / 10  # mm


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the measured outlines for the tests.")
    parser.add_argument("--tables", type=Path, default=TOOLS / "input")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    found = {}
    for view in LAYERS:
        tables = Tables(arguments.tables, view)
        for number in range(1, LAYERS[view] + 1):
            seen = measured(tables, number)
            found[f"{view}-{number}"] = {key: packed(rows) for key, rows in seen.items()}
    text = json.dumps(found, separators=(",", ":"))
    arguments.out.write_bytes(zlib.compress(text.encode(), 9))


def measured(tables: Tables, number: int) -> dict[str, Spans]:
    """What is seen of each region, by `id tissue side`."""
    regions = [r for r in tables.layers[number]["regions"] if kept(r, number)]
    regions.sort(key=lambda r: r["tissue"] not in BONES_SKIN)
    hidden, within = covers(tables, number)
    seen: dict[str, Spans] = {}
    for region in regions[::-1]:
        rows = filled(down(region["path"]), HALF.get(tables.view, 0))
        key = f"{region['id']} {region['tissue']} {region['side']}"
        own = seen.setdefault(key, {})
        for row, line in rows.items():
            shown = cut(line, hidden.get(row, []))
            if within is not None:
                shown = cut(shown, cut([(-1e4, 1e4)], within.get(row, [])))
            if shown:
                own[row] = sorted(own.get(row, []) + shown)
            hidden[row] = merged(hidden.get(row, []) + line)
    return {key: rows for key, rows in seen.items() if rows}


def covers(tables: Tables, number: int) -> tuple[Spans, Spans | None]:
    """What skin hides (it is drawn a little way over the tissues), and the body where it cuts."""
    skin = [m for m in skin_marks(tables, number) if m.attributes["role"] == "skin-fill"]
    hidden: Spans = {}
    for mark in skin:
        for row, line in thinner(filled(mark.loops)).items():
            hidden[row] = merged(hidden.get(row, []) + line)
    return hidden, filled(tables.body) if skin or tables.view == "sole" else None


def filled(loops: Iterable[Loop], half: int = 0) -> Spans:
    """The rows of closed loops in 0.1 mm."""
    shapes = []
    for loop in loops:
        x, y = polyline(loop, 12)
        shapes.append(list(zip((x / 10).tolist(), (y / 10).tolist(), strict=True)))
    return spans(shapes, half)


def thinner(rows: Spans) -> Spans:
    """The rows less a margin of `MARGIN` mm all round."""
    reach = int(MARGIN / ROW)
    found: Spans = {}
    for row in rows:
        line = rows[row]
        for step in range(-reach, reach + 1):
            aside = (MARGIN**2 - (step * ROW) ** 2) ** 0.5
            bare = cut([(-1e4, 1e4)], rows.get(row + step, []))
            line = cut(line, [(a - aside, b + aside) for a, b in bare])
        found[row] = line
    return found


def merged(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans that may overlap as spans that do not."""
    out: list[tuple[float, float]] = []
    for a, b in sorted(line):
        if out and a <= out[-1][1]:
            out[-1] = out[-1][0], max(b, out[-1][1])
        else:
            out.append((a, b))
    return out


if __name__ == "__main__":
    main()
