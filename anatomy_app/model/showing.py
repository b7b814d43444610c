"""Moving pictures that are made of others: runs by the measured stride, and sequences."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from anatomy_app.model.drawing import Side
from anatomy_app.model.motion import Frame, Lit, Motion
from anatomy_app.model.posing import Posture
from anatomy_app.model.rig import Rig
from anatomy_app.model.running import Runner

STILLS = (14.0, 40.0)  # percents of the stride that a thumbnail shows: stance, push-off
UPHILL = 3.0  # degrees that a runner leans into a hill


class RunMotion(Motion):
    """A run or a walk as it was measured, on the level or uphill. `slope` is rise by way."""

    def __init__(self, runner: Runner, rig: Rig, lit: Lit, slope: float = 0.0) -> None:
        super().__init__(rig, lit, runner.stride.stride_time)
        self._runner, self._slope = runner, slope

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        return self._at(seconds / self.duration * 100.0)

    @cached_property
    def ends(self) -> tuple[Frame, Frame]:
        """In stance, and as the foot leaves the ground."""
        return self._at(STILLS[0]), self._at(STILLS[1])

    def _at(self, run: float) -> Frame:
        """The picture after so many percents of strides."""
        percent = run % 100.0
        step, (x, y) = self._runner.pelvis(percent), self.rig.pivot
        turn = math.atan(self._slope)
        c, s = math.cos(turn), math.sin(turn)
        x, y = x + step.x, y + step.y
        near, far = (
            self._leaning(self._runner.posture(side, percent), math.degrees(turn))
            for side in (Side.RIGHT, Side.LEFT)
        )
        scroll = self._runner.scroll * run / 100.0
        return Frame(near, far, (c * x + s * y, c * y - s * x), (), scroll, self._slope)

    def _leaning(self, posture: Posture, turn: float) -> Posture:
        """The whole figure turned with the hill, its trunk as upright as before."""
        if not turn:
            return posture
        back = posture.angles["back"] + turn + UPHILL
        neck = posture.angles["neck"] - UPHILL
        angles = {**posture.angles, "back": back, "neck": neck}
        return replace(posture, angles=angles, tilt=posture.tilt - turn)


@dataclass(frozen=True)
class Part:
    """A motion in a sequence, and for how many seconds it is shown."""

    motion: Motion
    seconds: float


class SequenceMotion(Motion):
    """Several motions one after the other, as one repetition."""

    def __init__(self, rig: Rig, lit: Lit, parts: Sequence[Part]) -> None:
        super().__init__(rig, lit, sum(part.seconds for part in parts))
        self._parts = tuple(parts)

    def frame(self, seconds: float) -> Frame:
        """The picture at an instant."""
        rest = seconds % self.duration
        for part in self._parts:
            if rest < part.seconds:
                return part.motion.frame(rest)
            rest -= part.seconds
        return self._parts[-1].motion.frame(rest)

    @cached_property
    def ends(self) -> tuple[Frame, Frame]:
        """The end of the last part, and of the first one."""
        return self._parts[-1].motion.ends[1], self._parts[0].motion.ends[1]
