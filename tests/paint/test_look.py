"""From what is known to colours: unknown is hatched in every mode, and never counts as zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.model.activation import contraction
from anatomy_app.model.drawing import Side, Tissue
from anatomy_app.model.gait import Gait
from anatomy_app.model.kinds import Basis, Change, Contraction
from anatomy_app.paint.look import (
    NO_DATA,
    ColourMode,
    Facts,
    Snapshot,
    change_rgb,
    contraction_rgb,
    hatched,
    resolve_colours,
    selection_keys,
)
from anatomy_app.paint.theme import DARK, LIGHT, THEMES, Theme, group_rgb
from tests.paint.pictures import LAYERS, activity, colours, facts, library, paths

RIGHT, LEFT, MIDLINE = Side.RIGHT, Side.LEFT, Side.MIDLINE
themes = st.sampled_from(tuple(THEMES.values()))
values = st.none() | st.floats(0, 1)


def one(mode: ColourMode, known: Facts, theme: Theme = LIGHT) -> dict[Side, int]:
    """The colours of one structure."""
    found = resolve_colours(theme, mode, {"soleus": known})
    return {side: found["soleus", side] for side in Side}


@given(themes, values, values)
def test_each_side_has_the_colour_of_its_own_activity(
    theme: Theme, right: float | None, left: float | None
) -> None:
    found = one(ColourMode.ACTIVITY, Facts(right, left), theme)
    for side, value in ((RIGHT, right), (LEFT, left), (MIDLINE, right)):
        assert found[side] == (NO_DATA if value is None else theme.activity_rgb(value))


@given(themes)
def test_nobody_measured_it_is_not_the_same_as_not_active(theme: Theme) -> None:
    found = one(ColourMode.ACTIVITY, Facts(None, 0.0), theme)
    assert found[RIGHT] == NO_DATA
    assert found[LEFT] == theme.scale[0] != NO_DATA


def test_a_simulation_is_hidden_only_where_measurements_are_asked_for() -> None:
    known = {"soleus": Facts(0.5, 0.5), "iliacus": Facts(0.5, 0.5, simulated=True)}
    every = resolve_colours(LIGHT, ColourMode.ACTIVITY, known)
    measured = resolve_colours(LIGHT, ColourMode.ACTIVITY, known, measured_only=True)
    assert every["iliacus", LEFT] == LIGHT.activity_rgb(0.5)
    assert hatched(every) == frozenset()
    assert hatched(measured) == {("iliacus", side) for side in Side}


@pytest.mark.parametrize("measured_only", [False, True])
def test_contraction_gives_flat_colours_and_hatches_what_is_not_known(measured_only: bool) -> None:
    known = Facts(contraction_right=Contraction.ECCENTRIC, simulated=True)
    mode = ColourMode.CONTRACTION
    found = resolve_colours(LIGHT, mode, {"a": known}, measured_only=measured_only)
    assert found["a", RIGHT] == LIGHT.colour("eccentric").rgb()
    assert found["a", LEFT] == NO_DATA


@pytest.mark.parametrize("theme", THEMES.values())
def test_every_contraction_has_a_colour_and_low_is_the_foot_of_the_scale(theme: Theme) -> None:
    assert contraction_rgb(theme, Contraction.LOW) == theme.scale[0]
    assert all(contraction_rgb(theme, each) >> 24 == 255 for each in Contraction)
    three = (Contraction.ECCENTRIC, Contraction.ISOMETRIC, Contraction.CONCENTRIC)
    assert [contraction_rgb(theme, each) for each in three] == [
        theme.colour(each.value).rgb() for each in three
    ]


def test_groups_and_anatomy_need_no_measurement() -> None:
    nothing = Facts(group=3)
    assert set(one(ColourMode.GROUP, nothing).values()) == {group_rgb(LIGHT, 3)}
    assert set(one(ColourMode.ANATOMY, nothing).values()) == {LIGHT.colour("muscle").rgb()}
    assert set(one(ColourMode.ANATOMY, nothing, DARK).values()) == {DARK.colour("muscle").rgb()}


def test_a_snapshot_hatches_what_it_was_told_nothing_about() -> None:
    assert Snapshot(LIGHT).colour("soleus", RIGHT) == NO_DATA


def test_a_selection_is_one_side_or_both() -> None:
    one_side = Snapshot(LIGHT, selected=selection_keys(("soleus",), LEFT))
    assert one_side.is_selected("soleus", LEFT)
    assert not one_side.is_selected("soleus", RIGHT)
    for wanted in (None, MIDLINE):
        both = Snapshot(LIGHT, selected=selection_keys(("soleus", "plantaris"), wanted))
        assert all(both.is_selected("plantaris", side) for side in Side)
        assert not both.is_selected("gracilis", LEFT)


def test_shipped_activity_follows_the_tables_side_by_side() -> None:
    known = facts(ColourMode.ACTIVITY, 14)
    assert set(known) == set(library().drawn)
    for drawn, told in known.items():
        curve = activity().by_id[drawn]
        for side, value in ((RIGHT, told.right), (LEFT, told.left)):
            assert value == pytest.approx(curve.value(side, 14))
        assert (told.right is None) == (told.left is None) == (curve.kind is Basis.NONE)
        assert told.simulated == (curve.kind is Basis.SIMULATED)


def test_the_left_leg_looks_as_the_right_leg_half_a_stride_on() -> None:
    now, later = colours(LIGHT, 14), colours(LIGHT, 64)
    assert {drawn: now[drawn, LEFT] for drawn, _ in now} == {
        drawn: later[drawn, RIGHT] for drawn, _ in later
    }


def test_measured_only_hatches_the_simulated_muscles_and_no_other() -> None:
    every, measured = colours(LIGHT, 14), colours(LIGHT, 14, measured_only=True)
    hidden = {drawn for drawn, _ in hatched(measured) - hatched(every)}
    assert hidden == {
        drawn for drawn in library().drawn if activity().by_id[drawn].kind is Basis.SIMULATED
    }
    assert hidden


@pytest.mark.parametrize("percent", [0.0, 33.3, 99.9])
def test_shipped_contractions_follow_the_stage_table(percent: float) -> None:
    structures, stride = library().atlas.structures, activity().stride
    for drawn, told in facts(ColourMode.CONTRACTION, percent).items():
        for side in (RIGHT, LEFT):
            assert told.contraction(side) == contraction(structures[drawn], stride, side, percent)


def test_contractions_of_walking_are_computed_ones_or_no_data() -> None:
    found = colours(LIGHT, 14, ColourMode.CONTRACTION, Gait.WALKING)
    pale = {change_rgb(LIGHT, change) for change in Change}
    assert set(found.values()) == {*pale, NO_DATA}
    assert found["deltoid_middle", RIGHT] == NO_DATA


def test_a_resting_muscle_shows_what_its_path_tells() -> None:
    """In swing the table says "low" of the calf; its path says that it lengthens."""
    known = facts(ColourMode.CONTRACTION, 20)["gastrocnemius_medial"]
    assert known.contraction(LEFT) is Contraction.LOW
    assert known.computed(LEFT) is Change.LENGTHENING
    assert known.computed(RIGHT) is None  # the table speaks
    found = colours(LIGHT, 20, ColourMode.CONTRACTION)
    assert found["gastrocnemius_medial", LEFT] == change_rgb(LIGHT, Change.LENGTHENING)


def test_each_shelf_of_the_list_has_one_colour() -> None:
    found = colours(LIGHT, 0, ColourMode.GROUP)
    structures = library().atlas.structures
    shelves: dict[str, set[int]] = {}
    for (drawn, _), colour in found.items():
        shelves.setdefault(structures[drawn].shelf, set()).add(colour)
    assert all(len(each) == 1 for each in shelves.values())
    assert len(set.union(*shelves.values())) == len(shelves)


def test_every_coloured_structure_lies_in_some_drawing() -> None:
    muscles = {
        region.structure
        for view, number in LAYERS
        for region in paths(view, number).layer.regions
        if region.tissue is Tissue.MUSCLE
    }
    assert {drawn for drawn, _ in colours(LIGHT, 0)} & muscles
    assert muscles - set(library().drawn) == {"neck_deep", "hand_muscles"}, "nobody's regions"
