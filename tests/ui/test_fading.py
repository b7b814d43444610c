"""Peeling fades from layer to layer, follows the slider in the hand, and then stands still."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from anatomy_app.model.drawing import View
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.motion import LONGEST_MS
from tests.ui.driving import LEFT, NO_KEYS, _move, picture, point_of, settle, view_of

ROUNDING = 4  # of 255: a picture mixed from two transparent ones is rounded more often


def bare(window: MainWindow) -> None:
    """Nothing over the plates; movements as the system wishes, which here wants them."""
    window.session.preferences.put("names", "off")
    window.session.preferences.put("motion", "system")
    settle()


def furthest(one: QImage, other: QImage) -> int:
    """The largest difference of a channel of a pixel."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def seen(window: MainWindow, at: QPoint) -> QColor:
    """The colour of a point of the back now."""
    return picture(view_of(window, View.BACK)).pixelColor(at)


def held(window: MainWindow, layer: int) -> None:
    """Another layer, standing still at the beginning of its fade."""
    window.session.preferences.put("layer", layer)
    window.centre.stage.fade.stop()


def test_a_layer_fades_into_the_next(window: MainWindow) -> None:
    bare(window)
    back, peeling = view_of(window, View.BACK), window.session.peeling
    at = point_of(back, "gluteus_maximus")
    first = picture(back)
    held(window, 3)
    assert furthest(picture(back), first) <= ROUNDING
    peeling.fade(0.5)
    middle = seen(window, at)
    peeling.fade(1.0)
    last = seen(window, at)
    for channel in (QColor.red, QColor.green, QColor.blue):
        between = (channel(first.pixelColor(at)) + channel(last)) / 2
        assert abs(channel(middle) - between) <= 2
    assert first.pixelColor(at) != last


def test_the_end_of_a_fade_is_the_layer_itself(window: MainWindow) -> None:
    bare(window)
    back = view_of(window, View.BACK)
    held(window, 2)
    picture(back)
    window.session.peeling.fade(1.0)
    faded = picture(back)
    window.session.preferences.put("motion", "reduced")
    window.session.preferences.put("layer", 1)
    window.session.preferences.put("layer", 2)
    assert picture(back) == faded


def test_a_fade_is_short_and_leaves_no_timer(window: MainWindow) -> None:
    bare(window)
    fade = window.centre.stage.fade
    window.session.preferences.put("layer", 2)
    assert fade.is_running
    fade.advance(LONGEST_MS / 1000)
    assert LONGEST_MS <= 150
    assert not fade.is_running
    assert window.session.peeling.weight == 0


def test_with_reduced_motion_nothing_fades(window: MainWindow) -> None:
    window.session.preferences.put("layer", 2)
    assert not window.centre.stage.fade.is_running
    assert window.session.peeling.weight == 0


def test_the_body_follows_the_slider_between_two_stops(window: MainWindow) -> None:
    bare(window)
    slider, back = window.centre.stage.toolbar.layer, view_of(window, View.BACK)
    at = point_of(back, "gluteus_maximus")
    surface = seen(window, at)
    stops = [QPoint(10 + round(i * (slider.width() - 20) / 3), 16) for i in range(4)]
    between = (stops[0] + stops[1]) / 2 - QPoint(2, 0)
    QTest.mousePress(slider, LEFT, NO_KEYS, stops[0])
    _move(slider, between)
    assert window.session.preferences.number("layer") == 1
    half = seen(window, at)
    _move(slider, stops[1])
    assert window.session.preferences.number("layer") == 2
    below = seen(window, at)
    assert len({colour.rgb() for colour in (surface, half, below)}) == 3
    QTest.mouseRelease(slider, LEFT, NO_KEYS, stops[1])
    window.centre.stage.fade.finish()
    assert seen(window, at) == below
