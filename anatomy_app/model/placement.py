"""How an exercise stands in its picture: what is fixed to what, props, tempo.

Frame of a picture: millimetres, x forward, y down, y = 0 is the floor.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Point = tuple[float, float]

ROUND = frozenset({"ball", "bar", "barbell", "dumbbell", "weight", "handle", "ankle_strap"})
REACH = {  # mm that a thing is larger than its points: left, top, right, bottom
    "bike": (510.0, 0.0, 410.0, 310.0), "rower": (440.0, 0.0, 640.0, 333.0),
    "wall": (40.0, 0.0, 40.0, 0.0),
}  # fmt: skip
LONGEST_HOLD = 4.0  # seconds


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing of the exercise: `kind` (step, bench, ball ...), its points and size in mm.

    Boxes have two corners, round things their middle and a radius, bands their two ends, a wall its
    foot.
    """

    kind: str
    points: tuple[Point, ...] = ()
    size: float = 0.0
    note: str = ""

    def at(self, points: tuple[Point, ...]) -> "Prop":
        """The same thing elsewhere."""
        return replace(self, points=points)

    @property
    def room(self) -> tuple[float, float, float, float]:
        """left, top, right, bottom in mm of what has to be seen of it."""
        xs, ys = zip(*self.points, strict=True)
        left, top, right, bottom = REACH.get(self.kind, (0.0, 0.0, 0.0, 0.0))
        if self.kind in ROUND:
            left = top = right = bottom = self.size
        return min(xs) - left, min(ys) - top, max(xs) + right, max(ys) + bottom


@dataclass(frozen=True, slots=True)
class Hold:
    """What the joint table does not tell of a pose: degrees, and the hips' middle in mm."""

    root: Point
    angles: Mapping[str, float] = field(default_factory=dict)
    props: tuple[Prop, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """One exercise in its picture. Seconds: `out` start to end, `hold` there, `back` again.

    `anchors` name what stays where it is, the first one first: `near_foot`, `both_hands`, `back`.
    `stretch` shortens bones that lean out of the picture, by side and joint. `mid` holds angles by
    the names of the table.
    """

    id: str
    front: bool
    anchors: tuple[str, ...]
    start: Hold
    end: Hold
    mid: Hold | None = None
    stretch: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    repeat: str = ""
    lit_side: str = "both"
    out: float = 1.0
    hold: float = 0.0
    back: float = 1.0
    special: str = ""

    @property
    def alternates(self) -> bool:
        """Whether left and right change roles from repetition to repetition."""
        return self.repeat.startswith("left and right")

    @property
    def duration(self) -> float:
        """Seconds of a repetition; a long hold is cut short, a picture would seem to be stuck."""
        return self.out + min(self.hold, LONGEST_HOLD) + self.back if self.out else 0.0

    def way(self, seconds: float) -> float:
        """How far from start (0) to end (1) a repetition is after a time."""
        back = self.duration - self.back
        if seconds < self.out:
            return seconds / self.out
        return 1.0 if seconds <= back else max(1.0 - (seconds - back) / self.back, 0.0)
