"""The look of the rows of the muscle list: ground, name, and a bar of the activity now."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from anatomy_app.model.kinds import Basis
from anatomy_app.paint.hatch import hatch_brush
from anatomy_app.ui.session import Session

BAR = QSize(40, 8)
EDGE = 11  # pixels between the bars and the right edge


class Row(NamedTuple):
    """A row on screen; `structure` is what its bar tells of, if it has one."""

    box: QRect
    structure: str | None
    chosen: bool
    hovered: bool
    ringed: bool

    @property
    def bar(self) -> QRectF:
        """Where a full bar lies."""
        left = self.box.right() - BAR.width() - EDGE
        return QRectF(left, self.box.top() + 10, BAR.width(), BAR.height())


class RowBars:
    """Paints all of a row but its name, and remembers the rows: an instant changes only bars.

    Asking Qt for every row again would take longer than painting the bars.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: list[Row] = []

    def forget(self) -> None:
        """The rows are painted anew, or lie elsewhere now."""
        self._rows.clear()

    def keep(self, row: Row) -> None:
        """A row is on screen."""
        self._rows.append(row)

    def repaint(self, painter: QPainter, ratio: float) -> bool:
        """Paint the bars of the rows on screen, if they are known."""
        for row in self._rows:
            self.paint_ground(painter, row)
            self.paint(painter, row, ratio)
        return bool(self._rows)

    def paint_ground(self, painter: QPainter, row: Row) -> None:
        """What lies under name and bar of a row that is chosen or pointed at."""
        theme = self._session.theme
        if row.chosen:
            painter.fillRect(row.box, theme.colour("tint"))
            painter.fillRect(QRect(0, row.box.top(), 3, row.box.height()), theme.colour("accent"))
        elif row.hovered:
            painter.fillRect(row.box, theme.colour("sunk"))

    def paint(self, painter: QPainter, row: Row, ratio: float) -> None:
        """Bar, and the ring of the focus."""
        if row.structure is not None:
            self._paint_bar(painter, row.bar, row.structure, ratio)
        if row.ringed:
            painter.setPen(QPen(self._session.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.box.adjusted(1, 1, -2, -1))

    def _paint_bar(self, painter: QPainter, box: QRectF, structure: str, ratio: float) -> None:
        """A filled bar for measured, a hollow one for simulated, a hatched one for no data."""
        theme, value = self._session.theme, self._session.value(structure)
        if value is None:
            painter.fillRect(box, theme.colour("no_data"))
            painter.fillRect(box, hatch_brush(theme, ratio))
            return
        width = max(box.width() * min(value, 1.0), 2)
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        bar = QRectF(box.left(), box.top(), width, box.height())
        if self._session.activation(structure).kind is Basis.SIMULATED:
            painter.setPen(QPen(theme.colour("ink2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.75, 0.75, -0.75, -0.75))
        else:
            painter.fillRect(bar, QColor.fromRgb(theme.activity_rgb(value)))
