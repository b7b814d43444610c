"""The signs of contraction on the muscles themselves: their colour is never the only sign.

Arrows apart lengthen, two bars hold, arrows together shorten. What is low or off has no glyph, as
most muscles are at most instants, and hatching has none either.
"""

from collections.abc import Iterator, Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from anatomy_app.model.drawing import Region, Tissue
from anatomy_app.model.kinds import Contraction
from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.look import Key, Snapshot
from anatomy_app.paint.plate import LayerPaths, Placing

SHOWN = frozenset({Contraction.ECCENTRIC, Contraction.ISOMETRIC, Contraction.CONCENTRIC})
SIZES = (16.0, 12.0, 9.0)  # pixels; the largest for which a muscle has room
ROOM = 0.62  # of a glyph's size: the radius that must lie inside the muscle around it

Spots = Mapping[Key, QRectF]


def glyph_spots(paths: LayerPaths, placing: Placing) -> Spots:
    """The box in pixels of each muscle's glyph: in its largest region, where that is seen."""
    found: dict[Key, tuple[float, QRectF]] = {}
    regions = paths.regions
    for place, (region, path) in enumerate(regions):
        key = region.structure, region.side
        if region.tissue is not Tissue.MUSCLE or region.area <= found.get(key, (0.0,))[0]:
            continue
        at = QPointF(*paths.inner_point(region))
        size = next((size for size in SIZES if _fits(path, at, size * ROOM / placing.scale)), 0.0)
        if size and not _covered(regions[place + 1 :], at):
            box = QRectF(0, 0, size, size)
            box.moveCenter(placing.transform.map(at))
            found[key] = region.area, box
    return {key: box for key, (_, box) in found.items()}


def paint_glyphs(painter: QPainter, snapshot: Snapshot, spots: Spots) -> None:
    """The glyph of each muscle that does something."""
    colour = snapshot.theme.colour("bg" if snapshot.theme.dark else "panel")
    for key, box in spots.items():
        if (contraction := snapshot.contractions.get(key)) in SHOWN:
            paint_icon(painter, str(contraction), box, colour)


def _covered(nearer: tuple[tuple[Region, QPainterPath], ...], at: QPointF) -> bool:
    return any(
        left <= at.x() <= right and top <= at.y() <= bottom and path.contains(at)
        for (left, top, right, bottom), path in ((region.box, path) for region, path in nearer)
    )


def _fits(path: QPainterPath, at: QPointF, radius: float) -> bool:
    return all(path.contains(point) for point in _ring(at, radius))


def _ring(at: QPointF, radius: float) -> Iterator[QPointF]:
    for step in range(8):
        turn = step * pi / 4
        yield at + QPointF(radius * cos(turn), radius * sin(turn))
