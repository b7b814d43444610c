"""What is known of every drawn structure at an instant, as the colours of a mode need it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from anatomy_app.model.activation import Activations, contraction
from anatomy_app.model.doing import TOLD
from anatomy_app.model.drawing import Side
from anatomy_app.model.index import Entry, Shelf
from anatomy_app.model.kinds import Basis
from anatomy_app.model.settings import shifts
from anatomy_app.paint.look import ColourMode, Facts

if TYPE_CHECKING:
    from anatomy_app.model.anatomy import Structure
    from anatomy_app.model.knowledge import Context
    from anatomy_app.model.lengthening import Lengths


def facts_at(
    mode: ColourMode,
    structures: Mapping[str, "Structure"],
    drawn: Iterable[str],
    activity: Activations,
    percent: float,
    shelves: Sequence[Shelf],
) -> dict[str, Facts]:
    """Facts by drawn structure at a percent (0 to 100) of the stride of `activity`.

    Those of the contractions come from `contraction_facts`, of a setting from `setting_facts`.
    """
    if mode is ColourMode.ACTIVITY:
        values, known = activity.values_at(percent), activity.by_id
        return {
            each: Facts(*values[each], simulated=known[each].kind is Basis.SIMULATED)
            for each in drawn
        }
    places = {shelf.id: place for place, shelf in enumerate(shelves)}
    return {each: Facts(group=places.get(structures[each].shelf, 0)) for each in drawn}


def contraction_facts(
    structures: Mapping[str, "Structure"],
    drawn: Iterable[str],
    lengths: "Lengths",
    percent: float,
) -> dict[str, Facts]:
    """What each drawn structure does: the stage table's word, else what its path tells."""
    return {each: _doing(structures[each], lengths, percent) for each in drawn}


def setting_facts(
    entries: Mapping[str, Entry], drawn: Iterable[str], context: "Context"
) -> dict[str, Facts]:
    """How the work of each drawn structure changes in a setting, at every instant the same."""
    known = shifts(entries, context)
    return {each: Facts(shift=known.get(each)) for each in drawn}


def _doing(structure: "Structure", lengths: "Lengths", percent: float) -> Facts:
    right, left = (
        contraction(structure, lengths.stride, side, percent) for side in (Side.RIGHT, Side.LEFT)
    )
    length = None if {right, left} <= TOLD.keys() else lengths.of(structure.id)
    return Facts(
        contraction_right=right,
        contraction_left=left,
        computed_right=length.change(Side.RIGHT, percent) if length and right not in TOLD else None,
        computed_left=length.change(Side.LEFT, percent) if length and left not in TOLD else None,
    )
