"""The texts of the panel: wrapped, with links that can be pressed."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPalette, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget

from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, TEXT, font


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


class Quiet(Text):
    """A label in the quieter text colour that follows the theme."""

    def __init__(self, session: Session, size: int = SMALL) -> None:
        super().__init__(size)
        self._session = session
        self._recolour()
        session.themes.changed.connect(self._recolour)

    def _recolour(self, *_: object) -> None:
        ink(self, self._session.theme.ink2)


def secondary(session: Session, size: int = SMALL) -> Text:
    """A label in the quieter text colour."""
    return Quiet(session, size)


def ink(label: Text, colour: str) -> None:
    """Colour a label's text; links keep the accent."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    label.setPalette(palette)
