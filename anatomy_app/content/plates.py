"""The plates: which there are, loading them compiled, compiling them again when drawings change.

Each SVG has a compiled file (see plate_file.py); `index.json` beside them names the structures of
each layer. svgelements is imported only where a drawing has to be parsed.
"""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anatomy_app.content.plate_file import PlateError, compiled_hash, pack, unpack
from anatomy_app.model.drawing import Layer, Tissue, View

log = logging.getLogger(__name__)

COUNTS: Mapping[View, int] = {
    View.FRONT: 4,
    View.BACK: 4,
    View.SIDE: 4,
    View.MEDIAL: 3,
    View.SOLE: 4,
}
INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class LayerName:
    """A view and the number of one of its layers: the name of a plate."""

    view: View
    number: int

    @property
    def svg(self) -> str:
        return f"{self.view}-{self.number}.svg"

    @property
    def plate(self) -> str:
        return f"{self.view}-{self.number}.bin"


def layers(view: View) -> int:
    """How many layers the view is drawn in; they are numbered from 1."""
    return COUNTS[view]


def names() -> tuple[LayerName, ...]:
    """All plates, view by view."""
    return tuple(LayerName(view, n) for view, count in COUNTS.items() for n in range(1, count + 1))


def load_layer(
    view: View,
    number: int,
    *,
    svg_folder: Path,
    plates_folder: Path,
    cache_folder: Path | None = None,
) -> Layer:
    """The layer, compiled if there is a sound compiled file, else parsed from its SVG.

    A file in `cache_folder` (drawings changed since compiling) goes before one in `plates_folder`,
    if it is of the SVG as it is now. A plate that is out of date is still shown, because parsing
    takes a hundred times as long: see `stale` and `refresh`. PlateError where nothing loads.
    """
    name = LayerName(view, number)
    if cache_folder and (cache_folder / name.plate).exists():
        layer = _try(cache_folder / name.plate, svg_hash(svg_folder / name.svg))
        if layer:
            return layer
    return _try(plates_folder / name.plate, None) or _parse(svg_folder / name.svg)


def _try(path: Path, wanted: bytes | None) -> Layer | None:
    """The compiled layer; None if it is missing, broken, or not of the SVG `wanted` (None: any)."""
    try:
        data = path.read_bytes()
        if wanted is not None and compiled_hash(data) != wanted:
            return None
        return unpack(data)
    except FileNotFoundError:
        return None
    except (OSError, PlateError) as error:
        log.warning("%s: %s; the drawing is read from its SVG instead", path, error)
        return None


def _parse(path: Path) -> Layer:
    """The layer read from SVG, slowly."""
    from anatomy_app.content.svg import read_svg  # only here: it takes 60 ms to import

    layer, problems = read_svg(path)
    if layer is None:
        raise PlateError("\n".join(map(str, problems)))
    return layer


def svg_hash(path: Path) -> bytes:
    """SHA-256 of an SVG with any line ends; empty if there is no such file."""
    import hashlib  # only here: it costs the first picture three milliseconds

    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest()
    except OSError:
        return b""


def stale(svg_folder: Path, plates_folder: Path) -> tuple[LayerName, ...]:
    """Plates whose SVG has changed since they were compiled (about 1 ms each to find out)."""
    return tuple(name for name in names() if _is_stale(name, svg_folder, plates_folder))


def _is_stale(name: LayerName, svg_folder: Path, plates_folder: Path) -> bool:
    current = svg_hash(svg_folder / name.svg)
    if not current:
        return False
    try:
        return compiled_hash((plates_folder / name.plate).read_bytes()) != current
    except (OSError, PlateError):
        return True


def refresh(svg_folder: Path, plates_folder: Path, cache_folder: Path) -> tuple[LayerName, ...]:
    """Compile changed drawings into the cache, off the way to the first picture.

    Returns the layers worth loading again. A drawing with problems is left as it was compiled.
    """
    done = []
    for name in stale(svg_folder, plates_folder):
        if _is_stale(name, svg_folder, cache_folder):
            try:
                layer = _parse(svg_folder / name.svg)
            except PlateError as error:
                log.warning("%s", error)
                continue
            cache_folder.mkdir(parents=True, exist_ok=True)
            write(cache_folder / name.plate, pack(layer, svg_hash(svg_folder / name.svg)))
        done.append(name)
    return tuple(done)


def compile_plates(svg_folder: Path, out_folder: Path) -> tuple[LayerName, ...]:
    """Compile every drawing and the index; PlateError with all problems if one has any."""
    from anatomy_app.content.svg import read_svg

    read = {name: read_svg(svg_folder / name.svg) for name in names()}
    problems = [problem for _, found in read.values() for problem in found]
    if problems:
        raise PlateError("\n".join(map(str, problems)))
    out_folder.mkdir(parents=True, exist_ok=True)
    ids: dict[str, dict[str, list[str]]] = {}
    for name, (layer, _) in read.items():
        assert layer is not None  # no problems, so there is one
        write(out_folder / name.plate, pack(layer, svg_hash(svg_folder / name.svg)))
        ids.setdefault(name.view, {})[str(name.number)] = structure_ids(layer)
    text = json.dumps(ids, indent=1, sort_keys=True) + "\n"
    write(out_folder / INDEX, text.encode())
    return tuple(read)


def structure_ids(layer: Layer) -> list[str]:
    """The structures drawn in a layer, by name; bones and skin are none."""
    bare = (Tissue.BONE, Tissue.SKIN)
    return sorted({region.structure for region in layer.regions if region.tissue not in bare})


def drawn_ids(plates_folder: Path) -> Mapping[View, Mapping[int, tuple[str, ...]]]:
    """For every view and layer the structures drawn in it, from the index alone."""
    try:
        index = json.loads((plates_folder / INDEX).read_bytes())
        return {
            View(view): {int(n): tuple(ids) for n, ids in by_layer.items()}
            for view, by_layer in index.items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise PlateError(f"{plates_folder / INDEX}: cannot be read ({error})") from error


def write(path: Path, data: bytes) -> None:
    """Write the file in one move, so that nobody reads half of it."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(path)
