"""How an exercise loads the body, and whether it stands on one leg."""

from enum import StrEnum

from anatomy_app.model.dosage import read_dose
from anatomy_app.model.knowledge import Exercise, ExerciseKind
from anatomy_app.model.working import is_run


class Load(StrEnum):
    """The load of an exercise, as far as kind, dose and stance tell it."""

    HEAVY = "heavy"  # its dose asks for a heavy load
    IMPACT = "impact"  # jumps and landings
    ONE_LEG = "one_leg"  # strength or drill with the body on one leg
    RESISTANCE = "resistance"  # other strength work and drills
    RUNNING = "running"
    LIGHT = "light"  # stretching, mobility, cross-training

    @property
    def is_hard(self) -> bool:
        """Whether a day with it is a heavy day."""
        return self in (Load.HEAVY, Load.IMPACT)


_ON_ONE_LEG = ("near_foot", "near_toe", "near_foot_on_step")


def on_one_leg(exercise: Exercise) -> bool:
    """Whether it is done upright on one leg, as every instant of running is."""
    if exercise.support in ("standing_single_leg", "running"):
        return True
    return exercise.support == "standing" and exercise.contact in _ON_ONE_LEG


def load_of(exercise: Exercise) -> Load:
    """The heaviest word that fits."""
    if is_run(exercise):
        return Load.RUNNING
    if exercise.kind is ExerciseKind.PLYOMETRIC:
        return Load.IMPACT
    if exercise.kind not in (ExerciseKind.STRENGTH, ExerciseKind.DRILL):
        return Load.LIGHT
    if read_dose(exercise.dosage).heavy:
        return Load.HEAVY
    return Load.ONE_LEG if on_one_leg(exercise) else Load.RESISTANCE
