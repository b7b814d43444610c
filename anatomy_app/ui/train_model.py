"""The rows at the left of Train as a model: sections at the top, their rows below."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from anatomy_app.ui import train_words
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_list import ExerciseList
from anatomy_app.ui.train_rows import MORE, Row, Section, Sections

Index = QModelIndex | QPersistentModelIndex


class FilterModel(QAbstractItemModel):
    """Sections and rows. Filters are checked as in a list of check boxes; pages are opened."""

    renewed = Signal()

    def __init__(self, session: Session, listed: ExerciseList) -> None:
        super().__init__()
        self._session, self.list = session, listed
        self._maker = Sections(session, listed)
        self.sections: tuple[Section, ...] = self._maker.made()
        self._counts: dict[str, int] = {}
        listed.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Other counts, and other rows if a muscle was chosen that was not among them."""
        self._counts.clear()
        made = self._maker.made()
        if made != self.sections:
            self.beginResetModel()
            self.sections = made
            self.endResetModel()
            self.renewed.emit()
            return
        for row, section in enumerate(self.sections):
            head = self.index(row, 0)
            last = self.index(len(section.rows) - 1, 0, head)
            self.dataChanged.emit(head, head)
            self.dataChanged.emit(self.index(0, 0, head), last)

    def activate(self, row: Row) -> None:
        """What a press on a row does."""
        if row.is_filter:
            self.list.toggle(row.key)
        elif row.page is not None:
            self.list.open(row.page)
        else:
            self._maker.turn(row.key.removeprefix(MORE))
            self.refresh()

    def row_of(self, index: Index) -> Row | None:
        """The row; None for a heading."""
        section = int(index.internalId()) if index.isValid() else 0
        return self.sections[section - 1].rows[index.row()] if section else None

    def section_of(self, index: Index) -> Section:
        """The section of a heading or of a row."""
        return self.sections[int(index.internalId() or index.row() + 1) - 1]

    def index_of(self, key: str) -> QModelIndex:
        """The row with a key."""
        for at, section in enumerate(self.sections):
            for number, row in enumerate(section.rows):
                if row.key == key:
                    return self.index(number, 0, self.index(at, 0))
        return QModelIndex()

    def count(self, row: Row) -> int | None:
        """How many exercises a filter would leave; None for what is no filter."""
        if not row.is_filter:
            return None
        if row.key not in self._counts:
            self._counts[row.key] = self.list.filtering.count(row.key, self.list.filters)
        return self._counts[row.key]

    def is_chosen(self, row: Row) -> bool:
        """Whether the row is a chosen filter, or the page that is shown."""
        return row.key in self.list.filters or (row.page is not None and row.page == self.list.page)

    def chosen_in(self, section: Section) -> int:
        """How many rows of a section are chosen."""
        return sum(self.is_chosen(row) for row in section.rows)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own signature)
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        section = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(section - 1, 0, 0) if section else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.sections)
        return 0 if parent.internalId() else len(self.sections[parent.row()].rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual, row = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable, self.row_of(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if row and row.is_filter else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_of(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.section_of(index).text if row is None else row.text
            return text if role == Qt.ItemDataRole.DisplayRole or row else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            count = self.count(row)
            return "" if count is None else train_words.exercises(count)
        if role == Qt.ItemDataRole.CheckStateRole and row.is_filter:
            chosen = self.is_chosen(row)
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        return None
