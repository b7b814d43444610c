"""The search field and its list of hits, each saying why it matched; it finds commands too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.search.hits import Hit, Span
from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui import words
from anatomy_app.ui.search_words import why_line
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

WIDTH, ROW, HEADING, FOOT = 480, 44, 28, 36
SHOWN = 12  # hits in the list; the foot line says how many there are
TALLEST = 560


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


def rows_of(hits: Sequence[Hit], commands: Sequence[QAction]) -> list[Row]:
    """Hits grouped by kind, the kind of the best hit first, then commands."""
    rows: list[Row] = []
    for kind in dict.fromkeys(hit.entity.kind for hit in hits):
        rows.append(Row(words.kind(kind)))
        for hit in hits:
            if hit.entity.kind is kind:
                why, marked = why_line(hit)
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

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.why}" if row.why else row.title
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowPainter(QStyledItemDelegate):
    """Icon, name with the matched letters, and why it matched."""

    def __init__(self, session: Session, rows: Rows) -> None:
        super().__init__()
        self._session, self._rows = session, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        row = self._rows.rows[index.row()]
        return QSize(WIDTH - 2, HEADING if row.is_heading else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row, theme = self._rows.rows[index.row()], self._session.theme
        box: QRect = option.rect  # type: ignore[attr-defined]
        if row.is_heading:
            painter.setFont(font(SMALL, bold=True))
            painter.setPen(theme.colour("ink2"))
            inner = box.adjusted(16, 4, 0, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.title)
            return
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
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
        limit = min(TALLEST, self.parentWidget().height() - self.y() - 16)
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


class SearchBox(QLineEdit):
    """The field. Typing searches; arrows choose; Enter opens; Esc closes, then clears."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.drop = Drop(session, window)
        self.drop.chosen.connect(self._open)
        self.commands: Callable[[str], list[QAction]] = lambda _: []
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search muscles, exercises, pains..."))
        self.setFixedHeight(32)
        self.setTextMargins(24, 0, 52, 0)
        self.setFont(font(TEXT))
        self.setMaxLength(300)
        self.textEdited.connect(self.search)

    def search(self, text: str) -> None:
        """Show what a text finds."""
        if not text.strip():
            self.drop.hide()
            return
        hits = self._session.find(text)
        commands = self.commands(text) if len(text.strip()) > 2 else []
        rows = rows_of(hits[:SHOWN], commands[:3])
        message = "" if rows else self._nothing(text)
        self.drop.move(self.mapTo(self.drop.parentWidget(), QPoint(0, self.height() + 4)))
        self.drop.show_rows(rows, len(hits), message)

    def _nothing(self, text: str) -> str:
        near = self._session.nearest_words(text)
        nothing = self.tr("Nothing for “{0}”.").format(text.strip()[:40])
        if not near:
            return nothing
        return self.tr("{0} Perhaps: {1}?").format(nothing, ", ".join(near))

    def leave(self) -> bool:
        """One step of Esc: close the list, then clear the text; whether there was a step."""
        if self.drop.isVisible():
            self.drop.hide()
            return True
        if self.text():
            self.clear()
            return True
        return False

    def _open(self, row: int) -> None:
        rows = self.drop.rows.rows
        if not 0 <= row < len(rows) or rows[row].is_heading:
            return
        chosen = rows[row]
        self.drop.hide()
        self.clear()
        if chosen.action is not None:
            chosen.action.trigger()
        elif chosen.entity is not None:
            self._session.selection.select(chosen.entity)
            if chosen.entity.kind is Kind.STAGE:
                self._session.go_to_stage(chosen.entity.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self.leave():
            return
        if self.drop.isVisible() and self._steer(key):
            return
        super().keyPressEvent(event)

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.drop.step(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.drop.current)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Tab goes to the next kind of hit while the list is open."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and self.drop.isVisible() and event.key() == Qt.Key.Key_Tab:  # type: ignore[attr-defined]
            self.drop.next_kind()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.drop.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text():
            self.search(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._session.theme, QPainter(self)
        paint_icon(painter, "search", QRectF(10, 8, 16, 16), theme.colour("ink2"))
        painter.setFont(font(SMALL))
        painter.setPen(theme.colour("ink2"))
        hint = self.tr("Esc") if self.text() or self.drop.isVisible() else self.tr("Ctrl+K")
        box = self.rect().adjusted(0, 0, -10, 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, right, hint)
        painter.end()
