"""The main window: keys, menu, history buttons, geometry; its parts are arranged in the centre."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from anatomy_app.state.selection import Part
from anatomy_app.ui.centre import Centre
from anatomy_app.ui.keeping import keep
from anatomy_app.ui.playing import Player, Warmer
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from anatomy_app.ui.actions import Command


class MainWindow(QMainWindow):
    """The window. `complete` adds what the first picture does not need."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setWindowTitle(self.tr("Stride Atlas"))
        self.setMinimumSize(760, 560)
        self._recolour()
        self.centre = Centre(session, self)
        self.setCentralWidget(self.centre)
        self.player = Player(session.clock, self)
        self.warmer = Warmer(self._warm_up(), self)
        self.actions_by_id: dict[str, QAction] = {}
        self.commands: tuple[Command, ...] = ()
        session.themes.changed.connect(self.theme_changed)
        session.selection.arrived.connect(self._announce)
        session.names.changed.connect(self._announce)

    def complete(self) -> None:
        """Everything but the stage, then keys and menu."""
        from anatomy_app.ui.actions import add_actions
        from anatomy_app.ui.commands import commands_for

        self.centre.complete()
        self.commands = commands_for(self)
        self.actions_by_id = add_actions(self, self.commands)
        self.centre.top.search.commands = self.find_commands
        self.centre.top.search.opened.connect(self.centre.focus)
        self.centre.top.menu.clicked.connect(self.show_menu)
        self.session.selection.arrived.connect(self._part_changed)
        self._part_changed()
        self.centre.focus()
        self._announce()

    def _warm_up(self) -> Iterator[bool]:
        """All that the first picture did not need, in steps of some milliseconds."""
        yield from self.session.warm_up()
        yield from self.centre.panel.warm_up()
        for view in self.centre.stage.views:
            yield from view.warm_up()

    def find_commands(self, text: str) -> list[QAction]:
        """The commands that a text names."""
        from anatomy_app.ui.actions import matching

        actions = self.actions_by_id | ({} if self.centre.in_train else self.compartments)
        return [action for action in matching(actions, text) if action.isEnabled()]

    @cached_property
    def compartments(self) -> dict[str, QAction]:
        """A command for each compartment; made late, because they need the whole content."""
        from anatomy_app.ui.actions import add_actions
        from anatomy_app.ui.isolating import compartment_commands

        return add_actions(self, compartment_commands(self.session))

    def show_menu(self) -> None:
        """The menu under its button, flush with its right edge."""
        menu, button = self.build_menu(), self.centre.top.menu
        corner = button.mapToGlobal(button.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def build_menu(self) -> "QMenu":
        """What the open part can do."""
        from anatomy_app.ui.main_menu import make_menu

        return make_menu(self)

    def theme_changed(self, *_: object) -> None:
        """Hand the theme's colours to Qt."""
        self._recolour()
        if self.actions_by_id:
            self.centre.restyle()

    def _recolour(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(self.session.theme))

    def escape(self) -> None:
        """One step back per press: list of hits, search text, selection, zoom, full screen."""
        search = self.centre.top.search
        if search.leave():
            return
        train = self.centre.train if self.centre.in_train else None
        if self.focusWidget() in (search, self.centre.list.filter):
            self.centre.focus()
        elif not (train.escape() if train is not None else self._escape_explore()):
            self.showNormal() if self.isFullScreen() else None

    def _escape_explore(self) -> bool:
        """One step back in Explore; whether there was one."""
        selection, zoom = self.session.selection, self.centre.stage.zoom
        if selection.stands_alone:
            selection.isolate(None)
        elif selection.place.entity is not None:
            selection.clear()
        elif zoom.is_zoomed:
            zoom.fit()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Keys that a focused control needs are not shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            from anatomy_app.ui.keyboard import keeps

            if keeps(self.focusWidget(), event):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's own name)
        """Tab walks through the parts as they are read."""
        from anatomy_app.ui.keyboard import move_focus

        return move_focus(self.centre.parts, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        from anatomy_app.ui.keyboard import presses

        if not presses(self.focusWidget(), event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse walk the history."""
        if event.button() is Qt.MouseButton.BackButton:
            self.session.selection.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.session.selection.forward()
        super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.clock.pause()
        self.warmer.stop()
        keep(self.session, self.saveGeometry())
        super().closeEvent(event)

    def _announce(self, *_: object) -> None:
        """Name the place in the title, which also tells a screen reader."""
        from anatomy_app.ui.part_tabs import part_words

        name = self.session.place_name(self.session.selection.place)
        if self.centre.in_train:
            entity = self.session.selection.training.entity
            train = part_words(Part.TRAIN)
            name = f"{self.session.names.entity(entity)} – {train}" if entity else train
        title = self.tr("Stride Atlas")
        self.setWindowTitle(f"{name} – {title}" if name else title)
        if name:
            self._say(name)

    def _part_changed(self, *_: object) -> None:
        """Keys of a part that is not open do nothing."""
        from anatomy_app.ui.commands_parts import is_useful

        for id_, action in self.actions_by_id.items():
            action.setEnabled(is_useful(id_, self.session.selection.part))

    def _say(self, name: str) -> None:
        """Have a screen reader say where the user went, if one listens."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))
