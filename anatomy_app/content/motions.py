"""Makes the moving picture of an exercise from its record, its placement and a figure."""

from typing import TYPE_CHECKING

from anatomy_app.content.problems import Problem
from anatomy_app.content.rig_file import RigError
from anatomy_app.model.closeups import LOOKS, FootMotion
from anatomy_app.model.facing import FrontMotion, FrontPose
from anatomy_app.model.gait import Gait
from anatomy_app.model.index import Index
from anatomy_app.model.knowledge import Exercise
from anatomy_app.model.mannequin import Aspect
from anatomy_app.model.motion import PRIMARY, SECONDARY, Lit, Motion
from anatomy_app.model.moving import LIKE, SideMotion, apart
from anatomy_app.model.rig import Rig
from anatomy_app.model.showing import Part, RunMotion, SequenceMotion
from anatomy_app.model.striding import JumpMotion, PedalMotion, StrideMotion

if TYPE_CHECKING:
    from anatomy_app.content.library import Library

HILL = 0.08  # rise by way
Run = tuple[Gait, float, float]
"""Gait, metres a second, slope."""
EASY: Run = (Gait.RUNNING, 2.8, 0.0)
RUNS: dict[str, Run] = {
    "tempo_run": (Gait.RUNNING, 4.0, 0.0),
    "hill_repeats": (Gait.RUNNING, 3.5, HILL),
    "sprints": (Gait.SPRINTING, 9.5, 0.0),
    "cadence_drill": (Gait.RUNNING, 3.0, 0.0),
    "incline_walk": (Gait.WALKING, 1.26, HILL),
}
FAST: Run = (Gait.RUNNING, 5.0, 0.0)
INTERVAL = 4  # strides of each pace that a picture of intervals shows
SEQUENCES = {
    "dynamic_warm_up": ("leg_swing", "leg_swing", "standing_knee_drive", "reverse_lunge"),
}


def make_motion(library: "Library", exercise_id: str) -> Motion:
    """The motion of an exercise that has a placement."""
    exercise = library.atlas.exercises[exercise_id]
    placement = library.placements[exercise_id]
    look = LOOKS.get(exercise_id)
    aspect = look.aspect if look is not None else None
    rig = library.front_rig if placement.front or aspect is Aspect.FRONT_FOOT else library.rig
    rig = library.sole_rig if aspect is Aspect.SOLE else rig
    lit = Lit(lit_structures(library.index, exercise, rig), placement.lit_side)
    if look is not None:
        return FootMotion(rig, lit, placement, look)
    if placement.front:
        return FrontMotion(rig, lit, placement, _front_poses(library, exercise_id))
    if exercise_id == "hiit_intervals":
        fast, slow = (_run(library, run, lit) for run in (FAST, EASY))
        parts = (Part(each, INTERVAL * each.duration) for each in (fast, slow))
        return SequenceMotion(rig, lit, tuple(parts))
    if exercise_id in SEQUENCES:
        found = [library.motion(each) for each in SEQUENCES[exercise_id]]
        return SequenceMotion(rig, lit, [Part(m, m.duration) for m in found if m])
    if "lowest_point" in placement.anchors or exercise_id in RUNS:
        return _run(library, RUNS.get(exercise_id, EASY), lit)
    return _posed(SideMotion(rig, lit, exercise, placement))


def _front_poses(library: "Library", exercise_id: str) -> tuple[FrontPose, FrontPose]:
    poses = library.front_poses.get(exercise_id)
    if poses is None:
        what = f"no poses of {exercise_id}"
        raise RigError(Problem("front_poses.json", 0, what, "add its start and end"))
    return poses


def _run(library: "Library", run: Run, lit: Lit) -> RunMotion:
    gait, speed, slope = run
    return RunMotion(library.runner(library.stride(gait, speed)), library.rig, lit, slope)


def _posed(motion: SideMotion) -> SideMotion:
    """The motion as it is played: step by step, as a jump, or from pose to pose."""
    placement = motion.placement
    if any(prop.kind == "bike" for prop in placement.start.props):
        return PedalMotion(motion)
    strides = placement.alternates and apart(motion.end, motion.start.swapped) < LIKE
    if (strides and apart(motion.start, motion.start.swapped) >= LIKE) or (
        "from foot to foot" in placement.special
    ):
        return StrideMotion(motion)
    jumps = not placement.anchors and motion.floor
    return JumpMotion(motion) if jumps else motion


def lit_structures(index: Index, exercise: Exercise, rig: Rig) -> dict[str, str]:
    """The drawn structures that work: the main ones and the helping ones, groups by their parts."""
    known = {shape.structure for shape in rig.shapes}
    found: dict[str, str] = {}
    for ids, how in ((exercise.primary, PRIMARY), (exercise.secondary, SECONDARY)):
        for id_ in ids:
            for each in (id_, *index.members(id_)):
                for drawn in index.entries[each].drawn:
                    if drawn in known:
                        found.setdefault(drawn, how)
    return found
