"""The selected muscle's curve: reading it and dragging on it is the same scrubber."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from anatomy_app.model.activation import Activation
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Stride
from anatomy_app.model.kinds import Basis
from anatomy_app.paint.curve import Chart, paint_chart, paint_cursor
from anatomy_app.ui import words
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font

CURVE, AXIS = 88, 18


class CurveView(QWidget):
    """One curve of 101 percents with its spread and a cursor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._activity: Activation | None = None
        self._side = Side.RIGHT
        self._chart = Chart(())
        self._still: tuple[object, QPixmap] | None = None
        self.setFont(font(SMALL))
        self.setFixedHeight(CURVE + AXIS)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(self.tr("Activity over the stride"))

    def show_activity(self, activity: Activation, side: Side, stride: Stride) -> None:
        """Show the curve of a structure; the left leg's cursor stands half a stride later."""
        self._activity, self._side = activity, side
        passive = self._session.structures[activity.structure].is_passive
        self._chart = replace(chart(activity, stride, self._empty_text(stride)), passive=passive)
        self.refresh()

    def refresh(self) -> None:
        """The stride moved on."""
        self.setAccessibleDescription(self._value())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._session.theme
        painter.drawPixmap(0, 0, self._still_picture())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        box = self._box()
        paint_cursor(painter, self._chart, box, theme, self._percent(), self._value())
        painter.end()

    def _still_picture(self) -> QPixmap:
        """Curve, band and axis, painted once for a chart, a theme and a width."""
        key = self._chart, self._session.theme.name, self.width()
        if self._still is None or self._still[0] != key:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(self._session.theme.colour("panel"))
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            paint_chart(painter, self._chart, self._box(), self._session.theme)
            if self._chart.values:
                self._paint_axis(painter)
            painter.end()
            self._still = key, pixmap
        return self._still[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._scrub(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event)

    def _scrub(self, event: QMouseEvent) -> None:
        box = self._box()
        part = (event.position().x() - box.left()) / box.width()
        own = min(max(part, 0.0), 1.0) * 100
        half = 50.0 if self._side is Side.LEFT else 0.0
        self._session.clock.pause()
        self._session.clock.go_to(min(own, 99.99) - half)

    def _box(self) -> QRectF:
        return QRectF(1, 0, self.width() - 2, CURVE)

    def _percent(self) -> float:
        side = Side.LEFT if self._side is Side.LEFT else Side.RIGHT
        return self._session.clock.stride.percent(side, self._session.clock.percent)

    def _value(self) -> str:
        if self._activity is None:
            return ""
        value = self._activity.value(self._side, self._session.clock.percent)
        return words.percent(value, simulated=self._activity.kind is Basis.SIMULATED)

    def _paint_axis(self, painter: QPainter) -> None:
        painter.setPen(self._session.theme.colour("ink2"))
        row = QRectF(0, CURVE + 3, self.width(), AXIS - 3)
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(row, top | Qt.AlignmentFlag.AlignLeft, self.tr("contact"))
        painter.drawText(row, top | Qt.AlignmentFlag.AlignRight, self.tr("contact"))
        at = self.width() * self._chart.toe_off / 100
        box = QRectF(at - 40, CURVE + 3, 80, AXIS - 3)
        painter.drawText(box, top | Qt.AlignmentFlag.AlignHCenter, self.tr("toe-off"))

    def _empty_text(self, stride: Stride) -> str:
        structure = self._activity and self._session.structures[self._activity.structure]
        if structure and structure.is_passive:
            return self.tr(
                "Passive tissue: it stretches and recoils, and has no activity of its own"
            )
        return self.tr("No measurement for this structure in {0}").format(
            words.gait(stride.gait).lower()
        )


def chart(activity: Activation, stride: Stride, empty_text: str = "") -> Chart:
    """What the curve of an activity shows in a stride."""
    if activity.curve is None:
        return Chart((), toe_off=stride.toe_off, empty_text=empty_text)
    percents = [float(p) for p in range(101)]
    band = activity.band
    return Chart(
        values=tuple(activity.curve.value(p) for p in percents),
        low=tuple(band.low(p) for p in percents) if band else (),
        high=tuple(band.high(p) for p in percents) if band else (),
        toe_off=stride.toe_off,
        simulated=activity.kind is Basis.SIMULATED,
    )
