"""The muscle list: shelves and their structures, each with a bar of its activity now."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from anatomy_app.model.anatomy import Basis
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.paint.hatch import hatch_brush
from anatomy_app.paint.icons import paint_icon
from anatomy_app.state.selection import Place
from anatomy_app.ui import words
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

ROW, BAR = 28, QSize(40, 8)
ID = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractItemModel):
    """Shelves at the top; below each its structures. A shelf's own group is the shelf itself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shelves = session.library.index.shelves()
        self.folded = self._fold()

    def _fold(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple(
            (shelf, tuple(id_ for id_ in ids if id_ != shelf)) for shelf, ids in self._shelves
        )

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own signature)
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        shelf = index.internalId() if index.isValid() else 0
        return self.createIndex(int(shelf) - 1, 0, 0) if shelf else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.folded)
        return 0 if parent.internalId() else len(self.folded[parent.row()][1])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def id_of(self, index: Index) -> str:
        """The shelf or structure of a row."""
        shelf = int(index.internalId())
        return self.folded[shelf - 1][1][index.row()] if shelf else self.folded[index.row()][0]

    def structure_of(self, index: Index) -> str | None:
        """The structure of a row; a shelf is one if a group has its name."""
        id_ = self.id_of(index)
        return id_ if id_ in self._session.structures else None

    def index_of(self, structure: str) -> QModelIndex:
        """The row of a structure."""
        for row, (shelf, ids) in enumerate(self.folded):
            if structure == shelf:
                return self.index(row, 0)
            if structure in ids:
                return self.index(ids.index(structure), 0, self.index(row, 0))
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        id_ = self.id_of(index)
        if role == Qt.ItemDataRole.DisplayRole:
            is_shelf = not index.internalId()
            library = self._session.library.index
            return library.shelf_name(id_) if is_shelf else library.name(id_)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            structure = self.structure_of(index)
            return words.percent(self._session.value(structure)) if structure else ""
        return id_ if role == ID else None


class RowDelegate(QStyledItemDelegate):
    """Paints a row: chevron, name, bar."""

    def __init__(self, session: Session, view: "MuscleTree") -> None:
        super().__init__(view)
        self._session, self._view = session, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._session.theme
        state, box = option.state, QRect(option.rect)  # type: ignore[attr-defined]
        box.setLeft(0)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, box, chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        child = index.parent().isValid()
        left = 32 if child else 26
        if not child and self._view.model().rowCount(index):
            name = "down" if self._view.isExpanded(index) else "right"
            paint_icon(painter, name, QRectF(8, box.top() + 7, 14, 14), theme.colour("ctl"))
        painter.setFont(font(TEXT, bold=chosen))
        painter.setPen(theme.colour("ink"))
        room = box.width() - left - BAR.width() - 20
        text = fitted(str(index.data()), painter.font(), room)
        painter.drawText(QRect(left, box.top(), room, ROW), Qt.AlignmentFlag.AlignVCenter, text)
        structure = self._view.structure_of(index)
        bar = QRectF(box.right() - BAR.width() - 11, box.top() + 10, BAR.width(), BAR.height())
        if structure is not None:
            self.paint_bar(painter, bar, structure)
        if state & QStyle.StateFlag.State_HasFocus and self._view.focus_visible:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -1))

    def _ground(self, painter: QPainter, box: QRect, chosen: bool, hovered: bool) -> None:
        theme = self._session.theme
        if chosen:
            painter.fillRect(box, theme.colour("tint"))
            painter.fillRect(QRect(0, box.top(), 3, box.height()), theme.colour("accent"))
        elif hovered:
            painter.fillRect(box, theme.colour("sunk"))

    def paint_bar(self, painter: QPainter, box: QRectF, structure: str) -> None:
        """A filled bar for measured, a hollow one for simulated, a hatched one for no data."""
        theme, value = self._session.theme, self._session.value(structure)
        if value is None:
            painter.fillRect(box, theme.colour("no_data"))
            painter.fillRect(box, hatch_brush(theme, self._view.devicePixelRatioF()))
            return
        width = max(box.width() * min(value, 1.0), 2)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))
        bar = QRectF(box.left(), box.top(), width, box.height())
        if self._session.activation(structure).kind is Basis.SIMULATED:
            painter.setPen(QPen(theme.colour("ink2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.75, 0.75, -0.75, -0.75))
        else:
            painter.fillRect(bar, QColor.fromRgb(theme.activity_rgb(value)))


class MuscleTree(QTreeView):
    """The rows. They keep their order while scrubbing."""

    def __init__(self, session: Session, model: ShelfModel) -> None:
        super().__init__()
        self._session, self._source = session, model
        self._showing = False
        self.focus_visible = False
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
        self.setAccessibleName(self.tr("Muscles"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._current_changed)

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
            self._session.selection.select(Entity(Kind.MUSCLE, structure), self._side(structure))

    def _side(self, structure: str) -> Side | None:
        """The list means both sides of a pair."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.focus_visible = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.parent().isValid():
            open_ = self.isExpanded(index)
            if event.position().x() < 28 or self.structure_of(index) is None or not open_:
                self.setExpanded(index, not open_)
            if event.position().x() < 28:
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.focus_visible = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            return
        if event.key() is Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)


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
        column.addWidget(self.tree, 1)
        self._restore()
        session.selection.changed.connect(self.tree.show_place)
        session.clock.moved.connect(self._instant_changed)
        for signal in (session.clock.stride_changed, session.themes.changed):
            signal.connect(self._instant_changed)
        session.preferences.changed.connect(self._instant_changed)

    def _restore(self) -> None:
        wanted = self._session.preferences.text("open_groups").split(",")
        for row, (shelf, _) in enumerate(self.model.folded):
            if shelf in wanted:
                self.tree.expand(self.tree.proxy.mapFromSource(self.model.index(row, 0)))
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
        if text.strip():
            self.tree.expandAll()
        else:
            self.tree.collapseAll()
            self._restore_open()
        self.tree.show_place(self._session.selection.place)

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
