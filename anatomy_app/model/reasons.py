"""Exercises for a stage, muscle, complaint or context, ranked by a published rule, with the facts.

The rule is told in words in docs/decisions/0015-how-exercises-are-ranked.md; a test recomputes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from anatomy_app.model.aims import Aim, aims_of
from anatomy_app.model.anatomy import Contraction
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Stride
from anatomy_app.model.knowledge import Exercise, ExerciseKind, Level
from anatomy_app.model.likeness import passes_angle
from anatomy_app.model.loading import Load, load_of, on_one_leg
from anatomy_app.model.movements import Movement
from anatomy_app.model.working import Work, Working, working

ADVISED, MAIN, HELPER, BY_NAME = 6, 5, 2, 1
JOINT, CONTRACTION, LOAD, ON_ONE_LEG, ANGLE, LEVEL, MOST_ALSO = 2, 3, 2, 1, 1, 1, 2


class Trains(StrEnum):
    """How an exercise trains a structure."""

    MAIN = "main"
    HELPER = "helper"
    NOT = "not"


class Match(StrEnum):
    """Whether the structure works in the exercise as it does in the stage."""

    SAME = "same"
    PART = "part"  # one way of the repetition is the same
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Points:
    """What each criterion gives; the score is their sum."""

    advised: int = 0
    trains: int = 0
    joint: int = 0
    contraction: int = 0
    load: int = 0
    position: int = 0
    level: int = 0
    also: int = 0

    @property
    def total(self) -> int:
        """The score."""
        return (
            self.advised + self.trains + self.joint + self.contraction
            + self.load + self.position + self.level + self.also
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """Why an exercise serves a focus: all that a sentence may state.

    `structure` is whom the sentence is about and `trains` says how; `by_name` if the exercise
    names it rather than its group or part; `also` are further structures of the focus that it
    trains mainly. `movement` is the joint that it works, `work` what it does there; `stage` is the
    stage it is compared with, `contraction` what the structure does then, `span` from where to
    where in percent of the foot's own stride. `one_leg` and `angle` tell the likeness of
    position: on one leg as in running, and through the joint angles of that stage. `advised`: the
    injury names the exercise. None is not known.
    """

    focus: Entity
    structure: str | None
    trains: Trains
    by_name: bool
    also: tuple[str, ...]
    movement: Movement | None
    work: Work
    stage: str | None
    contraction: Contraction | None
    span: tuple[float, float] | None
    match: Match
    load: Load
    one_leg: bool
    angle: bool | None
    level: Level
    advised: bool
    points: Points

    @property
    def because(self) -> tuple[Entity, ...]:
        """The entities that the reason rests on, the focus first."""
        found = [self.focus]
        found += [Entity(Kind.MUSCLE, self.structure)] if self.structure else []
        found += [Entity(Kind.STAGE, self.stage)] if self.stage else []
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Ranked:
    """An exercise by id, its score and the facts that make it."""

    exercise: str
    score: int
    facts: Facts


def rank(
    atlas: Atlas, focus: Entity, stride: Stride | None = None, level: Level | None = None
) -> tuple[Ranked, ...]:
    """The exercises for a focus, the best first; with equal scores the easier first.

    `stride` says where its stages lie and what the joints do there (without it, stages lie as in
    easy running and angles are not compared). With a `level`, harder exercises are left out. A
    ValueError with a sentence if the focus is nothing that can be trained.
    """
    aims = aims_of(atlas, focus)
    found = [
        Ranked(exercise.id, facts.points.total, facts)
        for exercise in atlas.exercises.values()
        if level is None or difficulty(exercise.level) <= difficulty(level)
        for facts in [_best(atlas, exercise, focus, aims, stride, level)]
        if facts is not None
    ]
    return tuple(sorted(found, key=lambda each: _order(atlas, each)))


def difficulty(level: Level) -> int:
    """0 for beginners, 1 intermediate, 2 advanced."""
    return tuple(Level).index(level)


def _order(atlas: Atlas, ranked: Ranked) -> tuple[int, int, int]:
    exercise = atlas.exercises[ranked.exercise]
    kinds = tuple(ExerciseKind)
    return -ranked.score, difficulty(exercise.level), kinds.index(exercise.kind)


def _best(
    atlas: Atlas,
    exercise: Exercise,
    focus: Entity,
    aims: tuple[Aim, ...],
    stride: Stride | None,
    level: Level | None,
) -> Facts | None:
    """The facts of the structure and stage that score most; None if it does not serve the focus."""
    advised = _advised(atlas, exercise, focus)
    if focus.kind in (Kind.INJURY, Kind.EXERCISE) and not advised:
        return None
    judge = _Judge(atlas, exercise, focus, aims, stride, level, advised)
    found = list(judge.facts())
    return max(found, key=lambda each: each.points.total) if found else None


def _advised(atlas: Atlas, exercise: Exercise, focus: Entity) -> bool:
    """Whether the focus names the exercise itself."""
    if focus.kind is Kind.INJURY:
        return exercise.id in atlas.injuries[focus.id].exercises
    return focus == Entity(Kind.EXERCISE, exercise.id)


@dataclass(frozen=True, slots=True)
class _Judge:
    """One exercise before one focus."""

    atlas: Atlas
    exercise: Exercise
    focus: Entity
    aims: tuple[Aim, ...]
    stride: Stride | None
    level: Level | None
    advised: bool

    def facts(self) -> Iterator[Facts]:
        """Facts for each structure of the focus that it trains, in each of its stages."""
        trained = [(aim, *self._trains(aim.structure)) for aim in self.aims]
        trained = [each for each in trained if each[1] is not Trains.NOT]
        mains = [aim.structure for aim, trains, _ in trained if trains is Trains.MAIN]
        for aim, trains, by_name in trained:
            also = self._others(aim.structure, mains)
            known = working(self.atlas, self.exercise, aim.structure)
            for stage in self._busiest_first(aim) or (None,):
                yield self._facts(aim.structure, known, trains, by_name, also, stage)
        if self.advised and not trained:
            known = working(self.atlas, self.exercise, "")
            yield self._facts(None, known, Trains.NOT, by_name=False, also=(), stage=None)

    def _busiest_first(self, aim: Aim) -> tuple[str, ...]:
        """With equal scores the sentence is about the stage in which the structure works most."""
        roles = self.atlas.structures[aim.structure].stages
        activity = {id_: role.activity or 0 for id_, role in roles.items()}
        return tuple(sorted(aim.stages, key=lambda id_: -activity.get(id_, 0)))

    def _others(self, structure: str, mains: list[str]) -> tuple[str, ...]:
        """The other structures that it mainly trains; a group and its member count once."""
        found: list[str] = []
        for id_ in mains:
            if not {structure, *found} & set(self.atlas.index.kin(id_)):
                found.append(id_)
        return tuple(found)

    def _trains(self, structure: str) -> tuple[Trains, bool]:
        """Membership counts both ways: work for the calf is work for soleus, and the reverse."""
        kin = self.atlas.index.kin(structure)
        for trains, ids in (
            (Trains.MAIN, self.exercise.primary),
            (Trains.HELPER, self.exercise.secondary),
        ):
            if any(id_ in ids for id_ in kin):
                return trains, structure in ids
        return Trains.NOT, False

    def _facts(
        self,
        structure: str | None,
        known: Working,
        trains: Trains,
        by_name: bool,
        also: tuple[str, ...],
        stage: str | None,
    ) -> Facts:
        does = self._contraction(structure, stage)
        span = span_of(self.atlas, self.stride, stage)
        angle = passes_angle(known, self.stride, span)
        match = match_of(known.work, does)
        load, one_leg = load_of(self.exercise), on_one_leg(self.exercise)
        joint = known.movement is not None or known.work is Work.RUNNING
        points = Points(
            advised=ADVISED * self.advised,
            trains=_TRAINS[trains] + BY_NAME * by_name,
            joint=JOINT * joint,
            contraction=_CONTRACTION[match],
            load=_LOAD[load],
            position=ON_ONE_LEG * one_leg + ANGLE * (angle is True),
            level=LEVEL * (self.exercise.level == self.level),
            also=min(len(also), MOST_ALSO),
        )
        return Facts(
            self.focus, structure, trains, by_name, also, known.movement, known.work, stage, does,
            span, match, load, one_leg, angle, self.exercise.level, self.advised, points,
        )  # fmt: skip

    def _contraction(self, structure: str | None, stage: str | None) -> Contraction | None:
        if structure is None or stage is None:
            return None
        role = self.atlas.structures[structure].stages.get(stage)
        return role.contraction if role else None


_TRAINS = {Trains.MAIN: MAIN, Trains.HELPER: HELPER, Trains.NOT: 0}
_CONTRACTION = {Match.SAME: CONTRACTION, Match.PART: 2, Match.OTHER: 0, Match.UNKNOWN: 0}
_LOAD = {
    Load.HEAVY: LOAD, Load.IMPACT: LOAD, Load.ONE_LEG: LOAD, Load.RESISTANCE: 1, Load.RUNNING: 1,
    Load.LIGHT: 0,
}  # fmt: skip
_SAME = {
    Contraction.ECCENTRIC: (Work.LENGTHENING, Work.SLOW_LENGTHENING, Work.RUNNING),
    Contraction.CONCENTRIC: (Work.RUNNING,),
    Contraction.ISOMETRIC: (Work.HOLD, Work.RUNNING),
}
_PART = {
    Contraction.ECCENTRIC: (Work.BOTH,),
    Contraction.CONCENTRIC: (Work.BOTH, Work.SLOW_LENGTHENING),
    Contraction.ISOMETRIC: (),
}


def match_of(work: Work, contraction: Contraction | None) -> Match:
    """Whether work of that kind holds the contraction; a tendon's state is nothing to compare."""
    if contraction is Contraction.LOW:
        return Match.OTHER
    if work is Work.UNKNOWN or contraction not in _SAME:
        return Match.UNKNOWN
    if work in _SAME[contraction]:
        return Match.SAME
    return Match.PART if work in _PART[contraction] else Match.OTHER


def span_of(atlas: Atlas, stride: Stride | None, stage: str | None) -> tuple[float, float] | None:
    """Where the stage lies, in percent of the foot's own stride."""
    if stage is None:
        return None
    if stride is None:
        return atlas.stages[stage].easy
    return next(((each.start, each.end) for each in stride.stages if each.name == stage), None)
