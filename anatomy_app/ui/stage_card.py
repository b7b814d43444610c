"""The stage now, in words: what moves, the key figures, and who works."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Gait, Stride
from anatomy_app.model.stages import Stage
from anatomy_app.ui.pages import links
from anatomy_app.ui.session import Session
from anatomy_app.ui.texts import Text
from anatomy_app.ui.theming import SMALL, TEXT
from anatomy_app.ui.words import translate

FAST = 3.5  # m/s: from here on the figures of fast running are nearer than those of easy running
COLUMNS = 5


class StageCard(QScrollArea):
    """A sentence for foot, knee, hip, trunk and arms; below, figures and muscles."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[str, Stride] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title = Text(TEXT)
        self.joints = tuple(Text(SMALL) for _ in range(COLUMNS))
        self.figures, self.muscles = Text(SMALL), Text(SMALL)
        self._build()
        for label in (self.title, self.muscles):
            label.linkActivated.connect(self._follow)

    def _build(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        self._grid = grid
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.title, 0, 0, 1, 2 * COLUMNS)
        for index, label in enumerate(self.joints):
            grid.addWidget(label, 1, 2 * index, 1, 2)
            grid.setColumnStretch(2 * index, 1)
            grid.setColumnStretch(2 * index + 1, 1)
        grid.addWidget(self.figures, 2, 0, 1, COLUMNS)
        grid.addWidget(self.muscles, 2, COLUMNS, 1, COLUMNS)
        grid.setRowStretch(3, 1)
        self.setWidget(content)

    def begin_at(self, left: int) -> None:
        """Begin `left` pixels from the edge, where the track begins."""
        self._grid.setContentsMargins(left, 2, 40, 2)

    def refresh(self) -> None:
        """Show the stage that holds the instant, if it is another one."""
        clock = self._session.clock
        now = clock.stride.stage_at(Side.RIGHT, clock.percent), clock.stride
        if now == self._shown:
            return
        self._shown = now
        self._show(self._session.library.atlas.stages[now[0]], clock.stride)

    def _show(self, stage: Stage, stride: Stride) -> None:
        more = f'<a style="text-decoration:none" href="stage:{stage.id}">{self.tr("More")}</a>'
        remark = "" if stride.gait is not Gait.WALKING else self.tr("Described for running.")
        self.title.show_html(
            f"<b>{escape(stage.name)}</b> · {escape(stage.definition)} {remark} {more}"
        )
        for label, (word, text) in zip(self.joints, _joints(stage), strict=True):
            label.show_html(f"<b>{word}</b><br>{escape(text)}" if text else f"<b>{word}</b><br>–")
        head, figures = _figures(stage, stride)
        self.figures.show_html(f"<b>{head}</b> {escape(figures)}" if figures else "")
        atlas = self._session.library.atlas
        works = links(atlas, Kind.MUSCLE, stage.main_muscles)
        self.muscles.show_html(f"<b>{self.tr('Who works')}</b> {works} {escape(stage.energy)}")
        self.setAccessibleName(self.reading())

    def reading(self) -> str:
        """The stage with its sentences, as it is read out."""
        if self._shown is None:
            return ""
        stage = self._session.library.atlas.stages[self._shown[0]]
        sentences = (f"{word}: {text}" for word, text in _joints(stage) if text)
        figures = ": ".join(_figures(stage, self._shown[1]))
        return " ".join((f"{stage.name}.", stage.definition, *sentences, figures))

    def _follow(self, link: str) -> None:
        entity = Entity.parse(link)
        side = Side.RIGHT if entity.kind is Kind.MUSCLE else None
        self._session.selection.select(entity, side)


def _joints(stage: Stage) -> tuple[tuple[str, str], ...]:
    return (
        (translate("StageCard", "Foot"), stage.foot),
        (translate("StageCard", "Knee"), stage.knee),
        (translate("StageCard", "Hip"), stage.hip),
        (translate("StageCard", "Trunk"), stage.trunk),
        (translate("StageCard", "Arms"), stage.arms),
    )


def _figures(stage: Stage, stride: Stride) -> tuple[str, str]:
    """The key figures nearest to the shown stride, and what they are of."""
    if stride.gait is Gait.SPRINTING:
        return translate("StageCard", "Sprinting"), stage.figures_sprint
    if stride.gait is Gait.RUNNING and stride.speed >= FAST:
        return translate("StageCard", "Fast running"), stage.figures_fast
    return translate("StageCard", "Easy running"), stage.figures_easy
