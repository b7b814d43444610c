"""The terms of stages, exercises, injuries, contexts, questions and sources."""

from collections.abc import Iterable, Iterator

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Context, Exercise, Injury, Question, Source
from anatomy_app.model.search.structure_terms import named, numbered, plain, sentences
from anatomy_app.model.search.terms import Reason, Term
from anatomy_app.model.search.words import normal, words
from anatomy_app.model.stages import Stage

# What a searcher may call an exercise of each kind.
_KIND_WORDS = {
    "strength": "exercise strengthening workout weak",
    "stretch": "exercise stretching tight",
    "mobility": "exercise mobility release rolling tight",
    "plyometric": "exercise plyometric jumping",
    "drill": "exercise drill technique",
    "run_workout": "exercise running workout",
    "cross_training": "exercise cross training cardio",
}


def lay_terms(atlas: Atlas) -> Iterator[Term]:
    """Everyday words; a word for several structures counts most for the first."""
    for lay in atlas.lay_terms:
        for rank, id_ in enumerate(lay.structures):
            yield Term(Entity(Kind.MUSCLE, id_), Reason.LAY, lay.term, rank=rank)


def stage_terms(stage: Stage) -> Iterator[Term]:
    """The terms of a stage, phase, event or float."""
    entity = Entity(Kind.STAGE, stage.id)
    yield from _names(entity, stage.name, stage.id, stage.synonyms)
    yield from numbered(entity, Reason.SYNONYM, [stage.short] if stage.short else [])
    yield from numbered(entity, Reason.DEFINITION, sentences(stage.definition), extra="phase stage")
    for text in (stage.foot, stage.knee, stage.hip, stage.trunk, stage.arms, stage.energy):
        yield from numbered(entity, Reason.SUMMARY, sentences(text))


def exercise_terms(exercise: Exercise, atlas: Atlas) -> Iterator[Term]:
    """The terms of an exercise: its names, and what it trains."""
    entity = Entity(Kind.EXERCISE, exercise.id)
    kind = _KIND_WORDS[exercise.kind]
    yield from _names(entity, exercise.name, exercise.id, exercise.synonyms, kind)
    for rank, id_ in enumerate(exercise.primary + exercise.secondary):
        name, more = _structure(id_, atlas)
        later = 0 if rank < len(exercise.primary) else 3
        yield Term(entity, Reason.TRAINS, name, exercise.kind, f"{more} {kind}", rank + later)
    equipment = exercise.equipment
    yield from numbered(
        entity, Reason.PURPOSE, sentences(exercise.purpose), extra=f"{kind} {equipment}"
    )


def injury_terms(injury: Injury, atlas: Atlas) -> Iterator[Term]:
    """The terms of a complaint: its names, where it hurts, what is often tight or weak."""
    entity = Entity(Kind.INJURY, injury.id)
    pain = "pain injury tight"
    yield from _names(entity, injury.name, injury.id, injury.synonyms, pain)
    where = " ".join((injury.name, *injury.synonyms))
    extra = f"{pain} {where} {injury.region.replace('_', ' ')}"
    yield from numbered(entity, Reason.SYMPTOM, [injury.where], extra=extra)
    yield from numbered(entity, Reason.WARNING, sentences(injury.red_flags), extra=extra)
    yield from numbered(entity, Reason.MECHANISM, sentences(injury.mechanism), extra=pain)
    pain = "pain injury"
    listed = ((Reason.TIGHT, injury.often_tight, "tight"), (Reason.WEAK, injury.often_weak, "weak"))
    for reason, ids, word in (*listed, (Reason.INVOLVES, injury.muscles, "")):
        for rank, id_ in enumerate(ids):
            name, more = _structure(id_, atlas)
            yield Term(entity, reason, name, extra=f"{more} {word} {pain}", rank=rank)


def context_terms(context: Context, atlas: Atlas) -> Iterator[Term]:
    """The terms of a setting: its names, and what it changes."""
    entity = Entity(Kind.CONTEXT, context.id)
    yield from _names(entity, context.name, context.id, context.synonyms)
    for effect in context.effects:
        target = atlas.structures.get(effect.target)
        extra = f"{plain(target.name) if target else ''} {context.name}"
        yield from numbered(entity, Reason.EFFECT, sentences(effect.size), extra=extra)


def question_terms(question: Question) -> Iterator[Term]:
    """The terms of a question: its words, and those of the answer."""
    entity = Entity(Kind.FAQ, question.id)
    yield Term(entity, Reason.QUESTION, question.question)
    yield Term(entity, Reason.QUESTION, question.id, rank=6)
    extra = question.question
    yield from numbered(entity, Reason.ANSWER, sentences(question.answer), extra=extra)


def source_terms(source: Source) -> Iterator[Term]:
    """The terms of a publication: id, authors with year, title."""
    entity = Entity(Kind.SOURCE, source.id)
    yield Term(entity, Reason.NAME, source.id)
    if source.authors:
        yield Term(
            entity, Reason.AUTHOR, source.authors, source.year, f"{source.year} {source.title}"
        )
    yield Term(entity, Reason.ABOUT, source.title, extra=f"{source.year} {source.authors}")


def _names(
    entity: Entity, name: str, id_: str, synonyms: Iterable[str], extra: str = ""
) -> Iterator[Term]:
    yield from named(entity, name, id_, extra)
    yield from numbered(entity, Reason.SYNONYM, synonyms, extra=extra)


def _structure(id_: str, atlas: Atlas) -> tuple[str, str]:
    """A structure's name, and the words by which a searcher may mean it."""
    structure = atlas.structures.get(id_)
    if not structure:
        return id_.replace("_", " "), ""
    parents = [plain(atlas.structures[group].name) for group in atlas.groups_of(id_)]
    return plain(structure.name), " ".join((structure.name, *structure.synonyms, *parents))


def solid(text: str) -> str:
    """The text as names are looked up whole: folded and without spaces."""
    return normal(words(text)).replace(" ", "")
