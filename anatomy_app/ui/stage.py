"""The stage: the views of the body side by side on one ground and one scale."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.state.selection import Part, Place
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.hand import point
from anatomy_app.ui.motion import Motion
from anatomy_app.ui.open_views import OpenViews
from anatomy_app.ui.plate_view import PlateView
from anatomy_app.ui.runner_view import RunnerView
from anatomy_app.ui.session import SHOWN, Session
from anatomy_app.ui.stage_captions import paint_words
from anatomy_app.ui.stage_layout import OVERHANG_MM, Plan, arrange
from anatomy_app.ui.stage_showing import Showing
from anatomy_app.ui.stage_zoom import StageZoom

if TYPE_CHECKING:
    from anatomy_app.ui.stage_names import StageNames

TOOLBAR = 40


class Stage(QWidget):
    """All views of the body that are open. Clicks become intents to the selection.

    The plates come first; toolbar, names and the buttons for assistive technology are added by
    `complete`, after the first picture.
    """

    painted = Signal()  # once, when the plates have been painted for the first time

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._plan = Plan({}, 0.0, ())
        self._views: dict[View, BodyView] = {}
        self.zoom = StageZoom()
        self.zoom.changed.connect(self._zoomed)
        opens = OpenViews(session, self.width)
        self.open_views, self.toggle_view = opens.wanted, opens.toggle
        self.showing = Showing(
            session, self.zoom, lambda: self._plan, lambda view: opens.toggle(view, True)
        )
        self._names: StageNames | None = None
        self._complete = False
        self._seen = False
        self.setAccessibleName(self.tr("Body"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._ringed = False
        session.preferences.changed.connect(self._preference_changed)
        self.fade = Motion(session.preferences, session.peeling.left, session.peeling.fade, self)
        self.glide = Motion(session.preferences, self.zoom.departed, self.zoom.travel, self)
        session.peeling.changed.connect(self._repaint)
        session.selection.changed.connect(self._selected)
        session.selection.hovered_changed.connect(self._repaint)
        session.selection.previewed_changed.connect(self._repaint)
        session.selection.isolated_changed.connect(self._instant_changed)
        session.clock.moved.connect(self._instant_changed)
        session.clock.stride_changed.connect(self._instant_changed)
        session.themes.changed.connect(self._instant_changed)
        session.names.changed.connect(self._describe)

    def complete(self) -> None:
        """Add what the first picture does not need."""
        from anatomy_app.ui.drill import Peek
        from anatomy_app.ui.stage_names import StageNames
        from anatomy_app.ui.stage_notes import Note
        from anatomy_app.ui.toolbar import Toolbar

        self.toolbar = Toolbar(self._session, self, self.open_views, self.toggle_view)
        self.toolbar.setGeometry(0, self.height() - TOOLBAR, self.width(), TOOLBAR)
        self.toolbar.show()
        self.whole = QPushButton(self.tr("Whole body"), self)
        self.whole.setProperty("edged", True)
        self.whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.whole.clicked.connect(self.zoom.fit)
        self.whole.hide()
        self.installEventFilter(Peek(self, lambda: self.views))
        self.note = Note(self._session, self.showing, self)
        self._complete = True
        for made in self._views.values():
            made.complete()
        self._names = StageNames(self, self._session)
        self._names.later()

    @property
    def views(self) -> tuple[BodyView, ...]:
        """The open views, from left to right."""
        return tuple(self._views[view] for view in self._plan.places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._complete:
            self.toolbar.setGeometry(0, self.height() - TOOLBAR, self.width(), TOOLBAR)
            self.whole.move(self.width() - self.whole.sizeHint().width() - 16, 12)
        self.zoom.resized(QSizeF(self.width(), max(self.height() - TOOLBAR, 1)))
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        area = QRectF(0, 0, self.width(), self.height() - TOOLBAR)
        eye = self.zoom.viewport
        _, ground = eye.to_pixel(0.0, self._plan.ground)
        if not self.views:
            self._plate_painted()  # there is no other first picture to wait for
        elif event.rect().bottom() >= int(ground):  # not if only the bodies move
            paint_words(painter, self._session, self._plan, eye, area, self._left_out)
        if self._ringed:
            from anatomy_app.ui.controls import focus_ring

            focus_ring(painter, QRectF(self.rect()), theme, 0)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows what Tab reached, not where the mouse clicked."""
        reason = Qt.FocusReason
        self._ringed = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        self.update()

    def _left_out(self, view: View) -> int:
        """How many wanted names of a view have no room."""
        return self._names.left_out(view) if self._names is not None else 0

    def showEvent(self, event: QShowEvent) -> None:
        if not self.views:
            self._arrange()

    def _arrange(self) -> None:
        """Give every open view its place; where Train was left open, not before Explore is."""
        asleep = not self.views and self._session.selection.part is Part.TRAIN
        views, height = () if asleep else self.open_views(), self.height() - TOOLBAR
        self._plan = arrange(views, self.width(), height)
        for view, made in self._views.items():
            made.setVisible(view in self._plan.places)
        self._place_views()
        if self._names is not None:
            self._names.later()
        self.update()

    def _place_views(self, *, stretched: bool = False) -> None:
        """Give every open view the part of its column that the stage shows."""
        eye, stage = self.zoom.viewport, QRectF(0, 0, self.width(), self.height() - TOOLBAR)
        for view, place in self._plan.places.items():
            made = self._view(view)
            left, top, right, bottom = eye.box_to_pixel(
                (place.left, 0.0, place.left + place.width, self._plan.ground)
            )
            own = left
            if view is View.RUNNER:  # its trailing foot comes and goes behind the neighbour
                left -= OVERHANG_MM * place.scale * eye.scale
                right = self.width()
            column = QRect(round(left), round(top), round(right - left), round(bottom - top))
            box = column.intersected(stage.toRect())
            made.setVisible(not box.isEmpty())
            made.setGeometry(box)
            made.inset = max(own - box.left(), 0.0)
            x, y = eye.to_pixel(place.middle, self._plan.ground - place.lift)
            scale = place.scale * eye.scale
            made.place(scale, x - box.left(), y - box.top(), stretched=stretched)

    def _selected(self, place: Place) -> None:
        """See to it that it can be seen; tell assistive technology."""
        if not self.views:
            self._arrange()
        if self._complete:
            self.showing.chosen(place)
        self._describe()
        self._instant_changed()

    def _describe(self) -> None:
        if self._complete:
            from anatomy_app.ui.drill import told

            place = self._session.selection.place
            self.setAccessibleDescription(told(self._session, place))

    def _zoomed(self) -> None:
        if self._complete:
            self.whole.setVisible(self.zoom.is_zoomed)
        self._place_views(stretched=True)
        if self._names is not None:
            self._names.later(moving=True)
        self.update()

    def _view(self, view: View) -> BodyView:
        if view not in self._views:
            made = self._made(view)
            made.lower()  # a view that is opened later must not cover the controls
            made.picked.connect(self._picked)
            made.cleared.connect(self._session.selection.clear)
            made.hovered.connect(partial(point, self._session.selection.hover))
            made.previewed.connect(partial(point, self._session.selection.preview))
            made.listed.connect(partial(self.show_list, made))
            made.painted.connect(self._plate_painted)
            made.hand.panned.connect(self.zoom.pan)
            made.hand.zoomed.connect(self.zoom.zoom)
            self._views[view] = made
            if self._complete:
                made.complete()
        return self._views[view]

    def _made(self, view: View) -> BodyView:
        if view is not View.RUNNER:
            return PlateView(self._session, view, self)
        runner = RunnerView(self._session, self)
        runner.rested.connect(self._instant_changed)
        return runner

    def _plate_painted(self) -> None:
        """The last open view is on screen: whoever waits for the first picture may go on."""
        if not self._seen and all(made.is_painted for made in self.views):
            self._seen = True
            self.painted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer where no drawing lies under it."""
        self.zoom.wheel(event.position(), event.angleDelta().y())

    def _picked(
        self, drawn: str, side: Side, beneath: tuple[tuple[str, Side], ...] = (), *_: object
    ) -> None:
        structure = self._session.library.structure_of_region(drawn)
        if structure:
            self._session.selection.select(Entity(Kind.MUSCLE, structure), side, beneath)

    def drill(self) -> None:
        """Select what lies under the selected structure, as a further click on it does."""
        from anatomy_app.ui.drill import deeper

        if found := deeper(self._session, self.views):
            self._picked(*found)

    def show_list(self, view: BodyView, point: QPointF, at: QPoint) -> None:
        """Everything under the point, from the surface to the bone, and what hurts there."""
        from anatomy_app.ui.stage_menu import open_menu

        open_menu(self, self._session, view, point, at, self._picked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key lists what lies under the selected structure, as a right click does."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            return
        from anatomy_app.ui.plate_labels import selected_point

        if found := selected_point(self.views, self._session):
            made, at = found
            self.show_list(made, at, made.mapToGlobal(at.toPoint()))

    def _preference_changed(self, key: str) -> None:
        if key in ("layer", "figure"):
            for made in self._views.values():
                made.layer_changed()
        if key in ("views", "layer", "figure"):
            self._arrange()
        if key in (*SHOWN, "names", "theme"):
            self._instant_changed()

    def _instant_changed(self, *_: object) -> None:
        if self._complete:
            self.note.refresh()
        if self._names is not None:
            self._names.refresh()
        self._repaint()

    def rest(self) -> None:
        """Be at the end of every movement, with nothing left to be painted better."""
        for motion in (self.fade, self.glide):
            if motion.is_running:
                motion.finish()
        for made in self.views:
            made.crisp()
        if self._names is not None:
            self._names.rest()

    def _repaint(self, *_: object) -> None:
        for made in self.views:
            made.update()
