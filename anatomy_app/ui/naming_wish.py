"""Whose names are wanted beside a drawing: by the mode, those that matter most first."""

from anatomy_app.model.drawing import PLATES, Region, Side
from anatomy_app.paint.look import ColourMode
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.session import Session

SMALLEST_MM2 = 1500.0  # smaller regions are not worth one of the few names of the most active
SEEN_BEST = 0.35  # a muscle is named where at least this part of its best view is seen


def wanted(session: Session, view: BodyView) -> dict[str, float]:
    """The structures to name with their ranks, the least first; 0 are the selected ones."""
    mode = session.preferences.text("names")
    if mode == "active" and view.view not in PLATES:
        return {}  # beside the runner there is no room
    selected = selected_structures(session)
    wish = dict.fromkeys(_of_mode(session, view, mode, selected), 1.0)
    if mode == "active":
        wish = {id_: 1.0 + place for place, id_ in enumerate(wish)}
    wish |= dict.fromkeys(selected, 0.0)
    alone = session.snapshot().isolated
    if alone:
        allowed = {session.library.structure_of_region(drawn) for drawn in alone}
        wish = {id_: rank for id_, rank in wish.items() if id_ in allowed}
    return wish


def selected_structures(session: Session) -> tuple[str, ...]:
    """The structures that are outlined on the body, or that a setting of a run colours."""
    snapshot = session.snapshot()
    coloured = snapshot.glyphs if snapshot.mode is ColourMode.SETTING else ()
    drawn = sorted({drawn for drawn, _ in (*snapshot.selected, *coloured)})
    found = (session.library.structure_of_region(each) for each in drawn)
    return tuple(dict.fromkeys(each for each in found if each))


def group_of(session: Session) -> tuple[str, ...]:
    """The members of the selected group, or of the smallest group of the selected structure."""
    place, index = session.selection.place.structure, session.library.index
    if place is None or place not in session.structures:
        return ()
    return index.members(place) or next((index.members(g) for g in index.groups_of(place)), ())


def _of_mode(
    session: Session, view: BodyView, mode: str, selected: tuple[str, ...]
) -> tuple[str, ...]:
    if mode == "all":
        return tuple(session.structures)
    if mode == "group":
        return group_of(session)
    if mode != "active" or session.mode is ColourMode.SETTING:
        return ()  # a setting has its own muscles, the selected ones
    return _most_active(session, view, selected)


def _most_active(session: Session, view: BodyView, selected: tuple[str, ...]) -> tuple[str, ...]:
    """The muscles of the layer that are well seen, the most active over the stage first."""
    library = session.library
    active = [
        (value, structure)
        for region in library.largest(view.view, view.layer).values()
        if (structure := library.structure_of_region(region.structure)) not in selected
        and structure is not None
        and region.area >= max(SMALLEST_MM2, SEEN_BEST * library.best_area(region.structure))
        and (value := _over_stage(session, region)) is not None
    ]
    active.sort(key=lambda pair: -pair[0])
    return tuple(structure for _, structure in active)


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
