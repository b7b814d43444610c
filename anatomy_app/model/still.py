"""The runner at rest as a drawing: regions to point at, to name and to speak of."""

from array import array
from collections.abc import Iterable, Sequence

from anatomy_app.model.casting import Cast, Piece
from anatomy_app.model.drawing import Layer, Outline, Region, View
from anatomy_app.model.posing import Matrix


def still_layer(cast: Cast, near: list[Matrix], far: list[Matrix]) -> Layer:
    """The figure in a pose as one layer, in mm, the farthest piece first.

    It has hidden pieces too if the cast has: what lies beneath a point is then found in order.
    """
    regions = [
        _region(piece, number, far if piece.far else near)
        for number, piece in enumerate(cast.pieces)
        if not piece.shape.role
    ]
    return Layer(View.RUNNER, cast.layer, _around(regions), Outline(()), tuple(regions))


def _region(piece: Piece, depth: int, matrices: list[Matrix]) -> Region:
    flats = [chain.posed(matrices) for chain in piece.loops]
    xs, ys = [x for flat in flats for x in flat[0::2]], [y for flat in flats for y in flat[1::2]]
    box = (min(xs), min(ys), max(xs), max(ys))
    outline = Outline(tuple(_loop(flat) for flat in flats))
    shape = piece.shape
    return Region(shape.structure, piece.side, shape.tissue, depth, outline, box)


def _loop(flat: Sequence[float]) -> "array[float]":
    """A polygon as a closed cubic loop of straight pieces."""
    loop = array("f", flat[:2])
    points = list(zip(flat[0::2], flat[1::2], strict=True))
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
        loop.extend((x0 + dx, y0 + dy, x1 - dx, y1 - dy, x1, y1))
    return loop


def _around(regions: Iterable[Region]) -> tuple[float, float, float, float]:
    boxes = [region.box for region in regions]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return left, top, max(box[2] for box in boxes), max(box[3] for box in boxes)
