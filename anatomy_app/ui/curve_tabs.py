"""The quiet chooser of what lies under the stage bars: activity, one muscle, angles, force ..."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from anatomy_app.ui.controls import TOGETHER, focus_ring
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.words import translate

ACTIVITY, MUSCLE, ANGLES, FORCE, SPEED, STAGE = TABS = (
    "activity", "muscle", "angles", "force", "speed", "stage",
)  # fmt: skip


TALLEST = 28.0  # pixels of a tab


def tab_words(tab: str) -> tuple[str, str]:
    """The word of a tab, and what it shows."""
    return {
        ACTIVITY: (
            translate("CurveTabs", "Activity"),
            translate("CurveTabs", "Activity of the groups, both legs, as strips"),
        ),
        MUSCLE: (
            translate("CurveTabs", "Muscle"),
            translate("CurveTabs", "Activity of the selected muscle with its spread"),
        ),
        ANGLES: (
            translate("CurveTabs", "Angles"),
            translate("CurveTabs", "Angles of hip, knee and ankle"),
        ),
        FORCE: (
            translate("CurveTabs", "Force"),
            translate("CurveTabs", "Ground force, vertical and fore-aft"),
        ),
        SPEED: (
            translate("CurveTabs", "Speed"),
            translate("CurveTabs", "What changes with speed, and how that is known"),
        ),
        STAGE: (
            translate("CurveTabs", "Stage"),
            translate("CurveTabs", "What happens in this stage, in words"),
        ),
    }[tab]


class CurveTab(QAbstractButton):
    """One word; the chosen one is bold with an accent at its edge."""

    def __init__(self, session: Session, tab: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        word, hint = tab_words(tab)
        self.setText(word)
        self.setToolTip(hint)
        self.setAccessibleName(word)
        self.setAccessibleDescription(hint)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font(SMALL))

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(font(SMALL, bold=True))
        return QSize(bold.horizontalAdvance(self.text()) + 16, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), theme.colour("sunk"))
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour("tint"))
            painter.fillRect(QRectF(0, 0, 3, self.height()), theme.colour("accent"))
        painter.setFont(font(SMALL, bold=self.isChecked()))
        painter.setPen(theme.colour("ink" if self.isChecked() else "ink2"))
        box = QRectF(10, 0, self.width() - 10, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme, 2)
        painter.end()


class CurveTabs(QWidget):
    """The tabs, one below the other, over the whole height."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(self.tr("Curves"))
        self.setProperty(TOGETHER, True)
        self.tabs = {tab: CurveTab(session, tab, self) for tab in TABS}
        for tab, button in self.tabs.items():
            button.clicked.connect(partial(self._choose, tab))
        session.preferences.changed.connect(self._changed)
        session.themes.changed.connect(self._repaint)
        self._changed("curves")

    @property
    def wide(self) -> int:
        """The pixels that the longest word needs."""
        return max(button.sizeHint().width() for button in self.tabs.values())

    def _choose(self, tab: str, *_: object) -> None:
        self._session.preferences.put("curves", tab)
        self._changed("curves")  # a click on the chosen tab leaves it chosen

    def _changed(self, key: str) -> None:
        if key == "curves":
            for tab, button in self.tabs.items():
                button.setChecked(tab == self._session.preferences.text("curves"))

    def _repaint(self, *_: object) -> None:
        for button in self.tabs.values():
            button.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        pitch = min(self.height() / len(TABS), TALLEST)
        edges = [round(pitch * i) for i in range(len(TABS) + 1)]
        for button, top, bottom in zip(self.tabs.values(), edges, edges[1:], strict=False):
            button.setGeometry(0, top, self.width(), bottom - top)
