"""Choosing gait and speed: what the timeline, the body and the panel then say."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.gait import Gait, SpeedBasis
from anatomy_app.paint.look import NO_DATA
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.timeline_scene import make_scene
from tests.ui.driving import go_to, panel_text, picture, press, select, settle, view_of


def choose(combo: QComboBox, words: str) -> None:
    """Choose an entry as a click in its list does."""
    index = combo.findText(words)
    assert index >= 0, [combo.itemText(i) for i in range(combo.count())]
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    settle()


def bar_words(window: MainWindow) -> list[str]:
    scene = make_scene(window.session)
    return [text for bar in (*scene.right, *scene.left) for text in bar.texts]


def test_running_has_two_floats_with_words(window: MainWindow) -> None:
    scene = make_scene(window.session)
    assert len(scene.floats) == 2
    assert "both feet off the ground" in bar_words(window)
    go_to(window, scene.floats[0][0] + 1)
    assert "both feet off the ground" in panel_text(window)


def test_walking_never_leaves_the_ground(window: MainWindow) -> None:
    gutter, session = window.centre.timeline.gutter, window.session
    choose(gutter.gait, "Walking")
    assert session.clock.stride.gait is Gait.WALKING
    scene = make_scene(session)
    assert scene.floats == ()
    assert not any(
        "off" in text or "float" in text for text in bar_words(window) if text != "Push-off"
    )
    both = next(p / 2 for p in range(200) if session.clock.stride.double_support(p / 2))
    go_to(window, both)
    assert "both feet on the ground" in panel_text(window)
    for percent in range(0, 100, 5):
        go_to(window, percent)
        assert "off the ground" not in panel_text(window).splitlines()[0]


def test_walking_puts_no_contraction_into_its_mouth(window: MainWindow) -> None:
    """The table of stages describes running, and the panel says so."""
    select(window, "soleus")
    choose(window.centre.timeline.gutter.gait, "Walking")
    assert "In distance running:" in panel_text(window)
    name = window.centre.panel.structure.now.accessibleName()
    assert not any(word in name for word in ("eccentric", "isometric", "concentric"))


def test_in_a_sprint_nobody_measured_the_muscles(window: MainWindow) -> None:
    select(window, "soleus")
    choose(window.centre.timeline.gutter.gait, "Sprinting")
    session = window.session
    snapshot = session.snapshot()
    back = view_of(window, View.BACK)
    muscles = [r for r in back.paths.layer.regions if r.tissue == "muscle"]
    assert muscles
    assert all(snapshot.colour(r.structure, r.side) == NO_DATA for r in muscles)
    assert all(session.value(each) is None for each in session.structures)
    assert all(not strip.values for strip in make_scene(session).strips)
    assert "no data" in window.centre.panel.structure.curve.accessibleDescription()
    assert "0 %" not in window.centre.panel.structure.curve.accessibleDescription()
    text = panel_text(window).lower()
    assert "no data" in text or "no measurement" in text or "nobody" in text


def test_no_data_is_hatched_on_the_body(window: MainWindow) -> None:
    """Two tones alternate where there is no data."""
    choose(window.centre.timeline.gutter.gait, "Sprinting")
    back = view_of(window, View.BACK)
    from tests.ui.driving import point_of

    at = point_of(back, "gluteus_maximus")
    image = picture(back)
    tones = {image.pixelColor(at + QPoint(dx, 0)).lightness() for dx in range(-9, 10)}
    assert max(tones) - min(tones) > 20


def test_nothing_is_called_most_active_in_a_sprint(window: MainWindow) -> None:
    choose(window.centre.timeline.gutter.gait, "Sprinting")
    assert "Most active" not in panel_text(window)
    assert all(row.isHidden() for row in window.centre.panel.instant.rows)
    choose(window.centre.timeline.gutter.gait, "Running")
    assert "Most active" in panel_text(window)


@pytest.mark.parametrize(
    ("words", "basis"), [("2.5 m/s", SpeedBasis.MEASURED), ("2.6 m/s", SpeedBasis.INTERPOLATED)]
)
def test_how_a_speed_is_known(window: MainWindow, words: str, basis: SpeedBasis) -> None:
    gutter, session = window.centre.timeline.gutter, window.session
    choose(gutter.speed, "4.0 m/s")
    choose(gutter.speed, words)
    assert session.clock.stride.basis is basis
    assert gutter.speed.currentText() == words
    assert gutter.speed.accessibleDescription() == basis.value
    hint = gutter.speed.itemData(gutter.speed.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert hint == basis.value
    assert basis.value in panel_text(window).lower()


def test_the_speeds_of_running_go_from_2_to_5(window: MainWindow) -> None:
    speed = window.centre.timeline.gutter.speed
    assert speed.itemText(0) == "2.0 m/s"
    assert speed.itemText(speed.count() - 1) == "5.0 m/s"
    for index in range(0, speed.count(), 6):
        choose(speed, speed.itemText(index))
        assert window.session.clock.stride.speed == pytest.approx(float(speed.itemText(index)[:3]))


def test_a_gait_brings_its_own_speed(window: MainWindow) -> None:
    gutter, clock = window.centre.timeline.gutter, window.session.clock
    choose(gutter.speed, "4.5 m/s")
    for words in ("Walking", "Sprinting", "Running"):
        choose(gutter.gait, words)
        assert gutter.gait.currentText() == words
        assert gutter.speed.currentData() == clock.stride.speed
    assert clock.stride.speed == 3.0


def test_the_position_stays_when_the_gait_changes(window: MainWindow) -> None:
    go_to(window, 37)
    choose(window.centre.timeline.gutter.gait, "Walking")
    assert window.session.clock.percent == 37
    assert window.centre.timeline.slider.value() == 37


def test_the_flag_tells_the_seconds_of_the_stride(window: MainWindow) -> None:
    go_to(window, 50)
    clock, timeline = window.session.clock, window.centre.timeline
    assert timeline.flag() == f"50 % · {clock.stride.stride_time / 2:.2f} s"
    choose(timeline.gutter.speed, "5.0 m/s")
    assert timeline.flag() == f"50 % · {clock.stride.stride_time / 2:.2f} s"


def test_the_keyboard_chooses_a_gait(window: MainWindow) -> None:
    gait = window.centre.timeline.gutter.gait
    gait.setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.session.clock.stride.gait is Gait.WALKING
    press(window, Qt.Key.Key_Up)
    assert window.session.clock.stride.gait is Gait.RUNNING


def test_stages_are_re_timed_with_the_speed(window: MainWindow) -> None:
    gutter, clock = window.centre.timeline.gutter, window.session.clock
    choose(gutter.speed, "2.0 m/s")
    slow = clock.stride.toe_off
    choose(gutter.speed, "5.0 m/s")
    assert clock.stride.toe_off < slow
    assert make_scene(window.session).floats[0][0] == clock.stride.toe_off
    assert clock.stride.period_at(Side.RIGHT, slow - 0.5) == "swing"
