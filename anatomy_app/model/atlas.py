"""The atlas: everything loaded, and who refers to whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from anatomy_app.model.anatomy import Compartment, Structure
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.index import Index, Shelf
from anatomy_app.model.knowledge import (
    Context,
    Effect,
    Exercise,
    ExerciseKind,
    Injury,
    LayTerm,
    Question,
    QuizFact,
    Source,
)
from anatomy_app.model.stages import Stage

Record = Structure | Stage | Exercise | Injury | Context | Question | Source

_T = TypeVar("_T")

# Lists of ids by the id that they refer to.
_Table = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Atlas:
    """All content by id, in the order of the files (structures: in the order of the shelves).

    Reverse lookups are computed on first use and are dictionary reads afterwards.
    """

    structures: Mapping[str, Structure]
    stages: Mapping[str, Stage]
    exercises: Mapping[str, Exercise]
    injuries: Mapping[str, Injury]
    contexts: Mapping[str, Context]
    questions: Mapping[str, Question]
    sources: Mapping[str, Source]
    lay_terms: tuple[LayTerm, ...] = ()
    quiz_facts: tuple[QuizFact, ...] = ()
    shelf_list: tuple[Shelf, ...] = ()
    compartments: tuple[Compartment, ...] = ()

    @cached_property
    def index(self) -> Index:
        """Names, shelves, groups and drawn regions of the structures."""
        return Index.of(self.structures.values(), self.shelf_list)

    def record(self, entity: Entity) -> Record | None:
        """The record that an entity names, or None if there is none."""
        return self._records[entity.kind].get(entity.id)

    def name(self, entity: Entity) -> str:
        """The entity's name for display (a question's text, a source's title), else its id."""
        match self.record(entity):
            case None:
                return entity.id
            case Question() as question:
                return question.question
            case Source() as source:
                return source.title
            case record:
                return record.name

    def entities(self) -> Iterator[Entity]:
        """Every entity of the atlas, kind by kind, in the order of the files."""
        for kind, records in self._records.items():
            yield from (Entity(kind, id_) for id_ in records)

    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(shelf id, structure ids) in the order of the list; a shelf's own group comes first."""
        return self.index.shelves()

    def members(self, group_id: str) -> tuple[str, ...]:
        """The muscles of a group, flat; empty for anything but a group."""
        return self.index.members(group_id)

    def groups_of(self, structure_id: str) -> tuple[str, ...]:
        """The groups that the structure belongs to, the smallest first."""
        return self.index.groups_of(structure_id)

    def structures_from_drawing(self, drawn_id: str) -> tuple[str, ...]:
        """All structures that a drawn region belongs to, the most specific first."""
        return self.index.structures_from_drawing(drawn_id)

    def structure_of_region(self, drawn_id: str) -> str | None:
        """The structure that a click on a drawn region means, or None."""
        return self.index.structure_of_region(drawn_id)

    def exercises_for(self, structure_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(main, helping) exercise ids: those that train the structure first or second.

        Membership counts both ways: an exercise for the calf trains soleus, one for soleus is
        shown for the calf. Those for the structure or its parts come first, those for its groups
        later; each by kind, strength first, and then those that name the structure itself, early.
        """
        main = self._ranked(self._primary, structure_id)
        taken = frozenset(main)
        helping = self._ranked(self._secondary, structure_id)
        return main, tuple(each for each in helping if each not in taken)

    def exercises_preparing(self, stage_id: str) -> tuple[str, ...]:
        """Exercises that prepare the stage, those that name it earlier first."""
        return self._preparing.get(stage_id, ())

    def injuries_for(self, structure_id: str) -> tuple[str, ...]:
        """Injuries that involve the structure, its groups or its parts, the direct ones first."""
        return self._through_kin(self._injured, structure_id)

    def contexts_for(self, structure_id: str) -> tuple[str, ...]:
        """Contexts that change the work of the structure, its groups or parts, direct first."""
        return tuple(dict.fromkeys(context for context, _ in self.effects_for(structure_id)))

    def effects_for(self, structure_id: str) -> tuple[tuple[str, Effect], ...]:
        """(context id, effect) of each effect on the structure, its groups or its parts."""
        return tuple(
            pair for id_ in self.index.kin(structure_id) for pair in self._effects.get(id_, ())
        )

    def questions_for(self, entity: Entity) -> tuple[str, ...]:
        """Questions about the entity; for a structure also those about its groups and parts."""
        ids = self.index.kin(entity.id) if entity.kind is Kind.MUSCLE else (entity.id,)
        return _unique(self._questions.get(f"{entity.kind}:{id_}", ()) for id_ in ids)

    def injuries_helped_by(self, exercise_id: str) -> tuple[str, ...]:
        """Injuries that name the exercise among the helpful ones."""
        return self._helped.get(exercise_id, ())

    @cached_property
    def _records(self) -> dict[Kind, Mapping[str, Record]]:
        return {
            Kind.MUSCLE: self.structures,
            Kind.STAGE: self.stages,
            Kind.EXERCISE: self.exercises,
            Kind.INJURY: self.injuries,
            Kind.CONTEXT: self.contexts,
            Kind.FAQ: self.questions,
            Kind.SOURCE: self.sources,
        }

    def _ranked(self, table: _Table, structure_id: str) -> tuple[str, ...]:
        own = (structure_id, *self.index.parts_of(structure_id))
        tiers = [
            sorted(_unique(table.get(id_, ()) for id_ in ids), key=self._kind_of.__getitem__)
            for ids in (own, self.index.groups_of(structure_id))
        ]
        return tuple(dict.fromkeys(tiers[0] + tiers[1]))

    @cached_property
    def _kind_of(self) -> dict[str, int]:
        """The place of each exercise's kind in the order of kinds."""
        kinds = {kind: place for place, kind in enumerate(ExerciseKind)}
        return {id_: kinds[exercise.kind] for id_, exercise in self.exercises.items()}

    def _through_kin(self, table: _Table, structure_id: str) -> tuple[str, ...]:
        return _unique(table.get(id_, ()) for id_ in self.index.kin(structure_id))

    @cached_property
    def _primary(self) -> _Table:
        return _reverse(self.exercises, lambda exercise: exercise.primary)

    @cached_property
    def _secondary(self) -> _Table:
        return _reverse(self.exercises, lambda exercise: exercise.secondary)

    @cached_property
    def _preparing(self) -> _Table:
        return _reverse(self.exercises, lambda exercise: exercise.stages)

    @cached_property
    def _injured(self) -> _Table:
        return _reverse(
            self.injuries, lambda injury: injury.muscles + injury.often_weak + injury.often_tight
        )

    @cached_property
    def _helped(self) -> _Table:
        return _reverse(self.injuries, lambda injury: injury.exercises)

    @cached_property
    def _questions(self) -> _Table:
        return _reverse(self.questions, lambda question: question.related)

    @cached_property
    def _effects(self) -> dict[str, list[tuple[str, Effect]]]:
        found: dict[str, list[tuple[str, Effect]]] = {}
        for context in self.contexts.values():
            for effect in context.effects:
                found.setdefault(effect.target, []).append((context.id, effect))
        return found


def _reverse(records: Mapping[str, _T], targets: Callable[[_T], tuple[str, ...]]) -> _Table:
    """Which records refer to each target: those that name it earlier first, then by file."""
    found: dict[str, dict[str, int]] = {}
    for id_, record in records.items():
        for place, target in enumerate(targets(record)):
            found.setdefault(target, {}).setdefault(id_, place)
    return {target: tuple(sorted(ids, key=ids.__getitem__)) for target, ids in found.items()}


def _unique(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All items of the lists, each once, in order."""
    return tuple(dict.fromkeys(item for items in lists for item in items))
