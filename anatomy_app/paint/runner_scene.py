"""The runner in a picture: figure, ground, ghosts of the poses before, and the force of the ground.

The camera runs along: the pelvis stays in the picture and the ground scrolls by at the true speed.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from anatomy_app.model.casting import Cast, Detail, Piece, bindings
from anatomy_app.model.drawing import Layer, Side
from anatomy_app.model.posing import Eye, Matrix, Poser, Posture
from anatomy_app.model.rig import LEVELS, Rig, level_for
from anatomy_app.model.running import FEET, Runner
from anatomy_app.model.still import still_layer
from anatomy_app.paint.force import Arrow
from anatomy_app.paint.hatch import hatched_brush
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import Placing
from anatomy_app.paint.posed import Mould, paths, posed_loops
from anatomy_app.paint.runner import Coat, Wardrobe, paint_runner
from anatomy_app.paint.signs import FADED
from anatomy_app.paint.theme import Theme

BODY_WEIGHT_MM = 330.0  # length of the arrow for one body weight
FAINT = 0.05  # body weights below which no arrow is drawn
TICK_MM = 500.0  # between the marks of the ground
TICK = 5.0  # pixels of a mark
Outlines = dict[tuple[str, Side], QPainterPath]
GHOSTS = ((8.0, 0.20), (16.0, 0.13), (24.0, 0.07))  # percents ago, opacity


@dataclass
class _Made:
    """What a scene makes once, for all sizes of its coarseness."""

    whole: Cast | None = None  # with what no pose shows
    moulds: dict[Detail, Mould] = field(default_factory=dict)
    fibres: Mould | None = None


class RunnerScene:
    """The figure at one size and layer, with `near` towards the viewer.

    The right side faces right; seen from the left, the figure runs to the left. With `vector`
    everything is painted as shapes, for a file.
    """

    def __init__(
        self,
        rig: Rig,
        placing: Placing,
        layer: int,
        near: Side = Side.RIGHT,
        *,
        vector: bool = False,
    ) -> None:
        self.placing = placing
        self.layer = layer
        self.near = near
        self._rig = rig
        self._vector = vector
        self._level = level_for(placing.scale * placing.ratio)
        self._made = _Made()
        self._coats: dict[bool, tuple[object, tuple[Coat, ...]]] = {}
        self._last_marked: tuple[object, tuple[tuple[Piece, ...], Poser, Poser]] | None = None

    def moved(self, placing: Placing) -> "RunnerScene":
        """The same figure elsewhere or at another size; what it can keep it does not make anew."""
        scene = RunnerScene(self._rig, placing, self.layer, self.near, vector=self._vector)
        if scene._level == self._level:
            scene._made = self._made
        return scene

    def _cast(self, detail: Detail) -> Cast:
        coarser = detail in (Detail.COARSE, Detail.SILHOUETTE)
        level = min(self._level + coarser, LEVELS - 1)
        layer = 1 if detail is Detail.SILHOUETTE else self.layer
        return Cast(self._rig, level, layer, self.near, detail=detail)

    def _everything(self) -> Cast:
        """The figure with what no pose shows; made once."""
        if self._made.whole is None:
            self._made.whole = self._cast(Detail.EVERYTHING)
        return self._made.whole

    def _mould(self, detail: Detail) -> Mould:
        """The figure in a detail; made once."""
        moulds = self._made.moulds
        if detail not in moulds:
            moulds[detail] = Mould(self._rig, self._cast(detail).pieces, self.near)
        return moulds[detail]

    def _fibres(self) -> Mould:
        """The fibres of the fine figure; made once."""
        if self._made.fibres is None:
            muscles = tuple(each for each in self._mould(Detail.FINE).pieces if each.fibres)
            self._made.fibres = Mould(self._rig, muscles, self.near, lambda each: each.fibres)
        return self._made.fibres

    # -- painting ------------------------------------------------------------------

    def paint(
        self, painter: QPainter, snapshot: Snapshot, runner: Runner, percent: float, *, rich: bool
    ) -> None:
        """The figure alone; `rich` adds fibres and the lines of the skin."""
        mould = self._mould(Detail.FINE if rich else Detail.COARSE)
        coats = self._dressed(mould, snapshot, rich=rich)
        fibres: Iterator[QPainterPath] = iter(())
        if any(coat.fibre for coat in coats):
            fibres = self._paths(self._fibres(), runner, percent)
        paths_ = self._paths(mould, runner, percent)
        paint_runner(painter, snapshot, coats, paths_, fibres, vector=self._vector)

    def _dressed(self, mould: Mould, snapshot: Snapshot, *, rich: bool) -> tuple[Coat, ...]:
        key = (snapshot.theme.name, snapshot.mode, snapshot.see_through, snapshot.hair)
        if rich not in self._coats or self._coats[rich][0] != key:
            scale, ratio = self.placing.scale, self.placing.ratio
            wardrobe = Wardrobe(snapshot, scale, ratio, rich=rich, vector=self._vector)
            self._coats[rich] = key, wardrobe.coats(mould.pieces)
        return self._coats[rich][1]

    def paint_ghosts(self, painter: QPainter, theme: Theme, runner: Runner, percent: float) -> None:
        """Where the figure was a little earlier, fainter the longer ago."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ago, opacity in reversed(GHOSTS):
            colour = theme.colour("ink2")
            colour.setAlphaF(opacity)
            back = -self._way * runner.scroll * ago / 100.0 * self.placing.scale
            painter.save()
            painter.translate(back, 0.0)
            painter.fillPath(self.silhouette(runner, (percent - ago) % 100.0), colour)
            painter.restore()

    def paint_ground(
        self,
        painter: QPainter,
        theme: Theme,
        runner: Runner,
        percent: float,
        edges: tuple[float, float] | None = None,
    ) -> None:
        """Marks half a metre apart that scroll by under the feet; `edges` in pixels bound them."""
        marks = self._marks(runner.scroll * percent / 100.0)
        shown = [m for m in marks if edges is None or edges[0] <= m.x1() <= edges[1]]
        painter.setPen(QPen(theme.colour("ctl"), theme.hairline))
        painter.drawLines(shown)

    def silhouette(self, runner: Runner, percent: float) -> QPainterPath:
        """The whole figure as one shape."""
        whole = QPainterPath()
        whole.setFillRule(Qt.FillRule.WindingFill)
        for path in self._paths(self._mould(Detail.SILHOUETTE), runner, percent):
            whole.addPath(_clockwise(path))
        return whole

    def outlines(
        self, runner: Runner, percent: float, keys: Collection[tuple[str, Side | None]]
    ) -> tuple[list[QPainterPath], list[QPainterPath]]:
        """The outlines of structures, each on its side or on both: what is seen, what is hidden."""
        seen, hidden = self._outlined(runner, percent, keys)
        return list(seen.values()), list(hidden.values())

    def paint_alone(
        self, painter: QPainter, snapshot: Snapshot, runner: Runner, percent: float
    ) -> None:
        """Lay the ground over the figure, and what is isolated over that, its hidden parts too."""
        theme, keys = snapshot.theme, {(structure, None) for structure in snapshot.isolated}
        veil = theme.colour("bg")
        veil.setAlphaF(FADED)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self.silhouette(runner, percent), veil)
        pen = QPen(theme.colour("muscle_line"), theme.outline_width)
        ground = hatched_brush(theme, theme.colour("no_data"), self.placing.ratio)
        for found in reversed(self._outlined(runner, percent, keys)):
            for key, path in found.items():
                rgb = snapshot.colour(*key)
                fill = QBrush(QColor.fromRgb(rgb)) if rgb else ground
                painter.fillPath(path, fill)
                painter.strokePath(path, pen)

    def _outlined(
        self, runner: Runner, percent: float, keys: Collection[tuple[str, Side | None]]
    ) -> tuple[Outlines, Outlines]:
        """The same by structure and side; belly and tendon are one."""
        pieces, near, far = self._marked(frozenset(keys))
        root = self._root(runner, percent)
        ours, theirs = self._postures(runner, percent)
        matrices = near.matrices(ours, root), far.matrices(theirs, root)
        made = paths([posed_loops(piece, *matrices) for piece in pieces])
        seen: Outlines = {}
        hidden: Outlines = {}
        for piece, path in zip(pieces, made, strict=True):
            shown = self.layer in (piece.shape.far if piece.far else piece.shape.near)
            found, key = seen if shown else hidden, (piece.shape.structure, piece.side)
            found[key] = found[key].united(path) if key in found else path
        return seen, hidden

    def _marked(
        self, keys: frozenset[tuple[str, Side | None]]
    ) -> tuple[tuple[Piece, ...], Poser, Poser]:
        """The pieces of some structures and what poses them; those asked for last are kept."""
        if self._last_marked is None or self._last_marked[0] != keys:
            pieces = tuple(
                piece
                for piece in self._everything().pieces
                if {(piece.shape.structure, piece.side), (piece.shape.structure, None)} & keys
            )
            near, far = (
                Poser(self._rig, bindings(piece for piece in pieces if piece.far is side))
                for side in (False, True)
            )
            self._last_marked = keys, (pieces, near, far)
        return self._last_marked[1]

    def arrows(self, runner: Runner, percent: float) -> tuple[Arrow, ...]:
        """The ground force on each foot that has one."""
        forces = runner.stride.forces(percent)
        found = []
        for side in FEET:
            force, x = forces[side], runner.contact(side, percent)
            if x is not None and force.vertical_bw >= FAINT:
                foot = self.to_pixel(x, 0.0)
                length = BODY_WEIGHT_MM * self.placing.scale
                along = self._way * force.fore_aft_bw * length
                tip = foot + QPointF(along, -force.vertical_bw * length)
                size = (force.vertical_bw**2 + force.fore_aft_bw**2) ** 0.5
                found.append(Arrow(side, foot, tip, size))
        return tuple(found)

    # -- where things are ------------------------------------------------------------

    def _paths(self, mould: Mould, runner: Runner, percent: float) -> Iterator[QPainterPath]:
        """In pixels, in the pose of an instant."""
        *_, scale, x, y = self._root(runner, percent)
        eye, stride = Eye(scale, complex(x, y)), runner.stride
        steps = mould is self._made.moulds.get(Detail.COARSE) and percent.is_integer()
        instant = (stride.gait, stride.speed, percent) if steps else None
        return mould.paths(*self._postures(runner, percent), eye, instant)

    def prepare(self, runner: Runner, percent: float) -> None:
        """Have ready what painting the figure will take while it moves through an instant."""
        self._paths(self._mould(Detail.COARSE), runner, percent)

    def _postures(self, runner: Runner, percent: float) -> tuple[Posture, Posture]:
        far = Side.LEFT if self.near is Side.RIGHT else Side.RIGHT
        return runner.posture(self.near, percent), runner.posture(far, percent)

    def to_pixel(self, x: float, y: float) -> QPointF:
        """The pixel of a point in mm of the figure."""
        placing = self.placing
        return QPointF(placing.x + self._way * x * placing.scale, placing.y + y * placing.scale)

    def still(self, runner: Runner, percent: float) -> Layer:
        """The figure of an instant as a drawing in mm: everything, also what is hidden."""
        cast, pelvis = self._everything(), runner.pelvis(percent)
        root: Matrix = (self._way, 0.0, 0.0, 1.0, self._way * pelvis.x, pelvis.y)
        near, far = self._postures(runner, percent)
        return still_layer(
            cast, cast.poser.matrices(near, root), cast.far_poser.matrices(far, root)
        )

    @property
    def _way(self) -> float:
        """+1 where the figure runs to the right."""
        return -1.0 if self.near is Side.LEFT else 1.0

    def _root(self, runner: Runner, percent: float) -> Matrix:
        pelvis, scale = runner.pelvis(percent), self.placing.scale
        at = self.to_pixel(pelvis.x, pelvis.y)
        return self._way * scale, 0.0, 0.0, scale, at.x(), at.y()

    def _marks(self, gone: float) -> Iterator[QLineF]:
        placing = self.placing
        half = placing.width / placing.scale
        first = -half - (gone % TICK_MM)
        for number in range(int(2 * half / TICK_MM) + 2):
            at = self.to_pixel(first + number * TICK_MM, 0.0)
            yield QLineF(at.x(), at.y() + 1, at.x(), at.y() + 1 + TICK)


def _clockwise(path: QPainterPath) -> QPainterPath:
    """The path turned so that overlapping pieces add up instead of cancelling."""
    points = path.toFillPolygon().toList()
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    area = sum(a.x() * b.y() - b.x() * a.y() for a, b in pairs)
    return path if area > 0 else path.toReversed()
