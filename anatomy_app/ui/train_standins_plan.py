"""Stand-ins until the planner is merged: a plain plan, its file and its page.

Everything here is imported by `train_supply` alone, and is called as in the planner.
"""

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from anatomy_app.content.library import Library
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Level
from anatomy_app.paint.theme import LIGHT
from anatomy_app.ui.train_standins import motion_of, needs, paint_mannequin


@dataclass(frozen=True)
class Wish:
    """stand-in for `model.sessions.Wish`."""

    focus: tuple[Entity, ...]
    minutes: float
    equipment: frozenset[str] = frozenset({"none"})
    days: int = 1
    level: Level = Level.INTERMEDIATE


@dataclass(frozen=True)
class Item:
    """stand-in for `model.sessions.Item`, and for its `Option`."""

    exercise: str
    reps: int | None
    seconds: int | None
    sets: int = 3
    metres: int | None = None
    rest_seconds: int = 45
    minutes: float = 5.0


@dataclass(frozen=True)
class Day:
    """stand-in for `model.sessions.Day`."""

    weekday: int
    items: tuple[Item, ...] = ()

    @property
    def minutes(self) -> float:
        """Minutes of the session with rests."""
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True)
class Plan:
    """stand-in for `model.planning.Plan`."""

    wish: Wish
    days: tuple[Day, ...]
    pool: tuple[Item, ...]

    @property
    def minutes(self) -> float:
        """Minutes of the longest day, rests included."""
        return max((day.minutes for day in self.days), default=0.0)

    def swap(self, day: int, index: int) -> "Plan":
        """Another exercise in the place of an item."""
        taken = {item.exercise for each in self.days for item in each.items}
        new = next((each for each in self.pool if each.exercise not in taken), None)
        items = self.days[day].items
        return self._with(day, (*items[:index], new, *items[index + 1 :])) if new else self

    def move(self, day: int, index: int, by: int) -> "Plan":
        """An item earlier (-) or later (+) in its day."""
        items = [*self.days[day].items]
        item = items.pop(index)
        items.insert(min(max(index + by, 0), len(items)), item)
        return self._with(day, tuple(items))

    def remove(self, day: int, index: int) -> "Plan":
        """The plan without an item."""
        items = self.days[day].items
        return self._with(day, items[:index] + items[index + 1 :])

    def add(self, day: int, new: Item) -> "Plan":
        """The plan with an item at the end of a day."""
        return self._with(day, (*self.days[day].items, new))

    def _with(self, day: int, items: tuple[Item, ...]) -> "Plan":
        days = [*self.days]
        days[day] = replace(days[day], items=items)
        return replace(self, days=tuple(days))


@dataclass(frozen=True)
class Ranked:
    """stand-in for `model.reasons.Ranked`."""

    exercise: str
    score: int


def rank(atlas: Atlas, focus: Entity) -> tuple[Ranked, ...]:
    """stand-in for `model.reasons.rank`."""
    ids: tuple[str, ...] = ()
    if focus.kind is Kind.MUSCLE:
        main, helping = atlas.exercises_for(focus.id)
        ids = (*main, *helping)
    elif focus.kind is Kind.INJURY:
        ids = atlas.injuries[focus.id].exercises
    return tuple(Ranked(id_, len(ids) - place) for place, id_ in enumerate(ids))


def option_of(atlas: Atlas, exercise: str) -> Item:
    """stand-in for `model.planning.option_of`."""
    held = atlas.exercises[exercise].static
    return Item(exercise, None if held else 12, 30 if held else None)


def make_plan(atlas: Atlas, wish: Wish) -> Plan:
    """stand-in for `model.planning.plan`."""
    found = dict.fromkeys(r.exercise for focus in wish.focus for r in rank(atlas, focus))
    owned = {"none", *wish.equipment}
    fits = [id_ for id_ in found if set(needs(atlas.exercises[id_])) <= owned]
    pool = tuple(option_of(atlas, id_) for id_ in fits)
    count = max(int(wish.minutes) // 5, 1)
    days = tuple(Day(day + 1, pool[day :: wish.days][:count]) for day in range(wish.days))
    return Plan(wish, days, pool)


def plan_document(plan: Plan) -> dict[str, object]:
    """stand-in for `model.plan_document.plan_document`."""
    wish = plan.wish
    return {
        "focus": [str(each) for each in wish.focus],
        "minutes": wish.minutes,
        "equipment": sorted(wish.equipment),
        "days": [[item.exercise for item in day.items] for day in plan.days],
    }


def plan_from(atlas: Atlas, document: object) -> Plan:
    """stand-in for `model.plan_document.plan_from`."""
    if not isinstance(document, dict):
        raise ValueError("a table is missing")
    focus = tuple(Entity.parse(each) for each in document["focus"])
    days = document["days"]
    wish = Wish(focus, document["minutes"], frozenset(document["equipment"]), len(days))
    kept = tuple(
        Day(number, tuple(option_of(atlas, id_) for id_ in ids))
        for number, ids in enumerate(days, 1)
    )
    return replace(make_plan(atlas, wish), days=kept)


class PlanStore:
    """stand-in for `state.plan_store.PlanStore`."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder or Path()
        self.set_aside: list[Path] = []

    def load(self, name: str, read: Callable[[object], Plan]) -> Plan | None:
        """The plan of that name, or None."""
        path = self._folder / f"{name}.json"
        try:
            return read(json.loads(path.read_text("utf-8"))["plan"])
        except OSError:
            return None
        except (ValueError, KeyError, TypeError):
            self.set_aside.append(path.replace(path.with_suffix(".broken")))
            return None

    def save(self, name: str, document: object) -> None:
        """Keep a plan under a name."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"name": name, "plan": document}, file)
        Path(part).replace(self._folder / f"{name}.json")

    def remove(self, name: str) -> None:
        """Forget a plan."""
        (self._folder / f"{name}.json").unlink(missing_ok=True)


def paint_plan(device: QPagedPaintDevice, library: Library, plan: Plan, safety: str) -> None:
    """stand-in for `paint.page`: rows with figure and name, and the safety line."""
    painter = QPainter(device)
    scale = painter.viewport().width() / 500
    painter.scale(scale, scale)
    y = 20.0
    for item in (item for day in plan.days for item in day.items):
        motion = motion_of(library, item.exercise)
        if motion is not None:
            paint_mannequin(painter, library, motion, None, QRectF(10, y, 60, 56), LIGHT)
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(80, round(y + 30), library.atlas.exercises[item.exercise].name)
        y += 64
    painter.drawText(10, round(y + 20), safety)
    painter.end()


def write_pdf(path: Path, library: Library, plan: Plan, safety: str) -> None:
    """stand-in: the page as a PDF, whole or not at all; an OSError if it cannot be written."""
    part = path.with_name(path.name + ".part")
    part.touch()
    writer = QPdfWriter(str(part))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint_plan(writer, library, plan, safety)
    part.replace(path)
