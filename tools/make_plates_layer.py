"""One layer as a map of owners and as outlines that share their borders."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from make_plates_partition import Owner, cleaned, crumb, drop_crumbs, softened
from make_plates_places import RAGGED, Layer
from make_plates_raster import CELL, Grid, Mask, grown, shrunk
from make_plates_shapes import Loop, down
from make_plates_smooth import OUT
from make_plates_tables import BONES_SKIN, Outline
from make_plates_tendon import interlocked, wave_at
from make_plates_tidy import cells, tidied
from make_plates_trace import Owners, outlines, smooth_arcs
from numpy.typing import NDArray

UNDER_SKIN = 6  # cells: how far tissues reach beneath a skin part, so that no gap shows
TAPER = 34  # cells: where a tendon starts to taper towards the skin of the foot
WRIST, RISE = 100, 50  # cells: how far above the hand the forearm's muscles are tendons, and how
TONGUE = 31  # much more or less; how broad a tendon is there
RISES = np.array([0.9, 0.35, 1.3, 0.6])
SINEWY = ("wrist_flexors", "wrist_extensors")
FLARE, WIDER = 100, 11  # cells: over which height the Achilles tendon widens, how much a side
HEEL, ROUND = 11, 14  # cells: what it stays above the skin of the heel; how round it ends
TIP = 4.0  # cells: what each edge of a tendon loses at the skin
EVEN = 0.9  # cells: the last smoothing of the owners
BORDER_SOFT, BORDER_NEAR = 4.4, 2.0  # cells, 0.1 mm: how smooth and how near borders are drawn


@dataclass
class Map:
    """A layer of a view in a grid: who owns which cell (1 is `kinds[0]`), and the outlines."""

    grid: Grid
    kinds: list[Owner]
    owners: Owners
    half: int = 0  # 1: only the side with x < 0 is mapped, -1: x > 0, 0: all
    loops: dict[int, list[Loop]] = field(default_factory=dict)

    def mask(self, *, tissue: str = "", name: str = "") -> Mask:
        """The cells of a tissue or of a structure."""
        numbers = [
            i
            for i, kind in enumerate(self.kinds, 1)
            if tissue in ("", kind.tissue) and name in ("", kind.name)
        ]
        return np.isin(self.owners, numbers)

    def draw(self, sigma: float = BORDER_SOFT, tolerance: float = BORDER_NEAR) -> None:
        """Trace the outlines of all owners."""
        owners, grid = edged(self.owners, self.grid, self.half)
        middle = [i for i, kind in enumerate(self.kinds, 1) if kind.side == "M"]
        arcs = smooth_arcs(owners, grid, sigma, tolerance, true=True)
        self.loops = outlines(arcs, middle if self.half else ())


def edged(owners: Owners, grid: Grid, half: int) -> tuple[Owners, Grid]:
    """The owners with a column beyond the midline that belongs to OUT."""
    beyond = np.full((grid.rows, 1), OUT, owners.dtype)
    if half > 0:
        wide = np.concatenate([owners, beyond], axis=1)
        return wide, Grid(grid.left, grid.top, grid.rows, grid.columns + 1)
    if half < 0:
        wide = np.concatenate([beyond, owners], axis=1)
        return wide, Grid(grid.left - CELL, grid.top, grid.rows, grid.columns + 1)
    return owners, grid


def layer_grid(box: tuple[int, int, int, int], half: int) -> Grid:
    """The grid of a view; of one half where the other is its mirror image."""
    left, top, width, height = (value * 10 for value in box)
    if half:
        left, width = (left, -left) if half > 0 else (0, left + width)
    return Grid(left, top, height // CELL, width // CELL)


def mapped(
    outlines: Sequence[Outline], grid: Grid, half: int, within: Mask | None, without: Mask | None
) -> Map:
    """The map of regions painted over each other, cut to `within` and out of `without`."""
    kinds: list[Owner] = []
    owners = np.zeros((grid.rows, grid.columns), np.int16)
    for region in sorted(outlines, key=lambda r: r["tissue"] not in BONES_SKIN):
        kind = Owner(region["id"], region["tissue"], region["side"])
        if kind not in kinds:
            kinds.append(kind)
        owners[grid.filled(down(region["path"]))] = kinds.index(kind) + 1
    if within is not None:
        owners[~within] = 0
    if without is not None:
        owners[without] = 0
    return Map(grid, kinds, owners, half)


def mended(
    found: Map,
    cover: Mask | None,
    hand: Mask | None = None,
    layer: Layer = ("", 0),
) -> Map:
    """The map without gaps and crumbs, tendons grown into their bellies and tapered at the skin."""
    superficial = layer[1] == 1
    found.owners = cleaned(found.owners, found.kinds, superficial)
    tidied(found.owners, found.kinds, found.grid, layer)
    pairs = [
        (i, k)
        for i, a in enumerate(found.kinds, 1)
        for k, b in enumerate(found.kinds, 1)
        if a.name == b.name and a.side == b.side and (a.tissue, b.tissue) == ("muscle", "tendon")
    ]
    forearm = [pair for pair in pairs if found.kinds[pair[0] - 1].name in SINEWY]
    interlocked(found.owners, [p for p in pairs if hand is None or p not in forearm], found.kinds)
    if hand is not None and forearm:
        sinewy(found, hand, forearm)
    if found.mask(name="achilles_tendon").any():
        flared(found)
    if cover is not None and cover.any():
        taper(found, cover)
    for *box, sigma in RAGGED.get(layer, ()):
        thin = found.mask(name="flexor_digitorum_brevis")  # beside the plantar fascia, not ragged
        before = found.owners.copy()
        calm_spot(found.owners, cells(found.grid, *box), sigma)
        found.owners[thin] = before[thin]
    found.owners = softened(found.owners, EVEN)
    drop_crumbs(found.owners, [crumb(kind, superficial) for kind in found.kinds])
    return found


def calm_spot(owners: Owners, box: tuple[slice, slice], sigma: float) -> None:
    """Smooth the borders in a box of cells strongly, and half as much in a rim around it."""
    (top, bottom), (left, right) = ((part.start, part.stop - 1) for part in box)
    for rim, soft in ((10, sigma / 2), (0, sigma)):
        reach = int(3 * soft) + 1
        rows = slice(max(top - rim - reach, 0), bottom + rim + reach)
        columns = slice(max(left - rim - reach, 0), right + rim + reach)
        smooth = softened(owners[rows, columns], soft)
        inside = slice(top - rim, bottom + rim), slice(max(left - rim, 0), right + rim)
        owners[inside] = smooth[
            inside[0].start - rows.start : inside[0].stop - rows.start,
            inside[1].start - columns.start : inside[1].stop - columns.start,
        ]


def sinewy(found: Map, hand: Mask, pairs: Sequence[tuple[int, int]]) -> None:
    """Above the wrist the long muscles of the forearm are tendons, whatever the table says.

    Their border is constructed there, too close to the hand. It is drawn as long points: tendons
    rise between tongues of flesh.
    """
    forearm = np.argwhere(np.isin(found.owners, [number for pair in pairs for number in pair]))
    beside = np.argwhere(grown(hand, 2) & ~hand)
    if not len(forearm) or not len(beside):
        return
    wrist = beside[nearest(beside, forearm.mean(axis=0))]
    far = np.hypot(*(forearm - wrist).T)
    wrist = forearm[far < WRIST / 3].mean(axis=0)
    axis = forearm[(far > 2 * WRIST) & (far < 3 * WRIST)].mean(axis=0) - wrist
    axis /= np.hypot(*axis)
    for belly, tendon in pairs:
        cells = np.argwhere(found.owners == belly)
        above, across = (cells - wrist) @ axis, (cells - wrist) @ (axis[1], -axis[0])
        point = np.floor(across / TONGUE).astype(np.int64) % len(RISES)
        rise = RISE * RISES[point] * wave_at(across / TONGUE)
        thin = cells[above < WRIST + rise]
        found.owners[thin[:, 0], thin[:, 1]] = tendon


def nearest(cells: NDArray[np.int64], to: NDArray[np.float64]) -> int:
    """Which of the cells lies nearest to a place."""
    return int(np.hypot(*(cells - to).T).argmin())


def flared(found: Map) -> None:
    """Widen the Achilles tendon onto the heel bone and end it round, above the heel's skin."""
    number = next(i for i, k in enumerate(found.kinds, 1) if k.name == "achilles_tendon")
    rows = np.flatnonzero((found.owners == number).any(axis=1))
    last = int(rows[-1]) - HEEL
    free = [0, *(i for i, k in enumerate(found.kinds, 1) if k.tissue == "bone")]
    for row in range(last - FLARE, last + 1):
        columns = np.flatnonzero(found.owners[row] == number)
        if not len(columns):
            continue
        share, to_end = (row - last + FLARE) / FLARE, last - row
        wide = round(WIDER * share**1.5) - round(max(0, ROUND - to_end) ** 2 / ROUND)
        start, stop = max(int(columns[0]) - wide, 0), int(columns[-1]) + 1 + wide
        found.owners[row, columns[(columns < start) | (columns >= stop)]] = 0
        line = found.owners[row, start:stop]
        line[np.isin(line, free)] = number
    below = found.owners[last + 1 :]
    below[below == number] = 0


def taper(found: Map, cover: Mask) -> None:
    """Let tendons end in points where they go under the skin of the foot."""
    tendons = found.mask(tissue="tendon") & ~found.mask(name="achilles_tendon")
    near, step = cover, 4
    for way in range(0, TAPER, step):
        ring = grown(near, step) & ~near
        near = near | ring
        lost = tendons & ~shrunk(tendons, max(TIP * (1 - way / TAPER), 1)) & ring
        found.owners[lost] = 0
