"""Paints the runner: measured muscles in the pose of an instant, far limbs behind and paler."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from anatomy_app.model.casting import VEILS, Piece
from anatomy_app.model.drawing import Tissue
from anatomy_app.paint.hatch import hatch_brush, paint_hatch_lines
from anatomy_app.paint.look import NO_DATA, ColourMode, Snapshot
from anatomy_app.paint.marks import HAIR, ink
from anatomy_app.paint.plate import VEIL_OPACITY
from anatomy_app.paint.posed import Posed
from anatomy_app.paint.theme import Theme
from anatomy_app.paint.weight import THINNEST

FAR = 0.42  # how much of the ground's colour lies over the far limbs
LINE_MM = 0.55  # mm of an outline; never thinner than the theme's


@dataclass(frozen=True)
class Inks:
    """The pens and colours of a theme at one scale, made once."""

    theme: Theme
    scale: float

    @lru_cache(maxsize=64)  # noqa: B019 (lives as long as the module's cache of inks)
    def fill(self, role: str, opacity: float, far: bool) -> QColor:
        """The colour of a role; of the far side it recedes into the ground."""
        colour = self.theme.colour(role)
        colour = pale(colour, self.theme) if far else colour
        colour.setAlphaF(opacity)
        return colour

    @lru_cache(maxsize=64)  # noqa: B019
    def pen(self, role: str, opacity: float, width: float, far: bool) -> QPen:
        """A pen of a role."""
        pen = QPen(self.fill(role, opacity, far), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    @lru_cache(maxsize=512)  # noqa: B019
    def muscle(self, rgb: int, far: bool) -> QColor:
        """The colour of a muscle."""
        colour = QColor.fromRgb(rgb)
        return pale(colour, self.theme) if far else colour


@lru_cache(maxsize=8)
def inks(theme: Theme, scale: float) -> Inks:
    """The pens and colours of a theme at a scale."""
    return Inks(theme, scale)


class RunnerPainter:
    """Paints a posed figure from a snapshot. `scale` is logical pixels per millimetre.

    With `vector` the hatch is made of lines, for files where a brush would become an image.
    """

    def __init__(
        self,
        painter: QPainter,
        snapshot: Snapshot,
        scale: float,
        ratio: float,
        *,
        vector: bool = False,
    ) -> None:
        self._painter = painter
        self._snapshot = snapshot
        self._theme = snapshot.theme
        self._inks = inks(snapshot.theme, scale)
        self._hatch = None if vector else hatch_brush(snapshot.theme, ratio)
        self._finer = ratio**0.5 if vector else 1.0  # as fine as a large picture's pixels allow
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, posed: Posed, *, rich: bool) -> None:
        """The whole figure; `rich` adds fibres and the lines of the skin."""
        for piece, path in posed.outlines:
            if piece.shape.role:
                self._mark(piece, path, rich=rich)
            elif piece.shape.tissue is Tissue.MUSCLE:
                self._muscle(piece, path)
                if rich and not self._theme.contrast:
                    self._fibres(piece, posed)
            else:
                self._tissue(piece, path)

    def _muscle(self, piece: Piece, path: QPainterPath) -> None:
        painter = self._painter
        rgb = self._snapshot.colour(piece.shape.structure, piece.side)
        if rgb == NO_DATA:
            painter.fillPath(path, self._inks.fill("no_data", 1.0, piece.far))
            if self._hatch is None:
                paint_hatch_lines(painter, path, self._theme)
            else:
                painter.fillPath(path, self._hatch)
        else:
            painter.fillPath(path, self._inks.muscle(rgb, piece.far))
        painter.strokePath(path, self._pen("muscle_line", piece))

    def _tissue(self, piece: Piece, path: QPainterPath) -> None:
        """Bone, tendon, fascia, and the skin of limbs and trunk under everything."""
        shape = piece.shape
        skin = shape.tissue is Tissue.SKIN
        bare = self._snapshot.see_through or self._snapshot.mode is not ColourMode.ANATOMY
        veiled = shape.structure in VEILS and bare  # what works beneath must show its colour
        fill = self._inks.fill(
            "body" if skin else shape.tissue.value, VEIL_OPACITY if veiled else 1.0, piece.far
        )
        self._painter.fillPath(path, fill)
        self._painter.strokePath(path, self._pen("ctl" if skin else "bone_line", piece))

    def _pen(self, role: str, piece: Piece) -> QPen:
        least = 0.9 if role == "ctl" else self._theme.outline_width
        width = max(least / self._finer, LINE_MM * self._inks.scale)
        opacity = 1.0 if role == "ctl" else self._theme.outline_opacity
        return self._inks.pen(role, opacity, width, piece.far)

    def _mark(self, piece: Piece, path: QPainterPath, *, rich: bool) -> None:
        """Shading, head, hand and foot, inked as on the plates; fine lines only if `rich`."""
        shape, far = piece.shape, piece.far
        how = ink(shape.role, self._theme)
        if how is None or not how.opacity or (shape.role == HAIR and not self._snapshot.hair):
            return
        solid = shape.role == "skin-fill"
        opacity = how.alpha(shape.opacity) * (1.0 if solid or not far else 1.0 - FAR)
        if not shape.width:
            self._painter.fillPath(path, self._inks.fill(how.role, opacity, far and solid))
        elif rich or shape.role == "skin-contour":
            width = max(shape.width * self._inks.scale, THINNEST / self._finer)
            self._painter.strokePath(path, self._inks.pen(how.role, opacity, width, far))

    def _fibres(self, piece: Piece, posed: Posed) -> None:
        opacity = self._theme.fibre_opacity * (FAR if piece.far else 1.0)
        pen = self._inks.pen(
            "fibre", opacity, max(THINNEST / self._finer, 0.4 * self._inks.scale), False
        )
        self._painter.strokePath(posed.fibres(piece), pen)


def pale(colour: QColor, theme: Theme) -> QColor:
    """A colour of the far side."""
    ground = theme.colour("bg")

    def between(own: int, other: int) -> int:
        return round(own + (other - own) * FAR)

    return QColor(
        between(colour.red(), ground.red()),
        between(colour.green(), ground.green()),
        between(colour.blue(), ground.blue()),
        colour.alpha(),
    )
