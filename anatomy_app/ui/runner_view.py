"""The runner: the measured figure in the pose of the instant.

While the stride moves it is painted plainly at once; when it comes to rest, with fibres and fine
lines, and then it can be pointed at.
"""

import logging
from collections.abc import Collection, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import Layer, Outline, Side, View
from anatomy_app.model.regions import HitMap
from anatomy_app.paint.look import ColourMode, Snapshot
from anatomy_app.paint.plate import LayerPaths, Placing, blank
from anatomy_app.paint.selection import DASHED, DASHES, HALO, HOVER, OUTLINE, outline_pen
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font

if TYPE_CHECKING:
    from anatomy_app.model.running import Runner
    from anatomy_app.paint.runner_scene import RunnerScene

NOTHING = Layer(View.RUNNER, 1, (0.0, 0.0, 0.0, 0.0), Outline(()), ())  # while it moves
REST_MS = 120  # after the last move the rich picture is painted
MARGIN, CORNER = 24.0, 6.0  # pixels around the words in the corner before the face
SETTINGS = frozenset({"near", "trail", "force"})


class RunnerView(BodyView):
    """The running figure. It stays empty until `complete`: the plates come first."""

    rested = Signal()  # the figure stands still and can be named

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, View.RUNNER, parent)
        self._scene: RunnerScene | None = None
        self._ready = False
        self._broken = ""
        self._rich: tuple[object, QImage] | None = None
        self._still: tuple[object, LayerPaths, HitMap] | None = None
        self._nothing = LayerPaths(NOTHING)
        self._later = QTimer(self, singleShot=True, interval=REST_MS)
        self._later.setObjectName("runner")
        self._later.timeout.connect(self.crisp)
        session.preferences.changed.connect(self._preference_changed)
        session.clock.moved.connect(self._moved)
        session.clock.stride_changed.connect(self._moved)
        session.clock.playing_changed.connect(self._playing_changed)

    def complete(self) -> None:
        """The plates are painted: the figure may be loaded."""
        self._ready = True
        super().complete()
        self.update()

    def warm_up(self) -> Iterator[bool]:
        """Pose the figure at the whole percents, where the steps of the stride will stand."""
        if self._ready and not self.isHidden() and not self._is_broken():
            for percent in range(0, 100, 4):
                for each in range(percent, percent + 4):
                    self._scene_here().prepare(self._runner, float(each))
                yield True

    def _is_broken(self) -> bool:
        """Whether the drawing cannot be read; it says so in its place, the rest goes on."""
        if self._scene is None and not self._broken:
            from anatomy_app.content.rig_file import RigError

            try:
                _ = self._session.library.rig
            except RigError as error:
                logging.getLogger(__name__).error("%s", error)
                self._broken = self.tr("The runner cannot be drawn:\ninstall the program again.")
        return bool(self._broken)

    # -- what is shown ---------------------------------------------------------------

    @property
    def layer(self) -> int:
        """The layer shown."""
        return min(self._session.peeling.layer, self._session.library.layers(View.RUNNER))

    @property
    def near(self) -> Side:
        """The side towards the viewer."""
        return Side(self._session.preferences.text("near"))

    @property
    def paths(self) -> LayerPaths:
        """The figure at rest as a drawing; nothing while it moves."""
        return self._rest()[1] if self._rests else self._nothing

    @property
    def hit_map(self) -> HitMap:
        """What lies where on the figure at rest; nothing while it moves."""
        return self._rest()[2] if self._rests else HitMap.of(())

    @property
    def _rests(self) -> bool:
        return self._rich is not None and self._rich[0] == self._key()

    def sides(self) -> tuple[Side, ...]:
        """Both legs are drawn."""
        return (self.near, Side.LEFT if self.near is Side.RIGHT else Side.RIGHT)

    def layer_changed(self) -> None:
        """Another layer of the body is to be shown."""
        self._scene = None
        super().layer_changed()

    def crisp(self) -> None:
        """The stride has come to rest: the rich picture, and what can be pointed at."""
        self._later.stop()
        if not self._ready or self._broken or self._session.clock.playing:
            return
        if not self._rests:
            image = blank(self._placing, Qt.GlobalColor.transparent)
            painter = QPainter(image)
            self._scene_here().paint(
                painter, self._session.snapshot(), self._runner, self._percent, rich=True
            )
            self._paint_glyphs(painter)
            painter.end()
            self._rich = self._key(), image
            self._lay_buttons()
            self.rested.emit()
        self.update()

    def _replace(self, placing: Placing, *, stretched: bool = False) -> None:
        self._scene = self._scene and self._scene.moved(placing)
        super()._replace(placing, stretched=stretched)

    # -- painting ----------------------------------------------------------------------

    def paint_body(self, painter: QPainter) -> None:
        """Ground, ghosts, the figure, the force, selection and names."""
        if not self._ready:
            return
        if self._is_broken():
            painter.setPen(self._session.theme.colour("ink2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._broken)
            return
        scene, snapshot, preferences = (
            self._scene_here(), self._session.snapshot(), self._session.preferences
        )  # fmt: skip
        scene.paint_ground(painter, snapshot.theme, self._runner, self._percent)
        if preferences.flag("trail"):
            scene.paint_ghosts(painter, snapshot.theme, self._runner, self._percent)
        self._paint_figure(painter, snapshot)
        if snapshot.isolated:
            scene.paint_alone(painter, snapshot, self._runner, self._percent)
        self._paint_signs(painter, snapshot)
        if preferences.flag("force"):
            self._paint_force(painter)
        if self._rests:
            from anatomy_app.paint.labels import paint_labels

            painter.setFont(font(SMALL))
            paint_labels(painter, self._labels, snapshot.theme)
            self.paint_pointer(painter)

    def _paint_figure(self, painter: QPainter, snapshot: Snapshot) -> None:
        if self._rich is not None and self._rests:
            painter.drawImage(0, 0, self._rich[1])
            return
        self._scene_here().paint(painter, snapshot, self._runner, self._percent, rich=False)
        if not self._session.clock.playing:
            self._later.start()

    def _paint_glyphs(self, painter: QPainter) -> None:
        """The signs of what a setting changes; what a muscle does changes while it moves."""
        from anatomy_app.paint.glyphs import open_spots, paint_glyphs

        snapshot = self._session.snapshot()
        if snapshot.mode is ColourMode.SETTING:
            _, paths, hit_map = self._rest()
            paint_glyphs(painter, snapshot, open_spots(paths, hit_map, self._placing))

    def _paint_signs(self, painter: QPainter, snapshot: Snapshot) -> None:
        """Outlines of what is selected, hovered, and would be selected next."""
        theme = snapshot.theme
        halo, accent, ink = (theme.colour(role) for role in ("bg", "accent", "ink"))
        seen, hidden = self._outlines(snapshot.selected)
        for path in hidden:
            painter.strokePath(path, outline_pen(accent, DASHED, DASHES))
        for colour, width in ((halo, HALO), (accent, OUTLINE)):
            for path in seen:
                painter.strokePath(path, outline_pen(colour, width))
        for key, dashes in ((snapshot.hovered, ()), (snapshot.previewed, DASHES)):
            for path in chain(*self._outlines({key} if key else ())):
                painter.strokePath(path, outline_pen(ink, HOVER, dashes))

    def _outlines(
        self, keys: Collection[tuple[str, Side | None]]
    ) -> tuple[list[QPainterPath], list[QPainterPath]]:
        if not keys:
            return [], []
        return self._scene_here().outlines(self._runner, self._percent, keys)

    def _paint_force(self, painter: QPainter) -> None:
        """The force of the ground as an arrow, and its size in words in the free corner."""
        from anatomy_app.paint.force import paint_arrow
        from anatomy_app.paint.written import width, write

        theme, arrows = self._session.theme, self._scene_here().arrows(self._runner, self._percent)
        for arrow in arrows:
            paint_arrow(painter, theme, arrow)
        if arrows:
            size = " + ".join(f"{arrow.body_weights:.1f}" for arrow in arrows)
            text = self.tr("Ground force {0} × body weight").format(size)
            if width(text, font(SMALL)) > self.width() - self.inset - 2 * MARGIN:
                text = self.tr("Force {0} × body weight").format(size)
            painter.setPen(theme.colour("ink2"))
            box = QRectF(MARGIN, CORNER, self.width() - 2 * MARGIN, font(SMALL).pixelSize() + 3)
            write(painter, font(SMALL), box, text, right=True)

    # -- the instant -------------------------------------------------------------------

    @property
    def _runner(self) -> "Runner":
        return self._session.library.runner(self._session.clock.stride)

    @property
    def _percent(self) -> float:
        return self._session.clock.percent

    def _scene_here(self) -> "RunnerScene":
        if self._scene is None or self._scene.near is not self.near:
            from anatomy_app.paint.runner_scene import RunnerScene

            rig = self._session.library.rig
            self._scene = RunnerScene(rig, self._placing, self.layer, self.near)
        return self._scene

    def _key(self) -> object:
        """What decides the rich picture."""
        snapshot = self._session.snapshot()
        return (
            self._placing, self.layer, self.near, self._runner, self._percent,
            snapshot.theme.name, snapshot.see_through, snapshot.mode, snapshot.colours,
        )  # fmt: skip

    def _rest(self) -> tuple[object, LayerPaths, HitMap]:
        key = (self._placing.scale, self.layer, self.near, self._runner, self._percent)
        if self._still is None or self._still[0] != key:
            layer = self._scene_here().still(self._runner, self._percent)
            self._still = key, LayerPaths(layer), HitMap.of((layer,))
        return self._still

    def _moved(self, *_: object) -> None:
        if not self.isHidden():
            self.update()

    def _playing_changed(self, playing: bool) -> None:
        if playing:
            self._later.stop()
        self.update()

    def _preference_changed(self, key: str) -> None:
        if key in SETTINGS:
            self._spot = None
            self.update()
