"""A plan as plain JSON values, so that it can be kept, and back."""

from dataclasses import replace

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity
from anatomy_app.model.gait import Stride
from anatomy_app.model.knowledge import Level
from anatomy_app.model.planning import Plan, option_of, plan
from anatomy_app.model.sessions import MOST_DAYS, Day, Gap, GapKind, Item, Wish

FORM = 1
MOST_SETS, MOST_KEPT = 20, 50


def plan_document(made: Plan) -> dict[str, object]:
    """What a plan is kept as: its wish, and exercises with their sets; the rest follows from it."""
    wish = made.wish
    return {
        "form": FORM,
        "focus": [str(each) for each in wish.focus],
        "minutes": wish.minutes,
        "equipment": sorted(wish.equipment),
        "level": str(wish.level),
        "days": [
            {
                "weekday": day.weekday,
                "items": [{"exercise": each.exercise, "sets": each.sets} for each in day.items],
            }
            for day in made.days
        ],
    }


def plan_from(atlas: Atlas, document: object, stride: Stride | None = None) -> Plan:
    """The plan that was kept; a ValueError with a sentence if the document is none.

    An exercise or a focus that the content no longer has is left out and told as a gap.
    """
    table = _table(document)
    if table.get("form") != FORM:
        raise ValueError(f"the form of the plan is {table.get('form')!r}, not {FORM}")
    kept = [_table(each) for each in _list(table.get("days"))]
    focus = [Entity.parse(_text(each)) for each in _list(table.get("focus"))]
    known = tuple(each for each in focus if atlas.record(each) is not None)
    wish = Wish(
        known,
        _number(table.get("minutes")),
        frozenset(map(_text, _list(table.get("equipment")))),
        len(kept),
        Level(_text(table.get("level"))),
    )
    fresh = plan(atlas, wish, stride)
    days = tuple(_day(atlas, wish, fresh, each, stride) for each in kept)
    lost = [
        Gap(GapKind.NO_EXERCISE, exercise=id_)
        for id_ in dict.fromkeys(id_ for each in kept for id_, _ in _entries(each))
        if id_ not in atlas.exercises
    ]
    lost += [Gap(GapKind.NO_EXERCISE, each) for each in focus if each not in known]
    return replace(fresh, days=days, missing=(*fresh.missing, *lost))


def _day(
    atlas: Atlas, wish: Wish, fresh: Plan, kept: dict[str, object], stride: Stride | None
) -> Day:
    weekday = kept.get("weekday")
    if not isinstance(weekday, int) or not 1 <= weekday <= MOST_DAYS:
        raise ValueError(f"{weekday!r} is no day of the week")
    options = {each.exercise: each for each in fresh.pool}
    items: list[Item] = []
    for id_, sets in _entries(kept):
        if id_ in atlas.exercises:
            found = options.get(id_) or option_of(atlas, id_, stride)
            items.append(found.item(wish.level, sets))
    return Day(weekday, tuple(items))


def _entries(kept: dict[str, object]) -> list[tuple[str, int]]:
    """(exercise id, sets) of a day."""
    found = []
    for each in map(_table, _list(kept.get("items"))):
        sets = each.get("sets")
        if not isinstance(sets, int) or not 1 <= sets <= MOST_SETS:
            raise ValueError(f"{sets!r} is no number of sets")
        found.append((_text(each.get("exercise")), sets))
    return found


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("a table is missing")  # a fault of the file
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list) or len(value) > MOST_KEPT:
        raise ValueError("a list is missing or far too long")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")  # a fault of the file
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} is no number")
    return float(value)
