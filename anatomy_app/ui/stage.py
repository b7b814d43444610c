"""The stage: the views of the body side by side on one ground and one scale, and its toolbar."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from anatomy_app.model.drawing import View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.regions import Hit
from anatomy_app.paint.look import ColourMode
from anatomy_app.ui import words
from anatomy_app.ui.controls import LayerSlider, Legend, MenuButton, Toggle
from anatomy_app.ui.plate_labels import labels_for
from anatomy_app.ui.plate_view import PlateView
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_layout import CAPTION, MARGIN, Plan, arrange
from anatomy_app.ui.theming import SMALL, font

TOOLBAR = 40


class Toolbar(QWidget):
    """Layer, colouring with its legend, views and names."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        preferences = session.preferences
        self.layer = LayerSlider(session)
        self.layer.setValue(int(preferences.number("layer")))
        self.layer.valueChanged.connect(partial(preferences.put, "layer"))
        self.colour = MenuButton(session, self.tr("Colour"))
        self.legend = Legend(session)
        self.views = MenuButton(session, self.tr("Views"))
        self.names = Toggle(session, self.tr("Names"))
        self.names.setChecked(preferences.flag("names"))
        self.names.toggled.connect(partial(preferences.put, "names"))
        self._lay_out()
        self._colour_menu()
        self.refresh()
        preferences.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(4)
        self._layer_word = _Word(self._session, self.tr("Layer"))
        row.addWidget(self._layer_word)
        row.addWidget(self.layer)
        row.addSpacing(8)
        row.addWidget(self.colour)
        row.addWidget(self.legend, 1)
        row.addWidget(self.views)
        row.addWidget(self.names)

    def refresh(self, *_: object) -> None:
        """Show the settings in force."""
        mode = ColourMode(self._session.preferences.text("colour"))
        self.colour.set_texts(self.tr("Colour"), self.colour_words()[mode])
        self.views.set_texts("", self.tr("Views"))
        self.layer.setValue(int(self._session.preferences.number("layer")))
        self.names.setChecked(self._session.preferences.flag("names"))
        self.legend.update()

    def colour_words(self) -> dict[ColourMode, str]:
        """What the body can be coloured by."""
        return {
            ColourMode.ACTIVITY: self.tr("Activity"),
            ColourMode.CONTRACTION: self.tr("Contraction"),
            ColourMode.GROUP: self.tr("Group"),
            ColourMode.ANATOMY: self.tr("Anatomy"),
        }

    def _colour_menu(self) -> None:
        menu, group = QMenu(self.colour), QActionGroup(self)
        preferences = self._session.preferences
        for mode, word in self.colour_words().items():
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(preferences.text("colour") == mode)
            action.triggered.connect(partial(_put, self._session, "colour", mode.value))
            group.addAction(action)
        menu.addSeparator()
        only = menu.addAction(self.tr("Measured only, hide simulated"))
        only.setCheckable(True)
        only.setChecked(preferences.flag("measured_only"))
        only.toggled.connect(partial(preferences.put, "measured_only"))
        self.colour.setMenu(menu)


class _Word(QWidget):
    """A small grey word that follows the theme."""

    def __init__(self, session: Session, text: str) -> None:
        super().__init__()
        self._session, self._text = session, text
        self.setFont(font(SMALL))
        self.setFixedSize(self.fontMetrics().horizontalAdvance(text) + 2, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._session.theme.colour("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


class Stage(QWidget):
    """All views of the body that are open. Clicks become intents to the selection."""

    view_opened = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan = Plan({}, 0.0, ())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._views: dict[View, PlateView] = {}
        self.toolbar = Toolbar(session, self)
        self._views_menu()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.setObjectName("labels")
        self._settle.timeout.connect(self._refresh_labels)
        session.preferences.changed.connect(self._preference_changed)
        session.selection.changed.connect(self._instant_changed)
        session.selection.hovered_changed.connect(self._repaint)
        session.clock.moved.connect(self._instant_changed)
        session.clock.stride_changed.connect(self._instant_changed)
        session.themes.changed.connect(self._instant_changed)

    @property
    def views(self) -> tuple[PlateView, ...]:
        """The open views, from left to right."""
        return tuple(self._views[view] for view in self._plan.places)

    def open_views(self) -> tuple[View, ...]:
        """Which views the user wants; by default front, back and side as space allows."""
        wish = self._session.preferences.text("views")
        if wish == "auto":
            wide = self.width() >= 560
            return (View.FRONT, View.BACK, View.SIDE) if wide else (View.FRONT, View.BACK)
        chosen = [View(word) for word in wish.split(",") if word in tuple(View)]
        return tuple(chosen) or (View.FRONT,)

    def toggle_view(self, view: View, shown: bool) -> None:
        """Open or close a view; at least one stays open."""
        wanted = {*self.open_views(), view} if shown else {*self.open_views()} - {view}
        if wanted:
            ordered = ",".join(each for each in View if each in wanted)
            self._session.preferences.put("views", ordered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.toolbar.setGeometry(0, self.height() - TOOLBAR, self.width(), TOOLBAR)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        for y in (self._plan.ground, self.height() - TOOLBAR):
            painter.drawLine(QPointF(MARGIN, y + 0.5), QPointF(self.width() - MARGIN, y + 0.5))
        painter.setPen(theme.colour("ink2"))
        painter.setFont(font(SMALL))
        for view, place in self._plan.places.items():
            box = QRectF(place.middle - 80, self._plan.ground + 4, 160, CAPTION - 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._caption(view))
        painter.end()

    def _caption(self, view: View) -> str:
        wanted = int(self._session.preferences.number("layer"))
        number = min(wanted, self._session.library.layers(view))
        if number == 1:
            return words.view(view)
        return self.tr("{0}, layer {1}").format(words.view(view), number)

    def _arrange(self) -> None:
        """Give every open view its place on the common scale and ground."""
        height = self.height() - TOOLBAR
        self._plan = arrange(self.open_views(), self.width(), height)
        for view, made in self._views.items():
            made.setVisible(view in self._plan.places)
        for view, place in self._plan.places.items():
            made = self._view(view)
            made.setGeometry(round(place.left), 0, round(place.width), round(self._plan.ground))
            made.place(
                place.scale, place.middle - round(place.left), self._plan.ground - place.lift
            )
            made.setVisible(True)
        self._settle.start()
        self.update()

    def _view(self, view: View) -> PlateView:
        if view not in self._views:
            made = PlateView(self._session, view, self)
            made.picked.connect(self._picked)
            made.cleared.connect(self._session.selection.clear)
            made.hovered.connect(self._hovered)
            made.listed.connect(self._show_list)
            self._views[view] = made
        return self._views[view]

    def _picked(self, drawn: str, side: object) -> None:
        structure = self._session.library.structure_of_region(drawn)
        if structure:
            self._session.selection.select(Entity(Kind.MUSCLE, structure), side)  # type: ignore[arg-type]

    def _hovered(self, hit: Hit | None) -> None:
        if hit is None:
            self._session.selection.hover(None)
        else:
            self._session.selection.hover(Entity(Kind.MUSCLE, hit.structure), hit.side)

    def _show_list(self, hits: tuple[Hit, ...], at: QPoint) -> None:
        """Everything under the point, from the surface to the bone."""
        if not hits:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for hit in hits:
            name = self._session.region_name(hit.structure, hit.side)
            action = menu.addAction(self.tr("{0}   layer {1}").format(name, hit.layer))
            action.triggered.connect(partial(self._picked, hit.structure, hit.side))
        menu.popup(at)

    def _preference_changed(self, key: str) -> None:
        if key == "layer":
            for made in self._views.values():
                made.layer_changed()
        if key in ("views", "layer"):
            self._arrange()
        if key in ("colour", "measured_only", "see_through", "names", "theme"):
            self._instant_changed()

    def _instant_changed(self, *_: object) -> None:
        self._refresh_labels()
        self.update()

    def _repaint(self, *_: object) -> None:
        for made in self.views:
            made.show_instant()

    def _refresh_labels(self) -> None:
        for made in self.views:
            made.show_labels(labels_for(made, self._session))
            made.show_instant()

    def _views_menu(self) -> None:
        menu = QMenu(self.toolbar.views)
        self._view_actions: dict[View, QAction] = {}
        for view in View:
            action = menu.addAction(words.view(view))
            action.setCheckable(True)
            action.triggered.connect(partial(self.toggle_view, view))
            self._view_actions[view] = action
        menu.addSeparator()
        through = menu.addAction(self.tr("See through the iliotibial band"))
        through.setCheckable(True)
        through.setChecked(self._session.preferences.flag("see_through"))
        through.toggled.connect(partial(self._session.preferences.put, "see_through"))
        menu.aboutToShow.connect(self._check_views)
        self.toolbar.views.setMenu(menu)

    def _check_views(self) -> None:
        for view, action in self._view_actions.items():
            action.setChecked(view in self.open_views())


def _put(session: Session, key: str, value: str, *_: object) -> None:
    session.preferences.put(key, value)
