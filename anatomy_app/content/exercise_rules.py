"""What must hold of exercises: what they take, how they progress, what they prepare, who beware."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from anatomy_app.content.problems import Problem, quoted
from anatomy_app.content.rows import Row, Rows
from anatomy_app.model.knowledge import Equipment, Exercise, Injury, Level

_LEVELS = tuple(Level)

_Exercises = Mapping[str, tuple[Row, Exercise]]


def broken_exercises(rows: Rows) -> Iterator[Problem]:
    """Every rule that an exercise of the rows breaks, by itself or with its neighbours."""
    known = {exercise.id: (row, exercise) for row, exercise in rows.records(Exercise)}
    for row, exercise in known.values():
        yield from _needs(row, exercise)
        yield from _stages(row, exercise)
        yield from _neighbours(row, exercise, known)
    yield from _ring(known)
    for _, injury in rows.records(Injury):
        yield from _unwarned(injury, known)


def _needs(row: Row, exercise: Exercise) -> Iterator[Problem]:
    needs = exercise.needs
    if not needs:
        yield row.problem("needs is empty", "name what it takes at least, or none", "needs")
    elif Equipment.NONE in needs and len(needs) > 1:
        where = needs.index(Equipment.NONE)
        yield row.problem("none stands beside other needs", "take one out", "needs", where)
    elif len(set(needs)) < len(needs):
        yield row.problem("a need stands here twice", "take one out", "needs")


def _stages(row: Row, exercise: Exercise) -> Iterator[Problem]:
    if not exercise.stage_reason.strip():
        remedy = "say why it prepares them" if exercise.stages else "say why it prepares none"
        yield row.problem("stage_reason is empty", remedy, "stage_reason")


def _neighbours(row: Row, exercise: Exercise, known: _Exercises) -> Iterator[Problem]:
    """Neighbours that do not name the exercise in return, or stand on the wrong side of it."""
    for index, id_ in enumerate(exercise.harder):
        if id_ in known:
            harder = known[id_][1]
            at = ("harder", index)
            if exercise.id not in harder.easier:
                yield row.problem(*_one_sided(id_, "easier", exercise.id), *at)
            if _LEVELS.index(harder.level) < _LEVELS.index(exercise.level):
                what = f"{quoted(id_)} is harder, but only for {harder.level}"
                yield row.problem(what, "correct a level, or turn the two round", *at)
    for index, id_ in enumerate(exercise.easier):
        if id_ in known and exercise.id not in known[id_][1].harder:
            yield row.problem(*_one_sided(id_, "harder", exercise.id), "easier", index)


def _one_sided(id_: str, field: str, own: str) -> tuple[str, str]:
    what = f"{quoted(id_)} does not name it as {field}"
    return what, f"add {own!r} to {field} there, or take it out here"


def _ring(known: _Exercises) -> Iterator[Problem]:
    """A progression that comes back to where it began."""
    above = {id_: [h for h in each.harder if h in known] for id_, (_, each) in known.items()}
    try:
        TopologicalSorter(above).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1][::-1]  # from easier to harder, the first again at the end
        row, exercise = known[ring[0]]
        what = f"the progression runs in a ring: {' > '.join(ring)}"
        where = exercise.harder.index(ring[1])
        yield row.problem(what, "take one of them out", "harder", where)


def _unwarned(injury: Injury, known: _Exercises) -> Iterator[Problem]:
    """Exercises that a complaint lists though they do not say who should avoid them."""
    for id_ in injury.exercises:
        if id_ in known and not known[id_][1].avoid_if.strip():
            what = f"avoid_if is empty, though the injury {quoted(injury.id)} lists it"
            yield known[id_][0].problem(what, "say who should leave it out or take care", "id")
