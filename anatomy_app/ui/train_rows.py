"""The rows at the left of Train: headings, filters with their counts, and pages to read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.filtering import Facet
from anatomy_app.model.kinds import StructureKind
from anatomy_app.model.knowledge import ExerciseKind, Level
from anatomy_app.model.stages import StageKind
from anatomy_app.ui import train_words
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_list import ExerciseList
from anatomy_app.ui.words import translate

# What runners ask for first; the others are behind "All".
MUSCLES = ("soleus", "gastrocnemius", "gluteus_medius", "hamstrings", "foot_core")
THINGS = ("none", "mat", "step", "band", "bench")
COMPLAINTS = ("achilles_tendinopathy", "mtss", "calf_strain", "pfps", "itbs", "plantar_fasciitis")
MORE = "more:"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a filter (`facet:id`), a page (`page:kind:id`) or the way to all (`more:section`)."""

    key: str
    text: str

    @property
    def is_filter(self) -> bool:
        """Whether it can be chosen beside others."""
        return not self.key.startswith((MORE, "page:"))

    @property
    def page(self) -> Entity | None:
        """The page that it opens."""
        is_page = self.key.startswith("page:")
        return Entity.parse(self.key.removeprefix("page:")) if is_page else None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows."""

    id: str
    text: str
    rows: tuple[Row, ...]


class Sections:
    """Makes the rows anew whenever other muscles or complaints are to be seen."""

    def __init__(self, session: Session, listed: ExerciseList) -> None:
        self._session, self._list = session, listed
        self._whole: set[str] = set()  # sections that show all their rows

    def turn(self, section: str) -> None:
        """Show all rows of a section, or only the usual ones."""
        self._whole ^= {section}

    def made(self) -> tuple[Section, ...]:
        """All sections from the top to the bottom."""
        text, atlas = translate, self._session.library.atlas
        return (
            Section("muscle", text("Train", "Muscle"), tuple(self._muscles())),
            Section("equipment", text("Train", "Equipment"), tuple(self._equipment())),
            Section("level", text("Train", "Level"), tuple(
                Row(f"level:{each}", train_words.level(each)) for each in Level)),
            Section("injury", text("Train", "For"), tuple(self._complaints())),
            Section("group", text("Train", "Muscle group"), tuple(self._groups())),
            Section("stage", text("Train", "Stage"), tuple(
                Row(f"stage:{stage.id}", stage.short) for stage in atlas.stages.values()
                if stage.kind is StageKind.STAGE)),
            Section("kind", text("Train", "Kind"), tuple(
                Row(f"kind:{each}", train_words.kind(each)) for each in ExerciseKind)),
            Section("complaints", text("Train", "Complaints"),
                    self._pages(Kind.INJURY, atlas.injuries)),
            Section("settings", text("Train", "Settings"),
                    self._pages(Kind.CONTEXT, atlas.contexts)),
            Section("questions", text("Train", "Questions"),
                    self._pages(Kind.FAQ, atlas.questions)),
        )  # fmt: skip

    def _muscles(self) -> Iterator[Row]:
        entries = self._session.structures
        apart = (StructureKind.GROUP, StructureKind.CONCEPT)
        order = (id_ for _, ids in self._session.library.index.shelves() for id_ in ids)
        every = tuple(id_ for id_ in order if entries[id_].kind not in apart)
        ids = self._few(Facet.MUSCLE, MUSCLES, every)
        yield from (self._structure(id_) for id_ in ids if id_ in entries)
        yield self._more("muscle", translate("Train", "All muscles"))

    def _groups(self) -> Iterator[Row]:
        for id_, entry in self._session.structures.items():
            if entry.kind is StructureKind.GROUP:
                yield self._structure(id_)

    def _structure(self, id_: str) -> Row:
        return Row(f"muscle:{id_}", self._session.name(id_))

    def _equipment(self) -> Iterator[Row]:
        used = self._list.filtering.used(Facet.NEEDS)
        every = tuple(sorted(used, key=lambda each: (each != "none", each == "other")))
        ids = self._few(Facet.NEEDS, THINGS, every)
        yield from (Row(f"needs:{id_}", train_words.need(id_)) for id_ in ids if id_ in used)
        yield self._more("needs", translate("Train", "All equipment"))

    def _complaints(self) -> Iterator[Row]:
        injuries = self._session.library.atlas.injuries
        every = tuple(each.id for each in injuries.values() if each.exercises)
        ids = self._few(Facet.INJURY, COMPLAINTS, every)
        yield from (Row(f"injury:{id_}", injuries[id_].name) for id_ in ids if id_ in injuries)
        yield self._more("injury", translate("Train", "All complaints"))

    def _few(self, facet: Facet, usual: tuple[str, ...], every: tuple[str, ...]) -> tuple[str, ...]:
        """All ids if they were asked for, else the usual ones and those that are chosen."""
        if facet in self._whole:
            return every
        chosen = (each.split(":") for each in self._list.filters)
        return tuple(dict.fromkeys((*usual, *(id_ for of, id_ in chosen if of == facet))))

    def _more(self, section: str, text: str) -> Row:
        fewer = translate("Train", "Fewer")
        return Row(MORE + section, fewer if section in self._whole else text)

    def _pages(self, kind: Kind, ids: Iterable[str]) -> tuple[Row, ...]:
        name = self._session.names.entity
        entities = (Entity(kind, id_) for id_ in ids)
        return tuple(Row(f"page:{entity}", name(entity)) for entity in entities)
