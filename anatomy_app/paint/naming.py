"""Names beside a whole drawing: each structure once, in two columns with leader lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF

from anatomy_app.model.drawing import Region, Side, Tissue
from anatomy_app.paint.labels import Label, Wish, lay_out
from anatomy_app.paint.plate import LayerPaths, Placing

PITCH = 15.0  # units between two names of a column: a line of text
LEAST_MM2 = 150.0  # a region below this is a sliver: its leader would point at nothing
NAMED = frozenset({Tissue.MUSCLE, Tissue.TENDON, Tissue.FASCIA})
STEPS = 8  # places across a region's box that are tried for a spot which is seen

Seen = Callable[[float, float], Region | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A name and the point in millimetres at which its structure is seen."""

    name: str
    x: float
    y: float
    area: float
    on_left: bool = False


def spots(paths: LayerPaths, name: Callable[[str], str | None], seen: Seen) -> tuple[Spot, ...]:
    """A spot for every structure that `name` gives a name and that is seen in the layer.

    `seen` tells the region on top at a point. Structures seen on both sides of the body go by
    turns to the left and the right column; in views of one side the drawing's middle decides.
    """
    found: dict[str, list[Spot]] = {}
    for region in _largest(paths):
        called = name(region.structure)
        point = _seen_point(paths, region, seen) if called else None
        if called and point:
            found.setdefault(called, []).append(Spot(called, *point, region.area))
    return tuple(_shared_out(list(found.values())))


def _largest(paths: LayerPaths) -> Iterable[Region]:
    """The largest region of each structure and side: its belly, else its tendon or sheet."""
    best: dict[tuple[str, Side], Region] = {}
    for region in paths.layer.regions:
        key = (region.structure, region.side)
        if region.tissue in NAMED and region.area >= LEAST_MM2:
            best[key] = max(region, best.get(key, region), key=_weight)
    return best.values()


def _weight(region: Region) -> tuple[bool, float]:
    return region.tissue is Tissue.MUSCLE, region.area


def _seen_point(paths: LayerPaths, region: Region, seen: Seen) -> tuple[float, float] | None:
    """The middle of a region, or another point of it if something lies over that."""
    return next((at for at in _points(paths, region) if seen(*at) is region), None)


def _points(paths: LayerPaths, region: Region) -> Iterator[tuple[float, float]]:
    yield paths.inner_point(region)
    left, top, right, bottom = region.box
    for row in range(1, STEPS):
        for column in range(1, STEPS):
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
