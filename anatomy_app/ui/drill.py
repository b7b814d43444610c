"""The drill: from the surface to the bone, click by click or key by key."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from anatomy_app.model.drawing import Side
from anatomy_app.state.selection import Place
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.plate_labels import selected_point
from anatomy_app.ui.session import Session
from anatomy_app.ui.words import translate


def told(session: Session, place: Place) -> str:
    """Where the user is, and what else lies under the point, for who does not see the list."""
    names = []
    for drawn, _ in place.beneath:
        structure = session.library.structure_of_region(drawn)
        if structure is not None and structure != place.structure:
            names.append(session.name(structure))
    here = session.place_name(place)
    if not names:
        return here
    return translate("Drill", "{0}; also under here: {1}").format(here, ", ".join(names))


Beneath = tuple[tuple[str, Side], ...]


def deeper(session: Session, views: Iterable[BodyView]) -> tuple[str, Side, Beneath] | None:
    """What lies under the selected structure, and the whole list there, which goes round."""
    beneath = session.selection.place.beneath
    if not beneath and (found := selected_point(views, session)):
        view, point = found
        beneath = tuple((hit.structure, hit.side) for hit in view.hits(point))
    if not beneath:
        return None
    chosen = session.snapshot().is_selected
    at = next((i for i, each in enumerate(beneath) if chosen(*each)), -1)
    return *beneath[(at + 1) % len(beneath)], beneath


class Peek(QObject):
    """While Shift is held, the view under the pointer shows what lies beneath."""

    def __init__(self, parent: QObject, views: Callable[[], Iterable[BodyView]]) -> None:
        super().__init__(parent)
        self._views = views

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the key; every widget still gets it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Shift:
            pressed = event.type() is QEvent.Type.KeyPress
            for view in self._views():
                view.peek(pressed and view.underMouse())
        return False
