"""The words of the stage: the ground and the captions under the views."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from anatomy_app.model.drawing import View
from anatomy_app.model.geometry import Viewport
from anatomy_app.ui import words
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_layout import CAPTION, GAP, MARGIN, Plan
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.words import translate

APART = 16.0  # pixels between two captions, at least


def paint_words(
    painter: QPainter,
    session: Session,
    plan: Plan,
    eye: Viewport,
    area: QRectF,
    left_out: Callable[[View], int],
) -> None:
    """The line of the ground and a caption under each view that stands on it.

    `area` is the part of the stage above its toolbar; `left_out` tells how many names of a view
    have no room.
    """
    theme = session.theme
    painter.setPen(QPen(theme.colour("line"), theme.hairline))
    _, ground = eye.to_pixel(0.0, plan.ground)
    for y in (min(ground, area.bottom()), area.bottom()):
        painter.drawLine(QPointF(MARGIN, y + 0.5), QPointF(area.width() - MARGIN, y + 0.5))
    painter.setPen(theme.colour("ink2"))
    painter.setFont(font(SMALL))
    for view, place in plan.places.items():
        if ground + CAPTION > area.bottom() + 1:
            break  # enlarged, the toolbar lies there
        x, _ = eye.to_pixel(place.centre, 0.0)
        beside = min(place.centre - place.left, place.left + place.width - place.centre)
        room = 2 * beside + GAP - APART
        text = caption(session, view, left_out(view))
        if painter.fontMetrics().horizontalAdvance(text) > room:
            text = caption(session, view, left_out(view), short=True)
        box = QRectF(x - room / 2, ground + 4, room, CAPTION - 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def caption(session: Session, view: View, left_out: int = 0, *, short: bool = False) -> str:
    """The view and its layer, and how many names have no room."""
    wanted = int(session.preferences.number("layer"))
    number, text = min(wanted, session.library.layers(view)), words.view(view)
    if number > 1:
        text = translate("Stage", "{0}, layer {1}").format(text, number)
    if not left_out:
        return text
    more = translate("Stage", "{0} · {1} more when enlarged")
    return (translate("Stage", "{0} · +{1}") if short else more).format(text, left_out)
