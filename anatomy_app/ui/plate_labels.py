"""Which names stand beside a drawing: the selected one first, then the most active of the stage.

The choice holds for a whole stage of the right foot: names that jump at every percent cannot be
read. Only their values follow the instant.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF

from anatomy_app.model.drawing import Region, Side, Tissue
from anatomy_app.paint.labels import PITCH, Label, Wish, lay_out
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.plate_view import PlateView
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_layout import EXTENT, NAMES, NAMES_LEFT, NAMES_RIGHT
from anatomy_app.ui.theming import SMALL, font

MOST = 5
SMALLEST_MM2 = 1500.0  # regions below this are slivers: a name would not help to find them
BELOW_HANDS_MM = -715.0  # the names begin under the hands, where the column is free
EDGE_MM = 235.0  # how far from the midline the leaders begin: beside the calves, under the hands
SEEN_BEST = 0.35  # a muscle is named where at least this part of its best view is seen


class NameColumn:
    """The names of one view; they are chosen anew when stage, layer or selection change."""

    def __init__(self, view: PlateView, session: Session) -> None:
        self._view, self._session = view, session
        self._key: object = None
        self._chosen: tuple[tuple[str, Label], ...] = ()

    def labels(self) -> tuple[Label, ...]:
        """The labels in their places with the values of the instant."""
        if not self._session.preferences.flag("names"):
            return ()
        if self._view.view not in NAMES_LEFT | NAMES_RIGHT:
            return ()
        key = self._made_key()
        if key != self._key:
            self._key, self._chosen = key, self._choose()
        value = self._session.value_words
        return tuple(replace(label, value=value(structure)) for structure, label in self._chosen)

    def _made_key(self) -> object:
        session, stride = self._session, self._session.clock.stride
        stage = stride.stage_at(Side.RIGHT, session.clock.percent)
        place, alone = session.selection.place, session.snapshot().isolated
        shown = session.hides_simulated
        return self._view.placing, self._view.layer, stage, stride, place, alone, shown

    def _choose(self) -> tuple[tuple[str, Label], ...]:
        view, on_left = self._view, self._view.view in NAMES_LEFT
        placing = view.placing
        top = placing.y + BELOW_HANDS_MM * placing.scale + 6
        bottom = view.height() - 20
        room = max(int((bottom - PITCH / 2 - top) // PITCH) + 1, 1)
        regions = _named_regions(view, self._session)[: min(MOST, room)]
        wishes = {id(wish): structure for structure, wish in regions}
        edge = placing.x + (-EDGE_MM if on_left else EDGE_MM) * placing.scale
        ordered = sorted((wish for _, wish in regions), key=lambda wish: wish.anchor.y())
        labels = lay_out(ordered, edge, top, bottom, on_left=on_left)
        return tuple((wishes[id(wish)], label) for wish, label in zip(ordered, labels, strict=True))


def selected_point(
    views: Iterable[PlateView], session: Session
) -> tuple[PlateView, QPointF] | None:
    """The view that shows most of the selected structure, and a point well inside it there."""
    chosen = session.snapshot().is_selected
    shown = [
        (region.area, view, region)
        for view in views
        for region in view.paths.layer.regions
        if chosen(region.structure, region.side)
    ]
    if not shown:
        return None
    _, view, region = max(shown, key=lambda each: each[0])
    return view, _anchor(view, region)


def _named_regions(view: PlateView, session: Session) -> list[tuple[str, Wish]]:
    """The structures to name, each with its wish, on the right-hand side of the body."""
    snapshot, found = session.snapshot(), []
    room = round(NAMES + (EXTENT[view.view][0] - EDGE_MM) * view.placing.scale) - 6
    for region in _chosen(view, session):
        structure = session.library.structure_of_region(region.structure) or region.structure
        name = fitted(session.name(structure), font(SMALL), room)
        selected = snapshot.is_selected(region.structure, Side.RIGHT)
        found.append((structure, Wish(name, "", _anchor(view, region), selected)))
    return found


def _chosen(view: PlateView, session: Session) -> list[Region]:
    """The selected regions, then those of the muscles most active over the stage."""
    largest = session.library.largest(view.view, view.layer)
    snapshot = session.snapshot()
    selected = [r for r in largest.values() if snapshot.is_selected(r.structure, Side.RIGHT)]
    selected += _selected_sheets(view, session)
    active = [
        (value, region)
        for region in largest.values()
        if region not in selected
        and region.area
        >= max(SMALLEST_MM2, SEEN_BEST * session.library.best_area(region.structure))
        and (value := _over_stage(session, region)) is not None
    ]
    active.sort(key=lambda pair: -pair[0])
    found = [*selected, *(region for _, region in active)]
    alone = snapshot.isolated
    return [region for region in found if not alone or region.structure in alone]


def _selected_sheets(view: PlateView, session: Session) -> list[Region]:
    """Selected tendons and fasciae, which are no muscle and so not among the largest ones."""
    snapshot = session.snapshot()
    found: dict[str, Region] = {}
    for region in view.paths.layer.regions:
        sheet = region.tissue in (Tissue.TENDON, Tissue.FASCIA) and region.side is not Side.LEFT
        own = session.library.structure_of_region(region.structure) is not None
        if sheet and own and snapshot.is_selected(region.structure, Side.RIGHT):
            entry = session.structures.get(region.structure)
            if entry is not None and entry.is_passive:
                best = found.get(region.structure)
                if best is None or region.area > best.area:
                    found[region.structure] = region
    return list(found.values())


def _over_stage(session: Session, region: Region) -> float | None:
    """The mean activity of a muscle over the stage of the right foot."""
    structure = session.library.structure_of_region(region.structure)
    if structure is None or session.value(structure) is None:
        return None
    stride = session.clock.stride
    stage = stride.stage_at(Side.RIGHT, session.clock.percent)
    span = next(span for span in stride.spans(Side.RIGHT) if span.name == stage)
    activity = session.activation(structure)
    steps = [span.start + (span.end - span.start) * part / 4 for part in range(5)]
    return sum(activity.value(Side.RIGHT, at) or 0.0 for at in steps) / len(steps)


def _anchor(view: PlateView, region: Region) -> QPointF:
    """A point inside the region near its middle."""
    x, y = view.paths.inner_point(region)
    placing = view.placing
    return QPointF(placing.x + x * placing.scale, placing.y + y * placing.scale)
