"""Why an exercise is there, its dose, and what a plan does not meet: sentences made of facts.

The one maker for window and command line. Who asks brings `translate`, so that it needs no Qt.
"""

from collections.abc import Callable
from dataclasses import dataclass

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.kinds import Contraction
from anatomy_app.model.loading import Load
from anatomy_app.model.planning import Gap, GapKind, Item, Plan, Role
from anatomy_app.model.reasons import Facts, Match, Trains
from anatomy_app.model.working import Work

LONG = 120  # seconds from which a time is said in minutes
OF_DAYS = (GapKind.SHORT, GapKind.LONG, GapKind.BALANCE, GapKind.HEAVY)


@dataclass(frozen=True, slots=True)
class ReasonSentences:
    """Makes the sentences in the language of `translate`, which takes a context and a text."""

    translate: Callable[[str, str], str]

    def reason(self, atlas: Atlas, facts: Facts, role: Role = Role.FOCUS) -> str:
        """The facts that match, and what is not known, small at the front; names as in `atlas`."""
        parts = [f"{self._body(atlas, facts)}."]
        if role is Role.BALANCE:
            parts.append(self.translate("Reasons", "It is there for balance."))
        elif facts.advised and facts.focus.kind is Kind.INJURY:
            named = self.translate("Reasons", "Named for {0}.")
            parts.append(named.format(_mid(atlas.name(facts.focus))))
        if facts.also:
            names = self._listed([_mid(atlas.structures[id_].name) for id_ in facts.also])
            parts.append(self.translate("Reasons", "It trains {0} too.").format(names))
        return " ".join(parts)

    def _body(self, atlas: Atlas, facts: Facts) -> str:
        if facts.structure is None:
            return self.translate("Reasons", "its muscles are not among those listed there")
        name = _mid(atlas.structures[facts.structure].name)
        if facts.trains is Trains.HELPER:
            name = self.translate("Reasons", "{0} as a helper").format(name)
        words = (name, self._works(facts.work), self._load(facts.load))
        return " ".join(filter(None, words)) + self._stride(atlas, facts) + self._angle(facts)

    def _works(self, work: Work) -> str:
        return {
            Work.BOTH: self.translate("Reasons", "shortening and lengthening"),
            Work.SLOW_LENGTHENING: self.translate("Reasons", "shortening, then lengthening slowly"),
            Work.LENGTHENING: self.translate("Reasons", "lengthening"),
            Work.HOLD: self.translate("Reasons", "holding its length"),
            Work.STRETCH: self.translate("Reasons", "stretched"),
            Work.RUNNING: self.translate("Reasons", "working as in running"),
            Work.UNKNOWN: self.translate("Reasons", "working"),
        }[work]

    def _load(self, load: Load) -> str:
        return {
            Load.HEAVY: self.translate("Reasons", "under a heavy load"),
            Load.IMPACT: self.translate("Reasons", "under the impact of landing"),
            Load.ONE_LEG: self.translate("Reasons", "under load on one leg"),
            Load.RESISTANCE: self.translate("Reasons", "under load"),
            Load.RUNNING: "",
            Load.LIGHT: self.translate("Reasons", "with little load"),
        }[load]

    def _does(self, contraction: Contraction | None) -> str:
        return {
            Contraction.ECCENTRIC: self.translate("Reasons", "it lengthens"),
            Contraction.CONCENTRIC: self.translate("Reasons", "it shortens"),
            Contraction.ISOMETRIC: self.translate("Reasons", "it holds its length"),
            Contraction.LOW: self.translate("Reasons", "it does little"),
        }.get(contraction or Contraction.PEAK, "")

    def _part(self, contraction: Contraction | None) -> str:
        return {
            Contraction.ECCENTRIC: self.translate("Reasons", "the lengthening"),
            Contraction.CONCENTRIC: self.translate("Reasons", "the shortening"),
        }.get(contraction or Contraction.PEAK, "")

    def _stride(self, atlas: Atlas, facts: Facts) -> str:
        """What the stride asks for, and how far the exercise is like it."""
        when = self._when(atlas, facts)
        if not when:
            return ""
        does, part = self._does(facts.contraction), self._part(facts.contraction)
        if facts.match is Match.SAME:
            return self.translate("Reasons", ", as {0}").format(when)
        if facts.match is Match.PART and part:
            return self.translate("Reasons", ", {0} as {1}").format(part, when)
        if not does:
            return self.translate("Reasons", "; it works {0} too").format(when)
        if facts.match is Match.OTHER:
            return f"; {when} {does}"
        unknown = self.translate("Reasons", "; {0} {1}, while in the exercise that is not known")
        return unknown.format(when, does)

    def _when(self, atlas: Atlas, facts: Facts) -> str:
        if facts.stage is None or facts.span is None:
            return ""
        start, end = map(round, facts.span)
        stage = atlas.stages[facts.stage]
        when = self.translate("Reasons", "from {0} to {1} % of the stride ({2})")
        return when.format(start, end, _mid(stage.short or stage.name))

    def _angle(self, facts: Facts) -> str:
        alike = facts.match in (Match.SAME, Match.PART)
        if not facts.angle or facts.movement is None or not alike:
            return ""
        joint = {
            "hip": self.translate("Reasons", ", at the hip angles of that stage"),
            "knee": self.translate("Reasons", ", at the knee angles of that stage"),
            "ankle": self.translate("Reasons", ", at the ankle angles of that stage"),
        }
        return joint.get(facts.movement.partition("_")[0], "")

    def _listed(self, names: list[str]) -> str:
        if len(names) == 1:
            return names[0]
        return self.translate("Reasons", "{0} and {1}").format(", ".join(names[:-1]), names[-1])

    # -- the dose ------------------------------------------------------------------------

    def dose(self, item: Item, unread: str) -> str:
        """Sets with repetitions, seconds or metres; `unread` if the dosage is not in numbers."""
        sides = self.translate("Reasons", " each side") if item.sides > 1 else ""
        return f"{self._amount(item) or unread}{sides}"

    def _amount(self, item: Item) -> str:
        sets = f"{item.sets} × "
        if item.reps is not None:
            seconds = self.translate("Reasons", " × {0} s").format(item.seconds)
            return f"{sets}{item.reps}{seconds if item.seconds else ''}"
        if item.metres is not None:
            return sets + self.translate("Reasons", "{0} m").format(item.metres)
        if item.seconds is not None and item.seconds >= LONG:
            only = "" if item.sets == 1 else sets
            return only + self.translate("Reasons", "{0} min").format(item.seconds // 60)
        if item.seconds is not None:
            return sets + self.translate("Reasons", "{0} s").format(item.seconds)
        if item.option.load is Load.HEAVY:
            return self.translate("Reasons", "{0} sets, heavy").format(item.sets)
        known = item.option.dose.known
        return self.translate("Reasons", "{0} sets").format(item.sets) if known else ""

    # -- what a plan does not meet -------------------------------------------------------

    def gaps(self, atlas: Atlas, plan: Plan) -> tuple[str, ...]:
        """What a plan does not meet, and why: a sentence each, days together."""
        named: dict[GapKind, list[str]] = {}
        for gap in plan.gaps:
            named.setdefault(gap.kind, []).append(self._of(atlas, plan, gap))
        return tuple(
            self._gap(kind).format(name, f"{plan.wish.minutes:.10g}")
            for kind, names in named.items()
            for name in ([", ".join(names)] if kind in OF_DAYS else names)
        )

    def day_name(self, plan: Plan, day: int) -> str:
        """The weekday of a session; a single one needs none."""
        if len(plan.days) == 1:
            return self.translate("Reasons", "Session")
        return (
            self.translate("Reasons", "Monday"), self.translate("Reasons", "Tuesday"),
            self.translate("Reasons", "Wednesday"), self.translate("Reasons", "Thursday"),
            self.translate("Reasons", "Friday"), self.translate("Reasons", "Saturday"),
            self.translate("Reasons", "Sunday"),
        )[plan.days[day].weekday - 1]  # fmt: skip

    def _of(self, atlas: Atlas, plan: Plan, gap: Gap) -> str:
        """What a gap is about."""
        if gap.day is not None:
            return self.day_name(plan, gap.day)
        return atlas.name(gap.focus or Entity(Kind.EXERCISE, gap.exercise or ""))

    def _gap(self, kind: GapKind) -> str:
        return {
            GapKind.NO_EXERCISE: self.translate(
                "Reasons", "{0}: the atlas knows no exercise for a session."
            ),
            GapKind.EQUIPMENT: self.translate(
                "Reasons", "{0}: there are exercises, but none with this equipment."
            ),
            GapKind.LEVEL: self.translate(
                "Reasons", "{0}: there are exercises, but only harder ones than this level."
            ),
            GapKind.UNREAD: self.translate(
                "Reasons", "{0}: no dosage is in numbers, so no time could be kept."
            ),
            GapKind.TIME: self.translate(
                "Reasons", "{0}: even the shortest exercise takes more than {1} minutes."
            ),
            GapKind.LEFT_OUT: self.translate(
                "Reasons", "{0}: minutes, balance and rest days left no place for it."
            ),
            GapKind.SHORT: self.translate(
                "Reasons", "{0}: shorter than wished, because nothing more obeys the constraints."
            ),
            GapKind.LONG: self.translate("Reasons", "{0}: longer than wished."),
            GapKind.BALANCE: self.translate(
                "Reasons", "{0}: more than half is for one muscle group, because no other fits."
            ),
            GapKind.HEAVY: self.translate("Reasons", "{0}: heavy, and the next session is too."),
            GapKind.OFTEN: self.translate("Reasons", "{0} comes more often than its dosage says."),
        }[kind]


def _mid(name: str) -> str:
    """A name inside a sentence: small, but for abbreviations and names of people."""
    if name[:1].isupper() and name[1:2].islower() and not name.startswith("Achilles"):
        return name[:1].lower() + name[1:]
    return name
