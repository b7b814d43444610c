"""The muscle list as a model: shelves at the top, their structures below."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from anatomy_app.ui.session import Session

ID = Qt.ItemDataRole.UserRole
_TOLD = Qt.ItemDataRole.AccessibleDescriptionRole
Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractItemModel):
    """Shelves at the top; below each its structures. A shelf's own group is the shelf itself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shelves = session.library.index.shelves()
        self.folded = self._fold()
        session.names.changed.connect(self._renamed)

    def _renamed(self) -> None:
        """Every row may be called otherwise now."""
        role = [Qt.ItemDataRole.DisplayRole]
        for row, (_, ids) in enumerate(self.folded):
            shelf = self.index(row, 0)
            self.dataChanged.emit(shelf, shelf, role)
            if ids:
                last = self.index(len(ids) - 1, 0, shelf)
                self.dataChanged.emit(self.index(0, 0, shelf), last, role)

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
            names = self._session.names
            return names.of(id_) if index.internalId() else names.shelf(id_)
        if role == _TOLD:
            structure = self.structure_of(index)
            return self._session.value_words(structure) if structure else ""
        if role == Qt.ItemDataRole.ToolTipRole:  # a row may have no room for its name
            told = (str(self.data(index)), str(self.data(index, _TOLD)))
            return ": ".join(filter(None, told))
        return id_ if role == ID else None
