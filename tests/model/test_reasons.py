"""Why an exercise is recommended: the rule of decision 0015, computed a second time from the data.

Nothing of the ranking is imported for that but its result: what is said must follow from the rule.
"""

import re
from collections import Counter
from functools import cache

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Stride
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.knowledge import Exercise, Level
from anatomy_app.model.reasons import Facts, Ranked, rank

LEG_AXES = {
    "hip": ("hip_flexion_r", 1), "hip_abduction": ("hip_adduction_r", -1),
    "knee": ("knee_flexion_r", 1), "ankle": ("ankle_dorsiflexion_r", 1),
}  # fmt: skip
JOINTS = ("hip", "knee", "ankle", "shoulder", "elbow")
GROWS = {"flexion": 1, "dorsiflexion": 1, "abduction": 1}
SHRINKS = {"extension": -1, "plantarflexion": -1, "adduction": -1}
LOWERED_SLOWLY = re.compile(
    r"(lower|down|away)\b.*slowly|(slowly|control).*way (down|out)|resist as long|s to lower", re.I
)


@cache
def library() -> Library:
    return Library()


@cache
def stride() -> Stride:
    return library().stride(Gait.RUNNING, None)


def atlas() -> Atlas:
    return library().atlas


@cache
def ranked(focus: str) -> dict[str, Ranked]:
    found = rank(atlas(), Entity.parse(focus), stride())
    return {each.exercise: each for each in found}


# The rule, told again --------------------------------------------------------------------------


def is_run(exercise: Exercise) -> bool:
    return exercise.kind == "run_workout" and exercise.support == "running"


def is_timed(exercise: Exercise) -> bool:
    """Whether the dosage is a time: holds of so many seconds, or repetitions held."""
    text = re.sub(r"\(.*?\)", "", exercise.dosage)
    return bool(re.search(r"\d s\b|minutes?\b", text))


def actions(structure: str) -> list[tuple[str, int]]:
    """(angle of the poses, sign) that the structure makes by shortening."""
    found: list[tuple[str, int]] = []
    for action in atlas().structures[structure].actions:
        joint, _, words = action.partition(":")
        plain = re.sub(r"\(.*?\)", "", words).split(";")[0]
        for word in [] if " when " in plain else re.findall(r"[a-z]+", plain):
            sign = {**GROWS, **SHRINKS}.get(word)
            if sign is None or joint.lower() not in JOINTS:
                continue
            sagittal = (word in ("dorsiflexion", "plantarflexion")) == (joint == "Ankle")
            if word.endswith("duction") and joint == "Hip":
                found.append(("hip_abduction", sign))
            elif sagittal and not word.endswith("duction"):
                found.append((joint.lower(), sign))
    return found


def changes(exercise: Exercise, structure: str) -> list[tuple[str, float, float, int]]:
    """(angle, start, end, sign) of the joints of the side that moves more."""
    sides = []
    for side in ("near", "far"):
        rows = []
        for axis, sign in actions(structure):
            if (axis == "hip_abduction") == (exercise.view == "frontal"):
                ends = [
                    pose.angles.get(f"{axis}_{side}") for pose in (exercise.start, exercise.end)
                ]
                if ends[0] is not None and ends[1] is not None:
                    rows.append((axis, ends[0], ends[1], sign))
        sides.append(sorted(rows, key=lambda row: -abs(row[2] - row[1])))
    return max(sides, key=lambda rows: abs(rows[0][2] - rows[0][1]) if rows else 0.0)


def one_work(exercise: Exercise, structure: str) -> tuple[str, str | None]:
    """(work, angle by which it is known) of a structure without members."""
    if atlas().structures[structure].kind in ("tendon", "fascia"):
        return "unknown", None
    if is_run(exercise):
        return "running", None
    moved = changes(exercise, structure)
    only = moved[0][0] if moved and len(actions(structure)) == 1 else None
    if exercise.kind == "stretch":
        return "stretch", only
    if exercise.kind not in ("strength", "plyometric", "drill"):
        return "unknown", None
    if exercise.static:
        return ("hold", only) if is_timed(exercise) else ("unknown", None)
    return moving_work(exercise, moved, only)


def moving_work(
    exercise: Exercise, moved: list[tuple[str, float, float, int]], only: str | None
) -> tuple[str, str | None]:
    if not moved:
        return "unknown", None
    most = abs(moved[0][2] - moved[0][1])
    if most < 15:
        held = most < 5 and exercise.kind == "strength"
        return ("hold", only) if held else ("unknown", None)
    ways = {(b - a) * sign > 0 for _, a, b, sign in moved if abs(b - a) >= most / 4}
    if len(ways) == 2:
        return "unknown", None
    return way(exercise, up_first=ways.pop()), moved[0][0]


def way(exercise: Exercise, *, up_first: bool) -> str:
    cues = " | ".join(exercise.cues).lower()
    if exercise.kind != "strength":
        return "both"
    if not up_first and ("help yourself up" in cues or "push back up" in cues):
        return "lengthening"
    slow = any(LOWERED_SLOWLY.search(cue) for cue in exercise.cues)
    return "slow_lengthening" if slow or (up_first and "return slowly" in cues) else "both"


def work(exercise: Exercise, structure: str) -> tuple[str, str | None]:
    """The same for a group: what more than half of its members do."""
    members = atlas().members(structure)
    if not members:
        return one_work(exercise, structure)
    each = [one_work(exercise, member) for member in members]
    usual, count = Counter(what for what, _ in each).most_common(1)[0]
    if count * 2 <= len(each):
        return "unknown", None
    axes = Counter(axis for what, axis in each if what == usual)
    return usual, axes.most_common(1)[0][0]


def contraction_points(does: str, wanted: str | None) -> int:
    same = {
        "eccentric": ("lengthening", "slow_lengthening", "running"),
        "concentric": ("running",),
        "isometric": ("hold", "running"),
    }
    part = {"eccentric": ("both",), "concentric": ("both", "slow_lengthening")}
    if wanted is None:
        return 0
    return 3 if does in same.get(wanted, ()) else 2 if does in part.get(wanted, ()) else 0


def is_on_one_leg(exercise: Exercise) -> bool:
    alone = exercise.contact in ("near_foot", "near_toe", "near_foot_on_step")
    upright = exercise.support in ("standing_single_leg", "running")
    return upright or (exercise.support == "standing" and alone)


def load_points(exercise: Exercise) -> int:
    if is_run(exercise):
        return 1
    if exercise.kind == "plyometric":
        return 2
    if exercise.kind not in ("strength", "drill"):
        return 0
    heavy = "heavy load" in exercise.dosage.split(", or ")[0]
    return 2 if heavy or is_on_one_leg(exercise) else 1


def angle_point(exercise: Exercise, structure: str, axis: str | None, stage: str) -> int:
    """1 if for half of the stage the joint's angle lies within 10 degrees of the exercise's."""
    if axis not in LEG_AXES or work(exercise, structure)[0] == "running":
        return 0
    ends = {
        (start, end)
        for member in atlas().members(structure) or (structure,)
        for found, start, end, _ in changes(exercise, member)
        if found == axis
    }
    column, sign = LEG_AXES[axis]
    span = next(each for each in stride().stages if each.name == stage)
    percents = range(round(span.start), max(round(span.end), round(span.start) + 1))
    angles = [sign * stride().angles(percent)[column] for percent in percents]
    return max(
        int(2 * sum(min(pair) - 10 <= angle <= max(pair) + 10 for angle in angles) >= len(angles))
        for pair in ends
    )


def points(exercise: Exercise, structure: str, stage: str | None) -> tuple[int, str]:
    """The score of one exercise for one structure in one stage, without others it trains too."""
    kin = (structure, *atlas().groups_of(structure), *atlas().index.parts_of(structure))
    main = any(id_ in exercise.primary for id_ in kin)
    by_name = structure in (exercise.primary if main else exercise.secondary)
    does, axis = work(exercise, structure)
    role = atlas().structures[structure].stages.get(stage) if stage else None
    total = (5 if main else 2) + by_name
    total += 2 * (axis is not None or does == "running")
    total += contraction_points(does, role.contraction if role else None)
    total += load_points(exercise) + is_on_one_leg(exercise)
    total += angle_point(exercise, structure, axis, stage) if stage else 0
    return total, does


def busy(structure: str) -> list[str | None]:
    """The stages of a structure: moderate or strong, else those of most activity."""
    levels = {id_: r.activity or 0 for id_, r in atlas().structures[structure].stages.items()}
    least = max(min(2, max(levels.values(), default=0)), 1)
    found = [id_ for id_, level in levels.items() if level >= least]
    return [*(found or atlas().structures[structure].main_stages)] or [None]


# The tests -------------------------------------------------------------------------------------


def test_every_exercise_for_every_structure_scores_what_the_rule_says() -> None:
    wrong = []
    for structure in atlas().structures:
        found = ranked(f"muscle:{structure}")
        main, helping = atlas().exercises_for(structure)
        assert set(found) == {*main, *helping}
        for id_, each in found.items():
            exercise = atlas().exercises[id_]
            expected = max(points(exercise, structure, stage)[0] for stage in busy(structure))
            if each.score != expected:
                wrong.append((structure, id_, each.score, expected))
    assert wrong == []


def test_every_explanation_states_what_the_data_say() -> None:
    for entity in atlas().entities():
        if entity.kind in (Kind.FAQ, Kind.SOURCE):
            continue
        for id_, each in ranked(str(entity)).items():
            check_facts(entity, atlas().exercises[id_], each.facts)


def check_facts(focus: Entity, exercise: Exercise, facts: Facts) -> None:
    assert facts.focus == focus
    assert facts.advised == (focus.kind in (Kind.INJURY, Kind.EXERCISE))
    if facts.structure is None:
        assert facts.advised
        return
    total, does = points(exercise, facts.structure, facts.stage)
    assert facts.work == does
    also = min(len(facts.also), 2)
    assert facts.points.total == total + also + 6 * facts.advised
    assert facts.structure not in facts.also
    for other in facts.also:
        kin = (other, *atlas().groups_of(other), *atlas().index.parts_of(other))
        assert any(id_ in exercise.primary for id_ in kin)
    if facts.stage:
        role = atlas().structures[facts.structure].stages.get(facts.stage)
        assert facts.contraction == (role.contraction if role else None)
        [span] = [each for each in stride().stages if each.name == facts.stage]
        assert facts.span == (span.start, span.end)


@pytest.mark.parametrize(
    ("exercise", "structure", "does"),
    [
        ("heel_drop_straight", "soleus", "lengthening"),
        ("nordic_curl", "hamstrings", "lengthening"),
        ("single_leg_calf_raise", "soleus", "slow_lengthening"),
        ("romanian_deadlift", "hamstrings", "both"),
        ("squat", "quadriceps", "both"),
        ("squat", "hamstrings", "unknown"),  # hip and knee pull its length both ways
        ("soleus_wall_hold", "soleus", "hold"),
        ("calf_stretch", "soleus", "stretch"),
        ("easy_run", "soleus", "running"),
        ("short_foot", "foot_core", "hold"),
        ("toe_yoga", "foot_core", "unknown"),  # the picture stands still, the toes do not
        ("crunch", "rectus_abdominis", "unknown"),  # the poses hold no bend of the spine
        ("heel_drop_straight", "achilles_tendon", "unknown"),
        ("cycling", "quadriceps", "unknown"),
    ],
)
def test_what_a_muscle_does_follows_from_poses_and_cues(
    exercise: str, structure: str, does: str
) -> None:
    assert ranked(f"muscle:{structure}")[exercise].facts.work == does


def test_the_heel_drop_lengthens_the_calf_as_in_absorption() -> None:
    facts = ranked("muscle:soleus")["heel_drop_bent"].facts
    assert (facts.work, facts.match, facts.stage) == ("lengthening", "same", "absorption")
    assert facts.movement == "ankle_plantarflexion"
    assert facts.angle is True
    assert facts.one_leg is True
    assert facts.span is not None
    assert [round(each) for each in facts.span] == [3, 13]
    assert [str(each) for each in facts.because] == ["muscle:soleus", "stage:absorption"]


def test_the_best_come_first_and_the_easier_of_equals() -> None:
    for focus in ("muscle:soleus", "stage:terminal_swing", "injury:itbs", "context:uphill"):
        found = [*ranked(focus).values()]
        levels = [*Level]
        keys = [(-r.score, levels.index(atlas().exercises[r.exercise].level)) for r in found]
        assert keys == sorted(keys)


def test_a_complaint_leads_only_to_exercises_that_are_named_for_it() -> None:
    for injury in atlas().injuries.values():
        assert set(ranked(f"injury:{injury.id}")) == set(injury.exercises)


def test_a_level_leaves_out_what_is_harder_and_prefers_what_fits() -> None:
    everything = rank(atlas(), Entity.parse("muscle:soleus"), stride())
    easy = rank(atlas(), Entity.parse("muscle:soleus"), stride(), Level.BEGINNER)
    assert {atlas().exercises[each.exercise].level for each in easy} == {Level.BEGINNER}
    before = {each.exercise: each.score for each in everything}
    assert all(each.score == before[each.exercise] + 1 for each in easy)


def test_without_a_stride_stages_lie_as_in_easy_running_and_no_angle_is_compared() -> None:
    facts = [each.facts for each in rank(atlas(), Entity.parse("muscle:soleus"))]
    assert {each.angle for each in facts} == {None}
    spans = {each.stage: each.span for each in facts if each.stage}
    assert all(span == atlas().stages[stage].easy for stage, span in spans.items())


@pytest.mark.parametrize("focus", ["faq:arms_role", "source:hamner2010", "muscle:nobody"])
def test_what_cannot_be_trained_is_refused_in_a_sentence(focus: str) -> None:
    with pytest.raises(ValueError, match=f"{focus} is nothing that exercises could train"):
        rank(atlas(), Entity.parse(focus))
