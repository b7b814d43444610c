"""Where a belly goes over into its tendon: a calm border of interlocking soft points.

That border is constructed in the tables too (from the share of the length that is tendon) and
comes out torn. It is drawn anew within what belly and tendon cover together.
"""

from collections.abc import Sequence

import numpy as np
from make_plates_raster import Field, Mask, blurred, grown, pieces, window
from make_plates_trace import Owners

CALM = 7.0  # cells: how far the torn border is smoothed
PITCH = 34.0  # cells: the width of one point
DEEP, DEEPEST = 0.6, 22.0  # depth of a point as a share of its width, and at most (cells)
UNEVEN = np.array([0.85, 1.1, 0.7])  # no two neighbouring points alike: a saw has equal teeth
SHORTEST = 14.0  # cells: a shorter border stays a plain curve
REACH = 24.0  # cells: how far from the calm border cells are drawn anew


def interlocked(owners: Owners, pairs: Sequence[tuple[int, int]]) -> None:
    """Draw the border of each (belly, tendon) anew."""
    for belly, tendon in pairs:
        both = (owners == belly) | (owners == tendon)
        box = window(both, 30)
        part = owners[box]
        if not ((part == belly).any() and (part == tendon).any()):
            continue
        inside = (part == belly) | (part == tendon)
        flesh = share(part == belly, inside)
        flesh = pointed(flesh, inside, part == belly)
        part[inside] = np.where(flesh[inside] > 0.5, belly, tendon)


def share(belly: Mask, inside: Mask) -> Field:
    """How much of the surroundings within the two is belly, from 0 to 1."""
    whole = blurred(inside, CALM)
    return np.asarray(blurred(belly, CALM) / np.maximum(whole, 1e-4), np.float32)


def pointed(flesh: Field, inside: Mask, belly: Mask) -> Field:
    """The share with points drawn into it along each border."""
    calm = inside & (flesh > 0.5)
    edge = inside & grown(calm, 1.5) & ~calm
    number, size = pieces(edge)
    out = flesh.copy()
    for piece in np.flatnonzero(size >= SHORTEST).tolist():
        border = edge & (number == piece)
        if border.any():
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
    ends = np.stack(np.nonzero(border), axis=1) @ across
    width = float(ends.max() - ends.min())
    rise = float(np.ptp(np.stack(np.nonzero(border), axis=1) @ axis))
    if width < SHORTEST or rise > 1.3 * width:  # along the muscle, points would be a saw
        return
    count = max(1, round(width / PITCH))
    where = (place @ across - ends.min()) / width * count
    wave = wave_at(where) * UNEVEN[np.clip(where, 0, count - 1e-6).astype(np.int64) % len(UNEVEN)]
    depth = min(DEEP * width / count, DEEPEST) / 2
    source = np.rint(place + (wave * depth)[:, None] * axis).astype(np.int64)
    high, wide = flesh.shape
    r, c = np.clip(source[:, 0], 0, high - 1), np.clip(source[:, 1], 0, wide - 1)
    out[rows, columns] = flesh[r, c]


def wave_at(t: np.ndarray) -> np.ndarray:
    """Belly at the edges and between, tendon in the middle of each point: from -1 to 1."""
    saw = np.abs((t % 1.0) - 0.5) * 4 - 1
    return np.asarray(np.sin(saw * np.pi / 2) * 0.5 + saw * 0.5)
