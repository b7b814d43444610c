"""What is selected and what is hovered, outlined on a plate; hidden parts are dashed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from anatomy_app.model.drawing import Side
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.paint.theme import Theme

# Widths in pixels; the halo lies on both sides of a line and carries the contrast over any fill.
OUTLINE, HALO = 2.0, 3.6
DASHED, DASHED_HALO, DASHES = 1.2, 2.8, (3.0, 2.5)
HOVER = 1.5
NEXT, NEXT_HALO, DOTS = 1.2, 2.6, (1.2, 2.4)
FAINT = 0.7  # of the ink


def paint_selection(
    painter: QPainter,
    paths: LayerPaths,
    deeper: Sequence[LayerPaths],
    placing: Placing,
    snapshot: Snapshot,
) -> None:
    """Outline the selected structures of the shown layer, and dashed what other layers hide."""
    keys = _keys(snapshot.selected)
    parts = hidden_parts(paths, deeper, snapshot.selected)
    hidden = [_placed(path, placing) for _, path in parts]
    shown = [_placed(path, placing) for key in keys for path in paths.of(*key)]
    paint_outlines(painter, shown, hidden, snapshot.theme)


def paint_outlines(
    painter: QPainter,
    shown: Sequence[QPainterPath],
    hidden: Sequence[QPainterPath],
    theme: Theme,
) -> None:
    """What is selected, in pixels; what is hidden of it lies below, dashed."""
    halo, accent = theme.colour("bg"), theme.colour("accent")
    for outlines, width, colour, dashes in (
        (hidden, DASHED_HALO, halo, ()),
        (hidden, DASHED, accent, DASHES),
        (shown, HALO, halo, ()),
        (shown, OUTLINE, accent, ()),
    ):
        for outline in outlines:
            painter.strokePath(outline, outline_pen(colour, width, dashes))


def paint_hover(painter: QPainter, paths: LayerPaths, placing: Placing, snapshot: Snapshot) -> None:
    """Outline what lies under the pointer."""
    if snapshot.hovered is None:
        return
    for path in paths.of(*snapshot.hovered):
        painter.strokePath(_placed(path, placing), outline_pen(snapshot.theme.colour("ink"), HOVER))


def paint_preview(
    painter: QPainter,
    paths: LayerPaths,
    deeper: Callable[[], Sequence[LayerPaths]],
    placing: Placing,
    snapshot: Snapshot,
) -> None:
    """Faintly outline what would be chosen next, wherever it lies."""
    if snapshot.previewed is None:
        return
    halo, ink = snapshot.theme.colour("bg"), snapshot.theme.colour("ink")
    for colour in (halo, ink):
        colour.setAlphaF(1.0 if snapshot.theme.contrast else FAINT)
    outlines = [path for _, path in hidden_parts(paths, deeper(), [snapshot.previewed])]
    outlines += paths.of(*snapshot.previewed)
    for width, dots, tone in ((NEXT_HALO, (), halo), (NEXT, DOTS, ink)):
        for outline in outlines:
            painter.strokePath(_placed(outline, placing), outline_pen(tone, width, dots))


def hidden_parts(
    paths: LayerPaths,
    deeper: Sequence[LayerPaths],
    selected: Iterable[tuple[str, Side | None]],
) -> list[tuple[tuple[str, Side], QPainterPath]]:
    """What the shown layer hides of the selected structures, in millimetres."""
    return [(key, path) for key in _keys(selected) for path in _hidden(key, paths, deeper)]


def _keys(selected: Iterable[tuple[str, Side | None]]) -> list[tuple[str, Side]]:
    return sorted(chain.from_iterable(map(_sides, selected)))


def _sides(key: tuple[str, Side | None]) -> Iterator[tuple[str, Side]]:
    """The key on each side that it means."""
    structure, side = key
    yield from ((structure, each) for each in (Side if side is None else (side,)))


def _hidden(
    key: tuple[str, Side], paths: LayerPaths, others: Sequence[LayerPaths]
) -> list[QPainterPath]:
    """The structure where least covers it: below the shown layer, or anywhere if not shown.

    What can be seen of a structure grows as layers are peeled, so the deepest layer that has it
    shows most, and the edge of the visible part never lies outside that.
    """
    least = paths.layer.number if any(paths.of(*key)) else 0
    for other in sorted(others, key=lambda each: -each.layer.number):
        if other.layer.number > least and (found := list(other.of(*key))):
            return found
    return []


def _placed(path: QPainterPath, placing: Placing) -> QPainterPath:
    return placing.transform.map(path)


def outline_pen(colour: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    """A pen for an outline in pixels; dashes are pixels too."""
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern([dash / width for dash in dashes])
    return pen
