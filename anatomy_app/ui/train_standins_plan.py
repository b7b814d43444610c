"""Stand-ins until the planner is merged: a plain plan, its file and its page.

Everything here is imported by `train_supply` alone.
"""

import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRectF, QStandardPaths, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from anatomy_app.content.library import Library
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Level
from anatomy_app.paint.theme import LIGHT
from anatomy_app.ui.train_standins import motion_of, needs, paint_mannequin


@dataclass(frozen=True)
class Wish:
    """stand-in for `model.planning.Wish`."""

    focus: tuple[Entity, ...] = ()
    minutes: int = 20
    equipment: tuple[str, ...] = ("none",)
    days: int = 1
    level: Level = Level.BEGINNER


@dataclass(frozen=True)
class Item:
    """stand-in for `model.planning.Item`."""

    exercise: str
    sets: int
    reps: int
    seconds: int
    rest_seconds: int
    minutes: float
    reason: str = ""


@dataclass(frozen=True)
class Day:
    """stand-in for `model.planning.Day`."""

    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Plan:
    """stand-in for `model.planning.Plan`."""

    wish: Wish = Wish()
    days: tuple[Day, ...] = (Day(),)

    def remove(self, day: int, index: int) -> "Plan":
        items = self.days[day].items
        return self._with(day, items[:index] + items[index + 1 :])

    def move(self, day: int, index: int, by: int) -> "Plan":
        items = list(self.days[day].items)
        items.insert(min(max(index + by, 0), len(items) - 1), items.pop(index))
        return self._with(day, tuple(items))

    def _with(self, day: int, items: tuple[Item, ...]) -> "Plan":
        days = list(self.days)
        days[day] = Day(items)
        return replace(self, days=tuple(days))


@dataclass(frozen=True)
class Ranked:
    """stand-in for `model.reasons.Ranked`."""

    exercise: str
    score: float
    facts: tuple[str, ...] = ()


def rank(atlas: Atlas, focus: Entity) -> tuple[Ranked, ...]:
    """stand-in for `model.reasons.rank`."""
    if focus.kind is Kind.MUSCLE:
        ids = [id_ for part in atlas.exercises_for(focus.id) for id_ in part]
    elif focus.kind is Kind.INJURY:
        ids = list(atlas.injuries[focus.id].exercises)
    else:
        ids = []
    return tuple(Ranked(id_, 1 - place / 1000) for place, id_ in enumerate(ids))


def swap(atlas: Atlas, plan: Plan, day: int, index: int) -> Plan:
    """stand-in for `Plan.swap`."""
    old = atlas.exercises[plan.days[day].items[index].exercise]
    taken = {item.exercise for each in plan.days for item in each.items}
    like = (e for e in atlas.exercises.values() if set(e.primary) & set(old.primary))
    new = next((e.id for e in like if e.id not in taken), old.id)
    items = list(plan.days[day].items)
    items[index] = item_of(atlas, new)
    days = list(plan.days)
    days[day] = Day(tuple(items))
    return replace(plan, days=tuple(days))


def add(atlas: Atlas, plan: Plan, day: int, exercise: str) -> Plan:
    """stand-in for what adds an exercise to a plan."""
    days = list(plan.days)
    days[day] = Day((*days[day].items, item_of(atlas, exercise)))
    return replace(plan, days=tuple(days))


def item_of(atlas: Atlas, exercise: str) -> Item:
    """stand-in: an exercise with the dose of a plan."""
    held = atlas.exercises[exercise].static
    return Item(exercise, 3, 0 if held else 12, 30 if held else 0, 45, 5.0)


def make_plan(atlas: Atlas, wish: Wish) -> Plan:
    """stand-in for `model.planning.plan`."""
    found = dict.fromkeys(r.exercise for focus in wish.focus for r in rank(atlas, focus))
    owned = {"none", *wish.equipment}
    fits = [id_ for id_ in found if set(needs(atlas.exercises[id_])) <= owned]
    count = max(wish.minutes // 5, 1)
    days = (fits[day :: wish.days][:count] for day in range(wish.days))
    return Plan(wish, tuple(Day(tuple(item_of(atlas, id_) for id_ in ids)) for ids in days))


class PlanStore:
    """stand-in for `state.plan_store`."""

    def __init__(self, folder: Path | None = None) -> None:
        place = QStandardPaths.StandardLocation.AppDataLocation
        base = folder or Path(QStandardPaths.writableLocation(place))
        self._path = base / "plan.json"
        self.set_aside: Path | None = None

    def load(self) -> Plan:
        try:
            return _plan(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return Plan()
        except (OSError, ValueError, KeyError, TypeError):
            self.set_aside = self._path.replace(self._path.with_suffix(".broken"))
            return Plan()

    def save(self, plan: Plan) -> None:
        value = asdict(plan)
        value["wish"]["focus"] = [str(each) for each in plan.wish.focus]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(value, file)
        Path(name).replace(self._path)


def _plan(value: dict) -> Plan:  # type: ignore[type-arg]
    wish = value["wish"]
    focus = tuple(Entity.parse(each) for each in wish["focus"])
    made = Wish(
        focus, wish["minutes"], tuple(wish["equipment"]), wish["days"], Level(wish["level"])
    )
    days = tuple(Day(tuple(Item(**i) for i in day["items"])) for day in value["days"])
    return Plan(made, days)


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
    """stand-in: the page as a PDF, whole or not at all."""
    part = path.with_name(path.name + ".part")
    if not os.access(path.parent, os.W_OK):
        raise OSError(f"{path.parent} cannot be written")
    writer = QPdfWriter(str(part))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint_plan(writer, library, plan, safety)
    part.replace(path)
