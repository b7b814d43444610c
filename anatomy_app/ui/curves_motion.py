"""What the charts of joint angles and of ground force show, in the user's words."""

from dataclasses import dataclass

from anatomy_app.model.curves import Curve
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import HALF, SpeedBasis, Stride
from anatomy_app.model.gait_tables import Motion
from anatomy_app.model.strides import spread_at
from anatomy_app.paint.charts import Charts, Line, Row
from anatomy_app.state.comparison import Comparison
from anatomy_app.ui import words
from anatomy_app.ui.session import Session

translate = words.translate
JOINTS = (  # column without its side, bottom and top in degrees, share of the height
    ("hip_flexion", -30.0, 50.0, 1.0),
    ("knee_flexion", 0.0, 120.0, 1.2),
    ("ankle_dorsiflexion", -30.0, 30.0, 0.9),
)
FORCES = (  # column without its foot, bottom and top in body weights, share of the height
    ("vertical_bw", 0.0, 3.0, 1.7),
    ("fore_aft_bw", -0.5, 0.5, 1.0),
)


@dataclass(frozen=True)
class Shown:
    """A stride with its spread between people, None where there is none."""

    stride: Stride
    spread: Motion | None


def leg(session: Session) -> Side:
    """The leg whose curves are shown: that of the selection, else the right one."""
    return Side.LEFT if session.selection.place.side is Side.LEFT else Side.RIGHT


def comparison(session: Session) -> Comparison:
    """What the user compares with."""
    return Comparison.parse(session.preferences.text("compare"))


def other_stride(session: Session) -> Stride | None:
    """The stride to compare with; None if there is none, or if it is the one shown."""
    wanted, shown = comparison(session), session.clock.stride
    gait = wanted.gait or shown.gait
    if wanted.speed is None and wanted.gait is None:
        return None
    try:
        stride = session.library.stride(gait, wanted.speed)
    except ValueError:
        return None
    return None if (stride.gait, stride.speed) == (shown.gait, shown.speed) else stride


def strides(session: Session) -> tuple[Shown, ...]:
    """The stride shown, and the one that it is compared with."""
    other = other_stride(session)
    found = (session.clock.stride, *([other] if other else []))
    return tuple(Shown(each, spread_at(session.library.tables, each)) for each in found)


def angle_charts(session: Session) -> Charts:
    """Hip, knee and ankle of one leg."""
    shown, side = strides(session), leg(session)
    rows = []
    for column, bottom, top, share in JOINTS:
        lines = tuple(_angle(each, column, side, style) for style, each in enumerate(shown))
        low, high = _scale(lines, bottom, top, 10.0)
        title, remark = _joint_words(column)
        unit = translate("Curves", "degrees, {0}").format(remark)
        rows.append(Row(title, lines, low, high, (remark,), (low, high), "{0:.0f}°", share, unit))
    return _charts(shown, tuple(rows), side)


def force_charts(session: Session) -> Charts:
    """Vertical and fore-aft force on one foot."""
    shown, side = strides(session), leg(session)
    rows = []
    for column, bottom, top, share in FORCES:
        lines = tuple(_force(each, column, side, style) for style, each in enumerate(shown))
        low, high = _scale(lines, bottom, top, 0.5)
        title, remarks = _force_words(column)
        unit = translate("Curves", "body weights")
        rows.append(Row(title, lines, low, high, remarks, (low, high), "{0:g}", share, unit))
    return _charts(shown, tuple(rows), side)


def _charts(shown: tuple[Shown, ...], rows: tuple[Row, ...], side: Side) -> Charts:
    first, other = shown[0].stride, shown[1].stride if len(shown) > 1 else None
    return Charts(
        rows=rows,
        toe_off=first.toe_off,
        names=tuple(key_words(each) for each in shown),
        note=_note(first, other, side),
        other_toe_off=other.toe_off if other else None,
        turned=side is Side.LEFT,
    )


def _note(first: Stride, other: Stride | None, side: Side) -> str:
    if other is None:
        foot = {
            Side.LEFT: translate("Curves", "left leg"),
            Side.RIGHT: translate("Curves", "right leg"),
        }
        return foot[side]
    if first.gait is other.gait:
        return translate("Curves", "Same runners: heights compare")
    return translate("Curves", "Same unit, other people")


def speed_words(speed: float) -> str:
    """A speed in m/s with one decimal, or with the two that it needs."""
    return f"{speed:.1f}" if round(speed, 1) == speed else f"{speed:.2f}"


def key_words(shown: Shown) -> str:
    """A stride in the key: gait, speed, who, how it is known, and whether there is a band."""
    stride = shown.stride
    parts = [
        translate("Curves", "{0} {1} m/s").format(
            words.gait(stride.gait), speed_words(stride.speed)
        )
    ]
    if stride.n == 1:
        parts.append(translate("Curves", "one person, no band"))
        return ", ".join(parts)
    parts.append(translate("Curves", "{0} runners").format(stride.n))
    if stride.basis is not SpeedBasis.MEASURED:
        parts.append(words.speed_basis(stride.basis))
    known = shown.spread is not None
    band, none = translate("Curves", "band ± 1 SD"), translate("Curves", "no band")
    return ", ".join([*parts, band if known else none])


def _angle(shown: Shown, column: str, side: Side, style: int) -> Line:
    ending = "l" if side is Side.LEFT else "r"
    spread = shown.spread.angles[f"{column}_r"] if shown.spread else None
    return _line(shown.stride.motion.angles[f"{column}_{ending}"], spread, side, style, "{0:.0f}°")


def _force(shown: Shown, column: str, side: Side, style: int) -> Line:
    spread = shown.spread.forces[f"right_{column}"] if shown.spread else None
    wording = translate("Curves", "{0:.2f} BW")
    return _line(shown.stride.motion.forces[f"{side}_{column}"], spread, side, style, wording)


def _line(mean: Curve, sd: Curve | None, side: Side, style: int, wording: str) -> Line:
    if sd is None:
        return Line(mean.samples, style=style, wording=wording)
    if side is Side.LEFT:
        sd = sd.later(round(HALF))
    pairs = tuple(zip(mean.samples, sd.samples, strict=True))
    low, high = tuple(m - s for m, s in pairs), tuple(m + s for m, s in pairs)
    return Line(mean.samples, low, high, style, wording=wording)


def _scale(lines: tuple[Line, ...], bottom: float, top: float, step: float) -> tuple[float, float]:
    """The usual scale, so that speeds look different; wider by whole steps if it must be."""
    means = [each for line in lines for each in line.values]
    bands = [each for line in lines for each in (*line.low, *line.high)] or means
    least, most = min(*bands, min(means) - step / 2), max(*bands, max(means) + step / 2)
    while least < bottom - step / 2:  # a hair's breadth of a band may be cut off, a mean never
        bottom -= step
    while most > top + step / 2:
        top += step
    return bottom, top


def _joint_words(column: str) -> tuple[str, str]:
    """The name of a joint, and what is positive."""
    return {
        "hip_flexion": (translate("Curves", "Hip"), translate("Curves", "+ flexed, − extended")),
        "knee_flexion": (translate("Curves", "Knee"), translate("Curves", "+ flexed")),
        "ankle_dorsiflexion": (translate("Curves", "Ankle"), translate("Curves", "+ toes up")),
    }[column]


def _force_words(column: str) -> tuple[str, tuple[str, ...]]:
    weights = translate("Curves", "BW = body weights")
    return {
        "vertical_bw": (translate("Curves", "Vertical force"), (weights,)),
        "fore_aft_bw": (
            translate("Curves", "Fore-aft force"),
            (translate("Curves", "+ pushes forward"),),
        ),
    }[column]
