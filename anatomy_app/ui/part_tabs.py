"""The chooser of the parts of the window in the top bar: Explore, Train."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from anatomy_app.state.selection import Part, Training
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import TEXT, font
from anatomy_app.ui.words import translate

TALL, BAR = 48, 2


def part_words(part: Part) -> str:
    """The name of a part."""
    return {
        Part.EXPLORE: translate("Parts", "Explore"),
        Part.TRAIN: translate("Parts", "Train"),
    }[part]


class PartTab(QAbstractButton):
    """One word; that of the open part is bold with an accent below it."""

    def __init__(self, session: Session, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setText(part_words(part))
        self.setAccessibleName(part_words(part))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(TEXT, bold=True)).horizontalAdvance(self.text()) + 32, TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked() or self.underMouse()
        painter.setFont(font(TEXT, bold=self.isChecked()))
        painter.setPen(theme.colour("ink" if lit else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            bar = QRectF(16, self.height() - BAR, self.width() - 32, BAR)
            painter.fillRect(bar, theme.colour("accent"))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()).adjusted(4, 8, -4, -8), theme)
        painter.end()


class PartTabs(QWidget):
    """The words side by side."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(self.tr("Parts of the window"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.tabs = {part: PartTab(session, part, self) for part in Part}
        for part, tab in self.tabs.items():
            tab.clicked.connect(partial(self._open, part))
            row.addWidget(tab)
        session.selection.arrived.connect(self.refresh)
        session.themes.changed.connect(self.refresh)
        self.refresh()

    def _open(self, part: Part, *_: object) -> None:
        open_part(self._session, part)
        self.refresh()  # a press on the open part leaves it open

    def refresh(self, *_: object) -> None:
        """Show which part is open."""
        for part, tab in self.tabs.items():
            tab.setChecked(part is self._session.selection.part)
            tab.update()


def open_part(session: Session, part: Part) -> None:
    """Open a part where it was left; a structure chosen since then goes with the user to Train."""
    selection = session.selection
    structure = selection.place.structure
    wanted = (f"muscle:{structure}",)
    came = part is Part.TRAIN and selection.part is Part.EXPLORE and structure is not None
    if came and wanted != selection.training.filters[:1]:
        selection.train(Training(None, wanted))
    else:
        selection.open(part)
