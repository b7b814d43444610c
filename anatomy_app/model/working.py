"""What a structure does in an exercise: shortens, lengthens, holds; or that it is not known."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from anatomy_app.model.anatomy import StructureKind
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.dosage import read_dose
from anatomy_app.model.knowledge import Exercise, ExerciseKind
from anatomy_app.model.movements import SIDES, Movement, Sweep, actions_of, sweep

MOVES, STILL = 15.0, 5.0
"""Degrees from which a joint counts as moved, and under which it counts as held."""

COUNTS = 0.25
"""A joint that moves less than this share of the one that moves most does not decide."""


class Work(StrEnum):
    """What the muscle does over one repetition."""

    BOTH = "both"  # it shortens one way and lengthens the other
    SLOW_LENGTHENING = "slow_lengthening"  # the same, and the cues ask for a slow way down
    LENGTHENING = "lengthening"  # the way up is helped by other limbs
    HOLD = "hold"  # nearly constant length
    STRETCH = "stretch"  # a stretch: long and relaxed
    RUNNING = "running"  # the exercise is running itself
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Working:
    """The work of a structure, and the movement of the joint by which that is known."""

    work: Work
    movement: Movement | None = None
    sweep: Sweep | None = None


_Moved = tuple[tuple[Movement, Sweep], ...]

UNKNOWN = Working(Work.UNKNOWN)
_LOADED = (ExerciseKind.STRENGTH, ExerciseKind.PLYOMETRIC, ExerciseKind.DRILL)
_SLOW_DOWN = re.compile(
    r"\b(lower|down|away)\b.*\b(slowly|more slowly)\b|\b(slowly|control)\b.*\bway (down|out)\b"
    r"|\bresist as long\b|\bs to lower\b",
    re.IGNORECASE,
)
_SLOW_BACK = re.compile(r"\breturn slowly\b", re.IGNORECASE)
_HELPED_UP = re.compile(r"\bhelp yourself up\b|\bpush back up\b", re.IGNORECASE)


def working(atlas: Atlas, exercise: Exercise, structure_id: str) -> Working:
    """What the structure does; a group does what more than half of its members do."""
    members = atlas.members(structure_id)
    if not members:
        return _single(atlas, exercise, structure_id)
    found = [_single(atlas, exercise, member) for member in members]
    work, count = Counter(each.work for each in found).most_common(1)[0]
    if 2 * count <= len(found):
        return UNKNOWN
    alike = [each for each in found if each.work is work]
    usual = Counter(each.movement for each in alike).most_common(1)[0][0]
    return next(each for each in alike if each.movement is usual)


def _single(atlas: Atlas, exercise: Exercise, structure_id: str) -> Working:
    structure = atlas.structures.get(structure_id)
    if structure is None or structure.kind in (StructureKind.TENDON, StructureKind.FASCIA):
        return UNKNOWN
    if is_run(exercise):
        return Working(Work.RUNNING)
    actions = actions_of(structure)
    moved = _strongest(exercise, actions)
    if exercise.kind is ExerciseKind.STRETCH:
        return _still(Work.STRETCH, actions, moved)
    if exercise.kind not in _LOADED:
        return UNKNOWN
    if exercise.static:  # a picture that stands still may also mean that it cannot show the foot
        held = read_dose(exercise.dosage).seconds is not None
        return _still(Work.HOLD, actions, moved) if held else UNKNOWN
    return _moving(exercise, actions, moved)


def is_run(exercise: Exercise) -> bool:
    """Whether it is running itself, at whatever speed."""
    return exercise.kind is ExerciseKind.RUN_WORKOUT and exercise.support == "running"


def _strongest(exercise: Exercise, actions: tuple[Movement, ...]) -> _Moved:
    """The joints that the structure crosses, on the side that moves more, the largest first."""
    sides = []
    for side in SIDES:
        swept = [(each, sweep(exercise, each, side)) for each in actions]
        seen = [(each, found) for each, found in swept if found is not None]
        sides.append(sorted(seen, key=lambda pair: -abs(pair[1].change)))
    near, far = map(tuple, sides)
    return far if _most(far) > _most(near) else near


def _most(moved: _Moved) -> float:
    return max((abs(each.change) for _, each in moved), default=0.0)


def _still(work: Work, actions: tuple[Movement, ...], moved: _Moved) -> Working:
    """A hold or a stretch: it is about one joint only if the structure has no other action."""
    return Working(work, *moved[0]) if len(actions) == 1 and moved else Working(work)


def _moving(exercise: Exercise, actions: tuple[Movement, ...], moved: _Moved) -> Working:
    if not moved:
        return UNKNOWN
    most = abs(moved[0][1].change)
    if most < STILL and exercise.kind is ExerciseKind.STRENGTH:
        return _still(Work.HOLD, actions, moved)
    if most < MOVES:
        return UNKNOWN
    shortens = {
        each.sign * found.change > 0 for each, found in moved if abs(found.change) >= COUNTS * most
    }
    if len(shortens) > 1:  # one joint shortens it while the other lengthens it
        return UNKNOWN
    return Working(_way(exercise, first_shortens=shortens.pop()), *moved[0])


def _way(exercise: Exercise, *, first_shortens: bool) -> Work:
    """Both ways are worked; the cues tell which one is slow or helped."""
    if exercise.kind is not ExerciseKind.STRENGTH:
        return Work.BOTH
    cues = " | ".join(exercise.cues)
    if not first_shortens and _HELPED_UP.search(cues):
        return Work.LENGTHENING
    slow = any(map(_SLOW_DOWN.search, exercise.cues))
    slow_back = first_shortens and any(map(_SLOW_BACK.search, exercise.cues))
    return Work.SLOW_LENGTHENING if slow or slow_back else Work.BOTH
