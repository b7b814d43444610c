"""Everything under a point of the body as a menu: from the surface to the bone, and what hurts."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from anatomy_app.model.complaints import complaints_at
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.regions import Hit
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.label_buttons import add_hiding
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import font

Beneath = tuple[tuple[str, Side], ...]
Pick = Callable[[str, Side, Beneath], None]

translate = QCoreApplication.translate


def open_menu(
    parent: QWidget, session: Session, view: BodyView, point: QPointF, at: QPoint, pick: Pick
) -> None:
    """Open the menu of a point of a view at a point of the screen; `pick` gets the structure.

    Where nothing can be selected and nothing is known to hurt, there is no menu.
    """
    hits = view.hits(point)
    hurting = complaints_at(session.library.atlas, view.everything(point), view.view)
    if not hits and not hurting:
        return
    menu = QMenu(parent)
    menu.setAccessibleName(translate("StageMenu", "Everything under the pointer"))
    menu.aboutToHide.connect(menu.deleteLater)
    _add_structures(menu, session, hits, pick)
    _add_complaints(menu, session, hurting)
    if hits and (top := session.library.structure_of_region(hits[0].structure)):
        menu.addSeparator()
        add_hiding(menu, session, top)
    menu.hovered.connect(partial(_preview, session, menu, hits))
    menu.aboutToHide.connect(partial(session.selection.preview, None))
    menu.popup(at)


def _add_structures(menu: QMenu, session: Session, hits: Sequence[Hit], pick: Pick) -> None:
    beneath = tuple((hit.structure, hit.side) for hit in hits)
    for hit in hits:
        name = session.region_name(hit.structure, hit.side)
        action = menu.addAction(translate("StageMenu", "{0}   layer {1}").format(name, hit.layer))
        action.triggered.connect(partial(pick, hit.structure, hit.side, beneath))


def _add_complaints(menu: QMenu, session: Session, hurting: Sequence[str]) -> None:
    """What is known to hurt there; each page begins with the warning signs."""
    if not hurting:
        return
    menu.addSeparator()
    heading = menu.addAction(translate("StageMenu", "Does it hurt here?"))
    heading.setFont(font(bold=True))
    heading.setEnabled(False)
    for id_ in hurting:
        complaint = Entity(Kind.INJURY, id_)
        action = menu.addAction(session.names.entity(complaint))
        action.triggered.connect(partial(_open, session, complaint))


def _open(session: Session, complaint: Entity, *_: object) -> None:
    session.selection.select(complaint)


def _preview(session: Session, menu: QMenu, hits: Sequence[Hit], action: QAction) -> None:
    """Outline on the body what the highlighted row names; the rows below them name nothing."""
    row = menu.actions().index(action)
    if row >= len(hits):
        session.selection.preview(None)
    else:
        session.selection.preview(Entity(Kind.MUSCLE, hits[row].structure), hits[row].side)
