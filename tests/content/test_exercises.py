"""The exercises of the shipped content: enough for every muscle of a runner, and all joined up."""

import csv
import dataclasses
import json
import re
from collections.abc import Iterator

import pytest

from anatomy_app import resources
from anatomy_app.content.documents import exercise_document, stage_document
from anatomy_app.content.fuzzy import similar
from anatomy_app.content.load import load
from anatomy_app.model.anatomy import Structure, StructureKind
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Kind
from anatomy_app.model.knowledge import Equipment, Exercise
from anatomy_app.model.search import SearchIndex

EXERCISES = resources.data() / "exercises"

# Where a runner's muscles lie; the glossary says which of them count.
REGIONS = ("leg_", "thigh_", "hip_", "foot_", "trunk_", "pelvis")
CLEAR = 2  # the activity level from which a muscle has a part in a stage
ANYWHERE = {Equipment.NONE, Equipment.WALL, Equipment.MAT}

# What people type, as they spell it, and the exercise they mean.
SPELLINGS = (
    ("body weight squats", "squat"),
    ("air squat", "squat"),
    ("goblet squats", "squat"),
    ("pistol squats", "single_leg_squat"),
    ("one legged squat", "single_leg_squat"),
    ("bulgarians", "bulgarian_split_squat"),
    ("static lunges", "split_squat"),
    ("walking lunges", "forward_lunge"),
    ("step back lunge", "reverse_lunge"),
    ("chair stands", "sit_to_stand"),
    ("spanish squat", "spanish_squat"),
    ("decline squats", "decline_squat"),
    ("slant board squat", "decline_squat"),
    ("reverse nordics", "reverse_nordic"),
    ("wall squat", "wall_sit"),
    ("stepdowns", "lateral_step_down"),
    ("RDLs", "romanian_deadlift"),
    ("stiff leg deadlift", "romanian_deadlift"),
    ("single leg RDL", "single_leg_rdl"),
    ("dead lifts", "deadlift"),
    ("good mornings", "hip_hinge"),
    ("nordic hamstring curls", "nordic_curl"),
    ("russian lean", "nordic_curl"),
    ("hamstring sliders", "slider_hamstring_curl"),
    ("gym ball hamstring curl", "stability_ball_hamstring_curl"),
    ("hamstring bridge", "long_lever_bridge"),
    ("hip raises", "glute_bridge"),
    ("one leg bridge", "single_leg_bridge"),
    ("glute kickbacks", "donkey_kick"),
    ("clam shells", "clamshell"),
    ("side leg raises", "side_lying_hip_abduction"),
    ("crab walks", "band_side_step"),
    ("banded side steps", "band_side_step"),
    ("hip hikes", "hip_hike"),
    ("copenhagens", "copenhagen_adduction"),
    ("inner thigh squeeze", "adductor_squeeze"),
    ("straight leg raises", "straight_leg_raise"),
    ("SLR", "straight_leg_raise"),
    ("banded march", "psoas_march"),
    ("hanging leg raises", "hanging_knee_raise"),
    ("heel raises", "double_leg_calf_raise"),
    ("calfraises", "double_leg_calf_raise"),
    ("one legged calf raise", "single_leg_calf_raise"),
    ("seated heel raises", "seated_calf_raise"),
    ("deficit calf raise", "stair_calf_raise"),
    ("Alfredson protocol", "heel_drop_straight"),
    ("isometric calf raise", "soleus_wall_hold"),
    ("pigeon toe calf raise", "heel_raise_toes_in"),
    ("tib raises", "tibialis_raise"),
    ("toe raises", "tibialis_raise"),
    ("walking on heels", "heel_walk"),
    ("arch doming", "short_foot"),
    ("toe scrunches", "towel_curl"),
    ("toe splay", "toe_spread"),
    ("toe yoga", "toe_yoga"),
    ("peroneal strengthening", "ankle_eversion_band"),
    ("resisted dorsiflexion", "band_dorsiflexion"),
    ("standing on one leg", "single_leg_balance"),
    ("wobbleboard", "balance_board_stance"),
    ("bosu balance", "balance_board_stance"),
    ("planks", "plank"),
    ("knee plank", "plank_knees"),
    ("star plank", "side_plank_leg_lift"),
    ("deadbug", "dead_bug"),
    ("birddogs", "bird_dog"),
    ("situps", "crunch"),
    ("palof press", "pallof_press"),
    ("supermans", "superman"),
    ("mountain climbers", "mountain_climber"),
    ("pressups", "push_up"),
    ("chin ups", "pull_up"),
    ("military press", "overhead_press"),
    ("bicep curls", "biceps_curl"),
    ("farmers carry", "suitcase_carry"),
    ("diaphragmatic breathing", "belly_breathing"),
    ("inspiratory muscle training", "breathing_trainer"),
    ("kegel exercises", "pelvic_floor_hold"),
    ("plyo box jumps", "box_jump"),
    ("split jumps", "lunge_jump"),
    ("depth jumps", "drop_jump"),
    ("jumping rope", "rope_skipping"),
    ("pogos", "pogo_hops"),
    ("hopping on one leg", "single_leg_hops"),
    ("A skips", "a_skip"),
    ("high knees", "high_knees"),
    ("bum kicks", "butt_kicks"),
    ("speedwork", "hiit_intervals"),
    ("uphill intervals", "hill_repeats"),
    ("threshold run", "tempo_run"),
    ("long slow distance", "easy_run"),
    ("water jogging", "aqua_jogging"),
    ("knee to wall test", "weight_bearing_lunge_test"),
    ("dynamic stretching", "dynamic_warm_up"),
    ("couch stretch", "hip_flexor_stretch"),
    ("hammie stretch", "hamstring_stretch"),
    ("figure 4 stretch", "figure_four_stretch"),
    ("pigeon pose", "figure_four_stretch"),
    ("cossack squat", "adductor_stretch"),
    ("sit on heels", "shin_stretch"),
)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(resources.data())


@pytest.fixture(scope="module")
def index(atlas: Atlas) -> SearchIndex:
    return SearchIndex.build(atlas, similar)


def runners_muscles(atlas: Atlas) -> list[Structure]:
    """Muscles and groups of leg, hip, foot and trunk with clear activity in some stage."""
    return [
        each
        for each in atlas.structures.values()
        if each.kind in (StructureKind.MUSCLE, StructureKind.GROUP)
        and each.region.startswith(REGIONS)
        and any((role.activity or 0) >= CLEAR for role in each.stages.values())
    ]


def trainers(atlas: Atlas, structure_id: str) -> list[Exercise]:
    """The exercises that train a structure, mainly or as a helper."""
    main, helping = atlas.exercises_for(structure_id)
    return [atlas.exercises[id_] for id_ in (*main, *helping)]


def found(index: SearchIndex, query: str, count: int) -> list[str]:
    """The ids of the exercises among the first hits."""
    hits = [hit.entity for hit in index.search(query)[:count]]
    return [entity.id for entity in hits if entity.kind is Kind.EXERCISE]


def test_a_runner_has_muscles_from_foot_to_trunk(atlas: Atlas) -> None:
    ids = {each.id for each in runners_muscles(atlas)}

    assert len(ids) > 45
    assert {"soleus", "abductor_hallucis", "gluteus_minimus", "diaphragm", "multifidus"} <= ids
    assert not {"biceps_brachii", "achilles_tendon", "popliteus", "skeletal_muscle"} & ids


def test_every_runners_muscle_has_three_exercises_and_one_without_equipment(atlas: Atlas) -> None:
    few = [m.id for m in runners_muscles(atlas) if len(trainers(atlas, m.id)) < 3]
    tied = [
        muscle.id
        for muscle in runners_muscles(atlas)
        if not any(ANYWHERE.issuperset(each.needs) for each in trainers(atlas, muscle.id))
    ]

    assert (few, tied) == ([], [])


def test_muscles_and_exercises_name_each_other(atlas: Atlas) -> None:
    for exercise in atlas.exercises.values():
        for muscle in exercise.primary:
            assert exercise.id in atlas.exercises_for(muscle)[0], (exercise.id, muscle)
        for muscle in exercise.secondary:
            assert exercise in trainers(atlas, muscle), (exercise.id, muscle)
    for muscle in atlas.structures:
        kin = set(atlas.index.kin(muscle))
        for exercise in trainers(atlas, muscle):
            assert kin & {*exercise.primary, *exercise.secondary}, (exercise.id, muscle)


def test_injuries_stages_and_exercises_name_each_other(atlas: Atlas) -> None:
    for exercise in atlas.exercises.values():
        for helped in atlas.injuries_helped_by(exercise.id):
            assert exercise.id in atlas.injuries[helped].exercises
        for stage in exercise.stages:
            assert exercise.id in atlas.exercises_preparing(stage)
    for injury_id, injury in atlas.injuries.items():
        assert all(injury_id in atlas.injuries_helped_by(id_) for id_ in injury.exercises)
    for stage_id in atlas.stages:
        ids = atlas.exercises_preparing(stage_id)
        assert all(stage_id in atlas.exercises[id_].stages for id_ in ids)


def test_every_stage_of_the_stride_is_prepared_without_equipment(atlas: Atlas) -> None:
    stages = {stage for exercise in atlas.exercises.values() for stage in exercise.stages}
    assert len(stages) == 7

    for stage in stages:
        needs = [atlas.exercises[id_].needs for id_ in atlas.exercises_preparing(stage)]
        assert (Equipment.NONE,) in needs, stage


def test_an_exercise_prepares_only_stages_in_which_one_of_its_muscles_works(atlas: Atlas) -> None:
    def working(exercise: Exercise) -> Iterator[str]:
        for id_ in (*exercise.primary, *exercise.secondary):
            for part in (id_, *atlas.members(id_)):
                muscle = atlas.structures[part]
                yield from muscle.main_stages
                yield from (s for s, r in muscle.stages.items() if (r.activity or 0) >= CLEAR)

    idle = [
        (exercise.id, stage)
        for exercise in atlas.exercises.values()
        for stage in exercise.stages
        if stage not in set(working(exercise))
    ]
    assert idle == []


def test_most_strength_work_has_something_easier_or_harder(atlas: Atlas) -> None:
    strength = [each for each in atlas.exercises.values() if each.kind == "strength"]
    alone = [each.id for each in strength if not (each.easier or each.harder)]

    assert len(alone) <= len(strength) // 10, alone


def test_every_kind_of_equipment_is_used_and_a_word_of_it_is_told(atlas: Atlas) -> None:
    used = {need for exercise in atlas.exercises.values() for need in exercise.needs}

    assert used == set(Equipment)
    assert all(exercise.equipment for exercise in atlas.exercises.values())


def test_who_should_take_care_is_told_in_plain_words_without_a_diagnosis(atlas: Atlas) -> None:
    for exercise in atlas.exercises.values():
        assert exercise.avoid_if.startswith(("Leave it out", "Take care")), exercise.id
        assert "diagnos" not in exercise.avoid_if, exercise.id


def test_no_word_of_an_exercise_is_torn_at_its_hyphen(atlas: Atlas) -> None:
    torn = re.compile(r"[a-z]- (?!and |or |to )[a-z]")
    texts = [
        text
        for exercise in atlas.exercises.values()
        for value in (getattr(exercise, field.name) for field in dataclasses.fields(exercise))
        for text in (value if isinstance(value, tuple) else (value,))
    ]
    assert [text for text in texts if torn.search(str(text))] == []


def test_no_exercise_rests_on_a_source_that_nobody_saw(atlas: Atlas) -> None:
    unseen = [
        (exercise.id, source)
        for exercise in atlas.exercises.values()
        for source in (*exercise.sources, *exercise.dosage_sources)
        if source != "custom" and atlas.sources[source].verified == "no"
    ]
    assert unseen == []


def test_the_pitch_of_each_foot_follows_from_the_joints(atlas: Atlas) -> None:
    """Seen from the side trunk, hip, knee and ankle leave the sole no choice."""
    for exercise in atlas.exercises.values():
        poses = (exercise.start.angles, exercise.end.angles) if exercise.view == "sagittal" else ()
        for pose in poses:
            for side in ("near", "far"):
                hip, knee, ankle = (pose[f"{joint}_{side}"] for joint in ("hip", "knee", "ankle"))
                told = pose[f"foot_pitch_{side}"]
                assert told == pytest.approx(pose["trunk"] - hip + knee - ankle, abs=2), exercise.id


def test_the_added_places_are_those_of_exercises(atlas: Atlas) -> None:
    with (EXERCISES / "placement_more.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    front = json.loads((EXERCISES / "front_poses_more.json").read_text("utf-8"))

    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        exercise = atlas.exercises[row["id"]]
        assert (row["rig"] == "front") == (exercise.view == "frontal") == (row["id"] in front)
        assert all(float(row[f"root_{pose}_y_m"]) > 0 for pose in ("start", "end"))
        props = [*json.loads(row["props_start"] or "[]"), *json.loads(row["props_end"] or "[]")]
        assert all(prop["type"] for prop in props)
    assert front.keys() <= {row["id"] for row in rows}


def test_everyday_spellings_find_their_exercise(index: SearchIndex) -> None:
    assert len(SPELLINGS) >= 60
    not_first = [(query, id_) for query, id_ in SPELLINGS if id_ not in found(index, query, 1)]
    lost = [(query, id_) for query, id_ in SPELLINGS if id_ not in found(index, query, 3)]

    assert lost == []
    assert len(not_first) <= len(SPELLINGS) // 20, not_first


def test_every_name_of_an_exercise_finds_it(atlas: Atlas, index: SearchIndex) -> None:
    lost = [
        (name, exercise.id)
        for exercise in atlas.exercises.values()
        for name in (exercise.name, *exercise.synonyms)
        if exercise.id not in found(index, name, 3)
    ]
    assert lost == []


def test_an_exercise_and_a_stage_tell_of_each_other_in_their_documents(atlas: Atlas) -> None:
    raised = exercise_document(atlas, "single_leg_calf_raise")
    assert raised["needs"] == ["wall"]
    assert raised["easier"] == ["exercise:stair_calf_raise"]
    assert raised["harder"] == ["exercise:towel_heel_raise"]
    assert raised["stages"] == ["stage:midstance", "stage:propulsion"]
    assert "push-off" in str(raised["stage_reason"])

    exercises = stage_document(atlas, "propulsion")["exercises"]
    assert isinstance(exercises, list)
    assert "exercise:single_leg_calf_raise" in exercises
