"""One owner for every cell of a plate: no gap, no overlap, no crumb between neighbours.

The measured regions leave hairline gaps and slivers where two meshes meet. Painted into a grid,
narrow gaps go to the nearest tissue, crumbs and slivers to their neighbours, and the border of
belly and tendon is drawn anew (make_plates_tendon).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from make_plates_raster import (
    CELL,
    Mask,
    blurred,
    grown,
    opened,
    pieces,
    shifted,
    window,
)
from make_plates_trace import Owners

GAP = 3.1  # cells: gaps up to 2.4 mm wide are closed
HOLE_MM2 = {True: 140.0, False: 30.0}  # a smaller window is closed; superficial or not
# Where the muscles cover the body, what peeps out between them is a slit rather than a bone.
PEEP_MM2 = {"bone": 20.0, "fascia": 20.0, "ribs": 60.0, "extensor_digitorum_brevis": 24.0}
CRUMB_MM2 = {"muscle": 8.0, "tendon": 8.0, "fascia": 12.0, "bone": 12.0}
THIN = {"muscle": 0.9, "tendon": 0.9, "fascia": 1.0, "bone": 1.5}  # cells: half of what is a sliver
SOFT = 1.0  # cells: how far the owners are smoothed
UNKNOWN, SLIVER = -1, -2
CELL_MM2 = (CELL / 10) ** 2


@dataclass(frozen=True, slots=True)
class Owner:
    """A structure's tissue on one side: `name`, `tissue`, `side` as in the tables, paint order."""

    name: str
    tissue: str
    side: str


def cleaned(owners: Owners, kinds: Sequence[Owner], superficial: bool) -> Owners:
    """The owners without gaps, crumbs and slivers, borders softened. 0 is nobody; 1 is kinds[0]."""
    owners = owners.copy()
    drop_slivers(owners, kinds)
    least = [crumb(kind, superficial) for kind in kinds]
    drop_crumbs(owners, least)
    close_gaps(owners, HOLE_MM2[superficial])
    owners = softened(owners)
    drop_crumbs(owners, least)
    return owners


def drop_slivers(owners: Owners, kinds: Sequence[Owner]) -> None:
    """Hand what is too thin to its neighbours."""
    for number, kind in enumerate(kinds, 1):
        mask = owners == number
        box = window(mask, 4)
        part = mask[box]
        lost = part & ~grown(opened(part, THIN[kind.tissue]), 1)
        owners[box][lost] = SLIVER
    settle(owners, SLIVER)


def crumb(kind: Owner, superficial: bool) -> float:
    """The size (mm2) below which a piece goes to its neighbours."""
    least = CRUMB_MM2[kind.tissue]
    if superficial:
        least = max(least, PEEP_MM2.get(kind.tissue, 0), PEEP_MM2.get(kind.name, 0))
    return least


def close_gaps(owners: Owners, hole: float) -> None:
    """Give narrow gaps between tissues, and small holes, to the nearest tissue."""
    bare = owners == 0
    box = window(~bare, 8)
    part = bare[box]
    gap = part & ~opened(part, GAP)
    owners[box][gap] = UNKNOWN
    number, size = pieces(owners == 0)
    small = size * CELL_MM2 < hole
    owners[small[number] & (owners == 0)] = UNKNOWN
    settle(owners, UNKNOWN)


def drop_crumbs(owners: Owners, smallest: Sequence[float]) -> None:
    """Hand pieces that are too small to their neighbours."""
    number, size = pieces(owners)
    least = np.array([8.0, *smallest])[owners]
    crumbs = size[number] * CELL_MM2 < least
    owners[crumbs] = SLIVER
    settle(owners, SLIVER)


def settle(owners: Owners, waiting: int) -> None:
    """Let the neighbours grow into the cells that wait, ring by ring.

    Gaps (UNKNOWN) go to tissues only; slivers also to nobody.
    """
    least = 1 if waiting == UNKNOWN else 0
    rows, columns = np.nonzero(owners == waiting)
    high, wide = owners.shape
    while len(rows):
        votes = []
        for r, c in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            votes.append(owners[np.clip(rows + r, 0, high - 1), np.clip(columns + c, 0, wide - 1)])
        found = elected(np.stack(votes), least)
        won = found >= least
        if not won.any():
            owners[rows, columns] = 0
            return
        owners[rows[won], columns[won]] = found[won]
        rows, columns = rows[~won], columns[~won]


def elected(votes: Owners, least: int) -> Owners:
    """The owner named most often by each column's neighbours; -1 where none is."""
    best = np.full(votes.shape[1], -1, votes.dtype)
    most = np.zeros(votes.shape[1], np.int8)
    for vote in votes:
        count = (votes == vote).sum(axis=0).astype(np.int8)
        better = (vote >= least) & (count > most)
        best[better], most[better] = vote[better], count[better]
    return best


def softened(owners: Owners, sigma: float = SOFT) -> Owners:
    """Each cell to the owner that is strongest around it."""
    best = np.full(owners.shape, 0.0, np.float32)
    out = np.zeros_like(owners)
    for number in np.unique(owners).tolist():
        mask = owners == number
        box = window(mask, int(3 * sigma) + 1)
        share = blurred(mask[box], sigma)
        better = share > best[box]
        best[box][better] = share[better]
        out[box][better] = number
    return out


def inner(owners: Owners, reach: int) -> Mask:
    """The cells whose surroundings all have the same owner."""
    same = np.ones(owners.shape, bool)
    for r, c in ((reach, 0), (-reach, 0), (0, reach), (0, -reach)):
        same &= shifted(owners, r, c) == owners
    return same
