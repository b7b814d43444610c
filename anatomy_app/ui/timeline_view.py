"""The timeline widget: gait, speed and playing in the gutter, the scrubber over the track."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.paint.timeline import (
    AXIS,
    HEIGHT,
    LEFT_BAR,
    PITCH,
    RIGHT_BAR,
    STRIPS,
    Frame,
    Scene,
    Strip,
    Track,
    paint_cursor,
    paint_scene,
    repaint_strip,
)
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.timeline_gutter import Gutter
from anatomy_app.ui.timeline_scene import make_scene, strip_key, with_rows

MARGIN = 40

Rows = tuple[tuple[Strip, bool], ...]  # the strips, and whether each is framed


class StrideSlider(QSlider):
    """The one scrubber: a real slider of 0 to 100, painted by the timeline below it."""

    def __init__(self, session: Session, parent: "TimelineView") -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session, self._timeline = session, parent
        self.setRange(0, 100)
        self.setAccessibleName(self.tr("Position in stride"))
        self.valueChanged.connect(self._value_changed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_percent(self, percent: float) -> None:
        """Follow the clock."""
        self.setValue(round(percent))
        self.setAccessibleDescription(self._timeline.flag())

    def _value_changed(self, value: int) -> None:
        """Somebody else, such as a screen reader, moved the slider."""
        clock = self._session.clock
        if value != round(clock.percent):
            clock.go_to(min(value, 99.99))

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
        self._timeline.pressed(event.position() + QPointF(self.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._timeline.dragged(event.position() + QPointF(self.pos()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._timeline.released()


class TimelineView(QWidget):
    """Stages of both feet, float, heat strips and cursor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scene: Scene | None = None
        self._still: QPixmap | None = None
        self._rows: Rows = ()  # as they are painted in the still picture
        self._left = 240
        self._dragging = False
        self.setFont(font(SMALL))
        self.setFixedHeight(round(HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.gutter = Gutter(session, self)
        self.slider = StrideSlider(session, self)
        session.clock.moved.connect(self._moved)
        session.clock.stride_changed.connect(self._stride_changed)
        session.selection.changed.connect(self._selected)
        session.themes.changed.connect(self._theme_changed)
        session.preferences.changed.connect(self._preference_changed)
        session.names.changed.connect(self._selected)

    @property
    def track(self) -> Track:
        """Where percents lie."""
        return Track(self._left, max(self.width() - self._left - MARGIN, 100))

    def set_left(self, left: int) -> None:
        """Begin the track where the list ends."""
        self._left = left
        self._place()

    def flag(self) -> str:
        """The words on the cursor: percent and seconds."""
        clock = self._session.clock
        seconds = clock.stride.seconds(clock.percent)
        return self.tr("{0} % · {1:.2f} s").format(round(clock.percent), seconds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        track = self.track
        self.gutter.setGeometry(0, 0, self._left - 8, 104)
        box = QRect(round(track.left) - 6, 2, round(track.width) + 12, round(AXIS))
        self.slider.setGeometry(box)
        self._still = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still_picture())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        session = self._session
        paint_cursor(painter, self._made_scene(), self._frame(), session.clock.percent, self.flag())
        painter.end()

    def _still_picture(self) -> QPixmap:
        """Everything but the cursor, painted once for a stride and a theme."""
        key, scene = strip_key(self._session), self._made_scene()
        rows = tuple((strip, strip.key == key) for strip in scene.strips)
        if self._still is None or len(rows) != len(self._rows):
            self._still = self._painted_scene(scene, key)
        elif rows != self._rows:
            self._repaint_rows(self._still, scene, key, rows)
        self._rows = rows
        return self._still

    def _painted_scene(self, scene: Scene, key: str) -> QPixmap:
        ratio, theme = self.devicePixelRatioF(), self._session.theme
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme.colour("panel"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        paint_scene(painter, scene, self._frame(), key)
        painter.end()
        return pixmap

    def _repaint_rows(self, pixmap: QPixmap, scene: Scene, key: str, rows: Rows) -> None:
        """Only the strips that a selection changed, and the framed one after its neighbours."""
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        changed = [i for i, row in enumerate(rows) if row != self._rows[i]]
        for index in sorted(changed, key=lambda i: rows[i][1]):
            repaint_strip(painter, scene, self._frame(), index, key)
        painter.end()

    def _frame(self) -> Frame:
        return Frame(self.track, self._session.theme, self.font())

    def _made_scene(self) -> Scene:
        if self._scene is None:
            self._scene = make_scene(self._session)
        return self._scene

    def pressed(self, at: QPointF) -> None:
        """A click on a bar goes to the start of its stage, elsewhere to the percent."""
        for bars, (top, height) in (
            (self._made_scene().right, RIGHT_BAR),
            (self._made_scene().left, LEFT_BAR),
        ):
            if top <= at.y() <= top + height:
                self._dragging = True
                percent = self.track.percent(at.x())
                for bar in bars:
                    if bar.start <= percent < bar.end:
                        self._session.clock.go_to(bar.start)
                return
        self._dragging = True
        self.dragged(at)

    def dragged(self, at: QPointF) -> None:
        """Scrub."""
        if self._dragging:
            self._session.clock.go_to(min(self.track.percent(at.x()), 99.99))

    def released(self) -> None:
        """The pointer let go."""
        self._dragging = False

    def strip_at(self, at: QPointF) -> str:
        """The structure of the strip under a point, or nothing."""
        index = int((at.y() - STRIPS) // PITCH)
        strips = self._made_scene().strips
        return strips[index].key if 0 <= index < len(strips) else ""

    def _moved(self, percent: float) -> None:
        self.slider.show_percent(percent)
        track = self.track
        self.update(round(track.left) - 30, 0, round(track.width) + 60, self.height())

    def _stride_changed(self, *_: object) -> None:
        self._scene, self._still = None, None
        self.slider.show_percent(self._session.clock.percent)
        self.update()

    def _selected(self, *_: object) -> None:
        """Another strip is framed, or the last one gives way."""
        if self._scene is not None:
            self._scene = with_rows(self._session, self._scene)
        self.update(0, round(STRIPS - PITCH), self.width(), round(AXIS - STRIPS + PITCH))

    def _preference_changed(self, key: str) -> None:
        if key == "measured_only":
            self._stride_changed()

    def _theme_changed(self, *_: object) -> None:
        self._still = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words of a strip select its group."""
        key = self.strip_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif key and event.position().x() < self._left:
            from anatomy_app.model.entities import Entity, Kind

            self._session.selection.select(Entity(Kind.MUSCLE, key), Side.RIGHT)

    def changeEvent(self, event: QEvent) -> None:
        self._still = None
        super().changeEvent(event)
