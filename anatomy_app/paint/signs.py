"""The signs over a plate: glyphs, faded surroundings, ghosts, outlines of the selection, names.

Outlines change with the selection and the layout, not with the instant, and stroking long ones
costs more than all moving fills together: they are kept as one still image.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from anatomy_app.paint.glyphs import Spots, glyph_spots, paint_glyphs
from anatomy_app.paint.hatch import hatch_brush
from anatomy_app.paint.labels import Label, paint_still
from anatomy_app.paint.look import NO_DATA, Key, Snapshot
from anatomy_app.paint.paths import flattened
from anatomy_app.paint.plate import LayerPaths, Placing, blank
from anatomy_app.paint.selection import hidden_parts, paint_selection

GHOST = 0.62  # how much of its own colour a hidden part shows through the surface
FADED = 0.82  # how much of the ground lies over what is not isolated


class Signs:
    """All signs of one placed plate."""

    def __init__(
        self,
        paths: LayerPaths,
        deeper: Callable[[], Sequence[LayerPaths]],
        placing: Placing,
        font: QFont,
    ) -> None:
        self._paths, self._deeper, self._placing = paths, deeper, placing
        self._font = font
        self._key: object = None
        self._image: QImage | None = None
        self._outlined: tuple[object, QImage] | None = None
        self._veil: QImage | None = None
        self._ghosts: tuple[tuple[Key, QPainterPath], ...] = ()

    def paint(self, painter: QPainter, snapshot: Snapshot, labels: Sequence[Label]) -> None:
        """Draw the signs; the image is made anew only if something but the values changed."""
        if snapshot.glyphs:
            paint_glyphs(painter, snapshot, self._glyphs)
        if not snapshot.selected and not labels and not snapshot.isolated:
            return
        key = (
            snapshot.theme.name, snapshot.selected, snapshot.isolated, snapshot.ghosts,
            [label.still for label in labels],
        )  # fmt: skip
        if self._image is None or self._key != key:
            self._ghosts = self._made_ghosts(snapshot)
            self._veil = self._made_veil(snapshot)
            self._key, self._image = key, self._made(snapshot, labels)
        if self._veil is not None:
            painter.drawImage(0, 0, self._veil)
        self._paint_ghosts(painter, snapshot)
        painter.drawImage(0, 0, self._image)

    @cached_property
    def _glyphs(self) -> Spots:
        return glyph_spots(self._paths, self._placing)

    def _paint_ghosts(self, painter: QPainter, snapshot: Snapshot) -> None:
        """What the surface hides of the selection, in the colour of the instant."""
        theme = snapshot.theme
        edge = QPen(theme.colour("muscle_line"), max(theme.outline_width, 0.8))
        for key, path in self._ghosts:
            colour = QColor.fromRgb(snapshot.colour(*key) or theme.colour("no_data").rgb())
            colour.setAlphaF(1.0 if snapshot.isolated else GHOST)
            painter.fillPath(path, colour)
            if snapshot.colour(*key) == NO_DATA:
                painter.fillPath(path, hatch_brush(theme, self._placing.ratio))
            if snapshot.isolated:
                painter.strokePath(path, edge)

    def _made_ghosts(self, snapshot: Snapshot) -> tuple[tuple[Key, QPainterPath], ...]:
        """Of the selection if ghosts are wished, and of all that stands alone; deep ones first."""
        shown = snapshot.selected if snapshot.ghosts or snapshot.isolated else frozenset()
        wanted = shown | {(structure, None) for structure in snapshot.isolated}
        if not wanted:
            return ()
        transform = self._placing.transform
        return tuple(
            (key, flattened(path, transform))
            for key, path in hidden_parts(self._paths, self._deeper(), wanted)
        )

    def _made(self, snapshot: Snapshot, labels: Sequence[Label]) -> QImage:
        image = QImage(self._outlines(snapshot))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        paint_still(painter, labels, snapshot.theme)
        painter.end()
        return image

    def _outlines(self, snapshot: Snapshot) -> QImage:
        """The selection alone: at a border of stages there are other names, the same outlines."""
        if not snapshot.selected:
            self._outlined = None
            return blank(self._placing, Qt.GlobalColor.transparent)
        key = (snapshot.theme.name, snapshot.selected, snapshot.ghosts, snapshot.isolated)
        if self._outlined is None or self._outlined[0] != key:
            image = blank(self._placing, Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_selection(painter, self._paths, self._deeper(), self._placing, snapshot)
            painter.end()
            self._outlined = key, image
        return self._outlined[1]

    def _made_veil(self, snapshot: Snapshot) -> QImage | None:
        """A veil over the body with holes where the isolated structures are."""
        if not snapshot.isolated:
            return None
        image, transform = blank(self._placing, Qt.GlobalColor.transparent), self._placing.transform
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = snapshot.theme.colour("bg")
        veil.setAlphaF(FADED)
        painter.fillPath(transform.map(self._paths.body), veil)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for region, path in self._paths.regions:
            if region.structure in snapshot.isolated:
                painter.fillPath(transform.map(path), Qt.GlobalColor.black)
        painter.end()
        return image
