"""The running program's parts in one hand: what is known and chosen, and how that looks now."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from anatomy_app.content.library import Library
from anatomy_app.model.activation import Activation, Activations
from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Stride
from anatomy_app.model.index import Entry
from anatomy_app.model.kinds import Basis
from anatomy_app.model.regions import REACH_MM
from anatomy_app.paint.look import (
    ColourMode,
    Snapshot,
    resolve_colours,
    resolve_glyphs,
    selection_keys,
)
from anatomy_app.paint.plate import LayerPaths
from anatomy_app.paint.theme import Theme
from anatomy_app.state.gait_clock import GaitClock
from anatomy_app.state.peeling import Peeling
from anatomy_app.state.preferences import Preferences
from anatomy_app.state.selection import Part, Place, Selection, Training
from anatomy_app.ui import words
from anatomy_app.ui.doings import Doings
from anatomy_app.ui.setting_words import shift_shown
from anatomy_app.ui.shown_names import ShownNames
from anatomy_app.ui.theming import ThemeSwitch

if TYPE_CHECKING:
    from anatomy_app.model.search.hits import Hit
    from anatomy_app.model.search.search import SearchIndex


SHOWN = (
    "colour",
    "measured_only",
    "see_through",
    "ghosts",
    "hair",
)  # settings that change the picture


class Session:
    """Library, state and preferences, and the snapshot that every picture is painted from."""

    def __init__(
        self,
        library: Library,
        preferences: Preferences,
        selection: Selection,
        clock: GaitClock,
        themes: ThemeSwitch,
    ) -> None:
        self.library = library
        self.preferences = preferences
        self.selection = selection
        self.clock = clock
        self.themes = themes
        self.names = ShownNames(library, preferences)
        self.peeling = Peeling(preferences)
        self._snapshot: tuple[object, Snapshot] | None = None
        self._paths: dict[tuple[View, int], LayerPaths] = {}
        self.doings = Doings(library, clock, selection, self.value)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self.themes.theme

    @property
    def structures(self) -> Mapping[str, Entry]:
        """Every structure in its short form; its prose comes with the whole atlas."""
        return self.library.entries

    @property
    def activations(self) -> Activations:
        """The activity of every structure in the shown stride."""
        return self.doings.activations

    def activation(self, structure: str) -> Activation:
        """The activity of one structure in the shown stride."""
        return self.activations.by_id[structure]

    def activation_in(self, stride: Stride, structure: str) -> Activation:
        """The activity of one structure in another stride."""
        return self.doings.activations_in(stride).by_id[structure]

    def name(self, structure: str) -> str:
        """What a structure is called on screen."""
        return self.names.of(structure)

    def value(self, structure: str, side: Side = Side.RIGHT) -> float | None:
        """How active a structure is now, or None: nobody measured it."""
        if self.hides_simulated and self.activation(structure).kind is Basis.SIMULATED:
            return None
        return self.activation(structure).value(side, self.clock.percent)

    def value_words(self, structure: str, side: Side = Side.RIGHT) -> str:
        """How active a structure is now, or what its length does, as the colours tell."""
        if self.mode is ColourMode.SETTING:
            return shift_shown(self.snapshot(), self.structures[structure].drawn, side)
        if self.mode is ColourMode.CONTRACTION:
            return words.change_of(self.doings.of(structure, side, evidence=False))
        if self.structures[structure].is_passive:
            return ""
        value = self.value(structure, side)
        simulated = self.activation(structure).kind is Basis.SIMULATED
        return words.percent(value, simulated=simulated)

    @property
    def mode(self) -> ColourMode:
        """What the colours tell: as was chosen, but a selected setting of a run shows its own."""
        if self.doings.context is not None:
            return ColourMode.SETTING
        return ColourMode(self.preferences.text("colour"))

    @property
    def hides_simulated(self) -> bool:
        """Whether only measured activity is shown."""
        return self.preferences.flag("measured_only")

    def snapshot(self) -> Snapshot:
        """How the body looks at this instant; the same object until something changes."""
        key = self._key()
        if self._snapshot is None or self._snapshot[0] != key:
            self._snapshot = key, self._resolve()
        return self._snapshot[1]

    def _key(self) -> object:
        settings = (self.preferences[k] for k in SHOWN)
        stride = self.clock.stride
        return (
            *settings, self.theme.name, stride.gait, stride.speed, self.clock.percent,
            self.selection.place, self.selection.hovered, self.selection.isolated,
            self.selection.compartment, self.selection.previewed,
        )  # fmt: skip

    def _resolve(self) -> Snapshot:
        mode, facts = self.mode, self.doings.facts(self.mode)
        return Snapshot(
            theme=self.theme,
            mode=mode,
            colours=resolve_colours(self.theme, mode, facts, measured_only=self.hides_simulated),
            selected=self._selected(self.selection.place),
            hovered=self.selection.hovered.drawn,
            previewed=self.selection.previewed.drawn,
            see_through=self.preferences.flag("see_through"),
            ghosts=self.preferences.flag("ghosts"),
            isolated=self._isolated(),
            glyphs=resolve_glyphs(mode, facts),
            hair=self.preferences.flag("hair"),
        )

    def _selected(self, place: Place) -> frozenset[tuple[str, Side | None]]:
        if place.entity is None:
            return frozenset()
        if place.structure in self.structures:
            return selection_keys(self.structures[str(place.structure)].drawn, place.side)
        from anatomy_app.ui.outlined import outlined

        return selection_keys(outlined(self.library, place.entity), None)

    def _isolated(self) -> frozenset[str]:
        """What is drawn of that which stands alone."""
        alone = self.selection.alone
        return frozenset(drawn for id_ in alone for drawn in self.structures[id_].drawn)

    def paths(self, view: View, number: int) -> LayerPaths:
        """The painter paths of a layer."""
        key = (view, number)
        if key not in self._paths:
            self._paths[key] = LayerPaths(self.library.layer(view, number))
        return self._paths[key]

    def region_name(self, drawn: str, side: Side) -> str:
        """A drawn structure with its side, in words."""
        structure = self.library.structure_of_region(drawn)
        return words.region(self.name(structure) if structure else drawn, side)

    def place_name(self, place: Place) -> str:
        """Where the user is, in words; empty for nowhere."""
        if place.entity is None:
            return ""
        if place.structure in self.structures:
            return words.region(self.name(str(place.structure)), place.side or Side.MIDLINE)
        return self.names.entity(place.entity)

    @cached_property
    def search_index(self) -> "SearchIndex":
        """The search over everything; built at once if nobody has warmed it up."""
        from anatomy_app.content.fuzzy import similar
        from anatomy_app.model.search.search import SearchIndex

        return SearchIndex.build(self.library.atlas, similar)

    def find(self, text: str) -> "tuple[Hit, ...]":
        """What a text finds, the best first."""
        return self.search_index.search(text)

    def nearest_words(self, text: str) -> tuple[str, ...]:
        """Words that a text may have meant."""
        return self.search_index.nearest_words(text)

    def figure_notes(self) -> tuple[str, ...]:
        """How the shown figure is known; the male one is the measured body itself."""
        if self.library.figure == "male":
            return ()
        from anatomy_app.model.proportions.figures import assumptions

        return assumptions(self.library.proportions)

    def go_to_stage(self, stage: str) -> None:
        """Stand at the start of a stage of the right foot, if the stride has it."""
        for span in self.clock.stride.spans(Side.RIGHT):
            if span.name == stage:
                self.clock.go_to(span.start)
                return

    def warm_up(self) -> Iterator[bool]:
        """Load what the first picture did not need; each step takes some milliseconds."""
        from anatomy_app.content.fuzzy import similar
        from anatomy_app.model.search.search import SearchIndex

        _ = self.library.atlas
        yield True
        steps = SearchIndex.build_steps(self.library.atlas, similar)
        while "search_index" not in self.__dict__:
            try:
                next(steps)
            except StopIteration as done:
                self.__dict__["search_index"] = done.value
            yield True
        yield from self.doings.warm_up()
        for view in (View.FRONT, View.BACK, View.SIDE):
            for number in range(1, self.library.layers(view) + 1):
                _ = self.library.hit_map(view)
                _ = self.library.layer(view, number)
                yield True
        for view in (View.FRONT, View.BACK):
            yield from self._find_places(view, int(self.preferences.number("layer")))

    def _find_places(self, view: View, layer: int) -> Iterator[bool]:
        """Where the leaders of names may end in a stride; each step is one region."""
        paths, hit_map = self.paths(view, layer), self.library.hit_map(view)
        for region in paths.layer.regions:
            structure = self.library.structure_of_region(region.structure)
            if structure is not None and self.activation(structure).curve is not None:
                _ = hit_map.top(*paths.inner_point(region), layer, within=REACH_MM)
                yield True

    def open(self, entity: Entity) -> None:
        """Go to what was found by search, in the part of the window that is open."""
        if self.selection.part is Part.TRAIN:
            self.train(entity)
            return
        self.selection.select(entity, sought=True)
        if entity.kind is Kind.STAGE:
            self.go_to_stage(entity.id)

    def train(self, entity: Entity) -> None:
        """Open Train at a page; a structure or a stage narrows the list to its exercises."""
        if entity.kind in (Kind.MUSCLE, Kind.STAGE):
            self.selection.train(Training(None, (str(entity),)))
        else:
            self.selection.train(Training(entity, self.selection.training.filters))

    def follow_settings(self) -> None:
        """Obey the settings from now on."""
        self.preferences.changed.connect(self._preference_changed)
        self._show_figure()

    def _show_figure(self) -> None:
        self.library.show_figure(self.preferences.text("figure"))
        self._paths.clear()

    def _preference_changed(self, key: str) -> None:
        if key == "figure":
            self._show_figure()
        if key == "rate":
            self.clock.set_rate(self.preferences.number("rate"))
        if key == "pause_at_stages":
            self.clock.pauses_at_stages = self.preferences.flag("pause_at_stages")
