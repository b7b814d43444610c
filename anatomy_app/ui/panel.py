"""The panel: all that the atlas says of the selected place, or of the instant if none is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.state.selection import Place
from anatomy_app.ui.instant_head import InstantHead
from anatomy_app.ui.pages import FEW, TRAIN, Page, train_link
from anatomy_app.ui.pages_other import page as other_page
from anatomy_app.ui.pages_structure import structure_page
from anatomy_app.ui.sections import SectionView
from anatomy_app.ui.session import Session
from anatomy_app.ui.structure_head import StructureHead
from anatomy_app.ui.texts import Part, Text, secondary
from anatomy_app.ui.theming import LARGE

BENEATH, REVEAL = "beneath:", "reveal:"
USUAL = 6  # sections on the page of a structure


class Panel(QScrollArea):
    """Text, curve and stages of one place. Every name in it is a link."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = session.selection.place
        self._sections: list[SectionView] = []
        self._rest = Page("", "", "", ())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("lower sections")
        self._later.timeout.connect(self._show_rest)
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.setObjectName("first page")
        self._first.timeout.connect(self._show_first)
        self.kicker, self.title = secondary(session), Text(LARGE, bold=True)
        self.subtitle, self.beneath = secondary(session), secondary(session)
        self.structure, self.instant = StructureHead(session), InstantHead(session)
        self._build()
        for part in (self.structure, self.instant):
            part.link_pressed.connect(self.follow)
        for label in (self.kicker, self.subtitle, self.beneath):
            label.linkActivated.connect(self.follow)
        session.selection.changed.connect(self.show_place)
        session.clock.moved.connect(self._moved)
        session.clock.stride_changed.connect(self._stride_changed)
        session.themes.changed.connect(self._theme_changed)
        session.names.changed.connect(self.refresh)
        session.preferences.changed.connect(self._preference_changed)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Muscle panel"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        content = Part()
        content.setObjectName("panel")
        content.setAccessibleName(self.tr("Muscle panel"))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(22, 14, 22, 22)  # and 2 for the ring of the focus
        self._column.setSpacing(0)
        for widget in (
            self.kicker, self.title, self.subtitle, self.beneath, self.structure, self.instant
        ):  # fmt: skip
            self._column.addWidget(widget)
        self._column.addStretch(1)
        font = self.subtitle.font()
        font.setItalic(True)
        self.subtitle.setFont(font)
        self.subtitle.below = self.beneath.below = 8
        self.setWidget(content)
        self._heads(title=False, structure=False, instant=False)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's own name)
        """The window moves the focus and scrolls to it: a tall text is not shown at its middle."""
        return self.window().focusNextPrevChild(next)

    def showEvent(self, event: QShowEvent) -> None:
        """Say something at once, but after the first picture."""
        super().showEvent(event)
        self._first.start()

    def _show_first(self) -> None:
        """The first page, then the parts of the next: the first click is to be like the others."""
        self.refresh()
        self._make_sections(USUAL)
        self.structure.rows.show_roles({}, self.structure.stage_names())
        self._column.activate()
        width = self.instant.width() - self.verticalScrollBar().sizeHint().width()
        for part in (self.structure, *self._sections):
            if not part.isHidden():
                continue  # the page that is shown has its place already
            part.resize(width, 0)
            for child in part.findChildren(QWidget):
                child.ensurePolished()

    def warm_up(self) -> Iterator[bool]:
        """Make what the first page of a structure will need below its text, in steps."""
        import anatomy_app.model.reasons  # noqa: F401 (half of what the cards import)

        yield True
        self._make_sections(USUAL)
        cards = self._sections[0].make_cards()  # exercises come first on every page
        yield True
        cards.make(FEW)
        yield True

    def show_place(self, place: Place) -> None:
        """Show an entity, or the instant."""
        if place != self._place:
            self.verticalScrollBar().setValue(0)
        self._place = place
        with self._laid_out_once():
            if place.entity is None:
                self._show_instant()
            elif place.structure in self._session.structures:
                self._show_structure(str(place.structure), place.side)
            else:
                self._show_other(place.entity)

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Qt would lay out the whole column for each part that is shown."""
        self._column.setEnabled(False)
        yield
        self._column.setEnabled(True)
        self._column.invalidate()

    def refresh(self) -> None:
        """Show the same place anew."""
        self.show_place(self._place)

    def follow(self, link: str) -> None:
        """Go where a link points."""
        if link.startswith(TRAIN):
            self._session.train(Entity.parse(link.removeprefix(TRAIN)))
        elif link == REVEAL:
            self._session.names.hidden.reveal(str(self._place.structure))
        elif link.startswith(BENEATH):
            drawn, side = self._place.beneath[int(link.removeprefix(BENEATH))]
            entity = Entity(Kind.MUSCLE, self._session.library.structure_of_region(drawn) or drawn)
            self._session.selection.select(entity, side, self._place.beneath)
        else:
            self._session.selection.select(Entity.parse(link), self._side_for(link))

    def _side_for(self, link: str) -> Side | None:
        """A link from a left muscle leads to the left side of the next."""
        return self._place.side if link.startswith("muscle:") else None

    def _show_instant(self) -> None:
        self._later.stop()
        self._heads(title=False, structure=False, instant=True)
        self.instant.show_instant()
        self._show_sections(Page("", "", "", ()))

    def _show_structure(self, id_: str, side: Side | None) -> None:
        atlas = self._session.names.atlas
        structure, activity = atlas.structures[id_], self._session.activation(id_)
        page = structure_page(
            atlas,
            structure,
            activity,
            figure_notes=self._session.figure_notes(),
            length=self._session.doings.how_known(id_),
        )
        self._heads(title=True, structure=True, instant=False)
        self._show_title(page)
        self.beneath.show_html(self._beneath(id_))
        self.structure.show_structure(structure, side)
        self._rest = page
        self._later.start()

    def _beneath(self, shown: str) -> str:
        """Everything under the clicked point, from the surface to the bone, each a link."""
        if len(self._place.beneath) < 2:
            return ""
        names = []
        for index, (drawn, _) in enumerate(self._place.beneath):
            structure = self._session.library.structure_of_region(drawn) or drawn
            name = escape(self._session.name(structure))
            link = f'<a style="text-decoration:none" href="{BENEATH}{index}">{name}</a>'
            names.append(f"<b>{name}</b>" if structure == shown else link)
        return self.tr("Under this point: {0}").format(" › ".join(names))

    def _show_other(self, entity: Entity) -> None:
        self._later.stop()
        page = other_page(self._session.names.atlas, entity)
        if page is None:
            page = Page("", self.tr("Nothing is known of {0}").format(entity), "", ())
        elif entity.kind is not Kind.SOURCE:
            page = replace(page, kicker=f"{page.kicker} · {self._train_link(entity)}")
        self._heads(title=True, structure=False, instant=False)
        self._show_title(page)
        self._show_sections(page)

    def _train_link(self, entity: Entity) -> str:
        """The way to the same page in Train, or to the exercises of a stage."""
        text = self.tr("Exercises") if entity.kind is Kind.STAGE else self.tr("Open in Train")
        return train_link(entity, text)

    def _heads(self, *, title: bool, structure: bool, instant: bool) -> None:
        for label in (self.kicker, self.title, self.subtitle):
            label.setVisible(title)
        self.beneath.setVisible(False)
        self.structure.setVisible(structure)
        self.instant.setVisible(instant)

    def _show_title(self, page: Page) -> None:
        masked = self._session.names.masked
        self.kicker.show_html(masked(page.kicker))
        self.title.show_html(escape(masked(page.title)))
        self.title.setAccessibleName(masked(page.title))
        self.subtitle.show_html(self._reveal_link() or escape(masked(page.subtitle)))

    def _reveal_link(self) -> str:
        """The way back from a hidden name."""
        if self._place.structure not in self._session.names.hidden:
            return ""
        return f'<a style="text-decoration:none" href="{REVEAL}">{self.tr("Reveal the name")}</a>'

    def _show_rest(self) -> None:
        """What lies below the fold follows once the upper part is on screen."""
        with self._laid_out_once():
            self._show_sections(self._rest)

    def _show_sections(self, page: Page) -> None:
        self._make_sections(len(page.sections))
        for index, view in enumerate(self._sections):
            if index < len(page.sections):
                view.show_section(page.sections[index])
            else:
                view.setVisible(False)

    def _make_sections(self, count: int) -> None:
        while len(self._sections) < count:
            made = SectionView(self._session)
            made.hide()
            made.link_pressed.connect(self.follow)
            self._column.insertWidget(self._column.count() - 1, made)
            self._sections.append(made)

    def _moved(self, *_: object) -> None:
        if self._place.entity is None:
            self.instant.show_instant()
        elif self.structure.isVisibleTo(self):
            self.structure.show_instant()

    def _stride_changed(self, *_: object) -> None:
        if self._place.entity is None or self.structure.isVisibleTo(self):
            self.refresh()

    def _preference_changed(self, key: str) -> None:
        if key == "figure":
            self.refresh()

    def _theme_changed(self, *_: object) -> None:
        self.refresh()
