"""The hand on a drawing: a press that stays clicks, one that moves pans; wheel and pinch zoom."""

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.regions import Hit
from anatomy_app.ui.stage_zoom import NOTCH, STEP

BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
CLICK = 4  # pixels that the pointer may move while it clicks


class Hand(QObject):
    """Turns the pointer's events over a widget into clicks, pans and zooms of its parent."""

    panned = Signal(QPointF)  # by so many pixels
    zoomed = Signal(QPointF, float)  # about a point of the parent, by a factor

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._held: QPointF | None = None
        self._dragging = False

    def press(self, event: QMouseEvent) -> bool:
        """Take hold; whether the button is one that clicks or pans."""
        if event.button() not in BUTTONS:
            return False
        self._held, self._dragging = event.globalPosition(), False
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Pan if something is held; a few pixels are still a click."""
        if self._held is None or not event.buttons():
            return False
        by = event.globalPosition() - self._held
        if self._dragging or by.manhattanLength() > CLICK:
            self._dragging, self._held = True, event.globalPosition()
            self.panned.emit(by)
        return self._dragging

    def release(self, event: QMouseEvent) -> bool:
        """Let go; whether that was a click of the left button."""
        clicked = self._held is not None and not self._dragging
        self._held = None
        return clicked and event.button() is Qt.MouseButton.LeftButton

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom by the turn of the wheel."""
        self._zoom(event.position(), STEP ** (event.angleDelta().y() / NOTCH))

    def gesture(self, event: QNativeGestureEvent) -> None:
        """Zoom with two fingers on a trackpad."""
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(event.position(), 1.0 + event.value())

    def _zoom(self, at: QPointF, factor: float) -> None:
        self.zoomed.emit(at + QPointF(self._widget.pos()), factor)


class Tell(Protocol):
    """A method of the selection that notes what is pointed at."""

    def __call__(self, entity: Entity | None, side: Side | None = None) -> None:
        """Note it; None is nothing."""


def point(tell: Tell, hit: Hit | None) -> None:
    """Tell the selection what is pointed at."""
    if hit is None:
        tell(None)
    else:
        tell(Entity(Kind.MUSCLE, hit.structure), hit.side)
