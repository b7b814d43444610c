"""The muscle list with its heading and its filter."""

from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from anatomy_app.ui.muscle_model import ShelfModel
from anatomy_app.ui.muscle_tree import MuscleTree
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import secondary
from anatomy_app.ui.theming import SMALL, TEXT, font


class MuscleList(QWidget):
    """The list with its heading and filter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ShelfModel(session)
        self.tree = MuscleTree(session, self.model)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter muscles"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedHeight(28)
        self.filter.textChanged.connect(self._filtered)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 40, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        self.nothing = secondary(session)
        self.nothing.setContentsMargins(16, 8, 16, 0)
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        self._restore()
        session.selection.changed.connect(self.tree.show_place)
        session.clock.moved.connect(self.tree.update_bars)
        for signal in (session.clock.stride_changed, session.themes.changed):
            signal.connect(self._instant_changed)
        session.preferences.changed.connect(self._instant_changed)

    def _restore(self) -> None:
        wanted = self._session.preferences.text("open_groups").split(",")
        for row, (shelf, _) in enumerate(self.model.folded):
            if shelf in wanted:
                self.tree.expand(self.tree.proxy.mapFromSource(self.model.index(row, 0)))
        self.tree.show_place(self._session.selection.place)
        self.tree.expanded.connect(self._remember)
        self.tree.collapsed.connect(self._remember)

    def _remember(self, *_: object) -> None:
        if self.filter.text():
            return
        open_ = [
            shelf
            for row, (shelf, _) in enumerate(self.model.folded)
            if self.tree.isExpanded(self.tree.proxy.mapFromSource(self.model.index(row, 0)))
        ]
        self._session.preferences.put("open_groups", ",".join(open_))

    def _filtered(self, text: str) -> None:
        self.tree.proxy.setFilterFixedString(text.strip())
        self._say_nothing(text.strip())
        if text.strip():
            self.tree.expandAll()
        else:
            self.tree.collapseAll()
            self._restore_open()
        self.tree.show_place(self._session.selection.place)

    def _say_nothing(self, text: str) -> None:
        """An empty list says why, and where else to look."""
        empty = self.tree.proxy.rowCount() == 0
        words = self.tr("No muscle is called “{0}”. The search above knows more words.")
        self.nothing.show_html(escape(words.format(text[:40])) if empty else "")
        self.nothing.setVisible(empty)

    def _restore_open(self) -> None:
        wanted = self._session.preferences.text("open_groups").split(",")
        for row, (shelf, _) in enumerate(self.model.folded):
            index = self.tree.proxy.mapFromSource(self.model.index(row, 0))
            self.tree.setExpanded(index, shelf in wanted)

    def _instant_changed(self, *_: object) -> None:
        self.tree.viewport().update()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setFont(font(TEXT, bold=True))
        painter.setPen(theme.colour("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(16, 8, 120, 32), middle, self.tr("Muscles"))
        painter.setFont(font(SMALL))
        painter.setPen(theme.colour("ink2"))
        box = QRectF(self.width() - 76, 8, 60, 32)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self.tr("now"))
        painter.end()
