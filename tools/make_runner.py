"""Makes the drawing of the runner, `assets/rig/runner.json`, from the measured rig and skin parts.

    python tools/make_runner.py

Every outline becomes a chain of points, each with its binding to the joints and the coarseness at
which a picture can do without it. Deterministic. The form: `docs/drawing.md`.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from make_runner_bind import JOINTS, STEPS, Bindings, share_of
from make_runner_curves import Spot, cubic_chain, smooth_line, smooth_loop, thinned
from make_runner_seen import mark_seen
from make_runner_shade import Field, shade_shapes
from make_runner_skin import skin_shapes

from anatomy_app.content.rig_file import load_rig

ROOT = Path(__file__).resolve().parent.parent
INPUT = ROOT / "tools" / "input"
TARGET = ROOT / "assets" / "rig" / "runner.json"
PARENTS = {
    "hip": None, "knee": "hip", "ankle": "knee", "mtp": "ankle",
    "back": None, "neck": "back", "shoulder": "back", "elbow": "shoulder",
}  # fmt: skip
BODY_OF = {
    "hip": "thigh", "knee": "shank", "ankle": "foot", "mtp": "toes",
    "back": "torso", "neck": "head", "shoulder": "uarm", "elbow": "farm",
}  # fmt: skip
REPLACED = {"head", "hand"}  # by the skin parts
SOFT_EDGE = 2.2  # a band of shade need not be as true as an outline
# The measured depth of a muscle is one number for all of it; where two that cross are told apart
# by it wrongly, textbook order decides (mm, as the measured ones).
DEPTHS = {
    "gluteus_minimus": 120.0, "gluteus_maximus": 138.0, "vastus_intermedius": 100.0,
    "tibialis_anterior": 128.0, "flexor_digitorum_longus": 95.0, "triceps_brachii_medial": 200.0,
}  # fmt: skip
SHORTEST = 6  # points of a fibre that is worth drawing


def main() -> None:
    """Write the drawing."""
    rig = json.loads((INPUT / "rig.json").read_text("utf-8"))
    bindings = Bindings()
    maker = Maker([body["name"] for body in rig["bodies"]], bindings)
    rows = [row for row in rig["shapes"] if row["id"] not in REPLACED]
    shapes = [maker.shape(row) for row in rows]
    shapes += [maker.skin(row) for row in skin_shapes(INPUT)]
    drawing = {
        "steps": STEPS,
        "joints": [joint(name, rig["bodies"]) for name in JOINTS],
        "bindings": [],
        "shapes": shapes,
    }
    TARGET.parent.mkdir(exist_ok=True)
    write(drawing, bindings)
    parts = {row["id"]: row["part"] for row in rows}
    outlines = {part: maker.outline(rows, part) for part in ("leg", "trunk", "arm")}
    for row in shade_shapes(INPUT, parts, outlines, load_rig(TARGET)):
        shapes.append(maker.shade(row))
    write(drawing, bindings)
    mark_seen(drawing, load_rig(TARGET))
    write(drawing, bindings)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1000:.0f} kB")


def write(drawing: dict[str, Any], bindings: Bindings) -> None:
    """Write the drawing without a needless space."""
    drawing["bindings"] = [list(row) for row in bindings.rows]
    TARGET.write_text(json.dumps(drawing, separators=(",", ":")) + "\n", "utf-8")


def joint(name: str, bodies: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A joint in mm, y down; `turn` is +1 where a positive angle turns clockwise on screen."""
    body = next(each for each in bodies if each["name"] == BODY_OF[name])
    x, y = body["centre_m"]
    return {
        "name": name, "parent": PARENTS[name],
        "x": round(1000 * x, 2), "y": round(-1000 * y, 2), "turn": -body["ccw_sign"],
    }  # fmt: skip


class Maker:
    """Turns rows of the measured rig into rows of the drawing."""

    def __init__(self, bodies: Sequence[str], bindings: Bindings) -> None:
        self._bodies = bodies
        self._bindings = bindings

    def shape(self, row: dict[str, Any]) -> dict[str, Any]:
        """One measured shape."""
        made: dict[str, Any] = {
            "id": row["id"], "part": row["part"], "tissue": row["tissue"],
            "group": row.get("group", ""), "layer": row["layer"],
            "depth": DEPTHS.get(row["id"], row["depth_mm"]),
            "role": "",
            "loops": [self._strand(smooth_loop(self._spots(x)), closed=True) for x in row["loops"]],
        }  # fmt: skip
        if row["tissue"] == "muscle":
            inside = [polygon(self._spots(each)) for each in row["loops"]]
            field = Field([spot for each in row["loops"] for spot in self._spots(each)])
            fibres = (smooth_line(self._spots(each)) for each in row.get("fibres", ()))
            runs = [run for each in fibres for run in inner_runs(each, inside)]
            bound = [[field.spot(spot.x, spot.y) for spot in run] for run in runs]
            made["fibres"] = [self._strand(run, closed=False) for run in bound]
            made["path"] = self._strand(self._spots(row["centre"]), closed=False)
        return made

    def skin(self, row: dict[str, Any]) -> dict[str, Any]:
        """One piece of the skin: its paths are cubic and already bound."""
        closed, bind = row["width"] == 0, row["share"]
        made = dict(row)
        made["loops"] = [
            self._strand([Spot(x, y, bind(x, y)) for x, y in cubic_chain(path)], closed=closed)
            for path in row["paths"]
        ]
        del made["paths"], made["share"]
        return made

    def shade(self, row: dict[str, Any]) -> dict[str, Any]:
        """A band of shade or light, already bound."""
        made = dict(row)
        made["loops"] = [
            self._strand(chain, closed=True, soft=SOFT_EDGE) for chain in made.pop("chains")
        ]
        return made

    def outline(self, rows: Sequence[dict[str, Any]], part: str) -> list[Spot]:
        """The outline points of everything that moves with a part."""
        members = {part, "shoulder"} if part == "arm" else {part}
        shown = [row for row in rows if row["part"] in members]
        return [spot for row in shown for loop in row["loops"] for spot in self._spots(loop)]

    def _spots(self, row: dict[str, Any]) -> list[Spot]:
        xy, weights = row["xy"], row["w"]
        points = zip(xy[0::2], xy[1::2], strict=True)
        bound = [weights] * (len(xy) // 2) if isinstance(weights, int) else weights
        return [
            Spot(x / 10, -y / 10, share_of(weight, self._bodies))
            for (x, y), weight in zip(points, bound, strict=True)
        ]

    def _strand(self, chain: Sequence[Spot], *, closed: bool, soft: float = 1.0) -> dict[str, Any]:
        """A chain as numbers: 0.1 mm, bindings, levels; one number where all points agree."""
        spots, levels = thinned(chain, closed=closed, soft=soft)
        bound = [self._bindings.number(spot.share) for spot in spots]
        return {
            "xy": [round(10 * value) for spot in spots for value in (spot.x, spot.y)],
            "bind": bound[:1] if len(set(bound)) == 1 else bound,
            "level": "".join(map(str, levels)),
        }


def polygon(spots: Sequence[Spot]) -> list[tuple[float, float]]:
    """The curve through the points of an outline, as corners."""
    return [(spot.x, spot.y) for spot in smooth_loop(spots)]


def inner_runs(
    chain: Sequence[Spot], loops: Sequence[Sequence[tuple[float, float]]]
) -> Iterable[list[Spot]]:
    """The parts of a fibre that lie in its muscle: bending must not bare what overshoots."""
    run: list[Spot] = []
    for spot in chain:
        if contains(loops, spot.x, spot.y):
            run.append(spot)
        elif run:
            if len(run) > SHORTEST:
                yield run
            run = []
    if len(run) > SHORTEST:
        yield run


def contains(loops: Sequence[Sequence[tuple[float, float]]], x: float, y: float) -> bool:
    """Whether a point lies inside loops, even-odd."""
    inside = False
    for loop in loops:
        for (x0, y0), (x1, y1) in zip(loop, [*loop[1:], loop[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
                inside = not inside
    return inside


if __name__ == "__main__":
    main()
