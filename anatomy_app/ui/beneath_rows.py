"""What lies under a point, row by row, as the pointer shows it."""

from collections.abc import Iterator, Sequence

from anatomy_app.model.drawing import Tissue
from anatomy_app.model.regions import Hit
from anatomy_app.paint.beneath import Row
from anatomy_app.ui import words
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font

ROOM = 150  # pixels for a name: the list must not hide what it speaks of


def rows(session: Session, everything: Sequence[Hit], following: int) -> list[Row]:
    """All under a point as rows down to the first bone; `following` counts what can be chosen."""
    return list(_rows(session, everything, following))


def _rows(session: Session, everything: Sequence[Hit], following: int) -> Iterator[Row]:
    chosen, at = session.snapshot().is_selected, 0
    for hit in everything:
        structure = session.library.structure_of_region(hit.structure)
        if structure is not None:
            yield Row(
                fitted(session.name(structure), font(SMALL, bold=True), ROOM),
                session.value_words(structure, hit.side),
                chosen=chosen(hit.structure, hit.side),
                next=at == following,
            )
            at += 1
        elif hit.tissue is Tissue.BONE and (bone := words.bone(hit.structure)):
            yield Row(bone)
            return
