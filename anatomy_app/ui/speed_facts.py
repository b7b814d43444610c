"""What changes with speed, at the speeds of the tables, and how each figure is known."""

from dataclasses import dataclass

from anatomy_app.model.gait import Gait, SpeedBasis
from anatomy_app.model.gait_tables import StrideRow
from anatomy_app.model.strides import basis_at, known_speeds
from anatomy_app.ui import words
from anatomy_app.ui.curves_motion import speed_words
from anatomy_app.ui.curves_muscle import speeds_of
from anatomy_app.ui.session import Session

translate = words.translate
STEP = 0.1  # metres per second between two speeds that can be chosen


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a speed in m/s, and how it is known."""

    speed: float
    value: float
    basis: SpeedBasis


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure over speed: its title, how it is written, and its value now, None if unknown.

    Between the points of a `joined` fact values are interpolated; one `from_zero` is drawn so.
    """

    title: str
    wording: str
    points: tuple[Point, ...]
    now: float | None
    joined: bool = True
    from_zero: bool = False
    silence: str = ""

    def words(self) -> str:
        """The value now with its unit, or why there is none."""
        return self.silence if self.now is None else self.wording.format(self.now)


def facts(session: Session) -> tuple[Fact, ...]:
    """Cadence, contact, float, force, one runner's EMG of the selected muscle, step length."""
    stride = session.clock.stride
    walks = stride.gait is Gait.WALKING
    air = translate("Speed", "Both feet down") if walks else translate("Speed", "Float, each")
    columns = (
        (translate("Speed", "Cadence"), translate("Speed", "{0:.0f} steps/min"), _cadence),
        (translate("Speed", "Contact time"), translate("Speed", "{0:.2f} s"), _contact),
        (air, translate("Speed", "{0:.2f} s"), _float),
        (translate("Speed", "Peak force"), translate("Speed", "{0:.2f} body weights"), _peak),
        (translate("Speed", "Step length"), translate("Speed", "{0:.2f} m"), _step),
    )
    tables = session.library.tables
    rows = tables.strides[stride.gait]
    figures = [
        Fact(
            title,
            wording,
            tuple(
                Point(row.speed, of(row), basis_at(tables, stride.gait, row.speed)) for row in rows
            ),
            of(stride.row),
        )
        for title, wording, of in columns
    ]
    return (*figures[:-1], _emg(session), figures[-1])


def _cadence(row: StrideRow) -> float:
    return row.cadence


def _step(row: StrideRow) -> float:
    return row.step_length


def _contact(row: StrideRow) -> float:
    return row.contact_time


def _peak(row: StrideRow) -> float:
    return row.peak_vertical_bw


def _float(row: StrideRow) -> float:
    """Seconds of one of the two times when the number of feet on the ground is not one."""
    return abs(50.0 - row.toe_off) / 100 * row.stride_time


def _emg(session: Session) -> Fact:
    """The mean EMG over the stride of one runner, at the speeds at which it was recorded."""
    selected = session.selection.place.structure or ""
    title = translate("Speed", "EMG, one runner")
    if selected not in session.structures:
        return Fact(title, "", (), None, silence=translate("Speed", "Select a muscle"))
    title = translate("Speed", "{0}, one runner").format(session.name(selected))
    stride, found = session.clock.stride, speeds_of(session, selected)
    if stride.gait is not Gait.RUNNING or not found:
        return Fact(title, "", (), None, silence=translate("Speed", "no data"))
    points = tuple(
        Point(speed, sum(band.mean.samples[:-1]), SpeedBasis.MEASURED)  # 100 samples: percent
        for speed, band in found.items()
    )
    now = next((point.value for point in points if abs(point.speed - stride.speed) < 1e-6), None)
    silence = translate("Speed", "not measured at {0:.1f} m/s").format(stride.speed)
    wording = translate("Speed", "{0:.0f} % mean EMG")
    return Fact(title, wording, points, now, joined=False, from_zero=True, silence=silence)


def why(session: Session) -> str:
    """How the shown speed is known, and at an end of the data why it goes no further."""
    stride, rows = session.clock.stride, session.library.tables.strides[session.clock.stride.gait]
    measured = [row.speed for row in rows if row.measured]
    if len(rows) == 1:
        text = translate(
            "Speed", "{0} was measured at {1} m/s only, in one person: there is no other speed."
        )
        return text.format(words.gait(stride.gait), speed_words(stride.speed))
    shown = speed_words(stride.speed)
    if stride.speed in (rows[0].speed, rows[-1].speed):
        slow, fast = (
            translate("Speed", "The data end here: nobody was measured slower than {0} m/s "
                      "(dot), and {1} m/s is as far as it is fair to extrapolate (dashes)."),
            translate("Speed", "The data end here: nobody was measured faster than {0} m/s "
                      "(dot), and {1} m/s is as far as it is fair to extrapolate (dashes)."),
        )  # fmt: skip
        slowest = stride.speed == rows[0].speed
        edge = measured[0 if slowest else -1]
        return (slow if slowest else fast).format(speed_words(edge), shown)
    known = {
        SpeedBasis.MEASURED: translate("Speed", "{0} m/s was measured (dot), in {1} runners."),
        SpeedBasis.INTERPOLATED: translate(
            "Speed", "{0} m/s is interpolated (line) between the means of {1} runners at {2} m/s."
        ),
        SpeedBasis.EXTRAPOLATED: translate(
            "Speed", "{0} m/s is extrapolated (dashes) beyond the means of {1} runners at {2} m/s."
        ),
    }[stride.basis]
    return known.format(shown, stride.n, ", ".join(speed_words(each) for each in measured))


def speed_table(session: Session) -> tuple[list[str], list[list[object]]]:
    """The figures as a table, one row per speed; an empty cell where nobody measured."""
    shown = facts(session)
    speeds = sorted({point.speed for fact in shown for point in fact.points})
    head = [
        "speed [m/s]",
        "basis of the stride",
        *(f"{fact.title} [{_unit(fact)}]" for fact in shown),
    ]
    tables, gait = session.library.tables, session.clock.stride.gait
    rows: list[list[object]] = []
    for speed in speeds:
        values = [{point.speed: point.value for point in fact.points}.get(speed) for fact in shown]
        cells = ["" if value is None else f"{value:.4g}" for value in values]
        rows.append([f"{speed:g}", words.speed_basis(basis_at(tables, gait, speed)), *cells])
    return head, rows


def _unit(fact: Fact) -> str:
    return fact.wording.partition("}")[2].strip()


def change_speed(session: Session, by: float) -> None:
    """A little faster or slower, as far as the data go."""
    stride = session.clock.stride
    low, high = known_speeds(session.library.tables, stride.gait)
    session.clock.set_gait(stride.gait, min(max(round(stride.speed + by, 2), low), high))
