"""Where each point of a picture moves to: the columns of a plane, blended without a step.

The figures give the movement at the nodes of a grid; inside a cell it is bilinear, so that a point
costs one look-up and eight products. Cells are made when a point first falls into them.
"""

from dataclasses import dataclass
from functools import lru_cache

from anatomy_app.model.proportions.figures import Column, Plane, Seam

CELL_MM = 10.0
PER_MM = 1 / CELL_MM
ORIGIN = 4096  # index of the cell right of and below the origin: all indexes are positive
ROWS = 2 * ORIGIN

Cell = tuple[float, float, float, float, float, float, float, float]
"""x = a + bx + cy + dxy, y = e + fx + gy + hxy, written a to h."""

Affine = tuple[float, float, float]
"""Shift on the midline, shift more per mm across, rise."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What the nodes of one height have in common."""

    height: float
    body: Affine
    inner: float
    head: tuple[Affine, Seam] | None
    arm: tuple[Affine, float, float] | None


class Field(dict[int, Cell]):
    """The movement of a plane, by cell; `field[index(x, y)]` makes a missing cell."""

    __slots__ = ("_nodes", "_plane", "_rows")

    def __init__(self, plane: Plane) -> None:
        super().__init__()
        self._plane = plane
        self._rows: dict[int, _Row] = {}
        self._nodes: dict[int, tuple[float, float]] = {}

    def __missing__(self, index: int) -> Cell:
        cell = self[index] = self._cell(*divmod(index, ROWS))
        return cell

    def move(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the drawing (mm, y downwards) goes; within 40 m of the origin."""
        index = int(x * PER_MM + ORIGIN) * ROWS + int(y * PER_MM + ORIGIN)
        a, b, c, d, e, f, g, h = self[index]
        return a + b * x + (c + d * x) * y, e + f * x + (g + h * x) * y

    def _cell(self, column: int, row: int) -> Cell:
        x, y = (column - ORIGIN) * CELL_MM, (row - ORIGIN) * CELL_MM
        corners = (
            self._node(column, row), self._node(column + 1, row),
            self._node(column, row + 1), self._node(column + 1, row + 1),
        )  # fmt: skip
        return (
            *_bilinear(x, y, *(corner[0] for corner in corners)),
            *_bilinear(x, y, *(corner[1] for corner in corners)),
        )

    def _node(self, column: int, row: int) -> tuple[float, float]:
        key = column * ROWS + row
        node = self._nodes.get(key)
        if node is None:
            line = self._rows.get(row) or self._row(row)
            node = self._nodes[key] = self._moved(line, (column - ORIGIN) * CELL_MM)
        return node

    def _row(self, index: int) -> _Row:
        plane, height = self._plane, (ORIGIN - index) * CELL_MM
        row = self._rows[index] = _Row(
            height=height,
            body=_body(plane.trunk, plane.leg, height),
            inner=plane.inner.at(height) if plane.inner else 0.0,
            head=(plane.head[0].at(height), plane.head[1]) if plane.head else None,
            arm=plane.arm
            and (
                plane.arm[0].at(height),
                plane.arm[1].near.at(height),
                plane.arm[1].far.at(height),
            ),
        )
        return row

    def _moved(self, row: _Row, x: float) -> tuple[float, float]:
        """Where a node goes, in the drawing's frame."""
        facing = self._plane.facing
        if self._plane.paired and x < 0:
            facing = -facing
        across = x * facing
        offset, more, rise = row.body
        shift = offset * (_smooth(across / row.inner) if row.inner else 1.0) + more * across
        if row.head:
            (offset, more, other), seam = row.head
            blend = _smooth(_passed(seam, row.height, across))
            shift += blend * (offset + more * across - shift)
            rise += blend * (other - rise)
        if row.arm:
            (offset, more, other), near, far = row.arm
            blend = _smooth((across - near) / (far - near))
            shift += blend * (offset + more * across - shift)
            rise += blend * (other - rise)
        return x + shift * facing, -row.height - rise


@lru_cache(maxsize=16)
def field_of(plane: Plane) -> Field:
    """The field of a plane, kept with its cells: the layers of a view share it."""
    return Field(plane)


def _body(trunk: Column, leg: tuple[Column, Seam] | None, height: float) -> Affine:
    """Trunk and leg, one passing into the other at the hip."""
    upper = trunk.at(height)
    if leg is None:
        return upper
    lower = leg[0].at(height)
    blend = _smooth(_passed(leg[1], height, 0.0))
    first, second, third = (a + blend * (b - a) for a, b in zip(lower, upper, strict=True))
    return first, second, third


def _passed(seam: Seam, height: float, across: float) -> float:
    """How far a point is through a seam: 0 below it, 1 above it."""
    return (height + seam.tilt * across - seam.low) / (seam.high - seam.low)


def _smooth(t: float) -> float:
    """From 0 at 0 to 1 at 1, flat at and beyond both."""
    t = 0.0 if t < 0 else min(t, 1.0)
    return t * t * (3 - 2 * t)


def _bilinear(
    x: float, y: float, p: float, q: float, r: float, s: float
) -> tuple[float, float, float, float]:
    """Coefficients of a cell with corner (x, y) from its corners' values: right is q, below r."""
    across, down = (q - p) * PER_MM, (r - p) * PER_MM
    both = (s - q - r + p) * PER_MM * PER_MM
    constant = p - across * x - down * y + both * x * y
    return constant, across - both * y, down - both * x, both
