"""The reasons and doses of a plan as English sentences, from the facts of the model."""

from anatomy_app.cli import english
from anatomy_app.model.anatomy import Contraction
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.loading import Load
from anatomy_app.model.planning import Gap, GapKind, Item, Plan, Role
from anatomy_app.model.reasons import Facts, Match, Trains
from anatomy_app.model.working import Work

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORKS = {
    Work.BOTH: "shortening and lengthening",
    Work.SLOW_LENGTHENING: "shortening, then lengthening slowly",
    Work.LENGTHENING: "lengthening",
    Work.HOLD: "holding its length",
    Work.STRETCH: "stretched",
    Work.RUNNING: "working as in running",
    Work.UNKNOWN: "working",
}
LOADS = {
    Load.HEAVY: "under a heavy load",
    Load.IMPACT: "under the impact of landing",
    Load.ONE_LEG: "under load on one leg",
    Load.RESISTANCE: "under load",
    Load.RUNNING: "",
    Load.LIGHT: "with little load",
}
DOES = {
    Contraction.ECCENTRIC: "it lengthens",
    Contraction.CONCENTRIC: "it shortens",
    Contraction.ISOMETRIC: "it holds its length",
    Contraction.LOW: "it does little",
}
PARTS = {Contraction.ECCENTRIC: "the lengthening", Contraction.CONCENTRIC: "the shortening"}


def reason(atlas: Atlas, facts: Facts, exercise: str, role: Role = Role.FOCUS) -> str:
    """The reason with the exercise's name in front, for where it stands alone."""
    return f"{atlas.exercises[exercise].name}: {bare_reason(atlas, facts, role)}"


def bare_reason(atlas: Atlas, facts: Facts, role: Role = Role.FOCUS) -> str:
    """Why an exercise is there: the facts that match, and what is not known."""
    parts = [f"{_body(atlas, facts)}."]
    if role is Role.BALANCE:
        parts.append("It is there for balance.")
    elif facts.advised and facts.focus.kind is Kind.INJURY:
        parts.append(f"Named for {_mid(atlas.name(facts.focus))}.")
    if facts.also:
        parts.append(f"It trains {_listed(atlas, facts.also)} too.")
    return " ".join(parts)


def _body(atlas: Atlas, facts: Facts) -> str:
    if facts.structure is None:
        return "its muscles are not among those listed there"
    structure = _mid(atlas.structures[facts.structure].name)
    helping = " as a helper" if facts.trains is Trains.HELPER else ""
    words = [structure + helping, WORKS[facts.work], LOADS[facts.load]]
    return " ".join(filter(None, words)) + _stride(atlas, facts) + _angle(facts)


def _stride(atlas: Atlas, facts: Facts) -> str:
    """What the stride asks for, and how far the exercise is like it."""
    if facts.stage is None or facts.span is None:
        return ""
    stage = atlas.stages[facts.stage]
    start, end = facts.span
    when = f"from {start:.0f} to {end:.0f} % of the stride ({_mid(stage.short or stage.name)})"
    does = DOES.get(facts.contraction) if facts.contraction else None
    match facts.match:
        case Match.SAME:
            return f", as {when}"
        case Match.PART if facts.contraction in PARTS:
            return f", {PARTS[facts.contraction]} as {when}"
        case Match.OTHER if does:
            return f"; {when} {does}"
        case _ if does:
            return f"; {when} {does}, while in the exercise that is not known"
        case _:
            return f"; it works {when} too"


def _angle(facts: Facts) -> str:
    alike = facts.match in (Match.SAME, Match.PART)
    if not facts.angle or facts.movement is None or not alike:
        return ""
    return f", at the {facts.movement.partition('_')[0]} angles of that stage"


def _listed(atlas: Atlas, ids: tuple[str, ...]) -> str:
    names = [_mid(atlas.structures[id_].name) for id_ in ids]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _mid(name: str) -> str:
    """A name inside a sentence: small, but for abbreviations and names of people."""
    if name[:1].isupper() and name[1:2].islower() and not name.startswith("Achilles"):
        return name[:1].lower() + name[1:]
    return name


def dose(item: Item) -> str:
    """Sets, repetitions and rest in numbers, or that the dosage must be read."""
    sides = " each side" if item.sides > 1 else ""
    rest = f", rest {item.rest_seconds} s" if item.sets > 1 else ""
    return f"{_amount(item)}{sides}{rest} ({english.number(item.minutes)} min)"


def _amount(item: Item) -> str:
    sets = f"{item.sets} × "
    match item.reps, item.seconds, item.metres:
        case None, None, None if item.option.load is Load.HEAVY:
            return f"{item.sets} sets, heavy"
        case None, None, None:
            return f"{item.sets} sets" if item.option.dose.known else "dosage as below"
        case None, None, metres:
            return f"{sets}{metres} m"
        case None, seconds, _ if seconds is not None and seconds >= 120:
            return (sets if item.sets > 1 else "") + f"{seconds // 60} min"
        case None, seconds, _:
            return f"{sets}{seconds} s"
        case reps, None, _:
            return f"{sets}{reps}"
        case reps, seconds, _:
            return f"{sets}{reps} × {seconds} s"


GAPS = {
    GapKind.NO_EXERCISE: "{name}: the atlas knows no exercise for a session.",
    GapKind.EQUIPMENT: "{name}: there are exercises, but none with this equipment.",
    GapKind.LEVEL: "{name}: there are exercises, but only harder ones than this level.",
    GapKind.UNREAD: "{name}: no dosage is in numbers, so no time could be kept.",
    GapKind.TIME: "{name}: even the shortest exercise takes more than {minutes} minutes.",
    GapKind.LEFT_OUT: "{name}: minutes, balance and rest days left no place for it.",
    GapKind.SHORT: "Shorter than wished, because nothing more obeys the constraints: {name}.",
    GapKind.LONG: "Longer than wished: {name}.",
    GapKind.BALANCE: "More than half for one muscle group, because no other fits: {name}.",
    GapKind.HEAVY: "Heavy, and the next session too: {name}.",
    GapKind.OFTEN: "{name} comes more often than its dosage says.",
}


def gaps(atlas: Atlas, plan: Plan) -> tuple[str, ...]:
    """What a plan does not meet, and why: a sentence each, days together."""
    minutes = english.number(plan.wish.minutes)
    named: dict[GapKind, list[str]] = {}
    for gap in plan.gaps:
        named.setdefault(gap.kind, []).append(_of(atlas, plan, gap))
    return tuple(
        GAPS[kind].format(name=name, minutes=minutes)
        for kind, names in named.items()
        for name in ([", ".join(names)] if kind in OF_DAYS else names)
    )


OF_DAYS = (GapKind.SHORT, GapKind.LONG, GapKind.BALANCE, GapKind.HEAVY)


def session_name(plan: Plan, day: int) -> str:
    """The weekday of a session; a single one needs none."""
    return WEEKDAYS[plan.days[day].weekday - 1] if len(plan.days) > 1 else "Session"


def _of(atlas: Atlas, plan: Plan, gap: Gap) -> str:
    """What a gap is about."""
    if gap.day is not None:
        return session_name(plan, gap.day)
    entity = gap.focus or Entity(Kind.EXERCISE, gap.exercise or "")
    return atlas.name(entity)
