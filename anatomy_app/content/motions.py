"""Makes the moving picture of an exercise from its record, its placement and a figure."""

from typing import TYPE_CHECKING

from anatomy_app.model.facing import FrontMotion
from anatomy_app.model.index import Index
from anatomy_app.model.knowledge import Exercise
from anatomy_app.model.motion import PRIMARY, SECONDARY, Lit, Motion
from anatomy_app.model.moving import SideMotion
from anatomy_app.model.rig import Rig

if TYPE_CHECKING:
    from anatomy_app.content.library import Library


def make_motion(library: "Library", exercise_id: str) -> Motion:
    """The motion of an exercise that has a placement."""
    exercise = library.atlas.exercises[exercise_id]
    placement = library.placements[exercise_id]
    rig = library.front_rig if placement.front else library.rig
    lit = Lit(lit_structures(library.index, exercise, rig), placement.lit_side)
    if placement.front:
        return FrontMotion(rig, lit, placement, library.front_poses[exercise_id])
    return SideMotion(rig, lit, exercise, placement)


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
