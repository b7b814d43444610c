"""What a setting of a run changes in each drawn structure, and where studies disagree."""

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.index import Entry
from anatomy_app.model.knowledge import Context, Effect
from anatomy_app.model.settings import Shift, disagreeing, in_families, shifts
from tests.paint.pictures import library


def effect(target: str, direction: str, *sources: str, disputed: bool = False) -> Effect:
    """An effect on a muscle, resting on studies."""
    return Effect(
        f"{target}_{direction}", target, "muscle", direction, "", sources, disputed=disputed
    )


def changed(*effects: Effect) -> dict[str, Shift]:
    """The changes by drawn structure."""
    return shifts(entries(), Context("x", "X", effects))


def atlas() -> Atlas:
    """The shipped content."""
    return library().atlas


def entries() -> dict[str, Entry]:
    """The shipped structures."""
    return dict(atlas().index.entries)


def test_a_group_speaks_for_its_members() -> None:
    found = changed(effect("quadriceps", "up", "a"))
    assert set(found) == set(entries()["quadriceps"].drawn)
    assert {*found.values()} == {Shift.MORE}


def test_a_muscle_that_is_named_itself_does_not_follow_its_group() -> None:
    one_study = changed(effect("rectus_femoris", "up", "a"), effect("quadriceps", "down", "a", "b"))
    assert one_study["rectus_femoris"] is Shift.MORE
    assert one_study["vastus_lateralis"] is Shift.LESS


def test_different_studies_that_say_the_opposite_disagree() -> None:
    effects = effect("rectus_femoris", "up", "a"), effect("quadriceps", "down", "b")
    found, context = changed(*effects), Context("x", "X", effects)
    assert found["rectus_femoris"] is Shift.DISPUTED
    assert found["vastus_lateralis"] is Shift.LESS
    assert disagreeing(entries(), context, effects[0]) == (effects[1],)
    assert disagreeing(entries(), context, effects[1]) == (effects[0],)


def test_two_rows_about_one_muscle_that_say_the_opposite_disagree() -> None:
    found = changed(effect("soleus", "up", "a"), effect("soleus", "down", "a"))
    assert found == {"soleus": Shift.DISPUTED}


def test_mixed_and_disputed_are_no_more_and_no_less() -> None:
    assert changed(effect("soleus", "mixed")) == {"soleus": Shift.DISPUTED}
    assert changed(effect("soleus", "up", disputed=True)) == {"soleus": Shift.DISPUTED}


def test_what_is_neither_more_nor_less_is_not_made_so() -> None:
    for direction in ("fatigue", "high", "moderate", "plateau", "reference", "changed"):
        assert changed(effect("soleus", direction)) == {"soleus": Shift.TOLD}
    assert changed(effect("soleus", "same")) == {"soleus": Shift.SAME}


def test_what_is_no_structure_colours_nothing() -> None:
    assert changed(effect("whole_body", "up"), effect("impact", "down")) == {}


def test_what_shares_a_muscle_stands_together() -> None:
    effects = effect("quadriceps", "down"), effect("soleus", "down"), effect("rectus_femoris", "up")
    assert in_families(entries(), effects) == (effects[0], effects[2], effects[1])


def test_shipped_settings_colour_what_they_name() -> None:
    uphill = shifts(entries(), atlas().contexts["uphill"])
    assert uphill["gluteus_maximus"] is Shift.MORE
    assert uphill["gracilis"] is Shift.LESS
    assert uphill["rectus_femoris"] is uphill["vastus_lateralis"] is Shift.DISPUTED
    assert "deltoid_middle" not in uphill
    cadence = shifts(entries(), atlas().contexts["cadence_plus_10"])
    assert (cadence["rectus_femoris"], cadence["vastus_medialis"]) == (Shift.MORE, Shift.LESS)
