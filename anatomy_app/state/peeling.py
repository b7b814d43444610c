"""How far the body is peeled, between two layers too: while a layer fades or the slider is held."""

from PySide6.QtCore import QObject, Signal

from anatomy_app.state.preferences import Preferences

DEEPEST = 4


class Peeling(QObject):
    """The setting "layer" names the layer in force; another may still show through it.

    `other` is that layer and `weight`, 0 to 1, how much of it is seen; 0: the layer alone.
    """

    changed = Signal()
    left = Signal()  # a layer was left: what is seen of it should now go, by `fade`

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._layer = self.other = self.layer
        self.weight = self._start = 0.0
        self._held = False
        preferences.changed.connect(self._preference_changed)

    @property
    def layer(self) -> int:
        """The layer in force, 1 to 4; not every view goes that deep."""
        return int(self._preferences.number("layer"))

    @property
    def depth(self) -> float:
        """Where the slider's knob stands, 1 to 4: between two stops while it is held."""
        return self.layer + (self.other - self.layer) * self.weight if self._held else self.layer

    def hold(self, depth: float) -> None:
        """The slider is held at a depth of 1 to 4: the nearest layer is in force."""
        depth = min(max(depth, 1.0), float(DEEPEST))
        nearest = int(depth + 0.5)
        self._held = True
        self._preferences.put("layer", nearest)
        self._layer = nearest
        self._show(nearest + (1 if depth > nearest else -1), abs(depth - nearest))

    def let_go(self) -> None:
        """The slider is let go: what is seen of the other layer should go."""
        if self._held:
            self._held = False
            self._leave(self.other, self.weight)

    def fade(self, progress: float) -> None:
        """So much of the way, 0 to 1, from what was left to the layer alone."""
        self._show(self.other, self._start * (1.0 - progress))

    def _leave(self, other: int, weight: float) -> None:
        self._start = weight
        self._show(other, weight)
        if weight:
            self.left.emit()

    def _show(self, other: int, weight: float) -> None:
        self.other, self.weight = other, weight
        self.changed.emit()

    def _preference_changed(self, key: str) -> None:
        if key == "layer" and not self._held and self.layer != self._layer:
            left, self._layer = self._layer, self.layer
            self._leave(left, 1.0)
