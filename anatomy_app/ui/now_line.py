"""The first words of the panel: the stage now, and what the muscle does in it as sign and words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from anatomy_app.model.doing import Doing
from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui import words
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

ROW = 24
SIGN = 20  # pixels that the sign takes before its words


class NowLine(QWidget):
    """Three lines: "Now · Midstance", "lengthening while active: braking", and what was computed.

    The third is there for muscles whose length is known. What has no room elides at its end.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stage, self._side = "", ""
        self._doing = Doing()
        self._told: tuple[str, ...] = ("",)
        self._evidence = ""
        self.setFixedHeight(2 * ROW)

    def show_now(self, stage: str, side: str, doing: Doing) -> None:
        """Show the stage of the foot on that side, and what the structure does if it is known."""
        told, evidence = words.doing(doing), words.evidence(doing)
        if (stage, side, told, evidence) == (
            self._stage, self._side, self._told, self._evidence
        ):  # fmt: skip
            return
        self._stage, self._side, self._doing = stage, side, doing
        self._told, self._evidence = told, evidence
        height = (3 if evidence else 2) * ROW
        if height != self.height():
            self.setFixedHeight(height)
        self.setAccessibleName(
            ", ".join(filter(None, (self.tr("Now"), stage, side, told[0], evidence)))
        )
        self.setToolTip(self._term())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TEXT, bold=True))
        x = self._write(painter, 0, 0, self.tr("Now"), theme.colour("accent"))
        x = self._write(painter, x, 0, " · ", theme.colour("ink2"))
        x = self._write(painter, x, 0, self._stage, theme.colour("ink"))
        if self._side:
            self._write(painter, x, 0, f" · {self._side}", theme.colour("ink2"))
        self._paint_doing(painter)
        painter.setFont(font(SMALL))
        self._write(painter, 0, 2 * ROW - 3, self._evidence, theme.colour("ink2"))
        painter.end()

    def _paint_doing(self, painter: QPainter) -> None:
        if not self._told[0]:
            return
        sign = words.change_glyph(self._doing)
        colour = self._session.theme.colour(sign)
        paint_icon(painter, sign, QRectF(0, ROW + 5, 14, 14), colour)
        metrics, room = QFontMetricsF(painter.font()), self.width() - SIGN
        fitting = (text for text in self._told if metrics.horizontalAdvance(text) <= room)
        self._write(painter, SIGN, ROW, next(fitting, self._told[-1]), colour)

    def _term(self) -> str:
        """The field's word, where the stage table has one, and what computed means."""
        role = self._doing.contraction
        term = words.contraction(role).capitalize() + "." if role else ""
        computed = self.tr("Computed from the muscle's path: muscle and tendon together.")
        return f"{term} {computed}".strip() if self._evidence else term

    def _write(self, painter: QPainter, x: float, y: float, text: str, colour: QColor) -> float:
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colour)
        room = max(self.width() - x, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, y, room, ROW), Qt.AlignmentFlag.AlignVCenter, shown)
        return x + metrics.horizontalAdvance(text)
