"""The page of an exercise: figure, dose, how to do it, who should take care, what it trains."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Exercise
from anatomy_app.paint.icons import icon, paint_icon
from anatomy_app.ui import train_words
from anatomy_app.ui.pages import link, links, sources
from anatomy_app.ui.sections import Part, Text, secondary
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import LARGE, SMALL, TEXT
from anatomy_app.ui.train_figure import SHAPE, MovingFigure
from anatomy_app.ui.train_player import TrainPlayer

PRIMARY, SECONDARY = 0.72, 0.36  # on the scale of activity: main and helping muscles
SIDE_BY_SIDE = SHAPE.width() + 230  # pixels from which the text stands beside the figure

Sign = Callable[[QPainter, QRectF], None]


class Signed(Part):
    """A line of text behind a sign."""

    def __init__(self, sign: Sign, text: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 0, 2)
        row.addWidget(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._sign(painter, QRectF(0, 2, 16, 16))
        painter.end()


class Facts(Part):
    """Headings with lines below them, made anew for each exercise."""

    def __init__(self, session: Session, follow: Callable[[str], None], gap: int = 0) -> None:
        super().__init__()
        self._session, self._follow = session, follow
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def head(self, text: str) -> None:
        """A heading."""
        label = secondary(self._session)
        label.setParent(self)
        label.show_html(f"<b>{escape(text)}</b>")
        if self._column.count():
            self._column.addSpacing(12)
        self._column.addWidget(label)

    def line(self, html: str, sign: Sign | None = None, *, size: int = TEXT) -> None:
        """A line of rich text, behind a sign if there is one."""
        text = Text(size) if size == TEXT else secondary(self._session)
        text.setParent(self)
        line: QWidget = text if sign is None else Signed(sign, text, self)
        text.linkActivated.connect(self._follow)
        text.show_html(self._session.names.masked(html))
        self._column.addWidget(line)
        line.show()

    def icon(self, name: str, role: str) -> Sign:
        """An icon in a colour of the theme."""

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_icon(painter, name, box, self._session.theme.colour(role))

        return paint

    def swatch(self, value: float) -> Sign:
        """A square in the colour in which the muscles are lit."""

        def paint(painter: QPainter, box: QRectF) -> None:
            theme = self._session.theme
            painter.setPen(theme.colour("ctl" if theme.contrast else "panel"))
            painter.setBrush(QColor.fromRgb(theme.activity_rgb(value)))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(QRectF(box.left() + 0.5, box.top() + 2.5, 12, 12), 2, 2)

        return paint


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
        self.facts = Facts(session, self.link_pressed.emit)
        self.more = Facts(session, self.link_pressed.emit, 6)
        self._lay_out()
        self._recolour()
        session.themes.changed.connect(self._recolour)

    def _lay_out(self) -> None:
        for widget in (self.title, self.purpose, self.add, self.moving, self.facts, self.more):
            widget.setParent(self)

    def _recolour(self, *_: object) -> None:
        self.add.setIcon(icon("plus", self._session.theme.colour("on_accent")))

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise; the same one is not begun anew."""
        self.exercise = exercise.id
        masked = self._session.names.masked
        self.title.show_html(escape(masked(exercise.name)))
        self.title.setAccessibleName(masked(exercise.name))
        self.purpose.show_html(escape(masked(exercise.purpose)))
        self.moving.show_exercise(exercise.id)
        for facts in (self.facts, self.more):
            facts.clear()
        self._fill(exercise)
        self._fill_more(exercise)
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
            custom = self.tr("Custom: from coaching, on nobody's data")
            return "; ".join(filter(None, (custom, named)))
        return self.tr("Dose from {0}").format(named) if named else ""

    def _fill_more(self, exercise: Exercise) -> None:
        more, atlas = self.more, self._session.names.atlas
        needed = f"{train_words.caption(exercise)} · {train_words.kind(exercise.kind)}"
        more.line(escape(needed), size=SMALL)
        named = (link(Entity(Kind.STAGE, s), atlas.stages[s].short) for s in exercise.stages)
        prepared = ". ".join(filter(None, (", ".join(named), escape(exercise.stage_reason))))
        for word, html in (
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
