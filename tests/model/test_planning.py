"""Plans: whatever is wished, the constraints hold, or the plan says plainly which do not."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anatomy_app.content.library import Library
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.equipment import can_be_done, known_equipment
from anatomy_app.model.gait import Stride
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.knowledge import Level
from anatomy_app.model.plan_document import plan_document, plan_from
from anatomy_app.model.planning import GapKind, Item, Plan, Role, Wish, option_of, plan

LIBRARY = Library()
ATLAS = LIBRARY.atlas
FOCUSES = [each for each in ATLAS.entities() if each.kind not in (Kind.FAQ, Kind.SOURCE)]
THINGS = known_equipment(tuple(ATLAS.exercises.values()))
EVERYTHING = frozenset(THINGS)
LEVELS = [*Level]


@cache
def stride() -> Stride:
    return LIBRARY.stride(Gait.RUNNING, None)


def made(
    *focus: str,
    minutes: float = 20,
    days: int = 1,
    equipment: frozenset[str] = frozenset(),
    level: Level = Level.INTERMEDIATE,
) -> Plan:
    wish = Wish(tuple(map(Entity.parse, focus)), minutes, equipment, days, level)
    return plan(ATLAS, wish, stride())


wishes = st.builds(
    Wish,
    focus=st.lists(st.sampled_from(FOCUSES), min_size=1, max_size=3, unique=True).map(tuple),
    minutes=st.integers(5, 90) | st.floats(5, 180),
    equipment=st.frozensets(st.sampled_from(THINGS), max_size=8) | st.just(EVERYTHING),
    days=st.integers(1, 7),
    level=st.sampled_from(Level),
)


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.exercise for item in items]


def seconds_of(item: Item) -> float:
    """Time of an item by hand: what is stated, without tempo, is the least that it can take."""
    held = item.seconds or 0
    work = item.reps * max(held, 1) if item.reps else held
    return item.sets * work * item.sides + (item.sets - 1) * item.rest_seconds


@settings(max_examples=50, deadline=None)
@given(wish=wishes)
def test_the_constraints_hold_or_the_plan_says_which_do_not(wish: Wish) -> None:
    found = plan(ATLAS, wish, stride())
    assert len(found.days) == wish.days
    told = {(gap.kind, gap.day) for gap in found.gaps}
    for place, day in enumerate(found.days):
        assert day.minutes <= wish.minutes
        assert (day.minutes < 0.75 * wish.minutes) == ((GapKind.SHORT, place) in told)
        assert round(sum(item.minutes for item in day.items), 1) == day.minutes
        assert len(set(ids(day.items))) == len(day.items) <= 8
        groups = Counter(item.option.group for item in day.items)
        halves = max(groups.values(), default=0) <= -(-len(day.items) // 2)
        assert halves != ((GapKind.BALANCE, place) in told)
        for item in day.items:
            check_item(wish, item)
    check_week(found)
    served = {item.reason.focus for day in found.days for item in day.items}
    for focus in wish.focus:
        named = focus in {gap.focus for gap in found.gaps}
        assert focus in served or named or len(wish.focus) > 1


def check_item(wish: Wish, item: Item) -> None:
    exercise = ATLAS.exercises[item.exercise]
    assert LEVELS.index(exercise.level) <= LEVELS.index(wish.level)
    assert can_be_done(exercise, wish.equipment)
    assert item.minutes * 60 >= seconds_of(item) - 1e-6
    dose = item.option.dose
    assert dose.sets[0] <= item.sets <= dose.sets[1]
    for value, between in (
        (item.reps, dose.reps), (item.seconds, dose.seconds), (item.metres, dose.metres),
    ):  # fmt: skip
        assert (value is None) == (between is None)
        assert value is None or between is None or between[0] <= value <= between[1]
    assert item.reason.because
    if any(focus.kind is Kind.INJURY for focus in wish.focus):
        assert item.role is Role.FOCUS
    if item.reason.focus.kind is Kind.INJURY:
        assert item.exercise in ATLAS.injuries[item.reason.focus.id].exercises
        assert exercise.kind != "plyometric"


def check_week(found: Plan) -> None:
    """Heavy days apart, in the list and over the turn of the week; no exercise too often."""
    days = found.days
    assert [day.weekday for day in days] == sorted({day.weekday for day in days})
    for first, second in pairwise(days):
        assert not (first.is_heavy and second.is_heavy)
    last_to_first = days[0].weekday + 7 - days[-1].weekday
    if len(days) > 1 and last_to_first == 1:
        assert not (days[0].is_heavy and days[-1].is_heavy)
    counts = Counter(id_ for day in days for id_ in ids(day.items))
    assert len(counts) <= 12
    for id_, count in counts.items():
        text = re.sub(r"\(.*?\)", "", ATLAS.exercises[id_].dosage)
        named = re.search(r"(\d+)(?:–(\d+))? (?:days|runs) a week", text)
        daily = re.search(r"a day|daily|every|or more", text)
        if named and not daily:
            assert count <= int(named[2] or named[1])
            on = [day.weekday for day in days if id_ in ids(day.items)]
            if int(named[2] or named[1]) < 6:
                assert all(b - a > 1 for a, b in pairwise(on))


@settings(max_examples=10, deadline=None)
@given(wish=wishes)
def test_the_same_wish_makes_the_same_plan(wish: Wish) -> None:
    assert plan(ATLAS, wish, stride()) == plan(ATLAS, wish, stride())


@settings(max_examples=30, deadline=None)
@given(wish=wishes, data=st.data())
def test_editing_makes_new_plans_that_obey_too(wish: Wish, data: st.DataObject) -> None:
    before = plan(ATLAS, wish, stride())
    filled = [n for n, day in enumerate(before.days) if day.items]
    if not filled:
        return
    day = data.draw(st.sampled_from(filled))
    index = data.draw(st.integers(0, len(before.days[day].items) - 1))
    items = before.days[day].items

    swapped = before.swap(day, index)
    if swapped != before:
        assert swapped.days[day].items[index].exercise not in ids(items)
        assert swapped.days[day].items[:index] == items[:index]
        assert swapped.days[day].minutes <= wish.minutes
        check_item(wish, swapped.days[day].items[index])
        check_heavy(swapped)
        assert set(swapped.gaps) - set(before.gaps) <= {
            gap for gap in swapped.gaps if gap.kind in (GapKind.SHORT, GapKind.BALANCE)
        }

    removed = before.remove(day, index)
    assert ids(removed.days[day].items) == ids(items)[:index] + ids(items)[index + 1 :]

    by = data.draw(st.integers(-9, 9))
    moved = before.move(day, index, by)
    assert sorted(ids(moved.days[day].items)) == sorted(ids(items))
    place = min(max(index + by, 0), len(items) - 1)
    assert moved.days[day].items[place] == items[index]
    assert before == plan(ATLAS, wish, stride()), "the old plan stays for undo"


def check_heavy(found: Plan) -> None:
    for first, second in pairwise(found.days):
        assert not (first.is_heavy and second.is_heavy)


def test_weak_points_take_turns_and_each_is_served() -> None:
    found = made("muscle:soleus", "muscle:gluteus_medius", minutes=30, equipment=EVERYTHING)
    served = {str(item.reason.focus) for item in found.days[0].items}
    assert {"muscle:soleus", "muscle:gluteus_medius"} <= served
    assert found.gaps == ()
    assert 22.5 <= found.minutes <= 30


def test_swapping_again_and_again_offers_every_alternative() -> None:
    found = made("muscle:soleus", minutes=30, equipment=EVERYTHING)
    seen = {found.days[0].items[-1].exercise}
    for _ in range(6):
        found = found.swap(0, len(found.days[0].items) - 1)
        new = found.days[0].items[-1].exercise
        assert new not in seen
        seen.add(new)


def test_an_added_exercise_that_breaks_a_wish_is_told() -> None:
    found = made("muscle:soleus", minutes=5, days=2)
    jump = option_of(ATLAS, "box_jump", stride())
    added = found.add(0, jump).add(1, jump)
    assert ids(added.days[0].items)[-1] == "box_jump"
    kinds = {gap.kind for gap in added.gaps}
    assert {GapKind.LONG, GapKind.HEAVY} <= kinds
    assert str(added.days[0].items[-1].reason.focus) == "exercise:box_jump"
    often = found.add(0, option_of(ATLAS, "bounding")).add(1, option_of(ATLAS, "bounding"))
    assert GapKind.OFTEN in {gap.kind for gap in often.gaps}


@pytest.mark.parametrize(
    ("focus", "equipment", "kind"),
    [
        ("injury:blisters", EVERYTHING, GapKind.NO_EXERCISE),
        ("muscle:brachialis", EVERYTHING, GapKind.NO_EXERCISE),
        ("exercise:bounding", EVERYTHING, GapKind.LEVEL),
        ("exercise:step_up", frozenset(), GapKind.EQUIPMENT),
        ("exercise:cycling", EVERYTHING, GapKind.TIME),
        ("muscle:soleus", frozenset(), None),
    ],
)
def test_a_wish_that_cannot_be_met_is_named_with_its_reason(
    focus: str, equipment: frozenset[str], kind: GapKind | None
) -> None:
    found = made(focus, minutes=10, equipment=equipment)
    kinds = [gap.kind for gap in found.missing if gap.focus == Entity.parse(focus)]
    assert kinds == ([kind] if kind else [])
    # What is there for balance alone would be sold as training for the focus.
    assert any(day.items for day in found.days) is (kind is None)


def test_a_dosage_that_cannot_be_read_comes_in_by_hand_only_with_its_text() -> None:
    vague = replace(ATLAS.exercises["short_foot"], dosage="As much as you like.")
    atlas = replace(ATLAS, exercises={"short_foot": vague})
    focus = Entity.parse("muscle:foot_core")
    found = plan(atlas, Wish((focus,), 20), stride())
    assert [(gap.kind, gap.focus) for gap in found.missing] == [(GapKind.UNREAD, focus)]
    [item] = found.add(0, option_of(atlas, "short_foot")).days[0].items
    assert (item.reps, item.seconds, item.metres) == (None, None, None)
    assert not item.option.dose.known


def test_beside_a_complaint_nobody_jumps_and_nothing_is_added() -> None:
    found = made("injury:calf_strain", "muscle:soleus", minutes=60, days=3, equipment=EVERYTHING)
    items = [item for day in found.days for item in day.items]
    assert items
    assert {ATLAS.exercises[item.exercise].kind for item in items} & {"plyometric"} == set()
    assert {item.role for item in items} == {Role.FOCUS}


@pytest.mark.parametrize(
    ("focus", "minutes", "days"),
    [((), 20, 1), (("muscle:soleus",), 4, 1), (("muscle:soleus",), 181, 1),
     (("muscle:soleus",), 20, 0), (("muscle:soleus",), 20, 8)],
)  # fmt: skip
def test_without_minutes_days_or_focus_there_is_no_wish(
    focus: tuple[str, ...], minutes: float, days: int
) -> None:
    with pytest.raises(ValueError, match=r"^a (plan|session|week) "):
        made(*focus, minutes=minutes, days=days)


@settings(max_examples=20, deadline=None)
@given(wish=wishes)
def test_a_plan_comes_back_as_it_was_kept(wish: Wish) -> None:
    before = plan(ATLAS, wish, stride())
    assert plan_from(ATLAS, plan_document(before), stride()) == before


def test_an_edited_plan_comes_back_as_it_was_edited() -> None:
    found = made("muscle:soleus", minutes=20, days=2).move(0, 0, 1).remove(1, 0)
    found = found.add(0, option_of(ATLAS, "pull_up", stride()))
    back = plan_from(ATLAS, plan_document(found), stride())
    assert back.days == found.days
    assert back.gaps == found.gaps


def test_what_the_content_no_longer_has_is_told_and_the_rest_stays() -> None:
    document = plan_document(made("muscle:soleus", minutes=20))
    text = str(document).replace("double_leg_calf_raise", "gone_away")
    back = plan_from(ATLAS, eval(text), stride())  # our own dictionary
    assert "gone_away" in [gap.exercise for gap in back.gaps]
    assert len(back.days[0].items) > 0


@pytest.mark.parametrize(
    "broken",
    [
        None, [], {}, {"form": 2}, {"form": 1}, {"form": 1, "days": []},
        {"form": 1, "focus": ["muscle:soleus"], "minutes": True, "equipment": [], "days": [{}]},
        {"form": 1, "focus": ["what"], "minutes": 20, "equipment": [], "days": [{}]},
        {"form": 1, "focus": ["muscle:nobody"], "minutes": 20, "equipment": [], "days": [{}],
         "level": "beginner"},
        {"form": 1, "focus": ["muscle:soleus"], "minutes": 20, "equipment": [], "days": [{}],
         "level": "hero"},
        {"form": 1, "focus": ["muscle:soleus"], "minutes": 20, "equipment": [],
         "level": "beginner", "days": [{"weekday": 9, "items": []}]},
        {"form": 1, "focus": ["muscle:soleus"], "minutes": 20, "equipment": [],
         "level": "beginner",
         "days": [{"weekday": 1, "items": [{"exercise": "squat", "sets": 1000}]}]},
    ],
)  # fmt: skip
def test_a_broken_document_is_refused_with_a_sentence(broken: object) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        plan_from(ATLAS, broken, stride())
