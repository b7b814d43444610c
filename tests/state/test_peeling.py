"""How far the body is peeled: a layer that is left fades, a held slider stands between two."""

import pytest

from anatomy_app.state.peeling import Peeling
from anatomy_app.state.preferences import Preferences


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(None)


@pytest.fixture
def peeling(preferences: Preferences) -> Peeling:
    return Peeling(preferences)


def test_a_layer_that_is_left_is_seen_until_it_has_faded(
    preferences: Preferences, peeling: Peeling
) -> None:
    left: list[int] = []
    peeling.left.connect(lambda: left.append(peeling.other))
    preferences.put("layer", 3)
    assert (left, peeling.layer, peeling.weight) == ([1], 3, 1.0)
    peeling.fade(0.25)
    assert peeling.weight == 0.75
    peeling.fade(1.0)
    assert peeling.weight == 0.0


@pytest.mark.parametrize(
    ("depth", "layer", "other", "weight"),
    [(1.0, 1, 2, 0.0), (1.25, 1, 2, 0.25), (1.75, 2, 1, 0.25), (9.0, 4, 3, 0.0), (-1, 1, 2, 0.0)],
)
def test_a_held_slider_shows_the_two_layers_beside_it(
    peeling: Peeling, depth: float, layer: int, other: int, weight: float
) -> None:
    peeling.hold(depth)
    assert (peeling.layer, peeling.weight) == (layer, weight)
    assert weight == 0 or peeling.other == other
    assert peeling.depth == min(max(depth, 1.0), 4.0)


def test_a_slider_let_go_between_two_stops_falls_to_the_nearest(peeling: Peeling) -> None:
    left: list[float] = []
    peeling.left.connect(lambda: left.append(peeling.weight))
    peeling.hold(2.25)
    assert not left
    peeling.let_go()
    assert left == [0.25]
    assert (peeling.layer, peeling.depth) == (2, 2.0)
    peeling.fade(0.5)
    assert peeling.weight == 0.125
