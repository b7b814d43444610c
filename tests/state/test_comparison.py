"""What the curves are compared with: kept as text, read back, never more than can be told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.gait import Gait
from anatomy_app.state.comparison import MOST, Comparison

NOTHING = Comparison()


@pytest.mark.parametrize(
    "made",
    [
        NOTHING,
        Comparison(speed=4.5),
        Comparison(gait=Gait.WALKING),
        Comparison(muscles=("soleus", "tibialis_anterior")),
    ],
)
def test_what_is_kept_is_read_back(made: Comparison) -> None:
    assert Comparison.parse(str(made)) == made


@pytest.mark.parametrize("text", ["", "speed:", "speed:fast", "gait:hopping", "muscles:", "else:1"])
def test_a_text_without_sense_compares_nothing(text: str) -> None:
    assert Comparison.parse(text) == NOTHING


@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_however_often_muscles_are_chosen_at_most_two_stand_beside_the_selected(
    chosen: list[str],
) -> None:
    made = NOTHING
    for muscle in chosen:
        before = made
        made = made.with_muscle(muscle)
        assert (muscle in made.muscles) is (muscle not in before.muscles)
        assert len(made.muscles) <= MOST
        assert len(set(made.muscles)) == len(made.muscles)
