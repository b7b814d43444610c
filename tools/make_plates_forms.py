"""What models the tissues: shading bands, highlights and fibres, drawn to the map of owners."""

from collections.abc import Iterable

import numpy as np
from make_plates_bands import CELL_MM2, without_islands
from make_plates_fit import fitted
from make_plates_layer import SINEWY, Map, edged
from make_plates_partition import inner
from make_plates_raster import Field, Mask, blurred, polyline, window
from make_plates_shapes import Loop, down, downwards, mirrored
from make_plates_smooth import gaussian
from make_plates_svg import Shape
from make_plates_tables import Table
from make_plates_trace import outlines, smooth_arcs

SHINE = 11.0  # cells: how far highlights are smoothed
SPREAD = 5.0  # cells: how far a band is smoothed within its tissue
BROAD_MM2 = 7000.0  # tissues broader than this are smoothed more
FLAT = {"thoracolumbar_fascia": 3.0}  # sheets: so much more; what lies under them is no form
ROUND = 6.0  # cells: how far in from its edge a form turns away
TURN = {"muscle": 0.6, "tendon": 0.2, "fascia": 0.3, "bone": 0.5}  # bands darker at the edge
ISLAND_MM2 = {"dark": 80.0, "light": 130.0}  # smaller islands and holes go
# From how many bands of darkness or light on which mark is drawn, and its opacity.
LEVELS = (
    (0.42, "shade1", 0.12),
    (1.05, "shade1", 0.12),
    (1.75, "shade2", 0.14),
    (2.6, "shade3", 0.18),
)
LIGHTS = ((0.44, "light", 0.08), (0.95, "light", 0.06))
FIBRE_MM, FIBRE_OPACITY = 0.55, 0.28
APART = 5  # cells: nearer to another fibre, a fibre stops
# Where the table has straight fibres in rows they would be a hatch, not flesh.
AIRY = {"transversus_abdominis": 11, "internal_oblique": 9, "external_oblique": 8}
SHORTEST_MM = 11


def shading(found: Map, table: Table) -> list[Shape]:
    """Bands that darken, one over the other, and highlights of two steps."""
    dark, light = modelled(found, table)
    marks = []
    for kind, field, levels in (("dark", dark, LEVELS), ("light", light, LIGHTS)):
        for level, role, opacity in levels:
            loops = banded(field > level, found, ISLAND_MM2[kind])
            if loops:
                marks.append(Shape({"role": role}, loops, 0.0, opacity))
    return marks


def modelled(found: Map, table: Table) -> tuple[Field, Field]:
    """How dark (in bands) and how light each cell is; smooth within a tissue, not across."""
    grid = found.grid
    bands = table["shading"]
    masks = [grid.filled(down(bands[f"shade{k}"])) for k in (1, 2, 3)]
    steps = np.asarray(np.sum(masks, axis=0), np.float32)
    shine = grid.filled(down(bands["light1"])).astype(np.float32)
    dark, light = np.zeros(steps.shape, np.float32), np.zeros(steps.shape, np.float32)
    for number, kind in enumerate(found.kinds, 1):
        mask = found.owners == number
        if not mask.any():
            continue
        wide = breadth(mask) * FLAT.get(kind.name, 1.0)
        box = window(mask, int(6 * wide * SHINE) + 2)
        part = mask[box]
        whole = np.maximum(blurred(part, wide * SPREAD), 1e-3)
        edge = 2 * (1 - blurred(part, ROUND))
        depth = blurred(steps[box] * part, wide * SPREAD) / whole
        depth = depth + TURN[kind.tissue] * np.clip(edge, 0, 1) ** 1.5
        dark[box][part] = depth[part]
        light[box][part] = shone(shine[box] * part, part, wide * SHINE)[part]
    return dark, light


def breadth(mask: Mask) -> float:
    """How much wider the bands of a tissue are smoothed: broad muscles are not mottled."""
    return float(np.clip(np.sqrt(mask.sum() * CELL_MM2 / BROAD_MM2), 1.0, 1.9))


def shone(shine: Field, part: Mask, sigma: float) -> Field:
    """How light it is within a part: near and wide surroundings count alike."""
    near = blurred(shine, sigma) / np.maximum(blurred(part, sigma), 1e-3)
    wide = blurred(shine, 2 * sigma) / np.maximum(blurred(part, 2 * sigma), 1e-3)
    return np.asarray((near + wide) / 2, np.float32)


def banded(mask: Mask, found: Map, least: float) -> list[Loop]:
    """The outlines of a band without small islands and holes; on both sides of a half map."""
    band = without_islands(mask, least).astype(np.int16)
    owners, grid = edged(band, found.grid, found.half)
    arcs = smooth_arcs(owners, grid, 6.0, 4.6)
    return outlines(arcs, (1,) if found.half else ()).get(1, [])


def fibres(found: Map, table: Table, sides: Iterable[str]) -> list[Shape]:
    """Fibre lines within their muscle, evenly spaced; each is finer towards its ends."""
    taken = np.zeros(found.owners.shape, bool)
    well = inner(found.owners, 2)
    core: dict[str, list[Loop]] = {}
    tips: dict[str, list[Loop]] = {}
    for number, fibre in enumerate(table["fibres"]):
        name = fibre["id"]
        for line in runs(found, name, downwards(fibre["path"]), well, taken):
            cut_to(line, number, core.setdefault(name, []), tips.setdefault(name, []))
    marks = []
    for side in sides:
        for lines, width, opacity in ((tips, 0.35, 0.18), (core, FIBRE_MM, FIBRE_OPACITY)):
            for name, found_lines in lines.items():
                turned = [mirrored(x) if side == "left" else x for x in found_lines]
                tags = {"role": "fibre", "structure": name, "side": side}
                marks.append(Shape(tags, turned, width, opacity))
    return [mark for mark in marks if mark.loops]


def runs(found: Map, name: str, path: Loop, well: Mask, taken: Mask) -> list[np.ndarray]:
    """The stretches of a fibre inside its muscle and clear of other fibres (points each 1 mm)."""
    points = calm(path)
    rows, columns = found.grid.cell(points[:, 0], points[:, 1])
    kinds = enumerate(found.kinds, 1)
    numbers = [
        i
        for i, k in kinds
        if k.name == name and (k.tissue == "muscle" or (k.tissue == "tendon" and name in SINEWY))
    ]
    good = np.isin(found.owners[rows, columns], numbers) & well[rows, columns]
    good &= ~taken[rows, columns]
    stretches = []
    edges = np.flatnonzero(np.diff(np.concatenate([[0], good.astype(np.int8), [0]])))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        if stop - start >= SHORTEST_MM:
            stretches.append(points[start:stop])
            claim(taken, rows[start:stop], columns[start:stop], AIRY.get(name, APART))
    return stretches


def claim(taken: Mask, rows: np.ndarray, columns: np.ndarray, apart: int) -> None:
    """Keep other fibres away from this one."""
    high, wide = taken.shape
    for r in range(-apart, apart + 1):
        for c in range(-apart, apart + 1):
            if r * r + c * c <= apart * apart:
                taken[np.clip(rows + r, 0, high - 1), np.clip(columns + c, 0, wide - 1)] = True


def calm(path: Loop) -> np.ndarray:
    """Points each 1 mm along a fibre, smoothed along it."""
    x, y = polyline(path)
    x, y = np.append(x, path[-2]), np.append(y, path[-1])
    along = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    at = np.linspace(0, along[-1], max(int(along[-1] / 10), 2))
    points = np.stack([np.interp(at, along, x), np.interp(at, along, y)], axis=1)
    return gaussian(points, 7.0, False) if len(points) > 24 else points


def cut_to(line: np.ndarray, number: int, core: list[Loop], tips: list[Loop]) -> None:
    """A fibre as its middle and two finer ends, none ending just where its neighbour does."""
    trim = [(number * 7919 + k * 104729) % 5 for k in (0, 1)]
    line = line[trim[0] : len(line) - trim[1]]
    tip = min(max(len(line) // 5, 3), 10)
    if len(line) < 3 * tip:
        tips.append(fitted(line, None, None, 2.0))
        return
    tips.append(fitted(line[: tip + 1], None, None, 2.0))
    core.append(fitted(line[tip:-tip], None, None, 5.0))
    tips.append(fitted(line[-tip - 1 :], None, None, 2.0))
