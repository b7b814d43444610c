"""The pictures of printed pages: exercises by the mannequin, muscles on the plates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Region, Tissue, View
from anatomy_app.paint.mannequin import paint_mannequin
from anatomy_app.paint.page_blocks import Picture
from anatomy_app.paint.plate import LayerPaths, frame
from anatomy_app.paint.theme import LIGHT

VIEWS = (View.FRONT, View.BACK, View.SIDE, View.MEDIAL, View.SOLE)
STRONG, WEAK = 0.72, 0.36  # of the activity scale: main and helping muscles
HAIR = 0.3  # points


def exercise_picture(library: Library, exercise: str) -> Picture | None:
    """The two poses of an exercise, its muscles lit; None if it has no picture."""
    motion = library.motion(exercise)
    if motion is None:
        return None
    return lambda painter, box: paint_mannequin(painter, library, motion, None, box, LIGHT)


def body_pictures(
    library: Library, main: tuple[str, ...], helping: tuple[str, ...] = (), most: int = 2
) -> tuple[Picture, ...]:
    """The body with structures lit, from the views and layers that show the most of them."""
    lit = {**_drawn(library, helping, WEAK), **_drawn(library, main, STRONG)}
    seen = sorted(_seen(library, frozenset(_drawn(library, main, STRONG))), key=lambda s: -s.area)
    chosen: dict[View, _Seen] = {}
    for each in seen:
        if each.area > 0:
            chosen.setdefault(each.view, each)
    return tuple(
        _Body(LayerPaths(library.layer(each.view, each.layer)), lit).paint
        for each in [*chosen.values()][:most]
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """How much a layer of a view shows, in mm2."""

    view: View
    layer: int
    area: float


def _seen(library: Library, drawn: frozenset[str]) -> Iterator[_Seen]:
    for view in VIEWS:
        for number in range(1, library.layers(view) + 1):
            regions = library.layer(view, number).regions
            area = sum(region.area for region in regions if region.structure in drawn)
            # A deeper layer must show clearly more before the skin comes off for it.
            yield _Seen(view, number, area * 0.8 ** (number - 1))


def _drawn(library: Library, ids: tuple[str, ...], share: float) -> dict[str, float]:
    structures = library.atlas.structures
    return {drawn: share for id_ in ids if id_ in structures for drawn in structures[id_].drawn}


@dataclass(frozen=True)
class _Body:
    """One layer, grey but for what is lit."""

    paths: LayerPaths
    lit: Mapping[str, float]

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The body fitted into a box: few lines, so that a page stays small."""
        drawn = frame(self.paths)
        scale = min(box.width() / drawn.width(), box.height() / drawn.height())
        painter.translate(box.center() - drawn.center() * scale)
        painter.scale(scale, scale)
        pen = QPen(LIGHT.colour("line"), HAIR / scale)
        painter.setPen(pen)
        painter.fillPath(self.paths.body, LIGHT.colour("skin"))
        for region, path in self.paths.regions:
            painter.setBrush(self._colour(region))
            painter.drawPath(path)

    def _colour(self, region: Region) -> QColor:
        share = self.lit.get(region.structure)
        if share is not None:
            return QColor.fromRgb(LIGHT.activity_rgb(share))
        return LIGHT.colour("body" if region.tissue is Tissue.MUSCLE else "skin")
