"""An exercise goes from its start to its end and back, again and again, while it plays."""

from anatomy_app.state.exercise_clock import ExerciseClock


def test_it_begins_anew_after_each_repetition() -> None:
    clock = ExerciseClock()
    clock.show(3.0, playing=True)
    clock.advance(2.5)
    clock.advance(1.0)
    assert round(clock.seconds, 6) == 0.5
    assert clock.playing


def test_another_exercise_begins_at_its_start() -> None:
    clock = ExerciseClock()
    clock.show(3.0, playing=True)
    clock.go_to(2.0)
    clock.show(4.0, playing=False)
    assert (clock.seconds, clock.duration, clock.playing) == (0.0, 4.0, False)


def test_it_tells_moves_and_playing_once() -> None:
    clock, told = ExerciseClock(), list[object]()
    clock.show(3.0, playing=False)
    clock.moved.connect(lambda: told.append(clock.seconds))
    clock.playing_changed.connect(told.append)
    clock.toggle()
    clock.go_to(1.0)
    clock.go_to(1.0)
    clock.pause()
    clock.pause()
    assert told == [True, 1.0, False]


def test_no_position_lies_outside_the_repetition() -> None:
    clock = ExerciseClock()
    clock.show(3.0, playing=False)
    clock.go_to(9.0)
    assert clock.seconds == 3.0
    clock.go_to(-1.0)
    assert clock.seconds == 0.0


def test_a_held_position_never_plays() -> None:
    clock = ExerciseClock()
    clock.show(0.0, playing=True)
    clock.toggle()
    clock.advance(1.0)
    assert (clock.playing, clock.seconds) == (False, 0.0)
