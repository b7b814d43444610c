"""Shading of the runner, taken from the plates: the light on the measured surface itself.

The bands of the side plate lie on the near limbs and the trunk, those of the inner leg on the far
leg. Each point of a band hangs on the joints as the outlines around it do. On the side plate the
arm is swung back, so its bands are first brought to the standing arm.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from make_plates_bands import MARGIN, without_islands
from make_plates_raster import CELL, Grid, blurred
from make_plates_shapes import Loop, down, mirrored
from make_plates_trace import outlines, smooth_arcs
from make_runner_bind import JOINTS, Share
from make_runner_curves import Spot, cubic_chain

from anatomy_app.model.posing import Matrix, Poser, Posture
from anatomy_app.model.rig import Rig

PLATE_ARM = Posture({"shoulder": -38.0, "elbow": 27.0})  # how the side plate holds it
LEAST = 40.0  # mm2 of a band that is worth drawing
NEIGHBOURS, REACH = 24, 14.0  # outline points that decide how a point is bound, and mm
SOFT = 4  # points before and after over which a band is evened
BANDS = {"shade1": "shade1", "shade2": "shade2", "shade3": "shade3", "light1": "light"}
PARTS = {"shoulder": "arm", "hand": "arm"}
LAYERS = {"side": 4, "medial": 3}


class Field:
    """How the drawing is bound at any point: as the outlines near it are."""

    def __init__(self, spots: Sequence[Spot], matrices: Sequence[Matrix] | None = None) -> None:
        self._shares = np.array([spot.share for spot in spots])
        self._standing = np.array([(spot.x, spot.y) for spot in spots])
        self._at = self._standing if matrices is None else self._posed(matrices)

    def _posed(self, matrices: Sequence[Matrix]) -> Any:
        a, b, c, d, e, f = np.array(matrices).T
        x, y = self._standing.T
        return np.column_stack((a * x + c * y + e, b * x + d * y + f))

    def spot(self, x: float, y: float) -> Spot:
        """A point of the posed drawing at its standing place, with its binding."""
        away = ((self._at - (x, y)) ** 2).sum(axis=1)
        near = np.argsort(away)[:NEIGHBOURS]
        weights = np.exp(-away[near] / (2 * REACH**2)) + 1e-9
        weights /= weights.sum()
        share: Share = tuple(float(value) for value in weights @ self._shares[near])
        shift = weights @ (self._standing[near] - self._at[near])
        if away[near].min() and np.abs(shift).max() > 0:
            x, y = _unposed(self._standing[near], self._at[near], weights, (x, y))
        return Spot(x, y, share)


def evened(chain: list[Spot]) -> list[Spot]:
    """A closed chain whose place and binding change softly from point to point."""
    n = len(chain)
    rows = np.array([(spot.x, spot.y, *spot.share) for spot in chain])
    shifted = [np.roll(rows, k, axis=0) for k in range(-SOFT, SOFT + 1)]
    mean = np.mean(shifted, axis=0)
    mean[:, :2] = 0.5 * mean[:, :2] + 0.5 * rows[:, :2]
    return [Spot(row[0], row[1], tuple(map(float, row[2:]))) for row in mean] if n > 9 else chain


def _unposed(standing: Any, posed: Any, weights: Any, point: tuple[float, float]) -> Any:
    """Undo the turn that the neighbours made, about their common middle."""
    middle, was = weights @ posed, weights @ standing
    a, b = (posed - middle) * weights[:, None], standing - was
    angle = np.arctan2((a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum(), (a * b).sum())
    c, s = np.cos(angle), np.sin(angle)
    x, y = point[0] - middle[0], point[1] - middle[1]
    return was[0] + c * x - s * y, was[1] + s * x + c * y


def shade_shapes(
    folder: Path, parts: dict[str, str], edges: dict[str, list[Spot]], rig: Rig
) -> Iterator[dict[str, Any]]:
    """Every band of each part in each layer. `parts` gives the part of each drawn structure.

    `edges` gives the outline points of each part.
    """
    poser = Poser(rig)
    posed = {part: _turns(part, spots, poser, rig) for part, spots in edges.items()}
    fields = {part: Field(spots, posed[part]) for part, spots in edges.items()}
    for view, layers in LAYERS.items():
        for layer in range(1, layers + 1):
            table = json.loads((folder / "views" / f"{view}_{layer}.json").read_text("utf-8"))
            for part, area in _areas(table, parts, view).items():
                for band, role in BANDS.items():
                    loops = table["shading"].get(band, [])
                    chains = [
                        evened([fields[part].spot(x / 10, y / 10) for x, y in cubic_chain(loop)])
                        for loop in _cut(loops, area, view)
                    ]
                    if chains:
                        yield _row(part, role, layer, view, chains)


def _row(part: str, role: str, layer: int, view: str, chains: list[list[Spot]]) -> dict[str, Any]:
    far = view == "medial"
    shown = str(layer) if layer < LAYERS[view] else "".join(map(str, range(layer, 5)))
    return {
        "id": "shading", "part": part, "tissue": "skin", "group": "", "layer": layer,
        "depth": 0.0, "role": role, "width": 0.0, "opacity": 1.0, "chains": chains,
        "near": "" if far else shown, "far": shown if far else "",
    }  # fmt: skip


def _areas(table: dict[str, Any], parts: dict[str, str], view: str) -> dict[str, list[Loop]]:
    """The regions of each part that are seen on a plate."""
    found: dict[str, list[Loop]] = {}
    for region in table["regions"]:
        part = parts.get(region["id"], "")
        part = PARTS.get(part, part)
        if part in ("leg", "trunk", "arm") and (view == "side" or part == "leg"):
            found.setdefault(part, []).extend(region["path"])
    return found


def _cut(band: Sequence[Loop], regions: Sequence[Loop], view: str) -> list[Loop]:
    """What of a band lies on the regions, with calm edges, in the frame of the runner."""
    if not band:
        return []
    xs, ys = [v for x in regions for v in x[0::2]], [v for x in regions for v in x[1::2]]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    grid = Grid(left, top, (max(ys) + MARGIN - top) // CELL, (max(xs) + MARGIN - left) // CELL)
    area = grid.empty()
    for loop in regions:
        area |= grid.filled([loop])
    mask = without_islands(blurred(grid.filled(band) & area, 2.0) > 0.5, LEAST)
    loops = outlines(smooth_arcs(mask.astype("int16"), grid, 4.0, 2.5)).get(1, [])
    return [_turned(loop, view) for loop in down(loops)]


def _turned(loop: Loop, view: str) -> Loop:
    return mirrored(loop) if view == "medial" else loop


def _turns(part: str, spots: Sequence[Spot], poser: Poser, rig: Rig) -> list[Matrix] | None:
    """The matrices of a part's points as the plate holds it; None where it stands."""
    if part != "arm":
        return None
    joints = [rig.joint_numbers[name] for name in JOINTS]
    return [poser.matrix(PLATE_ARM, tuple(spot.share[i] for i in joints)) for spot in spots]
