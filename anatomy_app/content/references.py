"""Which ids a record refers to, and whether they exist."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from anatomy_app.content.problems import Problem, guess, quoted
from anatomy_app.content.rows import Row, Rows
from anatomy_app.content.toml_lines import Path
from anatomy_app.model.anatomy import Compartment, Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Context, Exercise, Injury, LayTerm, Question, QuizFact
from anatomy_app.model.stages import Stage

# Effects on anything else (the whole body, a force) name no structure.
TARGETS_STRUCTURE = frozenset({"muscle", "muscle_group", "tendon", "fascia", "concept"})

# Tables by the kind of entity, for references of the form kind:id.
_TABLES = {
    Kind.MUSCLE: "structure",
    Kind.STAGE: "stage",
    Kind.EXERCISE: "exercise",
    Kind.INJURY: "injury",
    Kind.CONTEXT: "context",
    Kind.FAQ: "question",
    Kind.SOURCE: "source",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in a record: where it stands there and in which of the tables it should be found."""

    path: Path
    tables: tuple[str, ...]
    id: str


Known = Mapping[str, Collection[str]]


def known_ids(rows: Rows, base: Atlas | None) -> dict[str, set[str]]:
    """All ids by table: those of the files, broken records too, and those of the base.

    Tables with a file that could not be read are left out: what they hold is not known.
    """
    known = {header: {row.id for row in rows.of(header)} for header in (*_TABLES.values(), "shelf")}
    if base:
        for entity in base.entities():
            known[_TABLES[entity.kind]].add(entity.id)
        known["shelf"] |= {shelf.id for shelf in base.shelf_list}
    return {header: ids for header, ids in known.items() if header not in rows.unread}


def dangling(rows: Rows, known: Known) -> Iterator[Problem]:
    """Every reference to an id that no table holds."""
    for row in rows.all():
        for reference in references(row.record):
            yield from _missing(row, reference, known)
        if isinstance(row.record, Question | QuizFact):
            yield from _entities(row, row.record.related, known)


def undrawn(rows: Rows, drawn: Collection[str]) -> Iterator[Problem]:
    """Every `drawn` id that no drawing has a region for."""
    for row, structure in rows.records(Structure):
        for index, id_ in enumerate(structure.drawn):
            if id_ not in drawn:
                remedy = guess(id_, drawn, "draw it, or take it out of drawn")
                yield row.problem(f"no drawing has a region {quoted(id_)}", remedy, "drawn", index)


def references(record: object) -> Iterator[Reference]:
    """All ids of a record that name records of other tables (`related` entities left out)."""
    sources = getattr(record, "sources", None)
    if isinstance(sources, tuple):
        yield from _many("sources", sources, "source")
    finder = _FINDERS.get(type(record))
    if finder:
        yield from finder(record)


def _many(field: str, ids: Iterable[str], *tables: str) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield Reference((field, index), tables, id_)


def _one(field: str, id_: str, *tables: str) -> Iterator[Reference]:
    if id_:
        yield Reference((field,), tables, id_)


def _of_structure(record: object) -> Iterator[Reference]:
    assert isinstance(record, Structure)
    yield from _one("shelf", record.shelf, "shelf")
    yield from _many("main_stages", record.main_stages, "stage")
    for stage in record.stages:
        yield Reference(("stages", stage), ("stage",), stage)
    for index, member in enumerate(record.members):
        yield Reference(("members", index), ("structure",), member.id)
    if record.window.source:
        yield Reference(("window", "source"), ("source",), record.window.source)


def _of_stage(record: object) -> Iterator[Reference]:
    assert isinstance(record, Stage)
    yield from _one("parent", record.parent, "stage")
    yield from _many("main_muscles", record.main_muscles, "structure")


def _of_exercise(record: object) -> Iterator[Reference]:
    assert isinstance(record, Exercise)
    yield from _many("primary", record.primary, "structure")
    yield from _many("secondary", record.secondary, "structure")
    yield from _many("dosage_sources", record.dosage_sources, "source")
    yield from _many("easier", record.easier, "exercise")
    yield from _many("harder", record.harder, "exercise")
    yield from _many("stages", record.stages, "stage")


def _of_injury(record: object) -> Iterator[Reference]:
    assert isinstance(record, Injury)
    yield from _many("muscles", record.muscles, "structure")
    yield from _many("often_weak", record.often_weak, "structure")
    yield from _many("often_tight", record.often_tight, "structure")
    yield from _many("stages", record.stages, "stage")
    yield from _many("exercises", record.exercises, "exercise")


def _of_context(record: object) -> Iterator[Reference]:
    assert isinstance(record, Context)
    for index, effect in enumerate(record.effects):
        if effect.target_kind in TARGETS_STRUCTURE:
            yield Reference(("effects", index, "target"), ("structure",), effect.target)
        for place, source in enumerate(effect.sources):
            yield Reference(("effects", index, "sources", place), ("source",), source)


def _of_quiz(record: object) -> Iterator[Reference]:
    assert isinstance(record, QuizFact)
    if record.answer_is_id:
        tables = ("structure", "stage", "exercise", "injury")
        yield from _one("answer", record.answer, *tables)
        yield from _many("distractors", record.distractors, *tables)


def _of_lay_term(record: object) -> Iterator[Reference]:
    assert isinstance(record, LayTerm)
    yield from _many("structures", record.structures, "structure")


def _of_compartment(record: object) -> Iterator[Reference]:
    assert isinstance(record, Compartment)
    yield from _many("members", record.members, "structure")


_FINDERS: dict[type[object], Callable[[object], Iterator[Reference]]] = {
    Structure: _of_structure,
    Stage: _of_stage,
    Exercise: _of_exercise,
    Injury: _of_injury,
    Context: _of_context,
    QuizFact: _of_quiz,
    LayTerm: _of_lay_term,
    Compartment: _of_compartment,
}


def _missing(row: Row, reference: Reference, known: Known) -> Iterator[Problem]:
    if any(table not in known or reference.id in known[table] for table in reference.tables):
        return
    tables = " or ".join(reference.tables)
    ids = [id_ for table in reference.tables for id_ in known[table]]
    remedy = guess(reference.id, ids, f"name a {tables} that exists, or add this one")
    yield row.problem(f"there is no {tables} {quoted(reference.id)}", remedy, *reference.path)


def _entities(row: Row, related: tuple[str, ...], known: Known) -> Iterator[Problem]:
    for index, text in enumerate(related):
        try:
            entity = Entity.parse(text)
        except ValueError as error:
            yield row.problem(str(error)[:200], "write kind:id", "related", index)
            continue
        reference = Reference(("related", index), (_TABLES[entity.kind],), entity.id)
        yield from _missing(row, reference, known)
