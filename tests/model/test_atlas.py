"""Who belongs to whom, and who refers to whom."""

import pytest

from anatomy_app.model.anatomy import Member, Structure, StructureKind
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.index import Shelf
from anatomy_app.model.knowledge import (
    Context,
    Effect,
    Exercise,
    ExerciseKind,
    Injury,
    Level,
    Question,
    Source,
)

CITED = ("gray2021",)


def structure(
    id_: str, shelf: str, members: tuple[str, ...] = (), drawn: tuple[str, ...] = ()
) -> Structure:
    kind = StructureKind.GROUP if members else StructureKind.MUSCLE
    return Structure(
        id=id_,
        name=id_.capitalize(),
        kind=kind,
        shelf=shelf,
        region="leg",
        stance="Works.",
        swing="Rests.",
        sources=CITED,
        members=tuple(Member(each) for each in members),
        drawn=drawn or members or (id_,),
    )


def exercise(
    id_: str,
    primary: tuple[str, ...],
    secondary: tuple[str, ...] = (),
    kind: ExerciseKind = ExerciseKind.STRENGTH,
) -> Exercise:
    return Exercise(
        id=id_,
        name=id_,
        kind=kind,
        level=Level.BEGINNER,
        primary=primary,
        secondary=secondary,
        equipment="none",
        dosage="some",
        purpose="strength",
        sources=CITED,
    )


def injury(id_: str, muscles: tuple[str, ...], weak: tuple[str, ...] = ()) -> Injury:
    return Injury(
        id=id_,
        name=id_,
        region="leg",
        where="there",
        red_flags="pain",
        mechanism="load",
        evidence="some",
        muscles=muscles,
        often_weak=weak,
        exercises=("raise",),
        sources=CITED,
    )


def effect(target: str) -> Effect:
    return Effect(f"uphill__{target}", target, "muscle", "up", "More.", CITED)


HEADS = ("medial", "lateral")
ATLAS = Atlas(
    structures={
        each.id: each
        for each in (
            structure("soleus", "calf"),
            structure("calf", "calf", (*HEADS, "soleus")),
            structure("gastrocnemius", "calf", HEADS),
            structure("medial", "calf"),
            structure("lateral", "calf"),
            structure("tibialis", "shin"),
        )
    },
    stages={},
    exercises={
        each.id: each
        for each in (
            exercise("jog", ("calf",), kind=ExerciseKind.RUN_WORKOUT),
            exercise("raise", ("calf",)),
            exercise("hold", ("soleus",), ("calf",)),
            exercise("squat", ("quadriceps",), ("soleus",)),
            exercise("walk", ("tibialis", "toes"), ("calf",)),
            exercise("spread", ("toes",)),
        )
    },
    injuries={
        each.id: each
        for each in (injury("cramp", ("calf",)), injury("strain", ("tibialis",), ("soleus",)))
    },
    contexts={"uphill": Context("uphill", "Uphill", (effect("calf"), effect("medial")))},
    questions={
        "role": Question("role", "What does it do?", "Pushes.", CITED, related=("muscle:calf",)),
        "when": Question("when", "When?", "Now.", CITED, related=("muscle:soleus", "stage:stance")),
    },
    sources={"gray2021": Source("gray2021", "Anatomy", "yes")},
    shelf_list=(Shelf("shin", "Shin"), Shelf("calf", "Calf"), Shelf("arm", "Arm")),
)


def test_shelves_come_in_order_with_their_group_first_and_none_empty() -> None:
    assert ATLAS.shelves() == (
        ("shin", ("tibialis",)),
        ("calf", ("calf", "soleus", "gastrocnemius", "medial", "lateral")),
    )


def test_members_are_flat_and_groups_come_smallest_first() -> None:
    assert ATLAS.members("calf") == ("medial", "lateral", "soleus")
    assert ATLAS.members("soleus") == ()
    assert ATLAS.groups_of("medial") == ("gastrocnemius", "calf")
    assert ATLAS.groups_of("tibialis") == ()


def test_a_group_inside_a_group_belongs_to_it() -> None:
    assert ATLAS.groups_of("gastrocnemius") == ("calf",)
    assert ATLAS.groups_of("calf") == ()


@pytest.mark.parametrize(
    ("id_", "main", "helping"),
    [
        ("soleus", ("hold", "raise", "jog"), ("squat", "walk")),
        ("calf", ("raise", "hold", "jog"), ("walk", "squat")),
        ("medial", ("raise", "jog"), ("hold", "walk")),
        ("gastrocnemius", ("raise", "jog"), ("hold", "walk")),
        ("tibialis", ("walk",), ()),
        ("toes", ("spread", "walk"), ()),
        ("nobody", (), ()),
    ],
)
def test_exercises_count_membership_both_ways_direct_ones_first(
    id_: str, main: tuple[str, ...], helping: tuple[str, ...]
) -> None:
    assert ATLAS.exercises_for(id_) == (main, helping)


def test_injuries_contexts_and_questions_reach_members_too() -> None:
    assert ATLAS.injuries_for("soleus") == ("strain", "cramp")
    assert ATLAS.injuries_for("medial") == ("cramp",)
    assert ATLAS.injuries_helped_by("raise") == ("cramp", "strain")
    assert ATLAS.contexts_for("soleus") == ("uphill",)
    assert [found.target for _, found in ATLAS.effects_for("medial")] == ["medial", "calf"]
    assert ATLAS.questions_for(Entity(Kind.MUSCLE, "soleus")) == ("when", "role")
    assert ATLAS.questions_for(Entity(Kind.STAGE, "stance")) == ("when",)


def test_a_drawn_region_is_first_of_all_the_muscle_itself() -> None:
    assert ATLAS.structures_from_drawing("medial") == ("medial", "gastrocnemius", "calf")
    assert ATLAS.structure_of_region("medial") == "medial"
    assert ATLAS.structure_of_region("nose") is None


def test_records_and_names_by_entity() -> None:
    assert ATLAS.record(Entity(Kind.MUSCLE, "soleus")) is ATLAS.structures["soleus"]
    assert ATLAS.record(Entity(Kind.MUSCLE, "nobody")) is None
    assert ATLAS.name(Entity(Kind.MUSCLE, "soleus")) == "Soleus"
    assert ATLAS.name(Entity(Kind.FAQ, "role")) == "What does it do?"
    assert ATLAS.name(Entity(Kind.SOURCE, "gray2021")) == "Anatomy"
    assert ATLAS.name(Entity(Kind.MUSCLE, "nobody")) == "nobody"
    assert ATLAS.index.shelf_name("calf") == "Calf"


def test_every_record_is_an_entity_that_can_be_found() -> None:
    entities = list(ATLAS.entities())

    assert len(entities) == len(set(entities)) == 18
    assert all(ATLAS.record(entity) for entity in entities)
