"""The first words of the panel: the stage now, and what the muscle does in it as sign and word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from anatomy_app.model.kinds import Contraction
from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui import words
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_rows import contraction_role
from anatomy_app.ui.theming import TEXT, font


class NowLine(QWidget):
    """One line such as "Now · Midstance · isometric", which elides at its end."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stage, self._side = "", ""
        self._contraction: Contraction | None = None
        self.setFixedHeight(24)

    def show_now(self, stage: str, side: str, contraction: Contraction | None) -> None:
        """Show the stage of the foot on that side, and the contraction if it is known."""
        self._stage, self._side, self._contraction = stage, side, contraction
        words_ = [self.tr("Now"), stage, side]
        words_ += [words.contraction(contraction)] if contraction else []
        self.setAccessibleName(", ".join(filter(None, words_)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TEXT, bold=True))
        x = self._write(painter, 0, self.tr("Now"), theme.colour("accent"))
        x = self._write(painter, x, " · ", theme.colour("ink2"))
        x = self._write(painter, x, self._stage, theme.colour("ink"))
        if self._side:
            x = self._write(painter, x, f" · {self._side}", theme.colour("ink2"))
        if self._contraction:
            x = self._write(painter, x, " · ", theme.colour("ink2"))
            colour = theme.colour(contraction_role(theme, self._contraction))
            paint_icon(painter, words.glyph(self._contraction), QRectF(x, 5, 14, 14), colour)
            word = words.contraction(self._contraction)
            if x + 20 + QFontMetricsF(painter.font()).horizontalAdvance(word) > self.width():
                word = word.partition(",")[0]
            self._write(painter, x + 20, word, colour)
        painter.end()

    def _write(self, painter: QPainter, x: float, text: str, colour: QColor) -> float:
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colour)
        room = max(self.width() - x, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, 0, room, 24), Qt.AlignmentFlag.AlignVCenter, shown)
        return x + metrics.horizontalAdvance(text)
