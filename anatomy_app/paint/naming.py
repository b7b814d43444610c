"""Names beside a whole drawing: each structure once, in two columns with leader lines."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QPointF

from anatomy_app.model.drawing import Region, Side, Tissue
from anatomy_app.model.geometry import Box
from anatomy_app.paint.labels import Label, Wish, lay_out
from anatomy_app.paint.plate import LayerPaths, Placing

PITCH = 15.0  # units between two names of a column: a line of text
LEAST_MM2 = 150.0  # a region below this is a sliver: its leader would point at nothing
NAMED = frozenset({Tissue.MUSCLE, Tissue.TENDON, Tissue.FASCIA})
STEPS = 8  # places across a region's box that are tried for a spot which is seen

EVERYWHERE: Box = (-inf, -inf, inf, inf)

Seen = Callable[[float, float], Region | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A name and the point in millimetres at which its structure is seen.

    `area` is that of the region's box in square millimetres, `side` that of the region.
    """

    name: str
    x: float
    y: float
    area: float
    on_left: bool = False
    side: Side = Side.MIDLINE


def spots(paths: LayerPaths, name: Callable[[str], str | None], seen: Seen) -> tuple[Spot, ...]:
    """A spot for every structure that `name` gives a name and that is seen in the layer.

    Structures seen on both sides of the body go by turns to the left and the right column; in
    views of one side the drawing's middle decides.
    """
    return tuple(_shared_out(list(candidates(paths, name, seen).values())))


def candidates(
    paths: LayerPaths,
    name: Callable[[str], str | None],
    seen: Seen,
    within: Box = EVERYWHERE,
    least: float = LEAST_MM2,
) -> dict[str, list[Spot]]:
    """By name, a spot on each side on which a structure is seen.

    `seen` tells the region on top at a point; spots lie `within` a box in millimetres, on regions
    of which at least `least` square millimetres lie in it.
    """
    found: dict[str, list[Spot]] = {}
    names = {each: name(each) for each in {region.structure for region in paths.layer.regions}}
    wanted = {each for each, called in names.items() if called}
    for region in _largest(paths, wanted, within, least):
        called, point = names[region.structure], _seen_point(paths, region, seen, within)
        if called and point:
            spot = Spot(called, *point, region.area, side=region.side)
            found.setdefault(called, []).append(spot)
    return found


def _largest(
    paths: LayerPaths, wanted: Container[str], within: Box, least: float
) -> Iterable[Region]:
    """The largest region of each structure and side: its belly, else its tendon or sheet."""
    best: dict[tuple[str, Side], tuple[bool, float, Region]] = {}
    for region in paths.layer.regions:
        if region.structure not in wanted or region.tissue not in NAMED:
            continue
        if (area := _shared_area(region.box, within)) >= least:
            key, weight = (region.structure, region.side), (region.tissue is Tissue.MUSCLE, area)
            if key not in best or weight > best[key][:2]:
                best[key] = (*weight, region)
    return [region for _, _, region in best.values()]


def _shared(one: Box, other: Box) -> Box:
    """What two boxes share; its right lies left of its left if that is nothing."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _shared_area(one: Box, other: Box) -> float:
    left, top, right, bottom = _shared(one, other)
    return max(right - left, 0.0) * max(bottom - top, 0.0)


def _seen_point(
    paths: LayerPaths, region: Region, seen: Seen, within: Box
) -> tuple[float, float] | None:
    """The middle of a region, or another point of it if something lies over that."""
    return next((at for at in _points(paths, region, within) if seen(*at) is region), None)


def _points(paths: LayerPaths, region: Region, within: Box) -> Iterator[tuple[float, float]]:
    """Points of a region: the middle if it is in the box, then those of a grid, from its middle."""
    left, top, right, bottom = box = _shared(region.box, within)
    if box == region.box:
        yield paths.inner_point(region)
    steps = sorted(range(1, STEPS), key=lambda step: abs(step - STEPS // 2))
    for row in steps:
        for column in steps:
            yield left + (right - left) * column / STEPS, top + (bottom - top) * row / STEPS


def _shared_out(choices: list[list[Spot]]) -> Iterator[Spot]:
    """One spot of each structure, the columns about equally full."""
    xs = sorted(spot.x for each in choices for spot in each)
    middle = 0.0 if any(len(each) > 1 for each in choices) else xs[len(xs) // 2] if xs else 0.0
    balance = 0
    for each in sorted(choices, key=lambda some: (len(some), some[0].y)):
        placed = [replace(spot, on_left=spot.x < middle) for spot in each]
        spot = next((s for s in placed if s.on_left == (balance <= 0)), placed[0])
        balance += 1 if spot.on_left else -1
        yield spot


def fitting(spots_: Sequence[Spot], height: float) -> tuple[Spot, ...]:
    """Those that find room in columns of that height: the largest structures first."""
    room = max(int(height / PITCH), 0)
    kept: list[Spot] = []
    for on_left in (True, False):
        column = sorted((s for s in spots_ if s.on_left is on_left), key=lambda s: -s.area)
        kept += column[:room]
    return tuple(kept)


def columns(
    spots_: Sequence[Spot], placing: Placing, edges: tuple[float, float], top: float, bottom: float
) -> tuple[Label, ...]:
    """The labels of both columns; `edges` are where the leaders of left and right begin."""
    made: list[Label] = []
    for on_left, edge in zip((True, False), edges, strict=True):
        wishes = (
            Wish(s.name, "", QPointF(placing.x + s.x * placing.scale,
                                     placing.y + s.y * placing.scale))
            for s in spots_ if s.on_left is on_left
        )  # fmt: skip
        made += lay_out(wishes, edge, top, bottom, on_left=on_left, pitch=PITCH)
    return tuple(made)
