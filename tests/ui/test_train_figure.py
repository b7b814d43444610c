"""What moves in Train: the large figure and the card under the pointer, by one timer, if seen."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.train_view import TrainView
from tests.ui.driving import ALT, leave, picture, point_at, press
from tests.ui.training import Key, card, shown, train


def moving(window: MainWindow, page: str = "exercise:single_leg_calf_raise") -> TrainView:
    """Train with movement allowed."""
    window.session.preferences.put("motion", "system")
    return train(window, "muscle:soleus", page=page)


def runs(window: MainWindow) -> bool:
    timers = [t for t in window.findChildren(QTimer) if t.objectName() == "train player"]
    return any(timer.isActive() for timer in timers)


def test_the_figure_plays_by_itself_and_stops_with_the_pause(window: MainWindow) -> None:
    opened = moving(window)
    player, figure = opened.middle.player, opened.middle.detail.moving
    assert player.page.playing
    assert runs(window)
    before = picture(figure.figure)
    player.advance(player.page.duration / 2 - player.page.seconds)
    assert picture(figure.figure) != before
    figure.play.click()
    assert not runs(window)
    assert figure.play.accessibleName() == "Play"
    opened.middle.setFocus()
    press(window, Key.Key_Space)
    assert runs(window)
    press(window, Key.Key_Space)


def test_it_goes_round_and_the_scrubber_follows(window: MainWindow) -> None:
    opened = moving(window)
    clock, scrubber = opened.middle.player.page, opened.middle.detail.moving.scrubber
    clock.pause()
    clock.go_to(0)
    clock.advance(clock.duration * 1.25)
    assert scrubber.value() == 25
    scrubber.setFocus()
    press(window, Key.Key_Right)
    assert scrubber.value() == 26
    assert round(clock.seconds / clock.duration, 2) == 0.26
    assert not clock.playing


def test_nothing_runs_while_nobody_sees_it(window: MainWindow) -> None:
    opened = moving(window)
    assert runs(window)
    press(window, Key.Key_E, ALT)
    assert not runs(window)
    press(window, Key.Key_T, ALT)
    assert runs(window)
    train(window, page="context:uphill")
    assert not runs(window)
    opened.middle.player.page.pause()


def test_a_card_plays_under_the_pointer_and_under_the_focus(window: MainWindow) -> None:
    opened = moving(window)
    opened.middle.player.page.pause()
    cards, player = opened.middle.cards, opened.middle.player
    second = shown(opened)[1]
    at = card(opened, second)
    still = picture(cards)
    point_at(cards.viewport(), at)
    assert player.on_card == second
    assert runs(window)
    player.advance(1.0)
    assert picture(cards) != still
    leave(cards)
    assert not runs(window)
    cards.setFocus()
    press(window, Key.Key_Right)
    assert player.on_card
    opened.tree.setFocus()
    assert not player.on_card
    assert not runs(window)


def test_reduced_motion_shows_both_poses_and_plays_on_demand(window: MainWindow) -> None:
    opened = train(window, page="exercise:squat")  # the window's motion is reduced
    figure = opened.middle.detail.moving.figure
    assert not runs(window)
    assert figure.side_by_side
    both = picture(figure)
    player = opened.middle.player
    player.page.toggle()
    assert not figure.side_by_side
    player.advance(player.page.duration / 2)
    player.page.pause()
    assert picture(figure) != both


def test_a_held_position_has_nothing_to_play(window: MainWindow) -> None:
    opened = moving(window, "exercise:plank")
    controls = opened.middle.detail.moving
    assert not controls.play.isEnabled()
    assert not controls.scrubber.isEnabled()
    assert not runs(window)
    opened.middle.setFocus()
    press(window, Key.Key_Space)
    assert not runs(window)


def test_thumbnails_are_made_once_and_come_to_an_end(window: MainWindow, qtbot: QtBot) -> None:
    opened = train(window, "muscle:soleus")

    def resting() -> bool:
        return not any(t.isActive() for t in opened.findChildren(QTimer))

    picture(opened.middle.cards)  # asks for those that are not in view, too
    qtbot.waitUntil(resting, timeout=10_000)
    before = picture(opened.middle.cards)
    assert picture(opened.middle.cards) == before
    assert resting()
