"""A section of the panel: a hairline, a heading, and rich text whose links can be pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from anatomy_app.ui.pages import Section
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font

if TYPE_CHECKING:
    from anatomy_app.ui.panel_cards import PanelCards


class Text(QLabel):
    """Wrapped text of the panel; links are reached by Tab and opened by Enter."""

    def __init__(self, size: int = TEXT, *, bold: bool = False, italic: bool = False) -> None:
        super().__init__()
        self.below = 0  # pixels kept free under the text
        self._heights: dict[int, int] = {}
        self.setFont(font(size, bold=bold, italic=italic))
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(1)  # long words wrap or are cut: they never widen the panel

    def heightForWidth(self, width: int) -> int:
        """Of the wrapped text, in pixels; layouts ask often, and Qt lays out the text each time."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width) + self.below
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A wrapped text is content with any width: Qt would try out several to find a nice one."""
        return QSize(1, 1) if self.wordWrap() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return QSize(1, 1) if self.wordWrap() else super().minimumSizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab arrives at a link, not at the text around it."""
        super().focusInEvent(event)
        reason = Qt.FocusReason
        if event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() is reason.TabFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's own name)
        """To the next link, which is scrolled into view, or out of the text."""
        moved = super().focusNextPrevChild(next)
        if self.hasFocus() and self.hasSelectedText():
            from anatomy_app.ui.keyboard import show_line

            letters = len(QTextDocumentFragment.fromHtml(self.text()).toPlainText())
            show_line(self, self.height() * self.selectionStart() // max(letters, 1))
        return moved

    def changeEvent(self, event: QEvent) -> None:
        """Qt keeps the colour of links in the text: it is set anew when the theme changes."""
        super().changeEvent(event)
        self._heights.clear()
        if event.type() is QEvent.Type.PaletteChange and "<a " in self.text():
            html = self.text()
            self.clear()
            self.setText(html)

    def show_html(self, html: str) -> None:
        """Show rich text; a text without links is not a stop for the Tab key."""
        if html != self.text():
            self._heights.clear()
            self.setText(html)
            linked = "<a " in html
            policy = Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.NoFocus
            self.setFocusPolicy(policy)
            self.setVisible(bool(html))


class Part(QWidget):
    """A column of texts as wide as its place: for a hint Qt would lay out all at another width."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


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
        _ink(self._heading, colour)
        self._column.setContentsMargins(10 if self._warning else 0, 10, 0, 6)


class Quiet(Text):
    """A label in the quieter text colour that follows the theme."""

    def __init__(self, session: Session, size: int = SMALL) -> None:
        super().__init__(size)
        self._session = session
        self._recolour()
        session.themes.changed.connect(self._recolour)

    def _recolour(self, *_: object) -> None:
        _ink(self, self._session.theme.ink2)


def secondary(session: Session, size: int = SMALL) -> Text:
    """A label in the quieter text colour."""
    return Quiet(session, size)


def _ink(label: Text, colour: str) -> None:
    """Colour a label's text; links keep the accent."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    label.setPalette(palette)
