"""Whatever came before, the plates look as if they were painted for the first time."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.paint.timeline import STRIPS
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.stage import Stage
from tests.ui.driving import picture, select, settle

Act = Callable[[], object]

CHOICES = {
    "theme": ("light", "dark", "contrast"),
    "colour": ("activity", "contraction", "group", "anatomy"),
    "layer": (1, 2, 3, 4),
    "names": ("off", "active", "selected", "group", "all"),
    "see_through": (True, False),
    "ghosts": (True, False),
    "measured_only": (True, False),
    "motion": ("system", "reduced"),
    "views": ("auto", "front", "back,side", "side,medial,sole"),
}
STRUCTURES = ("soleus", "tibialis_posterior", "calf", "iliotibial_band", "psoas_major", "gracilis")
SIZES = ((1280, 800), (1100, 700), (960, 600), (1500, 900))


class Storm:
    """Seeded things that may happen to a window, one after the other."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._random = window, random.Random(seed)

    def blow(self, times: int) -> None:
        """Let so many things happen; in between something is painted, or nothing."""
        for _ in range(times):
            self._random.choice(tuple(self._acts()))()
            if self._random.random() < 0.5:
                QApplication.processEvents()

    def calm_down(self) -> None:
        """Settings and selections change while the plates stay where they are, each painted."""
        self._window.session.preferences.put("layer", self._random.choice((1, 1, 2, 3)))
        acts = [self._select, self._hover, self._move_on, self._isolate]
        acts += [partial(self._set, key) for key in CHOICES if key not in ("views", "layer")]
        self._random.shuffle(acts)
        for act in acts:
            act()
            self._window.centre.stage.rest()
            QApplication.processEvents()

    def _acts(self) -> Iterator[Act]:
        yield from (self._set, self._set, self._set)
        yield from (self._zoom, self._pan, self._window.centre.stage.zoom.fit, self._resize)
        yield from (self._select, self._seek, self._isolate, self._paint_for_another_screen)
        yield from (self._peel_by_hand, self._move_on, self._hover)

    def _set(self, key: str = "") -> None:
        key = key or self._random.choice(tuple(CHOICES))
        self._window.session.preferences.put(key, self._random.choice(CHOICES[key]))

    def _zoom(self) -> None:
        at = QPointF(self._random.randrange(600), self._random.randrange(400))
        self._window.centre.stage.zoom.zoom(at, self._random.choice((0.5, 0.8, 1.25, 2.0, 4.0)))

    def _pan(self) -> None:
        by = QPointF(self._random.randrange(-200, 200), self._random.randrange(-200, 200))
        self._window.centre.stage.zoom.pan(by)

    def _resize(self) -> None:
        self._window.resize(*self._random.choice(SIZES))

    def _select(self) -> None:
        entity = Entity(Kind.MUSCLE, self._random.choice(STRUCTURES))
        side = self._random.choice((Side.RIGHT, Side.LEFT, None))
        sought = self._random.random() < 0.5
        self._window.session.selection.select(entity, side, sought=sought)

    def _seek(self) -> None:
        name = self._random.choice(("show_foot", "show_leg", "show_selected", "show_hip"))
        self._window.actions_by_id[name].trigger()

    def _isolate(self) -> None:
        name = self._random.choice(("isolate", "isolate_compartment", "drill"))
        self._window.actions_by_id[name].trigger()

    def _paint_for_another_screen(self) -> None:
        view = self._random.choice(self._window.centre.stage.views)
        painted(view, self._random.choice((1.0, 1.5, 2.0)))

    def _peel_by_hand(self) -> None:
        peeling = self._window.session.peeling
        peeling.hold(self._random.uniform(1, 4))
        if self._random.random() < 0.5:
            QApplication.processEvents()
        peeling.let_go()

    def _move_on(self) -> None:
        self._window.session.clock.go_to(self._random.randrange(100))

    def _hover(self) -> None:
        entity = self._random.choice((None, Entity(Kind.MUSCLE, "soleus")))
        self._window.session.selection.hover(entity, Side.RIGHT)
        self._window.session.selection.preview(entity, Side.LEFT)


def painted(view: BodyView, ratio: float) -> QImage:
    """A view as it looks on a screen with so many pixels for each of its own."""
    size = view.size() * ratio
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    if not view.size().isEmpty():  # enlarged, it may lie out of view
        view.render(image)
    return image


@contextmanager
def fresh(window: MainWindow) -> Iterator[Stage]:
    """A stage that was never anything else, in the state of the window's."""
    shown, stage = window.centre.stage, Stage(window.session)
    stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    stage.resize(shown.size())
    stage.complete()
    stage.show()
    stage.zoom._move(shown.zoom.viewport)
    try:
        yield stage
    finally:
        stage.close()
        stage.deleteLater()
        settle()


def same_as_fresh(window: MainWindow, ratio: float) -> None:
    """Every view of the window looks like one that is painted for the first time."""
    window.centre.stage.rest()
    settle()
    with fresh(window) as stage:
        stage.rest()
        pairs = list(zip(window.centre.stage.views, stage.views, strict=True))
        for worn, new in pairs:
            assert (worn.view, worn.placing) == (new.view, new.placing)
            for view in (worn, new):
                painted(view, ratio)  # the first picture of a size may leave something out
                view.crisp()
            if worn.isVisible():
                assert painted(worn, ratio) == painted(new, ratio), worn.view


@pytest.mark.parametrize("seed", range(6))
def test_after_a_storm_every_plate_looks_as_if_painted_anew(window: MainWindow, seed: int) -> None:
    storm = Storm(window, seed)
    for ratio in (1.0, 2.0):
        storm.blow(20)
        storm.calm_down()
        same_as_fresh(window, ratio)


def test_another_figure_leaves_nothing_of_the_one_before(window: MainWindow) -> None:
    preferences = window.session.preferences
    for figure in ("female", "male"):
        window.centre.stage.zoom.zoom(QPointF(200, 100), 2.0)
        preferences.put("figure", figure)
        same_as_fresh(window, 1.0)


def test_a_view_is_as_fine_as_the_screen_that_it_is_painted_for(window: MainWindow) -> None:
    """Moved to a screen with twice the pixels, a plate is not the old one enlarged."""
    back = next(view for view in window.centre.stage.views if view.view is View.BACK)
    window.centre.stage.rest()
    coarse = painted(back, 1.0)
    painted(back, 2.0)
    back.crisp()
    fine = painted(back, 2.0)
    assert fine.size() == coarse.size() * 2
    assert fine != coarse.scaled(fine.size())
    assert fine.scaled(coarse.size()) != coarse


def test_the_strips_look_as_if_they_were_painted_for_the_first_time(window: MainWindow) -> None:
    timeline = window.centre.timeline
    for structure in ("soleus", "gastrocnemius", "tibialis_anterior", "piriformis", "soleus"):
        select(window, structure)
        settle()
        before = picture(timeline)
        timeline.rows_changed()
        settle()
        assert picture(timeline) == before, structure


def test_a_selection_repaints_only_the_rows_that_show_it(window: MainWindow) -> None:
    timeline, painted = window.centre.timeline, Painted()
    select(window, "soleus")
    settle()
    timeline.installEventFilter(painted)
    select(window, "tibialis_anterior")
    settle()
    bars = QRect(0, 0, timeline.width(), round(STRIPS) - 4)
    assert not painted.region.isEmpty()
    assert not painted.region.intersects(bars)


def test_a_setting_of_the_body_does_not_repaint_the_timeline(window: MainWindow) -> None:
    timeline, painted = window.centre.timeline, Painted()
    settle()
    timeline.installEventFilter(painted)
    for key, value in (("ghosts", False), ("layer", 2), ("views", "front"), ("near", "left")):
        window.session.preferences.put(key, value)
        settle()
    assert painted.region.isEmpty()


class Painted(QObject):
    """Notes where a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's own name)
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False
