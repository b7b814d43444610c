"""What the pictures of single exercises must show, or they would teach another movement."""

import math

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.contacts import ANKLE, BALL, FIST, GRIP
from anatomy_app.model.facing import FrontMotion
from anatomy_app.model.mannequin import Aspect
from anatomy_app.model.moving import SideMotion
from anatomy_app.model.placement import Point, Prop
from anatomy_app.model.skeleton import Stance
from anatomy_app.model.striding import JumpMotion

LIBRARY = Library()
ARMS_ON_THE_FLOOR = (
    "glute_bridge", "single_leg_bridge", "long_lever_bridge", "slider_hamstring_curl",
    "stability_ball_hamstring_curl", "adductor_squeeze", "straight_leg_raise", "psoas_march",
    "dead_bug_heel_tap", "pelvic_tilt", "pelvic_floor_hold",
)  # fmt: skip
WAYS = (0.0, 0.25, 0.5, 0.75, 1.0)


def side(id_: str) -> SideMotion:
    motion = LIBRARY.motion(id_)
    assert isinstance(motion, SideMotion)
    return motion


def front(id_: str) -> FrontMotion:
    motion = LIBRARY.motion(id_)
    assert isinstance(motion, FrontMotion)
    return motion


def stance(motion: SideMotion, way: float, of: str = "near") -> Stance:
    return motion.stances(motion.pose(way))[of]


def spot(motion: SideMotion, way: float, joint: str, point: Point, of: str = "near") -> Point:
    return motion.skeleton.at(stance(motion, way, of), joint, point)


def thing(motion: SideMotion | FrontMotion, kind: str, end: int = 0) -> Prop:
    (found,) = (prop for prop in motion.ends[end].props if prop.kind == kind)
    return found


def bend(first: Point, middle: Point, last: Point) -> float:
    """Degrees by which a way past three points is not straight."""
    angles = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in ((first, middle), (middle, last))]
    return abs(math.degrees(math.remainder(angles[1] - angles[0], math.tau)))


def threes(flat: list[float]) -> list[tuple[Point, Point, Point]]:
    """Each point of an outline with the two after it."""
    points = list(zip(flat[0::2], flat[1::2], strict=True))
    return list(zip(points, points[1:] + points[:1], points[2:] + points[:2], strict=True))


@pytest.mark.parametrize("id_", ARMS_ON_THE_FLOOR)
def test_who_lies_on_the_back_has_the_arms_on_the_floor(id_: str) -> None:
    motion = side(id_)
    for way in WAYS:
        for of in ("near", "far"):
            _, y = spot(motion, way, "elbow", FIST, of)
            assert -60.0 <= y <= 0.0, f"the hand is {-y:.0f} mm above the floor"


def test_the_straight_leg_rises_to_the_height_of_the_bent_knee() -> None:
    motion = side("straight_leg_raise")
    knee = stance(motion, 1.0, "far").places["knee"]
    assert spot(motion, 1.0, "knee", ANKLE)[1] == pytest.approx(knee[1], abs=80.0)


def test_a_crunch_is_small() -> None:
    motion = side("crunch")
    risen = stance(motion, 0.0).places["shoulder"][1] - stance(motion, 1.0).places["shoulder"][1]
    assert 60.0 < risen < 160.0


def test_the_climbers_knee_comes_to_the_chest() -> None:
    motion = side("mountain_climber")
    there = stance(motion, 1.0).places
    assert there["knee"][0] > there["hip"][0] + 250.0
    assert there["knee"][1] < -120.0


@pytest.mark.parametrize("id_", ["figure_four_stretch", "pt_ball_release"])
def test_the_ankle_lies_on_the_other_knee(id_: str) -> None:
    motion = side(id_)
    for way in (0.0, 1.0):
        ankle, knee = (
            stance(motion, way, s).places[j] for s, j in (("near", "ankle"), ("far", "knee"))
        )
        assert math.dist(ankle, knee) < 40.0


def test_the_hands_hold_the_bar_on_the_hips_and_the_weight_on_the_knees() -> None:
    for id_, kind, near in (
        ("hip_thrust", "barbell", 80.0),
        ("seated_calf_raise", "weight", 100.0),
    ):
        motion = side(id_)
        for end, way in ((0, 0.0), (1, 1.0)):
            hand = spot(motion, way, "elbow", FIST)
            assert math.dist(hand, thing(motion, kind, end).points[0]) < near, id_


def test_the_feet_of_the_rower_are_on_the_foot_plate() -> None:
    motion = side("rowing")
    for way in WAYS:
        plate = thing(motion, "rower").points[1]
        assert math.dist(spot(motion, way, "ankle", BALL), plate) < 15.0


def test_the_swimmers_arm_comes_back_elbow_first() -> None:
    motion = side("swimming")
    back = stance(motion, 0.5, "far").places
    hand = spot(motion, 0.5, "elbow", FIST, "far")
    assert back["elbow"][1] < back["shoulder"][1] - 200.0
    assert hand[0] > back["elbow"][0] + 200.0
    assert hand[1] > back["elbow"][1] - 60.0


def test_the_rope_passes_over_the_head_and_under_the_feet() -> None:
    motion = LIBRARY.motion("rope_skipping")
    assert isinstance(motion, JumpMotion)
    places = []
    for share in (0.0, 0.25, 0.5, 0.75):
        frame = motion.frame(share * motion.duration)
        (rope,) = frame.props
        body = motion.skeleton.stance(frame.near, frame.root)
        assert math.dist(rope.points[0], motion.skeleton.at(body, "elbow", GRIP)) < 1.0
        places.append((rope.points[1], body.places, motion.skeleton.at(body, "ankle", BALL)))
    (over, joints, _), (before, _, _), (under, _, toes), (behind, _, _) = places
    assert over[1] < joints["neck"][1] - 250.0
    assert before[0] > 800.0 > -800.0 > behind[0]
    assert toes[1] < under[1] <= 20.0


def test_toes_that_spread_are_seen_to_go_apart_with_the_muscles_that_do_it() -> None:
    motion = LIBRARY.motion("toe_spread")
    assert motion is not None
    assert motion.aspect is Aspect.SOLE
    closed, open_ = (
        motion.mannequin(0).outlines(frame.near, frame.far, frame.root) for frame in motion.ends
    )
    gaps = [
        math.dist(after[0], after[2])
        for before, after in zip(threes(*closed), threes(*open_), strict=True)
        if math.dist(before[0], before[2]) < 0.2 and math.dist(before[0], before[1]) > 5.0
    ]
    assert len(gaps) == 4, "a cleft between each two toes"
    assert min(gaps) > 3.0
    main = {id_ for id_, how in motion.lit.items() if how == "primary"}
    assert main == {"abductor_hallucis", "abductor_digiti_minimi", "interossei_foot"}
    assert main <= {bit.lit for bit in motion.mannequin(2).bits}


def walls() -> list[str]:
    """The exercises at a wall that is seen from its edge."""
    placements = LIBRARY.placements.items()
    return [i for i, p in placements if any(q.kind == "wall" and q.points for q in p.start.props)]


@pytest.mark.parametrize("id_", walls())
def test_nobody_is_in_the_wall(id_: str) -> None:
    motion = LIBRARY.motion(id_)
    assert motion is not None
    for frame in motion.ends:
        (wall,) = (prop for prop in frame.props if prop.kind == "wall")
        face = wall.points[0][0]
        way = 1.0 if "behind" in wall.note else -1.0
        for flat in motion.mannequin(1).outlines(frame.near, frame.far, frame.root):
            assert min(way * (x - face) for x in flat[0::2]) > -20.0


def test_the_knee_of_the_lunge_test_touches_the_wall() -> None:
    motion = side("weight_bearing_lunge_test")
    face = thing(motion, "wall", 1).points[0][0]
    end = motion.ends[1]
    outlines = motion.mannequin(1).outlines(end.near, end.far, end.root)
    legs = (x for flat in outlines for x, y in zip(flat[0::2], flat[1::2], strict=True) if y > -700)
    assert max(legs) == pytest.approx(face, abs=12.0)


# -- from the front --------------------------------------------------------------------------


def test_the_knees_of_a_clamshell_are_bent_and_its_heels_stay_together() -> None:
    motion = front("clamshell")
    feet = []
    for way in WAYS:
        at = motion.stance(way).places
        assert bend(at["hip_l"], at["knee_l"], at["ankle_l"]) > 25.0
        feet.append(math.dist(at["ankle_r"], at["ankle_l"]))
    start, end = (motion.stance(way).places for way in (0.0, 1.0))
    assert bend(start["hip_r"], start["knee_r"], start["ankle_r"]) > 25.0
    assert max(feet) - min(feet) < 15.0
    assert end["knee_r"][1] < start["knee_r"][1] - 150.0


def test_the_lower_knee_is_bent_under_the_leg_that_lifts() -> None:
    at = front("side_lying_hip_abduction").stance(1.0).places
    assert bend(at["hip_l"], at["knee_l"], at["ankle_l"]) > 25.0
    assert bend(at["hip_r"], at["knee_r"], at["ankle_r"]) < 5.0


@pytest.mark.parametrize("id_", ["side_plank", "side_plank_leg_lift"])
def test_the_feet_are_stacked(id_: str) -> None:
    at = front(id_).stance(0.0).places
    assert math.dist(at["ankle_r"], at["ankle_l"]) < 0.6 * math.dist(at["hip_r"], at["hip_l"])


def test_the_band_of_the_press_pulls_from_the_side() -> None:
    motion = front("pallof_press")
    for end, way in ((0, 0.0), (1, 1.0)):
        at = motion.stance(way).places
        hand, post = thing(motion, "band", end).points
        wrists = [(at["wrist_r"][i] + at["wrist_l"][i]) / 2 for i in (0, 1)]
        assert math.dist(hand, wrists) < 60.0
        assert post[0] > 800.0
        assert abs(post[1] - hand[1]) < 60.0
    assert motion.aspect is Aspect.FRONT


def test_the_band_is_pulled_apart_from_before_the_shoulders() -> None:
    motion = front("band_pull_apart")
    start, end = (thing(motion, "band", i).points for i in (0, 1))
    shoulders = motion.stance(0.0).places
    across = math.dist(shoulders["shoulder_r"], shoulders["shoulder_l"])
    assert math.dist(*start) < 1.5 * across
    assert math.dist(*end) > 3.5 * across
