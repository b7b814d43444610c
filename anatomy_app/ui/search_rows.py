"""The rows under the search field: kinds, hits with their reason, commands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from anatomy_app.model.entities import Entity
from anatomy_app.model.search.hits import Hit, Span
from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui import words
from anatomy_app.ui.search_words import why_line
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

WIDTH, ROW, HEADING = 480, 44, 28
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A row of the list: a heading, a hit, or a command."""

    title: str
    spans: tuple[Span, ...] = ()
    why: str = ""
    why_spans: tuple[Span, ...] = ()
    icon: str = ""
    entity: Entity | None = None
    action: QAction | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the row only names a kind."""
        return self.entity is None and self.action is None


SURE = 0.9  # a hit below this gives way to a command whose words were typed


def rows_of(hits: Sequence[Hit], commands: Sequence[QAction]) -> list[Row]:
    """Hits grouped by kind, the kind of the best hit first; commands after hits that are sure."""
    if hits and commands and hits[0].score < SURE:
        return [*rows_of((), commands), *rows_of(hits, ())]
    rows: list[Row] = []
    for kind in dict.fromkeys(hit.entity.kind for hit in hits):
        rows.append(Row(words.kind(kind)))
        for hit in hits:
            if hit.entity.kind is kind:
                why, marked = why_line(hit, partial(words.translate, "SearchWords"))
                rows.append(Row(hit.name, hit.name_spans, why, marked, kind.value, hit.entity))
    if commands:
        rows.append(Row(words.translate("Search", "Commands")))
        for action in commands:
            keys = action.shortcut().toString()
            rows.append(Row(action.text().replace("&", ""), (), keys, (), "right", None, action))
    return rows


class Rows(QAbstractListModel):
    """The rows for the view and for assistive technology."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.why}" if row.why else row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowPainter(QStyledItemDelegate):
    """Icon, name with the matched letters, and why it matched."""

    def __init__(self, session: Session, rows: Rows) -> None:
        super().__init__()
        self._session, self._rows = session, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._rows.rows[index.row()]
        return QSize(WIDTH - 2, HEADING if row.is_heading else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = self._rows.rows[index.row()], self._session.theme
        box: QRect = option.rect
        if row.is_heading:
            painter.setFont(font(SMALL, bold=True))
            painter.setPen(theme.colour("ink2"))
            inner = box.adjusted(16, 4, 0, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.title)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("tint"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        icon_box = QRectF(box.left() + 14, box.top() + 14, 16, 16)
        paint_icon(painter, row.icon, icon_box, theme.colour("ink2"))
        self._write(painter, row.title, row.spans, box.adjusted(44, 4, -16, -20), TEXT, theme.ink)
        self._write(
            painter, row.why, row.why_spans, box.adjusted(44, 23, -16, -3), SMALL, theme.ink2
        )

    def _write(
        self, painter: QPainter, text: str, spans: tuple[Span, ...], box: QRect, size: int, ink: str
    ) -> None:
        """Text with matched letters bold in the accent colour, elided at the end."""
        x, accent = box.left(), self._session.theme.accent
        for piece, matched in pieces(text, spans):
            painter.setFont(font(size, bold=matched))
            painter.setPen(accent if matched else ink)
            metrics = painter.fontMetrics()
            room = box.right() - x
            shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room)
            area = QRect(x, box.top(), room, box.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(piece)
            if shown != piece:
                return


def pieces(text: str, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """The text cut into matched and unmatched stretches."""
    found, at = [], 0
    for start, end in spans:
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in (*found, (text[at:], False)) if piece[0]]
