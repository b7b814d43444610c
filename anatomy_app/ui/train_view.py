"""The Train part of the window: filters, exercises in the middle, my plan at the right."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import style_sheet
from anatomy_app.ui.train_desk import PlanDesk
from anatomy_app.ui.train_list import ExerciseList
from anatomy_app.ui.train_middle import Middle
from anatomy_app.ui.train_model import FilterModel
from anatomy_app.ui.train_plan import PlanPanel
from anatomy_app.ui.train_print import ask_and_print, ask_and_save
from anatomy_app.ui.train_thumbs import Thumbnails
from anatomy_app.ui.train_tree import FilterTree


class TrainView(QWidget):
    """Made when Train is first opened. It lies over the parts of Explore."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.list = ExerciseList(session)
        self.desk = PlanDesk(session)
        thumbnails = Thumbnails(session, self)
        self.tree = FilterTree(session, FilterModel(session, self.list))
        self.middle = Middle(session, self.list, thumbnails)
        self.plan = PlanPanel(session, self.desk, self.list, thumbnails)
        self.parts: tuple[QWidget, ...] = (self.tree, self.middle, self.plan)
        for part in self.parts:
            part.setParent(self)
        self.middle.add_pressed.connect(self.desk.add)
        self.plan.opened.connect(lambda id_: self.list.open(Entity(Kind.EXERCISE, id_)))
        self.plan.print_pressed.connect(self.print_plan)
        self.plan.save_pressed.connect(self.save_plan)
        self.desk.failed.connect(lambda text, details: bad_news(self.window(), text, details))
        self.restyle()
        for path in self.desk.set_aside:
            text = self.tr(
                "The saved plan could not be read and was set aside as {0}. You begin with an "
                "empty plan; build or add to it, and it is kept again."
            )
            bad_news(self.window(), text.format(path))

    def restyle(self) -> None:
        """Hand the sheet to the parts with controls."""
        sheet = style_sheet(self._session.theme)
        for part in self.parts:
            part.setStyleSheet(sheet)

    def arrange(self, left: int, panel: int) -> None:
        """Place the parts: `left` and `panel` are widths in pixels, 0 for a folded list."""
        wide, tall = self.width(), self.height()
        self.tree.setVisible(left > 0)
        self.tree.setGeometry(0, 4, left, tall - 4)
        start = left + 1 if left else 0
        self.middle.setGeometry(QRect(start, 0, wide - panel - start - 1, tall))
        self.plan.setGeometry(QRect(wide - panel, 0, panel, tall))
        self.update()

    def add_shown(self) -> None:
        """Add the exercise that is shown to the plan."""
        if self.middle.detail.isVisible():
            self.desk.add(self.middle.detail.exercise)

    def print_plan(self) -> None:
        """Print one page, if there is something in the plan."""
        if self.desk.desk.plan is not None and self.desk.items:
            ask_and_print(self.window(), self._session, self.desk.desk.plan)

    def save_plan(self) -> None:
        """Save the page as PDF, if there is something in the plan."""
        if self.desk.desk.plan is not None and self.desk.items:
            ask_and_save(self.window(), self._session, self.desk.desk.plan)

    def escape(self) -> bool:
        """One step back: from a page to the list, then to all exercises; whether there was one."""
        if self.list.is_of_page:
            self._session.selection.back()
        elif self.list.filters:
            self.list.clear()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        for x in (self.middle.x() - 0.5, self.plan.x() - 0.5):
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()
