"""What is drawn of a view: the figures of a picture, and what can be told of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Region, Tissue, View
from anatomy_app.model.regions import HitMap
from anatomy_app.paint.glyphs import glyph_spots, paint_glyphs
from anatomy_app.paint.hatch import paint_hatch_lines
from anatomy_app.paint.look import NO_DATA, Key, Snapshot
from anatomy_app.paint.naming import Seen, Spot, spots
from anatomy_app.paint.plate import LayerPaths, Placing, Plate, frame
from anatomy_app.paint.selection import hidden_parts, paint_selection

EDGE = 0.8  # pixels around a muscle that stands alone
Name = Callable[[str], str | None]
"""What a drawn structure is called; None if its name is not wanted."""


class Figure(Protocol):
    """A body at an instant."""

    @property
    def box(self) -> QRectF:
        """Its frame in millimetres, the same at every instant."""

    def paint(self, painter: QPainter, placing: Placing, edges: tuple[float, float]) -> None:
        """The figure with its signs, as shapes; its surroundings may go from edge to edge."""


class Body(Protocol):
    """A view of the body in one layer, at any instant of one stride."""

    number: int
    """The layer."""

    def tissues(self) -> frozenset[tuple[str, Tissue]]:
        """What is drawn in the layer."""

    def everything(self) -> frozenset[str]:
        """The structures that some layer shows."""

    def figure(self, snapshot: Snapshot, percent: float) -> Figure:
        """The body at an instant."""

    def spots(self, percent: float, name: Name) -> tuple[Spot, ...]:
        """Where the names point at an instant."""


class PlateBody:
    """A plate; only its colours change. Without a layer the first that shows what is sought."""

    def __init__(
        self, library: Library, view: View, layer: int | None, sought: frozenset[str]
    ) -> None:
        self._library, self._view = library, view
        numbers = range(1, library.layers(view) + 1) if sought else (layer or 1,)
        self._layers = {n: LayerPaths(library.layer(view, n)) for n in numbers}
        showing = [n for n, paths in self._layers.items() if sought & _structures(paths)]
        self.number = layer or (showing[0] if showing else 1)
        self._paths = self._layers[self.number]

    def tissues(self) -> frozenset[tuple[str, Tissue]]:
        """What is drawn in the layer."""
        return frozenset((region.structure, region.tissue) for region in self._paths.layer.regions)

    def everything(self) -> frozenset[str]:
        """The structures that some layer shows."""
        return frozenset().union(*map(_structures, self._layers.values()))

    def figure(self, snapshot: Snapshot, percent: float) -> "PlateFigure":
        """The plate in the colours of the snapshot."""
        others = tuple(each for n, each in self._layers.items() if n != self.number)
        return PlateFigure(self._paths, others, snapshot)

    def spots(self, percent: float, name: Name) -> tuple[Spot, ...]:
        """Where the names point."""
        return spots(self._paths, name, on_top(self._library.hit_map(self._view), self.number))


@dataclass(frozen=True)
class PlateFigure:
    """A plate in its colours; `others` may hide parts of the selection."""

    paths: LayerPaths
    others: tuple[LayerPaths, ...]
    snapshot: Snapshot

    @property
    def box(self) -> QRectF:
        """The drawing's own frame."""
        return frame(self.paths)

    def paint(self, painter: QPainter, placing: Placing, edges: tuple[float, float]) -> None:
        """The plate with its signs."""
        Plate(self.paths, placing).paint_vector(painter, self.snapshot)
        if self.snapshot.glyphs:
            paint_glyphs(painter, self.snapshot, glyph_spots(self.paths, placing))
        alone = {(structure, None) for structure in self.snapshot.isolated}
        for key, path in hidden_parts(self.paths, self.others, alone):
            paint_alone(painter, placing.transform.map(path), self.snapshot, key)
        paint_selection(painter, self.paths, self.others, placing, self.snapshot)


def paint_alone(painter: QPainter, path: QPainterPath, snapshot: Snapshot, key: Key) -> None:
    """A muscle that stands alone, over whatever hides it."""
    theme, rgb = snapshot.theme, snapshot.colour(*key)
    painter.fillPath(path, QColor.fromRgb(rgb) if rgb else theme.colour("no_data"))
    if rgb == NO_DATA:
        paint_hatch_lines(painter, path, theme)
    painter.strokePath(path, QPen(theme.colour("muscle_line"), max(theme.outline_width, EDGE)))


def on_top(hit_map: HitMap, layer: int) -> Seen:
    """What is seen of a layer at a point."""

    def seen(x: float, y: float) -> Region | None:
        hit = hit_map.top(x, y, layer)
        return hit.region if hit else None

    return seen


def muscles(tissues: Iterable[tuple[str, Tissue]]) -> frozenset[str]:
    """The muscles among what is drawn."""
    return frozenset(structure for structure, tissue in tissues if tissue is Tissue.MUSCLE)


def _structures(paths: LayerPaths) -> frozenset[str]:
    return frozenset(region.structure for region in paths.layer.regions)
