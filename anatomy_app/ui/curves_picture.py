"""The curves as a picture for slides: twice the size, with a title and its sources."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from anatomy_app.ui.curves_export import headline, sources
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font
from anatomy_app.ui.timeline_view import TimelineView
from anatomy_app.ui.words import translate

RATIO, HEAD, FOOT, MARGIN = 2, 28, 40, 16


def curves_picture(session: Session, timeline: TimelineView) -> QImage:
    """What lies right of the tabs, with the words that it needs away from the program."""
    left = timeline.tabs.wide
    size = QSize(timeline.width() - left, HEAD + timeline.height() + FOOT)
    image = QImage(size * RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.fill(session.theme.colour("panel"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_words(painter, session, size)
    painter.translate(-left, HEAD)
    timeline.paint_still(painter)
    timeline.paint_moving(painter)
    page = timeline.pages.shown
    if page is not None:
        page.render(painter, page.pos())
    painter.end()
    return image


def _paint_words(painter: QPainter, session: Session, size: QSize) -> None:
    tab, wide = session.preferences.text("curves"), size.width() - 2 * MARGIN
    what, stride, *_ = headline(session, tab)
    painter.setFont(font(TEXT, bold=True))
    painter.setPen(session.theme.colour("ink"))
    painter.drawText(
        QRectF(MARGIN, 4, wide, HEAD), Qt.AlignmentFlag.AlignVCenter, f"{what} · {stride}"
    )
    painter.setFont(font(SMALL))
    painter.setPen(session.theme.colour("ink2"))
    told = translate("Curves", "Sources: {0}").format("; ".join(sources(session, tab)))
    box = QRectF(MARGIN, size.height() - FOOT, wide, FOOT - 4)
    painter.drawText(box, Qt.TextFlag.TextWordWrap, told)
