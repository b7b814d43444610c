"""Which way a structure moves which joint, and how far an exercise moves it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from anatomy_app.model.anatomy import Structure
from anatomy_app.model.knowledge import Exercise

NEAR, FAR = SIDES = ("near", "far")


class Movement(StrEnum):
    """A movement of a joint that the poses of exercises show."""

    HIP_FLEXION = "hip_flexion"
    HIP_EXTENSION = "hip_extension"
    HIP_ABDUCTION = "hip_abduction"
    HIP_ADDUCTION = "hip_adduction"
    KNEE_FLEXION = "knee_flexion"
    KNEE_EXTENSION = "knee_extension"
    ANKLE_DORSIFLEXION = "ankle_dorsiflexion"
    ANKLE_PLANTARFLEXION = "ankle_plantarflexion"
    SHOULDER_FLEXION = "shoulder_flexion"
    SHOULDER_EXTENSION = "shoulder_extension"
    ELBOW_FLEXION = "elbow_flexion"
    ELBOW_EXTENSION = "elbow_extension"

    @property
    def axis(self) -> str:
        """The angle of the poses that it changes, without its side."""
        joint = self.partition("_")[0]
        return "hip_abduction" if self in _FRONTAL else joint

    @property
    def sign(self) -> int:
        """1 if that angle grows with it, else -1."""
        return -1 if self.endswith(("extension", "adduction", "plantarflexion")) else 1


_FRONTAL = (Movement.HIP_ABDUCTION, Movement.HIP_ADDUCTION)
_ACTION = re.compile(r"(?<!\w)(plantarflexion|dorsiflexion|flexion|extension|abduction|adduction)")


@dataclass(frozen=True, slots=True)
class Sweep:
    """A joint angle of one side in an exercise: degrees in the start and in the end pose."""

    start: float
    end: float

    @property
    def change(self) -> float:
        """Degrees from start to end, with sign."""
        return self.end - self.start


def actions_of(structure: Structure) -> tuple[Movement, ...]:
    """The movements that a structure makes by shortening, as far as its actions name them plainly.

    What holds only in some posture ("abduction when flexed") or for a part ("the posterior part
    extends") is left out: a part has its own record.
    """
    return _named(structure.actions)


@lru_cache(maxsize=512)  # structures; the same few words are asked of for each exercise
def _named(actions: tuple[str, ...]) -> tuple[Movement, ...]:
    found: dict[Movement, None] = {}
    for action in actions:
        joint, _, words = action.partition(":")
        plain = re.sub(r"\(.*?\)", "", words).partition(";")[0]
        if " when " in plain:
            continue
        for name in _ACTION.findall(plain):
            key = f"{joint.strip().lower()}_{name}"
            if key in _KNOWN:
                found[Movement(key)] = None
    return tuple(found)


_KNOWN = frozenset(Movement)


def sweep(exercise: Exercise, movement: Movement, side: str) -> Sweep | None:
    """How the poses change the angle; None if the exercise's picture does not show that plane.

    An exercise drawn from the side tells nothing of abduction, one from the front of nothing else.
    """
    if (exercise.view == "frontal") != (movement in _FRONTAL):
        return None
    key = f"{movement.axis}_{side}"
    start, end = exercise.start.angles.get(key), exercise.end.angles.get(key)
    return None if start is None or end is None else Sweep(start, end)
