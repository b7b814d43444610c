"""Which rows the heat strip shows: groups, the muscles of those that are open, and scrolling."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.timeline import PITCH, STRIP, STRIPS
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.session import Session

ROWS = (
    "gluteals", "quadriceps", "hamstrings", "calf", "shin", "hip_flexors",
    "hip_abductors", "adductors", "fibulars", "deep_calf",
)  # fmt: skip
CHEVRON = 14


def open_groups(session: Session) -> tuple[str, ...]:
    """The groups whose muscles are shown."""
    kept = session.preferences.text("open_strips").split(",")
    return tuple(each for each in kept if each in ROWS and each in session.structures)


def all_rows(session: Session) -> tuple[str, ...]:
    """The groups, each with its muscles below it if it is open."""
    rows: list[str] = []
    opened = open_groups(session)
    for group in ROWS:
        rows.append(group)
        if group in opened:
            members = session.library.index.members(group)
            rows += [each for each in members if each not in rows]
    return tuple(rows)


def row_of(session: Session, rows: tuple[str, ...]) -> str:
    """The row that stands for the selection: its own, or that of its smallest group."""
    selected = session.selection.place.structure
    if selected is None or selected not in session.structures:
        return ""
    candidates = (selected, *session.library.index.groups_of(selected))
    return next((key for key in candidates if key in rows), "")


class Chevron(QAbstractButton):
    """Opens a group, and closes it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.opened = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        colour = theme.colour("ink" if self.underMouse() else "ctl")
        box = QRectF(self.rect())
        paint_icon(painter, "down" if self.opened else "right", box.adjusted(1, 1, -1, -1), colour)
        if self.hasFocus():
            focus_ring(painter, box, theme, 3)
        painter.end()


class RowBar(QScrollBar):
    """Scrolls the rows where they have no room; Up and Down do it too."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._session = session
        self.setAccessibleName(self.tr("Rows of the strip"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), self._session.theme, 3)
            painter.end()


class Owner(Protocol):
    """What shows the rows."""

    def rows_changed(self) -> None: ...


class StripRows:
    """The chevrons that open groups, and the scroll bar where there are more rows than room."""

    def __init__(self, session: Session, owner: Owner, parent: QWidget) -> None:
        self._session, self._owner, self._parent = session, owner, parent
        self._chevrons: dict[str, Chevron] = {}
        self._room = 6
        self.bar = RowBar(session, parent)
        self.bar.valueChanged.connect(self._scrolled)

    def visible(self) -> tuple[str, ...]:
        """The rows on screen; the last gives way to a selection that no row stands for."""
        rows = all_rows(self._session)
        first = min(self.bar.value(), max(len(rows) - self._room, 0))
        shown = rows[first : first + self._room]
        selected = self._session.selection.place.structure
        if selected is None or selected not in self._session.structures:
            return shown
        if self._session.structures[selected].is_passive or row_of(self._session, rows):
            return shown
        return (*shown[:-1], selected)

    def reveal(self) -> None:
        """Scroll to the row that stands for the selection."""
        rows = all_rows(self._session)
        key = row_of(self._session, rows)
        if key:
            index, first = rows.index(key), self.bar.value()
            self.bar.setValue(min(max(first, index - self._room + 1), index))

    def place(self, left: float, width: int, axis: float, *, shown: bool) -> None:
        """Lay out bar and chevrons for a track that begins at `left`."""
        self._room = max(int((axis - STRIPS) // PITCH), 1)
        rows = all_rows(self._session)
        self.bar.setRange(0, max(len(rows) - self._room, 0))
        self.bar.setPageStep(self._room)
        self.bar.setGeometry(width - 12, round(STRIPS), 10, round(self._room * PITCH))
        self.bar.setVisible(shown and len(rows) > self._room)
        for button in self._chevrons.values():
            button.hide()
        for index, key in enumerate(self.visible() if shown else ()):
            if key in ROWS:
                self._place_chevron(key, round(left) - CHEVRON - 2, round(STRIPS + index * PITCH))

    def _place_chevron(self, key: str, x: int, y: int) -> None:
        opened, name = key in open_groups(self._session), self._session.name(key)
        button = self._chevrons.get(key) or self._make(key)
        text = self._parent.tr("Close {0}") if opened else self._parent.tr("Open {0}")
        button.setAccessibleName(text.format(name))
        button.setToolTip(text.format(name))
        button.opened = opened
        button.update()
        button.setGeometry(x, y, CHEVRON, round(STRIP))
        button.show()

    def _make(self, key: str) -> Chevron:
        button = Chevron(self._session, self._parent)
        button.clicked.connect(partial(self.toggle, key))
        self._chevrons[key] = button
        return button

    def toggle(self, key: str, *_: object) -> None:
        """Open a group, or close it."""
        opened = open_groups(self._session)
        kept = [each for each in opened if each != key] if key in opened else [*opened, key]
        self._session.preferences.put("open_strips", ",".join(kept))

    def _scrolled(self, _: int) -> None:
        self._owner.rows_changed()
