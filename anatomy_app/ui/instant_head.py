"""The panel when nothing is selected: the instant itself."""

from functools import partial
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from anatomy_app.model.activation import Activations
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Period
from anatomy_app.model.kinds import Basis, StructureKind
from anatomy_app.paint.icons import picture
from anatomy_app.paint.written import write
from anatomy_app.ui import words
from anatomy_app.ui.controls import focus_ring
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.lines import Lines
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Part, Text, secondary
from anatomy_app.ui.theming import LARGE, SMALL, TEXT, font

MOST = 5
BAR = 72


class ActiveRow(QAbstractButton):
    """A muscle that works now: its name, a bar and its value; a press selects it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name, self._value, self._sign = "", 0.0, "low"
        self.structure = ""
        self.setFixedHeight(28)
        self.setMinimumWidth(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_value(self, structure: str, name: str, value: float) -> None:
        """Show a muscle with its activity, and what it does with it."""
        self.structure, self._value = structure, value
        doing = self._session.doings.of(structure, Side.RIGHT, evidence=False)
        told = words.doing(doing)[0]
        self._name, self._sign = name, words.change_glyph(doing)
        said = (name, words.percent(value), told)
        self.setAccessibleName(", ".join(filter(None, said)))
        if told != self.toolTip():
            self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunk"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(theme.colour("ink"))
        sign = picture(self._sign, theme.colour(self._sign).rgba(), 14, self.devicePixelRatioF())
        painter.drawImage(QPointF(self.width() - BAR - 82, 7), sign)
        room = self.width() - BAR - 94
        name = fitted(self._name, font(TEXT), room)
        write(painter, font(TEXT), QRectF(0, 0, room, 28), name)
        bar = QRectF(self.width() - BAR - 56, 10, BAR * self._value, 8)
        painter.fillRect(bar, QColor.fromRgb(theme.activity_rgb(self._value)))
        painter.setPen(theme.colour("ink2"))
        box = QRectF(self.width() - 50, 0, 48, 28)
        write(painter, font(TEXT), box, words.percent(self._value), right=True)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme, 4)
        painter.end()


class InstantHead(Part):
    """The stage, what happens in it, the five most active muscles, angles and forces."""

    link_pressed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stage = ""
        self._known: tuple[Activations, tuple[str, ...]] | None = None
        self.kicker, self.title = Lines(session, SMALL), Text(LARGE, bold=True)
        self.what, self.caption = Text(), Text(bold=True)
        self.figures, self.basis, self.hint = Lines(session), secondary(session), secondary(session)
        self.rows = tuple(ActiveRow(session, self) for _ in range(MOST))
        self._column()
        for row in self.rows:
            row.clicked.connect(partial(self._select, row))
        self.what.linkActivated.connect(self.link_pressed)
        session.names.changed.connect(self._renamed)

    def _renamed(self) -> None:
        """The text of the stage may name a structure."""
        self._stage = ""

    def _column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.kicker)
        column.addWidget(self.title)
        column.addWidget(self.what)
        column.addSpacing(8)
        column.addWidget(self.caption)
        for row in self.rows:
            column.addWidget(row)
        column.addSpacing(8)
        column.addWidget(self.figures)
        column.addWidget(self.basis)
        column.addSpacing(8)
        column.addWidget(self.hint)
        self.what.setMinimumHeight(4 * self.what.fontMetrics().lineSpacing())
        self.caption.show_html(self.tr("Most active measured, right leg"))
        self.hint.show_html(
            self.tr("Click a muscle, drag the timeline, or type a name, a pain or an exercise.")
        )

    def show_instant(self) -> None:
        """Show where the stride stands."""
        clock = self._session.clock
        stage_id = clock.stride.stage_at(Side.RIGHT, clock.percent)
        if stage_id != self._stage:
            self._stage = stage_id
            stage = self._session.library.atlas.stages[stage_id]
            self.title.show_html(escape(stage.name))
            more = f'<a style="text-decoration:none" href="stage:{stage_id}">{self.tr("More")}</a>'
            definition = self._session.names.masked(escape(stage.definition))
            self.what.show_html(f"{definition} {more}")
        self.kicker.show_lines(((self._moment(), ""),))
        self._show_most_active()
        self.figures.show_lines(self._figures())
        self.basis.show_html(escape(clock.stride.note))

    def _moment(self) -> str:
        clock = self._session.clock
        words_ = [self.tr("Right foot, {0} %").format(round(clock.percent))]
        if clock.stride.floating(clock.percent):
            words_.append(self.tr("both feet off the ground"))
        elif clock.stride.double_support(clock.percent):
            words_.append(self.tr("both feet on the ground"))
        return " · ".join(words_)

    def _show_most_active(self) -> None:
        session = self._session
        values = session.activations.values_at(session.clock.percent)
        found = [(right, id_) for id_ in self._can_rank() if (right := values[id_][0]) is not None]
        found.sort(key=lambda pair: -pair[0])
        for row, (value, id_) in zip(self.rows, found, strict=False):
            row.show_value(id_, session.name(id_), value)
        for index, row in enumerate(self.rows):
            if row.isHidden() == (index < len(found)):
                row.setVisible(index < len(found))
        if self.caption.isHidden() == bool(found):
            self.caption.setVisible(bool(found))

    def _can_rank(self) -> tuple[str, ...]:
        """Those of the stride that can be ranked, kept until another stride is shown."""
        activity = self._session.activations
        if self._known is None or self._known[0] is not activity:
            self._known = activity, tuple(filter(self._ranks, activity.by_id))
        return self._known[1]

    def _ranks(self, structure: str) -> bool:
        """Single muscles with measured activity: a simulation cannot be ranked beside them."""
        entry = self._session.structures[structure]
        measured = self._session.activation(structure).kind is Basis.MEASURED
        return entry.kind is StructureKind.MUSCLE and measured

    def _figures(self) -> tuple[tuple[str, str], ...]:
        clock = self._session.clock
        angles = clock.stride.angles(clock.percent)
        bend = self.tr("flexed"), self.tr("extended")
        foot = self.tr("dorsiflexed"), self.tr("plantarflexed")
        return (
            (self.tr("Hip"), _degrees(angles["hip_flexion_r"], *bend)),
            (self.tr("Knee"), _degrees(angles["knee_flexion_r"], *bend)),
            (self.tr("Ankle"), _degrees(angles["ankle_dorsiflexion_r"], *foot)),
            (self.tr("Ground force"), self._force()),
        )

    def _force(self) -> str:
        clock = self._session.clock
        if clock.stride.period_at(Side.RIGHT, clock.percent) is Period.SWING:
            return self.tr("off the ground")
        force = clock.stride.forces(clock.percent)[Side.RIGHT]
        return self.tr("{0:.1f} × body weight").format(force.vertical_bw)

    def _select(self, row: ActiveRow, *_: object) -> None:
        self._session.selection.select(Entity(Kind.MUSCLE, row.structure), Side.RIGHT)


def _degrees(angle: float, positive: str, negative: str) -> str:
    """An angle with the direction it is turned in."""
    if round(angle) == 0:
        return "0°"
    return f"{abs(round(angle))}° {positive if angle > 0 else negative}"
