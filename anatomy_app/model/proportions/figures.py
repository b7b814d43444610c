"""The figures of a body shape, as ratios to the shape that the plates are drawn in.

Lengths in millimetres. `across` is measured in the picture, away from the body's midline (front,
back, sole) or forwards (side, medial); heights are above the ground. In the sole view the distance
forwards stands for the height.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from anatomy_app.model.drawing import View

Knots = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A smooth curve over height through its knots (height, value); constant beyond both ends.

    It never overshoots its knots (monotone cubic, Fritsch and Carlson 1980, harmonic slopes). A
    ValueError unless there is a knot, all are finite and their heights ascend.
    """

    knots: Knots

    def __post_init__(self) -> None:
        if not self.knots or not all(math.isfinite(h) and math.isfinite(v) for h, v in self.knots):
            raise ValueError("a profile has knots, all finite")
        if any(low[0] >= high[0] for low, high in pairwise(self.knots)):
            raise ValueError("the heights of a profile ascend")

    def at(self, height: float) -> float:
        """The value at a height."""
        knots = self.knots
        i = bisect_right(knots, (height, math.inf)) - 1
        if i < 0 or i == len(knots) - 1:
            return knots[max(i, 0)][1]
        (low, start), (high, end) = knots[i], knots[i + 1]
        slopes, step = _slopes(knots), high - low
        t = (height - low) / step
        bend = t * t * (3 - 2 * t)
        tangents = (slopes[i] * (1 - t) - slopes[i + 1] * t) * t * (1 - t) * step
        return start + (end - start) * bend + tangents


@lru_cache(maxsize=256)
def _slopes(knots: Knots) -> tuple[float, ...]:
    """The slope at each knot: flat at ends and turns, else the harmonic mean of both sides."""
    steps = [(v - u) / (h - g) for (g, u), (h, v) in pairwise(knots)]
    inner = (2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(steps))
    return (0.0, *inner, 0.0)


@dataclass(frozen=True, slots=True)
class Column:
    """A part of the body: at each height its axis moves, its breadth scales about the axis.

    `axis` is where the axis is drawn, `moved` how far it moves, `ratio` new to drawn breadth (or
    depth) and `rise` how far the height moves.
    """

    axis: Profile
    moved: Profile
    ratio: Profile
    rise: Profile

    def at(self, height: float) -> tuple[float, float, float]:
        """Shift on the midline, shift more per millimetre across, and rise."""
        more = self.ratio.at(height) - 1
        return self.moved.at(height) - self.axis.at(height) * more, more, self.rise.at(height)


@dataclass(frozen=True, slots=True)
class Seam:
    """Where one part passes into the next above it; `tilt` lowers the seam per mm across."""

    low: float
    high: float
    tilt: float = 0.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Between trunk and arm: across, where the trunk ends (`near`) and the arm begins (`far`)."""

    near: Profile
    far: Profile


@dataclass(frozen=True, slots=True)
class Plane:
    """How a view changes: trunk, and where it has them leg, head and arm with their borders.

    `inner` is how far from the midline the leg begins. In a `paired` view the left half mirrors
    the right; `facing` is 1 where across grows to the viewer's right, else -1.
    """

    trunk: Column
    leg: tuple[Column, Seam] | None = None
    head: tuple[Column, Seam] | None = None
    arm: tuple[Column, Gap] | None = None
    inner: Profile | None = None
    paired: bool = False
    facing: int = 1


@dataclass(frozen=True, slots=True)
class Proportions:
    """A body shape: how each view changes, and `notes`, the sentences that say how it is known.

    The figures are read through `plane`; a view without one stays as it is drawn.
    """

    name: str
    notes: tuple[str, ...]
    planes: tuple[tuple[View, Plane], ...]
    by_view: Mapping[View, Plane] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_view", dict(self.planes))

    def plane(self, view: View) -> Plane | None:
        """How a view changes; None if it stays as it is."""
        return self.by_view.get(view)


def assumptions(shape: Proportions) -> tuple[str, ...]:
    """What to tell about the shape: who was measured, what was assumed, what stays as it was."""
    return shape.notes
