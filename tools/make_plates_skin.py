"""Head, hands and feet of the plates, as marks that lie over (or under) the measured tissues."""

from collections.abc import Iterable
from typing import TypedDict

import numpy as np
from make_plates_bands import calmed
from make_plates_fit import fitted
from make_plates_raster import polyline
from make_plates_shapes import Loop, downwards, inside, lines_inside, mirrored
from make_plates_svg import Shape
from pathops import Path as Area  # type: ignore[import-untyped]

CONTOUR_MM = 0.7
THIN_ENDS, THIN_MM = (50, 100, 160), (0.2, 0.35, 0.5)  # 0.1 mm from an end, the width up to there
LINE_OPACITY = {"head": 0.85, "hand": 0.7, "foot": 0.5}  # creases are felt rather than read
CHEEK = ((860, 15480, 1062, 16080),)  # seen from the side, a stripe of shade lay here
STRAY_OPACITY, STRAY_LENGTH = 0.5, 70  # fainter lines shorter than 7 mm are noise of the depth map
SHADE_OPACITY = {"shade1": 0.065, "shade2": 0.08, "light": 0.19}
SHAPE_ROLE = {"light": "skin-light", "shade": "skin-shade1", "hair": "hair", "skin": "skin-fill"}


class Line(TypedDict):
    path: list[int]
    weight_mm: float
    opacity: float


class Patch(TypedDict, total=False):
    path: list[int]
    fill: str
    opacity: float
    stroke: bool
    optional: bool


class Part(TypedDict, total=False):
    """Head, hand or foot in one view, as measured."""

    outline: list[list[int]]
    contour: list[list[int]]
    cover: list[list[int]]
    toes: list[list[int]]
    heel: list[list[int]]
    shading: dict[str, list[list[int]]]
    lines: list[Line]
    shapes: list[Patch]


def part_marks(name: str, part: Part, sides: Iterable[str]) -> list[Shape]:
    """All marks of one part on each side, in painting order: fill, shading, lines, contour."""
    marks: list[Shape] = []
    for side in sides:
        tags = {"part": name, "side": side}
        for role, loops, width, opacity in descriptions(name, part):
            turned = [mirrored(loop) if side == "left" else loop for loop in map(downwards, loops)]
            marks.append(Shape({"role": role, **tags}, turned, width, opacity))
    return [mark for mark in marks if mark.loops]


def descriptions(name: str, part: Part) -> list[tuple[str, list[list[int]], float, float]]:
    """Role, loops (v up), width in mm and opacity of each mark of the part."""
    rows: list[tuple[str, list[list[int]], float, float]] = [
        ("skin-fill", part["outline"], 0.0, 1.0)
    ]
    for band, opacity in SHADE_OPACITY.items():
        bare = CHEEK if name == "head" else ()
        calm = calmed(part["shading"][band], 3.0, 20.0, bare, part.get("contour", ()))
        rows.append((f"skin-{band}", calm, 0.0, opacity))
    for patch in part.get("shapes", []):
        role = "hair-cap" if patch.get("optional") else SHAPE_ROLE[patch["fill"]]
        rows.append((role, [patch["path"]], 0.0, patch["opacity"]))
        if patch.get("stroke"):
            rows.append(("skin-line", [patch["path"]], 0.35, 0.6))
    rows += [
        ("skin-line", [x["path"]], x["weight_mm"], round(x["opacity"] * LINE_OPACITY[name], 3))
        for x in part["lines"]
        if x["opacity"] >= STRAY_OPACITY or span(x["path"]) >= STRAY_LENGTH
    ]
    if not part.get("contour"):
        rows.append(("skin-contour", outlines(part), CONTOUR_MM, 1.0))
    for line in part.get("contour", ()):
        rows += [("skin-contour", [piece], width, 1.0) for piece, width in thinning(line)]
    return rows


def thinning(line: list[int]) -> list[tuple[Loop, float]]:
    """A contour as pieces with their widths: finer at both ends, where it leaves the limb."""
    x, y = polyline(line, 16)
    points = np.stack([np.append(x, line[-2]), np.append(y, line[-1])], axis=1)
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    ends = [0, *(int(np.searchsorted(way, v)) for v in THIN_ENDS)]
    stops = [int(np.searchsorted(way, way[-1] - v)) for v in THIN_ENDS[::-1]] + [len(points) - 1]
    cuts = [*ends, *stops]
    widths = [*THIN_MM, CONTOUR_MM, *THIN_MM[::-1]]
    return [
        (fitted(points[a : b + 1], None, None, 1.5), width)
        for a, b, width in zip(cuts[:-1], cuts[1:], widths, strict=True)
        if b > a
    ]


def span(path: list[int]) -> float:
    """How far apart the farthest ends of a line lie, along x or y (0.1 mm)."""
    xs, ys = path[0::2], path[1::2]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def outlines(part: Part) -> list[list[int]]:
    """The outline as lines that end where they began."""
    return [loop if loop[:2] == loop[-2:] else [*loop, *loop[:2] * 3] for loop in part["outline"]]


def cut(marks: Iterable[Shape], clip: Area) -> list[Shape]:
    """The marks as far as they lie inside `clip`."""
    pieces = [
        Shape(m.attributes, cut_loops(m, clip), width=m.width, opacity=m.opacity) for m in marks
    ]
    return [piece for piece in pieces if piece.loops]


def cut_loops(mark: Shape, clip: Area) -> list[Loop]:
    """The loops of a filled mark, or the lines of a stroked one, inside `clip`."""
    return lines_inside(mark.loops, clip) if mark.width else inside(mark.loops, clip)


def cover_loops(part: Part) -> list[list[int]]:
    """Where the skin of a foot lies over its tendons (v up)."""
    return calmed(part.get("cover") or [*part.get("toes", []), *part.get("heel", [])], 9.0, 40.0)
