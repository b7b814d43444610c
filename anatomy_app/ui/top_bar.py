"""The top bar: history, search field, a word on hidden names, the parts, the list, the menu."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from anatomy_app.paint.icons import icon
from anatomy_app.ui.part_tabs import PartTabs
from anatomy_app.ui.search_box import SearchBox
from anatomy_app.ui.session import Session

HEIGHT = 48


class TopBar(QWidget):
    """What stands above everything."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.setFixedHeight(HEIGHT)
        self.back = self._button(self.tr("Back"))
        self.forward = self._button(self.tr("Forward"))
        self.list = self._button(self.tr("Show or hide the muscle list"))
        self.menu = self._button(self.tr("Menu"))
        self.search = SearchBox(session, window)
        self.hidden = QPushButton(self)
        self.hidden.setProperty("edged", True)
        self.hidden.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hidden.clicked.connect(session.names.hidden.reveal_all)
        self.parts = PartTabs(session, self)
        self._lay_out()
        self.back.clicked.connect(session.selection.back)
        self.forward.clicked.connect(session.selection.forward)
        session.selection.arrived.connect(self.refresh)
        session.themes.changed.connect(self.refresh)
        session.names.changed.connect(self._count)
        self._count()
        self.refresh()

    def _count(self) -> None:
        """Say that names are hidden, and how many."""
        count = len(self._session.names.hidden)
        self.hidden.setText(self.tr("Names hidden: {0} · Reveal all").format(count))
        self.hidden.setVisible(bool(count))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(0)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addSpacing(12)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(380)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        row.addWidget(self.hidden)
        row.addSpacing(8)
        row.addWidget(self.parts)
        row.addSpacing(8)
        row.addWidget(self.list)
        row.addSpacing(4)
        row.addWidget(self.menu)

    def refresh(self, *_: object) -> None:
        """Show whether there is a way back and forward."""
        theme, selection = self._session.theme, self._session.selection
        for button, name, possible in (
            (self.back, "back", selection.can_go_back),
            (self.forward, "forward", selection.can_go_forward),
        ):
            button.setIcon(icon(name, theme.colour("ink" if possible else "off")))
            button.setEnabled(possible)
        self.list.setIcon(icon("list", theme.colour("ink")))
        self.menu.setIcon(icon("menu", theme.colour("ink")))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        y = self.height() - 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.end()
