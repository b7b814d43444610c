"""The runner in a stride: measured joint angles as postures, and where the ground is.

The measured figure is smaller than the people of the recordings and wears no shoes, so its feet
would hang a little above the ground or slip on it. The hips give way by that little; the angles
and the way of the pelvis stay those of the table.
"""

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate

from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Period, Stride
from anatomy_app.model.posing import Chain, Cloud, Eye, Posture, Row
from anatomy_app.model.rig import Part, Rig

HIP_SPACING, SHOULDER_SPACING = 174.0, 322.6  # mm between the joint centres of the measured body
TOE_LIMIT = 65.0  # degrees: more toe extension than this no foot shows
RELAX = 9.0  # percent of the stride in which the toes let go after toe-off
STANDING = 4.0  # degrees that free toes are extended
SOLE = 30.0  # mm: what of the foot may meet the ground
TOLERANCE = 7.0  # mm that a foot in stance may stay above the ground
SOFT, SOLE_SOFT = 5.0, 14.0  # mm above the lowest point that still carry; of a whole flat sole
SAMPLES = 100
GIVE, GIVE_ALONG = (
    40.0,
    60.0,
)  # mm that a hip may give way down and along to set its foot on the ground
FEET = (Side.RIGHT, Side.LEFT)


def letter(side: Side) -> str:
    """How the columns of the tables end for a side."""
    return "l" if side is Side.LEFT else "r"


def posture(stride: Stride, side: Side, percent: float) -> Posture:
    """The leg, arm and trunk of one side at a percent of the right foot's stride.

    Hip and shoulder come forward as pelvis and trunk turn, and up as the pelvis drops on the
    other side. The head is held level: nobody recorded its nod.
    """
    angles, end = stride.angles(percent), letter(side)
    tilt, lean = angles["pelvis_anterior_tilt"], angles["trunk_forward_lean"]
    pose = {
        "hip": angles[f"hip_flexion_{end}"],
        "knee": angles[f"knee_flexion_{end}"],
        "ankle": angles[f"ankle_dorsiflexion_{end}"],
        "mtp": _toe_extension(stride, side, percent, angles[f"foot_pitch_{end}"]),
        "back": lean - tilt,
        "neck": -lean,
        "shoulder": angles[f"shoulder_flexion_{end}"],
        "elbow": angles[f"elbow_flexion_{end}"],
    }
    way = -1.0 if side is Side.LEFT else 1.0
    turn = angles["pelvis_rotation_right_forward"]
    drop = angles["pelvis_drop_right"]
    shoulders = turn + angles["lumbar_rotation_right_forward"]
    return Posture(
        pose,
        {
            "hip": (way * _reach(HIP_SPACING, turn), way * _reach(HIP_SPACING, drop)),
            "shoulder": (way * _reach(SHOULDER_SPACING, shoulders), 0.0),
        },
        tilt,
    )


def toe_extension(stride: Stride, side: Side, percent: float) -> float:
    """Degrees. On the ground the toes stay flat while the heel rises; in swing they let go."""
    pitch = stride.angles(percent)[f"foot_pitch_{letter(side)}"]
    return _toe_extension(stride, side, percent, pitch)


def _toe_extension(stride: Stride, side: Side, percent: float, pitch: float) -> float:
    own = stride.percent(side, percent)
    flat = min(max(-pitch, 0.0), TOE_LIMIT)
    since = own - stride.toe_off
    if since <= 0.0:
        return max(flat, _rise(own, STANDING))
    held = max(1.0 - since / RELAX, 0.0)
    return STANDING + (flat - STANDING) * held * held * (3 - 2 * held)


@dataclass(frozen=True)
class Step:
    """Where something of the figure is at an instant, in mm from its standing place."""

    x: float
    y: float


class Runner:
    """The figure in one stride: postures, the way of the pelvis, where feet meet the ground.

    `scroll` is the way of the ground in mm for one stride: the speed by the time.
    """

    def __init__(self, rig: Rig, stride: Stride) -> None:
        self.stride = stride
        self._sole = Cloud(rig, [_sole(rig)])
        self.scroll = 1000.0 * stride.speed * stride.stride_time

    def posture(self, side: Side, percent: float) -> Posture:
        """The measured angles of a side, its leg set on the ground."""
        bare, set_ = posture(self.stride, side, percent), _at(self._planted[side], percent)
        x, y = bare.shifts["hip"]
        shifts = {**bare.shifts, "hip": (x + set_.x, y + set_.y)}
        return Posture(bare.angles, shifts, bare.tilt)

    def pelvis(self, percent: float) -> Step:
        """The way of the pelvis: up and down as measured, forward so that feet do not slide."""
        rise = 1000.0 * self.stride.angles(percent)["pelvis_vertical_m"]
        return Step(_at(self._forward, percent).x, self._lift - rise)

    def contact(self, side: Side, percent: float) -> float | None:
        """How far in front of the standing hip a foot in stance meets the ground; None in swing."""
        if self.stride.period_at(side, percent) is not Period.STANCE:
            return None
        points = self._sole.posed(self.posture(side, percent), Eye())
        carried = zip(_weights(points, SOLE_SOFT), points, strict=True)
        return sum(w * point.real for w, point in carried) + self.pelvis(percent).x

    def sole(self, side: Side, percent: float) -> list[tuple[float, float]]:
        """The points of a foot's sole in mm of the figure; y grows downwards from the ground."""
        pelvis = self.pelvis(percent)
        points = self._sole.posed(self.posture(side, percent), Eye())
        return [(point.real + pelvis.x, point.imag + pelvis.y) for point in points]

    # -- how it stands ---------------------------------------------------------------

    @cached_property
    def _bare(self) -> dict[Side, list[Row]]:
        """The soles at whole percents, the pelvis at its standing place."""
        return {side: [self._bare_sole(side, p) for p in range(SAMPLES)] for side in FEET}

    def _bare_sole(self, side: Side, percent: int) -> Row:
        return self._sole.posed(posture(self.stride, side, float(percent)), Eye())

    @cached_property
    def _stance(self) -> dict[Side, list[int]]:
        """The whole percents at which each foot is on the ground, from contact to toe-off."""
        return {
            side: sorted(
                (p for p in range(SAMPLES) if self._is_down(side, p)),
                key=partial(self.stride.percent, side),
            )
            for side in FEET
        }

    def _is_down(self, side: Side, percent: int) -> bool:
        return self.stride.period_at(side, float(percent)) is Period.STANCE

    @cached_property
    def _heights(self) -> dict[Side, dict[int, float]]:
        """How far each foot in stance hangs above the standing ground, as measured."""
        return {side: {p: self._height(side, p) for p in self._stance[side]} for side in FEET}

    def _height(self, side: Side, percent: int) -> float:
        rise = 1000.0 * self.stride.angles(float(percent))["pelvis_vertical_m"]
        return rise - max(point.imag for point in self._bare[side][percent])

    @cached_property
    def _lift(self) -> float:
        """How far down the whole figure stands, so that its legs need to move least."""
        early = [self._heights[s][p] for s in FEET for p in self._stance[s][: -SAMPLES // 20]]
        return (max(early) - TOLERANCE + min(early)) / 2

    # -- what sets the feet on the ground ----------------------------------------------

    @cached_property
    def _forward(self) -> list[Step]:
        """The way of the pelvis against the ground's even one: what keeps a foot from sliding."""
        moves = {p: sum(ways) / len(ways) for p in range(SAMPLES) if (ways := self._slips(p))}
        free = SAMPLES - len(moves)
        spare = -sum(moves.values()) / free if free else 0.0
        even = 0.0 if free else sum(moves.values()) / SAMPLES
        way = list(
            accumulate((moves.get(p, spare) - even for p in range(SAMPLES - 1)), initial=0.0)
        )
        middle = sum(way) / SAMPLES
        return [Step(each - middle, 0.0) for each in way]

    def _slips(self, percent: int) -> list[float]:
        """How far the pelvis must move in this percent to hold each foot that is on the ground."""
        return [self._slip[side, percent] for side in FEET if (side, percent) in self._slip]

    @cached_property
    def _slip(self) -> dict[tuple[Side, int], float]:
        """How far the pelvis must move to hold a foot, for each percent of its stance."""
        return {(side, p): self._held(side, p) for side in FEET for p in self._stance[side]}

    def _held(self, side: Side, percent: int) -> float:
        here, after = (self._bare[side][p % SAMPLES] for p in (percent, percent + 1))
        pairs = zip(_weights(here), here, after, strict=True)
        return -self.scroll / SAMPLES - sum(w * (b.real - a.real) for w, a, b in pairs)

    @cached_property
    def _planted(self) -> dict[Side, list[Step]]:
        """How far the hip of each leg gives way, so that its foot stands still on the ground."""
        return {side: self._plant(side) for side in FEET}

    def _plant(self, side: Side) -> list[Step]:
        down, along = {}, {}
        x = 0.0
        for p in self._stance[side]:
            height = self._heights[side][p] - self._lift
            wanted = min(height, 0.0) + max(height - TOLERANCE, 0.0)
            down[p] = min(max(wanted, -GIVE), GIVE)
            along[p] = x
            forward = self._forward
            x += self._slip[side, p] - (forward[(p + 1) % SAMPLES].x - forward[p].x)
        middle = sum(along.values()) / len(along)
        along = {p: min(max(each - middle, -GIVE_ALONG), GIVE_ALONG) for p, each in along.items()}
        return [Step(*each) for each in zip(_bridged(along), _bridged(down), strict=True)]


def _sole(rig: Rig) -> Chain:
    """The points of the foot's skin that may meet the ground."""
    skin = next(shape for shape in rig.at_level(1) if shape.part is Part.FOOT)
    strand = skin.loops[0]
    chain = Chain.of(strand)
    low = [i for i, y in enumerate(chain.ys) if y > -SOLE]
    bind = chain.bind if len(chain.bind) == 1 else tuple(chain.bind[i] for i in low)
    return Chain(tuple(chain.xs[i] for i in low), tuple(chain.ys[i] for i in low), bind)


def _weights(points: Row, soft: float = SOFT) -> list[float]:
    """How much each point of a sole carries: the lowest most."""
    lowest = max(point.imag for point in points)
    raw = [math.exp((point.imag - lowest) / soft) for point in points]
    whole = sum(raw)
    return [each / whole for each in raw]


def _bridged(known: dict[int, float]) -> list[float]:
    """Values for all percents: between the known ones they pass over evenly and softly."""
    if not known:
        return [0.0] * SAMPLES
    marks = sorted(known)
    whole = []
    for p in range(SAMPLES):
        passed, ahead = bisect_right(marks, p), bisect_left(marks, p)
        before = marks[passed - 1] if passed else marks[-1] - SAMPLES
        after = marks[ahead] if ahead < len(marks) else marks[0] + SAMPLES
        t = (p - before) / (after - before) if after > before else 0.0
        soft = t * t * (3 - 2 * t)
        start, end = known[before % SAMPLES], known[after % SAMPLES]
        whole.append(start + (end - start) * soft)
    return whole


def _rise(own: float, value: float) -> float:
    """From the swing's value at contact to nothing once the foot is flat."""
    return value * max(1.0 - own / 5.0, 0.0)


def _reach(spacing: float, degrees: float) -> float:
    """How far a joint at half the spacing moves as the line between the two turns."""
    return spacing / 2 * math.sin(math.radians(degrees))


def _at(way: list[Step], percent: float) -> Step:
    """A place between two whole percents."""
    low = int(percent) % SAMPLES
    share, a, b = percent - int(percent), way[low], way[(low + 1) % SAMPLES]
    return Step(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
