"""Which structures an entity names, and what of the drawings is outlined for it."""

from anatomy_app.model.anatomy import Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.complaints import painful_bones
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Context, Exercise, Injury, Question
from anatomy_app.model.stages import Stage


def selected_structures(atlas: Atlas, entity: Entity) -> tuple[str, ...]:
    """Structure ids: itself, what an exercise trains, an injury involves, a stage mainly uses ...

    Empty for a source and for whatever names no structure.
    """
    match atlas.record(entity):
        case Structure() as structure:
            named: tuple[str, ...] = (structure.id,)
        case Exercise() as exercise:
            named = exercise.primary
        case Injury() as injury:
            named = injury.muscles
        case Stage() as stage:
            named = stage.main_muscles
        case Context() as context:
            named = tuple(effect.target for effect in context.effects)
        case Question() as question:
            related = map(Entity.parse, question.related)
            named = tuple(each.id for each in related if each.kind is Kind.MUSCLE)
        case _:
            named = ()
    return tuple(dict.fromkeys(id_ for id_ in named if id_ in atlas.structures))


def outlined_regions(atlas: Atlas, entity: Entity) -> tuple[str, ...]:
    """Ids of drawn regions: of the structures that an entity names, and of where it hurts."""
    named = selected_structures(atlas, entity)
    drawn = tuple(each for id_ in named for each in atlas.structures[id_].drawn)
    record = atlas.record(entity)
    return drawn + painful_bones(atlas, record) if isinstance(record, Injury) else drawn
