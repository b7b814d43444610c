"""What is known of every muscle at the instant, and its lengths, made when first asked for."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from anatomy_app.content.library import Library
from anatomy_app.model.activation import Activations, activations, contraction
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Kind
from anatomy_app.model.gait import Stride
from anatomy_app.paint.facts import contraction_facts, facts_at, setting_facts
from anatomy_app.paint.look import ColourMode, Facts
from anatomy_app.state.gait_clock import GaitClock
from anatomy_app.state.selection import Selection

if TYPE_CHECKING:
    from anatomy_app.model.doing import Doing
    from anatomy_app.model.gait_tables import Dataset
    from anatomy_app.model.knowledge import Context
    from anatomy_app.model.lengthening import Lengths


class Doings:
    """Asks the stage table and the muscle paths; nothing is computed before somebody asks."""

    def __init__(
        self,
        library: Library,
        clock: GaitClock,
        selection: Selection,
        value: Callable[[str, Side], float | None],
    ) -> None:
        self._library, self._clock, self._value = library, clock, value
        self._selection = selection
        self._active: Activations | None = None
        self.activations_in = lru_cache(maxsize=4)(self._make_activations)
        self._long: Lengths | None = None
        self._lengths = lru_cache(maxsize=4)(self._make_lengths)
        self._setting_facts = lru_cache(maxsize=1)(self._make_setting_facts)

    @property
    def activations(self) -> Activations:
        """The activity of every structure in the shown stride."""
        stride = self._clock.stride
        if self._active is None or self._active.stride is not stride:  # hashing a stride is slow
            self._active = self.activations_in(stride)
        return self._active

    @property
    def lengths(self) -> "Lengths":
        """The lengths in the shown stride, structure by structure."""
        stride = self._clock.stride
        if self._long is None or self._long.stride is not stride:
            self._long = self._lengths(stride)
        return self._long

    @property
    def context(self) -> "Context | None":
        """The selected setting of a run, which colours the body as long as it is selected."""
        entity = self._selection.place.entity
        if entity is None or entity.kind is not Kind.CONTEXT:
            return None
        return self._library.atlas.contexts.get(entity.id)

    def of(self, structure: str, side: Side, *, evidence: bool = True) -> "Doing":
        """What one side of a structure does now; the midline is told by the right side.

        Without `evidence` nothing is computed where the stage table speaks.
        """
        from anatomy_app.model.doing import TOLD, doing

        told, stride = self._library.atlas.structures[structure], self._clock.stride
        side, percent = Side.LEFT if side is Side.LEFT else Side.RIGHT, self._clock.percent
        silent = contraction(told, stride, side, percent) not in TOLD
        length = self.lengths.of(structure) if evidence or silent else None
        return doing(told, stride, side, percent, self._value(structure, side), length)

    def how_known(self, structure: str) -> "Dataset | None":
        """How the length of a structure is computed; None if it is not."""
        known = self.lengths.of(structure) is not None
        return self._library.tables.datasets["lengths"] if known else None

    def facts(self, mode: ColourMode) -> dict[str, Facts]:
        """What the colours of a mode need to know of every drawn structure."""
        library, percent, drawn = self._library, self._clock.percent, self._library.drawn
        if mode is ColourMode.SETTING and self.context:
            return self._setting_facts(self.context.id)
        activity = self.activations
        if mode is ColourMode.ACTIVITY:  # what nobody measured has no colour at any percent
            return facts_at(mode, {}, activity.known_among(drawn), activity, percent, ())
        structures = library.atlas.structures
        if mode is ColourMode.CONTRACTION:
            return contraction_facts(structures, drawn, self.lengths, percent)
        return facts_at(mode, structures, drawn, activity, percent, library.index.shelf_list)

    def warm_up(self) -> Iterator[bool]:
        """Compute the lengths of the shown stride, one structure in each step."""
        for structure in self._library.entries:
            _ = self.lengths.of(structure)
            yield True

    def _make_activations(self, stride: Stride) -> Activations:
        return activations(self._library.entries, self._library.tables, stride)

    def _make_setting_facts(self, context: str) -> dict[str, Facts]:
        library = self._library
        return setting_facts(library.entries, library.drawn, library.atlas.contexts[context])

    def _make_lengths(self, stride: Stride) -> "Lengths":
        from anatomy_app.model.lengthening import Lengths

        return Lengths(self._library.entries, self._library.tables.paths(), stride)
