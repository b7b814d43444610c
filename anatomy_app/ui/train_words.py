"""The words of Train for levels, kinds, equipment, and why an exercise stands in a plan."""

from anatomy_app.model.knowledge import Exercise, ExerciseKind, Level
from anatomy_app.model.planning import Item
from anatomy_app.ui import train_reasons
from anatomy_app.ui.words import translate


def level(value: Level) -> str:
    """For whom an exercise is."""
    return {
        Level.BEGINNER: translate("Train", "Beginner"),
        Level.INTERMEDIATE: translate("Train", "Intermediate"),
        Level.ADVANCED: translate("Train", "Advanced"),
    }[value]


def kind(value: ExerciseKind) -> str:
    """What an exercise is."""
    return {
        ExerciseKind.STRENGTH: translate("Train", "Strength"),
        ExerciseKind.STRETCH: translate("Train", "Stretch"),
        ExerciseKind.MOBILITY: translate("Train", "Mobility"),
        ExerciseKind.PLYOMETRIC: translate("Train", "Jumps"),
        ExerciseKind.DRILL: translate("Train", "Drill"),
        ExerciseKind.RUN_WORKOUT: translate("Train", "Running session"),
        ExerciseKind.CROSS_TRAINING: translate("Train", "Cross-training"),
    }[value]


def need(id_: str) -> str:
    """A thing that an exercise needs; one that has no word here is called by its id."""
    named = {
        "none": translate("Train", "None"), "mat": translate("Train", "Mat"),
        "step": translate("Train", "Step"), "band": translate("Train", "Band"),
        "bench": translate("Train", "Bench"), "wall": translate("Train", "Wall"),
        "chair": translate("Train", "Chair"), "bar": translate("Train", "Pull-up bar"),
        "dumbbell": translate("Train", "Dumbbell"), "barbell": translate("Train", "Barbell"),
        "towel": translate("Train", "Towel"), "strap": translate("Train", "Strap"),
        "ball": translate("Train", "Ball"), "rope": translate("Train", "Rope"),
        "stability_ball": translate("Train", "Stability ball"),
        "medicine_ball": translate("Train", "Medicine ball"),
        "massage_ball": translate("Train", "Massage ball"),
        "wedge": translate("Train", "Wedge"), "partner": translate("Train", "Partner"),
        "balance_board": translate("Train", "Balance board"),
        "hamstring_bench": translate("Train", "Hamstring bench"),
        "breathing_trainer": translate("Train", "Breathing trainer"),
        "metronome": translate("Train", "Metronome"), "hill": translate("Train", "Hill"),
        "bike": translate("Train", "Bike"), "rower": translate("Train", "Rower"),
        "pool": translate("Train", "Pool"),
    }  # fmt: skip
    return named.get(id_) or id_.replace("_", " ").capitalize()


def needed(exercise: Exercise) -> str:
    """All that an exercise needs, in a line."""
    if tuple(exercise.needs) == ("none",):
        return translate("Train", "no equipment")
    return ", ".join(need(id_).lower() for id_ in exercise.needs)


def caption(exercise: Exercise) -> str:
    """Level and equipment."""
    return f"{level(exercise.level)} · {needed(exercise)}"


def dose(item: Item) -> str:
    """What is to be done of an exercise of the plan, and the minutes that it takes."""
    return f"{train_reasons.dose(item)} · {minutes(item.minutes)}"


def minutes(value: float) -> str:
    """A time in whole minutes."""
    return translate("Train", "{0} min").format(round(value))


def exercises(count: int) -> str:
    """How many exercises."""
    if count == 1:
        return translate("Train", "1 exercise")
    return translate("Train", "{0} exercises").format(count)


def custom(text: str) -> str:
    """A dose without the remark that it is custom, which is said beside it."""
    return text.removesuffix("(custom, not from a trial)").rstrip(" ;")


def see_a_clinician(signs: str) -> str:
    """Warning signs, which always end in the same advice."""
    last = signs.strip().rstrip(".").rpartition(". ")[2]
    if "see a clinician" in last.lower():
        return signs.strip()
    return f"{signs.strip()} {translate('Train', 'See a clinician.')}".strip()
