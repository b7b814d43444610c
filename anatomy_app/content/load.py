"""The content folder becomes an `Atlas`, or a list of all that is wrong with it."""

from collections.abc import Collection
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from anatomy_app.content.problems import ContentError, Problem
from anatomy_app.content.references import dangling, known_ids, undrawn
from anatomy_app.content.rows import Rows, read_rows
from anatomy_app.content.rules import broken_rules, broken_strides
from anatomy_app.model.anatomy import Compartment, Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.index import Shelf
from anatomy_app.model.knowledge import (
    Context,
    Exercise,
    ExerciseKind,
    Injury,
    LayTerm,
    Question,
    QuizFact,
    Source,
)
from anatomy_app.model.stages import Stage

_T = TypeVar("_T")

_MOST = 1000  # problems between records; each guess takes time, and nobody reads more


def load(folder: Path) -> Atlas:
    """The atlas of a whole content folder; a ContentError with every problem if it has any."""
    atlas, problems = read(folder)
    if atlas is None:
        raise ContentError(problems)
    return atlas


def read(folder: Path, *, base: Atlas | None = None) -> tuple[Atlas | None, tuple[Problem, ...]]:
    """The atlas of a folder, or None and its problems.

    With a `base` the folder may hold just some files: its records are added to those of the
    base, or replace them, and may refer to them.
    """
    rows = read_rows(folder, partial=base is not None)
    atlas = _atlas(rows, base)
    problems = _problems(rows, atlas, base, None)
    return (None if problems else atlas), problems


def check(
    folder: Path, drawn: Collection[str] | None = None, *, base: Atlas | None = None
) -> tuple[Problem, ...]:
    """Everything wrong with a content folder, in the order of files and lines.

    `drawn` holds the ids that the drawings have regions for; without it they are not compared.
    With a `base` (the shipped atlas) the folder may hold just some files.
    """
    rows = read_rows(folder, partial=base is not None)
    return _problems(rows, _atlas(rows, base), base, drawn)


def _problems(
    rows: Rows, atlas: Atlas, base: Atlas | None, drawn: Collection[str] | None
) -> tuple[Problem, ...]:
    more = chain(
        broken_rules(rows),
        dangling(rows, known_ids(rows, base)),
        broken_strides(atlas.stages, rows),
        () if drawn is None else undrawn(rows, drawn),
    )
    return tuple(sorted({*rows.problems, *islice(more, _MOST)}))


def _atlas(rows: Rows, base: Atlas | None) -> Atlas:
    """The atlas of all whole records, over those of the base."""
    base = base or Atlas({}, {}, {}, {}, {}, {}, {})
    shelves = {shelf.id: shelf for shelf in base.shelf_list} | _by_id(rows, Shelf)
    return Atlas(
        structures=_shelved({**base.structures, **_by_id(rows, Structure)}, tuple(shelves)),
        stages={**base.stages, **_by_id(rows, Stage)},
        exercises=_by_kind({**base.exercises, **_by_id(rows, Exercise)}),
        injuries={**base.injuries, **_by_id(rows, Injury)},
        contexts={**base.contexts, **_by_id(rows, Context)},
        questions={**base.questions, **_by_id(rows, Question)},
        sources={**base.sources, **_by_id(rows, Source)},
        lay_terms=(*base.lay_terms, *(term for _, term in rows.records(LayTerm))),
        quiz_facts=(*base.quiz_facts, *(fact for _, fact in rows.records(QuizFact))),
        shelf_list=tuple(shelves.values()),
        compartments=(*base.compartments, *_by_id(rows, Compartment).values()),
    )


def _by_id(rows: Rows, cls: type[_T]) -> dict[str, _T]:
    return {row.id: record for row, record in rows.records(cls)}


def _shelved(structures: dict[str, Structure], shelves: tuple[str, ...]) -> dict[str, Structure]:
    """The structures in the order of their shelves, and of the files inside a shelf."""
    place = {shelf: number for number, shelf in enumerate(shelves)}
    ordered = sorted(structures.values(), key=lambda each: place.get(each.shelf, len(place)))
    return {each.id: each for each in ordered}


def _by_kind(exercises: dict[str, Exercise]) -> dict[str, Exercise]:
    """The exercises by kind, strength first, and in the order of the files inside a kind."""
    kinds = list(ExerciseKind)
    ordered = sorted(exercises.values(), key=lambda each: kinds.index(each.kind))
    return {each.id: each for each in ordered}
