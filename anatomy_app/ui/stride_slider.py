"""The one scrubber as a control: a real slider over the painted timeline."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session


class Track(Protocol):
    """What lies under the slider and knows where percents are."""

    def reading(self) -> str: ...
    def pressed(self, at: QPointF, *, range_: bool) -> None: ...
    def dragged(self, at: QPointF) -> None: ...
    def released(self) -> None: ...


class StrideSlider(QSlider):
    """A slider of 0 to 100 percent, painted by the timeline below it."""

    def __init__(self, session: Session, track: Track, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session, self._track = session, track
        self.setRange(0, 100)
        self.setAccessibleName(self.tr("Position in stride"))
        self.valueChanged.connect(self._value_changed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_percent(self, percent: float) -> None:
        """Follow the clock, and say what the curves show there."""
        self.setValue(round(percent))
        self.setAccessibleDescription(self._track.reading())

    def _value_changed(self, value: int) -> None:
        """Somebody else, such as a screen reader, moved the slider."""
        clock = self._session.clock
        if value != round(clock.percent):
            clock.go_to(min(value, 99.99))

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """A value moves nothing that the slider paints: the timeline repaints its cursor alone."""
        if change is not QSlider.SliderChange.SliderValueChange:
            super().sliderChange(change)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), self._session.theme, 4)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the window's keys step the stride wherever the focus is

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()  # the side buttons of a mouse belong to the window
            return
        self._session.clock.pause()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._track.pressed(self._below(event.position()), range_=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._track.dragged(self._below(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._track.released()

    def _below(self, at: QPointF) -> QPointF:
        return at + QPointF(self.pos())
