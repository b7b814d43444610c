"""How exercises move: every instant of every exercise is a pose that a human can hold."""

import math
from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.facing import FrontMotion, held_joints
from anatomy_app.model.mannequin import Aspect
from anatomy_app.model.motion import Frame, Motion
from anatomy_app.model.moving import SideMotion
from anatomy_app.model.striding import PedalMotion

FRAMES = 24
FIXED, SUNK = 15.0, 20.0  # mm
# Degrees. The elbow of the standing figure is bent by about ten: a straight one is below zero.
RANGES = {
    "hip": (-35, 140), "knee": (-6, 160), "ankle": (-65, 45), "mtp": (-45, 70),
    "back": (-40, 60), "neck": (-65, 65), "shoulder": (-95, 185), "elbow": (-12, 152),
}  # fmt: skip
FRONT_RANGES = {"hip": (-40, 65), "back": (-25, 25), "neck": (-25, 25), "shoulder": (-20, 180)}
FORESHORTENED = 0.9  # a bone that leans out of the picture: its angle there is not the joint's
ROUND_THE_HEAD = {"swimming"}  # the arm comes back over the water, the body rolled to that side
ROCKS = {"superman"}  # from chest and toes onto the belly
ROLLS = {"suitcase_carry"}  # from the heel over the ball
SUNK_BY_THE_FIGURE = {
    "clamshell": 22.0,  # the arm under the head is drawn round, not pressed flat
    "side_lying_hip_abduction": 22.0,
    "pt_ball_release": 29.0,  # its hand is a fist, where an open palm carries
    "side_plank_knees": 32.0,  # the folded shank is drawn round
}

LIBRARY = Library()
IDS = list(LIBRARY.placements)


def motion(id_: str) -> Motion:
    found = LIBRARY.motion(id_)
    assert found is not None
    return found


def frames(moving: Motion) -> Iterator[Frame]:
    yield from moving.ends
    if not moving.is_static:
        yield from (moving.frame(moving.duration * i / FRAMES) for i in range(FRAMES))


def is_front(moving: Motion) -> bool:
    return moving.aspect in (Aspect.FRONT, Aspect.FRONT_FOOT)


def ways() -> Iterable[float]:
    return (i / FRAMES for i in range(FRAMES + 1))


@pytest.mark.parametrize("id_", IDS)
def test_joints_stay_within_human_range(id_: str) -> None:
    moving = motion(id_)
    for frame in frames(moving):
        for posture in (frame.near, frame.far):
            for joint, angle in posture.angles.items():
                ranges = FRONT_RANGES if is_front(moving) else RANGES
                low, high = ranges.get(joint.partition("_")[0], (-180, 180))
                if posture.stretch.get(joint, 1.0) < FORESHORTENED:
                    continue
                if joint == "shoulder" and id_ in ROUND_THE_HEAD:
                    low -= 95
                assert low <= angle <= high, f"{joint} at {angle:.0f} degrees"


@pytest.mark.parametrize("id_", IDS)
def test_nothing_sinks_into_the_floor(id_: str) -> None:
    moving = motion(id_)
    if not moving.floor:
        return
    figure = moving.mannequin(2)
    most = SUNK_BY_THE_FIGURE.get(id_, SUNK)
    for frame in frames(moving):
        for flat in figure.outlines(frame.near, frame.far, frame.root):
            for x, y in zip(flat[0::2], flat[1::2], strict=True):
                assert y + frame.slope * x <= most, f"{y:.0f} mm below the floor"


@pytest.mark.parametrize("id_", IDS)
def test_what_rests_stays_where_it_is(id_: str) -> None:
    moving = motion(id_)
    if id_ in ROCKS | ROLLS:
        return
    if isinstance(moving, SideMotion):
        check_contacts(moving)
    elif isinstance(moving, FrontMotion):
        start = moving.stance(0.0)
        joints = [joint for a in moving.placement.anchors for joint in held_joints(a)]
        for way, joint in product(ways(), joints):
            assert math.dist(start.places[joint], moving.stance(way).places[joint]) <= FIXED, joint


def check_contacts(moving: SideMotion) -> None:
    first = moving.stances(moving.pose(0.0))
    for way in ways():
        now = moving.stances(moving.pose(way))
        for contact in moving.contacts:
            places = (moving.skeleton.at(s[contact.side], *contact.at) for s in (first, now))
            assert math.dist(*places) <= FIXED, contact


def test_feet_go_round_with_the_pedals() -> None:
    cycling = motion("cycling")
    assert isinstance(cycling, PedalMotion)
    for i in range(FRAMES):
        frame = cycling.frame(cycling.duration * i / FRAMES)
        (bike,) = (prop for prop in frame.props if prop.kind == "bike")
        _, crank, _, near, far = bike.points
        assert math.dist(crank, near) == pytest.approx(170.0)
        stance = cycling.skeleton.stance(frame.near, frame.root)
        assert math.dist(cycling.skeleton.at(stance, "ankle", (107.0, -3.0)), near) <= FIXED
        assert math.dist(near, far) == pytest.approx(340.0)


@pytest.mark.parametrize("id_", IDS)
def test_what_works_is_lit_and_drawn(id_: str) -> None:
    moving = motion(id_)
    assert "primary" in moving.lit.values()
    assert {bit.lit for bit in moving.mannequin(3).bits if bit.lit} <= set(moving.lit)
    shown = [bit for bit in moving.mannequin(3).bits if bit.lit]
    assert shown, "nothing is lit"


@pytest.mark.parametrize("id_", IDS)
def test_a_repetition_ends_where_the_next_begins(id_: str) -> None:
    moving = motion(id_)
    if moving.is_static or id_ in ("dynamic_warm_up", "hiit_intervals"):  # sequences cut
        return
    before, after = moving.frame(moving.duration * 0.9999), moving.frame(moving.duration)
    assert math.dist(before.root, after.root) < 6.0
    for joint, angle in before.near.angles.items():
        turned = abs(angle - after.near.angles[joint]) % 360.0
        assert min(turned, 360.0 - turned) < 2.5, joint


def test_every_exercise_with_a_placement_moves_or_is_told_to_hold() -> None:
    static = {id_ for id_ in IDS if motion(id_).is_static}
    assert {"plank", "wall_sit", "side_plank"} <= static
    assert "squat" not in static
    assert LIBRARY.motion("no_such_exercise") is None


def test_the_second_repetition_of_an_alternating_exercise_is_the_other_side() -> None:
    bird_dog = motion("bird_dog")
    middle = bird_dog.duration / 2
    first, second = bird_dog.frame(middle), bird_dog.frame(middle + bird_dog.duration)
    assert first.near == second.far
    steps = motion("band_side_step")
    assert not steps.frame(0.5).mirrored
    assert steps.frame(0.5 + steps.duration).mirrored


def test_a_foot_on_the_ground_goes_back_with_it() -> None:
    walk = motion("heel_walk")
    assert isinstance(walk, SideMotion)
    heels = []
    for way in ways():
        frame = walk.frame(walk.duration / 2 * 0.999 * way)
        assert frame.scroll is not None
        stance = walk.skeleton.stance(frame.far, frame.root)
        heels.append(walk.skeleton.at(stance, "ankle", (-42.0, -2.0))[0] + frame.scroll)
    assert max(heels) - min(heels) <= FIXED
    assert motion("squat").frame(0.5).scroll is None


def test_held_things_follow_the_hands() -> None:
    curl = motion("biceps_curl")
    assert isinstance(curl, SideMotion)
    for way in ways():
        frame = curl.framed(curl.pose(way), way)
        stance = curl.skeleton.stance(frame.near, frame.root)
        (weight,) = frame.props
        assert math.dist(curl.skeleton.at(stance, "elbow", (46.0, -846.0)), weight.points[0]) < 25


def test_the_box_has_room_for_figure_and_things() -> None:
    left, top, right, bottom = motion("medicine_ball_slam").box
    assert top < -2000.0  # the ball overhead
    assert right - left > 500.0
    assert bottom == pytest.approx(0.0, abs=10.0)
