"""The constraints of a plan: what may stand where, and what a plan does not meet."""

from collections import Counter
from collections.abc import Iterator

from anatomy_app.model.sessions import (
    MOST_DAYS,
    Day,
    Gap,
    GapKind,
    Item,
    Option,
    Wish,
    total_minutes,
)

ENOUGH = 0.75
"""The share of the wished minutes under which a day counts as short."""


def weekdays(days: int) -> tuple[int, ...]:
    """The weekdays of so many sessions, spread over the week."""
    return tuple(1 + place * MOST_DAYS // days for place in range(days))


def beside(days: tuple[Day, ...], place: int) -> tuple[int, ...]:
    """The sessions before and after one, and the one on the day after the week's last or first."""
    found = [each for each in (place - 1, place + 1) if 0 <= each < len(days)]
    for other, day in enumerate(days):
        apart = (day.weekday - days[place].weekday) % MOST_DAYS
        if other != place and apart in (1, MOST_DAYS - 1):
            found.append(other)
    return tuple(dict.fromkeys(found))


def may_stand(days: tuple[Day, ...], place: int, option: Option) -> bool:
    """Whether an option may be added to a day: not twice, not too often, not heavy beside heavy."""
    if any(item.exercise == option.exercise for item in days[place].items):
        return False
    on = [n for n, day in enumerate(days) if _has(day, option.exercise)]
    if len(on) >= option.days_a_week:
        return False
    near = _next_days(days, place)
    if not option.may_follow_itself and any(n in near for n in on):
        return False
    return not (option.is_heavy and any(days[n].is_heavy for n in beside(days, place)))


def fits(wish: Wish, items: tuple[Item, ...]) -> bool:
    """Whether the items take no longer than the wished minutes."""
    return total_minutes(items) <= wish.minutes


def is_balanced(items: tuple[Item, ...]) -> bool:
    """Whether no muscle group has more than half of the items, rounded up."""
    groups = Counter(item.option.group for item in items)
    return max(groups.values(), default=0) <= (len(items) + 1) // 2


def gaps_of_days(wish: Wish, days: tuple[Day, ...]) -> Iterator[Gap]:
    """What the days do not meet, in their order."""
    for place, day in enumerate(days):
        if day.minutes > wish.minutes:
            yield Gap(GapKind.LONG, day=place)
        if day.minutes < ENOUGH * wish.minutes:
            yield Gap(GapKind.SHORT, day=place)
        if not is_balanced(day.items):
            yield Gap(GapKind.BALANCE, day=place)
        if day.is_heavy and any(days[n].is_heavy for n in beside(days, place) if n > place):
            yield Gap(GapKind.HEAVY, day=place)
    yield from _too_often(days)


def _too_often(days: tuple[Day, ...]) -> Iterator[Gap]:
    counts = Counter(item.option.exercise for day in days for item in day.items)
    options = {item.exercise: item.option for day in days for item in day.items}
    for id_, option in options.items():
        on = [place for place, day in enumerate(days) if _has(day, id_)]
        in_a_row = any(n in _next_days(days, place) for place in on for n in on)
        if counts[id_] > option.days_a_week or (in_a_row and not option.may_follow_itself):
            yield Gap(GapKind.OFTEN, exercise=id_)


def _next_days(days: tuple[Day, ...], place: int) -> tuple[int, ...]:
    """The sessions on the weekday before and after."""
    return tuple(
        other
        for other, day in enumerate(days)
        if other != place and (day.weekday - days[place].weekday) % MOST_DAYS in (1, MOST_DAYS - 1)
    )


def _has(day: Day, exercise: str) -> bool:
    return any(item.exercise == exercise for item in day.items)
