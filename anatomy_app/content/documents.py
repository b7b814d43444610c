"""What is known of one entity as a JSON document: plain values, entities as `kind:id`.

The keys of muscles, exercises and lists are those that the command line promises; more may follow.
Empty text means that the atlas says nothing; null that nobody knows.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from anatomy_app.content.structure_document import Drawn, entities, structure_document
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import GaitTables
from anatomy_app.model.knowledge import Context, Effect, Exercise, Source
from anatomy_app.model.stages import Stage

Document = dict[str, object]

_T = TypeVar("_T")


def document(atlas: Atlas, tables: GaitTables, drawn: Drawn, entity: Entity) -> Document:
    """All that is known of an entity of the atlas, whatever its kind."""
    if entity.kind is Kind.MUSCLE:
        return structure_document(atlas, tables, drawn, entity.id)
    return _MAKERS[entity.kind](atlas, entity.id)


def list_document(atlas: Atlas, kind: Kind) -> Document:
    """All entities of a kind with their names, in the order of the atlas."""
    entities = [one for one in atlas.entities() if one.kind is kind]
    return {"kind": str(kind), "entities": [_listed(atlas, one) for one in entities]}


def _listed(atlas: Atlas, one: Entity) -> Document:
    listed: Document = {"id": str(one), "kind": str(one.kind), "name": atlas.name(one)}
    if one.kind is Kind.MUSCLE:
        structure = atlas.structures[one.id]
        listed |= {"structure_kind": str(structure.kind), "group": structure.shelf}
    return listed


def exercise_document(atlas: Atlas, id_: str) -> Document:
    """All that is known of an exercise; its stages are those that it prepares."""
    exercise = _found(atlas.exercises, id_)
    return {
        "id": exercise.id,
        "entity": str(Entity(Kind.EXERCISE, exercise.id)),
        "name": exercise.name,
        "kind": str(exercise.kind),
        "level": str(exercise.level),
        "synonyms": list(exercise.synonyms),
        "primary": entities(Kind.MUSCLE, exercise.primary),
        "secondary": entities(Kind.MUSCLE, exercise.secondary),
        "equipment": exercise.equipment,
        "needs": [str(each) for each in exercise.needs],
        "easier": entities(Kind.EXERCISE, exercise.easier),
        "harder": entities(Kind.EXERCISE, exercise.harder),
        "dosage": exercise.dosage,
        "dosage_sources": entities(Kind.SOURCE, exercise.dosage_sources),
        "purpose": exercise.purpose,
        "cues": list(exercise.cues),
        "mistakes": list(exercise.mistakes),
        "avoid_if": exercise.avoid_if,
        "emg_evidence": exercise.emg_evidence,
        "stages": entities(Kind.STAGE, exercise.stages),
        "stage_reason": exercise.stage_reason,
        "injuries": entities(Kind.INJURY, atlas.injuries_helped_by(exercise.id)),
        "poses": _poses(exercise),
        "note": exercise.note,
        "sources": entities(Kind.SOURCE, exercise.sources),
    }


def _poses(exercise: Exercise) -> Document:
    return {
        "view": exercise.view,
        "support": exercise.support,
        "contact": exercise.contact,
        "static": exercise.static,
        "start": dict(exercise.start.angles),
        "end": dict(exercise.end.angles),
    }


def injury_document(atlas: Atlas, id_: str) -> Document:
    """All that is known of an injury: education, never diagnosis; warning signs come first."""
    injury = _found(atlas.injuries, id_)
    return {
        "id": injury.id,
        "entity": str(Entity(Kind.INJURY, injury.id)),
        "name": injury.name,
        "kind": "injury",
        "red_flags": injury.red_flags,
        "synonyms": list(injury.synonyms),
        "region": injury.region,
        "where": injury.where,
        "mechanism": injury.mechanism,
        "evidence": injury.evidence,
        "incidence": injury.incidence,
        "muscles": entities(Kind.MUSCLE, injury.muscles),
        "often_weak": entities(Kind.MUSCLE, injury.often_weak),
        "often_tight": entities(Kind.MUSCLE, injury.often_tight),
        "stages": entities(Kind.STAGE, injury.stages),
        "exercises": entities(Kind.EXERCISE, injury.exercises),
        "questions": _questions(atlas, Kind.INJURY, injury.id),
        "note": injury.note,
        "sources": entities(Kind.SOURCE, injury.sources),
    }


def stage_document(atlas: Atlas, id_: str) -> Document:
    """All that is known of a stage, phase, event or float; percents are those of the table."""
    stage = _found(atlas.stages, id_)
    injuries = [injury.id for injury in atlas.injuries.values() if id_ in injury.stages]
    return {
        "id": stage.id,
        "entity": str(Entity(Kind.STAGE, stage.id)),
        "name": stage.name,
        "short": stage.short,
        "kind": str(stage.kind),
        "order": stage.order,
        "parent": str(Entity(Kind.STAGE, stage.parent)) if stage.parent else None,
        "synonyms": list(stage.synonyms),
        "definition": stage.definition,
        "percent": {
            "easy": list(stage.easy),
            "fast": list(stage.fast),
            "sprint": list(stage.sprint),
        },
        "boundary_basis": stage.boundary_basis,
        "body": _body(stage),
        "figures": {
            "easy": stage.figures_easy,
            "fast": stage.figures_fast,
            "sprint": stage.figures_sprint,
        },
        "energy": stage.energy,
        "main_muscles": entities(Kind.MUSCLE, stage.main_muscles),
        "exercises": entities(Kind.EXERCISE, atlas.exercises_preparing(stage.id)),
        "injuries": entities(Kind.INJURY, injuries),
        "questions": _questions(atlas, Kind.STAGE, stage.id),
        "correction": stage.correction,
        "sources": entities(Kind.SOURCE, stage.sources),
    }


def _body(stage: Stage) -> Document:
    return {
        "foot": stage.foot,
        "knee": stage.knee,
        "hip": stage.hip,
        "trunk": stage.trunk,
        "arms": stage.arms,
        "opposite_leg": stage.opposite_leg,
    }


def context_document(atlas: Atlas, id_: str) -> Document:
    """All that is known of a context: what it changes, one effect after the other."""
    context = _found(atlas.contexts, id_)
    sources = dict.fromkeys(source for effect in context.effects for source in effect.sources)
    return {
        "id": context.id,
        "entity": str(Entity(Kind.CONTEXT, context.id)),
        "name": context.name,
        "kind": "context",
        "synonyms": list(context.synonyms),
        "effects": [_effect(atlas, effect) for effect in context.effects],
        "questions": _questions(atlas, Kind.CONTEXT, context.id),
        "sources": entities(Kind.SOURCE, sources),
    }


def _effect(atlas: Atlas, effect: Effect) -> Document:
    """One effect; a target that is no structure (a joint, the whole body) stays a plain word."""
    known = effect.target in atlas.structures
    return {
        "target": str(Entity(Kind.MUSCLE, effect.target)) if known else effect.target,
        "target_kind": effect.target_kind,
        "direction": effect.direction,
        "size": effect.size,
        "detail": effect.detail,
        "evidence": effect.evidence,
        "disputed": effect.disputed,
        "sources": entities(Kind.SOURCE, effect.sources),
    }


def faq_document(atlas: Atlas, id_: str) -> Document:
    """A question with its answer and what popular articles get wrong."""
    question = _found(atlas.questions, id_)
    return {
        "id": question.id,
        "entity": str(Entity(Kind.FAQ, question.id)),
        "name": question.question,
        "kind": "faq",
        "question": question.question,
        "answer": question.answer,
        "correction": question.correction,
        "related": list(question.related),
        "sources": entities(Kind.SOURCE, question.sources),
    }


def source_document(atlas: Atlas, id_: str) -> Document:
    """A publication or data set, and what in the atlas rests on it."""
    source = _found(atlas.sources, id_)
    return {
        "id": source.id,
        "entity": str(Entity(Kind.SOURCE, source.id)),
        "name": source.title,
        "kind": "source",
        "title": source.title,
        "authors": source.authors,
        "year": source.year,
        "journal": source.journal,
        "doi": source.doi,
        "verified": source.verified,
        "note": source.note,
        "seen_at": source.seen_at,
        "cited_by": [str(one) for one in atlas.entities() if id_ in _sources(atlas, one)],
    }


def _sources(atlas: Atlas, one: Entity) -> tuple[str, ...]:
    match atlas.record(one):
        case None | Source():
            return ()
        case Context() as context:
            return tuple(source for effect in context.effects for source in effect.sources)
        case Exercise() as exercise:
            return exercise.sources + exercise.dosage_sources
        case record:
            return record.sources


def _questions(atlas: Atlas, kind: Kind, id_: str) -> list[str]:
    return entities(Kind.FAQ, atlas.questions_for(Entity(kind, id_)))


def _found(records: Mapping[str, _T], id_: str) -> _T:
    """The record; a LookupError with a sentence if there is none."""
    if id_ not in records:
        raise LookupError(f"the atlas has no {id_!r}")
    return records[id_]


_MAKERS: Mapping[Kind, Callable[[Atlas, str], Document]] = {
    Kind.EXERCISE: exercise_document,
    Kind.INJURY: injury_document,
    Kind.STAGE: stage_document,
    Kind.CONTEXT: context_document,
    Kind.FAQ: faq_document,
    Kind.SOURCE: source_document,
}
