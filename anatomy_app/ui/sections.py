"""A section of the panel: a hairline, a heading, and rich text whose links can be pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from anatomy_app.ui.pages import Section
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Part, Text, ink

if TYPE_CHECKING:
    from anatomy_app.ui.panel_cards import PanelCards


class SectionView(Part):
    """One section."""

    link_pressed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ruled = True
        self._warning = False
        self._trained = ""
        self.cards: PanelCards | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.setObjectName("first cards")
        self._soon.timeout.connect(self._make_first_cards)
        self._heading, self._more, self._body = Text(bold=True), Text(), Text()
        self._more.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 6)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._body)
        for label in (self._heading, self._more, self._body):
            label.linkActivated.connect(self.link_pressed)

    def show_section(self, section: Section, *, ruled: bool = True) -> None:
        """Show a section; `ruled` draws the hairline above it."""
        self._ruled, self._warning = ruled, section.warning
        self._heading.show_html(section.heading)
        self._heading.setVisible(bool(section.heading))
        self._more.show_html(section.link)
        self._more.setVisible(bool(section.link))
        self._body.show_html(self._session.names.masked(section.html))
        self._body.setVisible(bool(section.html))
        self._show_cards(section.trained)
        self._colour()
        self.setAccessibleName(section.heading)
        self.setVisible(True)
        self.update()

    def _show_cards(self, trained: str) -> None:
        """The exercises of a structure, or none."""
        self._trained = trained
        if self.cards is not None:
            self.cards.setVisible(bool(trained))
            if trained:
                self.cards.show_structure(trained)
                self.updateGeometry()
        elif trained:
            self._soon.start()

    def make_cards(self) -> "PanelCards":
        """The place of the cards, made now if there is none."""
        if self.cards is None:
            from anatomy_app.ui.panel_cards import PanelCards

            self.cards = PanelCards(self._session)
            self.cards.hide()
            self.cards.pressed.connect(self.link_pressed)
            self._column.addWidget(self.cards)
        return self.cards

    def _make_first_cards(self) -> None:
        """They come after the text: nothing of them may have been imported before."""
        self.make_cards()
        self._show_cards(self._trained)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        if self._ruled:
            painter.setPen(QPen(theme.colour("line"), theme.hairline))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        if self._warning:
            painter.fillRect(0, 12, 2, self.height() - 18, theme.colour("warn"))
        painter.end()

    def _colour(self) -> None:
        colour = self._session.theme.warn if self._warning else self._session.theme.ink
        ink(self._heading, colour)
        self._column.setContentsMargins(10 if self._warning else 0, 10, 0, 6)
