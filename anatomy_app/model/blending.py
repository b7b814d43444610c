"""Poses a figure by averaging: bones may lean out of the picture, arms go round to overhead.

A point between two bones takes the mean of where either would bring it. That thins a joint in a
deep bend, but half a turn about a shoulder does not throw the arm's root out, as turning by a
share of it would.
"""

import math
from collections.abc import Iterable

from anatomy_app.model.posing import Matrix, Posture, after
from anatomy_app.model.rig import Rig
from anatomy_app.model.skeleton import Skeleton, Stance


class Blender:
    """Turns postures of one rig into matrices, one for each binding, as `Poser` does."""

    def __init__(self, rig: Rig, wanted: Iterable[int]) -> None:
        self._rig = rig
        self._skeleton = Skeleton(rig)
        self._weights = {number: _weights(rig, rig.bindings[number]) for number in wanted}

    def matrices(self, posture: Posture, root: Matrix) -> list[Matrix]:
        """The matrix of each wanted binding; `root` comes after the pose, as from mm to pixels."""
        stance = self._skeleton.stance(posture, self._rig.pivot)
        bones = [after(root, each) for each in self._bones(stance)]
        found = [root] * len(self._rig.bindings)
        for number, weights in self._weights.items():
            found[number] = _mean(bones, weights)
        return found

    def _bones(self, stance: Stance) -> Iterable[Matrix]:
        """The matrix of what hangs on each joint alone; the last one is that of the pelvis."""
        for number, joint in enumerate(self._rig.joints):
            factor = stance.posture.stretch.get(joint.name, 1.0)
            (x, y), less = self._rig.axes[number], factor - 1.0
            drawn = (1.0 + less * x * x, less * x * y, less * x * y, 1.0 + less * y * y, 0.0, 0.0)
            yield _brought(stance, joint.name, (joint.x, joint.y), drawn)
        yield _brought(stance, "pelvis", self._rig.pivot, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))


def _brought(stance: Stance, name: str, rest: tuple[float, float], drawn: Matrix) -> Matrix:
    """From the standing figure to where a joint is and as it is turned."""
    c, s = math.cos(stance.turns[name]), math.sin(stance.turns[name])
    local = after(drawn, (1.0, 0.0, 0.0, 1.0, -rest[0], -rest[1]))
    return after((c, s, -s, c, *stance.places[name]), local)


def _weights(rig: Rig, shares: tuple[float, ...]) -> tuple[tuple[int, float], ...]:
    """How much a point hangs on each bone itself; the bone after the last is the pelvis."""
    own = list(shares)
    for number, joint in enumerate(rig.joints):
        if joint.parent >= 0:
            own[joint.parent] -= shares[number]
    own.append(1.0 - sum(own))
    return tuple((number, weight) for number, weight in enumerate(own) if abs(weight) > 0.001)


def _mean(bones: list[Matrix], weights: tuple[tuple[int, float], ...]) -> Matrix:
    if len(weights) == 1:
        return bones[weights[0][0]]
    a, b, c, d, e, f = (sum(w * bones[n][i] for n, w in weights) for i in range(6))
    return a, b, c, d, e, f
