"""What a focus is about: the structures to train and the stages in which they work for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from anatomy_app.model.anatomy import Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity
from anatomy_app.model.knowledge import Context, Exercise, Injury
from anatomy_app.model.stages import Stage, StageKind

BUSY = 2
"""The activity, of 3, from which a structure works moderately."""

WORKS_MORE = ("up", "high", "moderate", "fatigue")
"""Directions of a context's effect under which a structure is worth training for it."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A structure to train, and the stages in which it works for the focus."""

    structure: str
    stages: tuple[str, ...]


def aims_of(atlas: Atlas, focus: Entity) -> tuple[Aim, ...]:
    """The structures that a focus is about, each with the stages that matter for it."""
    match atlas.record(focus):
        case Structure() as structure:
            return (Aim(structure.id, _busy_stages(structure)),)
        case Stage() as stage:
            stages = _single_stages(atlas, stage)
            return tuple(Aim(id_, stages) for id_ in stage.main_muscles)
        case Injury() as injury:
            named = dict.fromkeys(injury.often_weak + injury.muscles + injury.often_tight)
            return tuple(Aim(id_, injury.stages) for id_ in named)
        case Context() as context:
            return tuple(_context_aims(atlas, context))
        case Exercise() as exercise:
            structures = (atlas.structures.get(id_) for id_ in exercise.primary)
            return tuple(Aim(each.id, _busy_stages(each)) for each in structures if each)
        case _:
            raise ValueError(f"{focus} is nothing that exercises could train")


def _context_aims(atlas: Atlas, context: Context) -> Iterator[Aim]:
    for effect in context.effects:
        structure = atlas.structures.get(effect.target)
        if structure is not None and effect.direction in WORKS_MORE:
            yield Aim(structure.id, _busy_stages(structure))


def _busy_stages(structure: Structure) -> tuple[str, ...]:
    """The stages in which a structure works moderately or strongly, else most."""
    levels = {id_: role.activity or 0 for id_, role in structure.stages.items()}
    least = min(BUSY, max(levels.values(), default=0))
    busy = tuple(id_ for id_, level in levels.items() if level >= max(least, 1))
    return busy or structure.main_stages


def _single_stages(atlas: Atlas, stage: Stage) -> tuple[str, ...]:
    """The stage itself; of a phase or overlay its stages, of an event those beside it."""
    if stage.kind is StageKind.STAGE:
        return (stage.id,)
    start, end = stage.easy
    stages = [each for each in atlas.stages.values() if each.kind is StageKind.STAGE]
    if start == end:
        return tuple(each.id for each in stages if each.easy[0] <= start <= each.easy[1])
    return tuple(each.id for each in stages if each.easy[0] < end and each.easy[1] > start)
