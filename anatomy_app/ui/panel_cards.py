"""Exercises in the panel of a structure: a figure that plays when pointed at, dose and reason."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.reasons import Ranked, rank
from anatomy_app.ui import train_reasons
from anatomy_app.ui.motion import is_reduced
from anatomy_app.ui.pages import FEW, link, small
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Part, Text
from anatomy_app.ui.train_player import TrainPlayer
from anatomy_app.ui.train_thumbs import Thumbnails

FIGURE, ASIDE, BELOW = QSize(56, 64), 16, 12  # pixels: the picture, right of it, under a card
KEPT = 200  # structures whose exercises are remembered


class CardText(Text):
    """The words of a card; tells when Tab comes to its link, and leaves it."""

    focused = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)


class PanelCard(Part):
    """One exercise. The whole card opens its page; the link in it does so for the keys."""

    pressed = Signal(str)

    def __init__(self, session: Session, player: TrainPlayer, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session, self._player, self._thumbnails = session, player, thumbnails
        self.exercise = ""
        self.text = CardText()
        self.text.linkActivated.connect(self.pressed)
        self.text.focused.connect(self._play)
        row = QHBoxLayout(self)
        row.setContentsMargins(FIGURE.width() + ASIDE, 0, 0, BELOW)
        row.addWidget(self.text)
        self.setMinimumHeight(FIGURE.height() + BELOW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_exercise(self, ranked: Ranked) -> None:
        """Show an exercise with its dose, and with the reason for which it is here."""
        atlas = self._session.names.atlas
        exercise = atlas.exercises[ranked.exercise]
        self.exercise = exercise.id
        name = link(Entity(Kind.EXERCISE, exercise.id), exercise.name)
        dose = f'<span style="color:{self._session.theme.ink2}">{escape(exercise.dosage)}</span>'
        why = escape(train_reasons.reason(atlas, ranked.facts))
        html = f"<b>{name}</b><br>{small(dose)}<br>{small(why)}"
        self.text.show_html(self._session.names.masked(html))
        self.setAccessibleName(self._session.names.masked(exercise.name))
        self.setVisible(True)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        box = QRectF(0, 0, FIGURE.width(), FIGURE.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(box, 4, 4)
        if self._player.on_card == self.exercise and self._player.card.playing:
            self._paint_moving(painter, box)
        else:
            picture = self._thumbnails.picture(self.exercise, FIGURE, self.devicePixelRatioF())
            if picture is not None:
                painter.drawPixmap(box.topLeft(), picture)
        painter.end()

    def _paint_moving(self, painter: QPainter, box: QRectF) -> None:
        from anatomy_app.paint.mannequin import paint_mannequin
        from anatomy_app.ui.train_motion import motion_of

        library = self._session.library
        motion = motion_of(library, self.exercise)
        if motion is not None:
            path = QPainterPath()
            path.addRoundedRect(box, 4, 4)
            painter.setClipPath(path)
            seconds = self._player.card.seconds
            paint_mannequin(painter, library, motion, seconds, box, self._session.theme)

    def _play(self, on: bool) -> None:
        if on and not is_reduced(self._session.preferences):
            self._player.play_card(self.exercise)
        elif self._player.on_card == self.exercise:
            self._player.play_card("")

    def enterEvent(self, event: QEnterEvent) -> None:
        self._play(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._play(self.text.hasFocus())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(str(Entity(Kind.EXERCISE, self.exercise)))


class PanelCards(Part):
    """The best exercises for a structure, by the rule that orders the list of Train."""

    pressed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.player = TrainPlayer(session.library, self)
        self._thumbnails = Thumbnails(session, self)
        self._best = lru_cache(maxsize=KEPT)(self._rank)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self.cards: list[PanelCard] = []
        self.player.card.moved.connect(self._repaint)
        self._thumbnails.made.connect(self._repaint)

    def show_structure(self, structure: str) -> None:
        """Show what trains a structure best; nothing plays."""
        best = self._best(structure)
        self.player.play_card("")
        self._thumbnails.stop()
        self.make(len(best))
        for card, ranked in zip(self.cards, best, strict=False):
            card.show_exercise(ranked)
        for card in self.cards[len(best) :]:
            card.hide()
        self.updateGeometry()  # at once: Qt would tell one level up in each turn

    def make(self, count: int) -> None:
        """Have so many cards at least; new ones show nothing yet."""
        while len(self.cards) < count:
            card = PanelCard(self._session, self.player, self._thumbnails)
            card.hide()
            card.pressed.connect(self.pressed)
            self._column.addWidget(card)
            card.text.ensurePolished()
            self.cards.append(card)

    def _rank(self, structure: str) -> Sequence[Ranked]:
        library = self._session.library
        stride = library.stride(Gait.RUNNING, None)
        return rank(library.atlas, Entity(Kind.MUSCLE, structure), stride)[:FEW]

    def _repaint(self) -> None:
        for card in self.cards:
            card.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.player.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.set_seen(False)
        self._thumbnails.stop()
