"""Reads the figures of a body shape from `data/body`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from anatomy_app.content.problems import ContentError, Problem
from anatomy_app.content.toml_files import read_toml
from anatomy_app.model.drawing import View
from anatomy_app.model.proportions.figures import (
    Column,
    Gap,
    Plane,
    Profile,
    Proportions,
    Seam,
)

T = TypeVar("T")

Pairs = tuple[tuple[float, float], ...]
Triples = tuple[tuple[float, float, float], ...]

PAIRED = frozenset({View.FRONT, View.BACK})
BACKWARDS = frozenset({View.MEDIAL, View.SOLE})  # across grows to the viewer's left


@dataclass(frozen=True, slots=True)
class PartTable:
    """A part: its heights by name, its axis (none: the midline) and its ratios."""

    heights: str
    ratio: Pairs
    axis: Triples = ((0.0, 0.0, 0.0),)


@dataclass(frozen=True, slots=True)
class ViewTable:
    """A view: its parts and borders by name."""

    trunk: str
    leg: str = ""
    hip: tuple[float, float] = (0.0, 0.0)
    head: str = ""
    neck: tuple[float, ...] = ()
    arm: str = ""
    gap: str = ""
    inner: str = ""


@dataclass(frozen=True, slots=True)
class ShapeTables:
    """The whole file."""

    name: str
    notes: tuple[str, ...]
    heights: dict[str, Pairs]
    parts: dict[str, PartTable]
    views: dict[View, ViewTable]
    gaps: dict[str, Triples] = field(default_factory=dict)
    inner: dict[str, Pairs] = field(default_factory=dict)


def load_proportions(path: Path) -> Proportions:
    """The body shape of a file; a ContentError that says what is wrong with it."""
    file = read_toml(path)
    if isinstance(file, Problem):
        raise ContentError([file])
    remedy = "compare with the shipped file"
    try:
        tables = msgspec.convert(file.tables, ShapeTables, strict=True)
        planes = tuple((view, _plane(view, tables)) for view in tables.views)
    except ValueError as error:  # also what msgspec finds
        raise ContentError([file.problem((), str(error), remedy)]) from error
    return Proportions(tables.name, tables.notes, planes)


def _plane(name: View, tables: ShapeTables) -> Plane:
    view = tables.views[name]
    return Plane(
        trunk=_column(view.trunk, tables),
        leg=(_column(view.leg, tables), _seam(view.hip)) if view.leg else None,
        head=(_column(view.head, tables), _seam(view.neck)) if view.head else None,
        arm=(_column(view.arm, tables), _gap(view.gap, tables)) if view.arm else None,
        inner=Profile(_named(tables.inner, view.inner)) if view.inner else None,
        paired=name in PAIRED,
        facing=-1 if name in BACKWARDS else 1,
    )


def _column(name: str, tables: ShapeTables) -> Column:
    part = _named(tables.parts, name)
    heights = _named(tables.heights, part.heights)
    return Column(
        axis=Profile(tuple((height, drawn) for height, drawn, _ in part.axis)),
        moved=Profile(tuple((height, new - drawn) for height, drawn, new in part.axis)),
        ratio=Profile(part.ratio),
        rise=Profile(tuple((drawn, new - drawn) for drawn, new in heights)),
    )


def _seam(values: tuple[float, ...]) -> Seam:
    low, high, tilt = (*values, 0.0, 0.0, 0.0)[:3]
    if not low < high:
        raise ValueError(f"a seam goes up from its first height, not from {low:g} to {high:g}")
    return Seam(low, high, tilt)


def _gap(name: str, tables: ShapeTables) -> Gap:
    rows = _named(tables.gaps, name)
    if any((far > near) != (rows[0][2] > rows[0][1]) or far == near for _, near, far in rows):
        raise ValueError(f"the gap {name!r} has no width, or changes sides")
    return Gap(
        Profile(tuple((height, near) for height, near, _ in rows)),
        Profile(tuple((height, far) for height, _, far in rows)),
    )


def _named(tables: Mapping[str, T], name: str) -> T:
    if name not in tables:
        raise ValueError(f"there is no table named {name!r}")
    return tables[name]
