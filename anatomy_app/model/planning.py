"""Makes a session or a week that obeys every constraint, and says what it could not meet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from anatomy_app.model.aims import aims_of
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.dosage import read_dose
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.equipment import can_be_done
from anatomy_app.model.gait import Stride
from anatomy_app.model.knowledge import ExerciseKind
from anatomy_app.model.plan_rules import (
    fits,
    gaps_of_days,
    is_balanced,
    may_stand,
    weekdays,
)
from anatomy_app.model.reasons import Ranked, difficulty, rank
from anatomy_app.model.sessions import (
    USUAL_DAYS,
    Day,
    Gap,
    GapKind,
    Item,
    Option,
    Role,
    Wish,
    option,
)

__all__ = ["Day", "Gap", "GapKind", "Item", "Option", "Plan", "Role", "Wish", "plan"]

MOST_ITEMS, MOST_ITEMS_OFTEN = 8, 6
"""Items of a day, however long; from 4 days a week on, fewer, so that two kinds of day differ."""

MOST_DIFFERENT = 12
"""Exercises of a plan: as many as one printed page shows in letters that can be read."""

MOST_BALANCE = 40
"""Options for balance that are looked at."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A session or a week. Editing makes a new plan; to undo, keep the old one.

    `pool` are the options that it may use, the best first; `missing` what of the wish could not
    be met from the start.
    """

    wish: Wish
    days: tuple[Day, ...]
    pool: tuple[Option, ...]
    missing: tuple[Gap, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All that the plan does not meet, as it stands now."""
        return (*self.missing, *gaps_of_days(self.wish, self.days))

    @property
    def minutes(self) -> float:
        """Minutes of the longest day, rests included."""
        return max((day.minutes for day in self.days), default=0.0)

    def swap(self, day: int, index: int) -> "Plan":
        """Another exercise in the place of an item, the next for its muscle group if there is one.

        Swapping again goes on through all. The same plan if nothing else obeys the constraints.
        """
        old = self.days[day].items[index]
        for new in self._others(old.option):
            item = self._in_place(day, index, new)
            if item is not None:
                return self._with(day, _put(self.days[day].items, index, item))
        return self

    def move(self, day: int, index: int, by: int) -> "Plan":
        """An item earlier (-) or later (+) in its day, as far as there is room."""
        items = [*self.days[day].items]
        item = items.pop(index)
        items.insert(min(max(index + by, 0), len(items)), item)
        return self._with(day, tuple(items))

    def remove(self, day: int, index: int) -> "Plan":
        """The plan without an item."""
        items = self.days[day].items
        return self._with(day, items[:index] + items[index + 1 :])

    def add(self, day: int, new: Option) -> "Plan":
        """The plan with an item at the end of a day; what that breaks stands in `gaps`."""
        return self._with(day, (*self.days[day].items, new.item(self.wish.level)))

    def _with(self, day: int, items: tuple[Item, ...]) -> "Plan":
        days = [*self.days]
        days[day] = replace(days[day], items=items)
        return replace(self, days=tuple(days))

    def _others(self, old: Option) -> tuple[Option, ...]:
        """The options after an item's own, muscle group by muscle group, round to the first."""
        groups = [*dict.fromkeys(each.group for each in self.pool)]
        ordered = sorted(self.pool, key=lambda each: groups.index(each.group))
        ids = [each.exercise for each in ordered]
        start = ids.index(old.exercise) + 1 if old.exercise in ids else 0
        return (*ordered[start:], *ordered[:start])

    def _in_place(self, day: int, index: int, new: Option) -> Item | None:
        """The option as the item of that place, with as many sets as the time allows."""
        if new.exercise in {each.exercise for each in self.days[day].items}:
            return None
        without = self.remove(day, index)
        if not may_stand(without.days, day, new):
            return None
        items = self.days[day].items
        allowed = [
            item
            for sets in range(new.dose.sets[0], new.dose.sets[1] + 1)
            for item in [new.item(self.wish.level, sets)]
            if fits(self.wish, _put(items, index, item))
        ]
        keeps = allowed and is_balanced(_put(items, index, allowed[-1])) >= is_balanced(items)
        return allowed[-1] if keeps else None


def plan(atlas: Atlas, wish: Wish, stride: Stride | None = None) -> Plan:
    """The plan of a wish: always the same for the same wish and content.

    The constraints hold in all that it contains; what cannot be met is told in its gaps. A
    ValueError with a sentence if a focus is nothing that can be trained.
    """
    served = {focus: _options(atlas, wish, focus, stride) for focus in wish.focus}
    pool = _pool(atlas, wish, [options for options, _ in served.values()], stride)
    days = tuple(Day(weekday) for weekday in weekdays(wish.days))
    served_any = any(options for options, _ in served.values())
    for place in range(len(days) if served_any else 0):  # balance alone serves nobody's wish
        days = _filled(wish, days, place, pool)
    used = {item.exercise for day in days for item in day.items}
    missing = []
    for focus, (options, gap) in served.items():
        if gap or not used & {each.exercise for each in options}:
            missing.append(Gap(gap or GapKind.LEFT_OUT, focus))
    return Plan(wish, days, pool, tuple(missing))


def option_of(atlas: Atlas, exercise: str, stride: Stride | None = None) -> Option:
    """Any exercise as an option, its reason being that somebody chose it."""
    facts = rank(atlas, Entity(Kind.EXERCISE, exercise), stride)[0].facts
    return option(atlas, atlas.exercises[exercise], facts, Role.FOCUS)


def _options(
    atlas: Atlas, wish: Wish, focus: Entity, stride: Stride | None
) -> tuple[list[Option], GapKind | None]:
    """The exercises for a focus that the wish allows, or the constraint that took the last."""
    ranked = [each for each in rank(atlas, focus, stride) if _belongs(atlas, wish, focus, each)]
    usable, gap = _usable(atlas, wish, ranked)
    exercises = atlas.exercises
    return [option(atlas, exercises[r.exercise], r.facts, Role.FOCUS) for r in usable], gap


def _pool(
    atlas: Atlas, wish: Wish, lists: list[list[Option]], stride: Stride | None
) -> tuple[Option, ...]:
    """Every option once: the best of each focus in turn, those for balance last."""
    in_turn = [each for row in zip_longest(*lists) for each in row if each is not None]
    unique: dict[str, Option] = {}
    for each in chain(in_turn, _for_balance(atlas, wish, stride)):
        unique.setdefault(each.exercise, each)
    return tuple(unique.values())


def _belongs(atlas: Atlas, wish: Wish, focus: Entity, ranked: Ranked) -> bool:
    """Whether it is for a session: runs and rides are not, unless they are what was asked for.

    Beside a complaint nobody is sent jumping: that is for a clinician to allow.
    """
    kind = atlas.exercises[ranked.exercise].kind
    if focus.kind is Kind.EXERCISE:
        return True
    if kind is ExerciseKind.PLYOMETRIC and _hurts(wish):
        return False
    if kind is ExerciseKind.CROSS_TRAINING:
        return ranked.facts.advised
    return kind is not ExerciseKind.RUN_WORKOUT


def _hurts(wish: Wish) -> bool:
    """Whether the wish names a complaint."""
    return any(focus.kind is Kind.INJURY for focus in wish.focus)


def _usable(atlas: Atlas, wish: Wish, ranked: list[Ranked]) -> tuple[list[Ranked], GapKind | None]:
    """The exercises that the wish allows; if there are none, the constraint that took the last."""
    if not ranked:
        return [], GapKind.NO_EXERCISE
    exercises = atlas.exercises
    kept = [r for r in ranked if difficulty(exercises[r.exercise].level) <= difficulty(wish.level)]
    if not kept:
        return [], GapKind.LEVEL
    kept = [r for r in kept if can_be_done(exercises[r.exercise], wish.equipment)]
    if not kept:
        return [], GapKind.EQUIPMENT
    kept = [r for r in kept if read_dose(exercises[r.exercise].dosage).known]
    if not kept:
        return [], GapKind.UNREAD
    kept = [r for r in kept if _least_minutes(atlas, wish, r) <= wish.minutes]
    return kept, None if kept else GapKind.TIME


def _least_minutes(atlas: Atlas, wish: Wish, ranked: Ranked) -> float:
    made = option(atlas, atlas.exercises[ranked.exercise], ranked.facts, Role.FOCUS)
    return made.item(wish.level).minutes


def _for_balance(atlas: Atlas, wish: Wish, stride: Stride | None) -> Iterator[Option]:
    """Options of other muscles that work in the stages of the focus; none beside a complaint."""
    if _hurts(wish):
        return
    stages = dict.fromkeys(
        id_ for focus in wish.focus for aim in aims_of(atlas, focus) for id_ in aim.stages
    )
    for stage in stages:
        focus = Entity(Kind.STAGE, stage)
        ranked = [each for each in rank(atlas, focus, stride) if _belongs(atlas, wish, focus, each)]
        for each in _usable(atlas, wish, ranked)[0][:MOST_BALANCE]:
            yield option(atlas, atlas.exercises[each.exercise], each.facts, Role.BALANCE)


def _filled(
    wish: Wish, days: tuple[Day, ...], place: int, pool: tuple[Option, ...]
) -> tuple[Day, ...]:
    """The days with one of them filled: first with items, then with further sets."""
    most = MOST_ITEMS if wish.days <= USUAL_DAYS else MOST_ITEMS_OFTEN
    while len(days[place].items) < most:
        new = _next_option(wish, days, place, pool)
        if new is None:
            break
        days = _replaced(days, place, (*days[place].items, new.item(wish.level)))
    items = _with_more_sets(wish, days[place].items)
    return _replaced(days, place, tuple(sorted(items, key=_turn)))


def _turn(item: Item) -> int:
    """Where it comes in a session: supple first, quick before strong, stretches last."""
    return _ORDER.index(item.option.kind)


_ORDER = (
    ExerciseKind.MOBILITY, ExerciseKind.DRILL, ExerciseKind.PLYOMETRIC, ExerciseKind.STRENGTH,
    ExerciseKind.RUN_WORKOUT, ExerciseKind.CROSS_TRAINING, ExerciseKind.STRETCH,
)  # fmt: skip


def _next_option(
    wish: Wish, days: tuple[Day, ...], place: int, pool: tuple[Option, ...]
) -> Option | None:
    """The best option that may stand there, fits and keeps the balance.

    Without a balancing one the session is filled with the focus alone all the same: a gap tells.
    """
    items = days[place].items
    used = {item.exercise for day in days for item in day.items}
    may = [
        each
        for each in pool
        if (each.exercise in used or len(used) < MOST_DIFFERENT)
        and may_stand(days, place, each)
        and fits(wish, (*items, each.item(wish.level)))
    ]
    for each in may:
        if is_balanced((*items, each.item(wish.level))):
            return each
    return next((each for each in may if each.role is Role.FOCUS), None)


def _with_more_sets(wish: Wish, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """A further set for one item after the other, while there is time and the dosage allows."""
    grew = True
    while grew:
        grew = False
        for index, item in enumerate(items):
            if item.sets < item.option.dose.sets[1]:
                more = _put(items, index, item.option.item(wish.level, item.sets + 1))
                if fits(wish, more):
                    items, grew = more, True
    return items


def _put(items: tuple[Item, ...], index: int, item: Item) -> tuple[Item, ...]:
    return (*items[:index], item, *items[index + 1 :])


def _replaced(days: tuple[Day, ...], place: int, items: tuple[Item, ...]) -> tuple[Day, ...]:
    day = replace(days[place], items=items)
    return (*days[:place], day, *days[place + 1 :])
