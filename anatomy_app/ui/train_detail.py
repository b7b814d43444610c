"""The page of an exercise: figure, dose, how to do it, who should take care, what it trains."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Exercise
from anatomy_app.model.reasons import Facts
from anatomy_app.paint.icons import icon
from anatomy_app.ui import train_reasons, train_words
from anatomy_app.ui.controls import TOGETHER
from anatomy_app.ui.pages import link, links, sources
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Part, Text, secondary
from anatomy_app.ui.theming import LARGE, SMALL, TEXT
from anatomy_app.ui.train_facts import FactColumn
from anatomy_app.ui.train_figure import SHAPE, MovingFigure
from anatomy_app.ui.train_player import TrainPlayer

PRIMARY, SECONDARY = 0.72, 0.36  # on the scale of activity: main and helping muscles
SIDE_BY_SIDE = SHAPE.width() + 230  # pixels from which the text stands beside the figure


class Detail(Part):
    """All that the library says of one exercise."""

    add_pressed = Signal(str)
    link_pressed = Signal(str)

    def __init__(self, session: Session, player: TrainPlayer) -> None:
        super().__init__()
        self._session, self._player = session, player
        self.exercise = ""
        self.title, self.purpose = Text(LARGE, bold=True), secondary(session, TEXT)
        self.add = QPushButton(self.tr("Add to plan"))
        self.add.setProperty("primary", True)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(lambda *_: self.add_pressed.emit(self.exercise))
        self.moving = MovingFigure(session, player)
        self.facts = FactColumn(session, self.link_pressed.emit)
        self.more = FactColumn(session, self.link_pressed.emit, 6)
        for group in (self.moving, self.facts, self.more):
            group.setProperty(TOGETHER, True)
        self._lay_out()
        self._recolour()
        session.themes.changed.connect(self._recolour)

    def _lay_out(self) -> None:
        for widget in (self.title, self.purpose, self.add, self.moving, self.facts, self.more):
            widget.setParent(self)

    def _recolour(self, *_: object) -> None:
        self.add.setIcon(icon("plus", self._session.theme.colour("on_accent")))

    def show_exercise(self, exercise: Exercise, why: Facts | None = None) -> None:
        """Show an exercise, and why it serves what is to be trained, if anything is."""
        self.exercise = exercise.id
        masked = self._session.names.masked
        self.title.show_html(escape(masked(exercise.name)))
        self.title.setAccessibleName(masked(exercise.name))
        self.purpose.show_html(escape(masked(exercise.purpose)))
        self.moving.show_exercise(exercise.id)
        for facts in (self.facts, self.more):
            facts.clear()
        self._fill(exercise)
        self._fill_more(exercise, why)
        self.arrange(self.width())

    def _fill(self, exercise: Exercise) -> None:
        facts, atlas, good = (
            self.facts,
            self._session.names.atlas,
            self.facts.icon("check", "accent"),
        )
        facts.head(self.tr("Dose"))
        facts.line(escape(train_words.custom(exercise.dosage)))
        facts.line(self._dose_source(exercise), size=SMALL)
        facts.head(self.tr("Do"))
        for cue in exercise.cues:
            facts.line(escape(cue.rstrip(".")), good)
        if exercise.mistakes:
            facts.head(self.tr("Avoid"))
            for mistake in exercise.mistakes:
                facts.line(escape(mistake.rstrip(".")), facts.icon("cross", "ink2"))
        if exercise.avoid_if:
            facts.head(self.tr("Who should take care"))
            facts.line(escape(exercise.avoid_if), facts.icon("injury", "warn"))
        facts.head(self.tr("Trains"))
        for word, ids, value in (
            (self.tr("Main: {0}"), exercise.primary, PRIMARY),
            (self.tr("Helping: {0}"), exercise.secondary, SECONDARY),
        ):
            if ids:
                html = word.format(links(atlas, Kind.MUSCLE, ids))
                facts.line(html, facts.swatch(value))
        published = sources(atlas, exercise.sources)
        if published:
            facts.head(self.tr("Published"))
            facts.line(published, size=SMALL)

    def _dose_source(self, exercise: Exercise) -> str:
        atlas, ids = self._session.names.atlas, exercise.dosage_sources
        named = sources(atlas, (each for each in ids if each != "custom"))
        if "custom" in ids:
            custom = self.tr("Coaching custom: no trial tested this dose")
            return "; ".join(filter(None, (custom, named)))
        return self.tr("Dose from {0}").format(named) if named else ""

    def _fill_more(self, exercise: Exercise, why: Facts | None) -> None:
        more, atlas = self.more, self._session.names.atlas
        needed = f"{train_words.caption(exercise)} · {train_words.kind(exercise.kind)}"
        more.line(escape(needed), size=SMALL)
        named = (link(Entity(Kind.STAGE, s), atlas.stages[s].short) for s in exercise.stages)
        prepared = ". ".join(filter(None, (", ".join(named), escape(exercise.stage_reason))))
        reason = train_reasons.reason(atlas, why) if why is not None else ""
        for word, html in (
            (self.tr("Why"), escape(reason)),
            (self.tr("Easier"), links(atlas, Kind.EXERCISE, exercise.easier)),
            (self.tr("Harder"), links(atlas, Kind.EXERCISE, exercise.harder)),
            (self.tr("Prepares"), prepared),
            (self.tr("Recorded activity"), escape(exercise.emg_evidence)),
            (self.tr("Good to know"), escape(exercise.note)),
        ):
            if html:
                more.line(f"<b>{escape(word)}</b>&nbsp; {html}", size=SMALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Another sheet makes other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.exercise:
            self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Place everything in so many pixels, and become as high as that needs."""
        button, gap = self.add.sizeHint(), 24
        self.add.setGeometry(width - button.width(), 0, button.width(), 32)
        y = _stack(self.title, 0, 0, width - button.width() - gap)
        y = max(_stack(self.purpose, 0, y, width - button.width() - gap), 32) + 12
        beside = width >= SIDE_BY_SIDE
        left = SHAPE.width() + 32 if beside else 0
        self.moving.move(0, y)
        low = y + self.moving.height() + 12
        right = _stack(self.facts, left, y if beside else low, width - left)
        end = _stack(
            self.more, 0, low if beside else right + 12, SHAPE.width() if beside else width
        )
        self.setFixedHeight(max(right, end))


def _stack(widget: QWidget, x: int, y: int, width: int) -> int:
    """Give a text its place and the height that it needs there; where it ends."""
    layout = widget.layout()
    tall = layout.heightForWidth(width) if layout is not None else widget.heightForWidth(width)
    widget.setGeometry(x, y, width, max(tall, 0))
    return y + max(tall, 0)
