"""The computed length of muscles: what textbooks say of runners, and nothing beyond the paths."""

from functools import cache
from itertools import groupby, pairwise

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.doing import Action, Doing, Known, doing
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.model.kinds import Change, Contraction
from anatomy_app.model.lengthening import LEAST_TIME, Lengthening, Lengths, classified, smoothed
from anatomy_app.model.paths import LegAngles

LIBRARY = Library()
LONGER, SHORTER, EVEN = Change.LENGTHENING, Change.SHORTENING, Change.CONSTANT
STANDING = LegAngles(0.0, 0.0, 0.0, 0.0, 0.0)


@cache
def lengths(gait: Gait = Gait.RUNNING, speed: float | None = 3.0) -> Lengths:
    stride = LIBRARY.stride(gait, speed if gait is Gait.RUNNING else None)
    return Lengths(LIBRARY.entries, LIBRARY.tables.paths(), stride)


def of(structure: str, gait: Gait = Gait.RUNNING) -> Lengthening:
    found = lengths(gait).of(structure)
    assert found is not None, structure
    return found


def told(structure: str, start: int, end: int, gait: Gait = Gait.RUNNING) -> set[Change | None]:
    """What the right side does from one percent to another."""
    return {of(structure, gait).change(Side.RIGHT, float(p)) for p in range(start, end + 1)}


# what textbooks say of running; toe-off is at 34 %


@pytest.mark.parametrize("muscle", ["soleus", "gastrocnemius_lateral", "gastrocnemius_medial"])
def test_the_calf_lengthens_in_early_stance_and_shortens_in_push_off(muscle: str) -> None:
    assert told(muscle, 8, 14) == {LONGER}
    assert told(muscle, 26, 36) == {SHORTER}


@pytest.mark.parametrize("muscle", ["semimembranosus", "semitendinosus", "biceps_femoris_long"])
def test_hamstrings_lengthen_in_late_swing_and_shorten_in_stance(muscle: str) -> None:
    assert told(muscle, 75, 90) == {LONGER}
    assert told(muscle, 3, 20) == {SHORTER}


def test_rectus_femoris_lengthens_around_toe_off_and_early_swing() -> None:
    assert told("rectus_femoris", 36, 55) == {LONGER}
    assert told("rectus_femoris", 65, 90) == {SHORTER}


@pytest.mark.parametrize("muscle", ["vastus_lateralis", "vastus_medialis", "vastus_intermedius"])
def test_vasti_brake_the_bending_knee_and_then_straighten_it(muscle: str) -> None:
    assert told(muscle, 1, 13) == {LONGER}
    assert told(muscle, 18, 32) == {SHORTER}


@pytest.mark.parametrize("muscle", ["psoas_major", "iliacus", "iliopsoas"])
def test_iliopsoas_lengthens_in_late_stance_and_shortens_in_swing(muscle: str) -> None:
    assert told(muscle, 15, 34) == {LONGER}
    assert told(muscle, 50, 80) == {SHORTER}


def test_gluteus_maximus_shortens_through_stance_and_lengthens_in_swing() -> None:
    assert told("gluteus_maximus", 15, 34) == {SHORTER}
    assert told("gluteus_maximus", 55, 80) == {LONGER}


def test_tibialis_anterior_lifts_the_foot_in_swing() -> None:
    assert told("tibialis_anterior", 46, 75) == {SHORTER}


def test_in_walking_the_calf_lengthens_until_the_heel_rises() -> None:
    assert told("soleus", 15, 40, Gait.WALKING) == {LONGER}
    assert told("soleus", 55, 66, Gait.WALKING) == {SHORTER}


# the value


def test_the_length_is_periodic_and_its_mean_is_100_percent() -> None:
    for structure in ("soleus", "rectus_femoris", "gluteus_medius"):
        curve = of(structure).curve
        assert curve.samples[0] == curve.samples[-1]
        assert sum(curve.samples[:-1]) / 100 == pytest.approx(100.0)
        steps = [abs(b - a) for a, b in pairwise(curve.samples)]
        assert max(steps) < 1.5  # no jump where a point begins to count, nor at the seam


def test_the_left_leg_does_it_half_a_stride_later() -> None:
    soleus = of("soleus")
    assert soleus.value(Side.LEFT, 60.0) == pytest.approx(soleus.value(Side.RIGHT, 10.0))
    assert soleus.change(Side.LEFT, 60.0) is soleus.change(Side.RIGHT, 10.0)


def test_paths_are_as_long_as_those_of_the_model_when_standing() -> None:
    paths = LIBRARY.tables.paths()
    bones = paths.bones(STANDING)
    known = {
        "soleus": 291.4,
        "rect_fem": 410.3,
        "semiten": 463.2,
        "psoas": 260.9,
        "flex_hal": 420.1,
    }
    found = {
        line.name: paths.length(line, STANDING, bones)
        for each in paths.lines.values()
        for line in each
    }
    for name, length in known.items():
        assert found[name] == pytest.approx(length, abs=0.7)


def test_each_gait_has_lengths_of_its_own() -> None:
    assert of("soleus").curve != of("soleus", Gait.WALKING).curve


# what is not told


@pytest.mark.parametrize(
    "structure",
    [
        "diaphragm", "pelvic_floor", "achilles_tendon",  # cross no joint
        "popliteus", "brachialis", "erector_spinae",  # have no path
        "fibularis_longus",  # changes too little: nobody recorded the heel's turning
        "skeletal_muscle",
    ],
)  # fmt: skip
def test_nothing_is_told_where_no_path_moves(structure: str) -> None:
    assert lengths().of(structure) is None


def test_parts_that_do_opposite_things_tell_nothing_together() -> None:
    both = {
        of("rectus_femoris").change(Side.RIGHT, 66),
        of("vastus_lateralis").change(Side.RIGHT, 66),
    }
    assert both == {SHORTER, LONGER}
    assert of("quadriceps").change(Side.RIGHT, 66) is None
    assert of("quadriceps").change(Side.RIGHT, 5) is LONGER


def test_a_group_with_a_member_without_a_path_is_not_told() -> None:
    assert lengths().of("deep_calf") is None  # popliteus


def test_beyond_the_knee_of_the_model_nothing_is_told() -> None:
    """A sprinter bends it to 148 degrees; the model ends at 120."""
    stride = lengths(Gait.SPRINTING).stride
    bent = [p for p in range(100) if stride.angles(float(p))["knee_flexion_r"] > 120]
    assert bent
    for muscle, knows in (("vastus_lateralis", False), ("psoas_major", True)):
        changes = {of(muscle, Gait.SPRINTING).change(Side.RIGHT, float(p)) for p in bent}
        assert (None not in changes) is knows


# the class


def wave(*steps: tuple[int, float]) -> list[float]:
    """Lengths from (samples, rate) pairs."""
    found, at = [], 100.0
    for count, rate in steps:
        for _ in range(count):
            found.append(at)
            at += rate
    return found


def test_slow_changes_are_constant_and_the_limits_differ() -> None:
    slow = wave((50, 0.04), (50, -0.04))
    assert set(classified(slow)) == {EVEN}
    begun = classified(wave((10, 0.5), (40, 0.06), (10, -0.5), (40, -0.06)))
    assert begun[30] is LONGER, "once it moves it goes on until it is slower than the lower limit"
    assert set(classified(wave((50, 0.06), (50, -0.06)))) == {EVEN}, "and so slow it does not begin"


def test_a_flash_is_taken_for_what_went_before() -> None:
    told_ = classified(wave((40, 0.3), (1, -0.2), (20, 0.3), (39, -0.46)))
    runs = [len(list(run)) for _, run in groupby(told_)]
    assert min(runs[1:-1], default=LEAST_TIME) >= LEAST_TIME


def test_smoothing_keeps_the_mean_and_rounds_a_jump() -> None:
    even = smoothed([100.0] * 50 + [101.0] * 50)
    assert sum(even) == pytest.approx(100.5 * 100)
    assert max(abs(even[i] - even[i - 1]) for i in range(100)) < 0.4


# what it is for


def now(structure: str, percent: float, activity: float | None, gait: Gait = Gait.RUNNING) -> Doing:
    here, whole = lengths(gait), LIBRARY.atlas.structures[structure]
    return doing(whole, here.stride, Side.RIGHT, percent, activity, here.of(structure))


def test_the_stage_table_comes_first_and_a_difference_is_said() -> None:
    does = now("gastrocnemius_medial", 10, 0.8)
    assert (does.contraction, does.change) == (Contraction.ISOMETRIC, EVEN)
    assert (does.known, does.action) == (Known.STAGES, Action.HOLDING)
    assert (does.computed, does.differs) == (LONGER, True)
    assert now("soleus", 10, 0.9).action is Action.BRAKING
    assert now("soleus", 28, 0.9).action is Action.DRIVING


def test_a_resting_muscle_is_stretched_or_only_shortens() -> None:
    resting = now("gastrocnemius_medial", 70, 0.03)
    assert resting.contraction is Contraction.LOW
    assert (resting.change, resting.known) == (LONGER, Known.COMPUTED)
    assert resting.action is Action.STRETCHED
    assert now("rectus_femoris", 75, 0.05).action is None


def test_what_it_is_for_is_only_said_if_its_activity_is_known() -> None:
    assert now("soleus", 30, 0.9, Gait.WALKING).action is Action.BRAKING
    assert now("soleus", 30, 0.1, Gait.WALKING).action is Action.STRETCHED
    unknown = now("soleus", 30, None, Gait.WALKING)
    assert (unknown.change, unknown.action) == (LONGER, None)


def test_breathing_is_no_driving() -> None:
    does = now("diaphragm", 20, None)
    assert (does.change, does.action) == (SHORTER, None)


def test_a_tendon_has_its_own_words_and_no_action() -> None:
    does = now("achilles_tendon", 10, None)
    assert (does.contraction, does.change, does.action) == (Contraction.STRETCH, LONGER, None)
