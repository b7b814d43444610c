"""The middle of Train: warning signs first, then a page, then the cards of the list."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Exercise
from anatomy_app.ui import train_words
from anatomy_app.ui.controls import MenuButton
from anatomy_app.ui.motion import is_reduced
from anatomy_app.ui.pages import Page, Section, link, paragraph
from anatomy_app.ui.pages_other import page as other_page
from anatomy_app.ui.sections import SectionView
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Part, Text, secondary
from anatomy_app.ui.theming import LARGE, TEXT
from anatomy_app.ui.train_cards import GAP, Cards
from anatomy_app.ui.train_detail import Detail
from anatomy_app.ui.train_list import ExerciseList
from anatomy_app.ui.train_player import TrainPlayer
from anatomy_app.ui.train_thumbs import Thumbnails

MARGIN, EDGE = 24, 4  # pixels around the page, and at its right beside the scroll bar
EXPLORE = "explore:"


class Middle(QScrollArea):
    """What is read and chosen in Train."""

    add_pressed = Signal(str)

    def __init__(self, session: Session, listed: ExerciseList, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session, self._list = session, listed
        self._page: Entity | None = None
        self.player = TrainPlayer(session.library, self)
        self.warning = SectionView(session)
        self.kicker, self.title = secondary(session), Text(LARGE, bold=True)
        self.sections: list[SectionView] = []
        self.detail = Detail(session, self.player)
        self.heading, self.sort = Text(TEXT), MenuButton(session, self.tr("Order"))
        self.cards = Cards(session, self.player, thumbnails)
        self._build()
        self._fill_sort()
        self.detail.add_pressed.connect(self.add_pressed)
        for signal in (
            self.detail.link_pressed, self.warning.link_pressed, self.heading.linkActivated,
            self.kicker.linkActivated,
        ):  # fmt: skip
            signal.connect(self.follow)
        self.cards.opened.connect(lambda id_: listed.open(Entity(Kind.EXERCISE, id_)))
        self.cards.marked.connect(self._show_card)
        listed.changed.connect(self.refresh)
        session.themes.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Exercises"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        content = Part()
        content.setObjectName("train")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(MARGIN - 2, 14, EDGE - 2, MARGIN)
        whole.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(2, 0, GAP, 0)  # the last card has a gap behind it, too
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.sort)
        for widget in (self.warning, self.kicker, self.title, self.detail):
            self._column.addWidget(widget)
        self._column.addSpacing(16)
        self._column.addLayout(head)
        whole.addLayout(self._column)
        whole.addWidget(self.cards)
        whole.addStretch(1)
        self.setWidget(content)

    def _fill_sort(self) -> None:
        menu, group = QMenu(self.sort), QActionGroup(self)
        self.orders: dict[str, QAction] = {}
        for key, text in self._sort_words().items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self._put_sort(key))
            group.addAction(action)
            self.orders[key] = action
        self.sort.setMenu(menu)

    def _sort_words(self) -> dict[str, str]:
        return {
            "direct": self.tr("Most direct first"),
            "name": self.tr("By name"),
            "level": self.tr("By level"),
        }

    def _put_sort(self, key: str) -> None:
        self._session.preferences.put("train_sort", key)

    def follow(self, text: str) -> None:
        """Go where a link points; `explore:` shows the page beside the body."""
        if text.startswith(EXPLORE):
            self._session.selection.select(Entity.parse(text.removeprefix(EXPLORE)), sought=True)
        else:
            self._list.open(Entity.parse(text))

    def refresh(self, *_: object) -> None:
        """Show the page and the list as they are now."""
        page, atlas = self._list.page, self._session.names.atlas
        record = atlas.record(page) if page else None
        self._show_warning()
        if isinstance(record, Exercise):
            if page != self._page:
                moves = not is_reduced(self._session.preferences)
                self.player.show_page(record.id, playing=moves)
            self._show_text(None)
            self.detail.show_exercise(record, self._list.why(record.id))
        else:
            self.player.show_page("", playing=False)
            self._show_text(self._text_of(page))
        self.detail.setVisible(isinstance(record, Exercise))
        self._show_list()
        if page != self._page:
            self.verticalScrollBar().setValue(0)
        self._page = page

    def _show_warning(self) -> None:
        """A list that was chosen by a complaint begins with its warning signs."""
        injury = self._list.complaint
        is_it = self._list.page is not None and self._list.page.kind is Kind.INJURY
        self.warning.setVisible(injury is not None and not is_it)
        if injury is None or is_it:
            return
        about = self.tr("All about it: {0}").format(
            link(Entity(Kind.INJURY, injury.id), injury.name)
        )
        care = self.tr("This is education, not a diagnosis.")
        html = paragraph(train_words.see_a_clinician(injury.red_flags)) + escape(care) + " " + about
        self.warning.show_section(
            Section(self.tr("Warning signs"), html, warning=True), ruled=False
        )

    def _text_of(self, page: Entity | None) -> Page | None:
        if page is None:
            way = self.tr("Press a chosen row at the left again to leave it out, or Esc for all.")
            nothing = Section("", escape(way))
            return Page("", self.tr("No exercise has all of this"), "", (nothing,))
        found = other_page(self._session.names.atlas, page)
        return found or Page("", self.tr("Nothing is known of {0}").format(page), "", ())

    def _show_text(self, page: Page | None) -> None:
        masked = self._session.names.masked
        shown = page.sections if page is not None else ()
        if self._list.page is not None and self._list.page.kind is Kind.INJURY:
            shown = tuple(s for s in shown if "exercise:" not in s.html)  # they are the cards
        while len(self.sections) < len(shown):
            made = SectionView(self._session)
            made.link_pressed.connect(self.follow)
            self._column.insertWidget(3 + len(self.sections), made)
            self.sections.append(made)
        for index, view in enumerate(self.sections):
            view.setVisible(index < len(shown))
            if index < len(shown):
                view.show_section(shown[index], ruled=index > 0)
        self.title.show_html(escape(masked(page.title)) if page else "")
        self.kicker.show_html(self._kicker(page) if page else "")
        for label in (self.title, self.kicker):
            label.setVisible(bool(label.text()))

    def _kicker(self, page: Page) -> str:
        """The kind of page, and the way to the body if the page has muscles."""
        entity = self._list.page
        if entity is None or entity.kind not in (Kind.INJURY, Kind.CONTEXT):
            return page.kicker
        to = f'<a style="text-decoration:none" href="{EXPLORE}{entity}">'
        return f"{page.kicker} · {to}{self.tr('Show on the body')}</a>"

    def _show_list(self) -> None:
        ids, page = self._list.ids, self._list.page
        shown = bool(ids) or not self._list.is_of_page
        for widget in (self.heading, self.sort, self.cards):
            widget.setVisible(shown)
        head = escape(self._session.names.masked(self._list.heading))
        self.heading.show_html(f"<b>{head}</b>&nbsp;&nbsp;{train_words.exercises(len(ids))}")
        sort = self._session.preferences.text("train_sort")
        self.sort.set_texts("", self._sort_words()[sort])
        self.sort.setVisible(shown and not self._list.is_of_page)
        self.orders[sort].setChecked(True)
        self.cards.show_ids(ids, page.id if page and page.kind is Kind.EXERCISE else "")

    def _show_card(self, top: int, bottom: int) -> None:
        y = self.cards.y()
        self.ensureVisible(0, y + bottom, 0, MARGIN)
        self.ensureVisible(0, y + top, 0, MARGIN)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.player.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.player.set_seen(False)
        self.cards.thumbnails.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring tells of the focus to who came by Tab."""
        reason = Qt.FocusReason
        by_key = event.reason() in (reason.TabFocusReason, reason.BacktabFocusReason)
        if self.property("ring") is not by_key:
            self.setProperty("ring", by_key)
            self.style().unpolish(self)
            self.style().polish(self)
        super().focusInEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's own name)
        """The window moves the focus and scrolls to it."""
        return self.window().focusNextPrevChild(next)
