"""Builds the stride of a gait at any known speed from the tables."""

from bisect import bisect_right
from collections.abc import Mapping

from anatomy_app.model.curves import CYCLE, Curve, Warp, blend
from anatomy_app.model.gait import HALF, Span, SpeedBasis, Stride, exact
from anatomy_app.model.gait_tables import Border, Gait, GaitTables, Motion, Period, StrideRow

_SAME_SPEED = 1e-6
"""Speeds closer than this (m/s) are the same speed."""

_USUAL_RUNNING = 3.0
"""The running speed (m/s) shown at first."""


def stride_at(tables: GaitTables, gait: Gait, speed: float | None = None) -> Stride:
    """The stride of a gait at a speed in m/s; None is the gait's usual speed.

    Between the speeds of the tables events and curves are interpolated with stance and flight
    aligned. A ValueError with a sentence if nothing is known at that speed.
    """
    rows = tables.strides[gait]
    wanted = usual_speed(tables, gait) if speed is None else speed
    low, high = _neighbours(rows, gait, wanted)
    row = low if high is low else _between(low, high, wanted)
    basis = basis_at(tables, gait, row.speed)
    dataset = tables.datasets[f"motion_{gait}_{basis}"]
    return Stride(
        gait=gait,
        speed=row.speed,
        basis=basis,
        n=dataset.n,
        note=dataset.note,
        borders_note=tables.datasets[f"borders_{gait}"].note,
        row=row,
        stages=_stages(tables.borders[gait], row.toe_off),
        motion=_motion(tables.motion, gait, low, high, row),
    )


def spread_at(tables: GaitTables, stride: Stride) -> Motion | None:
    """Standard deviations between people of the right leg's angles and force in a stride.

    Between two speeds at which several people were measured they are interpolated as the means
    are; outside these speeds, and where one person was measured, nothing is known: None.
    """
    gait, speed = stride.gait, stride.speed
    known = tuple(row for row in tables.strides[gait] if (gait, row.speed) in tables.spread)
    if not known or not known[0].speed <= speed <= known[-1].speed:
        return None
    low, high = _neighbours(known, gait, speed)
    return _motion(tables.spread, gait, low, high, stride.row)


def usual_speed(tables: GaitTables, gait: Gait) -> float:
    """The speed shown at first: an easy pace when running, else the only one measured."""
    rows = tables.strides[gait]
    return rows[0].speed if len(rows) == 1 else _USUAL_RUNNING


def known_speeds(tables: GaitTables, gait: Gait) -> tuple[float, float]:
    """The slowest and the fastest speed (m/s) at which a gait is known; equal if only one."""
    rows = tables.strides[gait]
    return rows[0].speed, rows[-1].speed


def _neighbours(
    rows: tuple[StrideRow, ...], gait: Gait, speed: float
) -> tuple[StrideRow, StrideRow]:
    """The rows on both sides of a speed, or the same row twice if it is in the table."""
    for row in rows:
        if abs(row.speed - speed) < _SAME_SPEED:
            return row, row
    slowest, fastest = rows[0].speed, rows[-1].speed
    if not slowest < speed < fastest:
        known = f"at {slowest} m/s only" if len(rows) == 1 else f"from {slowest} to {fastest} m/s"
        raise ValueError(f"{gait} is known {known}, not at {speed:g} m/s")
    index = bisect_right(rows, speed, key=lambda row: row.speed)
    return rows[index - 1], rows[index]


def _between(low: StrideRow, high: StrideRow, speed: float) -> StrideRow:
    share = (speed - low.speed) / (high.speed - low.speed)

    def mix(a: float, b: float) -> float:
        return a + (b - a) * share

    return StrideRow(
        speed=speed,
        measured=False,
        stride_time=mix(low.stride_time, high.stride_time),
        cadence=mix(low.cadence, high.cadence),
        stride_length=mix(low.stride_length, high.stride_length),
        step_length=mix(low.step_length, high.step_length),
        toe_off=exact(mix(low.toe_off, high.toe_off)),
        contact_time=mix(low.contact_time, high.contact_time),
        peak_vertical_bw=mix(low.peak_vertical_bw, high.peak_vertical_bw),
    )


def basis_at(tables: GaitTables, gait: Gait, speed: float) -> SpeedBasis:
    """How a gait is known at a speed (m/s) within its range, without making the stride."""
    measured = [row.speed for row in tables.strides[gait] if row.measured]
    if any(abs(known - speed) < _SAME_SPEED for known in measured):
        return SpeedBasis.MEASURED
    inside = measured[0] < speed < measured[-1]
    return SpeedBasis.INTERPOLATED if inside else SpeedBasis.EXTRAPOLATED


def _stages(borders: tuple[Border, ...], toe_off: float) -> tuple[Span, ...]:
    """Stages in percent of the foot's own stride: their share of its own stance and swing."""

    def place(border: Border, share: float) -> float:
        if border.period is Period.STANCE:
            return exact(share * toe_off)
        return exact(toe_off + share * (CYCLE - toe_off))

    return tuple(Span(b.stage, place(b, b.start), place(b, b.end)) for b in borders)


def _motion(
    known: Mapping[tuple[Gait, float], Motion],
    gait: Gait,
    low: StrideRow,
    high: StrideRow,
    row: StrideRow,
) -> Motion:
    """The motion of `row` between two rows, right and left stance and both flights aligned."""
    slower = known[gait, low.speed]
    if high is low:
        return slower
    faster = known[gait, high.speed]
    share = (row.speed - low.speed) / (high.speed - low.speed)
    target = _events(row.toe_off)
    from_slower = Warp(_events(low.toe_off), target).positions()
    from_faster = Warp(_events(high.toe_off), target).positions()

    def between(first: Mapping[str, Curve], second: Mapping[str, Curve]) -> dict[str, Curve]:
        return {
            name: blend((curve, from_slower), (second[name], from_faster), share)
            for name, curve in first.items()
        }

    return Motion(between(slower.angles, faster.angles), between(slower.forces, faster.forces))


def _events(toe_off: float) -> tuple[float, ...]:
    """Right contact, right toe-off, left contact, left toe-off, next right contact of a run."""
    return 0.0, toe_off, HALF, HALF + toe_off, CYCLE
