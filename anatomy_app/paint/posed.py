"""The runner's shapes in one pose, as paths in pixels: made for a picture, then thrown away."""

import struct
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import chain as joined

from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath, QPolygonF

from anatomy_app.model.casting import Piece, Puppet
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.model.posing import Chain, Eye, Matrix, Posture, Row
from anatomy_app.model.rig import Rig

MOVE, LINE = (struct.pack("=iff", kind, 0.0, 0.0) for kind in (0, 1))  # with room for a place
ORDER = {"little": QDataStream.ByteOrder.LittleEndian, "big": QDataStream.ByteOrder.BigEndian}
SINGLE = QDataStream.FloatingPointPrecision.SinglePrecision  # finer than any screen
KEPT = 100  # poses: a stride at whole percents, some 3 MB
Places = tuple[bytes, bytes]
Instant = tuple[Gait, float, float]
"""A gait, its speed in m/s, and a percent of the stride."""


class Mould:
    """The paths of some pieces, one each: a pose moves their points, all else stays the same.

    Qt reads the paths from bytes. They are ready but for the places of the points: making every
    point from Python would take many times as long. An element is three words: what it is, x, y.
    """

    def __init__(
        self,
        rig: Rig,
        pieces: Sequence[Piece],
        near: Side,
        chains: Callable[[Piece], Sequence[Chain]] = lambda piece: piece.edges,
    ) -> None:
        self.pieces = pieces
        self._puppet = Puppet(rig, pieces, chains, near)
        self._bytes = bytearray()
        self._kept: dict[tuple[Instant, Eye], Places] = {}
        self._parts: list[tuple[bytes, int, int, bytes]] = []
        for piece in pieces:
            self._add([len(chain.xs) for chain in chains(piece)])
        self._paths = [QPainterPath() for _ in pieces]

    def _add(self, lengths: Sequence[int]) -> None:
        """A path of several chains: before its elements how many they are, after them two words."""
        begin = len(self._bytes)
        for length in lengths:
            self._bytes += MOVE + LINE * (length - 1)
        start = sum(lengths[:-1])  # of the last chain; then the rule of filling, even-odd
        head, tail = struct.pack("=i", sum(lengths)), struct.pack("=ii", start, 0)
        self._parts.append((head, begin, len(self._bytes), tail))

    def paths(
        self, near: Posture, far: Posture, eye: Eye, instant: Instant | None = None
    ) -> Iterator[QPainterPath]:
        """The paths in a pose, in the order of the pieces; good until the next pose is asked for.

        `instant` says that the pose may well come again with every stride: its places are kept.
        """
        return self._made(self._places(near, far, eye, instant))

    def _made(self, places: Places) -> Iterator[QPainterPath]:
        self._set(places)
        whole = memoryview(self._bytes)
        parts = (x for head, a, b, tail in self._parts for x in (head, whole[a:b], tail))
        stream = QDataStream(QByteArray(b"".join(parts)))
        stream.setByteOrder(ORDER[sys.byteorder])
        stream.setFloatingPointPrecision(SINGLE)
        for path in self._paths:  # they keep their room from pose to pose
            stream >> path
            yield path

    def _set(self, places: Places) -> None:
        """Write the places of all at once."""
        words = memoryview(self._bytes).cast("f")
        for at, row in enumerate(places, 1):
            words[at::3] = memoryview(row).cast("f")

    def _places(self, near: Posture, far: Posture, eye: Eye, instant: Instant | None) -> Places:
        if instant is None:
            return _packed(self._puppet.posed(near, far, eye))
        key = instant, eye
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = _packed(self._puppet.posed(near, far, eye))
        return self._kept[key]


def _packed(points: Row) -> Places:
    """Every x and every y as single floats: in a third of the time that an array would take."""
    form = struct.Struct(f"={len(points)}f")
    xs, ys = [point.real for point in points], [point.imag for point in points]
    return form.pack(*xs), form.pack(*ys)


def posed_loops(piece: Piece, near: list[Matrix], far: list[Matrix]) -> list[list[float]]:
    """The outline of a piece in a pose, a polygon for each loop."""
    matrices = far if piece.far else near
    return [each.posed(matrices) for each in piece.loops]


def paths(
    groups: Sequence[Sequence[list[float]]], *, closed: bool = True
) -> Iterator[QPainterPath]:
    """Polygons `x0, y0, x1, y1, ...` as paths, one path a group.

    Good for some; `Mould` makes those of a whole figure in half the time.
    """
    stream = QDataStream(QByteArray(b"".join(map(_bytes, joined.from_iterable(groups)))))
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
