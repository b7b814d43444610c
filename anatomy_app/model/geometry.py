"""From the drawing's millimetres to a widget's pixels and back."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; y grows downwards."""


def around(boxes: Iterable[Box]) -> Box:
    """The box around all boxes; a ValueError if there is none."""
    found = tuple(boxes)
    if not found:
        raise ValueError("there is no box to go around")
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class Viewport:
    """Where a drawing lies in a widget: pixel = millimetre x `scale` + offset, on both axes."""

    scale: float
    x: float = 0.0
    y: float = 0.0

    def __post_init__(self) -> None:
        if not (math.isfinite(self.scale) and self.scale > 0):
            raise ValueError(f"a scale is a number above 0, not {self.scale}")

    @classmethod
    def fit(cls, box: Box, width: float, height: float, *, margin: float = 0.0) -> Self:
        """Show the whole box, as large as it goes and centred, `margin` pixels from each edge.

        A widget smaller than its margins, or a box without size, gives a tiny but usable scale.
        """
        left, top, right, bottom = box
        room = (max(width - 2 * margin, 1.0), max(height - 2 * margin, 1.0))
        scale = min(room[0] / max(right - left, 1e-6), room[1] / max(bottom - top, 1e-6))
        x = width / 2 - (left + right) / 2 * scale
        return cls(scale, x, height / 2 - (top + bottom) / 2 * scale)

    def to_pixel(self, x: float, y: float) -> tuple[float, float]:
        """The pixel where a point of the drawing (mm) is shown."""
        return (x * self.scale + self.x, y * self.scale + self.y)

    def to_drawing(self, x: float, y: float) -> tuple[float, float]:
        """The point of the drawing (mm) shown at a pixel."""
        return ((x - self.x) / self.scale, (y - self.y) / self.scale)

    def box_to_pixel(self, box: Box) -> Box:
        """Where a box of the drawing is shown."""
        return (*self.to_pixel(box[0], box[1]), *self.to_pixel(box[2], box[3]))

    def zoomed_at(
        self,
        point: tuple[float, float],
        factor: float,
        *,
        smallest: float = 0.01,
        largest: float = 100.0,
    ) -> Self:
        """Larger by `factor`, the drawing under the pixel `point` staying there.

        The new scale stays between `smallest` and `largest` (pixels per millimetre).
        """
        scale = min(max(self.scale * factor, smallest), largest)
        grown = scale / self.scale
        x = point[0] - (point[0] - self.x) * grown
        return type(self)(scale, x, point[1] - (point[1] - self.y) * grown)

    def panned(self, x: float, y: float) -> Self:
        """Moved by so many pixels."""
        return type(self)(self.scale, self.x + x, self.y + y)

    def between(self, other: Self, part: float) -> Self:
        """A step on the way to another one: 0 here, 1 there, growing by equal factors.

        Wherever nothing outside a drawing is seen at both ends, nothing is on the way.
        """
        scale = self.scale * (other.scale / self.scale) ** part
        far = other.scale - self.scale
        along = (scale - self.scale) / far if abs(far) > 1e-9 * self.scale else part
        x = self.x + (other.x - self.x) * along
        return type(self)(scale, x, self.y + (other.y - self.y) * along)
