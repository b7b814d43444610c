"""A view of the body: what plates and the runner share. The pointer becomes intents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.regions import REACH_MM, Hit, HitMap
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.ui import words
from anatomy_app.ui.hand import Hand
from anatomy_app.ui.session import Session

if TYPE_CHECKING:
    from anatomy_app.paint.labels import Label
    from anatomy_app.ui import accessible

SAME_SPOT = 3.0  # pixels within which a second click means "one layer deeper"


class BodyView(QWidget):
    """A view of the body. It never changes what is selected itself: it emits what was meant."""

    picked = Signal(str, object, object)  # drawn structure, side, all (structure, side) beneath
    cleared = Signal()
    painted = Signal()
    hovered = Signal(object)  # Hit or None
    previewed = Signal(object)  # Hit that the next click would select, or None
    listed = Signal(object, object)  # a point of the view, and the same on the screen

    def __init__(self, session: Session, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._session = session
        self._placing = Placing(0.25, 0.0, 0.0, 1, 1)
        self._labels: tuple[Label, ...] = ()
        self._pointer: QPointF | None = None
        self._spot: tuple[QPointF, int] | None = None
        self._peeks = False  # a key is held to see what lies beneath
        self.hand = Hand(self)
        self.is_painted = False
        self.inset = 0.0  # pixels at the left that belong to the neighbour
        self.setMouseTracking(True)
        self.setAccessibleName(words.body(view))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops once, at the stage
        self._buttons: accessible.RegionButtons | None = None

    def complete(self) -> None:
        """Add what the first picture does not need: the regions for assistive technology."""
        from anatomy_app.ui.accessible import RegionButtons

        self._buttons = RegionButtons(self, self._session)
        self._buttons.pressed.connect(self._press)
        self._lay_buttons()

    def warm_up(self) -> Iterator[bool]:
        """Do before it is asked for what every stride will need; in steps of some milliseconds."""
        yield from ()

    # -- what the stage decides -------------------------------------------------

    def place(self, scale: float, middle: float, ground: float, *, stretched: bool = False) -> None:
        """Draw at `scale` pixels per millimetre with x = 0 at `middle` and y = 0 at `ground`.

        `stretched` shows the picture that is there at the new size until a new one is painted.
        """
        ratio = self.devicePixelRatioF()
        placing = Placing(scale, middle, ground, self.width(), self.height(), ratio)
        if placing != self._placing:
            self._replace(placing, stretched=stretched)

    def _replace(self, placing: Placing, *, stretched: bool = False) -> None:
        """Lie elsewhere from now on."""
        self._placing = placing
        self._lay_buttons()
        self.update()

    def show_labels(self, labels: "Sequence[Label]") -> None:
        """Names with leader lines, already laid out."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self.update()

    def layer_changed(self) -> None:
        """Another layer of the body is to be shown."""
        self._spot = None
        self._lay_buttons()
        self.update()

    def crisp(self) -> None:
        """Show at once what would be shown once everything has come to rest."""

    @property
    def placing(self) -> Placing:
        """Where the drawing lies in this widget."""
        return self._placing

    @property
    def layer(self) -> int:
        """The layer shown, at most as deep as this view goes."""
        raise NotImplementedError

    @property
    def paths(self) -> LayerPaths:
        """What is drawn, as paths in the drawing's millimetres."""
        raise NotImplementedError

    @property
    def hit_map(self) -> HitMap:
        """What lies where."""
        raise NotImplementedError

    # -- painting ---------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = painter.device().devicePixelRatioF()
        if ratio != self._placing.ratio:  # on another screen now, or painted into an image
            self._replace(replace(self._placing, ratio=ratio))
        self.paint_body(painter)
        painter.end()
        if not self.is_painted:
            self.is_painted = True
            self.painted.emit()

    def paint_body(self, painter: QPainter) -> None:
        """The drawing with all that lies over it."""
        raise NotImplementedError

    def paint_pointer(self, painter: QPainter) -> None:
        """The name of what lies under the pointer, or the list of all that does."""
        hits = self._hits_under_pointer()
        if not hits or self._pointer is None:
            return
        hit, bounds = hits[0], QRectF(self.rect())
        if self._is_drilling(self._pointer):
            from anatomy_app.paint.beneath import paint_beneath
            from anatomy_app.ui.beneath_rows import rows

            under = rows(self._session, self.everything(self._pointer), self._next(hits))
            paint_beneath(painter, self._pointer, under, bounds, self._session.theme)
        else:
            from anatomy_app.paint.labels import paint_pointer_label

            text = self._session.region_name(hit.structure, hit.side)
            value = self._value_text(hit)
            paint_pointer_label(painter, self._pointer, text, value, bounds, self._session.theme)

    def _value_text(self, hit: Hit) -> str:
        structure = self._session.library.structure_of_region(hit.structure)
        if structure is None:
            return ""
        return self._session.value_words(structure, hit.side)

    def _lay_buttons(self) -> None:
        if self._buttons is not None:
            self._buttons.place(self.paths.layer, self._placing)

    # -- pointer ----------------------------------------------------------------

    def hits(self, point: QPointF) -> tuple[Hit, ...]:
        """Everything selectable under a point, from the shown layer down to the bone."""
        found = self.everything(point)
        if not found or found[0].layer != self.layer:
            return ()  # skin or nothing is seen here: what lies deeper cannot be meant
        return tuple(hit for hit in found if self._selectable(hit))

    def everything(self, point: QPointF) -> tuple[Hit, ...]:
        """All under a point, bones too, from the shown layer down, also where skin covers it."""
        x, y = self._placing.to_drawing(point)
        return self.hit_map.at(x, y, self.layer, REACH_MM)

    def _selectable(self, hit: Hit) -> bool:
        if hit.structure == "iliotibial_band" and self._session.preferences.flag("see_through"):
            return False
        return self._session.library.structure_of_region(hit.structure) is not None

    def _hits_under_pointer(self) -> tuple[Hit, ...]:
        if self._pointer is None or self._session.clock.playing:
            return ()
        return self.hits(self._pointer)

    def peek(self, on: bool) -> None:
        """A key is held, or let go, to see what lies under the pointer."""
        if on != self._peeks:
            self._peeks = on
            self._tell()

    def _tell(self) -> None:
        """What lies under the pointer, and what the next click there would select."""
        hits = self._hits_under_pointer()
        self.hovered.emit(hits[0] if hits else None)
        drilling = bool(hits and self._pointer and self._is_drilling(self._pointer))
        self.previewed.emit(hits[self._next(hits)] if drilling else None)
        self.update()

    def _is_drilling(self, at: QPointF) -> bool:
        return self._peeks or self._is_spot(at)

    def _is_spot(self, at: QPointF) -> bool:
        """Whether that is where was clicked before: a click goes one structure deeper."""
        return self._spot is not None and (at - self._spot[0]).manhattanLength() <= SAME_SPOT

    def _next(self, hits: tuple[Hit, ...]) -> int:
        """Which of the hits under the pointer a click would select."""
        if self._spot is None or self._pointer is None or not self._is_spot(self._pointer):
            return 0
        return (self._spot[1] + 1) % len(hits)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self.hand.move(event):
            return
        self._peeks = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer, self._peeks = None, False
        self._tell()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer = event.position()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self.listed.emit(event.position(), event.globalPosition().toPoint())
        elif not self.hand.press(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.hand.release(event):
            self._pointer = event.position()
            self._pick(self.hits(event.position()), event.position())
            self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.hand.wheel(event)

    def _pick(self, hits: tuple[Hit, ...], at: QPointF) -> None:
        """Select what is on top; a further click on the same spot goes one layer deeper."""
        if not hits:
            self._spot = None
            self.cleared.emit()
            return
        depth = self._next(hits)
        self._spot = (at, depth)
        beneath = tuple((hit.structure, hit.side) for hit in hits)
        self.picked.emit(hits[depth].structure, hits[depth].side, beneath)

    def _press(self, drawn: str, side: Side) -> None:
        """Assistive technology pressed a region: there is no point, so nothing lies beneath it."""
        self.picked.emit(drawn, side, ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spot = None

    def sizeHint(self) -> QSize:
        return QSize(220, 460)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return True  # the name is painted at the pointer at once
        if isinstance(event, QNativeGestureEvent):
            self.hand.gesture(event)
            return True
        return super().event(event)

    def sides(self) -> tuple[Side, ...]:
        """Which sides this view draws."""
        both = self.view in (View.FRONT, View.BACK)
        return (Side.RIGHT, Side.LEFT) if both else (Side.RIGHT,)
