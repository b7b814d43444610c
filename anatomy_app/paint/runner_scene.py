"""The runner in a picture: figure, ground, ghosts of the poses before, and the force of the ground.

The camera runs along: the pelvis stays in the picture and the ground scrolls by at the true speed.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from anatomy_app.model.casting import Cast, Detail
from anatomy_app.model.drawing import Layer, Side
from anatomy_app.model.posing import Matrix
from anatomy_app.model.rig import LEVELS, Rig, level_for
from anatomy_app.model.running import FEET, Runner
from anatomy_app.model.still import still_layer
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import Placing
from anatomy_app.paint.posed import Posed, paths, posed_loops
from anatomy_app.paint.runner import RunnerPainter
from anatomy_app.paint.theme import Theme

KEPT = 100  # poses of which the outlines are kept: a stride in whole percents
BODY_WEIGHT_MM = 330.0  # length of the arrow for one body weight
FAINT = 0.05  # body weights below which no arrow is drawn
HEAD = 9.0  # pixels of the arrow's head
TICK_MM = 500.0  # between the marks of the ground
TICK = 5.0  # pixels of a mark
GHOSTS = ((8.0, 0.20), (16.0, 0.13), (24.0, 0.07))  # percents ago, opacity


@dataclass(frozen=True, slots=True)
class Arrow:
    """The ground force on a foot: from the contact, in pixels; its size in body weights."""

    side: Side
    foot: QPointF
    tip: QPointF
    body_weights: float


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
        self._casts: dict[Detail, Cast] = {}
        self._kept: OrderedDict[tuple[Runner, float], Posed] = OrderedDict()

    def _cast(self, detail: Detail) -> Cast:
        """The figure in a detail; made once."""
        if detail not in self._casts:
            coarser = detail in (Detail.COARSE, Detail.SILHOUETTE)
            level = min(self._level + coarser, LEVELS - 1)
            layer = 1 if detail is Detail.SILHOUETTE else self.layer
            self._casts[detail] = Cast(self._rig, level, layer, self.near, detail=detail)
        return self._casts[detail]

    # -- painting ------------------------------------------------------------------

    def paint(
        self, painter: QPainter, snapshot: Snapshot, runner: Runner, percent: float, *, rich: bool
    ) -> None:
        """The figure alone."""
        detail = Detail.FINE if rich else Detail.COARSE
        posed = self._posed(detail, runner, percent)
        placing = self.placing
        how = RunnerPainter(painter, snapshot, placing.scale, placing.ratio, vector=self._vector)
        how.paint(posed, rich=rich)

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
        for _, path in self._posed(Detail.SILHOUETTE, runner, percent).outlines:
            whole.addPath(_clockwise(path))
        return whole

    def outlines(
        self, runner: Runner, percent: float, keys: Collection[tuple[str, Side | None]]
    ) -> tuple[list[QPainterPath], list[QPainterPath]]:
        """The outlines of structures, each on its side or on both: what is seen, what is hidden."""
        cast = self._cast(Detail.EVERYTHING)
        wanted = [
            piece
            for piece in cast.pieces
            if {(piece.shape.structure, piece.side), (piece.shape.structure, None)} & set(keys)
        ]
        if not wanted:
            return [], []
        near, far = self._matrices(cast, runner, percent, self._root(runner, percent))
        made = paths([posed_loops(piece, near, far) for piece in wanted])
        seen: dict[tuple[str, Side], QPainterPath] = {}
        hidden: dict[tuple[str, Side], QPainterPath] = {}
        for piece, path in zip(wanted, made, strict=True):
            shown = self.layer in (piece.shape.far if piece.far else piece.shape.near)
            found, key = seen if shown else hidden, (piece.shape.structure, piece.side)
            found[key] = (
                found[key].united(path) if key in found else path
            )  # belly and tendon as one
        return list(seen.values()), list(hidden.values())

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

    def paint_arrow(self, painter: QPainter, theme: Theme, arrow: Arrow) -> None:
        """An arrow that reads over any colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, head = QLineF(arrow.foot, arrow.tip), _head(arrow)
        for colour, width in ((theme.colour("bg"), 4.5), (theme.colour("ink"), 1.8)):
            pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(line)
            painter.setBrush(colour)
            painter.drawPolygon(head)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # -- where things are ------------------------------------------------------------

    def _posed(self, detail: Detail, runner: Runner, percent: float) -> Posed:
        """The figure in the pose of an instant; the coarse ones are kept: a stride comes again."""
        key = (runner, percent)
        if detail is not Detail.COARSE:
            return self._pose(detail, runner, percent)
        if key not in self._kept:
            self._kept[key] = self._pose(detail, runner, percent)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _pose(self, detail: Detail, runner: Runner, percent: float) -> Posed:
        cast = self._cast(detail)
        return Posed(cast, *self._matrices(cast, runner, percent, self._root(runner, percent)))

    def _matrices(
        self, cast: Cast, runner: Runner, percent: float, root: Matrix
    ) -> tuple[list[Matrix], list[Matrix]]:
        near = cast.poser.matrices(runner.posture(cast.near, percent), root)
        return near, cast.far_poser.matrices(runner.posture(cast.far, percent), root)

    def to_pixel(self, x: float, y: float) -> QPointF:
        """The pixel of a point in mm of the figure."""
        placing = self.placing
        return QPointF(placing.x + self._way * x * placing.scale, placing.y + y * placing.scale)

    def still(self, runner: Runner, percent: float) -> Layer:
        """The figure of an instant as a drawing in mm: everything, also what is hidden."""
        cast = self._cast(Detail.EVERYTHING)
        pelvis = runner.pelvis(percent)
        root: Matrix = (self._way, 0.0, 0.0, 1.0, self._way * pelvis.x, pelvis.y)
        return still_layer(cast, *self._matrices(cast, runner, percent, root))

    @property
    def _way(self) -> float:
        """+1 where the figure runs to the right."""
        return -1.0 if self.near is Side.LEFT else 1.0

    def _root(self, runner: Runner, percent: float) -> Matrix:
        pelvis, placing = runner.pelvis(percent), self.placing
        scale = placing.scale
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


def _head(arrow: Arrow) -> QPolygonF:
    """The triangle at the tip."""
    line = QLineF(arrow.tip, arrow.foot)
    long = min(HEAD, 0.7 * line.length())  # a faint force is a small arrow, head and all
    line.setLength(long)
    side = line.normalVector()
    side.setLength(long * 0.42)
    across = side.p2() - side.p1()
    return QPolygonF([arrow.tip, line.p2() + across, line.p2() - across])
