"""The content in a form that opens fast, made from the TOML files and never trusted if stale.

A compiled file has three lines of text: a key, the index as JSON, everything as JSON. The key
holds the checksums of every content file and of the two other lines, and these begin with the
shape of their records; if any of it differs, the TOML files are read instead. Checksums of the
contents, not times: they mean the same in a checkout, in a wheel and after a copy, and cost about
a millisecond. Imports that the index does not need wait until they are needed.
"""

import contextlib
import json
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from anatomy_app.content.packing import pack, shape, unpack
from anatomy_app.model.index import Entry, Index, Shelf
from anatomy_app.model.kinds import Curves

if TYPE_CHECKING:
    from anatomy_app.model.atlas import Atlas

_T = TypeVar("_T")

NAME = "content.compiled"

_INDEX_CLASSES = (Shelf, Entry, Curves)


@dataclass(frozen=True)
class Content:
    """The content of a folder: `index` at once, `atlas` when it is first asked for.

    Both come from the first of the `compiled` files that fits the folder; if there is none, the
    TOML files are loaded (a ContentError tells all that is wrong with them) and `cache`, if
    given, is written for the next time. `atlas` may be asked for in another thread.
    """

    folder: Path
    compiled: tuple[Path, ...] = ()
    cache: Path | None = None

    @cached_property
    def index(self) -> Index:
        """Names, shelves, groups, drawn regions and curves of the structures; no prose."""
        return _broken_is_none(_index, self._found[0]) or self.atlas.index

    @cached_property
    def atlas(self) -> "Atlas":
        """Everything."""
        atlas = _broken_is_none(_atlas, self._found[1]) or self._loaded()
        if "index" in self.__dict__:
            del self.__dict__["_found"]  # half a megabyte that nobody asks for again
        return atlas

    @cached_property
    def _found(self) -> tuple[bytes, bytes]:
        """The index and the rest of the first compiled file that fits; empty if none does."""
        key = content_key(self.folder)
        for path in (*self.compiled, *([self.cache] if self.cache else [])):
            if found := _lines(path, key):
                return found
        return b"", b""

    def _loaded(self) -> "Atlas":
        from anatomy_app.content.load import load

        key = content_key(self.folder)
        atlas = load(self.folder)
        if self.cache:
            with contextlib.suppress(OSError):
                _write(self.cache, _compiled(atlas, key))
        return atlas


def open_content(
    folder: Path, *, compiled: Path | None = None, cache: Path | None = None
) -> Content:
    """The content of a folder, by its shipped `compiled` file or by the user's `cache` file."""
    return Content(folder, (compiled or folder / NAME,), cache)


def compile_content(folder: Path, target: Path) -> None:
    """Write the compiled file of a folder; a ContentError if the folder has any problem."""
    from anatomy_app.content.load import load

    key = content_key(folder)
    _write(target, _compiled(load(folder), key))


def content_key(folder: Path) -> str:
    """Name, size and checksum of every content file; differs if any of them does."""
    return " ".join(_checksums(folder))


def _checksums(folder: Path) -> Iterator[str]:
    for part in ("", "exercises", "structures"):
        place = folder / part
        with contextlib.suppress(OSError):
            for name in sorted(os.listdir(place)):  # noqa: PTH208 (three times as fast)
                if name.endswith(".toml"):
                    data = (place / name).read_bytes()
                    yield f"{part}/{name}:{len(data)}:{zlib.crc32(data):08x}"


def _compiled(atlas: "Atlas", key: str) -> bytes:
    from anatomy_app.content.packed_atlas import pack_atlas

    lines = [_json(_pack_index(atlas.index)), _json(pack_atlas(atlas))]
    head = [key, *(f"{zlib.crc32(line):08x}" for line in lines)]
    return b"\n".join([" ".join(head).encode(), *lines, b""])


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def _lines(path: Path, key: str) -> tuple[bytes, bytes] | None:
    """The two JSON lines of a compiled file, if its key fits and they are whole."""
    try:
        head, index, rest, end = path.read_bytes().split(b"\n")
    except (OSError, ValueError):
        return None
    wanted = f"{key} {zlib.crc32(index):08x} {zlib.crc32(rest):08x}"
    return (index, rest) if head == wanted.encode() and not end else None


def _pack_index(index: Index) -> object:
    entries = tuple(index.entries.values())
    return [shape(_INDEX_CLASSES), pack(index.shelf_list), pack(entries)]


def _index(line: bytes) -> Index:
    made_of, shelves, entries = json.loads(line)
    if made_of != shape(_INDEX_CLASSES):
        raise ValueError("compiled for other classes")
    found = [unpack(Entry, each) for each in entries]
    return Index(
        {entry.id: entry for entry in found}, tuple([unpack(Shelf, each) for each in shelves])
    )


def _atlas(line: bytes) -> "Atlas":
    from anatomy_app.content.packed_atlas import unpack_atlas

    return unpack_atlas(json.loads(line))


def _broken_is_none(read: Callable[[bytes], _T], line: bytes) -> _T | None:
    """What is read from the line; None if there is no line or it is not one of ours."""
    if not line:
        return None
    try:
        return read(line)
    except (ValueError, TypeError, LookupError, AssertionError, StopIteration, RecursionError):
        return None


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all; an OSError if it cannot be written."""
    import tempfile

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
