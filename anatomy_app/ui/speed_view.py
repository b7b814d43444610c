"""The speed dial with its honest gaps, and what changes with speed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from anatomy_app.model.strides import basis_at, known_speeds
from anatomy_app.paint.speed import paint_fact, paint_marks
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session
from anatomy_app.ui.speed_facts import Fact, facts, why
from anatomy_app.ui.theming import SMALL, font

DIAL = 44
LEAST = 100.0  # pixels of a figure; the last ones give way
TENTHS = 10  # steps of the dial in one metre per second
INSET = 16.0


class SpeedDial(QSlider):
    """A slider in steps of 0.1 m/s: dots were measured, a dashed line is extrapolated."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self.setAccessibleName(self.tr("Speed in tenths of a metre per second"))
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(self._value_changed)

    def refresh(self, description: str) -> None:
        """Show the stride in force."""
        stride = self._session.clock.stride
        low, high = known_speeds(self._session.library.tables, stride.gait)
        blocked = self.blockSignals(True)
        self.setRange(round(low * TENTHS), round(high * TENTHS))
        self.setValue(round(stride.speed * TENTHS))
        self.blockSignals(blocked)
        self.setEnabled(low < high)
        self.setAccessibleDescription(description)
        self.update()

    def _value_changed(self, value: int) -> None:
        clock = self._session.clock
        if value != round(clock.stride.speed * TENTHS):
            clock.set_gait(clock.stride.gait, value / TENTHS)

    def place_of(self, speed: float) -> float:
        """The pixel of a speed in m/s."""
        low, high = self.minimum() / TENTHS, self.maximum() / TENTHS
        part = (speed - low) / (high - low) if high > low else 0.0
        return INSET + part * (self.width() - 2 * INSET)

    def paintEvent(self, event: QPaintEvent) -> None:
        session, painter = self._session, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        stride, tables = session.clock.stride, session.library.tables
        marks = [
            (self.place_of(row.speed), f"{row.speed:g}", basis_at(tables, stride.gait, row.speed))
            for row in tables.strides[stride.gait]
        ]
        paint_marks(painter, marks, self.place_of(stride.speed), 13, session.theme)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), session.theme, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the speed under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._to(event.position().x())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag; at an end of the data it stops."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to(event.position().x())

    def _to(self, x: float) -> None:
        part = (x - INSET) / max(self.width() - 2 * INSET, 1)
        self.setValue(self.minimum() + round(part * (self.maximum() - self.minimum())))


class SpeedView(QWidget):
    """Dial, the reason for its ends, and small charts over speed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._facts: tuple[Fact, ...] = ()
        self._inset = 0
        self.setFont(font(SMALL))
        self.dial = SpeedDial(session, self)

    def refresh(self) -> None:
        """Show the stride and the selection in force."""
        self._facts = facts(self._session)
        self.dial.refresh("; ".join((why(self._session), self.reading())))
        self.setAccessibleName(self.reading())
        self.update()

    def reading(self) -> str:
        """Every figure at the shown speed."""
        return "; ".join(f"{fact.title} {fact.words()}" for fact in self._facts)

    def place(self, inset: int) -> None:
        """Begin `inset` pixels from the left, where the track begins."""
        self._inset = inset
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        self.dial.setGeometry(self._inset - round(INSET), 0, self._wide() * 2 // 5, DIAL)

    def _wide(self) -> int:
        return max(self.width() - self._inset - 40, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        self._paint_words(painter)
        gap = 20.0
        count = min(len(self._facts), max(int((self._wide() + gap) / (LEAST + gap)), 1))
        width = (self._wide() - gap * (count - 1)) / count
        top = DIAL + 4
        for index, fact in enumerate(self._facts[:count]):
            left = self._inset + index * (width + gap)
            box = QRectF(left, top, width, self.height() - top - 6)
            paint_fact(painter, fact, box, self._session.clock.stride.speed, theme)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        """How the speed is known and why the dial ends, behind the dial."""
        theme = self._session.theme
        left = self._inset + self._wide() * 2 / 5 + 16
        box = QRectF(left, 2, self._inset + self._wide() - left, DIAL)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, flags, why(self._session))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        y = DIAL + 0.5
        painter.drawLine(QPointF(self._inset, y), QPointF(self._inset + self._wide(), y))
