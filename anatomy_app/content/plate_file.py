"""The compiled form of a plate: small, quick to read, and never trusted.

A header (magic, version, SHA-256 of the SVG, four sizes), then two zlib blocks: JSON that says
which loops belong to what, and all coordinates as little-endian 32-bit floats in millimetres.
"""

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator
from typing import TypedDict

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
    *_, packed_json, size_json, packed_floats, size_floats = HEADER.unpack_from(data)
    middle, end = HEADER.size + packed_json, HEADER.size + packed_json + packed_floats
    if end != len(data):
        raise PlateError("the plate is cut short or has something after its end")
    floats = array("f")
    try:
        contents: Contents = json.loads(_inflate(data[HEADER.size : middle], size_json))
        floats.frombytes(_inflate(data[middle:], size_floats))
        return _layer(contents, _little(floats))
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise PlateError(f"the plate is damaged ({error})") from error


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


def _layer(contents: Contents, floats: "array[float]") -> Layer:
    """The layer; loops are cut from the coordinates in the order they were stored."""
    cuts = _Cutter(floats)
    left, top, right, bottom = contents["box"]
    layer = Layer(
        view=View(contents["view"]),
        number=contents["layer"],
        box=(left, top, right, bottom),
        body=cuts.outline(contents["body"]),
        regions=tuple(_regions(contents["regions"], cuts)),
        under=tuple(_marks(contents["under"], cuts)),
        marks=tuple(_marks(contents["marks"], cuts)),
        skin=tuple(_marks(contents["skin"], cuts)),
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


def _regions(rows: list[RegionRow], cuts: _Cutter) -> Iterator[Region]:
    sides, tissues = {str(s): s for s in Side}, {str(t): t for t in Tissue}
    for structure, side, tissue, depth, (left, top, right, bottom), lengths in rows:
        box = (left, top, right, bottom)
        outline = cuts.outline(lengths)
        yield Region(structure, sides[side], tissues[tissue], depth, outline, box)


def _marks(rows: list[MarkRow], cuts: _Cutter) -> Iterator[Mark]:
    for role, structure, closed, width, opacity, lengths in rows:
        yield Mark(role, cuts.outline(lengths), closed, width, opacity, structure)
