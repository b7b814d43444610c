"""Where a belly goes over into its tendon: a calm border of interlocking soft points.

That border is constructed in the tables too (from the share of the length that is tendon) and
comes out torn. It is drawn anew within what belly and tendon cover together.
"""

from collections.abc import Sequence

import numpy as np
from make_plates_partition import Owner
from make_plates_raster import Field, Line, Mask, blurred, grown, pieces, window
from make_plates_trace import Owners

CALM = 7.0  # cells: how far the torn border is smoothed
# Measured as steps: smoothed to one line along the bone, without points unless it is short (cells).
STEPPED, SHORT = {"adductor_magnus": 26.0}, 75
PITCH = 34.0  # cells: the width of one point
DEEP, DEEPEST = 0.6, 22.0  # depth of a point as a share of its width, and at most (cells)
ALONE = 1.5  # the same for the point of a narrow tendon, which rises in the middle of its belly
NARROW = 22.0  # cells: a narrower belly ends aslant, on one side of its tendon
UNEVEN = np.array([0.85, 1.1, 0.7])  # no two neighbouring points alike: a saw has equal teeth
SHORTEST = 7.0  # cells: a shorter border stays a plain curve
REACH = 24.0  # cells: how far from the calm border cells are drawn anew


def interlocked(owners: Owners, pairs: Sequence[tuple[int, int]], kinds: Sequence[Owner]) -> None:
    """Draw the border of each (belly, tendon) anew."""
    for belly, tendon in pairs:
        stepped = STEPPED.get(kinds[belly - 1].name)
        both = (owners == belly) | (owners == tendon)
        box = window(both, 30)
        part = owners[box]
        if not ((part == belly).any() and (part == tendon).any()):
            continue
        inside = (part == belly) | (part == tendon)
        flesh = share(part == belly, inside, stepped or CALM)
        flesh = pointed(flesh, inside, SHORT if stepped else len(inside) + len(inside[0]))
        part[inside] = np.where(flesh[inside] > 0.5, belly, tendon)


def share(belly: Mask, inside: Mask, sigma: float) -> Field:
    """How much of the surroundings within the two is belly, from 0 to 1."""
    whole = blurred(inside, sigma)
    return np.asarray(blurred(belly, sigma) / np.maximum(whole, 1e-4), np.float32)


def pointed(flesh: Field, inside: Mask, longest: int) -> Field:
    """The share with points drawn into it along each border that is not too long."""
    calm = inside & (flesh > 0.5)
    edge = inside & grown(calm, 1.5) & ~calm
    number, size = pieces(edge)
    out = flesh.copy()
    for piece in np.argsort(size, kind="stable").tolist():  # the longest border is drawn last
        if size[piece] < SHORTEST:
            continue
        border = edge & (number == piece)
        if border.any() and max(np.ptp(np.nonzero(border), axis=1)) <= longest:
            tooth(out, flesh, inside, border)
    return out


def tooth(out: Field, flesh: Field, inside: Mask, border: Mask) -> None:
    """Draw the border to and fro along the muscle's axis, in a few soft points."""
    near = grown(border, REACH) & inside
    rows, columns = np.nonzero(near)
    place = np.stack([rows, columns], axis=1).astype(np.float64)
    fleshy = flesh[rows, columns] > 0.5
    if not fleshy.any() or fleshy.all():
        return
    axis = place[fleshy].mean(axis=0) - place[~fleshy].mean(axis=0)
    axis /= max(float(np.hypot(*axis)), 1e-9)
    across = np.array([-axis[1], axis[0]])
    edge = np.stack(np.nonzero(border), axis=1)
    ends = edge @ across
    width, rise = float(np.ptp(ends)), float(np.ptp(edge @ axis))
    if width < SHORTEST or rise > 1.3 * width:  # along the muscle, points would be a saw
        return
    count = max(1, round(width / PITCH))
    where = (place @ across - ends.min()) / width * count
    if count == 1:
        wave, depth = single(where, (ends - ends.min()) / width, edge @ axis, width)
    else:
        uneven = UNEVEN[np.clip(where, 0, count - 1e-6).astype(np.int64) % len(UNEVEN)]
        wave, depth = wave_at(where) * uneven, min(DEEP * width / count, DEEPEST) / 2
    source = np.rint(place + (wave * depth)[:, None] * axis).astype(np.int64)
    high, wide = flesh.shape
    r, c = np.clip(source[:, 0], 0, high - 1), np.clip(source[:, 1], 0, wide - 1)
    out[rows, columns] = flesh[r, c]


def single(t: Line, border: Line, height: Line, width: float) -> tuple[Line, float]:
    """Wave and depth of a border with room for one point: what it has already of one is deepened.

    `t` is where the cells lie across it, `border` where its own cells do, and `height` how far up.
    """
    shape = slant_at if width < NARROW else wave_at
    way = -1 if float(np.cov(shape(border), height)[0, 1]) > 0 else 1
    depth = max(ALONE * width - float(np.ptp(height)), DEEP * width)
    return way * shape(np.clip(t, 0, 1)), min(depth, 2 * DEEPEST) / 2


def slant_at(t: Line) -> Line:
    """From -1 at one edge to 1 at the other."""
    return t * 2 - 1


def wave_at(t: Line) -> Line:
    """Belly at the edges and between, tendon in the middle of each point: from -1 to 1."""
    saw = np.abs((t % 1.0) - 0.5) * 4 - 1
    return np.asarray(np.sin(saw * np.pi / 2) * 0.5 + saw * 0.5)
