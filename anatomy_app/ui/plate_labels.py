"""Which names stand beside a drawing: the selected one first, then the most active."""

from PySide6.QtCore import QPointF

from anatomy_app.model.drawing import Region, Side, Tissue, View
from anatomy_app.paint.labels import Label, Wish, lay_out
from anatomy_app.ui import words
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


def labels_for(view: PlateView, session: Session) -> tuple[Label, ...]:
    """The names of a view, laid out in its free column; none if names are off."""
    if not session.preferences.flag("names") or view.view not in NAMES_LEFT | NAMES_RIGHT:
        return ()
    on_left = view.view in NAMES_LEFT
    wishes = [_wish(view, session, region) for region in _chosen(view, session)]
    placing = view.placing
    edge = placing.x + (-EDGE_MM if on_left else EDGE_MM) * placing.scale
    top = placing.y + BELOW_HANDS_MM * placing.scale
    return lay_out(wishes, edge, top, view.height() - 20, on_left=on_left)


def _chosen(view: PlateView, session: Session) -> list[Region]:
    """The largest region of each structure to name, on the right-hand side of the body."""
    largest: dict[str, Region] = {}
    for region in view.paths.layer.regions:
        if region.tissue is Tissue.MUSCLE and region.side is not Side.LEFT:
            best = largest.get(region.structure)
            if best is None or _area(region) > _area(best):
                largest[region.structure] = region
    snapshot = session.snapshot()
    selected = [r for r in largest.values() if snapshot.is_selected(r.structure, Side.RIGHT)]
    active = [
        (value, region)
        for region in largest.values()
        if region not in selected
        and _area(region) >= max(SMALLEST_MM2, SEEN_BEST * _best_area(session, region))
        and (value := _value(session, region)) is not None
    ]
    active.sort(key=lambda pair: -pair[0])
    return [*selected, *(region for _, region in active)][:MOST]


def _wish(view: PlateView, session: Session, region: Region) -> Wish:
    structure = session.library.structure_of_region(region.structure) or region.structure
    room = round(NAMES + (EXTENT[view.view][0] - EDGE_MM) * view.placing.scale) - 6
    return Wish(
        fitted(session.name(structure), font(SMALL), room),
        words.percent(_value(session, region)),
        _anchor(view, region),
        session.snapshot().is_selected(region.structure, Side.RIGHT),
    )


def _value(session: Session, region: Region) -> float | None:
    structure = session.library.structure_of_region(region.structure)
    return session.value(structure) if structure else None


def _best_area(session: Session, region: Region) -> float:
    """The largest that the muscle is drawn in the surface layers of front and back."""
    return max(
        (
            _area(other)
            for view in (View.FRONT, View.BACK)
            for other in session.library.layer(view, 1).regions
            if other.structure == region.structure and other.tissue is Tissue.MUSCLE
        ),
        default=0.0,
    )


def _area(region: Region) -> float:
    left, top, right, bottom = region.box
    return (right - left) * (bottom - top)


def _anchor(view: PlateView, region: Region) -> QPointF:
    """A point inside the region near its middle."""
    x, y = view.paths.inner_point(region)
    placing = view.placing
    return QPointF(placing.x + x * placing.scale, placing.y + y * placing.scale)
