"""Filters of exercises: those of one facet widen each other, those of two narrow each other."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.content.library import Library
from anatomy_app.model.filtering import Facet, Filtering

ATLAS = Library().atlas


FILTERING = Filtering(ATLAS)


def every_filter() -> Iterator[str]:
    """All filters that there are."""
    yield from (f"muscle:{id_}" for id_ in ATLAS.structures)
    yield from (f"injury:{id_}" for id_ in ATLAS.injuries)
    for facet in (Facet.NEEDS, Facet.LEVEL, Facet.KIND, Facet.STAGE):
        yield from (f"{facet}:{id_}" for id_ in FILTERING.used(facet))


FILTERS = st.lists(st.sampled_from(list(every_filter())), max_size=6, unique=True)
ONE = st.sampled_from(list(every_filter()))


@given(FILTERS, ONE)
def test_a_count_is_what_choosing_it_alone_in_its_facet_leaves(
    filters: list[str], one: str
) -> None:
    facet = one.partition(":")[0]
    others = [each for each in filters if each.partition(":")[0] != facet]
    assert FILTERING.count(one, filters) == len(FILTERING.left([*others, one]))


@given(FILTERS, ONE)
def test_a_further_filter_widens_its_facet_or_narrows_the_others(
    filters: list[str], one: str
) -> None:
    before, after = set(FILTERING.left(filters)), set(FILTERING.left([*filters, one]))
    shares = any(each.partition(":")[0] == one.partition(":")[0] for each in filters)
    assert before <= after if shares else after <= before


def test_without_filters_all_are_left_in_their_order() -> None:
    assert FILTERING.left(()) == tuple(ATLAS.exercises)


def test_a_muscle_has_the_exercises_of_its_groups_too() -> None:
    main, helping = ATLAS.exercises_for("soleus")
    assert FILTERING.of("muscle:soleus") == {*main, *helping}


@pytest.mark.parametrize("text", ["muscle:gone", "level:", "needs", "", "weather:rain", "injury:x"])
def test_a_filter_that_names_nothing_is_not_known_and_has_none(text: str) -> None:
    assert FILTERING.known([text, "level:beginner"]) == ("level:beginner",)
    assert FILTERING.of(text) == frozenset()
