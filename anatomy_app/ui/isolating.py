"""What can stand alone: the selected structure, its groups, and every compartment."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from anatomy_app.model.anatomy import Compartment
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.actions import Command
from anatomy_app.ui.session import Session
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from anatomy_app.ui.main_window import MainWindow


def toggle_structure(session: Session) -> None:
    """Let the selected structure stand alone, or bring the whole body back."""
    place, selection = session.selection.place, session.selection
    known = place.structure in session.structures
    selection.isolate(None if selection.stands_alone or not known else place.entity)


def toggle_compartment(session: Session) -> None:
    """Let the compartment of the selected structure stand alone, or bring the whole body back."""
    found = compartment_of(session, session.selection.place.structure)
    if found is None or session.selection.compartment == found.id:
        session.selection.isolate(None)
    else:
        session.selection.isolate_compartment(found.id, found.members)


def compartment_of(session: Session, structure: str | None) -> Compartment | None:
    """The compartment that holds a structure, or all parts of a group; None if none does."""
    if structure is None:
        return None
    parts = frozenset(session.library.index.members(structure)) or {structure}
    compartments = session.library.atlas.compartments
    return next((each for each in compartments if parts <= {*each.members}), None)


def alone_name(session: Session) -> str:
    """What stands alone, in words; empty if nothing does."""
    selection = session.selection
    if selection.isolated is not None:
        return session.name(selection.isolated.id)
    compartments = session.library.atlas.compartments if selection.compartment else ()
    return next((each.name for each in compartments if each.id == selection.compartment), "")


def compartment_commands(session: Session) -> tuple[Command, ...]:
    """A command for every compartment."""
    return tuple(
        Command(
            f"isolate_{each.id}",
            translate("Commands", "Isolate: {0}").format(each.name),
            partial(session.selection.isolate_compartment, each.id, each.members),
        )
        for each in session.library.atlas.compartments
    )


def fill_menu(menu: "QMenu", window: "MainWindow") -> None:
    """The groups of the selected structure, then every compartment."""
    session = window.session
    for group in _groups(session):
        action = menu.addAction(session.name(group))
        action.triggered.connect(partial(_isolate, session, Entity(Kind.MUSCLE, group)))
    menu.addSeparator()
    for id_, action in window.compartments.items():
        action.setCheckable(True)
        action.setChecked(id_ == f"isolate_{session.selection.compartment}")
        menu.addAction(action)


def _groups(session: Session) -> Iterator[str]:
    structure = session.selection.place.structure
    if structure in session.structures:
        yield from session.library.index.groups_of(str(structure))


def _isolate(session: Session, entity: Entity, *_: object) -> None:
    session.selection.isolate(entity)
