"""Whether an exercise can be done with what one has."""

from anatomy_app.model.knowledge import Equipment, Exercise

NONE = Equipment.NONE.value
EVERYWHERE = frozenset({Equipment.NONE.value, Equipment.WALL.value})
"""What everybody has: a floor, free room and a wall."""


def can_be_done(exercise: Exercise, equipment: frozenset[str]) -> bool:
    """Whether somebody with that equipment can do it."""
    return set(exercise.needs) <= equipment | EVERYWHERE


def known_equipment(exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    """Every thing that some exercise needs, and `none`, sorted by name."""
    return tuple(sorted({NONE, *(each.value for one in exercises for each in one.needs)}))
