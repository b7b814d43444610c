"""The plan as it is seen: figure, name, dose, reason; moved by drag and by keys."""

from PySide6.QtCore import (
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from anatomy_app.model.planning import Item
from anatomy_app.paint.icons import paint_icon
from anatomy_app.ui import train_words
from anatomy_app.ui.fitting import elided, in_two
from anatomy_app.ui.keyboard import PRESSABLE
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font
from anatomy_app.ui.train_desk import PlanDesk
from anatomy_app.ui.train_plan_rows import Index, PlanRow, PlanRows
from anatomy_app.ui.train_thumbs import Thumbnails

TALL, HEAD = 86, 28
FIGURE = QSize(64, 56)
LEFT = FIGURE.width() + 12  # of the words
ICON = 28  # pixels of an icon that can be pressed


class PlanDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, session: Session, view: "PlanView") -> None:
        super().__init__(view)
        self._session, self._view = session, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = self._view.rows.rows[index.row()].item is None
        return QSize(100, HEAD if is_heading else TALL + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._session.theme, QRect(option.rect)
        row, state = self._view.rows.rows[index.row()], option.state
        if row.item is None:
            painter.setFont(font(SMALL, bold=True))
            painter.setPen(theme.colour("ink2"))
            line = box.adjusted(0, 6, 0, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            return
        marked = self._view.is_marked(index)
        if marked:
            painter.fillRect(box.adjusted(0, 1, 0, -1), theme.colour("sunk"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        size = FIGURE
        ratio = self._view.devicePixelRatioF()
        picture = self._view.thumbnails.picture(row.item.exercise, size, ratio)
        if picture is not None:
            painter.drawPixmap(box.left(), box.top() + 14, picture)
        self._write(painter, box, row.item, str(index.data()), 2 * ICON if marked else 0)
        if marked:
            for name, at in zip(("swap", "cross"), self._view.icons(index), strict=True):
                paint_icon(painter, name, QRectF(at), theme.colour("ink"))
        if state & QStyle.StateFlag.State_HasFocus and self._view.focus_visible:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _write(self, painter: QPainter, box: QRect, item: Item, name: str, less: int) -> None:
        theme = self._session.theme
        lines = (
            (TEXT, True, "ink", name, 10, less),
            (SMALL, False, "ink2", train_words.dose(item), 29, 0),
        )  # fmt: skip
        for size, bold, ink, text, top, off in lines:
            painter.setFont(font(size, bold=bold))
            painter.setPen(theme.colour(ink))
            line = box.adjusted(LEFT, top, -off, 0)
            line.setHeight(20 if size == TEXT else 16)
            shown = elided(text, painter, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(theme.colour("ink"))
        first, second = in_two(self._view.rows.reason(item), painter, box.width() - LEFT)
        for number, text in enumerate((first, second)):
            line = QRect(box.left() + LEFT, box.top() + 46 + 16 * number, box.width() - LEFT, 16)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)


class PlanView(QListView):
    """The rows. Delete removes, S swaps, Alt with arrows moves, Enter shows; a menu says so."""

    opened = Signal(str)

    def __init__(self, session: Session, desk: PlanDesk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session, self._desk, self.thumbnails = session, desk, thumbnails
        self.rows = PlanRows(session, desk)
        self.focus_visible = False
        self._held: tuple[int, QPoint] | None = None  # the row in the hand, and where it was taken
        self._target = -1  # the row before which it would be put
        self.setModel(self.rows)
        self.setItemDelegate(PlanDelegate(session, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("Exercises of the plan"))
        self.setProperty(PRESSABLE, True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        thumbnails.made.connect(self.viewport().update)

    @property
    def needed(self) -> int:
        """The pixels that all rows need."""
        return sum(HEAD if row.item is None else TALL + 1 for row in self.rows.rows) + 2

    def is_marked(self, index: Index) -> bool:
        """Whether a row shows what can be done with it: pointed at, or reached by the keys."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        pointed = self.viewport().underMouse() and self.indexAt(at) == index
        return pointed or (self.hasFocus() and self.currentIndex() == index)

    def icons(self, index: Index) -> tuple[QRect, QRect]:
        """Where swap and remove are pressed."""
        box = self.visualRect(index)
        cross = QRect(box.right() - ICON, box.top() + 5, ICON, ICON)
        return cross.translated(-ICON, 0), cross

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.focus_visible = False
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = self.rows.rows[index.row()] if index.isValid() else PlanRow(0)
        if row.item is None:
            return
        self.setCurrentIndex(index)
        swap, cross = self.icons(index)
        if swap.contains(at):
            self._desk.swap(row.day, row.place)
        elif cross.contains(at):
            self._desk.remove(row.day, row.place)
        else:
            self._held = (index.row(), at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._held and (at - self._held[1]).manhattanLength() > 8:
            self._target = self._row_at(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a row that was dragged is put there, one that was only pressed is shown."""
        held, target = self._held, self._target
        self._held, self._target = None, -1
        if held is None:
            return
        row = self.rows.rows[held[0]]
        if target >= 0:
            self._move(row, self._by(held[0], target))
        elif row.item is not None:
            self.opened.emit(row.item.exercise)
        self.viewport().update()

    def _row_at(self, at: QPoint) -> int:
        """The row before which something let go there is put."""
        for number in range(len(self.rows.rows)):
            if at.y() < self.visualRect(self.rows.index(number)).center().y():
                return number
        return len(self.rows.rows)

    def _by(self, row: int, target: int) -> int:
        """How far a row moves to stand before another, within its day."""
        by = target - row - (target > row)
        day, place = self.rows.rows[row].day, self.rows.rows[row].place
        last = sum(each.day == day and each.item is not None for each in self.rows.rows) - 1
        return min(max(by, -place), last - place)

    def _move(self, row: PlanRow, by: int) -> None:
        last = sum(each.day == row.day and each.item is not None for each in self.rows.rows) - 1
        place = min(max(row.place + by, 0), last)
        if row.item is not None and place != row.place:
            self._desk.move(row.day, row.place, place - row.place)
            self.setCurrentIndex(self.rows.index(self.rows.row_of(row.day, place)))

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if self._target < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._session.theme.colour("accent"), 2))
        last = len(self.rows.rows) - 1
        box = self.visualRect(self.rows.index(min(self._target, last)))
        y = box.bottom() if self._target > last else box.top()
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()

    def leaveEvent(self, event: object) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = Qt.FocusReason
        self.focus_visible = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        super().focusInEvent(event)
        if self.focus_visible and not self.currentIndex().isValid() and self._desk.items:
            self.setCurrentIndex(self.rows.index(self.rows.row_of(*self._desk.items[0][:2])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.focus_visible = True
        current, key = self.currentIndex(), Qt.Key(event.key())
        row = self.rows.rows[current.row()] if current.isValid() else PlanRow(0)
        if row.item is None or not self._do(row, key, event.modifiers()):
            super().keyPressEvent(event)

    def _do(self, row: PlanRow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """What a key does with a row; whether it does anything."""
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, -1 if key is Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._desk.remove(row.day, row.place)
            self._stay(row)
        elif key is Qt.Key.Key_S and not modifiers:
            self._desk.swap(row.day, row.place)
            self._stay(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row.item:
            self.opened.emit(row.item.exercise)
        else:
            return False
        return True

    def _stay(self, row: PlanRow) -> None:
        """The mark stays where it was, or goes to the row before."""
        at = max(self.rows.row_of(row.day, row.place), self.rows.row_of(row.day, row.place - 1))
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.rows.rows[index.row()] if index.isValid() else PlanRow(0)
        if row.item is not None:
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_for(row).popup(self.viewport().mapToGlobal(at))

    def menu_for(self, row: PlanRow) -> QMenu:
        """What can be done with a row, with its keys."""
        menu, none = QMenu(self), Qt.KeyboardModifier.NoModifier
        menu.aboutToHide.connect(menu.deleteLater)
        alt = Qt.KeyboardModifier.AltModifier
        for text, key, modifiers in (
            (self.tr("Show\tEnter"), Qt.Key.Key_Return, none),
            (self.tr("Swap for another\tS"), Qt.Key.Key_S, none),
            (self.tr("Move up\tAlt+Up"), Qt.Key.Key_Up, alt),
            (self.tr("Move down\tAlt+Down"), Qt.Key.Key_Down, alt),
            (self.tr("Remove\tDel"), Qt.Key.Key_Delete, none),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, k=key, m=modifiers: self._do(row, k, m))
        return menu
