"""The two tabs that are no curves over the stride: speed, and the stage in words."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from anatomy_app.ui.curve_tabs import SPEED, STAGE
from anatomy_app.ui.session import Session
from anatomy_app.ui.speed_view import SpeedView
from anatomy_app.ui.stage_card import StageCard
from anatomy_app.ui.theming import style_sheet


class TimelinePages:
    """Each page is made when it is first shown, and lies over the place of the curves."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent
        self._pages: dict[str, SpeedView | StageCard] = {}

    @property
    def shown(self) -> SpeedView | StageCard | None:
        """The page of the chosen tab, if it has one."""
        tab = self._session.preferences.text("curves")
        if tab not in (SPEED, STAGE):
            return None
        if tab not in self._pages:
            made = SpeedView if tab == SPEED else StageCard
            self._pages[tab] = made(self._session, self._parent)
        return self._pages[tab]

    def place(self, box: QRect, left: int) -> None:
        """Lay the chosen page into a box; the track begins at `left` of the parent."""
        page = self.shown
        for other in self._pages.values():
            other.setVisible(other is page)
        if isinstance(page, SpeedView):
            page.setGeometry(box)
            page.place(left - box.left())
        elif page is not None:
            page.setStyleSheet(style_sheet(self._session.theme))
            page.setGeometry(box)
            page.begin_at(left - box.left())
        if page is not None:
            page.refresh()
            page.raise_()

    def moved(self) -> None:
        """The stride stands elsewhere: the words follow, the speed is the same."""
        page = self.shown
        if isinstance(page, StageCard):
            page.refresh()

    def reading(self) -> tuple[str, ...]:
        """What the page says, for whoever cannot see it."""
        page = self.shown
        return (page.reading(),) if page is not None else ()
