"""Why an exercise is there, its dose, and what a plan does not meet: sentences made of facts."""

from collections.abc import Callable

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.kinds import Contraction
from anatomy_app.model.loading import Load
from anatomy_app.model.planning import Gap, GapKind, Item, Plan, Role
from anatomy_app.model.reasons import Facts, Match, Trains
from anatomy_app.model.working import Work
from anatomy_app.ui.words import translate

LONG = 120  # seconds from which a time is said in minutes
OF_DAYS = (GapKind.SHORT, GapKind.LONG, GapKind.BALANCE, GapKind.HEAVY)


def reason(atlas: Atlas, facts: Facts, role: Role = Role.FOCUS) -> str:
    """The facts that match, and what is not known; `atlas` has the names as they are shown."""
    text = translate
    parts = [f"{_capital(_body(atlas, facts))}."]
    if role is Role.BALANCE:
        parts.append(text("Reasons", "It is there for balance."))
    elif facts.advised and facts.focus.kind is Kind.INJURY:
        parts.append(text("Reasons", "Named for {0}.").format(_mid(atlas.name(facts.focus))))
    if facts.also:
        names = ", ".join(_mid(atlas.structures[id_].name) for id_ in facts.also)
        parts.append(text("Reasons", "It trains these too: {0}.").format(names))
    return " ".join(parts)


def _body(atlas: Atlas, facts: Facts) -> str:
    if facts.structure is None:
        return translate("Reasons", "its muscles are not among those listed there")
    name = _mid(atlas.structures[facts.structure].name)
    if facts.trains is Trains.HELPER:
        name = translate("Reasons", "{0} as a helper").format(name)
    words = (name, _works(facts.work), _load(facts.load))
    return " ".join(filter(None, words)) + _stride(atlas, facts) + _angle(facts)


def _works(work: Work) -> str:
    return {
        Work.BOTH: translate("Reasons", "shortening and lengthening"),
        Work.SLOW_LENGTHENING: translate("Reasons", "shortening, then lengthening slowly"),
        Work.LENGTHENING: translate("Reasons", "lengthening"),
        Work.HOLD: translate("Reasons", "holding its length"),
        Work.STRETCH: translate("Reasons", "stretched"),
        Work.RUNNING: translate("Reasons", "working as in running"),
        Work.UNKNOWN: translate("Reasons", "working"),
    }[work]


def _load(load: Load) -> str:
    return {
        Load.HEAVY: translate("Reasons", "under a heavy load"),
        Load.IMPACT: translate("Reasons", "under the impact of landing"),
        Load.ONE_LEG: translate("Reasons", "under load on one leg"),
        Load.RESISTANCE: translate("Reasons", "under load"),
        Load.RUNNING: "",
        Load.LIGHT: translate("Reasons", "with little load"),
    }[load]


def _does(contraction: Contraction | None) -> str:
    return {
        Contraction.ECCENTRIC: translate("Reasons", "it lengthens"),
        Contraction.CONCENTRIC: translate("Reasons", "it shortens"),
        Contraction.ISOMETRIC: translate("Reasons", "it holds its length"),
        Contraction.LOW: translate("Reasons", "it does little"),
    }.get(contraction or Contraction.PEAK, "")


def _part(contraction: Contraction | None) -> str:
    return {
        Contraction.ECCENTRIC: translate("Reasons", "the lengthening"),
        Contraction.CONCENTRIC: translate("Reasons", "the shortening"),
    }.get(contraction or Contraction.PEAK, "")


def _stride(atlas: Atlas, facts: Facts) -> str:
    """What the stride asks for, and how far the exercise is like it."""
    if facts.stage is None or facts.span is None:
        return ""
    start, end = map(round, facts.span)
    stage = _mid(atlas.stages[facts.stage].short)
    when = translate("Reasons", "from {0} to {1} % of the stride ({2})").format(start, end, stage)
    does, part = _does(facts.contraction), _part(facts.contraction)
    if facts.match is Match.SAME:
        return translate("Reasons", ", as {0}").format(when)
    if facts.match is Match.PART and part:
        return translate("Reasons", ", {0} as {1}").format(part, when)
    if not does:
        return translate("Reasons", "; it works {0} too").format(when)
    if facts.match is Match.OTHER:
        return f"; {when} {does}"
    unknown = translate("Reasons", "; {0} {1}, while in the exercise that is not known")
    return unknown.format(when, does)


def _angle(facts: Facts) -> str:
    if not facts.angle or facts.movement is None or facts.match not in (Match.SAME, Match.PART):
        return ""
    joint = {
        "hip": translate("Reasons", ", at the hip angles of that stage"),
        "knee": translate("Reasons", ", at the knee angles of that stage"),
        "ankle": translate("Reasons", ", at the ankle angles of that stage"),
    }
    return joint.get(facts.movement.partition("_")[0], "")


def _mid(name: str) -> str:
    """A name inside a sentence: small, but for abbreviations and names of people."""
    if name[:1].isupper() and name[1:2].islower() and not name.startswith("Achilles"):
        return name[:1].lower() + name[1:]
    return name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def dose(item: Item) -> str:
    """Sets with repetitions, seconds or metres, or that the dosage must be read."""
    sides = translate("Reasons", " each side") if item.sides > 1 else ""
    return f"{_amount(item)}{sides}"


def _amount(item: Item) -> str:
    sets = f"{item.sets} × "
    if item.reps is not None:
        each = f"{sets}{item.reps}"
        held = translate("Reasons", " × {0} s").format(item.seconds) if item.seconds else ""
        return each + held
    if item.metres is not None:
        return sets + translate("Reasons", "{0} m").format(item.metres)
    if item.seconds is not None and item.seconds >= LONG:
        only = "" if item.sets == 1 else sets
        return only + translate("Reasons", "{0} min").format(item.seconds // 60)
    if item.seconds is not None:
        return sets + translate("Reasons", "{0} s").format(item.seconds)
    if item.option.dose.known:
        return translate("Reasons", "{0} sets").format(item.sets)
    return translate("Reasons", "dosage as on its page")


def gaps(atlas: Atlas, plan: Plan) -> tuple[str, ...]:
    """What a plan does not meet, and why: a sentence each, days together."""
    named: dict[GapKind, list[str]] = {}
    for gap in plan.gaps:
        named.setdefault(gap.kind, []).append(_of(atlas, plan, gap))
    sentences = []
    for kind, names in named.items():
        together = [", ".join(names)] if kind in OF_DAYS else names
        sentences += [_gap(kind).format(name, round(plan.wish.minutes)) for name in together]
    return tuple(sentences)


def _gap(kind: GapKind) -> str:
    text: Callable[[str, str], str] = translate
    return {
        GapKind.NO_EXERCISE: text("Reasons", "{0}: the atlas knows no exercise for a session."),
        GapKind.EQUIPMENT: text("Reasons", "{0}: none of its exercises does with this equipment."),
        GapKind.LEVEL: text("Reasons", "{0}: its exercises are harder than this level."),
        GapKind.TIME: text("Reasons", "{0}: its shortest exercise takes more than {1} minutes."),
        GapKind.LEFT_OUT: text("Reasons", "{0}: minutes, balance and rest left no place for it."),
        GapKind.SHORT: text("Reasons", "Shorter than wished: {0}."),
        GapKind.LONG: text("Reasons", "Longer than wished: {0}."),
        GapKind.BALANCE: text("Reasons", "More than half for one muscle group: {0}."),
        GapKind.HEAVY: text("Reasons", "Heavy, and the next session too: {0}."),
        GapKind.OFTEN: text("Reasons", "{0} comes more often than its dosage says."),
    }[kind]


def day_name(plan: Plan, day: int) -> str:
    """The weekday of a session; a single one needs none."""
    if len(plan.days) == 1:
        return translate("Reasons", "Session")
    return (
        translate("Reasons", "Monday"), translate("Reasons", "Tuesday"),
        translate("Reasons", "Wednesday"), translate("Reasons", "Thursday"),
        translate("Reasons", "Friday"), translate("Reasons", "Saturday"),
        translate("Reasons", "Sunday"),
    )[plan.days[day].weekday - 1]  # fmt: skip


def _of(atlas: Atlas, plan: Plan, gap: Gap) -> str:
    """What a gap is about."""
    if gap.day is not None:
        return day_name(plan, gap.day)
    return atlas.name(gap.focus or Entity(Kind.EXERCISE, gap.exercise or ""))
