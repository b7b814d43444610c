"""Zoom and pan of the stage: what the pointer, the pinch and the keys do to its viewport."""

from PySide6.QtCore import QObject, QPointF, QSizeF, Signal

from anatomy_app.model.geometry import Viewport

STEP = 1.25  # one notch of the wheel, one press of a key
MOST = 16.0
NOTCH = 120.0  # eighths of a degree in one notch of a wheel


class StageZoom(QObject):
    """The viewport of the stage over its arrangement at rest; 1 is everything in view.

    The hand, the wheel and the zoom keys move it at once. Where the program goes, to a structure
    or back, it emits `departed`; who listens calls `travel` until it has arrived.
    """

    changed = Signal()
    departed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.size = QSizeF(1, 1)
        self._view = self._start = Viewport(1.0)
        self._goal: Viewport | None = None  # where it is going
        self._home: Viewport | None = None  # where the user was before the program took over

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

    @property
    def is_lent(self) -> bool:
        """Whether the program zoomed, and the user has not taken it from there."""
        return self._home is not None

    def resized(self, size: QSizeF) -> None:
        """The stage has another size: the same part stays in view as far as it can."""
        self.size = size
        self._view, self._goal = self._kept(self._goal or self._view), None

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
        self._home = None
        self._depart(Viewport(1.0))

    def show(self, middle: QPointF, factor: float, *, lent: bool = False) -> None:
        """Bring a point of the arrangement at rest into the middle, this many times enlarged.

        `lent`: nobody asked for a zoom, so `give_back` returns to where it was.
        """
        self._home = (self._home or self._goal or self._view) if lent else None
        factor = min(max(factor, 1.0), MOST)
        x = self.size.width() / 2 - middle.x() * factor
        self._depart(Viewport(factor, x, self.size.height() / 2 - middle.y() * factor))

    def give_back(self) -> None:
        """Return to where the user was before a zoom that nobody asked for."""
        if self._home is not None:
            home, self._home = self._home, None
            self._depart(home)

    def travel(self, part: float) -> None:
        """So much of the way, 0 to 1, to where it is going; nowhere: nothing happens."""
        if self._goal is not None:
            arrived = part >= 1.0
            view = self._goal if arrived else self._start.between(self._goal, part)
            self._goal = None if arrived else self._goal
            self._move(view)

    def _depart(self, view: Viewport) -> None:
        self._start, self._goal = self._view, self._kept(view)
        if self._goal != self._start:
            self.departed.emit()

    def _go(self, view: Viewport) -> None:
        """The user moves it: whatever was under way ends here."""
        self._goal = self._home = None
        self._move(view)

    def _move(self, view: Viewport) -> None:
        kept = self._kept(view)
        if kept != self._view:
            self._view = kept
            self.changed.emit()

    def _kept(self, view: Viewport) -> Viewport:
        """The viewport pushed back so that the stage shows no outside."""
        x = min(max(view.x, self.size.width() * (1 - view.scale)), 0.0)
        y = min(max(view.y, self.size.height() * (1 - view.scale)), 0.0)
        return Viewport(view.scale, x, y)
