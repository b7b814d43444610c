"""The runner in a picture: posed at every instant, framed as for its whole stride."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from anatomy_app.cli.bodies import Name, on_top, paint_alone
from anatomy_app.content.library import Library
from anatomy_app.model.casting import Cast
from anatomy_app.model.drawing import Layer, Side, Tissue, View
from anatomy_app.model.gait import Stride
from anatomy_app.model.regions import HitMap
from anatomy_app.model.rig import LEVELS
from anatomy_app.paint.force import paint_arrow
from anatomy_app.paint.glyphs import open_spots, paint_glyphs
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.naming import Spot, spots
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.paint.runner_scene import GHOSTS, RunnerScene
from anatomy_app.paint.selection import paint_outlines

STEP = 5  # percent between the poses of which the frame is made
COARSE, FAIR = 0.1, 0.35  # pixels per millimetre: to measure a frame, and to find places of names
BELOW = 24.0  # mm for the marks of the ground


@dataclass(frozen=True, slots=True)
class RunnerWish:
    """How the runner is shown: the side towards the viewer, ghosts, the force of the ground."""

    near: Side = Side.RIGHT
    trail: bool = False
    force: bool = True


class RunnerBody:
    """The runner in one stride. Without a layer the first that shows what is sought."""

    def __init__(
        self,
        library: Library,
        stride: Stride,
        layer: int | None,
        sought: frozenset[str],
        wish: RunnerWish,
    ) -> None:
        self.runner, self.wish = library.runner(stride), wish
        self._rig = library.rig
        numbers = range(1, library.layers(View.RUNNER) + 1)
        showing = (n for n in numbers if sought & self._seen(n))
        self.number = layer or next(showing, 1)
        self._numbers = numbers
        self._scene: RunnerScene | None = None

    def tissues(self) -> frozenset[tuple[str, Tissue]]:
        """What is drawn in the layer."""
        cast = Cast(self._rig, LEVELS - 1, self.number, self.wish.near)
        return frozenset(
            (piece.shape.structure, piece.shape.tissue)
            for piece in cast.pieces
            if not piece.shape.role
        )

    def everything(self) -> frozenset[str]:
        """The structures that some layer shows."""
        return frozenset().union(*map(self._seen, self._numbers))

    def figure(self, snapshot: Snapshot, percent: float) -> "RunnerFigure":
        """The runner in the pose of the instant."""
        return RunnerFigure(self, snapshot, percent)

    def forces(self, percent: float) -> tuple[float, ...]:
        """The size of each arrow in body weights."""
        arrows = self._fair.arrows(self.runner, percent)
        return tuple(arrow.body_weights for arrow in arrows)

    def spots(self, percent: float, name: Name) -> tuple[Spot, ...]:
        """Where the names point: on the near side; on the far one what is seen there only."""
        layer = self.still(percent)
        seen = on_top(HitMap.of((layer,)), layer.number)
        found = spots(_of(layer, self.wish.near), name, seen)
        named = {spot.name for spot in found}

        def rest(structure: str) -> str | None:
            called = name(structure)
            return None if called in named else called

        found = (*found, *spots(_of(layer, *Side), rest, seen))
        middle = sorted(spot.x for spot in found)[len(found) // 2] if found else 0.0
        return tuple(replace(spot, on_left=spot.x < middle) for spot in found)

    def still(self, percent: float) -> Layer:
        """The figure of an instant as a drawing in millimetres."""
        return self._fair.still(self.runner, percent)

    def scene(self, placing: Placing) -> RunnerScene:
        """The figure at a size, its hip above the origin; the last one is kept."""
        at_origin = replace(placing, x=0.0, y=0.0, ratio=placing.unit)
        if self._scene is None or self._scene.placing != at_origin:
            self._scene = self._made(at_origin, vector=True)
        return self._scene

    @cached_property
    def box(self) -> QRectF:
        """The room that the whole stride needs, in millimetres."""
        scene, box = self._made(Placing(COARSE, 0, 0, 1, 1)), QRectF()
        for percent in range(0, 100, STEP):
            box = box.united(scene.silhouette(self.runner, float(percent)).boundingRect())
        left, right = box.left() / COARSE, box.right() / COARSE
        behind = max(ago for ago, _ in GHOSTS) / 100 * self.runner.scroll * self.wish.trail
        if self.wish.near is Side.LEFT:
            right += behind
        else:
            left -= behind
        return QRectF(left, box.top() / COARSE, right - left, BELOW - box.top() / COARSE)

    @cached_property
    def _fair(self) -> RunnerScene:
        return self._made(Placing(FAIR, 0, 0, 1, 1))

    def _made(self, placing: Placing, *, vector: bool = False) -> RunnerScene:
        return RunnerScene(self._rig, placing, self.number, self.wish.near, vector=vector)

    def _seen(self, number: int) -> frozenset[str]:
        """The structures that a layer shows in some pose."""
        return frozenset(
            shape.structure
            for shape in self._rig.shapes
            if not shape.role and (number in shape.near or number in shape.far)
        )


@dataclass(frozen=True)
class RunnerFigure:
    """The runner at an instant."""

    body: RunnerBody
    snapshot: Snapshot
    percent: float

    @property
    def box(self) -> QRectF:
        """The room that the whole stride needs: the camera runs along and keeps its distance."""
        return self.body.box

    def paint(self, painter: QPainter, placing: Placing, edges: tuple[float, float]) -> None:
        """Ground, ghosts, the figure, its signs, the force."""
        scene, runner, theme = self.body.scene(placing), self.body.runner, self.snapshot.theme
        painter.save()
        painter.translate(placing.x, placing.y)
        inside = edges[0] - placing.x, edges[1] - placing.x
        scene.paint_ground(painter, theme, runner, self.percent, inside)
        if self.body.wish.trail:
            scene.paint_ghosts(painter, theme, runner, self.percent)
        scene.paint(painter, self.snapshot, runner, self.percent, rich=True)
        self._paint_signs(painter, scene)
        for arrow in scene.arrows(runner, self.percent) if self.body.wish.force else ():
            paint_arrow(painter, theme, arrow)
        painter.restore()

    def _paint_signs(self, painter: QPainter, scene: RunnerScene) -> None:
        snapshot, runner = self.snapshot, self.body.runner
        if snapshot.glyphs:
            layer = self.body.still(self.percent)
            spots = open_spots(LayerPaths(layer), HitMap.of((layer,)), scene.placing)
            paint_glyphs(painter, snapshot, spots)
        for structure in sorted(snapshot.isolated):
            key = structure, self.body.wish.near
            for path in chain.from_iterable(scene.outlines(runner, self.percent, {key})):
                paint_alone(painter, path, snapshot, key)
        if snapshot.selected:
            seen, hidden = scene.outlines(runner, self.percent, snapshot.selected)
            paint_outlines(painter, seen, hidden, snapshot.theme)


def _of(layer: Layer, *sides: Side) -> LayerPaths:
    """The regions of some sides."""
    return LayerPaths(replace(layer, regions=tuple(r for r in layer.regions if r.side in sides)))
