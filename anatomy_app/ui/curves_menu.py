"""Menus over the curves: what to compare with, looping, and taking the curves along."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from anatomy_app.model.gait import Gait
from anatomy_app.model.kinds import StructureKind
from anatomy_app.model.strides import basis_at
from anatomy_app.state.comparison import Comparison
from anatomy_app.ui import words
from anatomy_app.ui.curve_tabs import ANGLES, FORCE, MUSCLE
from anatomy_app.ui.curves_motion import comparison
from anatomy_app.ui.curves_muscle import speeds_of
from anatomy_app.ui.session import Session

translate = words.translate
COMPARING = (MUSCLE, ANGLES, FORCE)


def fill_compare(menu: QMenu, session: Session) -> None:
    """What the shown curves can be compared with, the choice in force ticked."""
    menu.clear()
    wanted, tab = comparison(session), session.preferences.text("curves")
    _choice(menu, session, translate("Curves", "Nothing"), Comparison(), wanted)
    menu.addSeparator()
    for gait in Gait:
        if gait is not session.clock.stride.gait:
            _choice(menu, session, words.gait(gait), Comparison(gait=gait), wanted)
    _fill_speeds(menu.addMenu(translate("Curves", "Another speed")), session, wanted)
    if tab == MUSCLE:
        _fill_muscles(menu.addMenu(translate("Curves", "Other muscles")), session, wanted)


def _choice(
    menu: QMenu, session: Session, text: str, choice: Comparison, wanted: Comparison
) -> None:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(choice == wanted)
    action.triggered.connect(partial(_compare, session, choice))


def _compare(session: Session, choice: Comparison, *_: object) -> None:
    session.preferences.put("compare", str(choice))


def _fill_speeds(menu: QMenu, session: Session, wanted: Comparison) -> None:
    """The speeds at which the shown curves were measured or computed."""
    stride, tables = session.clock.stride, session.library.tables
    if session.preferences.text("curves") == MUSCLE:
        known = dict.fromkeys(speeds_of(session, session.selection.place.structure or ""), "")
    else:
        gait = stride.gait
        known = {
            row.speed: words.speed_basis(basis_at(tables, gait, row.speed))
            for row in tables.strides[gait]
        }
    others = {speed: basis for speed, basis in known.items() if speed != stride.speed}
    menu.setEnabled(bool(others) and (stride.gait is Gait.RUNNING))
    for speed, basis in others.items():
        text = translate("Curves", "{0:.1f} m/s").format(speed)
        text = f"{text}, {basis}" if basis else text
        _choice(menu, session, text, Comparison(speed=speed), wanted)


def _fill_muscles(menu: QMenu, session: Session, wanted: Comparison) -> None:
    """The muscles with a curve in this gait, by shelf."""
    index, selected = session.library.index, session.selection.place.structure
    for shelf, structures in index.shelves():
        known = [
            each
            for each in structures
            if session.structures[each].kind is StructureKind.MUSCLE
            and each != selected
            and session.activation(each).curve is not None
        ]
        sub = menu.addMenu(index.shelf_name(shelf)) if known else None
        for each in known:
            action = sub.addAction(session.name(each)) if sub is not None else None
            if action is not None:
                action.setCheckable(True)
                action.setChecked(each in wanted.muscles)
                action.triggered.connect(partial(_add, session, each))


def _add(session: Session, muscle: str, *_: object) -> None:
    session.preferences.put("compare", str(comparison(session).with_muscle(muscle)))


def open_curves_menu(parent: QWidget, session: Session, at: QPoint) -> None:
    """The menu of a right click, or of the menu key."""
    menu = QMenu(parent)
    menu.setAccessibleName(translate("Curves", "Curves"))
    menu.aboutToHide.connect(menu.deleteLater)
    window = parent.window()
    actions = getattr(window, "actions_by_id", {})
    if session.preferences.text("curves") in COMPARING:
        fill_compare(menu.addMenu(translate("Curves", "Compare with")), session)
        menu.addSeparator()
    for group in (
        ("loop_stage", "loop_from", "loop_to", "loop_off"),
        ("copy_curves", "save_curves"),
    ):
        for id_ in group:
            if id_ in actions:
                menu.addAction(actions[id_])
        menu.addSeparator()
    menu.popup(at)
