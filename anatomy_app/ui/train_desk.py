"""The plan on the desk: what is wished, what came of it, and the way back; saved by itself."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from anatomy_app.model.entities import Entity
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_supply import Item, Plan, PlanStore, add, make_plan, swap

LONGEST = 100  # steps that can be undone


class PlanDesk(QObject):
    """One plan. Every change can be undone and is saved at once, whole or not at all."""

    changed = Signal()
    failed = Signal(str, str)  # a sentence for the user, and details

    def __init__(self, session: Session, folder: Path | None = None) -> None:
        super().__init__()
        self._session = session
        self._store = PlanStore(folder)
        self._past: list[Plan] = []
        self.plan = self._store.load()
        self.set_aside = self._store.set_aside

    @property
    def items(self) -> tuple[tuple[int, int, Item], ...]:
        """(day, place in the day, item) of everything in the plan, both from 0."""
        return tuple(
            (number, place, item)
            for number, day in enumerate(self.plan.days)
            for place, item in enumerate(day.items)
        )

    @property
    def minutes(self) -> float:
        """How long the longest day takes."""
        return max((sum(item.minutes for item in day.items) for day in self.plan.days), default=0.0)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    def build(self, focus: tuple[Entity, ...]) -> None:
        """A plan for these weak points."""
        self._make(replace(self.plan.wish, focus=focus))

    def wish(self, **wishes: object) -> None:
        """Other minutes, equipment or days: a plan made for weak points is made anew."""
        wish = replace(self.plan.wish, **wishes)  # type: ignore[arg-type]
        if wish.focus:
            self._make(wish)
        else:
            self._change(replace(self.plan, wish=wish))

    def own(self, need: str) -> None:
        """Have a thing for training, or not."""
        owned = self.plan.wish.equipment
        kept = tuple(each for each in owned if each != need)
        self.wish(equipment=kept if need in owned else (*owned, need))

    def add(self, exercise: str) -> None:
        """Add an exercise to the day with the least in it."""
        lengths = [sum(item.minutes for item in day.items) for day in self.plan.days]
        day = lengths.index(min(lengths))
        self._change(add(self._session.library.atlas, self.plan, day, exercise))

    def swap(self, day: int, place: int) -> None:
        """Put another exercise for the same muscles there."""
        self._change(swap(self._session.library.atlas, self.plan, day, place))

    def move(self, day: int, place: int, by: int) -> None:
        """Move an exercise up (negative) or down in its day."""
        self._change(self.plan.move(day, place, by))

    def remove(self, day: int, place: int) -> None:
        """Take an exercise out."""
        self._change(self.plan.remove(day, place))

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self.plan = self._past.pop()
            self._kept()

    def _make(self, wish: object) -> None:
        self._change(make_plan(self._session.library.atlas, wish))  # type: ignore[arg-type]

    def _change(self, plan: Plan) -> None:
        if plan != self.plan:
            self._past = [*self._past, self.plan][-LONGEST:]
            self.plan = plan
            self._kept()

    def _kept(self) -> None:
        """Save; what cannot be saved is still on the desk."""
        self.changed.emit()
        try:
            self._store.save(self.plan)
        except OSError as error:
            self.failed.emit(
                self.tr("The plan could not be saved in your data folder."), str(error)
            )
