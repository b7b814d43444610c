"""The gutter of the timeline: gait, speed, previous and next stage, play, and its rate."""

from functools import partial
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QToolButton, QWidget

from anatomy_app.model.gait import Gait, Stride
from anatomy_app.model.strides import basis_at, known_speeds, usual_speed
from anatomy_app.paint.icons import icon, paint_icon
from anatomy_app.state.gait_clock import RATES
from anatomy_app.ui import words
from anatomy_app.ui.controls import TOGETHER, MenuButton, focus_ring
from anatomy_app.ui.curves_motion import speed_words
from anatomy_app.ui.session import Session
from anatomy_app.ui.speed_facts import STEP, why
from anatomy_app.ui.texts import secondary
from anatomy_app.ui.theming import TEXT, font


class Choice(QComboBox):
    """A combo box that shows a bold word and a chevron, and no frame."""

    def __init__(self, session: Session, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(name)
        label = QLabel(name, parent)  # on Linux the name of a combo box is that of its label
        label.setBuddy(self)
        label.hide()
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font(TEXT, bold=True))
        self.setMaxVisibleItems(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunk"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setFont(self.font())
        painter.setPen(theme.colour("ink"))
        box = QRectF(8, 0, self.width() - 24, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.currentText())
        chevron = QRectF(self.width() - 20, self.height() / 2 - 7, 14, 14)
        paint_icon(painter, "down", chevron, theme.colour("ctl"))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme)
        painter.end()


class Gutter(QWidget):
    """Everything that moves the stride but the track itself."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty(TOGETHER, True)
        self.gait = Choice(session, self.tr("Gait"), self)
        self.speed = Choice(session, self.tr("Speed"), self)
        self.previous = self._button(self.tr("Previous stage"))
        self.play = self._button(self.tr("Play"))
        self.next = self._button(self.tr("Next stage"))
        self.pauses = self._button(self.tr("Pause at each stage"))
        self.loop = self._button(self.tr("Loop this stage"))
        self.rate = MenuButton(session, self.tr("Playback speed"), parent=self)
        self.basis = secondary(session)
        self.basis.setParent(self)
        self.basis.setWordWrap(True)
        self._fill()
        self._connect()
        self.refresh()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _fill(self) -> None:
        for gait in Gait:
            self.gait.addItem(words.gait(gait), gait)
        menu = QMenu(self.rate)
        for rate in RATES:
            menu.addAction(rate_words(rate)).triggered.connect(partial(self._set_rate, rate))
        menu.addSeparator()
        self.pausing = menu.addAction(self.tr("Pause at each stage"))
        self.pausing.setCheckable(True)
        self.rate.setMenu(menu)
        self.pauses.setCheckable(True)
        self.loop.setCheckable(True)

    def _connect(self) -> None:
        clock = self._session.clock
        self.gait.activated.connect(self._gait_chosen)
        self.speed.activated.connect(self._speed_chosen)
        self.previous.clicked.connect(clock.previous_stage)
        self.next.clicked.connect(clock.next_stage)
        self.play.clicked.connect(clock.toggle)
        clock.playing_changed.connect(self.refresh)
        clock.stride_changed.connect(self.refresh)
        clock.rate_changed.connect(self.refresh)
        clock.loop_changed.connect(self.refresh)
        for pauses in (self.pauses.toggled, self.pausing.toggled):
            pauses.connect(partial(self._session.preferences.put, "pause_at_stages"))
        self._session.preferences.changed.connect(self._preference_changed)
        self.loop.clicked.connect(self.toggle_loop)
        self._session.themes.changed.connect(self.refresh)

    def toggle_loop(self, *_: object) -> None:
        """Loop the stage under the cursor, or the whole stride again."""
        clock = self._session.clock
        if clock.loop:
            clock.clear_loop()
        else:
            clock.loop_stage()

    def refresh(self, *_: object) -> None:
        """Show the state in force."""
        clock = self._session.clock
        name = self.tr("Pause") if clock.playing else self.tr("Play")
        self.play.setAccessibleName(name)
        for pauses in (self.pauses, self.pausing):
            pauses.setChecked(self._session.preferences.flag("pause_at_stages"))
        self.loop.setChecked(clock.loop is not None)
        self.loop.setAccessibleName(self._loop_words())
        self._show_icons()
        self.rate.set_texts("", rate_words(clock.rate))
        self.gait.setCurrentIndex(list(Gait).index(clock.stride.gait))
        self._show_speeds(clock.stride)
        self.basis.show_html(escape(self._basis_words(clock.stride)))
        told = why(self._session), clock.stride.note, clock.stride.borders_note
        self.basis.setToolTip(" ".join(told))
        self._place()

    def _loop_words(self) -> str:
        loop = self._session.clock.loop
        if loop is None:
            return self.tr("Loop this stage")
        return self.tr("Looping {0:.0f} to {1:.0f} %: play the whole stride").format(*loop)

    def _show_icons(self) -> None:
        playing, theme = self._session.clock.playing, self._session.theme
        for button, name in (
            (self.previous, "previous"), (self.play, "pause" if playing else "play"),
            (self.next, "next"), (self.pauses, "pause_stages"), (self.loop, "loop"),
        ):  # fmt: skip
            colour = theme.colour("accent" if button.isChecked() else "ink")
            button.setIcon(icon(name, colour))
            button.setToolTip(button.accessibleName())

    def _preference_changed(self, key: str) -> None:
        if key == "pause_at_stages":
            self.refresh()

    def _show_speeds(self, stride: Stride) -> None:
        """The speeds of the gait, each with how it is known."""
        speeds = self.speeds(stride.gait)
        if stride.speed not in speeds:
            speeds = sorted({*speeds, stride.speed})
        if [self.speed.itemData(i) for i in range(self.speed.count())] != speeds:
            self.speed.clear()
            for value in speeds:
                self.speed.addItem(self.tr("{0} m/s").format(speed_words(value)), value)
                tables = self._session.library.tables
                hint = words.speed_basis(basis_at(tables, stride.gait, value))
                self.speed.setItemData(self.speed.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        self.speed.setCurrentIndex(speeds.index(stride.speed))
        self.speed.setAccessibleDescription(words.speed_basis(stride.basis))

    def _basis_words(self, stride: Stride) -> str:
        """How the legs on screen are known, and whether the data end here."""
        low, high = known_speeds(self._session.library.tables, stride.gait)
        if low < high and stride.speed in (low, high):
            return self.tr("Data end: extrapolated")
        known = words.speed_basis(stride.basis)
        if stride.n == 1:
            return self.tr("One person, {0}").format(known)
        return self.tr("{1} runners, {0}").format(known, stride.n)

    def speeds(self, gait: Gait) -> list[float]:
        """The speeds that can be chosen for a gait."""
        low, high = known_speeds(self._session.library.tables, gait)
        count = round((high - low) / STEP)
        return [round(low + i * STEP, 2) for i in range(count + 1)]

    def _gait_chosen(self, index: int) -> None:
        gait = list(Gait)[index]
        self._session.clock.set_gait(gait, usual_speed(self._session.library.tables, gait))

    def _speed_chosen(self, index: int) -> None:
        clock = self._session.clock
        clock.set_gait(clock.stride.gait, self.speed.itemData(index))

    def _set_rate(self, rate: float, *_: object) -> None:
        self._session.preferences.put("rate", rate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        gait, speed = (_width(choice) for choice in (self.gait, self.speed))
        self.gait.setGeometry(8, 0, gait, 28)
        self.speed.setGeometry(8 + gait, 0, speed, 28)
        for index, button in enumerate((self.previous, self.play, self.next)):
            button.setGeometry(8 + index * 32, 28, 30, 30)
        self.rate.move(108, 28)
        for index, button in enumerate((self.pauses, self.loop)):
            button.setGeometry(8 + index * 32, 60, 30, 30)
        self.basis.setGeometry(74, 60, 82, self.height() - 60)


def rate_words(rate: float) -> str:
    """A playback rate as a part of real time."""
    return {
        1.0: words.translate("Timeline", "real time"),
        0.5: words.translate("Timeline", "½ speed"),
        0.25: words.translate("Timeline", "¼ speed"),
        0.1: words.translate("Timeline", "⅒ speed"),
    }.get(rate, f"{rate:g}×")


def _width(choice: QComboBox) -> int:
    metrics = QFontMetrics(font(TEXT, bold=True))  # its own are others before it is shown
    return metrics.horizontalAdvance(choice.currentText()) + 32
