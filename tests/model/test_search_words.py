"""Words as the search compares them: what people type differently is the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.search.words import TOKEN, fold, lean, normal, singular, word, words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("glutaeus", "gluteus"),
        ("Fibre", "fiber"),
        ("stabilisers", "stabilizer"),
        ("calves", "calf"),
        ("runner's", "runners"),
        ("glúteo", "gluteo"),
        ("peroneus", "fibularis"),
        ("fifth", "5th"),
        ("Haematoma", "hematoma"),
    ],
)
def test_spellings_of_one_word_are_equal(typed: str, written: str) -> None:
    assert word(typed).normal == word(written).normal


@pytest.mark.parametrize("typed", ["hueft", "huft", "hüft"])
def test_umlauts_may_be_typed_in_three_ways(typed: str) -> None:
    assert set(word(typed).keys) & set(word("Hüft").keys)


@pytest.mark.parametrize("name", ["soleus", "iliacus", "pes", "gluteus", "tibialis"])
def test_latin_endings_are_no_plurals(name: str) -> None:
    assert singular(name) == name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("straightens", "extension"),
        ("bends", "flexor"),
        ("hurts", "painful"),
        ("outside", "lateral"),
    ],
)
def test_words_of_one_meaning_share_a_concept(left: str, right: str) -> None:
    assert set(word(left).concepts) & set(word(right).concepts)


def test_nerve_roots_stay_whole_and_years_come_off() -> None:
    assert TOKEN.findall("S1 T12 hamner2010 5th 10,000") == [
        *("S1", "T12", "hamner", "2010", "5th", "10", "000"),
    ]


def test_names_are_compared_without_fillers_and_generic_words() -> None:
    assert normal(words("the Musculus soleus muscle")) == "soleus"
    assert normal(words("muscle")) == "muscle"
    assert normal(words("of the")) == "of the"


def test_weak_words_go_only_from_the_lean_form() -> None:
    assert normal(words("Runner's knee")) == "runner knee"
    assert lean(words("Runner's knee")) == "knee"


@given(st.text())
def test_any_text_can_be_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text) or not text.isascii()
    for found in words(text):
        assert found.text
        assert found.keys
