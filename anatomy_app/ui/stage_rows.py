"""Stage by stage: one row a stage with its contraction as glyph and word; a click goes there."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from anatomy_app.model.anatomy import Contraction, StageRole
from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.theme import Theme
from anatomy_app.ui import words
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font

ROW = 22
WORD, GLYPH = 84, 24


def contraction_role(theme: Theme, contraction: Contraction) -> str:
    """The colour role of a contraction's sign."""
    glyph = words.glyph(contraction)
    return glyph if glyph in ("eccentric", "isometric", "concentric") else "low"


class StageRow(QAbstractButton):
    """What the structure does in one stage."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._role = StageRole()
        self.current = False
        self.setFont(font(SMALL))
        self.setFixedHeight(ROW)
        self.setMinimumWidth(1)  # the brief elides: it never widens the panel
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_role(self, stage: str, role: StageRole) -> None:
        """Show a stage's role."""
        masked = self._session.names.masked
        role = replace(role, role=masked(role.role), brief=masked(role.brief))
        self._role = role
        self.setText(stage)
        contraction = words.contraction(role.contraction) if role.contraction else ""
        said = ": ".join(
            part for part in (stage, ", ".join(filter(None, (contraction, role.brief)))) if part
        )
        self.setAccessibleName(said)
        self.setToolTip(role.role)
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark the stage that holds the instant."""
        if current != self.current:
            self.current = current
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint" if self.current else "sunk"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(SMALL, bold=self.current))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(8, 0, WORD, ROW), middle, self.text())
        painter.setFont(font(SMALL))
        if self._role.contraction:
            colour = theme.colour(contraction_role(theme, self._role.contraction))
            name = words.glyph(self._role.contraction)
            paint_icon(painter, name, QRectF(8 + WORD, ROW / 2 - 7, 14, 14), colour)
        room = self.width() - WORD - GLYPH - 20
        brief = QFontMetricsF(painter.font()).elidedText(
            self._role.brief, Qt.TextElideMode.ElideRight, room
        )
        painter.setPen(theme.colour("ink" if self.current else "ink2"))
        painter.drawText(QRectF(16 + WORD + GLYPH - 8, 0, room, ROW), middle, brief)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme, 4)
        painter.end()


class StageRows(QWidget):
    """The seven stages of a foot."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, StageRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.setAccessibleName(self.tr("Stage by stage"))

    def show_roles(self, roles: dict[str, StageRole], names: dict[str, str]) -> None:
        """Show the roles of a structure, in the order of the stages."""
        for stage, name in names.items():
            if stage not in self._rows:
                row = StageRow(self._session, self)
                row.clicked.connect(partial(self._choose, stage))
                self.layout().addWidget(row)  # type: ignore[union-attr]
                self._rows[stage] = row
            self._rows[stage].show_role(name, roles.get(stage, StageRole()))

    def set_current(self, stage: str) -> None:
        """Mark the stage that holds the instant."""
        for name, row in self._rows.items():
            row.set_current(name == stage)

    def _choose(self, stage: str, *_: object) -> None:
        self.chosen.emit(stage)
