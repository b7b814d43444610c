"""Which exercises a set of filters leaves, and how many each further filter would."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.knowledge import Exercise

Ids = frozenset[str]


class Facet(StrEnum):
    """What exercises are filtered by; a filter is written `facet:id`, as `level:beginner`."""

    MUSCLE = "muscle"
    STAGE = "stage"
    INJURY = "injury"
    NEEDS = "needs"
    LEVEL = "level"
    KIND = "kind"


class Filtering:
    """The exercises of an atlas by facet.

    Filters of one facet widen each other (soleus or gastrocnemius), those of two facets narrow
    each other (for the soleus and without equipment).
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._muscles: dict[str, Ids] = {}

    def known(self, filters: Iterable[str]) -> tuple[str, ...]:
        """The filters that name something of this atlas."""
        return tuple(each for each in filters if self._exists(*_split(each)))

    def left(self, filters: Iterable[str]) -> tuple[str, ...]:
        """The exercises that all facets let through, in the order of the files."""
        sets = list(self._by_facet(filters).values())
        return tuple(id_ for id_ in self._atlas.exercises if all(id_ in each for each in sets))

    def count(self, asked: str, filters: Iterable[str]) -> int:
        """How many exercises a filter has, given those of the other facets."""
        facet, _ = _split(asked)
        others = self._by_facet(each for each in filters if _split(each)[0] != facet)
        return len(self.of(asked).intersection(*others.values()))

    def of(self, asked: str) -> Ids:
        """The exercises of one filter; none for a filter that names nothing."""
        facet, id_ = _split(asked)
        if facet != Facet.MUSCLE:
            return self._tables.get(facet, {}).get(id_, Ids())
        if id_ not in self._muscles:
            main, helping = self._atlas.exercises_for(id_)
            self._muscles[id_] = Ids((*main, *helping))
        return self._muscles[id_]

    def used(self, facet: Facet) -> tuple[str, ...]:
        """The ids of a facet that at least one exercise has, the most used first."""
        table = self._tables[facet]
        return tuple(sorted(table, key=lambda id_: -len(table[id_])))

    def _by_facet(self, filters: Iterable[str]) -> dict[str, Ids]:
        found: dict[str, Ids] = {}
        for each in filters:
            facet = _split(each)[0]
            found[facet] = found.get(facet, Ids()) | self.of(each)
        return found

    def _exists(self, facet: str, id_: str) -> bool:
        if facet == Facet.MUSCLE:
            return id_ in self._atlas.structures
        if facet == Facet.STAGE:
            return id_ in self._atlas.stages
        if facet == Facet.INJURY:
            return id_ in self._atlas.injuries
        return id_ in self._tables.get(facet, {})

    @cached_property
    def _tables(self) -> dict[str, dict[str, Ids]]:
        exercises = self._atlas.exercises.values()
        return {
            Facet.STAGE: _table(exercises, lambda each: each.stages),
            Facet.INJURY: {i.id: Ids(i.exercises) for i in self._atlas.injuries.values()},
            Facet.NEEDS: _table(exercises, lambda each: each.needs),
            Facet.LEVEL: _table(exercises, lambda each: (each.level.value,)),
            Facet.KIND: _table(exercises, lambda each: (each.kind.value,)),
        }


def _split(text: str) -> tuple[str, str]:
    facet, _, id_ = text.partition(":")
    return facet, id_


def _table(
    exercises: Iterable[Exercise], ids: Callable[[Exercise], tuple[str, ...]]
) -> dict[str, Ids]:
    found: dict[str, set[str]] = {}
    for exercise in exercises:
        for id_ in ids(exercise):
            found.setdefault(id_, set()).add(exercise.id)
    return {id_: Ids(members) for id_, members in found.items()}
