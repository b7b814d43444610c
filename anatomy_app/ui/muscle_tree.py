"""The rows of the muscle list: chevron, name, and a bar of the activity now."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.kinds import StructureKind
from anatomy_app.paint.icons import paint_icon
from anatomy_app.state.selection import Place
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.list_rows import BAR, EDGE, Row, RowBars
from anatomy_app.ui.muscle_model import Index, ShelfModel
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import TEXT, font

ROW = 28


class RowDelegate(QStyledItemDelegate):
    """Paints a row: chevron, name, bar."""

    def __init__(self, session: Session, view: "MuscleTree") -> None:
        super().__init__(view)
        self._session, self._view = session, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, bars = self._row(option, index), self._view.bars
        bars.paint_ground(painter, row)
        self._paint_name(painter, row.box, index, row.chosen, row.structure is not None)
        bars.paint(painter, row, self._view.devicePixelRatioF())
        bars.keep(row)

    def _row(self, option: QStyleOptionViewItem, index: Index) -> Row:
        state, flag, box = option.state, QStyle.StateFlag, QRect(option.rect)
        box.setLeft(0)
        return Row(
            box,
            self._with_bar(index),
            bool(state & flag.State_Selected),
            bool(state & flag.State_MouseOver),
            bool(state & flag.State_HasFocus) and self._view.focus_visible,
        )

    def _paint_name(
        self, painter: QPainter, box: QRect, index: Index, chosen: bool, with_bar: bool
    ) -> None:
        theme = self._session.theme
        child = index.parent().isValid()
        left = 32 if child else 26
        if not child and self._view.model().rowCount(index):
            name = "down" if self._view.isExpanded(index) else "right"
            paint_icon(painter, name, QRectF(8, box.top() + 7, 14, 14), theme.colour("ctl"))
        painter.setFont(font(TEXT, bold=chosen))
        painter.setPen(theme.colour("ink"))
        room = box.width() - left - (BAR.width() + 20 if with_bar else 8)
        text = fitted(str(index.data()), painter.font(), room)
        painter.drawText(QRect(left, box.top(), room, ROW), Qt.AlignmentFlag.AlignVCenter, text)

    def _with_bar(self, index: Index) -> str | None:
        """The structure of a row that can be active: not a tendon, a fascia or a bare heading."""
        structure = self._view.structure_of(index)
        entry = self._session.structures[structure] if structure else None
        passive = entry is None or entry.is_passive or entry.kind is StructureKind.CONCEPT
        return None if passive else structure


class MuscleTree(QTreeView):
    """The rows. They keep their order while scrubbing."""

    def __init__(self, session: Session, model: ShelfModel) -> None:
        super().__init__()
        self._session, self._source = session, model
        self._showing = False
        self.focus_visible = False
        self.bars = RowBars(session)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(model)
        self.proxy.setRecursiveFilteringEnabled(True)
        self.proxy.setAutoAcceptChildRows(True)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.proxy)
        self.setItemDelegate(RowDelegate(session, self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Muscles"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def update_bars(self) -> None:
        """Another instant of the stride: names stay as they are."""
        self.viewport().update(self._bars())

    def _bars(self) -> QRect:
        box = self.viewport().rect()
        box.setLeft(box.right() - BAR.width() - EDGE - 2)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where only bars change, as at every instant, only bars are painted."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._session.theme.colour("panel"))
        only = self._bars().contains(event.rect())
        done = only and self.bars.repaint(painter, self.devicePixelRatioF())
        painter.end()
        if done:
            return
        self.bars.forget()
        super().paintEvent(event)
        if not event.rect().contains(self._bars()):
            self.bars.forget()  # the other rows were not asked for

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt moves the picture of the rows: they lie elsewhere now."""
        self.bars.forget()
        super().scrollContentsBy(dx, dy)

    def structure_of(self, index: Index) -> str | None:
        """The structure of a row of the filtered list."""
        return self._source.structure_of(self.proxy.mapToSource(index))

    def show_place(self, place: Place) -> None:
        """Mark the selected structure; its shelf opens."""
        index = QModelIndex()
        if place.structure is not None:
            index = self.proxy.mapFromSource(self._source.index_of(place.structure))
        self._showing = True
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        self._showing = False

    def _current_changed(self, index: Index, *_: object) -> None:
        structure = self.structure_of(index) if index.isValid() else None
        if self._showing or structure is None:
            return
        if self._session.selection.place.structure != structure:
            entity = Entity(Kind.MUSCLE, structure)
            self._session.selection.select(entity, self._side(structure), sought=True)

    def _enter(self, index: Index) -> None:
        """Choose a row that is only marked so far; one that is chosen opens or closes."""
        chosen = self._session.selection.place.structure
        if index.isValid() and self.structure_of(index) not in (None, chosen):
            self._current_changed(index)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _side(self, structure: str) -> Side | None:
        """The list means both sides of a pair."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()  # the side buttons of a mouse belong to the window
            return
        self.focus_visible = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.parent().isValid():
            open_ = self.isExpanded(index)
            if event.position().x() < 28 or self.structure_of(index) is None or not open_:
                self.setExpanded(index, not open_)
            if event.position().x() < 28:
                return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who arrives by Tab sees a row marked, which is not yet a choice."""
        reason = Qt.FocusReason
        self.focus_visible = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        self._showing = True
        super().focusInEvent(event)
        if self.focus_visible and not self.currentIndex().isValid():
            only_mark = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.proxy.index(0, 0), only_mark)
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.focus_visible = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
            return
        if event.key() is Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)
