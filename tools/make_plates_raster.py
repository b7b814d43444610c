"""Plates as pixels: filling outlines, growing, thinning and blurring them (numpy).

A grid has square cells of `CELL` tenths of a millimetre; arrays are `[row, column]`, row 0 at the
top. Drawing through a grid is what lets neighbours share one border: each cell has one owner.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from make_plates_shapes import Loop
from numpy.typing import NDArray

CELL = 4  # 0.4 mm

Mask = NDArray[np.bool_]
Field = NDArray[np.float32]
Line = NDArray[np.float64]
Window = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells lie: left and top edge in 0.1 mm, and how many there are."""

    left: int
    top: int
    rows: int
    columns: int

    def empty(self) -> Mask:
        """No cell set."""
        return np.zeros((self.rows, self.columns), bool)

    def filled(self, loops: Iterable[Sequence[int]]) -> Mask:
        """The cells whose middle lies in the closed loops, even-odd."""
        turns = np.zeros((self.rows, self.columns + 1), np.int32)
        for loop in loops:
            x, y = polyline(loop)
            x, y = (x - self.left) / CELL - 0.5, (y - self.top) / CELL - 0.5
            self._count(turns, np.append(x, x[0]), np.append(y, y[0]))
        return np.asarray(np.cumsum(turns, axis=1)[:, : self.columns] & 1, bool)

    def _count(self, turns: NDArray[np.int32], x: Line, y: Line) -> None:
        """Count where the edges of one loop cross the middles of the rows."""
        low, high = np.ceil(np.minimum(y[:-1], y[1:])), np.ceil(np.maximum(y[:-1], y[1:]))
        low, high = (np.clip(v, 0, self.rows).astype(np.int64) for v in (low, high))
        many = high - low
        edge = np.repeat(np.arange(len(many)), many)
        row = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + low[edge]
        share = (row - y[edge]) / (y[edge + 1] - y[edge])
        column = np.ceil(x[edge] + share * (x[edge + 1] - x[edge]))
        np.add.at(turns, (row, np.clip(column, 0, self.columns).astype(np.int64)), 1)

    def cell(self, x: Line, y: Line) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Row and column of points in 0.1 mm, kept within the grid."""
        row = np.clip((y - self.top) // CELL, 0, self.rows - 1).astype(np.int64)
        column = np.clip((x - self.left) // CELL, 0, self.columns - 1).astype(np.int64)
        return row, column


def polyline(loop: Sequence[int], steps: int = 8) -> tuple[Line, Line]:
    """Points along a loop of cubics, `steps` for each, without the last."""
    flat = np.asarray(loop, np.float64)
    count = (len(flat) - 2) // 6
    ends = np.concatenate([flat[:2], flat[2:].reshape(count, 6)[:, 4:].ravel()]).reshape(-1, 2)
    cubic = flat[2:].reshape(count, 3, 2)
    t = (np.arange(steps) / steps)[None, :, None]
    a, b, c, d = ends[:-1, None], cubic[:, None, 0], cubic[:, None, 1], cubic[:, None, 2]
    points = (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
    flat_points = points.reshape(-1, 2)
    return flat_points[:, 0], flat_points[:, 1]


def shifted(mask: NDArray[np.generic], rows: int, columns: int) -> NDArray[np.generic]:
    """The mask moved by whole cells; what comes in from outside repeats the edge."""
    high, wide = mask.shape
    r = np.clip(np.arange(high) - rows, 0, high - 1)
    c = np.clip(np.arange(wide) - columns, 0, wide - 1)
    return mask[r][:, c]


def disc(radius: float) -> Iterator[tuple[int, int]]:
    """The offsets within a circle, in cells."""
    reach = int(radius)
    for r in range(-reach, reach + 1):
        for c in range(-reach, reach + 1):
            if 0 < r * r + c * c <= radius * radius:
                yield r, c


def grown(mask: Mask, radius: float) -> Mask:
    """The mask with a margin of `radius` cells."""
    out = mask.copy()
    high, wide = mask.shape
    for r, c in disc(radius):
        to_r, to_c = slice(max(r, 0), high + min(r, 0)), slice(max(c, 0), wide + min(c, 0))
        of_r, of_c = slice(max(-r, 0), high + min(-r, 0)), slice(max(-c, 0), wide + min(-c, 0))
        out[to_r, to_c] |= mask[of_r, of_c]
    return out


def shrunk(mask: Mask, radius: float) -> Mask:
    """The mask less a margin of `radius` cells; the edge of the array is no edge."""
    return ~grown(~mask, radius)


def opened(mask: Mask, radius: float) -> Mask:
    """The mask less all that is narrower than twice the radius."""
    return grown(shrunk(mask, radius), radius)


def blurred(values: NDArray[np.generic], sigma: float) -> Field:
    """Gaussian blur; `sigma` in cells; the edge of the array repeats."""
    reach = max(int(3 * sigma), 1)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    out = values.astype(np.float32)
    for axis in (0, 1):
        pad = [(reach, reach) if axis == k else (0, 0) for k in (0, 1)]
        wide = np.pad(out, pad, mode="edge")
        out = np.zeros_like(out)
        for k, weight in enumerate(weights):
            part = wide[k : k + out.shape[0]] if axis == 0 else wide[:, k : k + out.shape[1]]
            out += weight * part
    return out


def window(mask: Mask, margin: int) -> Window:
    """The smallest rectangle around the mask, with a margin."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    top, left = max(int(rows[0]) - margin, 0), max(int(columns[0]) - margin, 0)
    return slice(top, int(rows[-1]) + margin + 1), slice(left, int(columns[-1]) + margin + 1)


def pieces(labels: NDArray[np.generic]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """A number for each connected piece of equal cells, from 0, and the size of each."""
    high, wide = labels.shape
    starts = np.ones((high, wide), bool)
    starts[:, 1:] = labels[:, 1:] != labels[:, :-1]
    run = np.cumsum(starts.ravel()).reshape(high, wide) - 1
    joins = (labels[1:] == labels[:-1]) & (starts[1:] | starts[:-1])
    pairs = np.stack([run[1:][joins], run[:-1][joins]])
    root = united(int(run[-1, -1]) + 1, pairs)
    number = np.cumsum(root == np.arange(len(root)))[root] - 1
    whole = number[run].astype(np.int32)
    return whole, np.bincount(whole.ravel())


def united(count: int, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """The smallest number that each of `count` runs is joined with."""
    root = list(range(count))
    for a, b in zip(pairs[0].tolist(), pairs[1].tolist(), strict=True):
        while root[a] != a:
            root[a] = root[root[a]]
            a = root[a]
        while root[b] != b:
            root[b] = root[root[b]]
            b = root[b]
        root[max(a, b)] = min(a, b)
    for i in range(count):
        root[i] = root[root[i]]
    return np.asarray(root, np.int64)


def mask_of(loops: Iterable[Loop], grid: Grid) -> Mask:
    """Shorthand for a filled grid."""
    return grid.filled(loops)
