"""The rows of the plan for the view and for assistive technology; several days have headings."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from anatomy_app.model.planning import Item
from anatomy_app.ui import train_reasons, train_words
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_desk import PlanDesk

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row: an exercise of a day, or (without one) the heading of the day."""

    day: int
    place: int = -1
    item: Item | None = None


class PlanRows(QAbstractListModel):
    """The plan for the view and for assistive technology; several days have headings."""

    def __init__(self, session: Session, desk: PlanDesk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.rows: list[PlanRow] = []
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The rows as the plan is now."""
        self.beginResetModel()
        plan, self.rows = self._desk.desk.plan, []
        days = len(plan.days) if plan is not None else 0
        several = days > 1
        for day in range(days):
            self.rows += [PlanRow(day)] if several else []
            self.rows += [PlanRow(*each) for each in self._desk.items if each[0] == day]
        self.endResetModel()

    def row_of(self, day: int, place: int) -> int:
        """The row of an exercise, or -1."""
        at = ((row.day, row.place) for row in self.rows)
        return next((number for number, each in enumerate(at) if each == (day, place)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].item is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if row.item is None:
            plan = self._desk.desk.plan
            day = train_reasons.day_name(plan, row.day) if plan is not None else ""
            return day if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._session.library.atlas.exercises[row.item.exercise].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.reason(row.item)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{train_words.dose(row.item)}, {self.reason(row.item)}"
        return None

    def reason(self, item: Item) -> str:
        """Why an exercise is in the plan."""
        names = self._session.names
        words = train_reasons.reason(names.atlas, item.reason, item.role)
        return names.masked(words).rstrip(".")
