"""The plan on the desk: what is wished, what came of it, and the way back; saved by itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.equipment import NONE
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.knowledge import Level
from anatomy_app.model.plan_document import plan_document, plan_from
from anatomy_app.model.planning import Item, Plan, Wish, option_of
from anatomy_app.model.planning import plan as make_plan
from anatomy_app.state.plan_store import PlanStore
from anatomy_app.ui.session import Session

LONGEST = 100  # steps that can be undone
NAME = "my plan"  # under which it is kept


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk: the wishes for the next plan, and the plan, if there is one."""

    minutes: int = 20
    equipment: tuple[str, ...] = ()
    days: int = 1
    level: Level = Level.INTERMEDIATE
    plan: Plan | None = None

    def wish(self, focus: tuple[Entity, ...]) -> Wish:
        """The wish for a plan with this focus."""
        owned = frozenset({NONE, *self.equipment})
        return Wish(focus, self.minutes, owned, self.days, self.level)


def plans_folder() -> Path:
    """Where plans are kept: in the user's data folder."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "plans"


class PlanDesk(QObject):
    """One plan. Every change can be undone and is saved at once, whole or not at all."""

    changed = Signal()
    failed = Signal(str, str)  # a sentence for the user, and details

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._atlas = session.library.atlas
        self._stride = session.library.stride(Gait.RUNNING, None)
        self._store = PlanStore(plans_folder())
        self._past: list[Desk] = []
        found = self._store.load(
            NAME, lambda document: plan_from(self._atlas, document, self._stride)
        )
        self.set_aside = tuple(self._store.set_aside)
        self.desk = _laid(found) if found is not None else Desk()

    @property
    def items(self) -> tuple[tuple[int, int, Item], ...]:
        """(day, place in the day, item) of everything in the plan, both from 0."""
        days = self.desk.plan.days if self.desk.plan is not None else ()
        return tuple(
            (number, place, item)
            for number, day in enumerate(days)
            for place, item in enumerate(day.items)
        )

    @property
    def focus(self) -> tuple[Entity, ...]:
        """The weak points that the plan was built for; exercises added by hand are none."""
        found = self.desk.plan.wish.focus if self.desk.plan is not None else ()
        return tuple(each for each in found if each.kind is not Kind.EXERCISE)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    def build(self, focus: tuple[Entity, ...]) -> None:
        """A plan for these weak points."""
        self._change(replace(self.desk, plan=self._made(self.desk.wish(focus))))

    def set_minutes(self, minutes: int) -> None:
        """Another length of a day, in minutes."""
        self._wish(replace(self.desk, minutes=minutes))

    def set_days(self, days: int) -> None:
        """Another number of days a week."""
        self._wish(replace(self.desk, days=days))

    def set_level(self, level: Level) -> None:
        """Other hardest exercises."""
        self._wish(replace(self.desk, level=level))

    def own(self, need: str) -> None:
        """Have a thing for training, or not."""
        owned = self.desk.equipment
        kept = tuple(each for each in owned if each != need)
        self._wish(replace(self.desk, equipment=kept if need in owned else (*owned, need)))

    def add(self, exercise: str) -> None:
        """Add an exercise to the day with the least in it."""
        plan = self.desk.plan
        if plan is None:  # built around this one, then emptied: a plan has to be for something
            plan = self._made(self.desk.wish((Entity(Kind.EXERCISE, exercise),)))
            plan = replace(plan, days=tuple(replace(day, items=()) for day in plan.days))
        lengths = [day.minutes for day in plan.days]
        day = lengths.index(min(lengths))
        added = plan.add(day, option_of(self._atlas, exercise, self._stride))
        self._change(replace(self.desk, plan=added))

    def swap(self, day: int, place: int) -> None:
        """Put another exercise for the same muscles there."""
        self._edit(lambda plan: plan.swap(day, place))

    def move(self, day: int, place: int, by: int) -> None:
        """Move an exercise up (negative) or down in its day."""
        self._edit(lambda plan: plan.move(day, place, by))

    def remove(self, day: int, place: int) -> None:
        """Take an exercise out."""
        self._edit(lambda plan: plan.remove(day, place))

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self.desk = self._past.pop()
            self._keep()

    def _read(self, document: object) -> Plan:
        return plan_from(self._atlas, document, self._stride)

    def _made(self, wish: Wish) -> Plan:
        return make_plan(self._atlas, wish, self._stride)

    def _wish(self, desk: Desk) -> None:
        """A plan that was built for weak points is built anew."""
        focus = self.focus
        plan = self._made(desk.wish(focus)) if focus else desk.plan
        self._change(replace(desk, plan=plan))

    def _edit(self, change: Callable[[Plan], Plan]) -> None:
        if self.desk.plan is not None:
            self._change(replace(self.desk, plan=change(self.desk.plan)))

    def _change(self, desk: Desk) -> None:
        if desk != self.desk:
            self._past = [*self._past, self.desk][-LONGEST:]
            self.desk = desk
            self._keep()

    def _keep(self) -> None:
        """Save; what cannot be saved is still on the desk."""
        self.changed.emit()
        try:
            if self.desk.plan is None:
                self._store.remove(NAME)
            else:
                self._store.save(NAME, plan_document(self.desk.plan))
        except OSError as error:
            text = self.tr("The plan could not be saved in your data folder.")
            self.failed.emit(text, str(error))


def _laid(plan: Plan) -> Desk:
    """The desk with a plan that was kept, and the wishes that it was made for."""
    wish = plan.wish
    owned = tuple(sorted(wish.equipment - {NONE}))
    return Desk(round(wish.minutes), owned, len(plan.days), wish.level, plan)
