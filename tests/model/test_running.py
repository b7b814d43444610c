"""The runner: measured angles on the measured figure, feet that stand on the ground."""

import math
from functools import cache

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.model.posing import Matrix, Poser, Posture
from anatomy_app.model.rig import Part, Rig, Strand, level_for
from anatomy_app.model.running import Runner

LIBRARY = Library()
STRIDES: list[tuple[Gait, float | None]] = [(Gait.WALKING, None), (Gait.SPRINTING, None)]
STRIDES += [(Gait.RUNNING, speed) for speed in (2.0, 2.7, 3.0, 4.2, 5.0)]
SIDES = (Side.RIGHT, Side.LEFT)


@cache
def runner(gait: Gait, speed: float | None) -> Runner:
    return LIBRARY.runner(LIBRARY.stride(gait, speed))


def stance(made: Runner, side: Side) -> list[float]:
    """Whole percents of a foot's stance, in its own order."""
    own = sorted((made.stride.percent(side, float(p)), float(p)) for p in range(100))
    return [p for at, p in own if at < made.stride.toe_off]


def height(made: Runner, side: Side, percent: float) -> float:
    """How far the lowest point of a foot is above the ground, in mm."""
    return -max(y for _, y in made.sole(side, percent))


def carried(rig: Rig, poser: Poser, posture: Posture, x: float, y: float, *joints: str) -> complex:
    """Where a point that follows whole joints goes."""
    shares = [float(joint.name in joints) for joint in rig.joints]
    a, b, c, d, e, f = poser.matrix(posture, shares)
    return complex(a * x + c * y + e, b * x + d * y + f)


# the stride


@pytest.mark.parametrize(("gait", "speed"), STRIDES)
@pytest.mark.parametrize("side", SIDES)
def test_a_foot_in_stance_is_on_the_ground(gait: Gait, speed: float | None, side: Side) -> None:
    made = runner(gait, speed)
    whole = stance(made, side)
    # The sprinter's foot leaves the ground in the film 3 % before the force plate says so.
    firm = whole[:-3] if gait is Gait.SPRINTING else whole
    heights = [height(made, side, percent) for percent in firm]
    assert max(heights) <= 15.0
    assert min(heights) >= -5.0


@pytest.mark.parametrize(("gait", "speed"), STRIDES)
@pytest.mark.parametrize("side", SIDES)
def test_a_foot_on_the_ground_does_not_slide(gait: Gait, speed: float | None, side: Side) -> None:
    made = runner(gait, speed)
    soles = [made.sole(side, percent) for percent in stance(made, side)]
    ground = made.scroll / 100.0
    for point in range(len(soles[0])):
        way: list[float] = []
        for step, sole in enumerate(soles):
            x, y = sole[point]
            if y < -5.0:  # this point is off the ground: a new contact may be elsewhere
                way = []
                continue
            way.append(x + ground * step)
            assert max(way) - min(way) <= (20.0 if gait is Gait.WALKING else 15.0)


@pytest.mark.parametrize("speed", [2.0, 3.0, 5.0])
def test_in_float_there_is_daylight_under_both_feet(speed: float) -> None:
    made = runner(Gait.RUNNING, speed)
    start, end = made.stride.floats()[0].start, made.stride.floats()[0].end
    middle = (start + end) / 2
    assert all(height(made, side, middle) > 9.0 for side in SIDES)


@pytest.mark.parametrize(("gait", "speed"), STRIDES)
def test_a_swinging_foot_clears_the_ground(gait: Gait, speed: float | None) -> None:
    made = runner(gait, speed)
    swing = [p for p in map(float, range(100)) if made.stride.percent(Side.RIGHT, p) > 75]
    assert min(height(made, Side.RIGHT, p) for p in swing) >= -5.0


def test_the_pelvis_rises_and_falls_as_measured() -> None:
    made = runner(Gait.RUNNING, 3.0)
    rise = [made.stride.angles(float(p))["pelvis_vertical_m"] for p in range(100)]
    drawn = [made.pelvis(float(p)).y for p in range(100)]
    assert [y - drawn[0] for y in drawn] == pytest.approx(
        [-1000 * (z - rise[0]) for z in rise], abs=1e-6
    )


def test_the_left_leg_does_what_the_right_did_half_a_stride_before() -> None:
    made = runner(Gait.RUNNING, 3.0)
    for percent in (0.0, 13.0, 40.0, 77.0):
        right = made.posture(Side.RIGHT, percent).angles
        left = made.posture(Side.LEFT, (percent + 50) % 100).angles
        assert left["knee"] == pytest.approx(right["knee"], abs=0.2)


def test_the_ground_passes_at_the_speed_of_the_runner() -> None:
    made = runner(Gait.RUNNING, 3.5)
    assert made.scroll == pytest.approx(3500 * made.stride.stride_time)


def test_the_contact_is_under_the_body_and_only_in_stance() -> None:
    made = runner(Gait.RUNNING, 3.0)
    at = made.contact(Side.RIGHT, 15.0)
    assert at is not None
    assert -250 < at < 350
    assert made.contact(Side.LEFT, 15.0) is None


def test_the_toes_stay_flat_while_the_heel_rises() -> None:
    made = runner(Gait.RUNNING, 3.0)
    before = made.stride.toe_off - 2
    pitch = made.stride.angles(before)["foot_pitch_r"]
    assert pitch < -20
    assert made.posture(Side.RIGHT, before).angles["mtp"] == pytest.approx(-pitch)
    assert made.posture(Side.RIGHT, 70.0).angles["mtp"] < 6


# poses


@pytest.mark.parametrize("percent", [0.0, 14.0, 33.0, 60.0, 88.0])
def test_the_drawn_joints_show_the_angles_of_the_table(percent: float) -> None:
    made, rig = runner(Gait.RUNNING, 3.0), LIBRARY.rig
    angles, posture = made.stride.angles(percent), made.posture(Side.RIGHT, percent)
    poser, knee, ankle = Poser(rig), rig.joint("knee"), rig.joint("ankle")
    at = {
        "knee": carried(rig, poser, posture, knee.x, knee.y, "hip"),
        "ankle": carried(rig, poser, posture, ankle.x, ankle.y, "hip", "knee"),
    }
    hip = rig.joint("hip")
    top = carried(rig, poser, posture, hip.x, hip.y, "hip")
    standing = complex(knee.x - hip.x, knee.y - hip.y), complex(ankle.x - knee.x, ankle.y - knee.y)
    thigh = turned(standing[0], at["knee"] - top)
    shank = turned(standing[1], at["ankle"] - at["knee"])
    tilt = angles["pelvis_anterior_tilt"]
    assert thigh == pytest.approx(angles["hip_flexion_r"] - tilt, abs=0.1)
    assert thigh - shank == pytest.approx(angles["knee_flexion_r"], abs=0.1)


def turned(before: complex, after: complex) -> float:
    """Degrees forward (counter-clockwise on screen, y down)."""
    return math.degrees(math.atan2(*(lambda z: (-z.imag, z.real))(after / before)))


@pytest.mark.parametrize("knee", [60.0, 104.0, 150.0])
def test_a_deep_bend_keeps_the_knee_as_thick(knee: float) -> None:
    """Every point of the skin keeps its distance from the joint it turns about."""
    rig = LIBRARY.rig
    skin = next(shape for shape in rig.shapes if shape.structure == "skin_leg").loops[0]
    matrices = Poser(rig).matrices(Posture({"knee": knee}))
    joint = rig.joint("knee")
    for (x, y), (u, v) in zip(points(skin), posed(skin, matrices), strict=True):
        if abs(y - joint.y) < 120:
            before, after = (
                math.hypot(x - joint.x, y - joint.y),
                math.hypot(u - joint.x, v - joint.y),
            )
            assert after == pytest.approx(before, abs=0.01)


@pytest.mark.parametrize(
    "angles",
    [{"knee": 150.0}, {"hip": 130.0}, {"ankle": 50.0}, {"ankle": -50.0}, {"hip": -40.0},
     {"elbow": 140.0}, {"shoulder": 170.0}, {"back": 60.0}, {"mtp": 65.0}],
)  # fmt: skip
def test_no_outline_tears_in_the_range_of_exercises(angles: dict[str, float]) -> None:
    """No piece of an outline becomes many times as long as it was."""
    rig = LIBRARY.rig
    matrices = Poser(rig).matrices(Posture(angles))
    for shape in rig.shapes:
        if shape.role or shape.structure == "shading":
            continue
        for loop in shape.loops:
            before, after = points(loop), posed(loop, matrices)
            for i in range(len(before)):
                long, was = math.dist(after[i], after[i - 1]), math.dist(before[i], before[i - 1])
                assert long <= 6.0 * was + 25.0, (shape.structure, i)


def points(strand: Strand) -> list[tuple[float, float]]:
    return list(zip(strand.xy[0::2], strand.xy[1::2], strict=True))


def posed(strand: Strand, matrices: list[Matrix]) -> list[tuple[float, float]]:
    bind = strand.bind if len(strand.bind) > 1 else list(strand.bind) * (len(strand.xy) // 2)
    made = []
    for (x, y), number in zip(points(strand), bind, strict=True):
        a, b, c, d, e, f = matrices[number]
        made.append((a * x + c * y + e, b * x + d * y + f))
    return made


def test_standing_leaves_every_point_where_it_was_drawn() -> None:
    identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for matrix in Poser(LIBRARY.rig).matrices(Posture()):
        assert matrix == pytest.approx(identity)


# the drawing


def test_a_larger_picture_takes_more_points() -> None:
    rig = LIBRARY.rig
    counts = [
        sum(len(loop.xy) for shape in rig.at_level(level_for(scale)) for loop in shape.loops)
        for scale in (0.1, 0.5, 3.0)
    ]
    assert counts[0] < counts[1] < counts[2]


def test_every_muscle_of_the_runner_is_one_of_the_atlas() -> None:
    known = set(LIBRARY.drawn) | {"hand_muscles", "neck_deep"}
    drawn = {s.structure for s in LIBRARY.rig.shapes if s.part in (Part.LEG, Part.TRUNK, Part.ARM)
             and s.tissue.value in ("muscle", "tendon")}  # fmt: skip
    assert drawn <= known
    assert {"soleus", "gluteus_maximus", "rectus_femoris"} <= drawn
