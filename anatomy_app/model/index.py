"""The index: what the muscle list and the first picture need of each structure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from anatomy_app.model.kinds import Curves, StructureKind

if TYPE_CHECKING:
    from anatomy_app.model.anatomy import Structure


@dataclass(frozen=True, slots=True)
class Shelf:
    """A heading of the muscle list; a shelf with the id of a group shows that group first."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The short form of a structure; the fields mean the same as in `Structure`.

    `latin` is one name even where the terminology lists several parts; `others` holds the first
    name in each other language, after its ISO code.
    """

    id: str
    name: str
    kind: StructureKind
    shelf: str
    paired: bool
    drawn: tuple[str, ...]
    members: tuple[str, ...]
    curves: Curves
    latin: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def is_passive(self) -> bool:
        """Whether it is a tendon or a fascia, which no nerve switches on."""
        return self.kind in (StructureKind.TENDON, StructureKind.FASCIA)

    @classmethod
    def of(cls, structure: "Structure") -> "Entry":
        """The entry of a structure."""
        return cls(
            id=structure.id,
            name=structure.name,
            kind=structure.kind,
            shelf=structure.shelf,
            paired=structure.paired,
            drawn=structure.drawn,
            members=tuple(member.id for member in structure.members),
            curves=structure.curves,
            latin=structure.latin_name,
            others=structure.names.others(),
        )


@dataclass(frozen=True)
class Index:
    """All entries by id and the shelves in the order of the list; lookups are computed once."""

    entries: Mapping[str, Entry]
    shelf_list: tuple[Shelf, ...]

    @classmethod
    def of(cls, structures: Iterable["Structure"], shelves: tuple[Shelf, ...]) -> "Index":
        """The index of these structures."""
        return cls({each.id: Entry.of(each) for each in structures}, shelves)

    def name(self, structure_id: str) -> str:
        """The structure's name for display; the id itself if there is no such structure."""
        entry = self.entries.get(structure_id)
        return entry.name if entry else structure_id

    def shelf_name(self, shelf_id: str) -> str:
        """The shelf's name for display; the id itself if there is no such shelf."""
        return self._shelf_names.get(shelf_id, shelf_id)

    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(shelf id, structure ids) in the order of the list; a shelf's own group comes first."""
        return self._shelves

    def members(self, group_id: str) -> tuple[str, ...]:
        """The muscles of a group, flat, in anatomical order; empty for anything but a group."""
        entry = self.entries.get(group_id)
        return entry.members if entry else ()

    def groups_of(self, structure_id: str) -> tuple[str, ...]:
        """The groups that have this structure, or all members of this group, the smallest first."""
        return self._groups.get(structure_id, ())

    def parts_of(self, group_id: str) -> tuple[str, ...]:
        """Members of a group and the smaller groups that lie wholly inside it."""
        return self._parts.get(group_id, ())

    def kin(self, structure_id: str) -> tuple[str, ...]:
        """The structure, then its groups, then its parts: membership in both directions."""
        return (structure_id, *self.groups_of(structure_id), *self.parts_of(structure_id))

    def structures_from_drawing(self, drawn_id: str) -> tuple[str, ...]:
        """All structures that the drawn region belongs to, the most specific first."""
        return self._from_drawing.get(drawn_id, ())

    def structure_of_region(self, drawn_id: str) -> str | None:
        """The structure that a click on the drawn region means, or None if it is nobody's."""
        found = self.structures_from_drawing(drawn_id)
        return found[0] if found else None

    @cached_property
    def _shelf_names(self) -> dict[str, str]:
        return {shelf.id: shelf.name for shelf in self.shelf_list}

    @cached_property
    def _shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        held: dict[str, list[str]] = {shelf.id: [] for shelf in self.shelf_list}
        for entry in self.entries.values():
            held.setdefault(entry.shelf, []).append(entry.id)
        return tuple(
            (shelf, tuple(sorted(ids, key=lambda each: each != shelf)))
            for shelf, ids in held.items()
            if ids
        )

    @cached_property
    def _groups(self) -> dict[str, tuple[str, ...]]:
        direct: dict[str, set[str]] = {}
        for entry in self.entries.values():
            for member in entry.members:
                direct.setdefault(member, set()).add(entry.id)
        found = dict(direct)
        for entry in self.entries.values():
            if entry.members:
                around = set.intersection(*(direct[member] for member in entry.members))
                found[entry.id] = found.get(entry.id, set()) | (around - {entry.id})
        return {id_: self._by_size(groups) for id_, groups in found.items()}

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        parts: dict[str, list[str]] = {}
        for entry in self.entries.values():
            for group in self.groups_of(entry.id):
                parts.setdefault(group, []).append(entry.id)
        return {group: tuple(ids) for group, ids in parts.items()}

    @cached_property
    def _from_drawing(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for drawn in entry.drawn:
                found.setdefault(drawn, []).append(entry)
        return {
            drawn: tuple(
                each.id for each in sorted(entries, key=lambda e: (e.id != drawn, len(e.drawn)))
            )
            for drawn, entries in found.items()
        }

    def _by_size(self, groups: Iterable[str]) -> tuple[str, ...]:
        """The groups, those with the fewest members first, then in the order of the files."""
        place = self._places
        return tuple(sorted(groups, key=lambda id_: (len(self.members(id_)), place[id_])))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.entries)}
