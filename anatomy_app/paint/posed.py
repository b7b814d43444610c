"""The runner's shapes in one pose, as paths in pixels: made for a picture, then thrown away."""

import struct
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath, QPolygonF

from anatomy_app.model.casting import Cast, Piece
from anatomy_app.model.posing import Chain, Matrix


class Posed:
    """The pieces of a cast in a pose."""

    def __init__(self, cast: Cast, near: list[Matrix], far: list[Matrix]) -> None:
        self._cast = cast
        self._near, self._far = near, far

    @cached_property
    def outlines(self) -> tuple[tuple[Piece, QPainterPath], ...]:
        """All pieces with their outlines in pixels, the farthest first."""
        pieces = self._cast.pieces
        made = paths([self._flat(each, each.loops) for each in pieces])
        return tuple(zip(pieces, made, strict=True))

    def fibres(self, piece: Piece) -> QPainterPath:
        """The fibres of a muscle, as open lines."""
        return next(paths([self._flat(piece, piece.fibres)], closed=False))

    def _flat(self, piece: Piece, chains: Sequence[Chain]) -> list[list[float]]:
        matrices = self._far if piece.far else self._near
        return [each.posed(matrices) for each in chains]


def posed_loops(piece: Piece, near: list[Matrix], far: list[Matrix]) -> list[list[float]]:
    """The outline of a piece in a pose, a polygon for each loop."""
    matrices = far if piece.far else near
    return [each.posed(matrices) for each in piece.loops]


def paths(
    groups: Sequence[Sequence[list[float]]], *, closed: bool = True
) -> Iterator[QPainterPath]:
    """Polygons `x0, y0, x1, y1, ...` as paths, one path a group.

    Qt reads them from one block of bytes: making every point from Python would take thrice as long.
    """
    stream = QDataStream(QByteArray(b"".join(map(_bytes, chain.from_iterable(groups)))))
    for group in groups:
        path = QPainterPath()
        for _ in group:
            polygon = QPolygonF()
            stream >> polygon
            path.addPolygon(polygon)
            if closed:
                path.closeSubpath()
        yield path


def _bytes(flat: list[float]) -> bytes:
    values = array("d", flat)
    values.byteswap()
    return struct.pack(">I", len(flat) // 2) + values.tobytes()
