"""A column of facts about an exercise: headings, and lines of text behind their signs."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Part, Text, secondary
from anatomy_app.ui.theming import TEXT

Sign = Callable[[QPainter, QRectF], None]


class Signed(Part):
    """A line of text behind a sign."""

    def __init__(self, sign: Sign, text: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 0, 2)
        row.addWidget(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._sign(painter, QRectF(0, 2, 16, 16))
        painter.end()


class FactColumn(Part):
    """Headings with lines below them, made anew for each exercise."""

    def __init__(self, session: Session, follow: Callable[[str], None], gap: int = 0) -> None:
        super().__init__()
        self._session, self._follow = session, follow
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def head(self, text: str) -> None:
        """A heading."""
        label = secondary(self._session)
        label.setParent(self)
        label.show_html(f"<b>{escape(text)}</b>")
        if self._column.count():
            self._column.addSpacing(12)
        self._column.addWidget(label)

    def line(self, html: str, sign: Sign | None = None, *, size: int = TEXT) -> None:
        """A line of rich text, behind a sign if there is one."""
        text = Text(size) if size == TEXT else secondary(self._session)
        text.setParent(self)
        line: QWidget = text if sign is None else Signed(sign, text, self)
        text.linkActivated.connect(self._follow)
        text.show_html(self._session.names.masked(html))
        self._column.addWidget(line)
        line.show()

    def icon(self, name: str, role: str) -> Sign:
        """An icon in a colour of the theme."""

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_icon(painter, name, box, self._session.theme.colour(role))

        return paint

    def swatch(self, value: float) -> Sign:
        """A square in the colour in which the muscles are lit."""

        def paint(painter: QPainter, box: QRectF) -> None:
            theme = self._session.theme
            painter.setPen(theme.colour("ctl" if theme.contrast else "panel"))
            painter.setBrush(QColor.fromRgb(theme.activity_rgb(value)))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(QRectF(box.left() + 0.5, box.top() + 2.5, 12, 12), 2, 2)

        return paint
