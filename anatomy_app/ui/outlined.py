"""Which structures are outlined on the body while something other than a structure is selected."""

from anatomy_app.content.library import Library
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.outlining import outlined_regions, selected_structures

LEAST_MM2 = 1500.0  # of a muscle that is seen: smaller ones are easily overlooked


def outlined(library: Library, entity: Entity) -> tuple[str, ...]:
    """The drawn regions that the entity names; of a setting only those its colours do not show.

    Lines around everything that a setting colours would hide the colours.
    """
    if entity.kind is not Kind.CONTEXT:
        return outlined_regions(library.atlas, entity)
    named = (library.entries[id_].drawn for id_ in selected_structures(library.atlas, entity))
    return tuple(each for drawn in named if not _is_seen(library, drawn) for each in drawn)


def _is_seen(library: Library, drawn: tuple[str, ...]) -> bool:
    """Whether some muscle of a structure lies at the surface of the front or the back."""
    return any(library.best_area(each) >= LEAST_MM2 for each in drawn)
