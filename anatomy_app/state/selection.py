"""What is selected, what is hovered, and the way back: one truth for every view."""

from collections.abc import Iterable
from dataclasses import dataclass, field

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


class Selection(QObject):
    """The selected place with its history, and the hovered structure."""

    changed = Signal(object)
    hovered_changed = Signal(object)
    previewed_changed = Signal(object)
    isolated_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._places = [NOWHERE]
        self._index = 0
        self._hovered = self._previewed = NOWHERE
        self._isolated: Entity | None = None
        self._compartment: tuple[str, frozenset[str]] = ("", frozenset())

    @property
    def place(self) -> Place:
        """Where the user is."""
        return self._places[self._index]

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
        return self._index < len(self._places) - 1

    def select(
        self,
        entity: Entity | None,
        side: Side | None = None,
        beneath: tuple[tuple[str, Side], ...] = (),
        *,
        sought: bool = False,
    ) -> None:
        """Go to a place; what lay ahead in the history is forgotten."""
        place = Place(entity, side if entity else None, beneath, sought)
        if place == self.place:
            return
        self._places = [*self._places[: self._index + 1], place][-LONGEST:]
        self._index = len(self._places) - 1
        self._arrived()

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
        if 0 <= index < len(self._places):
            self._index = index
            self._arrived()

    def _arrived(self) -> None:
        """Tell where the user is now; what stands alone follows, or the whole body comes back.

        A compartment stands alone as long as nothing outside it is chosen.
        """
        inside = {*self._compartment[1], None}
        if self._isolated is not None or (self.compartment and self.place.structure not in inside):
            self.isolate(self.place.entity if self.place.structure else None)
        self.changed.emit(self.place)
