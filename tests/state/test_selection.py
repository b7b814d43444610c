"""Selecting and hovering: one place at a time, with a way back like a browser's."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.state.selection import LONGEST, NOWHERE, Part, Place, Selection, Stop, Training

SOLEUS, GLUTEUS = Entity(Kind.MUSCLE, "soleus"), Entity(Kind.MUSCLE, "gluteus_maximus")
MIDSTANCE = Entity(Kind.STAGE, "midstance")


def heard(selection: Selection) -> list[Place]:
    """Every place that is told from now on."""
    places: list[Place] = []
    selection.changed.connect(lambda place: places.append(place))
    return places


def test_at_first_nothing_is_selected_and_there_is_nowhere_to_go() -> None:
    selection = Selection()
    assert (selection.place, selection.hovered) == (NOWHERE, NOWHERE)
    assert not selection.can_go_back
    assert not selection.can_go_forward


def test_selecting_goes_to_a_place_and_tells_it_once() -> None:
    selection = Selection()
    places = heard(selection)
    selection.select(SOLEUS, Side.LEFT)
    assert selection.place == Place(SOLEUS, Side.LEFT)
    assert places == [selection.place]


def test_one_structure_or_a_compartment_stands_alone() -> None:
    selection = Selection()
    assert selection.alone == frozenset()
    selection.isolate(SOLEUS)
    assert selection.alone == {"soleus"}
    selection.isolate_compartment("calf", ["soleus", "plantaris"])
    assert selection.alone == {"soleus", "plantaris"}
    selection.isolate(None)
    assert not selection.alone


def test_selecting_the_same_place_again_is_silent_and_leaves_no_trace() -> None:
    selection = Selection()
    selection.select(SOLEUS, Side.LEFT)
    selection.back()
    places = heard(selection)
    selection.select(None)
    selection.select(None, Side.RIGHT)
    selection.clear()
    assert places == []
    assert selection.can_go_forward, "a place that is chosen again forgets nothing"


def test_the_other_side_of_a_muscle_is_another_place() -> None:
    selection = Selection()
    selection.select(SOLEUS, Side.LEFT)
    selection.select(SOLEUS, Side.RIGHT)
    selection.back()
    assert selection.place == Place(SOLEUS, Side.LEFT)


def test_only_a_muscle_gives_a_structure() -> None:
    assert Place(SOLEUS).structure == "soleus"
    assert Place(MIDSTANCE).structure is None
    assert NOWHERE.structure is None


def test_back_and_forward_return_to_where_the_user_was() -> None:
    selection = Selection()
    for entity in (SOLEUS, MIDSTANCE, GLUTEUS):
        selection.select(entity)
    places = heard(selection)
    selection.back()
    selection.back()
    selection.forward()
    assert [place.entity for place in places] == [MIDSTANCE, SOLEUS, MIDSTANCE]
    assert selection.can_go_back
    assert selection.can_go_forward


@pytest.mark.parametrize("go", [Selection.back, Selection.forward])
def test_at_an_end_of_the_history_nothing_happens(go: Callable[[Selection], None]) -> None:
    selection = Selection()
    places = heard(selection)
    go(selection)
    assert places == []
    assert selection.place == NOWHERE


def test_a_new_place_forgets_what_lay_ahead() -> None:
    selection = Selection()
    selection.select(SOLEUS)
    selection.select(MIDSTANCE)
    selection.back()
    selection.select(GLUTEUS)
    assert not selection.can_go_forward
    selection.back()
    assert selection.place == Place(SOLEUS)


def test_the_history_keeps_the_latest_places_only() -> None:
    selection = Selection()
    for number in range(LONGEST + 50):
        selection.select(Entity(Kind.FAQ, str(number)))
    steps = 0
    while selection.can_go_back:
        selection.back()
        steps += 1
    assert steps == LONGEST - 1 == 199
    assert selection.place == Place(Entity(Kind.FAQ, "50"))


def test_hovering_is_told_when_it_changes_and_is_no_place_of_the_history() -> None:
    selection = Selection()
    places, hovered = heard(selection), []
    selection.hovered_changed.connect(lambda place: hovered.append(place))
    for entity, side in ((SOLEUS, Side.LEFT), (SOLEUS, Side.LEFT), (None, None), (None, Side.LEFT)):
        selection.hover(entity, side)
    assert hovered == [Place(SOLEUS, Side.LEFT), NOWHERE]
    assert places == []
    assert not selection.can_go_back


@dataclass
class Browser:
    """What a browser does with its two stacks of pages."""

    here: Place = NOWHERE
    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def visit(self, place: Place) -> bool:
        """Go to another page; whether there was anything to do."""
        if place == self.here:
            return False
        self.behind.append(self.here)
        self.here = place
        self.ahead.clear()
        return True

    def turn(self, source: list[Place], target: list[Place]) -> bool:
        """Take a page from one stack and leave this one on the other."""
        if not source:
            return False
        target.append(self.here)
        self.here = source.pop()
        return True


entities = st.sampled_from([None, SOLEUS, GLUTEUS, MIDSTANCE])
sides = st.sampled_from([None, Side.LEFT, Side.RIGHT])
moves = st.one_of(st.sampled_from(["back", "forward", "clear"]), st.tuples(entities, sides))


@given(st.lists(moves, max_size=60))
def test_any_tour_goes_as_in_a_browser(
    tour: list[str | tuple[Entity | None, Side | None]],
) -> None:
    selection, browser = Selection(), Browser()
    places, expected = heard(selection), []
    for move in tour:
        if isinstance(move, tuple):
            selection.select(*move)
            done = browser.visit(Place(*move) if move[0] else NOWHERE)
        elif move == "clear":
            selection.clear()
            done = browser.visit(NOWHERE)
        elif move == "back":
            selection.back()
            done = browser.turn(browser.behind, browser.ahead)
        else:
            selection.forward()
            done = browser.turn(browser.ahead, browser.behind)
        expected += [browser.here] if done else []
        assert selection.place == browser.here
        assert selection.can_go_back == bool(browser.behind)
        assert selection.can_go_forward == bool(browser.ahead)
    assert places == expected


def test_train_keeps_the_place_of_explore_and_is_silent_about_it() -> None:
    selection = Selection()
    selection.select(SOLEUS, Side.LEFT)
    places, stops = heard(selection), list[Stop]()
    selection.arrived.connect(stops.append)
    training = Training(Entity(Kind.EXERCISE, "squat"), ("level:beginner",))
    selection.train(training)
    selection.open(Part.EXPLORE)
    selection.open(Part.EXPLORE)
    assert places == []
    assert [stop.part for stop in stops] == [Part.TRAIN, Part.EXPLORE]
    assert {stop.place for stop in stops} == {Place(SOLEUS, Side.LEFT)}
    assert selection.training == training


def test_the_history_walks_through_both_parts() -> None:
    selection = Selection()
    selection.select(SOLEUS)
    selection.train(Training(None, ("muscle:soleus",)))
    selection.train(Training(None, ("muscle:soleus", "level:beginner")))
    selection.select(GLUTEUS)
    walked = []
    while selection.can_go_back:
        selection.back()
        walked.append((selection.part, selection.place.structure, len(selection.training.filters)))
    assert walked == [
        (Part.TRAIN, "soleus", 2), (Part.TRAIN, "soleus", 1), (Part.EXPLORE, "soleus", 0),
        (Part.EXPLORE, None, 0),
    ]  # fmt: skip


def test_selecting_the_same_place_from_train_opens_explore() -> None:
    selection = Selection()
    selection.select(SOLEUS)
    selection.train(Training())
    selection.select(SOLEUS)
    assert selection.part is Part.EXPLORE
