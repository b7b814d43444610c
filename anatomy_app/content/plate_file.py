"""The compiled form of a plate: small, quick to read, and never trusted.

A header (magic, version, SHA-256 of the SVG, four sizes), then two zlib blocks: JSON that says
which loops belong to what, and all coordinates as little-endian 32-bit floats in millimetres.
"""

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from typing import Literal, TypedDict, overload

from anatomy_app.model.drawing import Layer, Mark, Outline, Region, Side, Tissue, View

HEADER = struct.Struct("<4sHxx32sIIII")
MAGIC = b"SAPL"
VERSION = 1
LARGEST = 8_000_000  # bytes a block may have unpacked: a drawing of 2 MB has less

RegionRow = tuple[str, str, str, int, list[float], list[int]]
MarkRow = tuple[str, str, bool, float, float, list[int]]


class Contents(TypedDict):
    """The JSON block; the last item of each row is the lengths of its loops."""

    view: str
    layer: int
    box: list[float]
    body: list[int]
    regions: list[RegionRow]
    under: list[MarkRow]
    marks: list[MarkRow]
    skin: list[MarkRow]


class PlateError(Exception):
    """A plate that cannot be loaded, with a sentence that says why."""


def compiled_hash(data: bytes) -> bytes:
    """SHA-256 of the SVG a plate was compiled from; PlateError if it is no plate."""
    if len(data) < HEADER.size:
        raise PlateError("the plate is cut short")
    magic, version, sha, *_ = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise PlateError("this is not a plate")
    if version != VERSION:
        raise PlateError(f"the plate has version {version}, this program reads {VERSION}")
    return bytes(sha)


def pack(layer: Layer, svg_sha: bytes) -> bytes:
    """The layer as the bytes of a plate."""
    floats = array("f")
    contents: Contents = {
        "view": layer.view,
        "layer": layer.number,
        "box": list(layer.box),
        "body": _store(layer.body, floats),
        "regions": [_region_row(region, floats) for region in layer.regions],
        "under": [_mark_row(mark, floats) for mark in layer.under],
        "marks": [_mark_row(mark, floats) for mark in layer.marks],
        "skin": [_mark_row(mark, floats) for mark in layer.skin],
    }
    raw = (json.dumps(contents, separators=(",", ":")).encode(), _little(floats).tobytes())
    blocks = [zlib.compress(block, 9) for block in raw]
    sizes = (len(blocks[0]), len(raw[0]), len(blocks[1]), len(raw[1]))
    return HEADER.pack(MAGIC, VERSION, svg_sha, *sizes) + b"".join(blocks)


def _store(outline: Outline, floats: "array[float]") -> list[int]:
    """Append the loops to the coordinates; their lengths."""
    for loop in outline.loops:
        floats.extend(loop)
    return [len(loop) for loop in outline.loops]


def _region_row(region: Region, floats: "array[float]") -> RegionRow:
    box = [round(value, 2) for value in region.box]
    lengths = _store(region.outline, floats)
    return (region.structure, region.side, region.tissue, region.depth, box, lengths)


def _mark_row(mark: Mark, floats: "array[float]") -> MarkRow:
    lengths = _store(mark.outline, floats)
    return (mark.role, mark.structure, mark.closed, mark.width, mark.opacity, lengths)


def unpack(data: bytes) -> Layer:
    """The layer in the bytes of a plate; PlateError if they are damaged."""
    compiled_hash(data)
    try:
        return _layer(data)
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise PlateError(f"the plate is damaged ({error})") from error


def _blocks(data: bytes) -> "tuple[Contents, array[float]]":
    """What belongs to what, and all coordinates."""
    *_, packed_json, size_json, packed_floats, size_floats = HEADER.unpack_from(data)
    middle, end = HEADER.size + packed_json, HEADER.size + packed_json + packed_floats
    if end != len(data):
        raise PlateError("the plate is cut short or has something after its end")
    contents: Contents = json.loads(_inflate(data[HEADER.size : middle], size_json))
    floats = array("f")
    floats.frombytes(_inflate(data[middle:], size_floats))
    return contents, _little(floats)


def _inflate(block: bytes, size: int) -> bytes:
    """The unpacked block, of exactly the promised size."""
    if size > LARGEST:
        raise PlateError("the plate promises more than a drawing holds")
    unpacker = zlib.decompressobj()
    raw = unpacker.decompress(block, size + 1)
    if len(raw) != size or not unpacker.eof:
        raise PlateError("the plate is not as large as it says")
    return raw


def _little(floats: "array[float]") -> "array[float]":
    """The floats in little-endian order, or back from it."""
    if sys.byteorder == "big":
        floats = floats[:]
        floats.byteswap()
    return floats


def _layer(data: bytes) -> Layer:
    """The layer; loops are cut from the coordinates in the order they were stored."""
    contents, floats = _blocks(data)
    cuts = _Cutter(floats)
    left, top, right, bottom = contents["box"]
    layer = Layer(
        view=View(contents["view"]),
        number=contents["layer"],
        box=(left, top, right, bottom),
        body=cuts.outline(contents["body"]),
        regions=tuple(_regions(contents["regions"], cuts)),
        under=tuple(_marks(contents["under"], cuts)),
        marks=_Packed(data, "marks", cuts.skip(contents["marks"]), len(contents["marks"])),
        skin=_Packed(data, "skin", cuts.skip(contents["skin"]), len(contents["skin"])),
    )
    if cuts.at != len(floats):
        raise PlateError("the plate has coordinates left over")
    return layer


class _Cutter:
    """Cuts loops from the front of the coordinates."""

    __slots__ = ("at", "floats")

    def __init__(self, floats: "array[float]") -> None:
        self.floats = floats
        self.at = 0

    def outline(self, lengths: list[int]) -> Outline:
        floats, at = self.floats, self.at
        loops = []
        for length in lengths:
            loops.append(floats[at : at + length])
            at += length
        if at > len(floats):
            raise PlateError("the plate has too few coordinates")
        self.at = at
        return Outline(tuple(loops))

    def skip(self, rows: list[MarkRow]) -> int:
        """Leave out the loops of some marks; where they begin."""
        begin = self.at
        for _role, _structure, _closed, _width, _opacity, lengths in rows:
            self.at += sum(lengths)
        return begin


class _Packed(Sequence[Mark]):
    """Marks that stay packed until somebody asks, and again after that.

    They are three quarters of a drawing, and wanted once for each size it is painted in.
    """

    __slots__ = ("_begin", "_count", "_data", "_part")

    def __init__(self, data: bytes, part: Literal["marks", "skin"], begin: int, count: int) -> None:
        self._data, self._part = data, part
        self._begin, self._count = begin, count

    def _unpacked(self) -> tuple[Mark, ...]:
        contents, floats = _blocks(self._data)
        cuts = _Cutter(floats)
        cuts.at = self._begin
        return tuple(_marks(contents[self._part], cuts))

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._unpacked())

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Mark: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Mark, ...]: ...

    def __getitem__(self, index: int | slice) -> Mark | tuple[Mark, ...]:
        return self._unpacked()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._unpacked() == tuple(other)


def _regions(rows: list[RegionRow], cuts: _Cutter) -> Iterator[Region]:
    sides, tissues = {str(s): s for s in Side}, {str(t): t for t in Tissue}
    for structure, side, tissue, depth, (left, top, right, bottom), lengths in rows:
        box = (left, top, right, bottom)
        outline = cuts.outline(lengths)
        yield Region(structure, sides[side], tissues[tissue], depth, outline, box)


def _marks(rows: list[MarkRow], cuts: _Cutter) -> Iterator[Mark]:
    for role, structure, closed, width, opacity, lengths in rows:
        yield Mark(role, cuts.outline(lengths), closed, width, opacity, structure)
