"""The main window: it arranges top bar, list, stage, panel and timeline, and nothing else."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QWidget

from anatomy_app.ui.actions import add_actions, matching
from anatomy_app.ui.commands import commands_for
from anatomy_app.ui.muscle_list import MuscleList
from anatomy_app.ui.panel import Panel
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage import Stage
from anatomy_app.ui.theming import palette, style_sheet
from anatomy_app.ui.timeline_view import TimelineView
from anatomy_app.ui.top_bar import TopBar

NARROW, TIGHT, LARGE = 1100, 1000, 1700
LIST, PANEL = (216, 240), (344, 400)
SMALL_PANEL = 304


class Centre(QWidget):
    """The five parts, placed by rules rather than by a grid: the track begins where the list ends."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self.top = TopBar(session, self)
        self.list = MuscleList(session, self)
        self.stage = Stage(session, self)
        self.panel = Panel(session, self)
        self.timeline = TimelineView(session, self)
        self.list_open = session.preferences.flag("list_open")
        self._asked_open = False
        self.top.list.clicked.connect(self.toggle_list)
        for first, second in ((self.top, self.list), (self.list, self.stage),
                              (self.stage, self.panel), (self.panel, self.timeline)):  # fmt: skip
            self.setTabOrder(first, second)

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

    def arrange(self) -> None:
        """Give each part its place."""
        width, large = self.width(), self.width() >= LARGE
        list_width = LIST[large]
        panel_width = SMALL_PANEL if width < TIGHT else PANEL[large]
        top, low = self.top.height(), self.height() - self.timeline.height()
        self.top.setGeometry(0, 0, width, top)
        self.timeline.setGeometry(0, low, width, self.timeline.height())
        self.timeline.set_left(list_width + 24)
        self.list.setVisible(self.shows_list())
        self.list.setGeometry(0, top, list_width, low - top)
        left = list_width + 1 if self.shows_list() else 0
        self.panel.setGeometry(QRect(width - panel_width, top, panel_width, low - top))
        self.stage.setGeometry(QRect(left, top, width - panel_width - left - 1, low - top))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        top, low = self.top.height(), self.timeline.y()
        edges = [self.panel.x() - 0.5]
        edges += [self.stage.x() - 0.5] if self.shows_list() else []
        for x in edges:
            painter.drawLine(QPointF(x, top), QPointF(x, low))
        painter.end()


class MainWindow(QMainWindow):
    """The window. Its keys and menu come from the table of commands."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.centre = Centre(session, self)
        self.setCentralWidget(self.centre)
        self.setWindowTitle(self.tr("Stride Atlas"))
        self.setMinimumSize(760, 560)
        self.actions_by_id = add_actions(self, commands_for(self))
        self.centre.top.search.commands = self.find_commands
        self.centre.top.menu.clicked.connect(self.show_menu)
        self.centre.stage.setFocus()
        self.theme_changed()
        session.themes.changed.connect(self.theme_changed)
        session.selection.changed.connect(self._announce)

    def find_commands(self, text: str) -> list[object]:
        """The commands that a text names."""
        return list(matching(self.actions_by_id, text))

    def show_menu(self) -> None:
        """The menu under its button."""
        menu = self.build_menu()
        button = self.centre.top.menu
        menu.popup(
            button.mapToGlobal(
                button.rect().bottomRight() - menu.sizeHint().toRectF().topRight().toPoint()
            )
        )

    def build_menu(self) -> QMenu:
        """Appearance, pictures, shortcuts, about."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in (
            ("theme_system", "theme_light", "theme_dark", "theme_contrast"),
            ("see_through", "list", "full_screen"),
            ("copy", "save_picture"),
            ("shortcuts", "about", "quit"),
        ):
            for id_ in group:
                menu.addAction(self.actions_by_id[id_])
            menu.addSeparator()
        return menu

    def theme_changed(self, *_: object) -> None:
        """Hand the theme's colours to Qt."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(self.session.theme))
        self.setStyleSheet(style_sheet(self.session.theme))

    def escape(self) -> None:
        """One step back per press: list, search text, selection, full screen."""
        search = self.centre.top.search
        if search.leave():
            return
        if isinstance(self.focusWidget(), QLineEdit):
            self.centre.stage.setFocus()
        elif self.session.selection.place.entity is not None:
            self.session.selection.clear()
        elif self.isFullScreen():
            self.showNormal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse walk the history."""
        if event.button() is Qt.MouseButton.BackButton:
            self.session.selection.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.session.selection.forward()
        super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.clock.pause()
        self.session.keep(self.saveGeometry())
        super().closeEvent(event)

    def _announce(self, *_: object) -> None:
        """Name the place in the title, which also tells a screen reader."""
        place = self.session.selection.place
        name = self.session.place_name(place)
        title = self.tr("Stride Atlas")
        self.setWindowTitle(f"{name} – {title}" if name else title)
