"""The timeline widget: gait, speed and playing in the gutter, the scrubber over the track."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.paint.charts import Charts, paint_charts, paint_readouts
from anatomy_app.paint.lit_stage import LitStage
from anatomy_app.paint.timeline import (
    FIGURES,
    LEFT_BAR,
    PITCH,
    RIGHT_BAR,
    STRIPS,
    Frame,
    Scene,
    Track,
    band,
    paint_cursor,
    paint_loop,
    paint_scene,
    repaint_strip,
)
from anatomy_app.ui.curve_tabs import ACTIVITY, CurveTabs
from anatomy_app.ui.curves_compare import CompareButton
from anatomy_app.ui.curves_scene import make_charts, reading
from anatomy_app.ui.session import Session
from anatomy_app.ui.stride_slider import StrideSlider
from anatomy_app.ui.strip_rows import StripRows, row_of
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.timeline_gutter import Gutter
from anatomy_app.ui.timeline_pages import TimelinePages
from anatomy_app.ui.timeline_scene import feet, make_scene, stale_rows, with_rows

MARGIN = 40
FOOT = 22  # pixels of the axis
TABS_TOP = 106
PAGE = QPoint(156, 99)  # where a page begins that is no curve: right of the gutter's last words
SETTINGS = frozenset({"measured_only", "curves", "compare", "open_strips"})
REACH = 104  # pixels beside the cursor that it may paint on: its flag, its readouts


class TimelineView(QWidget):
    """Stages of both feet, float, and below them strips or curves, under one cursor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scene: Scene | None = None
        self._charts: Charts | None = None
        self._still: QPixmap | None = None
        self._left = 240
        self._lit = LitStage()
        self._framed = ""  # the row of the selection in the still picture
        self._drag: str = ""
        self._from = self._painted = 0.0
        self.setFont(font(SMALL))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.gutter = Gutter(session, self)
        self.tabs = CurveTabs(session, self)
        self.slider = StrideSlider(session, self, self)
        self.rows = StripRows(session, self, self)
        self.compare = CompareButton(session, self)
        self.pages = TimelinePages(session, self)
        clock = session.clock
        clock.moved.connect(self._moved)
        clock.loop_changed.connect(self._repaint)
        clock.stride_changed.connect(self._changed)
        session.selection.changed.connect(self._selected)
        session.themes.changed.connect(self._changed)
        session.preferences.changed.connect(self._preference_changed)
        session.names.changed.connect(self._changed)

    @property
    def track(self) -> Track:
        """Where percents lie."""
        return Track(self._left, max(self.width() - self._left - MARGIN, 100))

    @property
    def axis(self) -> int:
        """The pixel row of the axis."""
        return self.height() - FOOT

    @property
    def tab(self) -> str:
        """What lies under the bars."""
        return self._session.preferences.text("curves")

    def set_left(self, left: int) -> None:
        """Begin the track where the list ends."""
        self._left = left
        self._place()

    def flag(self) -> str:
        """The words on the cursor: percent and seconds."""
        clock = self._session.clock
        seconds = clock.stride.seconds(clock.percent)
        return self.tr("{0} % · {1:.2f} s").format(round(clock.percent), seconds)

    def reading(self) -> str:
        """The words on the cursor, the stages of both feet, and what the curves show there."""
        values = reading(self.made_charts(), self._session.clock.percent)
        return "; ".join((self.flag(), feet(self._session), *values, *self.pages.reading()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        track = self.track
        self.gutter.setGeometry(0, 0, self._left - 8, TABS_TOP - 2)
        self.tabs.setGeometry(0, TABS_TOP, self.tabs.wide, self.height() - TABS_TOP)
        box = QRect(round(track.left) - 6, 2, round(track.width) + 12, self.axis)
        self.slider.setGeometry(box)
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still_picture())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_moving(painter)
        painter.end()

    def paint_moving(self, painter: QPainter) -> None:
        """Loop, cursor and readouts."""
        clock, frame, charts = self._session.clock, self.frame_(), self.made_charts()
        if clock.loop:
            paint_loop(painter, frame, *clock.loop)
        self._lit.paint(painter, self.made_scene(), frame, clock.percent)
        paint_cursor(painter, frame, clock.percent, self.flag())
        if charts is not None:
            paint_readouts(painter, charts, frame, clock.percent)

    def _still_picture(self) -> QPixmap:
        """Everything but the cursor, painted once until something but the instant changes."""
        if self._still is None:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(self._session.theme.colour("panel"))
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme = self._session.theme
            painter.setPen(QPen(theme.colour("line"), theme.hairline))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
            self.paint_still(painter)
            painter.end()
        return self._still

    def paint_still(self, painter: QPainter) -> None:
        """Bars, strips or curves, and the axis."""
        frame, scene, charts = self.frame_(), self.made_scene(), self.made_charts()
        self._framed = row_of(self._session, tuple(strip.key for strip in scene.strips))
        paint_scene(painter, scene, frame, self._framed)
        if charts is not None:
            paint_charts(painter, charts, frame)

    def frame_(self) -> Frame:
        """Where and in which colours it is painted."""
        return Frame(self.track, self._session.theme, self.font(), self.axis)

    def made_scene(self) -> Scene:
        """The bars, and the strips if they are shown."""
        if self._scene is None:
            rows = self.rows.visible() if self.tab == ACTIVITY else ()
            self._scene = make_scene(self._session, rows)
        return self._scene

    def made_charts(self) -> Charts | None:
        """The curves, if they are shown."""
        if self._charts is None:
            self._charts = make_charts(self._session, self.tab)
        return self._charts

    def pressed(self, at: QPointF, *, range_: bool) -> None:
        """A click on a bar goes to the start of its stage, elsewhere to the percent."""
        self._drag = "range" if range_ else "scrub"
        self._from = self.track.percent(at.x())
        if range_:
            return
        for bars, (top, height) in (
            (self.made_scene().right, RIGHT_BAR),
            (self.made_scene().left, LEFT_BAR),
        ):
            if top <= at.y() <= top + height:
                for bar in bars:
                    if bar.start <= self._from < bar.end:
                        self._session.clock.go_to(bar.start)
                return
        self.dragged(at)

    def dragged(self, at: QPointF) -> None:
        """Scrub, or draw the range of a loop."""
        percent = min(self.track.percent(at.x()), 99.99)
        if self._drag == "scrub":
            self._session.clock.go_to(percent)
        elif self._drag == "range":
            self._session.clock.set_loop(*sorted((self._from, percent)))

    def released(self) -> None:
        """The pointer let go."""
        self._drag = ""

    def strip_at(self, at: QPointF) -> str:
        """The structure of the strip under a point, or nothing."""
        index = int((at.y() - STRIPS) // PITCH)
        strips = self.made_scene().strips
        return strips[index].key if 0 <= index < len(strips) else ""

    def _moved(self, percent: float) -> None:
        """Repaint where the cursor was and where it is, and the stages if there is another."""
        self.pages.moved()
        self.slider.show_percent(percent)
        track, stride = self.track, self._session.clock.stride
        height = self.height() if self.pages.shown is None else PAGE.y()
        for each in (self._painted, percent):
            self.update(round(track.x(each)) - REACH, 0, 2 * REACH, height)
        if stride.stage_at(Side.RIGHT, self._painted) != stride.stage_at(Side.RIGHT, percent):
            tall = round(RIGHT_BAR[0] + RIGHT_BAR[1] - FIGURES)
            self.update(self._left - 24, round(FIGURES), round(track.width) + 48, tall)
        self._painted = percent

    def _repaint(self, *_: object) -> None:
        self.update()

    def _selected(self, *_: object) -> None:
        """Only what shows the selection is painted anew: rows of the strip, or its curves."""
        self.rows.reveal()
        if self.tab == ACTIVITY and self._still is not None:
            self._frame_row(self._still)
        elif self._charts is None or self._charts != make_charts(self._session, self.tab):
            self._changed()

    def _frame_row(self, still: QPixmap) -> None:
        """Frame the row of the selection, and bring in one for it if there was none."""
        before, rows, was = self.made_scene(), self.rows.visible(), self._framed
        self._scene = with_rows(self._session, before, rows)
        self._framed = row_of(self._session, rows)
        painter, frame = QPainter(still), self.frame_()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in stale_rows(before, self._scene, was, self._framed):
            repaint_strip(painter, self._scene, frame, index, self._framed)
            self.update(band(frame, index).toAlignedRect())
        painter.end()
        if before.strips != self._scene.strips:
            self.rows.place(self._left, self.width(), self.axis, shown=True)

    def _preference_changed(self, key: str) -> None:
        if key in SETTINGS:
            self._changed()

    def rows_changed(self) -> None:
        """The strip was scrolled."""
        self._changed()

    def _changed(self, *_: object) -> None:
        """Paint anew whatever depends on stride, selection, theme, setting or size."""
        self._scene, self._charts, self._still = None, None, None
        self.rows.place(self._left, self.width(), self.axis, shown=self.tab == ACTIVITY)
        self.compare.place(self._left, self.height())
        corner = QPoint(self.width() - 1, self.height() - 1)
        self.pages.place(QRect(PAGE, corner), self._left)
        self.slider.show_percent(self._session.clock.percent)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words of a strip select its group."""
        key = self.strip_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif key and event.position().x() < self._left:
            self._session.selection.select(Entity(Kind.MUSCLE, key), Side.RIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows of the strip."""
        if self.rows.bar.isVisible() and (turn := event.angleDelta().y()):
            self.rows.bar.setValue(self.rows.bar.value() - (1 if turn > 0 else -1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the curves."""
        from anatomy_app.ui.curves_menu import open_curves_menu

        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(QPoint(self._left, TABS_TOP)) if keyed else event.globalPos()
        open_curves_menu(self, self._session, at)

    def changeEvent(self, event: QEvent) -> None:
        self._still = None
        super().changeEvent(event)
