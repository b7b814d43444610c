"""Checks a content folder: every problem of texts, gait tables and drawings in one list."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from anatomy_app import resources
from anatomy_app.cli.agreement import curves_without_columns, unknown_in_tables
from anatomy_app.cli.output import put_text, tell
from anatomy_app.content.gait import gait_problems
from anatomy_app.content.load import check as check_content
from anatomy_app.content.load import read
from anatomy_app.content.plates import drawn_ids, names
from anatomy_app.content.problems import Problem, guess
from anatomy_app.content.rig_file import RigError, load_rig
from anatomy_app.content.rows import TABLES
from anatomy_app.content.svg import read_svg
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.drawing import Tissue

NOTHING = (
    "there is no content in it",
    "name a folder with content tables (.toml), a folder gait of curves, or drawings (.svg)",
)

SOFT = frozenset({Tissue.MUSCLE, Tissue.TENDON, Tissue.FASCIA})
UNDESCRIBED = frozenset({"hand_muscles", "neck_deep"})
"""Muscles that are drawn because the body has them, although no table describes them."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The folders that hold each kind of content; None where there is none."""

    content: Path | None
    gait: Path | None
    drawings: Path | None

    @classmethod
    def of(cls, folder: Path) -> "Parts":
        """What a folder holds: tables in it or in `data`, drawings in it, `svg` or `assets/svg`."""
        base = folder / "data" if (folder / "data").is_dir() else folder
        gait = next((each for each in (base / "gait", folder) if _has(each, "*.csv")), None)
        places = (folder / "assets" / "svg", folder / "svg", folder)
        drawings = next((each for each in places if _has(each, "*.svg")), None)
        tables = any((base / table.place).exists() for table in TABLES) or _has(base, "*.toml")
        return cls(base if tables else None, gait, drawings)


def check(named: str | None) -> int:
    """Print every problem of a folder, the shipped one if none is named; 1 if there is any."""
    folder = Path(named) if named is not None else resources.root()
    problems, looked_at = folder_problems(folder)
    for problem in problems:
        put_text(str(replace(problem, file=_short(problem.file))))
    if problems:
        count = len(problems)
        tell(f"{count} problem{'s' if count > 1 else ''} in {_short(str(folder))}")
        return 1
    put_text(f"No problem in {looked_at}.")
    return 0


def folder_problems(folder: Path) -> tuple[list[Problem], str]:
    """All problems in the order of files and lines, and in words what was looked at."""
    if not folder.is_dir():
        what = "this is a file, not a folder" if folder.exists() else "no such folder"
        return [Problem(str(folder), 0, what, "name a content folder")], ""
    parts = Parts.of(folder)
    if parts == Parts(None, None, None):
        return [Problem(str(folder), 0, *NOTHING)], ""
    shipped = _shipped()
    atlas = _atlas(parts, shipped)
    drawn, found = _drawings(parts, atlas, shipped)
    found += _content(parts, drawn, shipped)
    found += _gait(parts, atlas)
    found += _rig(folder)
    return sorted(set(found)), _looked_at(parts)


def _content(parts: Parts, drawn: frozenset[str], shipped: Atlas | None) -> list[Problem]:
    if parts.content is None:
        return []
    base = None if _is_whole(parts.content) else shipped
    return list(check_content(parts.content, drawn, base=base))


def _gait(parts: Parts, atlas: Atlas | None) -> list[Problem]:
    """Problems inside the gait tables; only in sound ones what they and the content disagree on."""
    gait = parts.gait or resources.data() / "gait"
    found = [
        replace(each, file=str(gait / Path(each.file).name))
        for each in (gait_problems(gait) if parts.gait else [])
    ]
    if found or atlas is None:
        return found
    found = list(unknown_in_tables(gait, atlas)) if parts.gait else []
    return found + list(curves_without_columns(gait, parts.content, atlas))


def _rig(folder: Path) -> Iterator[Problem]:
    """What is wrong with the runner's drawing, and muscles in it that nobody describes."""
    path = folder / "assets" / "rig" / "runner.json"
    if not path.exists():
        return
    try:
        rig = load_rig(path)
    except RigError as error:
        yield error.problem
        return
    known = UNDESCRIBED | _shipped_regions()
    for shape in rig.shapes:
        if shape.tissue in SOFT and shape.structure not in known:
            what = f"the runner has {shape.structure!r}, which no plate shows"
            yield Problem(str(path), 0, what, guess(shape.structure, known, "describe it"))


def _shipped() -> Atlas | None:
    """The shipped atlas; None if it is broken itself."""
    return read(resources.data())[0]


def _atlas(parts: Parts, shipped: Atlas | None) -> Atlas | None:
    """The atlas that the folder makes, on its own or over the shipped one; None if broken."""
    if parts.content is None:
        return shipped
    if parts.content == resources.data():
        return shipped
    return read(parts.content, base=None if _is_whole(parts.content) else shipped)[0]


def _is_whole(content: Path) -> bool:
    """Whether a folder means to be all the content, rather than additions to the shipped one."""
    there = [(content / table.place).exists() for table in TABLES]
    return sum(there) * 2 >= len(there)


def _drawings(
    parts: Parts, atlas: Atlas | None, shipped: Atlas | None
) -> tuple[frozenset[str], list[Problem]]:
    """The ids that are drawn, and the problems of the folder's own drawings."""
    folder = parts.drawings
    if folder is None:
        return _shipped_regions(), []
    known = atlas or shipped
    ids = UNDESCRIBED | _named(known) if known else None
    drawn: set[str] = set()
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.svg")):
        layer, found = read_svg(path, known=ids)
        problems += found
        drawn |= {region.structure for region in layer.regions} if layer else set()
    problems += _absent(folder)
    if any(not (folder / name.svg).exists() for name in names()):
        drawn |= _shipped_regions()
    return frozenset(drawn), problems


def _shipped_regions() -> frozenset[str]:
    """The ids drawn in the shipped plates, from their index."""
    index = drawn_ids(resources.root() / "assets" / "plates")
    return frozenset(id_ for layers in index.values() for ids in layers.values() for id_ in ids)


def _named(atlas: Atlas) -> frozenset[str]:
    """The ids of regions that some structure claims."""
    return frozenset(id_ for each in atlas.structures.values() for id_ in each.drawn)


def _absent(folder: Path) -> Iterator[Problem]:
    """Plates that a folder with most of them lacks."""
    wanted = {name.svg for name in names()}
    absent = sorted(name for name in wanted if not (folder / name).exists())
    if len(absent) * 2 < len(wanted):
        for name in absent:
            yield Problem(str(folder / name), 0, "this drawing is missing", "draw it or restore it")


def _looked_at(parts: Parts) -> str:
    told = {"tables": parts.content, "gait curves": parts.gait, "drawings": parts.drawings}
    kinds = [f"{name} ({_short(str(path))})" for name, path in told.items() if path]
    return ", ".join(kinds)


def _has(folder: Path, pattern: str) -> bool:
    return folder.is_dir() and any(True for _ in folder.glob(pattern))


def _short(path: str) -> str:
    """The path from here if it lies below, else as it is; unseen characters are spelled out."""
    try:
        shown = os.path.relpath(path)
    except ValueError:  # another drive
        shown = path
    shown = path if shown.startswith("..") else shown
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in shown)
