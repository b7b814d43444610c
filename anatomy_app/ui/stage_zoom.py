"""Zoom and pan of the stage: what the pointer, the pinch and the keys do to its viewport."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QPointF, QSizeF, Signal

from anatomy_app.model.drawing import View
from anatomy_app.model.geometry import Box, Viewport, around
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_layout import Place, Plan

FILLED = 0.6  # part of the stage that a shown structure fills
STEP = 1.25  # one notch of the wheel, one press of a key
MOST = 16.0
NOTCH = 120.0  # eighths of a degree in one notch of a wheel


class StageZoom(QObject):
    """The viewport of the stage over its arrangement at rest; 1 is everything in view."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.size = QSizeF(1, 1)
        self._view = Viewport(1.0)

    @property
    def viewport(self) -> Viewport:
        """From pixels of the arrangement at rest to pixels of the stage."""
        return self._view

    @property
    def factor(self) -> float:
        """How many times larger than at rest."""
        return self._view.scale

    @property
    def is_zoomed(self) -> bool:
        """Whether less than everything is in view."""
        return self._view.scale > 1.0 + 1e-9

    def resized(self, size: QSizeF) -> None:
        """The stage has another size: the same part stays in view as far as it can."""
        self.size = size
        self._view = self._kept(self._view)

    def zoom(self, at: QPointF, factor: float) -> None:
        """Grow by a factor, the point under the pointer staying there."""
        grown = self._view.zoomed_at((at.x(), at.y()), factor, smallest=1.0, largest=MOST)
        self._go(grown)

    def wheel(self, at: QPointF, eighths: float) -> None:
        """Zoom by the turn of a wheel, in eighths of a degree."""
        self.zoom(at, STEP ** (eighths / NOTCH))

    def step(self, notches: int) -> None:
        """Zoom about the middle, as keys do."""
        middle = QPointF(self.size.width() / 2, self.size.height() / 2)
        self.zoom(middle, STEP**notches)

    def pan(self, by: QPointF) -> None:
        """Move with the hand."""
        self._go(self._view.panned(by.x(), by.y()))

    def fit(self) -> None:
        """Everything in view."""
        self._go(Viewport(1.0))

    def show(self, middle: QPointF, factor: float) -> None:
        """Bring a point of the arrangement at rest into the middle, this many times enlarged."""
        factor = min(max(factor, 1.0), MOST)
        x = self.size.width() / 2 - middle.x() * factor
        self._go(Viewport(factor, x, self.size.height() / 2 - middle.y() * factor))

    def _go(self, view: Viewport) -> None:
        kept = self._kept(view)
        if kept != self._view:
            self._view = kept
            self.changed.emit()

    def _kept(self, view: Viewport) -> Viewport:
        """The viewport pushed back so that the stage shows no outside."""
        x = min(max(view.x, self.size.width() * (1 - view.scale)), 0.0)
        y = min(max(view.y, self.size.height() * (1 - view.scale)), 0.0)
        return Viewport(view.scale, x, y)


def best_box(session: Session, plan: Plan, drawn: Sequence[str]) -> tuple[QPointF, float] | None:
    """Where the drawn structures lie at rest in the view that shows them largest.

    The middle in pixels of the arrangement at rest, and the factor at which they fill the stage
    well; None if no open view draws them. What shows through the surface counts like what is on
    it; otherwise the shown layer goes before deeper ones.
    """
    shown = int(session.preferences.number("layer"))
    found: list[tuple[float, Box]] = []
    order = sorted(range(1, 5), key=lambda each: (each < shown, each))
    choices: list[tuple[int, ...]] = [(each,) for each in order]
    if session.preferences.flag("ghosts") or session.selection.isolated is not None:
        choices.insert(0, tuple(range(shown, 5)))
    for numbers in choices:
        found = list(_boxes(session, plan, drawn, numbers))
        if found:
            break
    if not found:
        return None
    left, top, right, bottom = max(found)[1]
    fit = FILLED * min(plan.ground / max(bottom - top, 1.0), plan.ground / max(right - left, 1.0))
    return QPointF((left + right) / 2, (top + bottom) / 2), fit


def _boxes(
    session: Session, plan: Plan, drawn: Sequence[str], numbers: Sequence[int]
) -> Iterator[tuple[float, Box]]:
    """Size and box at rest of the drawn structures in some layers of each open view."""
    for view, place in plan.places.items():
        boxes = [
            region.box
            for number in numbers
            if number <= session.library.layers(view)
            for region in session.library.layer(view, number).regions
            if region.structure in drawn
        ]
        if boxes:
            box = _at_rest(around(boxes), place, plan.ground)
            yield (box[2] - box[0]) * (box[3] - box[1]), box


def _at_rest(box: Box, place: Place, ground: float) -> Box:
    return Viewport(place.scale, place.middle, ground - place.lift).box_to_pixel(box)


def view_of(session: Session, drawn: Sequence[str]) -> View | None:
    """The first view that draws one of the structures in any layer; None if none does."""
    for view in View:
        for number in range(1, session.library.layers(view) + 1):
            if any(r.structure in drawn for r in session.library.layer(view, number).regions):
                return view
    return None
