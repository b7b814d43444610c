"""The parts of the window, placed by rules: the track begins where the list ends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from anatomy_app.state.selection import Part
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage import Stage
from anatomy_app.ui.theming import style_sheet

if TYPE_CHECKING:
    from anatomy_app.ui.train_view import TrainView

NARROW, TIGHT, LARGE = 1100, 1000, 1700  # window widths at which the arrangement changes
TOP = 48
LEAST_STAGE, LEAST_TIMELINE = 288, 224
TIMELINE = ((1000, 320), (780, 248), (0, 224))  # window height from which the timeline is as high
LIST, PANEL = (216, 240), (344, 400)  # widths in a small and in a large window
SMALL_PANEL = 304


class Centre(QWidget):
    """Stage first; bar, list, panel and timeline are added after the first picture.

    Train lies over all but the bar, and is made when it is first opened.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.stage = Stage(session, self)
        self.list_open = session.preferences.flag("list_open")
        self._asked_open = False
        self._complete = False
        self._explore: tuple[QWidget, ...] = (self.stage,)
        self.train: TrainView | None = None

    def complete(self) -> None:
        """Add everything but the stage, which gets its toolbar."""
        from anatomy_app.ui.height_grip import HeightGrip
        from anatomy_app.ui.muscle_list import MuscleList
        from anatomy_app.ui.panel import Panel
        from anatomy_app.ui.timeline_view import TimelineView
        from anatomy_app.ui.top_bar import TopBar

        session = self._session
        self.list, self.panel = MuscleList(session, self), Panel(session, self)
        self.timeline, self.top = TimelineView(session, self), TopBar(session, self)
        self.top.list.clicked.connect(self.toggle_list)
        self.stage.complete()
        self.grip = HeightGrip(session, self)
        self._explore = (self.list, self.stage, self.panel, self.timeline, self.grip)
        session.preferences.changed.connect(self._preference_changed)
        session.selection.arrived.connect(self.show_part)
        for part in (self.top, *self._explore):
            part.show()
        self._complete = True
        self.restyle()
        self.arrange()
        if self.in_train:
            self.show_part()

    @property
    def in_train(self) -> bool:
        """Whether Train is open."""
        return self._session.selection.part is Part.TRAIN

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab walks through, in the order of reading."""
        if self.train is not None and self.in_train:
            return (self.top, *self.train.parts)
        held = [part for part in self._explore if part is not getattr(self, "grip", None)]
        return (self.top, *held) if self._complete else self._explore

    def show_part(self, *_: object) -> None:
        """Show the part that is open; the stride stands still while nobody sees it."""
        train = self._opened() if self.in_train else self.train
        if train is None or train.isVisibleTo(self) is self.in_train:
            return
        if self.in_train:
            self._session.clock.pause()
        for part in self._explore:
            part.setVisible(not self.in_train)
        train.setVisible(self.in_train)
        self.arrange()
        self.focus()

    def focus(self) -> None:
        """Hand the keys to the middle of the open part."""
        middle = self.train.middle if self.train is not None and self.in_train else self.stage
        middle.setFocus()

    def _opened(self) -> "TrainView":
        if self.train is None:
            from anatomy_app.ui.train_view import TrainView

            self.train = TrainView(self._session, self)
            self.train.hide()
        return self.train

    def restyle(self) -> None:
        """Hand the sheet to the parts with controls.

        Not to the window: hundreds of region buttons that nobody sees would each be styled.
        """
        sheet = style_sheet(self._session.theme)
        timeline = (self.timeline.gutter, self.timeline.rows.bar)
        for part in (self.top, self.list, self.panel, *timeline, self.stage.toolbar):
            part.setStyleSheet(sheet)
        self.top.search.drop.setStyleSheet(sheet)
        if self.train is not None:
            self.train.restyle()

    def toggle_list(self) -> None:
        """Show or hide the muscle list."""
        if self.width() < NARROW:
            self._asked_open = not self._asked_open
        else:
            self.list_open = not self.list_open
            self._session.preferences.put("list_open", self.list_open)
        self.arrange()

    def shows_list(self) -> bool:
        """Whether the list is open at this width."""
        return self._asked_open if self.width() < NARROW else self.list_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    @property
    def low(self) -> int:
        """Where the timeline begins."""
        usual = next(high for least, high in TIMELINE if self.height() >= least)
        wanted = round(self._session.preferences.number("timeline_height")) or usual
        most = max(self.height() - TOP - LEAST_STAGE, LEAST_TIMELINE)
        return self.height() - min(max(wanted, LEAST_TIMELINE), most)

    def raise_timeline(self, by: int) -> None:
        """Make the timeline taller by some pixels, or lower."""
        self._session.preferences.put("timeline_height", max(self.height() - self.low + by, 1))

    def _preference_changed(self, key: str) -> None:
        if key == "timeline_height":
            self.arrange()

    def arrange(self) -> None:
        """Give each part its place."""
        width, low = self.width(), self.low
        list_width = LIST[width >= LARGE]
        panel = SMALL_PANEL if width < TIGHT else PANEL[width >= LARGE]
        left = list_width + 1 if self.shows_list() else 0
        self.stage.setGeometry(QRect(left, TOP, width - panel - left - 1, low - TOP))
        if not self._complete:
            return
        self.top.setGeometry(0, 0, width, TOP)
        self.timeline.setGeometry(0, low, width, self.height() - low)
        self.timeline.set_left(list_width + 24)
        self.grip.stand_at(low, width)
        self.list.setVisible(self.shows_list() and not self.in_train)
        self.list.setGeometry(0, TOP, list_width, low - TOP)
        self.panel.setGeometry(QRect(width - panel, TOP, panel, low - TOP))
        if self.train is not None:
            self.train.setGeometry(0, TOP, width, self.height() - TOP)
            self.train.arrange(list_width if self.shows_list() else 0, panel)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        low = self.low
        edges = [self.stage.geometry().right() + 1.5]
        edges += [self.stage.x() - 0.5] if self.shows_list() else []
        for x in edges:
            painter.drawLine(QPointF(x, TOP), QPointF(x, low))
        painter.end()
