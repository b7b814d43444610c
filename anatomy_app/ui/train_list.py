"""The exercises that Train lists now, in their order, and the page that it shows."""

from PySide6.QtCore import QObject, Signal

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.filtering import Facet, Filtering
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.knowledge import ExerciseKind, Injury, Level
from anatomy_app.model.reasons import Facts, Ranked, rank
from anatomy_app.state.selection import Part, Training
from anatomy_app.ui import train_words
from anatomy_app.ui.session import Session
from anatomy_app.ui.words import translate

FOCUS = (Facet.MUSCLE, Facet.STAGE, Facet.INJURY)  # facets that say what to train


class ExerciseList(QObject):
    """Follows the selection while Train is open; widgets of Train read it and send intents to it.

    `changed` tells that the list or the page is another.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        atlas = session.library.atlas
        self.filtering = Filtering(atlas)
        self._rankings: dict[Entity, dict[str, Ranked]] = {}
        self.filters: tuple[str, ...] = ()
        self.ids: tuple[str, ...] = ()
        self.page: Entity | None = None
        session.selection.arrived.connect(self._arrived)
        session.preferences.changed.connect(self._preference_changed)
        session.names.changed.connect(self.changed)
        self._arrived()

    def toggle(self, asked: str) -> None:
        """Choose a filter, or leave it."""
        kept = tuple(each for each in self.filters if each != asked)
        filters = kept if asked in self.filters else (*kept, asked)
        self._session.selection.train(Training(None, filters))

    def clear(self, facet: Facet | None = None) -> None:
        """Leave the filters of a facet, or all."""
        kept = tuple(each for each in self.filters if facet and not each.startswith(f"{facet}:"))
        self._session.selection.train(Training(None, kept))

    def open(self, entity: Entity) -> None:
        """Show a page of Train; structures and stages are shown in Explore."""
        if entity.kind in (Kind.MUSCLE, Kind.STAGE):
            self._session.selection.select(entity, sought=True)
            if entity.kind is Kind.STAGE:
                self._session.go_to_stage(entity.id)
        else:
            self._session.selection.train(Training(entity, self.filters))

    @property
    def focus(self) -> tuple[Entity, ...]:
        """What is chosen to be trained: structures, stages, complaints."""
        chosen = [each for each in self.filters if each.partition(":")[0] in FOCUS]
        return tuple(Entity.parse(each) for each in chosen)

    @property
    def weak_points(self) -> tuple[Entity, ...]:
        """What a plan would be built for: the focus, or the complaint or setting that is read."""
        page = self.page
        read = page is not None and page.kind in (Kind.INJURY, Kind.CONTEXT)
        return (page,) if page is not None and read else self.focus

    @property
    def complaint(self) -> Injury | None:
        """The complaint that the list was chosen by, the first if there are several."""
        injuries = self._session.library.atlas.injuries
        found = (injuries[each.id] for each in self.focus if each.kind is Kind.INJURY)
        return next(found, None)

    @property
    def is_of_page(self) -> bool:
        """Whether the exercises are those of the page and not of the filters."""
        return self.page is not None and self.page.kind is not Kind.EXERCISE

    def name_of(self, asked: str) -> str:
        """A filter in words."""
        facet, _, id_ = asked.partition(":")
        if facet in FOCUS:
            return self._session.names.entity(Entity.parse(asked))
        if facet == Facet.LEVEL:
            return train_words.level(Level(id_))
        if facet == Facet.NEEDS:
            none = translate("Train", "No equipment")
            return none if id_ == "none" else train_words.need(id_)
        return train_words.kind(ExerciseKind(id_))

    @property
    def heading(self) -> str:
        """What the list is narrowed to, in words."""
        if self.is_of_page:
            return translate("Train", "What people train")
        names = [self.name_of(each) for each in self.filters]
        return " · ".join(names) or translate("Train", "All exercises")

    def _arrived(self, *_: object) -> None:
        if self._session.selection.part is not Part.TRAIN:
            return
        training = self._session.selection.training
        self.filters = self.filtering.known(training.filters)
        self.page = training.entity
        self._order()
        if self.page is None and self.ids:
            self.page = Entity(Kind.EXERCISE, self.ids[0])
        self.changed.emit()

    def _order(self) -> None:
        atlas = self._session.library.atlas
        if self.is_of_page:
            injury = atlas.injuries.get(str(self.page and self.page.id))
            self.ids = injury.exercises if injury else ()
            return
        left = self.filtering.left(self.filters)
        sort = self._session.preferences.text("train_sort")
        levels = list(Level)
        if sort == "name":
            left = tuple(sorted(left, key=lambda id_: atlas.exercises[id_].name.casefold()))
        else:
            left = self._most_direct(left)
        if sort == "level":
            left = tuple(sorted(left, key=lambda id_: levels.index(atlas.exercises[id_].level)))
        self.ids = left

    def _most_direct(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Ranked by the published rule for what is to be trained; else as in the files."""
        best: dict[str, int] = {}
        for focus in self.focus:
            for exercise, ranked in self.ranking(focus).items():
                best[exercise] = max(best.get(exercise, 0), ranked.score)
        return tuple(sorted(ids, key=lambda id_: -best.get(id_, 0)))

    def ranking(self, focus: Entity) -> dict[str, Ranked]:
        """The exercises for a focus by id, the best first, in running at the usual speed."""
        if focus not in self._rankings:
            library = self._session.library
            ranked = rank(library.atlas, focus, library.stride(Gait.RUNNING, None))
            self._rankings[focus] = {each.exercise: each for each in ranked}
        return self._rankings[focus]

    def why(self, exercise: str) -> Facts | None:
        """Why an exercise serves what is to be trained; None if nothing is chosen, or it does not.

        Of several, that which it serves best.
        """
        found = [self.ranking(focus).get(exercise) for focus in self.focus]
        best = max(filter(None, found), key=lambda each: each.score, default=None)
        return best.facts if best is not None else None

    def _preference_changed(self, key: str) -> None:
        if key == "train_sort":
            page = self.page
            self._order()
            self.page = page
            self.changed.emit()
