"""The signs on the muscles themselves, as their colour is never the only sign.

Arrows apart lengthen, two bars hold, arrows together shorten. What is low or off has no glyph, as
most muscles are at most instants, and hatching has none either. In a setting plus, minus and both
say more, less and disagreement.
"""

from collections.abc import Iterator, Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, qGray

from anatomy_app.model.drawing import Region, Tissue
from anatomy_app.model.kinds import Contraction
from anatomy_app.model.regions import HitMap
from anatomy_app.model.settings import Shift
from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.look import Key, Snapshot, shift_rgb
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.paint.theme import Theme

SHOWN = frozenset({Contraction.ECCENTRIC, Contraction.ISOMETRIC, Contraction.CONCENTRIC, *Shift})
BRIGHT = 140  # grey of a fill, 0 to 255, from which the sign on it is dark
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


def open_spots(paths: LayerPaths, hit_map: HitMap, placing: Placing) -> Spots:
    """Those of a figure whose limbs lie over one another: only where nothing covers the muscle."""
    found = {}
    for key, box in glyph_spots(paths, placing).items():
        hit = hit_map.top(*placing.to_drawing(box.center()), paths.layer.number)
        if hit is not None and (hit.structure, hit.side) == key:
            found[key] = box
    return found


def paint_glyphs(painter: QPainter, snapshot: Snapshot, spots: Spots) -> None:
    """The glyph of each muscle that does something, or whose work changes."""
    for key, box in spots.items():
        sign = snapshot.glyphs.get(key)
        if sign is not None and sign in SHOWN:
            paint_icon(painter, str(sign), box, glyph_ink(snapshot.theme, sign))


def glyph_ink(theme: Theme, sign: Contraction | Shift) -> QColor:
    """What a glyph is drawn in, so that it stands out from its muscle."""
    if isinstance(sign, Shift):
        bright = qGray(shift_rgb(theme, sign)) >= BRIGHT
        return theme.colour("bg" if bright is theme.dark else "ink")
    return theme.colour("bg" if theme.dark else "panel")


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
