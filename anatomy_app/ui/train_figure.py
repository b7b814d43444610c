"""The moving figure of an exercise, with play, pause and a scrubber below it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from anatomy_app.paint.icons import icon
from anatomy_app.paint.mannequin import paint_mannequin
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.motion import is_reduced
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.train_motion import motion_of
from anatomy_app.ui.train_player import TrainPlayer

SHAPE = QSize(296, 272)
STEPS = 100  # of the scrubber in one repetition
EDGE = 8.0  # pixels before and after its line


class Figure(QWidget):
    """The exercise as it stands; with reduced motion its two poses side by side until it plays."""

    def __init__(self, session: Session, player: TrainPlayer, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._player = session, player
        self._exercise = ""
        self.setFixedSize(SHAPE)
        player.page.moved.connect(self.update)
        session.themes.changed.connect(self.update)
        session.preferences.changed.connect(self.update)

    def show_exercise(self, exercise: str) -> None:
        """Show an exercise from its start."""
        self._exercise = exercise
        name = self._session.library.atlas.exercises[exercise].name
        self.setAccessibleName(self.tr("Figure: {0}").format(name))
        self.update()

    @property
    def side_by_side(self) -> bool:
        """Whether both poses are shown instead of the movement."""
        clock = self._player.page
        still = not clock.playing and clock.seconds == 0
        return still and clock.duration > 0 and is_reduced(self._session.preferences)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.fillPath(ground, theme.colour("sunk"))
        painter.setClipPath(ground)
        self._paint_poses(painter, QRectF(self.rect()).adjusted(16, 8, -16, -8))
        painter.setClipping(False)
        if theme.contrast:
            painter.setPen(QPen(theme.colour("line"), theme.hairline))
            painter.drawPath(ground)
        painter.end()

    def _paint_poses(self, painter: QPainter, box: QRectF) -> None:
        library, theme = self._session.library, self._session.theme
        motion = motion_of(library, self._exercise) if self._exercise else None
        if motion is None:
            self._say_no_figure(painter, box)
        elif self.side_by_side:
            left = QRectF(box.left(), box.top(), box.width() / 2 - 4, box.height())
            right = left.translated(box.width() / 2 + 4, 0)
            paint_mannequin(painter, library, motion, 0, left, theme, ghost=False, quiet=False)
            paint_mannequin(painter, library, motion, None, right, theme, ghost=False, quiet=False)
        else:
            seconds = self._player.page.seconds if motion.duration else None
            paint_mannequin(painter, library, motion, seconds, box, theme, quiet=False)

    def _say_no_figure(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(self._session.theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("No moving picture"))


class RepScrubber(QSlider):
    """The position in the repetition."""

    def __init__(self, session: Session, player: TrainPlayer) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session, self._clock = session, player.page
        self.setRange(0, STEPS)
        self.setPageStep(10)
        self.setFixedHeight(32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Position in the repetition, in percent"))
        self.valueChanged.connect(self._asked)
        self._clock.moved.connect(self._moved)

    def _asked(self, value: int) -> None:
        """The user has moved it: the clock follows, and stands still there."""
        if value != self._part():
            self._clock.pause()
            self._clock.go_to(self._clock.duration * value / STEPS)

    def _part(self) -> int:
        length = self._clock.duration
        return round(self._clock.seconds / length * STEPS) if length else 0

    def _moved(self) -> None:
        self.setValue(self._part())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = self.height() / 2, EDGE, self.width() - EDGE
        at = left + (right - left) * self.value() / STEPS
        painter.setPen(QPen(theme.colour("ctl"), 1))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(QPointF(left, middle), QPointF(at, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self.isEnabled() else "off"))
        painter.drawEllipse(QPointF(at, middle), 6, 6)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def _go_to(self, x: float) -> None:
        share = (x - EDGE) / max(self.width() - 2 * EDGE, 1)
        self._clock.pause()
        self.setValue(round(share * STEPS))


class MovingFigure(QWidget):
    """The figure with its controls."""

    def __init__(self, session: Session, player: TrainPlayer) -> None:
        super().__init__()
        self._session, self._player = session, player
        self.figure = Figure(session, player, self)
        self.play = QToolButton()
        self.play.setIconSize(QSize(16, 16))
        self.play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.play.clicked.connect(player.page.toggle)
        self.scrubber = RepScrubber(session, player)
        controls = QHBoxLayout()
        controls.setSpacing(4)
        controls.addWidget(self.play)
        controls.addWidget(self.scrubber, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figure)
        column.addLayout(controls)
        self.setFixedSize(SHAPE.width(), SHAPE.height() + 32)
        player.page.playing_changed.connect(self.refresh)
        session.themes.changed.connect(self.refresh)

    def show_exercise(self, exercise: str) -> None:
        """Show an exercise; a held position has nothing to play."""
        self.figure.show_exercise(exercise)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show whether it plays."""
        clock = self._player.page
        moves = clock.duration > 0
        name = self.tr("Pause") if clock.playing else self.tr("Play")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)
        colour = self._session.theme.colour("ink" if moves else "off")
        self.play.setIcon(icon("pause" if clock.playing else "play", colour))
        self.play.setEnabled(moves)
        self.scrubber.setEnabled(moves)
        self.figure.update()
