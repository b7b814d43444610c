"""The right of Train: my plan, with its wishes, its rows, the safety line, print and PDF."""

from html import escape

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.filtering import Facet
from anatomy_app.model.knowledge import Level
from anatomy_app.paint.icons import icon
from anatomy_app.ui import train_reasons, train_words
from anatomy_app.ui.pages import links
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Text, secondary
from anatomy_app.ui.theming import LARGE, TEXT
from anatomy_app.ui.train_chips import Chips
from anatomy_app.ui.train_desk import PlanDesk
from anatomy_app.ui.train_list import ExerciseList
from anatomy_app.ui.train_page import general_line, warnings
from anatomy_app.ui.train_plan_view import PlanView
from anatomy_app.ui.train_thumbs import Thumbnails

MINUTES, DAYS = (10, 20, 30, 45), (1, 2, 3, 4)
USUAL = ("step", "mat", "band", "bench")  # equipment that has a chip without being owned
NOTHING = ("none", "other")  # no things that one can have
ROOMY = 660  # pixels of height from which all warning signs have room
ANEW, WISHES = "anew:", "wishes:"  # links: build for what is chosen, show or fold the wishes


class PlanPanel(QWidget):
    """My plan. Nothing here diagnoses; the safety line is always above print and save."""

    opened = Signal(str)
    print_pressed = Signal()
    save_pressed = Signal()

    def __init__(
        self, session: Session, desk: PlanDesk, listed: ExerciseList, thumbnails: Thumbnails
    ) -> None:
        super().__init__()
        self._session, self.desk, self._list = session, desk, listed
        self._open = False  # whether the wishes are shown where they take the room of the plan
        self._was_low = False
        self.title, self.total = Text(LARGE, bold=True), secondary(session, TEXT)
        self.about, self.hint = secondary(session, TEXT), secondary(session)
        self.undo = QToolButton()
        self.minutes = Chips(session, self.tr("Minutes"))
        self.equipment = Chips(session, self.tr("Equipment"))
        self.days = Chips(session, self.tr("Days"))
        self.level = Chips(session, self.tr("Up to level"))
        self.rows = PlanView(session, desk, thumbnails)
        self.empty = Text()
        self.build = QPushButton(self.tr("Build from weak points"))
        self.notes, self.safety = secondary(session), secondary(session)
        self.print = QPushButton(self.tr("Print one page"))
        self.save = QPushButton(self.tr("Save PDF"))
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("My plan"))
        self.total.setWordWrap(False)
        self.undo.setIconSize(QSize(16, 16))
        self.undo.setAccessibleName(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.save.setToolTip(self.tr("PDF on A4 or US Letter, or text"))
        self.print.setProperty("primary", True)
        for button in (self.build, self.save):
            button.setProperty("edged", True)
        for control in (self.undo, self.build, self.print, self.save):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(0)
        head = _row(self.title, self.undo, self.total, stretch=0)
        head.setAlignment(self.total, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addSpacing(6)
        self.wishes = (self.minutes, self.equipment, self.days, self.level)
        for chips in self.wishes:
            column.addWidget(chips)
        column.addSpacing(8)
        column.addWidget(_Rule(self._session))
        self._before_empty = QWidget()
        self._before_empty.setFixedHeight(10)
        column.addWidget(self._before_empty)
        column.addWidget(self.rows, 100)
        column.addWidget(self.empty)
        column.addWidget(self.hint)
        column.addLayout(_row(self.build))
        column.addSpacing(12)
        column.addWidget(self.notes)
        column.addWidget(self.safety)
        column.addSpacing(12)
        column.addLayout(_row(self.print, self.save))
        column.addStretch(1)
        self.empty.below = self.hint.below = 10
        self.notes.below = 8
        self.title.show_html(self.tr("My plan"))
        self.empty.show_html(
            self.tr(
                "Nothing in the plan yet: add exercises, or choose muscles, stages or complaints "
                "at the left and have it built."
            )
        )

    def _connect(self) -> None:
        desk = self.desk
        self.undo.clicked.connect(desk.undo)
        self.minutes.pressed.connect(lambda key: desk.set_minutes(int(key)))
        self.days.pressed.connect(lambda key: desk.set_days(int(key)))
        self.level.pressed.connect(lambda key: desk.set_level(Level(key)))
        self.equipment.pressed.connect(desk.own)
        self.build.clicked.connect(self.build_plan)
        self.about.linkActivated.connect(self._follow)
        self.safety.linkActivated.connect(lambda text: self._list.open(Entity.parse(text)))
        self.print.clicked.connect(self.print_pressed)
        self.save.clicked.connect(self.save_pressed)
        self.rows.opened.connect(self.opened)
        desk.changed.connect(self.refresh)
        self._list.changed.connect(self.refresh)
        self._session.themes.changed.connect(self.refresh)

    def _follow(self, target: str) -> None:
        if target == WISHES:
            self._open = not self._open
            self.refresh()
        else:
            self.build_plan()

    @property
    def is_low(self) -> bool:
        """Whether wishes and exercises have no room side by side."""
        return self.height() < ROOMY and bool(self.desk.items)

    def build_plan(self, *_: object) -> None:
        """Build the plan from what is chosen at the left, else say what to choose."""
        focus = self._list.weak_points
        self.hint.show_html("" if focus else self._how())
        if focus:
            self.desk.build(focus)

    def _build_words(self) -> str:
        """What the button would build the plan for."""
        names = self._session.names
        weak = [names.entity(each).partition(" (")[0] for each in self._list.weak_points]
        if not weak:
            return self.tr("Build from weak points")
        text = self.tr("Build for {0}").format(", ".join(weak)).replace("&", "&&")
        room = max(self.width() - 80, 160)
        return self.build.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _how(self) -> str:
        return self.tr("First choose muscles, stages or a complaint at the left.")

    def refresh(self, *_: object) -> None:
        """Show the plan as it is now."""
        plan, theme, self._was_low = self.desk.desk.plan, self._session.theme, self.is_low
        is_empty = not self.desk.items
        self.total.show_html(train_words.minutes(plan.minutes) if plan and not is_empty else "")
        self.about.show_html(self._about())
        for said in (self.total, self.about):  # an empty text would be read out as one
            said.setVisible(bool(said.text()))
        self._show_chips()
        for chips in self.wishes:
            chips.setVisible(self._open or not self.is_low)
        self.rows.setVisible(not is_empty)
        self.rows.setMaximumHeight(self.rows.needed)
        for part in (self.empty, self._before_empty):
            part.setVisible(is_empty)
        self.build.setVisible(is_empty)
        self.build.setText(self._build_words())
        if self._list.weak_points:
            self.hint.show_html("")
        self.hint.setVisible(bool(self.hint.text()))
        self._show_notes()
        self._show_safety()
        self.undo.setEnabled(self.desk.can_undo)
        self.undo.setIcon(icon("undo", theme.colour("ink" if self.desk.can_undo else "off")))
        self.print.setIcon(icon("print", theme.colour("off" if is_empty else "on_accent")))
        for button in (self.print, self.save):
            button.setEnabled(not is_empty)

    def _about(self) -> str:
        """What the plan is for, and the way to build it for something else, or otherwise."""
        desk, focus, names = self.desk.desk, self.desk.focus, self._session.names
        parts = []
        if focus:
            weak = ", ".join(names.entity(each).partition(" (")[0] for each in focus)
            parts.append(escape(self.tr("For {0}").format(weak)))
        if desk.days > 1:
            parts.append(self.tr("{0} days a week").format(desk.days))
        parts += self._wished() if self.is_low and not self._open else []
        text = ", ".join(parts)
        if self.is_low:
            text = f"{text} · {_link(WISHES, self.tr('Done') if self._open else self.tr('Change'))}"
        wished = self._list.weak_points
        if self.desk.items and wished and wished != focus:
            link = _link(ANEW, self.tr("Build for what is chosen"))
            text = f"{text} · {link}" if text else link
        return text

    def _wished(self) -> list[str]:
        """The wishes in words."""
        wish = self.desk.desk
        things = [train_words.need(each).lower() for each in wish.equipment]
        level = self.tr("up to {0}").format(train_words.level(wish.level).lower())
        minutes = self.tr("up to {0} min").format(wish.minutes)
        return [minutes, *(things or [self.tr("no equipment")]), level]

    def _show_notes(self) -> None:
        """What the plan does not meet of what was wished."""
        plan, names = self.desk.desk.plan, self._session.names
        found = (
            train_reasons.gaps(names.atlas, plan) if plan is not None and self.desk.focus else ()
        )
        self.notes.show_html("<br>".join(escape(names.masked(each)) for each in found))
        self.notes.setVisible(bool(found))

    def _show_safety(self) -> None:
        """The signs of a complaint in full; where there is no room, the way to them."""
        atlas, focus = self._session.library.atlas, self.desk.focus
        complaints = [each for each in focus if each.kind is Kind.INJURY]
        signs = " ".join(signs for _, signs in warnings(atlas, focus))
        text = escape(f"{signs} {general_line()}".strip())
        if complaints and self.height() < ROOMY:
            names = links(self._session.names.atlas, Kind.INJURY, (each.id for each in complaints))
            first = self.tr("Warning signs first: {0}.").format(names)
            text = f"{first} {escape(general_line())}"
        self.safety.show_html(text)

    def _show_chips(self) -> None:
        wish = self.desk.desk
        self.minutes.show_chips({str(each): str(each) for each in MINUTES}, [str(wish.minutes)])
        self.days.show_chips({str(each): str(each) for each in DAYS}, [str(wish.days)])
        levels = {each.value: train_words.level(each) for each in Level}
        self.level.show_chips(levels, [wish.level.value], tuple(levels))  # the others in a menu
        used = [
            id_ for id_ in self._list.filtering.used(Facet.NEEDS) if id_ not in ("none", "other")
        ]
        usual = [id_ for id_ in USUAL if id_ in used]
        seldom = [id_ for id_ in used if id_ not in usual]
        texts = {id_: train_words.need(id_) for id_ in (*usual, *seldom)}
        self.equipment.show_chips(texts, wish.equipment, seldom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._session.theme.colour("panel"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.is_low is not self._was_low:
            self.refresh()
        self._show_safety()
        narrow = self.width() < 330
        self.print.setText(self.tr("Print") if narrow else self.tr("Print one page"))


class _Rule(QWidget):
    """A hairline."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setFixedHeight(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.drawLine(QPointF(0, 1), QPointF(self.width(), 1))
        painter.end()


def _link(target: str, word: str) -> str:
    return f'<a style="text-decoration:none" href="{target}">{word}</a>'


def _row(*widgets: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Widgets side by side; the one at `stretch` takes what is left, else the end does."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, int(at == stretch))
    if stretch < 0:
        row.addStretch(1)
    return row
