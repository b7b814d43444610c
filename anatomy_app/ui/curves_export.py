"""The curves taken along: as numbers with who was measured, and as a picture with its source."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Stride
from anatomy_app.model.kinds import Basis
from anatomy_app.model.knowledge import Source
from anatomy_app.paint.charts import Charts
from anatomy_app.ui import words
from anatomy_app.ui.curve_tabs import ACTIVITY, MUSCLE, SPEED, STAGE, tab_words
from anatomy_app.ui.curves_motion import comparison, speed_words, strides
from anatomy_app.ui.curves_scene import make_charts
from anatomy_app.ui.session import Session
from anatomy_app.ui.speed_facts import speed_table
from anatomy_app.ui.strip_rows import all_rows

translate = words.translate
Table = tuple[list[str], list[list[object]]]


def write_csv(session: Session, path: Path) -> None:
    """Write the shown curves. An OSError if that cannot be, a ValueError if there are none."""
    text = csv_text(session, session.preferences.text("curves"))
    path.write_text(text, encoding="utf-8", newline="")


def csv_text(session: Session, tab: str) -> str:
    """Lines that begin with # say what, who and how; then one row per percent, or per speed."""
    if tab == STAGE:
        raise ValueError(
            translate("Curves", "A stage has words and no curves. Choose another of the curves.")
        )
    head, rows = _table(session, tab)
    if not rows:
        raise ValueError(translate("Curves", "There is no curve here to export."))
    text = io.StringIO()
    for line in headline(session, tab):
        text.write(f"# {line}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


def headline(session: Session, tab: str) -> Iterator[str]:
    """What is shown, in which units, on how many people, how it is known, and the sources."""
    stride = session.clock.stride
    yield translate("Curves", "Stride Atlas: {0}").format(tab_words(tab)[1])
    yield _stride_words(stride, tab)
    yield translate("Curves", "0 % is right foot contact; stride time {0:.3f} s").format(
        stride.stride_time
    )
    charts = make_charts(session, tab)
    for row in charts.rows if charts else ():
        yield translate("Curves", "{0}: {1}").format(row.title, row.unit)
    if charts and charts.note:
        yield charts.note
    yield from dict.fromkeys(_notes(session, tab))
    yield from (translate("Curves", "Source: {0}").format(each) for each in sources(session, tab))


def _stride_words(stride: Stride, tab: str) -> str:
    """The stride, and how it is known; curves of muscles only take their toe-off from it."""
    shown = translate("Curves", "{0} {1} m/s").format(
        words.gait(stride.gait), speed_words(stride.speed)
    )
    if tab in (ACTIVITY, MUSCLE):
        return translate("Curves", "{0}, toe-off at {1:.1f} %").format(shown, stride.toe_off)
    known = words.speed_basis(stride.basis)
    return translate("Curves", "{0}, {1}, n = {2}").format(shown, known, stride.n)


def sources(session: Session, tab: str) -> tuple[str, ...]:
    """The publications and data sets behind a tab: who, when and where."""
    found = session.library.atlas.sources
    ids = (each for each in dict.fromkeys(_sources(session, tab)) if each in found)
    return tuple(_cited(found[each]) for each in ids)


def _cited(source: Source) -> str:
    who = source.authors.partition(",")[0] or source.title
    return ", ".join(filter(None, (f"{who} {source.year}".strip(), source.doi)))


def _table(session: Session, tab: str) -> Table:
    if tab == ACTIVITY:
        return _strips(session)
    if tab == SPEED:
        return speed_table(session)
    charts = make_charts(session, tab)
    return _lines(charts, session.clock.stride) if charts else ([], [])


def _lines(charts: Charts, stride: Stride) -> Table:
    """A column for each line, and two more for the edges of its band."""
    head, columns = ["percent", "seconds"], []
    for row in charts.rows:
        for line in row.lines:
            name = charts.names[line.style] if line.style < len(charts.names) else ""
            title = f"{row.title} [{row.unit}] {name}".strip()
            head.append(title)
            columns.append(line.values)
            if line.low:
                head += [f"{title}: low edge", f"{title}: high edge"]
                columns += [line.low, line.high]
    return head, _by_percent(stride, columns) if columns else []


def _strips(session: Session) -> Table:
    """The activity of both legs in percent of each muscle's own peak."""
    head, columns = ["percent", "seconds"], []
    for key in all_rows(session):
        activity = session.activation(key)
        hidden = session.hides_simulated and activity.kind is Basis.SIMULATED
        if activity.curve is None or hidden:
            continue
        for side in (Side.RIGHT, Side.LEFT):
            curve = activity.curve if side is Side.RIGHT else activity.curve.later(50)
            known = words.basis(activity.kind)
            head.append(f"{session.name(key)}, {words.side(side)} [%] {known}")
            columns.append(tuple(100 * value for value in curve.samples))
    return head, _by_percent(session.clock.stride, columns) if columns else []


def _by_percent(stride: Stride, columns: Sequence[Sequence[float]]) -> list[list[object]]:
    rows = zip(*columns, strict=True)
    return [
        [percent, f"{stride.seconds(percent):.4f}", *(f"{value:.4g}" for value in row)]
        for percent, row in enumerate(rows)
    ]


def _notes(session: Session, tab: str) -> Iterator[str]:
    """The remarks of the data sets behind a tab."""
    if tab in (ACTIVITY, MUSCLE):
        for key, shown in product(_structures(session, tab), strides(session)):
            yield f"{session.name(key)}: {session.activation_in(shown.stride, key).note}"
    if tab == SPEED or (tab == MUSCLE and comparison(session).speed is not None):
        yield session.library.tables.datasets["emg_running_by_speed"].note
    if tab not in (ACTIVITY, MUSCLE):
        yield from (shown.stride.note for shown in strides(session))


def _structures(session: Session, tab: str) -> tuple[str, ...]:
    if tab == ACTIVITY:
        return all_rows(session)
    selected = session.selection.place.structure or ""
    asked = (selected, *comparison(session).muscles)
    return tuple(each for each in asked if each in session.structures)


def _sources(session: Session, tab: str) -> Iterator[str]:
    datasets = session.library.tables.datasets
    for shown in strides(session):
        gait = shown.stride.gait
        ids = []
        if tab in (ACTIVITY, MUSCLE):
            ids += [f"emg_{gait}", f"simulated_{gait}"]
        else:
            ids.append(f"motion_{gait}_{shown.stride.basis}")
        if tab == SPEED or (tab == MUSCLE and comparison(session).speed is not None):
            ids.append("emg_running_by_speed")
        for id_ in ids:
            yield from datasets[id_].sources if id_ in datasets else ()
