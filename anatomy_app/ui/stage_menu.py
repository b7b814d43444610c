"""Everything under a point of the body, from the surface to the bone, as a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.regions import Hit
from anatomy_app.ui.label_buttons import add_hiding
from anatomy_app.ui.session import Session

Beneath = tuple[tuple[str, Side], ...]
Pick = Callable[[str, Side, Beneath], None]

translate = QCoreApplication.translate


def open_menu(
    parent: QWidget, session: Session, hits: Sequence[Hit], at: QPoint, pick: Pick
) -> None:
    """Open the menu at a point of the screen; the entry that is chosen goes to `pick`."""
    menu = QMenu(parent)
    menu.setAccessibleName(translate("StageMenu", "Everything under the pointer"))
    menu.aboutToHide.connect(menu.deleteLater)
    beneath = tuple((hit.structure, hit.side) for hit in hits)
    for hit in hits:
        name = session.region_name(hit.structure, hit.side)
        action = menu.addAction(translate("StageMenu", "{0}   layer {1}").format(name, hit.layer))
        action.triggered.connect(partial(pick, hit.structure, hit.side, beneath))
    top = session.library.structure_of_region(hits[0].structure)
    if top is not None:
        menu.addSeparator()
        add_hiding(menu, session, top)
    menu.hovered.connect(partial(_preview, session, menu, hits))
    menu.aboutToHide.connect(partial(session.selection.preview, None))
    menu.popup(at)


def _preview(session: Session, menu: QMenu, hits: Sequence[Hit], action: QAction) -> None:
    """Outline on the body what the highlighted row names; the rows below them name nothing."""
    row = menu.actions().index(action)
    if row >= len(hits):
        session.selection.preview(None)
    else:
        session.selection.preview(Entity(Kind.MUSCLE, hits[row].structure), hits[row].side)
