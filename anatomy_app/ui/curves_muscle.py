"""What the chart of muscle activity shows: the selected muscle, and what it is compared with."""

from anatomy_app.model.activation import Activation, emg_by_speed
from anatomy_app.model.curves import Band
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import HALF, Gait, Stride
from anatomy_app.model.kinds import Basis
from anatomy_app.paint.charts import Charts, Line, Row
from anatomy_app.ui import words
from anatomy_app.ui.curves_motion import comparison, leg, other_stride
from anatomy_app.ui.session import Session

translate = words.translate
TOP, MOST = 115.0, 150.0  # percent of the muscle's own peak: a peak has air, a wide band more


def muscle_charts(session: Session) -> Charts:
    """The activity of the selected muscle with its band, and of what it is compared with."""
    wanted, selected = comparison(session), _selected(session)
    if not selected and not wanted.muscles:
        return _silent(session, "", translate("Curves", "Select a muscle to see its curve."), False)
    if wanted.muscles:
        return _muscles(session, tuple(dict.fromkeys(filter(None, (selected, *wanted.muscles)))))
    if session.structures[selected].is_passive:
        text = translate("Curves", "Passive tissue: it stretches and has no activity of its own.")
        return _silent(session, selected, text, False)
    if wanted.speed is not None:
        return _speeds(session, selected, wanted.speed)
    other = other_stride(session)
    if other is not None:
        return _gaits(session, selected, other)
    return _alone(session, selected)


def speeds_of(session: Session, structure: str) -> dict[float, Band]:
    """One runner's EMG of a structure by speed; empty if it was not recorded."""
    if structure not in session.structures:
        return {}
    tables = session.library.tables
    return emg_by_speed(tables, Gait.RUNNING, session.structures[structure])


def _selected(session: Session) -> str:
    structure = session.selection.place.structure
    return structure if structure is not None and structure in session.structures else ""


def _alone(session: Session, structure: str) -> Charts:
    activity = _known(session, structure)
    line = _line(activity, 0, leg(session))
    if line is None:
        return _silent(session, structure, activity.note)
    name = ", ".join(_who(session, activity))
    if line.low:
        name = translate("Curves", "{0}, band ± 1 SD").format(name)
    return _charts(session, (line,), (name,), labels=(session.name(structure), ""))


def _muscles(session: Session, structures: tuple[str, ...]) -> Charts:
    """Two or three muscles over the same stride."""
    found = [(each, _known(session, each)) for each in structures]
    known = [(each, activity) for each, activity in found if activity.curve is not None]
    lines = [_line(activity, style, leg(session)) for style, (_, activity) in enumerate(known)]
    names = tuple(f"{session.name(each)}, {_kind(activity)}" for each, activity in known)
    if not known:
        return _silent(session, structures[0], found[0][1].note)
    note = translate("Curves", "Own peak each: compare timing, not heights")
    return _charts(session, tuple(filter(None, lines)), names, note if len(known) > 1 else "")


def _gaits(session: Session, structure: str, other: Stride) -> Charts:
    """A muscle in two gaits, or at two speeds of one."""
    side, strides, name = leg(session), (session.clock.stride, other), session.name(structure)
    lines: list[Line] = []
    names = []
    for stride in strides:
        activity = _known(session, structure, stride)
        line = _line(activity, len(lines), side)
        if line is not None:
            lines.append(line)
            parts = (words.gait(stride.gait), *_who(session, activity, stride))
        else:
            parts = (words.gait(stride.gait), translate("Curves", "no data"))
        names.append(", ".join(parts))
    if not lines:
        return _silent(session, structure, _known(session, structure).note)
    note = translate("Curves", "Own peak each: compare timing, not heights")
    return _charts(
        session, tuple(lines), tuple(names), note, other=other.toe_off, labels=(name, "")
    )


def _speeds(session: Session, structure: str, speed: float) -> Charts:
    """A muscle of one runner at the recorded speeds next to the one shown and the one asked for."""
    found = speeds_of(session, structure)
    if session.clock.stride.gait is not Gait.RUNNING or not found:
        text = translate(
            "Curves",
            "No data: EMG at several speeds was recorded in one runner and eleven leg muscles, "
            "not in this one.",
        )
        return _silent(session, structure, text)
    shown = min(found, key=lambda each: abs(each - session.clock.stride.speed))
    wanted = min(found, key=lambda each: abs(each - speed))
    pair = tuple(dict.fromkeys((shown, wanted)))
    lines = [_band_line(found[each], style, leg(session)) for style, each in enumerate(pair)]
    text = translate("Curves", "EMG at {0:.1f} m/s, strides ± 1 SD")
    names = tuple(text.format(each) for each in pair)
    note = translate("Curves", "One runner, one scale: heights compare")
    name, unit = session.name(structure), translate("Curves", "% of peak, all speeds")
    return _charts(session, tuple(lines), names, note, labels=(name, unit))


def _charts(
    session: Session,
    lines: tuple[Line, ...],
    names: tuple[str, ...],
    note: str = "",
    *,
    other: float | None = None,
    labels: tuple[str, str] = ("", ""),
) -> Charts:
    """The one row of these curves; `labels` are its title and its unit."""
    title, unit = labels
    top = min(max((TOP, *(each for line in lines for each in line.high))), MOST)
    unit = unit or translate("Curves", "% of own peak")
    remarks = (
        unit,
        translate("Curves", "left leg") if _left(session) else translate("Curves", "right leg"),
    )
    row = Row(
        title or translate("Curves", "Activity"), lines, 0.0, top, remarks, (0.0, 100.0), unit=unit
    )
    return Charts((row,), session.clock.stride.toe_off, names, note, other, _left(session))


def _silent(session: Session, structure: str, text: str, no_data: bool = True) -> Charts:
    title = session.name(structure) if structure else translate("Curves", "Activity")
    row = Row(title, (), empty=text, no_data=no_data)
    return Charts((row,), session.clock.stride.toe_off)


def _left(session: Session) -> bool:
    return leg(session) is Side.LEFT


def _known(session: Session, structure: str, stride: Stride | None = None) -> Activation:
    """The activity of a structure, without a curve if the user hides simulations."""
    if structure not in session.structures:
        return Activation(structure, Basis.NONE, translate("Curves", "No data."))
    activity = session.activation_in(stride or session.clock.stride, structure)
    if session.hides_simulated and activity.kind is Basis.SIMULATED:
        return Activation(structure, Basis.NONE, translate("Curves", "Simulations are hidden."))
    return activity


def _kind(activity: Activation) -> str:
    emg, simulated = translate("Curves", "EMG"), translate("Curves", "simulated")
    return emg if activity.kind is Basis.MEASURED else simulated


def _who(session: Session, activity: Activation, stride: Stride | None = None) -> tuple[str, ...]:
    """How, in how many people and at which speed it is known."""
    gait = (stride or session.clock.stride).gait
    prefix = "emg" if activity.kind is Basis.MEASURED else "simulated"
    dataset = session.library.tables.datasets[f"{prefix}_{gait}"]
    one, many = translate("Curves", "one person"), translate("Curves", "{0} adults")
    people = one if activity.n == 1 else many.format(activity.n)
    at = translate("Curves", "{0:g} m/s").format(dataset.speed) if dataset.speed else ""
    return tuple(filter(None, (_kind(activity), people, at)))


def _line(activity: Activation, style: int, side: Side) -> Line | None:
    if activity.curve is None:
        return None
    simulated = activity.kind is Basis.SIMULATED
    if activity.sd is not None:
        return _band_line(Band(activity.curve, activity.sd), style, side)
    values = _percents(activity.curve.later(_turn(side)).samples)
    return Line(values, style=style, simulated=simulated, wording="{0:.0f} %")


def _band_line(band: Band, style: int, side: Side) -> Line:
    pairs = tuple(
        zip(band.mean.later(_turn(side)).samples, band.sd.later(_turn(side)).samples, strict=True)
    )
    return Line(
        _percents(tuple(mean for mean, _ in pairs)),
        _percents(tuple(mean - sd for mean, sd in pairs)),
        _percents(tuple(mean + sd for mean, sd in pairs)),
        style,
        wording="{0:.0f} %",
    )


def _percents(values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(value * 100 for value in values)


def _turn(side: Side) -> int:
    return round(HALF) if side is Side.LEFT else 0
