"""What a training plan is made of: wish, items with their time, days, what cannot be met."""

import math
from dataclasses import dataclass
from enum import StrEnum

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.dosage import EVERY_DAY, Dose, Range, read_dose
from anatomy_app.model.entities import Entity
from anatomy_app.model.equipment import NONE
from anatomy_app.model.knowledge import Exercise, ExerciseKind, Level
from anatomy_app.model.loading import Load, load_of
from anatomy_app.model.reasons import Facts

LEAST_MINUTES, MOST_MINUTES = 5, 180
MOST_DAYS = 7
USUAL_DAYS = 3
"""Days a week on which an exercise may come if its dosage names none."""

# Custom, not from a trial: seconds that a repetition takes, of rest after a set, between the two
# sides, and to get ready for an exercise.
_PER_REP = {ExerciseKind.PLYOMETRIC: 2, ExerciseKind.DRILL: 2, ExerciseKind.MOBILITY: 3}
_USUAL_REP = 4
_REST = {
    ExerciseKind.PLYOMETRIC: 90, ExerciseKind.STRETCH: 15, ExerciseKind.MOBILITY: 15,
    ExerciseKind.DRILL: 45,
}  # fmt: skip
_USUAL_REST, _HEAVY_REST, _HOLD_REST = 60, 120, 45
_CHANGE_SIDE, _GET_READY = 10, 30
_METRES_PER_SECOND = 1.5
_UNREAD_SET = 40
_LONG = 300
_ONE_SIDE = ("standing_single_leg", "side_lying", "side_plank")


class Role(StrEnum):
    """Why an item is in a plan."""

    FOCUS = "focus"
    BALANCE = "balance"  # it works beside the focus, so that no group trains alone


class GapKind(StrEnum):
    """What a plan could not meet."""

    NO_EXERCISE = "no_exercise"  # the atlas names none for this focus
    EQUIPMENT = "equipment"  # some exist, none with this equipment
    LEVEL = "level"  # some exist, all harder than this level
    UNREAD = "unread"  # some exist, but no dosage is in numbers, so no time could be kept
    TIME = "time"  # the shortest one takes longer than the minutes
    LEFT_OUT = "left_out"  # room or balance left no place for this focus
    SHORT = "short"  # a day has less work than its minutes
    LONG = "long"  # a day has more, because somebody added to it
    BALANCE = "balance"  # one muscle group has more than half of a day
    HEAVY = "heavy"  # somebody put two heavy days in a row
    OFTEN = "often"  # somebody put an exercise on more days than its dosage names


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that a plan does not meet: of a focus, or of a day (0 is the first)."""

    kind: GapKind
    focus: Entity | None = None
    day: int | None = None
    exercise: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plan is for: weak points, minutes of a day with rests, equipment, days a week, level.

    `minutes` is 5 to 180, `days` 1 to 7; exercises above `level` are left out.
    """

    focus: tuple[Entity, ...]
    minutes: float
    equipment: frozenset[str] = frozenset({NONE})
    days: int = 1
    level: Level = Level.INTERMEDIATE

    def __post_init__(self) -> None:
        if not self.focus:
            raise ValueError("a plan needs something to train for")
        if not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise ValueError(f"a session has {LEAST_MINUTES} to {MOST_MINUTES} minutes")
        if not 1 <= self.days <= MOST_DAYS:
            raise ValueError(f"a week has 1 to {MOST_DAYS} days")


@dataclass(frozen=True, slots=True)
class Option:
    """An exercise that a plan may use: its dose, its muscle group (a shelf) and its reason."""

    exercise: str
    reason: Facts
    role: Role
    group: str
    dose: Dose
    kind: ExerciseKind
    load: Load
    sides: int

    @property
    def is_heavy(self) -> bool:
        """Whether it makes a day a heavy one."""
        return self.load.is_hard

    @property
    def days_a_week(self) -> int:
        """On how many days it may come."""
        return self.dose.days[1] if self.dose.days else USUAL_DAYS

    @property
    def may_follow_itself(self) -> bool:
        """Whether it may come on two days in a row: if its dosage is for nearly every day."""
        return self.days_a_week >= EVERY_DAY - 1

    def item(self, level: Level, sets: int | None = None) -> "Item":
        """It as an item with the fewest sets of its dosage, or with these."""
        count = self.dose.sets[0] if sets is None else sets
        rest = self._rest()
        total = count * self._work(level) + (count - 1) * rest + _GET_READY
        return Item(
            option=self,
            sets=count,
            reps=_amount(self.dose.reps, level),
            seconds=_amount(self.dose.seconds, level),
            metres=_amount(self.dose.metres, level),
            rest_seconds=rest,
            minutes=math.ceil(total / 6) / 10,
        )

    def _work(self, level: Level) -> float:
        """Seconds of one set, both sides."""
        reps, seconds = _amount(self.dose.reps, level), _amount(self.dose.seconds, level)
        if metres := _amount(self.dose.metres, level):
            work = metres / _METRES_PER_SECOND
        elif reps:
            one = self.dose.tempo or _PER_REP.get(self.kind, _USUAL_REP)
            work = reps * (one + (seconds or 0))
        else:
            work = seconds or _UNREAD_SET
        return work * self.sides + _CHANGE_SIDE * (self.sides - 1)

    def _rest(self) -> int:
        if self.load is Load.HEAVY:
            return _HEAVY_REST
        held = self.dose.reps is None and self.dose.seconds is not None
        usual = _HOLD_REST if held else _USUAL_REST
        return _REST.get(self.kind, usual)


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise of a day.

    `reps`, `seconds` and `metres` are those of one set (of each side, if there are two); `seconds`
    with `reps` is how long each repetition is held. All None: the dosage must be read as text.
    `minutes` holds everything, rests, change of side and getting ready too.
    """

    option: Option
    sets: int
    reps: int | None
    seconds: int | None
    metres: int | None
    rest_seconds: int
    minutes: float

    @property
    def exercise(self) -> str:
        """The exercise's id."""
        return self.option.exercise

    @property
    def reason(self) -> Facts:
        """The facts of its reason."""
        return self.option.reason

    @property
    def role(self) -> Role:
        """Whether it serves the focus or the balance."""
        return self.option.role

    @property
    def sides(self) -> int:
        """2 if each set is done on one side and then on the other."""
        return self.option.sides


@dataclass(frozen=True, slots=True)
class Day:
    """One session, on a weekday of 1 to 7."""

    weekday: int
    items: tuple[Item, ...] = ()

    @property
    def minutes(self) -> float:
        """Minutes of the session with rests."""
        return total_minutes(self.items)

    @property
    def is_heavy(self) -> bool:
        """Whether it holds a heavy load or jumps."""
        return any(item.option.is_heavy for item in self.items)


def total_minutes(items: tuple[Item, ...]) -> float:
    """Minutes of items one after the other, to a tenth."""
    return round(sum(item.minutes for item in items), 1)


def option(atlas: Atlas, exercise: Exercise, reason: Facts, role: Role) -> Option:
    """An exercise as an option of a plan."""
    dose = read_dose(exercise.dosage)
    return Option(
        exercise.id, reason, role, group_of(atlas, exercise), dose, exercise.kind,
        load_of(exercise), _sides(exercise, dose),
    )  # fmt: skip


def group_of(atlas: Atlas, exercise: Exercise) -> str:
    """The shelf of the first muscle that it mainly trains; a tendon's shelf says little."""
    found = [atlas.structures[id_].shelf for id_ in exercise.primary if id_ in atlas.structures]
    muscular = [shelf for shelf in found if shelf != "connective_tissue"]
    return next(iter(muscular + found), "")


def _sides(exercise: Exercise, dose: Dose) -> int:
    """2 if the dose is for each side: it says so, or the poses differ from side to side."""
    if dose.each_side:
        return 2
    if dose.metres or dose.contacts or exercise.kind is ExerciseKind.CROSS_TRAINING:
        return 1
    timed = dose.seconds is not None and dose.reps is None
    if timed and not exercise.static and exercise.kind is not ExerciseKind.STRETCH:
        return 1  # it alternates until the time is over
    return 2 if exercise.support in _ONE_SIDE or _is_lopsided(exercise) else 1


def _is_lopsided(exercise: Exercise) -> bool:
    """Whether the near and the far limbs do different things."""
    return any(
        angle != pose.angles.get(f"{key.removesuffix('_near')}_far")
        for pose in (exercise.start, exercise.end)
        for key, angle in pose.angles.items()
        if key.endswith("_near")
    )


def _amount(between: Range | None, level: Level) -> int | None:
    """Beginners start at the lower end of a dosage, the advanced at the upper one.

    What lasts for minutes starts at the lower end for all.
    """
    if between is None:
        return None
    low, high = between
    if low >= _LONG:
        return low
    match level:
        case Level.BEGINNER:
            return low
        case Level.ADVANCED:
            return high
        case _:
            return (low + high) // 2
