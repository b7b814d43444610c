"""The whole atlas as plain lists for JSON, and back."""

from typing import Protocol, TypeVar

from anatomy_app.content.packing import pack, shape, unpack
from anatomy_app.model.anatomy import (
    Compartment,
    Curves,
    Member,
    Names,
    StageRole,
    Structure,
    Window,
)
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.index import Shelf
from anatomy_app.model.knowledge import (
    Context,
    Effect,
    Exercise,
    Injury,
    LayTerm,
    Pose,
    Question,
    QuizFact,
    Source,
)
from anatomy_app.model.stages import Stage


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)
_T = TypeVar("_T")

_CLASSES: tuple[type[object], ...] = (
    *(Structure, StageRole, Curves, Names, Window, Member, Stage, Shelf, Compartment),
    *(Exercise, Pose, Injury, Context, Effect, Question, QuizFact, LayTerm, Source),
)


def pack_atlas(atlas: Atlas) -> list[object]:
    """The atlas as lists: the shape of its records, then one list for each kind of record."""
    by_id = (
        *(atlas.structures, atlas.stages, atlas.exercises, atlas.injuries),
        *(atlas.contexts, atlas.questions, atlas.sources),
    )
    lists = (atlas.lay_terms, atlas.quiz_facts, atlas.shelf_list, atlas.compartments)
    packed = [pack(tuple(records.values())) for records in by_id]
    return [shape(_CLASSES), *packed, *map(pack, lists)]


def unpack_atlas(packed: list[object]) -> Atlas:
    """The atlas of `pack_atlas`; an exception of any kind if it is not of this shape."""
    made_of, *parts = packed
    if made_of != shape(_CLASSES):
        raise ValueError("compiled for other classes")
    rest = iter(parts)
    return Atlas(
        structures=_by_id(Structure, next(rest)),
        stages=_by_id(Stage, next(rest)),
        exercises=_by_id(Exercise, next(rest)),
        injuries=_by_id(Injury, next(rest)),
        contexts=_by_id(Context, next(rest)),
        questions=_by_id(Question, next(rest)),
        sources=_by_id(Source, next(rest)),
        lay_terms=_in_order(LayTerm, next(rest)),
        quiz_facts=_in_order(QuizFact, next(rest)),
        shelf_list=_in_order(Shelf, next(rest)),
        compartments=_in_order(Compartment, next(rest)),
    )


def _by_id(cls: type[_N], packed: object) -> dict[str, _N]:
    return {record.id: record for record in _in_order(cls, packed)}


def _in_order(cls: type[_T], packed: object) -> tuple[_T, ...]:
    assert isinstance(packed, list)
    return tuple([unpack(cls, each) for each in packed])
