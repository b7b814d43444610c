"""Where the user left off, kept in the settings and found again at the next start."""

from PySide6.QtCore import QByteArray

from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Gait
from anatomy_app.state.selection import Part, Training
from anatomy_app.ui.session import Session


def restore(session: Session) -> None:
    """Stand where the user left off; what no longer exists is passed over."""
    preferences, clock = session.preferences, session.clock
    clock.set_rate(preferences.number("rate"))
    clock.pauses_at_stages = preferences.flag("pause_at_stages")
    session.follow_settings()
    try:
        clock.set_gait(Gait(preferences.text("gait")), preferences.number("speed"))
    except ValueError:
        clock.set_gait(Gait.RUNNING)
    clock.go_to(preferences.number("percent"))
    if kept := preferences.text("hidden_names"):
        session.names.hidden.restore(kept, session.structures)
    entity = known(session, preferences.text("place"))
    if entity:
        side = preferences.text("side")
        session.selection.select(entity, Side(side) if side else None)
    if preferences.text("part") == Part.TRAIN:
        filters = tuple(preferences.text("train_filters").split())
        page = known(session, preferences.text("train_page"))
        session.selection.train(Training(page, filters))


def keep(session: Session, geometry: QByteArray) -> None:
    """Remember where the user is."""
    stride, stop = session.clock.stride, session.selection.stop
    place, training = stop.place, stop.training
    for key, value in (
        ("gait", stride.gait.value), ("speed", stride.speed), ("percent", session.clock.percent),
        ("place", str(place.entity or "")), ("side", place.side.value if place.side else ""),
        ("part", stop.part.value), ("train_page", str(training.entity or "")),
        ("train_filters", " ".join(training.filters)), ("hidden_names", session.names.hidden.kept),
    ):  # fmt: skip
        session.preferences.put(key, value)
    session.preferences.keep_geometry(geometry)
    session.preferences.save()


def known(session: Session, text: str) -> Entity | None:
    """The entity that a text names, if there is one."""
    try:
        entity = Entity.parse(text)
    except ValueError:
        return None
    if entity.kind is Kind.MUSCLE:
        return entity if entity.id in session.structures else None
    return entity if session.library.atlas.record(entity) is not None else None
