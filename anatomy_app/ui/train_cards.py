"""The cards of exercises: a figure that plays when pointed at, name, level, equipment."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from anatomy_app.paint.mannequin import paint_mannequin
from anatomy_app.ui import train_words
from anatomy_app.ui.fitting import elided
from anatomy_app.ui.keyboard import PRESSABLE
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.train_motion import motion_of
from anatomy_app.ui.train_player import TrainPlayer
from anatomy_app.ui.train_thumbs import Thumbnails

WIDE, TALL, GAP, TEXT_ROOM = 148, 96, 16, 48
Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The exercises of the list for the view and for assistive technology."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.ids: tuple[str, ...] = ()

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Replace all cards."""
        if ids != self.ids:
            self.beginResetModel()
            self.ids = ids
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        exercise = self._session.library.atlas.exercises[self.ids[index.row()]]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return exercise.name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return train_words.caption(exercise)
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a card."""

    def __init__(self, session: Session, view: "Cards") -> None:
        super().__init__(view)
        self._session, self._view = session, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.card

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, id_ = self._session.theme, self._view.cards.ids[index.row()]
        exercise = self._session.library.atlas.exercises[id_]
        box = QRectF(option.rect.x() + 2, option.rect.y() + 4, self._view.wide, TALL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(box, 4, 4)
        self._paint_figure(painter, box, id_)
        self._paint_ring(painter, box, id_, bool(option.state & QStyle.StateFlag.State_HasFocus))
        for size, bold, ink, text, top in (
            (SMALL, True, "ink", exercise.name, 6), (SMALL, False, "ink2",
             train_words.caption(exercise), 22),
        ):  # fmt: skip
            painter.setFont(font(size, bold=bold))
            painter.setPen(theme.colour(ink))
            line = QRectF(box.left(), box.bottom() + top, box.width(), 16)
            shown = elided(text, painter, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_figure(self, painter: QPainter, box: QRectF, id_: str) -> None:
        inner, player = box.adjusted(6, 4, -6, 0), self._view.player
        if player.on_card == id_ and player.card.playing:
            motion = motion_of(self._session.library, id_)
            if motion is not None:
                path = QPainterPath()
                path.addRoundedRect(box, 4, 4)
                painter.setClipPath(path)
                library, theme = self._session.library, self._session.theme
                paint_mannequin(painter, library, motion, player.card.seconds, inner, theme)
                painter.setClipping(False)
            return
        ratio = self._view.devicePixelRatioF()
        picture = self._view.thumbnails.picture(id_, inner.size().toSize(), ratio)
        if picture is not None:
            painter.drawPixmap(inner.topLeft(), picture)

    def _paint_ring(self, painter: QPainter, box: QRectF, id_: str, focused: bool) -> None:
        theme = self._session.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if theme.contrast:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(theme.colour("accent"), 2))
        if id_ == self._view.chosen:
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
        if focused and self._view.focus_visible:
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 3, 3)


class Cards(QListView):
    """The cards in as many columns as there is room for; the page around them scrolls."""

    opened = Signal(str)
    marked = Signal(int, int)  # the top and the bottom of the card that the keys have reached

    def __init__(self, session: Session, player: TrainPlayer, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session, self.player, self.thumbnails = session, player, thumbnails
        self.cards = CardModel(session)
        self.chosen, self.focus_visible = "", False
        self.wide = WIDE
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(session, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("Exercises"))
        self.setProperty(PRESSABLE, True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        player.card.moved.connect(self.viewport().update)
        thumbnails.made.connect(self.viewport().update)

    @property
    def card(self) -> QSize:
        """The room of a card with the gap after it."""
        return QSize(self.wide + GAP, TALL + TEXT_ROOM)

    def show_ids(self, ids: tuple[str, ...], chosen: str) -> None:
        """Show these exercises; the chosen one has a ring."""
        self.chosen = chosen
        self.player.play_card("")
        self.cards.show_ids(ids)
        self._fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many columns as fit, all cards as wide, and as high as all rows together."""
        room = self.width() - 1
        columns = max(room // (WIDE + GAP), 1)
        wide = room // columns - GAP
        rows = -(-len(self.cards.ids) // columns)
        tall = rows * (TALL + TEXT_ROOM) + 8
        if wide != self.wide or self.gridSize() != self.card:
            self.wide = wide
            self.setGridSize(self.card)
            self.scheduleDelayedItemsLayout()
        if tall != self.height():
            self.setFixedHeight(tall)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._play(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self.player.play_card("")
        super().leaveEvent(event)

    def _play(self, index: Index) -> None:
        self.player.play_card(self.cards.ids[index.row()] if index.isValid() else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.focus_visible = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            self.opened.emit(self.cards.ids[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.focus_visible = True
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and index.isValid():
            self.opened.emit(self.cards.ids[index.row()])
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The card that the keys have reached plays, and is scrolled into view."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus() and self.focus_visible:
            self._play(current)
            box = self.visualRect(current)
            self.marked.emit(box.top(), box.bottom())

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = Qt.FocusReason
        self.focus_visible = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        super().focusInEvent(event)
        if self.focus_visible and self.cards.ids:
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self.cards.index(0))
            self.currentChanged(self.currentIndex(), QModelIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.player.play_card("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the cards."""
        event.ignore()
