"""Loads the muscle paths: points on the bones, and how some slide with the knee."""

from pathlib import Path

from anatomy_app.content.gait_csv import CsvTable, Row
from anatomy_app.content.problems import ContentError
from anatomy_app.model.paths import BONES, Bend, PathLine, PathPoint, Paths

POINTS, CURVES = "muscle_paths.csv", "muscle_path_curves.csv"
KNEE = "knee"
_JOINTS = ("", "hip", KNEE)


def load_paths(folder: Path) -> Paths:
    """The paths of a folder; a ContentError with every problem of its two tables."""
    curves = CsvTable(folder / CURVES, ("curve", "axis", "knee_flexion_deg", "value_mm"))
    bends = _bends(curves)
    table = CsvTable(
        folder / POINTS,
        (
            "line",
            "structure",
            "body",
            "x_mm",
            "y_mm",
            "z_mm",
            "joint",
            "from_deg",
            "to_deg",
            "moves",
        ),
    )
    found: dict[tuple[str, str], list[PathPoint]] = {}
    for row in table.rows():
        key = table.cell(row, "structure"), table.cell(row, "line")
        found.setdefault(key, []).append(_point(table, row, bends))
    problems = [*curves.problems, *table.problems]
    if problems:
        raise ContentError(problems)
    lines: dict[str, tuple[PathLine, ...]] = {}
    for (structure, name), points in found.items():
        line = PathLine(name, structure, tuple(points))
        lines[structure] = (*lines.get(structure, ()), line)
    return Paths(lines, bends)


def _bends(table: CsvTable) -> dict[str, tuple[Bend, Bend]]:
    found: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for row in table.rows():
        axes = found.setdefault(table.cell(row, "curve"), {"x": [], "y": []})
        axis = table.cell(row, "axis")
        if axis not in axes:
            table.report(row[0], f"axis is {axis!r}", "write x or y")
            continue
        knot = table.number(row, "knee_flexion_deg"), table.number(row, "value_mm")
        if axes[axis] and axes[axis][-1][0] >= knot[0]:
            table.report(row[0], "knee_flexion_deg does not ascend", "sort the rows of each curve")
        axes[axis].append(knot)
    short = [name for name, axes in found.items() if min(map(len, axes.values())) < 2]
    for name in short or ([] if KNEE in found or not table.usable else [KNEE]):
        table.report(0, f"{name} lacks x or y", "give each axis two rows at least")
    if table.problems:
        return {}
    return {name: (_bend(axes["x"]), _bend(axes["y"])) for name, axes in found.items()}


def _bend(knots: list[tuple[float, float]]) -> Bend:
    return Bend(tuple(x for x, _ in knots), tuple(y for _, y in knots))


def _point(table: CsvTable, row: Row, bends: dict[str, tuple[Bend, Bend]]) -> PathPoint:
    bone, joint, moves = (table.cell(row, name) for name in ("body", "joint", "moves"))
    if bone not in BONES:
        table.report(row[0], f"body is {bone!r}", f"write one of {', '.join(BONES)}")
    if joint not in _JOINTS:
        table.report(row[0], f"joint is {joint!r}", "write hip or knee, or nothing")
    if moves and bends and moves not in bends:
        table.report(row[0], f"moves is {moves!r}", f"name a curve of {CURVES}, or nothing")
    while_ = tuple(table.number(row, name) for name in ("from_deg", "to_deg")) if joint else ()
    x, y = (0.0, 0.0) if moves else (table.number(row, "x_mm"), table.number(row, "y_mm"))
    at = x, y, table.number(row, "z_mm")
    return PathPoint(bone, at, joint, (while_[0], while_[1]) if while_ else (0.0, 0.0), moves)
