"""Makes the front figure of the exercises, `assets/rig/front.json`, from the measured front rig.

    python tools/make_front.py

The form is that of the runner's drawing (`docs/drawing.md`), with both sides of the body: shapes
have a `side`, joints end in `_r` or `_l`. Deterministic.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from make_runner_bind import STEPS, Bindings
from make_runner_curves import Spot, smooth_loop, thinned

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tools" / "input" / "rig_front.json"
TARGET = ROOT / "assets" / "rig" / "front.json"
JOINT_OF = {
    "torso": "back", "head": "neck", "thigh": "hip", "shank": "knee", "foot": "ankle",
    "uarm": "shoulder", "farm": "elbow", "hand": "wrist",
}  # fmt: skip
SIDES = {"r": "right", "l": "left", "m": "midline"}
FILLED = {"head": "head", "hand": "hand"}  # skin that ends a limb: its part in the drawing


def main() -> None:
    """Write the drawing."""
    rig = json.loads(SOURCE.read_text("utf-8"))
    maker = Maker(rig["bodies"])
    shapes = [maker.shape(row) for row in rig["shapes"]]
    drawing = {
        "steps": STEPS,
        "joints": maker.joints,
        "bindings": [list(row) for row in maker.bindings.rows],
        "shapes": shapes,
    }
    TARGET.write_text(json.dumps(drawing, separators=(",", ":")) + "\n", "utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1000:.0f} kB")


def joint_name(body: str) -> str:
    """The joint that a body hangs on: `thigh_r` on `hip_r`."""
    bone, _, side = body.partition("_")
    return f"{JOINT_OF[bone]}_{side}" if side else JOINT_OF[bone]


class Maker:
    """Turns rows of the measured front rig into rows of the drawing."""

    def __init__(self, bodies: Sequence[dict[str, Any]]) -> None:
        self._bodies = bodies
        self.bindings = Bindings()
        self.joints = [self._joint(body) for body in bodies if body["parent"]]
        self._order = [joint["name"] for joint in self.joints]

    def _joint(self, body: dict[str, Any]) -> dict[str, Any]:
        x, y = body["centre_m"]
        parent = body["parent"]
        return {
            "name": joint_name(body["name"]),
            "parent": None if parent == "pelvis" else joint_name(parent),
            "x": round(1000 * x, 2), "y": round(-1000 * y, 2), "turn": -body["ccw_sign"],
        }  # fmt: skip

    def shape(self, row: dict[str, Any]) -> dict[str, Any]:
        """One measured shape; deep muscles name the layer that bares them."""
        filled = row["id"] in FILLED
        seen = str(max(row["layer"], 1))
        return {
            "id": row["id"], "part": FILLED.get(row["id"], row["part"]), "tissue": row["tissue"],
            "group": "", "layer": max(row["layer"], 1), "depth": row["depth_mm"],
            "role": "skin-fill" if filled else "", "side": SIDES[row["side"]],
            "near": seen, "far": seen, "loops": [self._loop(loop) for loop in row["loops"]],
        }  # fmt: skip

    def _loop(self, row: dict[str, Any]) -> dict[str, Any]:
        spots, levels = thinned(smooth_loop(self._spots(row)), closed=True)
        bound = [self.bindings.number(spot.share) for spot in spots]
        return {
            "xy": [round(10 * value) for spot in spots for value in (spot.x, spot.y)],
            "bind": bound[:1] if len(set(bound)) == 1 else bound,
            "level": "".join(map(str, levels)),
        }

    def _spots(self, row: dict[str, Any]) -> list[Spot]:
        xy, weights = row["xy"], row["w"]
        points = zip(xy[0::2], xy[1::2], strict=True)
        bound = [weights] * (len(xy) // 2) if isinstance(weights, int) else weights
        return [
            Spot(x / 10, -y / 10, self._share(weight))
            for (x, y), weight in zip(points, bound, strict=True)
        ]

    def _share(self, weight: int | Sequence[int]) -> tuple[float, ...]:
        """The share of each joint's turn that a point takes: all joints above its bodies."""
        pairs = [(weight, 100)] if isinstance(weight, int) else _pairs(weight)
        total = sum(percent for _, percent in pairs)
        taken = dict.fromkeys(self._order, 0.0)
        for number, percent in pairs:
            body = self._bodies[number]
            while body["parent"]:
                taken[joint_name(body["name"])] += percent / total
                body = next(each for each in self._bodies if each["name"] == body["parent"])
        return tuple(taken.values())


def _pairs(weights: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(weights[0::2], weights[1::2], strict=True))


if __name__ == "__main__":
    main()
