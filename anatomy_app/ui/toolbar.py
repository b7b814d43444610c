"""The toolbar of the stage: layer, colouring with its legend, views and names."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from anatomy_app.model.drawing import View
from anatomy_app.paint.look import ColourMode
from anatomy_app.ui import words
from anatomy_app.ui.controls import LayerSlider, Legend, MenuButton
from anatomy_app.ui.names_menu import NamesButton
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_layout import MARGIN
from anatomy_app.ui.theming import SMALL, font

ROOMY = 800  # pixels from which there is room for the word before the choice of colours


class Toolbar(QWidget):
    """Layer, colouring with its legend, views and names."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        open_views: Callable[[], tuple[View, ...]],
        toggle_view: Callable[[View, bool], None],
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_views = open_views
        preferences = session.preferences
        self.layer = LayerSlider(session)
        self.layer.setValue(int(preferences.number("layer")))
        self.layer.valueChanged.connect(partial(preferences.put, "layer"))
        self.colour = MenuButton(session, self.tr("Colour"))
        self.legend = Legend(session)
        self.views = MenuButton(session, self.tr("Views"))
        self.names = NamesButton(session)
        self._lay_out()
        self._colour_menu()
        self._views_menu(toggle_view)
        self.refresh()
        preferences.changed.connect(self.refresh)
        session.selection.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(round(MARGIN), 0, 12, 0)
        row.setSpacing(4)
        self._layer_word = _Word(self._session, self.tr("Layer"))
        row.addWidget(self._layer_word)
        row.addWidget(self.layer)
        row.addSpacing(4)
        row.addWidget(self.colour)
        row.addWidget(self.legend, 1)
        row.addWidget(self.views)
        row.addWidget(self.names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()

    def _make_room(self) -> None:
        """In a narrow stage the word of the slider goes first, then the legend."""
        controls = (self.layer, self.colour, self.views, self.names)
        taken = round(MARGIN) + 36 + sum(control.minimumWidth() for control in controls)
        room = self.width() - taken - self.legend.minimumWidth()
        self._layer_word.setVisible(room >= self._layer_word.minimumWidth() + 4)
        self.legend.setVisible(room >= 0)

    def refresh(self, *_: object) -> None:
        """Show the settings in force."""
        self._refresh_colour()
        self.views.set_texts("", self.tr("Views"))
        shown = ", ".join(words.view(view) for view in self._open_views())
        self.views.setAccessibleDescription(shown)
        self.layer.setValue(int(self._session.preferences.number("layer")))
        self.names.refresh(roomy=self.width() >= ROOMY)
        self.see_through.setChecked(self._session.preferences.flag("see_through"))
        self.legend.refresh()
        self._make_room()

    def _refresh_colour(self) -> None:
        """The chosen colouring; a setting of a run takes its place while it is selected."""
        label = self.tr("Colour") if self.width() >= ROOMY else ""
        chosen = self.colour_words()[ColourMode(self._session.preferences.text("colour"))]
        if self._session.mode is ColourMode.SETTING:
            hint = self.tr("Coloured by the setting of the run. Esc leaves it: {0} again.")
            self.colour.set_texts(label, self.tr("Setting"))
            self.colour.setToolTip(hint.format(chosen))
            self.colour.setAccessibleDescription(self.colour.toolTip())
        else:
            self.colour.set_texts(label, chosen)
            self.colour.setToolTip("")
        self._modes.setEnabled(self._session.mode is not ColourMode.SETTING)

    def colour_words(self) -> dict[ColourMode, str]:
        """What the body can be coloured by."""
        return {
            ColourMode.ACTIVITY: self.tr("Activity"),
            ColourMode.CONTRACTION: self.tr("Contraction"),
            ColourMode.GROUP: self.tr("Group"),
            ColourMode.ANATOMY: self.tr("Anatomy"),
        }

    def _colour_menu(self) -> None:
        menu = QMenu(self.colour)
        self._modes = group = QActionGroup(self)
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

    def _views_menu(self, toggle_view: Callable[[View, bool], None]) -> None:
        menu = QMenu(self.views)
        self.view_actions: dict[View, QAction] = {}
        for view in View:
            action = menu.addAction(words.view(view))
            action.setCheckable(True)
            action.triggered.connect(partial(_switch, action, partial(toggle_view, view)))
            self.view_actions[view] = action
        menu.addSeparator()
        through = menu.addAction(self.tr("See through the iliotibial band"))
        through.setCheckable(True)
        through.setChecked(self._session.preferences.flag("see_through"))
        through.toggled.connect(partial(self._session.preferences.put, "see_through"))
        menu.addSeparator()
        self._figure_menu(menu)
        menu.aboutToShow.connect(self._check_views)
        self.see_through = through
        self.views.setMenu(menu)

    def _figure_menu(self, menu: QMenu) -> None:
        group, preferences = QActionGroup(self), self._session.preferences
        for figure, word in (
            ("male", self.tr("Male figure")),
            ("female", self.tr("Female figure")),
        ):
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(preferences.text("figure") == figure)
            action.triggered.connect(partial(_put, self._session, "figure", figure))
            group.addAction(action)

    def _check_views(self) -> None:
        for view, action in self.view_actions.items():
            action.setChecked(view in self._open_views())


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


def _switch(action: QAction, call: Callable[[bool], None], *_: object) -> None:
    """Tell whether an entry of a menu is checked now; its signal may come without saying so."""
    call(action.isChecked())


def _put(session: Session, key: str, value: str, *_: object) -> None:
    session.preferences.put(key, value)
