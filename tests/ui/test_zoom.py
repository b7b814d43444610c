"""Zoom and pan: the point under the pointer stays, and everything comes back into view."""

from math import hypot

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.plate_view import PlateView
from anatomy_app.ui.stage import TOOLBAR
from anatomy_app.ui.stage_zoom import MOST, StageZoom
from anatomy_app.ui.theming import SMALL, font
from tests.ui.driving import point_of, select, settle, view_of


def wheel(widget: QWidget, at: QPoint, notches: int) -> None:
    """Turn the wheel over a point of a widget."""
    place, angle = QPointF(at), QPoint(0, 120 * notches)
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    button, far = Qt.MouseButton.NoButton, widget.mapToGlobal(place)
    event = QWheelEvent(place, far, QPoint(), angle, button, none, phase, False)
    QApplication.sendEvent(widget, event)
    settle()


def rest(window: MainWindow) -> None:
    """Wait until the plates are painted at their new size."""
    QTest.qWait(120)
    settle()


def test_the_millimetre_under_the_pointer_stays_there(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    at = point_of(back, "soleus")
    before = back.placing.to_drawing(QPointF(at))
    on_stage = back.mapTo(window.centre.stage, at)
    wheel(back, at, 3)
    after = back.placing.to_drawing(QPointF(back.mapFrom(window.centre.stage, on_stage)))
    assert back.placing.scale > 1.9 * 0.25
    assert hypot(after[0] - before[0], after[1] - before[1]) * back.placing.scale < 1.0
    rest(window)


def test_a_zoomed_muscle_can_be_clicked_where_it_is_seen(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    wheel(back, point_of(back, "soleus"), 4)
    rest(window)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton, pos=point_of(back, "soleus"))
    assert window.session.selection.place.structure == "soleus"


def test_dragging_pans_and_selects_nothing(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    at = point_of(back, "soleus")
    wheel(back, at, 4)
    rest(window)
    x = back.placing.x + back.x()
    start = back.rect().center()
    QTest.mousePress(back, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(back, start + QPoint(12, 0))
    QTest.mouseMove(back, start + QPoint(30, 0))
    QTest.mouseRelease(back, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    settle()
    assert back.placing.x + back.x() != pytest.approx(x)
    assert window.session.selection.place.structure is None
    rest(window)


def test_keys_zoom_in_and_out_and_fit(window: MainWindow) -> None:
    zoom = window.centre.stage.zoom
    window.actions_by_id["zoom_in"].trigger()
    window.actions_by_id["zoom_in"].trigger()
    assert zoom.factor == pytest.approx(1.25**2)
    window.actions_by_id["zoom_out"].trigger()
    assert zoom.factor == pytest.approx(1.25)
    QTest.keyClick(window.centre.stage, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert not zoom.is_zoomed
    rest(window)


def test_a_selected_structure_is_brought_into_view(window: MainWindow) -> None:
    window.session.selection.select(Entity(Kind.MUSCLE, "flexor_hallucis_longus"), Side.RIGHT)
    QTest.keyClick(window.centre.stage, Qt.Key.Key_Z)
    rest(window)
    stage = window.centre.stage
    assert stage.zoom.factor > 1.5
    shown = [
        view
        for view in stage.views
        if view.isVisible() and any(view.paths.of("flexor_hallucis_longus", Side.RIGHT))
    ]
    assert shown


def test_names_stay_while_enlarged(window: MainWindow) -> None:
    """They stand in the margins of the view and point at what is seen of their muscles."""
    window.session.preferences.put("names", "all")
    back = view_of(window, View.BACK)
    wheel(back, point_of(back, "soleus"), 4)
    assert not back._labels, "none while it moves"
    rest(window)
    assert {"soleus", "gastrocnemius_lateral"} <= {label.key for label in back._labels}
    assert "trapezius_upper" not in {label.key for label in back._labels}
    for label in back._labels:
        assert back.rect().contains(label.anchor.toPoint())
        assert back.rect().contains(label.box(QFontMetricsF(font(SMALL))).toRect())
        hit = back.hits(label.anchor)[0]
        assert window.session.library.structure_of_region(hit.structure) == label.key
    window.centre.stage.zoom.fit()
    rest(window)
    assert "trapezius_upper" in {label.key for label in back._labels}


def test_an_enlarged_plate_is_painted_anew(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    assert isinstance(back, PlateView)
    wheel(back, point_of(back, "soleus"), 3)
    assert back.picture.is_stretched, "the wheel is followed by the old plate, stretched"
    rest(window)
    assert not back.picture.is_stretched


@pytest.mark.parametrize("factor", [0.01, 1000.0])
def test_the_zoom_has_ends(factor: float) -> None:
    zoom = StageZoom()
    zoom.resized(QSizeF(700, 480))
    zoom.zoom(QPointF(350, 240), factor)
    assert 1.0 <= zoom.factor <= MOST


def test_the_stage_never_shows_its_outside() -> None:
    zoom = StageZoom()
    zoom.resized(QSizeF(700, 480))
    zoom.zoom(QPointF(100, 100), 4.0)
    for by in (QPointF(9000, 9000), QPointF(-9000, -9000)):
        zoom.pan(by)
        left, top, right, bottom = zoom.viewport.box_to_pixel((0, 0, 700, 480))
        assert left <= 1e-6
        assert top <= 1e-6
        assert right >= 700 - 1e-6
        assert bottom >= 480 - 1e-6


def test_a_deep_muscle_is_brought_into_view_as_a_whole(window: MainWindow) -> None:
    select(window, "psoas_major")
    window.actions_by_id["show_selected"].trigger()
    settle()
    front, stage = view_of(window, View.FRONT), window.centre.stage
    boxes = [
        region.box
        for number in range(1, 5)
        for region in window.session.library.layer(View.FRONT, number).regions
        if region.structure == "psoas_major"
    ]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    placing = front.placing
    seen = [front.y() + placing.y + y * placing.scale for y in (top, bottom)]
    assert all(0 <= y <= stage.height() - TOOLBAR for y in seen)


def test_a_view_that_is_opened_later_does_not_cover_the_button(window: MainWindow) -> None:
    stage = window.centre.stage
    stage.toggle_view(View.MEDIAL, True)
    settle()
    opened = view_of(window, View.MEDIAL)
    opened.setGeometry(stage.rect())
    stage.whole.show()
    assert stage.childAt(stage.whole.geometry().center()) is stage.whole
