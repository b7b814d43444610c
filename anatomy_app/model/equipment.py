"""What an exercise needs."""

from anatomy_app.model.knowledge import Exercise

NONE = "none"


def needs(exercise: Exercise) -> tuple[frozenset[str], ...]:
    """Ways to be equipped for it: one set of things each, empty if nothing is needed."""
    return (frozenset(map(str, exercise.needs)) - {NONE},)


def can_be_done(exercise: Exercise, equipment: frozenset[str]) -> bool:
    """Whether somebody with that equipment can do it; floor and free room go without saying."""
    return any(way <= equipment for way in needs(exercise))


def known_equipment(exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    """Every thing that some exercise needs, and `none`, sorted by name."""
    return tuple(
        sorted({NONE, *(name for each in exercises for way in needs(each) for name in way)})
    )
