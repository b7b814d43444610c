"""What is selected, what is hovered, and the way back: one truth for every view."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind

LONGEST = 200  # places kept in the history


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: an entity, and for a muscle clicked on the body which side of it.

    `beneath` lists what else lies under the point that was clicked, from the surface to the bone;
    `sought` says that it was chosen by its name, so that one asks where it lies. Neither makes a
    place another place.
    """

    entity: Entity | None = None
    side: Side | None = None
    beneath: tuple[tuple[str, Side], ...] = field(default=(), compare=False)
    sought: bool = field(default=False, compare=False)

    @property
    def structure(self) -> str | None:
        """The structure's id if a structure is selected."""
        return self.entity.id if self.entity and self.entity.kind is Kind.MUSCLE else None

    @property
    def drawn(self) -> tuple[str, Side | None] | None:
        """What is pointed at: a structure and its side."""
        return (self.structure, self.side) if self.structure else None


NOWHERE = Place()


class Part(StrEnum):
    """The parts of the window, of which one is open."""

    EXPLORE = "explore"
    TRAIN = "train"


@dataclass(frozen=True, slots=True)
class Training:
    """What Train shows: a page (None: the first exercise of the list), and what narrows the list.

    A filter is written `facet:id`, such as `muscle:soleus` or `level:beginner`; the first that was
    chosen comes first.
    """

    entity: Entity | None = None
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the history: where each part stands, and which of them is open."""

    place: Place = NOWHERE
    training: Training = field(default_factory=Training)
    part: Part = Part.EXPLORE


class Selection(QObject):
    """The selected place with its history, and the hovered structure.

    `changed` tells the place of Explore, `arrived` every stop of the history, also in Train.
    """

    changed = Signal(object)
    arrived = Signal(object)
    hovered_changed = Signal(object)
    previewed_changed = Signal(object)
    isolated_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stops = [Stop()]
        self._index = 0
        self._hovered = self._previewed = NOWHERE
        self._isolated: Entity | None = None
        self._compartment: tuple[str, frozenset[str]] = ("", frozenset())

    @property
    def place(self) -> Place:
        """Where the user is in Explore."""
        return self.stop.place

    @property
    def stop(self) -> Stop:
        """Where the user is in the history."""
        return self._stops[self._index]

    @property
    def training(self) -> Training:
        """What Train shows."""
        return self.stop.training

    @property
    def part(self) -> Part:
        """Which part of the window is open."""
        return self.stop.part

    @property
    def hovered(self) -> Place:
        """What lies under the pointer."""
        return self._hovered

    @property
    def previewed(self) -> Place:
        """What lies beneath and would be chosen next."""
        return self._previewed

    @property
    def isolated(self) -> Entity | None:
        """The structure or group that stands alone while the rest of the body is faded."""
        return self._isolated

    @property
    def compartment(self) -> str:
        """The id of the compartment that stands alone; empty if none does."""
        return self._compartment[0]

    @property
    def alone(self) -> frozenset[str]:
        """The structures that stand alone: one, or those of a compartment."""
        if self._isolated is not None:
            return frozenset({self._isolated.id})
        return self._compartment[1]

    @property
    def stands_alone(self) -> bool:
        """Whether a structure, a group or a compartment stands alone."""
        return self._isolated is not None or bool(self.compartment)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later place."""
        return self._index < len(self._stops) - 1

    def select(
        self,
        entity: Entity | None,
        side: Side | None = None,
        beneath: tuple[tuple[str, Side], ...] = (),
        *,
        sought: bool = False,
    ) -> None:
        """Go to a place of Explore; what lay ahead in the history is forgotten."""
        place = Place(entity, side if entity else None, beneath, sought)
        self._visit(Stop(place, self.training, Part.EXPLORE))

    def train(self, training: Training) -> None:
        """Go to Train, to a page or to a narrower list."""
        self._visit(Stop(self.place, training, Part.TRAIN))

    def open(self, part: Part) -> None:
        """Open a part of the window where it was left."""
        self._visit(replace(self.stop, part=part))

    def _visit(self, stop: Stop) -> None:
        before = self.stop
        if stop == before:
            return
        self._stops = [*self._stops[: self._index + 1], stop][-LONGEST:]
        self._index = len(self._stops) - 1
        self._arrived(before)

    def clear(self) -> None:
        """Select nothing."""
        self.select(None)

    def back(self) -> None:
        """Return to the place before."""
        self._go(self._index - 1)

    def forward(self) -> None:
        """Go again to the place after."""
        self._go(self._index + 1)

    def hover(self, entity: Entity | None, side: Side | None = None) -> None:
        """Note what lies under the pointer."""
        place = Place(entity, side if entity else None)
        if place != self._hovered:
            self._hovered = place
            self.hovered_changed.emit(place)

    def preview(self, entity: Entity | None, side: Side | None = None) -> None:
        """Note what would be chosen next."""
        place = Place(entity, side if entity else None)
        if place != self._previewed:
            self._previewed = place
            self.previewed_changed.emit(place)

    def isolate(self, entity: Entity | None) -> None:
        """Let a structure or a group stand alone; None brings the whole body back."""
        if entity != self._isolated or self.compartment:
            self._isolated, self._compartment = entity, ("", frozenset())
            self.isolated_changed.emit(entity)

    def isolate_compartment(self, id_: str, members: Iterable[str]) -> None:
        """Let the structures of a compartment stand alone."""
        self._isolated, self._compartment = None, (id_, frozenset(members))
        self.isolated_changed.emit(None)

    def _go(self, index: int) -> None:
        if 0 <= index < len(self._stops):
            before, self._index = self.stop, index
            self._arrived(before)

    def _arrived(self, before: Stop) -> None:
        """Tell where the user is now."""
        if self.place != before.place:
            self._place_changed()
        self.arrived.emit(self.stop)

    def _place_changed(self) -> None:
        """What stands alone follows the place, or the whole body comes back.

        A compartment stands alone as long as nothing outside it is chosen.
        """
        inside = {*self._compartment[1], None}
        if self._isolated is not None or (self.compartment and self.place.structure not in inside):
            self.isolate(self.place.entity if self.place.structure else None)
        self.changed.emit(self.place)
