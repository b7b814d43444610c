"""Paints the runner: measured muscles in the pose of an instant, far limbs behind and paler."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from anatomy_app.model.casting import VEILS, Piece
from anatomy_app.model.drawing import Tissue
from anatomy_app.paint.hatch import hatched_brush, paint_hatch_lines
from anatomy_app.paint.look import NO_DATA, ColourMode, Key, Snapshot
from anatomy_app.paint.marks import HAIR, ink
from anatomy_app.paint.plate import VEIL_OPACITY
from anatomy_app.paint.theme import Theme
from anatomy_app.paint.weight import THINNEST

SMOOTH = QPainter.RenderHint.Antialiasing
FAR = 0.42  # how much of the ground's colour lies over the far limbs
LINE_MM = 0.55  # mm of an outline; never thinner than the theme's


@dataclass(frozen=True, slots=True)
class Coat:
    """How a piece is painted: an area, then a line around it, then fibres over it.

    A muscle's area has the colour of its `key` at the instant; `fill` is for one without data.
    A `sharp` area has steps at its edge: a line covers them, or it is too faint to show them.
    """

    key: Key | None = None
    far: bool = False
    fill: QBrush | None = None
    line: QPen | None = None
    fibre: QPen | None = None
    sharp: bool = False


class Wardrobe:
    """Makes the coats of one look. `scale` is logical pixels per millimetre; `rich` adds fibres.

    With `vector` nothing is a brush that would become an image in a file.
    """

    def __init__(
        self, snapshot: Snapshot, scale: float, ratio: float, *, rich: bool, vector: bool = False
    ) -> None:
        self._rich, self._hair = rich, snapshot.hair
        self._plain = not rich and not vector  # sharp areas are filled in a quarter of the time
        self._theme = snapshot.theme
        self._scale = scale
        self._ratio = None if vector else ratio
        self._finer = ratio**0.5 if vector else 1.0  # as fine as a large picture's pixels allow
        bare = snapshot.see_through or snapshot.mode is not ColourMode.ANATOMY
        self._veiled = VEILS if bare else frozenset()  # what works beneath must show its colour
        self._fill, self._pen = cache(self._make_fill), cache(self._make_pen)
        self._hatched = cache(self._make_hatched)

    def coats(self, pieces: Iterable[Piece]) -> tuple[Coat, ...]:
        """One for each piece."""
        return tuple(map(self._coat, pieces))

    def _coat(self, piece: Piece) -> Coat:
        if piece.shape.role:
            return self._mark(piece)
        if piece.shape.tissue is Tissue.MUSCLE:
            return self._muscle(piece)
        return self._tissue(piece)

    def _muscle(self, piece: Piece) -> Coat:
        key, far, fibre = (piece.shape.structure, piece.side), piece.far, None
        if self._rich and piece.fibres and not self._theme.contrast:
            opacity = self._theme.fibre_opacity * (FAR if far else 1.0)
            fibre = self._thin("fibre", opacity, 0.4, False)
        line = self._edge("muscle_line", far)
        return Coat(key, far, self._hatched(far), line, fibre, sharp=self._plain)

    def _tissue(self, piece: Piece) -> Coat:
        """Bone, tendon, fascia, and the skin of limbs and trunk under everything."""
        shape, far = piece.shape, piece.far
        skin = shape.tissue is Tissue.SKIN
        opacity = VEIL_OPACITY if shape.structure in self._veiled else 1.0
        fill = self._fill("body" if skin else shape.tissue.value, opacity, far)
        if self._plain and far and not skin and not self._theme.contrast:
            return Coat(None, far, fill, sharp=True)  # so pale that nobody misses its line
        line = self._edge("ctl" if skin else "bone_line", far)
        return Coat(None, far, fill, line, sharp=self._plain)

    def _mark(self, piece: Piece) -> Coat:
        """Shading, head, hand and foot, inked as on the plates."""
        shape, far = piece.shape, piece.far
        how = ink(shape.role, self._theme)
        if how is None or not how.opacity or (shape.role == HAIR and not self._hair):
            return Coat()
        solid = shape.role == "skin-fill"
        opacity = how.alpha(shape.opacity) * (1.0 if solid or not far else 1.0 - FAR)
        if not shape.width:
            fill, sharp = self._fill(how.role, opacity, far and solid), piece.is_band
            return Coat(None, far, fill, sharp=sharp and self._plain)
        return Coat(None, far, line=self._thin(how.role, opacity, shape.width, far))

    def _thin(self, role: str, opacity: float, drawn: float, far: bool) -> QPen:
        """The pen of a line that is drawn so many mm wide."""
        return self._pen(role, opacity, max(THINNEST / self._finer, drawn * self._scale), far)

    def _edge(self, role: str, far: bool) -> QPen:
        least = 0.9 if role == "ctl" else self._theme.outline_width
        opacity = 1.0 if role == "ctl" else self._theme.outline_opacity
        return self._pen(role, opacity, max(least / self._finer, LINE_MM * self._scale), far)

    def _make_fill(self, role: str, opacity: float, far: bool) -> QBrush:
        """The colour of a role; of the far side it recedes into the ground."""
        colour = self._theme.colour(role)
        colour = pale(colour, self._theme) if far else colour
        colour.setAlphaF(opacity)
        return QBrush(colour)

    def _make_pen(self, role: str, opacity: float, width: float, far: bool) -> QPen:
        pen = QPen(self._fill(role, opacity, far), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _make_hatched(self, far: bool) -> QBrush:
        ground = self._fill("no_data", 1.0, far)
        if self._ratio is None:
            return ground
        return hatched_brush(self._theme, ground.color(), self._ratio)


def paint_runner(
    painter: QPainter,
    snapshot: Snapshot,
    coats: Sequence[Coat],
    paths: Iterable[QPainterPath],
    fibres: Iterator[QPainterPath],
    *,
    vector: bool = False,
) -> None:
    """A posed figure, the farthest piece first, with the fibres of those whose coat has some.

    With `vector` the hatch is made of lines, for files where a brush would become an image.
    """
    brush, stroke, smooth = painter.fillPath, painter.strokePath, True
    painter.setRenderHint(SMOOTH)
    for (coat, fill), path in zip(_filled(coats, snapshot), paths, strict=True):
        if fill is not None:
            if smooth is coat.sharp:
                smooth = not smooth
                painter.setRenderHint(SMOOTH, smooth)
            brush(path, fill)
            if vector and coat.key and fill is coat.fill:
                paint_hatch_lines(painter, path, snapshot.theme)
        if coat.line is not None:
            if not smooth:
                smooth = True
                painter.setRenderHint(SMOOTH)
            stroke(path, coat.line)
        if coat.fibre is not None:
            stroke(next(fibres), coat.fibre)


def _filled(coats: Iterable[Coat], snapshot: Snapshot) -> Iterator[tuple[Coat, QBrush | None]]:
    """Each coat with what fills its area: a muscle's colour of the instant where there is one."""
    colours, plain, ground = snapshot.colours, snapshot.plain, snapshot.theme.bg
    for coat in coats:
        rgb = colours.get(coat.key, plain) if coat.key else NO_DATA
        yield coat, _muscle(rgb, ground if coat.far else "") if rgb != NO_DATA else coat.fill


@lru_cache(maxsize=512)
def _muscle(rgb: int, ground: str) -> QBrush:
    """A colour of the instant, receding into a ground if one is named."""
    colour = QColor.fromRgb(rgb)
    return QBrush(_pale(colour, QColor(ground)) if ground else colour)


def pale(colour: QColor, theme: Theme) -> QColor:
    """A colour of the far side."""
    return _pale(colour, theme.colour("bg"))


def _pale(colour: QColor, ground: QColor) -> QColor:

    def between(own: int, other: int) -> int:
        return round(own + (other - own) * FAR)

    return QColor(
        between(colour.red(), ground.red()),
        between(colour.green(), ground.green()),
        between(colour.blue(), ground.blue()),
        colour.alpha(),
    )
