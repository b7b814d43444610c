"""How the points of the measured rig hang on its joints.

A point follows each joint by a share: 1 below the joint, 0 above it, between them in the soft
tissue around it. Turning by a share of the angle keeps a point's distance from the joint, so a
deep bend neither thins a limb nor tears it, as averaging two positions would.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

JOINTS = ("hip", "knee", "ankle", "mtp", "back", "neck", "shoulder", "elbow")
LEG, TRUNK, ARM = ("thigh", "shank", "foot", "toes"), ("torso", "head"), ("uarm", "farm")
# The part of each joint's turn that a body of the measured rig takes.
SHARES: dict[str, dict[str, float]] = {
    "pelvis": {},
    "thigh": {"hip": 1},
    "patella": {"hip": 1, "knee": 0.55},
    "shank": {"hip": 1, "knee": 1},
    "foot": {"hip": 1, "knee": 1, "ankle": 1},
    "toes": {"hip": 1, "knee": 1, "ankle": 1, "mtp": 1},
    "torso": {"back": 1},
    "head": {"back": 1, "neck": 1},
    "uarm": {"back": 1, "shoulder": 1},
    "cubit": {"back": 1, "shoulder": 1, "elbow": 0.5},
    "farm": {"back": 1, "shoulder": 1, "elbow": 1},
}
STEPS = 80  # shares are kept in steps of 1/80

Share = tuple[float, ...]  # one number from 0 to 1 for each of JOINTS


def share_of(weights: int | Sequence[int], bodies: Sequence[str]) -> Share:
    """The shares of a point of the measured rig: a body, or `body, percent, ...`."""
    pairs = [(weights, 100)] if isinstance(weights, int) else _pairs(weights)
    total = sum(percent for _, percent in pairs)
    return tuple(
        sum(percent * SHARES[bodies[body]].get(joint, 0) for body, percent in pairs) / total
        for joint in JOINTS
    )


def mixed(first: Share, second: Share, share: float) -> Share:
    """A share between two."""
    return tuple(a + (b - a) * share for a, b in zip(first, second, strict=True))


@dataclass
class Bindings:
    """All bindings of the drawing, each kept once; a point names its own by number."""

    rows: dict[tuple[int, ...], int] = field(default_factory=dict)

    def number(self, share: Share) -> int:
        """The number of a binding."""
        key = tuple(round(value * STEPS) for value in share)
        return self.rows.setdefault(key, len(self.rows))


def _pairs(weights: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(weights[0::2], weights[1::2], strict=True))
