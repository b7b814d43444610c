"""The upper part of the panel for a structure: now, curve, stance, swing, stage by stage."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anatomy_app.model.activation import Activation
from anatomy_app.model.anatomy import StageRole, Structure
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Gait
from anatomy_app.model.kinds import Basis, StructureKind
from anatomy_app.model.stages import StageKind
from anatomy_app.ui import words
from anatomy_app.ui.curve_view import CurveView
from anatomy_app.ui.now_line import NowLine
from anatomy_app.ui.pages import link
from anatomy_app.ui.pages_structure import summaries
from anatomy_app.ui.sections import SectionView
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_rows import StageRows
from anatomy_app.ui.texts import Part, Text, secondary

NOW_LINES, NARROW = 5, 270  # one more line where the panel is narrow


class StructureHead(Part):
    """What a structure does at this instant and over the stride."""

    link_pressed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._structure: Structure | None = None
        self._side = Side.RIGHT
        self._stage = ""
        self.now, self.curve, self.rows = NowLine(session), CurveView(session), StageRows(session)
        self.now_text, self.source = Text(), secondary(session)
        self._stance, self._swing = SectionView(session), SectionView(session)
        self._column()
        self.rows.chosen.connect(self._go_to_stage)
        self.source.linkActivated.connect(self.link_pressed)

    def _column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.now)
        column.addWidget(self.now_text)
        column.addSpacing(8)
        column.addWidget(self.curve)
        column.addWidget(self.source)
        column.addSpacing(6)
        column.addWidget(self._stance)
        column.addWidget(self._swing)
        column.addSpacing(4)
        column.addWidget(self.rows)
        column.addSpacing(8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines of the longest text are kept free, so that what follows stands still."""
        lines = NOW_LINES + (self.width() < NARROW)
        self.now_text.setFixedHeight(lines * self.now_text.fontMetrics().lineSpacing())

    def show_structure(self, structure: Structure, side: Side | None) -> None:
        """Show a structure; a left one is read half a stride later."""
        self._structure = structure
        self._side = side if side is Side.LEFT else Side.RIGHT
        self._stage = ""
        self.rows.show_roles(structure.stages, self.stage_names())
        self.show_stride()

    def show_stride(self) -> None:
        """Another gait or speed is shown."""
        if self._structure is None:
            return
        running = self._session.clock.stride.gait is Gait.RUNNING
        stance, swing = summaries(self._structure, running=running)
        self._stance.show_section(stance)
        self._swing.show_section(swing, ruled=False)
        activity = self._session.activation(self._structure.id)
        self._show_parts(self._structure)
        self.curve.show_activity(activity, self._side, self._session.clock.stride)
        source = self._session.names.masked(_source_line(activity))
        self.source.show_html(source + self._neighbour(activity))
        self._stage = ""
        self.show_instant()

    def show_instant(self) -> None:
        """The stride moved on: only what changed is set anew."""
        if self._structure is None:
            return
        self.curve.refresh()
        clock = self._session.clock
        stage = clock.stride.stage_at(self._side, clock.percent)
        side = self.tr("left leg") if self._side is Side.LEFT else ""
        doing = self._session.doings.of(self._structure.id, self._side)
        self.now.show_now(self.stage_names().get(stage, stage), side, doing)
        if stage == self._stage:
            return
        self._stage = stage
        self.rows.set_current(stage)
        role = self._structure.stages.get(stage, StageRole())
        self.now_text.show_html(self._session.names.masked(self._text(role)))
        self.now_text.setVisible(True)

    def _show_parts(self, structure: Structure) -> None:
        """A kind of tissue does nothing at an instant; a tendon is never active."""
        entry = self._session.structures[structure.id]
        does = entry.kind is not StructureKind.CONCEPT
        for part in (self.now, self.now_text, self.curve, self.rows):
            part.setVisible(does)
        self.source.setVisible(does and not entry.is_passive)

    def _neighbour(self, activity: Activation) -> str:
        """The nearest structure that was measured, as a link, where this one was not."""
        session = self._session
        if activity.kind is not Basis.NONE or self._structure is None:
            return ""
        if session.structures[self._structure.id].is_passive:
            return ""
        near = nearest_measured(session, self._structure.id)
        if near is None:
            return ""
        link_ = link(Entity(Kind.MUSCLE, near), session.name(near))
        return " " + self.tr("Nearest measured: {0}").format(link_)

    def _text(self, role: StageRole) -> str:
        text = role.role or self.tr("Nothing is known of this stage.")
        if self._session.clock.stride.gait is not Gait.RUNNING:
            text = self.tr("In distance running: {0}").format(text)
        return text

    def stage_names(self) -> dict[str, str]:
        """The short names of the stages, in their order."""
        stages = self._session.library.atlas.stages.values()
        return {s.id: s.short for s in stages if s.kind is StageKind.STAGE}

    def _go_to_stage(self, stage: str) -> None:
        clock = self._session.clock
        for span in clock.stride.spans(self._side):
            if span.name == stage:
                clock.go_to(span.start)
                return


def nearest_measured(session: Session, structure: str) -> str | None:
    """A measured structure of the same group, else of the same shelf."""
    index, entry = session.library.index, session.structures[structure]
    groups = index.groups_of(structure)
    shelf = next((ids for id_, ids in index.shelves() if id_ == entry.shelf), ())
    near = [*(m for group in groups for m in (*index.members(group), group)), *shelf]
    known = session.activations.by_id
    return next((id_ for id_ in near if known[id_].kind is Basis.MEASURED), None)


def _source_line(activity: Activation) -> str:
    """Who was measured, in a line: the first clause of the note; the rest stands further down."""
    first = activity.note.partition(";")[0].partition(". ")[0].rstrip(".")
    word, colon, rest = first.partition(":")
    line = f"<b>{escape(word)}:</b>{escape(rest)}" if colon else escape(first)
    if activity.sd is not None:
        line += ", " + words.translate("Panel", "band ± 1 SD")
    return line + "."
