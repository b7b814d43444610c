"""A plate: one layer of a view at one size, as a still ground, moving fills and a still overlay.

A naive repaint of a plate with its shading and fibres takes a tenth of a second. Scrubbing changes
only the fills of the muscles that have data, so the ground below them and the drawing above them
are painted once and kept as images.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from anatomy_app.model.drawing import Layer, Mark, Region, Side, Tissue
from anatomy_app.model.inside import inner_point
from anatomy_app.paint.hatch import hatch_brush, paint_hatch_lines
from anatomy_app.paint.look import NO_DATA, Key, Snapshot
from anatomy_app.paint.marks import HAIR, VEILED, paint_marks
from anatomy_app.paint.paths import flattened, painter_path
from anatomy_app.paint.theme import Theme
from anatomy_app.paint.weight import contour_width, fine_strength, outline_width, quiet_width

VEILS = frozenset({"iliotibial_band"})  # sheets over muscles that can be seen through on demand
VEIL_OPACITY = 0.28
FORMAT = QImage.Format.Format_ARGB32_Premultiplied


class LayerPaths:
    """The painter paths of a layer in millimetres, each made when it is first needed."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self._inner: dict[int, tuple[float, float]] = {}

    @cached_property
    def body(self) -> QPainterPath:
        """The body's outline."""
        return painter_path(self.layer.body)

    @cached_property
    def regions(self) -> tuple[tuple[Region, QPainterPath], ...]:
        """Regions from far to near; bones come first, so that no tissue is hidden by them."""
        ordered = sorted(self.layer.regions, key=lambda r: (r.tissue not in _UNDER, r.depth))
        return tuple((region, painter_path(region.outline)) for region in ordered)

    @cached_property
    def under(self) -> tuple[tuple[Mark, QPainterPath], ...]:
        """The skin of the foot, beneath its tendons."""
        return tuple((m, painter_path(m.outline, closed=m.closed)) for m in self.layer.under)

    def marks(self) -> Iterator[tuple[Mark, QPainterPath]]:
        """Shading, fibres, inscriptions, then head, hands and feet.

        Made anew each time: they are painted once for a size and would weigh megabytes.
        """
        for mark in (*self.layer.marks, *self.layer.skin):
            if not mark.role.startswith(VEILED):
                yield mark, painter_path(mark.outline, closed=mark.closed)

    def veiled(self) -> Iterator[tuple[Mark, QPainterPath]]:
        """Shading and fibres of what a see-through sheet covers."""
        for mark in self.layer.marks:
            if mark.role.startswith(VEILED):
                yield mark, painter_path(mark.outline, closed=mark.closed)

    def inner_point(self, region: Region) -> tuple[float, float]:
        """A point well inside a region, in millimetres: the middle of its widest stretch."""
        if region.depth not in self._inner:
            path = next(path for other, path in self.regions if other is region)
            box = path.boundingRect()
            frame = (box.x(), box.y(), box.width(), box.height())
            self._inner[region.depth] = inner_point(region.outline, frame)
        return self._inner[region.depth]

    def of(self, structure: str, side: Side | None) -> Iterator[QPainterPath]:
        """The regions of a structure, of one side or both; anew if the layer is not painted."""
        painted = self.__dict__.get("regions")
        for region, path in painted or ((region, None) for region in self.layer.regions):
            if region.structure == structure and side in (None, region.side):
                yield path or painter_path(region.outline)

    def forget(self) -> None:
        """The layer is painted no more: its paths would weigh a megabyte."""
        self.__dict__ = {"layer": self.layer, "_inner": self._inner}


_UNDER = frozenset({Tissue.BONE, Tissue.SKIN})


@dataclass(frozen=True)
class Placing:
    """Where a drawing lies: millimetres to logical pixels, on a picture of `width` x `height`.

    `ratio` is the screen's pixels in a logical one. A picture that is laid out in units and then
    enlarged has `unit` pixels in each of them: its lines are as fine as its pixels allow.
    """

    scale: float
    x: float
    y: float
    width: int
    height: int
    ratio: float = 1.0
    unit: float = 1.0

    @property
    def size(self) -> float:
        """Pixels per millimetre, which decide how heavy lines are."""
        return self.scale * self.unit

    @property
    def transform(self) -> QTransform:
        """From the drawing's millimetres to pixels."""
        return QTransform(self.scale, 0, 0, self.scale, self.x, self.y)

    def to_drawing(self, point: QPointF) -> tuple[float, float]:
        """The millimetres under a pixel."""
        return (point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale


def blank(placing: Placing, fill: QColor | Qt.GlobalColor) -> QImage:
    """An empty image of the picture's size at its pixel ratio."""
    size = placing.width * placing.ratio, placing.height * placing.ratio
    image = QImage(max(round(size[0]), 1), max(round(size[1]), 1), FORMAT)
    image.setDevicePixelRatio(placing.ratio)
    image.fill(fill)
    return image


def mixed(shown: QImage, other: QImage, weight: float) -> QImage:
    """A picture between two of one size: `weight`, 0 to 1, of the other."""
    image = QImage(other)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setOpacity(1.0 - weight)
    painter.drawImage(0, 0, shown)
    painter.end()
    return image


class Plate:
    """A layer placed in a picture: paints itself from a snapshot and keeps what stands still."""

    def __init__(self, paths: LayerPaths, placing: Placing) -> None:
        self.paths = paths
        self.placing = placing
        self._ground: tuple[object, QImage] | None = None
        self._overlay: tuple[object, QImage] | None = None

    @cached_property
    def fills(self) -> tuple[tuple[Key, QPainterPath], ...]:
        """The muscle regions in pixels, flattened for speed."""
        transform = self.placing.transform
        return tuple(
            ((region.structure, region.side), flattened(path, transform))
            for region, path in self.paths.regions
            if region.tissue is Tissue.MUSCLE
        )

    def paint(self, painter: QPainter, snapshot: Snapshot, *, overlay: bool = True) -> None:
        """The whole plate; without the overlay it is the quick first picture."""
        shown = [(key, path, snapshot.colour(*key)) for key, path in self.fills]
        still = frozenset(key for key, _, rgb in shown if rgb == NO_DATA)
        painter.drawImage(0, 0, self._ground_image(snapshot, still))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path, rgb in ((path, rgb) for _, path, rgb in shown if rgb != NO_DATA):
            painter.fillPath(path, QColor.fromRgb(rgb))
        if overlay:
            painter.drawImage(0, 0, self._overlay_image(snapshot))

    def paint_vector(self, painter: QPainter, snapshot: Snapshot) -> None:
        """The whole plate as shapes, for a file: curves stay curves, nothing becomes an image."""
        theme, transform = snapshot.theme, self.placing.transform
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bones(painter, theme)
        for region, path in self.paths.regions:
            if region.tissue is Tissue.MUSCLE:
                pixels = transform.map(path)
                colour = snapshot.colour(region.structure, region.side)
                fill = QColor.fromRgb(colour) if colour else theme.colour("no_data")
                painter.fillPath(pixels, fill)
                if colour == NO_DATA:
                    paint_hatch_lines(painter, pixels, theme)
        self._paint_overlay(painter, snapshot)

    @property
    def has_overlay(self) -> bool:
        """Whether the slow part is already painted."""
        return self._overlay is not None

    def _ground_image(self, snapshot: Snapshot, still: frozenset[Key]) -> QImage:
        key = (snapshot.theme.name, still)
        if self._ground is None or self._ground[0] != key:
            image = blank(self.placing, Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, snapshot.theme, still)
            painter.end()
            self._ground = key, image
        return self._ground[1]

    def _overlay_image(self, snapshot: Snapshot) -> QImage:
        key = (snapshot.theme.name, snapshot.see_through, snapshot.hair)
        if self._overlay is None or self._overlay[0] != key:
            image = blank(self.placing, Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_overlay(painter, snapshot)
            painter.end()
            self._overlay = key, image
        return self._overlay[1]

    def _paint_ground(self, painter: QPainter, theme: Theme, still: frozenset[Key]) -> None:
        self._paint_bones(painter, theme)
        for key, path in self.fills:
            if key in still:
                painter.fillPath(path, theme.colour("no_data"))
                painter.fillPath(path, hatch_brush(theme, self.placing.ratio))

    def _paint_bones(self, painter: QPainter, theme: Theme) -> None:
        """The body, the skin under everything, and all regions that no instant changes."""
        transform = self.placing.transform
        body = transform.map(self.paths.body)
        contour = contour_width(self.placing.size) / self.placing.unit
        painter.strokePath(body, QPen(theme.colour("ctl"), contour))
        painter.fillPath(body, theme.colour("body"))
        self._paint_marks(painter, self.paths.under, theme)
        for region, path in self.paths.regions:
            if region.tissue is not Tissue.MUSCLE and region.structure not in VEILS:
                painter.fillPath(transform.map(path), theme.colour(region.tissue.value))

    def _paint_overlay(self, painter: QPainter, snapshot: Snapshot) -> None:
        if snapshot.see_through:
            self._paint_marks(painter, self.paths.veiled(), snapshot.theme)
        self._paint_outlines(painter, snapshot)
        marks = (each for each in self.paths.marks() if snapshot.hair or each[0].role != HAIR)
        self._paint_marks(painter, marks, snapshot.theme)

    def _paint_marks(
        self, painter: QPainter, marks: Iterable[tuple[Mark, QPainterPath]], theme: Theme
    ) -> None:
        painter.save()
        painter.setTransform(self.placing.transform, True)
        paint_marks(painter, marks, theme, self.placing.size)
        painter.restore()

    def _paint_outlines(self, painter: QPainter, snapshot: Snapshot) -> None:
        theme, placing = snapshot.theme, self.placing
        muscle, bone = theme.colour("muscle_line"), theme.colour("bone_line")
        soft = 1.0 if theme.contrast else 0.4 + 0.6 * fine_strength(placing.size)
        muscle.setAlphaF(theme.outline_opacity * soft)
        width = outline_width(placing.size, theme.outline_width) / placing.unit
        quiet = quiet_width(placing.size, theme.outline_width) / placing.unit
        for region, path in self.paths.regions:
            pixels = placing.transform.map(path)
            if region.structure in VEILS:
                _paint_veil(painter, pixels, theme, snapshot.see_through)
            flesh = region.tissue is Tissue.MUSCLE
            painter.strokePath(pixels, QPen(muscle, width) if flesh else QPen(bone, quiet))


def _paint_veil(painter: QPainter, path: QPainterPath, theme: Theme, see_through: bool) -> None:
    colour = theme.colour("fascia")
    colour.setAlphaF(VEIL_OPACITY if see_through else 1.0)
    painter.fillPath(path, colour)


def frame(paths: LayerPaths) -> QRectF:
    """The drawing's own frame in millimetres."""
    left, top, right, bottom = paths.layer.box
    return QRectF(left, top, right - left, bottom - top)
