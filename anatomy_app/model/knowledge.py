"""What the atlas says besides anatomy: exercises, injuries, contexts, questions, sources."""

from dataclasses import dataclass, field
from enum import StrEnum


class ExerciseKind(StrEnum):
    """What an exercise is."""

    STRENGTH = "strength"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    PLYOMETRIC = "plyometric"
    DRILL = "drill"
    RUN_WORKOUT = "run_workout"
    CROSS_TRAINING = "cross_training"


class Level(StrEnum):
    """For whom an exercise is."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Equipment(StrEnum):
    """What an exercise cannot be done without; `none` stands alone.

    A band may be open or a loop, a step may be a stair or a box, a strap may be a belt.
    """

    NONE = "none"
    MAT = "mat"
    WALL = "wall"
    CHAIR = "chair"
    STEP = "step"
    BENCH = "bench"
    BAND = "band"
    BAR = "bar"
    DUMBBELL = "dumbbell"
    BARBELL = "barbell"
    TOWEL = "towel"
    STRAP = "strap"
    BALL = "ball"
    STABILITY_BALL = "stability_ball"
    MEDICINE_BALL = "medicine_ball"
    MASSAGE_BALL = "massage_ball"
    BALANCE_BOARD = "balance_board"
    WEDGE = "wedge"
    ROPE = "rope"
    PARTNER = "partner"
    HAMSTRING_BENCH = "hamstring_bench"
    BREATHING_TRAINER = "breathing_trainer"
    METRONOME = "metronome"
    HILL = "hill"
    BIKE = "bike"
    ROWER = "rower"
    POOL = "pool"


@dataclass(frozen=True, slots=True)
class Pose:
    """A held position of the mannequin: degrees by joint name, as in the exercise tables.

    Signs: trunk lean forward +; hip, knee, shoulder, elbow flexion +; ankle dorsiflexion +;
    foot pitch heel up +; hip abduction outward +. `near` is the side that faces the viewer.
    """

    angles: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. `dosage` marked custom rests on coaching custom, on nobody's data.

    `equipment` says in words what may be used, `needs` what it takes at least. `easier` and
    `harder` name the neighbours in its progression. `stages` are those that it prepares,
    `stage_reason` says why, or why it prepares none.
    """

    id: str
    name: str
    kind: ExerciseKind
    level: Level
    primary: tuple[str, ...]
    equipment: str
    dosage: str
    purpose: str
    sources: tuple[str, ...]
    secondary: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    dosage_sources: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    avoid_if: str = ""
    emg_evidence: str = ""
    support: str = ""
    view: str = "sagittal"
    contact: str = ""
    static: bool = False
    start: Pose = field(default_factory=Pose)
    end: Pose = field(default_factory=Pose)
    note: str = ""
    needs: tuple[Equipment, ...] = ()
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    stage_reason: str = ""


@dataclass(frozen=True, slots=True)
class Injury:
    """One complaint: education, never diagnosis; `red_flags` always lead to "see a clinician"."""

    id: str
    name: str
    region: str
    where: str
    red_flags: str
    mechanism: str
    evidence: str
    sources: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    often_weak: tuple[str, ...] = ()
    often_tight: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    incidence: str = ""
    exercises: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """How a target works in a context: `direction` is up, down ...; `size` says by how much.

    `disputed`: studies of it disagree.
    """

    id: str
    target: str
    target_kind: str
    direction: str
    size: str
    sources: tuple[str, ...]
    detail: str = ""
    evidence: str = "literature"
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A setting that changes the work of the muscles: uphill, trail, cadence ..."""

    id: str
    name: str
    effects: tuple[Effect, ...]
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question people ask; `correction` says what popular articles get wrong about it."""

    id: str
    question: str
    answer: str
    sources: tuple[str, ...]
    correction: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuizFact:
    """A question of the quiz; `answer` is an id if `answer_is_id`."""

    id: str
    kind: str
    prompt: str
    answer: str
    distractors: tuple[str, ...]
    sources: tuple[str, ...]
    answer_is_id: bool = False
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayTerm:
    """An everyday word and the structures that it means; it wins over synonyms in search.

    A word that means no structure of the atlas (fat, a muscle not held here) says so in `note`.
    """

    term: str
    structures: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or data set. `verified`: yes, partly or no (see the glossary)."""

    id: str
    title: str
    verified: str
    authors: str = ""
    year: str = ""
    journal: str = ""
    doi: str = ""
    note: str = ""
    seen_at: str = ""
