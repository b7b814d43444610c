"""The drop-down under the search field. It never takes the focus: the field keeps the keys."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from anatomy_app.ui.search_rows import HEADING, ROW, WIDTH, Row, RowPainter, Rows
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

FOOT, TALLEST = 36, 560


class Drop(QFrame):
    """The drop-down with the hits. It never takes the focus: the field keeps the keys."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.rows = Rows()
        self.list = QListView()
        self.list.setModel(self.rows)
        self._delegate = RowPainter(session, self.rows)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.message = ""
        self._foot = ("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, FOOT)
        column.addWidget(self.list)
        self.hide()

    def show_rows(self, rows: list[Row], found: int, message: str) -> None:
        """Show hits, or a message if there are none."""
        self.message = message
        self.rows.show_rows(rows)
        self.list.setVisible(bool(rows))
        shown = sum(row.entity is not None for row in rows)
        count = self.tr("{0} of {1} results").format(shown, found) if rows else ""
        keys = self.tr("↑ ↓ choose · Enter open · Tab next kind")
        self._foot = (count, keys)
        tall = sum(HEADING if row.is_heading else ROW for row in rows) + FOOT + 8
        limit = min(TALLEST, self.window().height() - self.y() - 16)
        self.resize(WIDTH, min(tall, limit) if rows else 96)
        self.setAccessibleDescription(message or count)
        self.move_to(next((i for i, row in enumerate(rows) if not row.is_heading), -1))
        self.raise_()
        self.show()
        self.update()

    @property
    def current(self) -> int:
        """The chosen row, or -1."""
        return self.list.currentIndex().row()

    def move_to(self, row: int) -> None:
        """Choose a row."""
        if row >= 0:
            self.list.setCurrentIndex(self.rows.index(row))

    def step(self, by: int) -> None:
        """Choose the next or previous hit, past headings."""
        row = self.current + by
        while 0 <= row < len(self.rows.rows) and self.rows.rows[row].is_heading:
            row += by
        if 0 <= row < len(self.rows.rows):
            self.move_to(row)

    def next_kind(self) -> None:
        """Choose the first hit of the next kind, from the last the first."""
        rows = self.rows.rows
        heads = [i + 1 for i, row in enumerate(rows) if row.is_heading]
        later = [i for i in heads if i > self.current]
        self.move_to((later or heads or [-1])[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ctl"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.message:
            painter.setFont(font(TEXT))
            painter.setPen(theme.colour("ink"))
            box = self.rect().adjusted(16, 8, -16, -8)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, self.message)
        elif self.rows.rows:
            self._paint_foot(painter)
        painter.end()

    def _paint_foot(self, painter: QPainter) -> None:
        theme, top = self._session.theme, self.height() - FOOT
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(1, top, self.width() - 2, top)
        painter.setFont(font(SMALL))
        painter.setPen(theme.colour("ink2"))
        box = QRect(16, top, self.width() - 32, FOOT)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._foot[0])
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, right, self._foot[1])
