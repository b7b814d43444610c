"""The left of Train: filters to choose, several at once, and pages to read."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui.fitting import elided, fitted
from anatomy_app.ui.keyboard import PRESSABLE
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font
from anatomy_app.ui.train_model import FilterModel, Index
from anatomy_app.ui.train_rows import Row

ROW, HEAD, EDGE = 28, 32, 16
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FilterDelegate(QStyledItemDelegate):
    """Paints headings, and rows with their counts."""

    def __init__(self, session: Session, view: "FilterTree") -> None:
        super().__init__(view)
        self._session, self._view = session, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW if index.parent().isValid() else HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, row, theme = QRect(option.rect), self._view.filters.row_of(index), self._session.theme
        box.setLeft(0)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row is None:
            self._paint_heading(painter, box, index)
        else:
            self._paint_row(painter, box, row, hovered=hovered)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.focus_visible:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -1))

    def _paint_heading(self, painter: QPainter, box: QRect, index: Index) -> None:
        theme, filters = self._session.theme, self._view.filters
        section, folded = filters.section_of(index), not self._view.isExpanded(index)
        chosen = filters.chosen_in(section) if folded else 0
        text = f"{section.text} · {chosen}" if chosen else section.text
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(theme.colour("accent" if chosen else "ink2"))
        line = box.adjusted(EDGE, 4, -EDGE, 0)
        painter.drawText(line, MIDDLE, text)
        sign = QRectF(box.right() - EDGE - 12, line.center().y() - 6, 14, 14)
        paint_icon(painter, "right" if folded else "down", sign, theme.colour("ctl"))

    def _paint_row(self, painter: QPainter, box: QRect, row: Row, *, hovered: bool) -> None:
        theme, filters = self._session.theme, self._view.filters
        chosen, count = filters.is_chosen(row), filters.count(row)
        if chosen:
            painter.fillRect(box, theme.colour("tint"))
            painter.fillRect(QRect(0, box.top(), 3, box.height()), theme.colour("accent"))
        elif hovered:
            painter.fillRect(box, theme.colour("sunk"))
        dim = count == 0 and not chosen
        ink = "off" if dim else "ink" if row.is_filter or row.page else "accent"
        painter.setFont(font(TEXT, bold=chosen))
        painter.setPen(theme.colour(ink))
        room = box.width() - 2 * EDGE - (34 if count is not None else 0)
        is_muscle = row.key.startswith("muscle:")
        text = fitted(row.text, painter.font(), room) if is_muscle else row.text.partition(" (")[0]
        line = QRect(EDGE, box.top(), room, ROW)
        painter.drawText(line, MIDDLE, elided(text, painter, room))
        if count is not None:
            painter.setFont(font(SMALL))
            painter.setPen(theme.colour("off" if dim else "ink2"))
            right = box.adjusted(0, 0, -EDGE, 0)
            painter.drawText(right, MIDDLE | Qt.AlignmentFlag.AlignRight, str(count))


class FilterTree(QTreeView):
    """The rows. A press chooses a filter or leaves it; headings fold."""

    def __init__(self, session: Session, filters: FilterModel) -> None:
        super().__init__()
        self._session, self.filters = session, filters
        self.focus_visible = False
        self._key = ""  # of the row that is marked
        self.setModel(filters)
        self.setItemDelegate(FilterDelegate(session, self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Filters"))
        self.setProperty(PRESSABLE, True)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._unfold()
        filters.renewed.connect(self._renewed)
        filters.list.changed.connect(self.viewport().update)
        self.expanded.connect(self._remember)
        self.collapsed.connect(self._remember)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Remember which row is marked: rows may be made anew."""
        super().currentChanged(current, previous)
        row = self.filters.row_of(current)
        if row is not None:
            self._key = row.key

    def _renewed(self) -> None:
        """The same sections open, the same row marked, the same place of the scroll bar."""
        at, key = self.verticalScrollBar().value(), self._key
        self._unfold()
        self._mark(self.filters.index_of(key))
        self.verticalScrollBar().setValue(at)

    def _mark(self, index: QModelIndex) -> None:
        if index.isValid():
            only_mark = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, only_mark)

    def _unfold(self) -> None:
        open_ = self._session.preferences.text("train_sections").split(",")
        self.blockSignals(True)
        for row, section in enumerate(self.filters.sections):
            self.setExpanded(self.filters.index(row, 0), section.id in open_)
        self.blockSignals(False)

    def _remember(self, *_: object) -> None:
        open_ = [
            section.id
            for row, section in enumerate(self.filters.sections)
            if self.isExpanded(self.filters.index(row, 0))
        ]
        self._session.preferences.put("train_sections", ",".join(open_))

    def _activate(self, index: QModelIndex) -> None:
        row = self.filters.row_of(index)
        if row is not None:
            self.filters.activate(row)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()  # the side buttons of a mouse belong to the window
            return
        self.focus_visible = False
        index = self.indexAt(event.position().toPoint())
        self._mark(index)
        self._activate(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who arrives by Tab sees a row marked, which is not yet a choice."""
        reason = Qt.FocusReason
        self.focus_visible = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        super().focusInEvent(event)
        if self.focus_visible and not self.currentIndex().isValid():
            self._mark(self.filters.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.focus_visible = True
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys:
            self._activate(self.currentIndex())
            return
        super().keyPressEvent(event)
