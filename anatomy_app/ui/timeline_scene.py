"""What the timeline shows for the stride in force, in the user's words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Period, Span, Stride
from anatomy_app.model.kinds import Basis
from anatomy_app.model.stages import Stage
from anatomy_app.paint.timeline import Bar, Scene, Strip
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.session import Session
from anatomy_app.ui.strip_rows import ROWS
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.words import translate

LABEL = 120  # pixels for the name of a strip


def make_scene(session: Session, rows: Sequence[str] = ROWS) -> Scene:
    """The scene of the shown stride, with a strip for each of the rows."""
    stride = session.clock.stride
    stages = session.library.atlas.stages
    right = tuple(_stage_bar(span, stages[span.name], stride) for span in stride.spans(Side.RIGHT))
    return Scene(
        right=right,
        left=tuple(_left_bars(stride)),
        floats=tuple((span.start, span.end) for span in stride.floats()),
        strips=tuple(_strip(session, key) for key in rows),
        poses=tuple(_pose(stride, bar) for bar in right),
        right_label=translate("Timeline", "Right foot"),
        left_label=translate("Timeline", "Left foot"),
        simulated_label=translate("Timeline", "simulated"),
        no_data_label=translate("Timeline", "no data"),
        legs_label=translate("Timeline", "right leg over left") if rows else "",
    )


def feet(session: Session) -> str:
    """In which stage each foot is, for whoever cannot see the bars."""
    clock, stages = session.clock, session.library.atlas.stages
    stride, text = clock.stride, translate("Timeline", "right foot {0}, left foot {1}")
    names = (stages[stride.stage_at(side, clock.percent)].name for side in (Side.RIGHT, Side.LEFT))
    found = [text.format(*names)]
    if stride.floating(clock.percent):
        found.append(translate("Timeline", "both feet off the ground"))
    return ", ".join(found)


def with_rows(session: Session, scene: Scene, rows: Sequence[str]) -> Scene:
    """The same scene with these rows of the strip; what it has is not made anew."""
    kept = {strip.key: strip for strip in scene.strips}
    return replace(scene, strips=tuple(kept.get(key) or _strip(session, key) for key in rows))


def stale_rows(old: Scene, new: Scene, *framed: str) -> list[int]:
    """Which of as many rows look different; `framed` was and is, in this order, which goes last."""
    pairs = enumerate(zip(old.strips, new.strips, strict=True))
    found = [i for i, (was, now) in pairs if was is not now or now.key in framed]
    return sorted(found, key=lambda index: new.strips[index].key == framed[-1])


def _stage_bar(span: Span, stage: Stage, stride: Stride) -> Bar:
    stance = stride.period_at(Side.RIGHT, (span.start + span.end) / 2) is Period.STANCE
    shorter = {
        "midstance": translate("Timeline", "Mid"),
        "absorption": translate("Timeline", "Absorb"),
    }
    texts = (stage.short, *filter(None, [shorter.get(stage.id)]))
    return Bar(span.start, span.end, texts, stance, stage.id)


def _left_bars(stride: Stride) -> Iterator[Bar]:
    """Stance and swing of the left foot, with the words of float inside its swing."""
    off = (
        translate("Timeline", "both feet off the ground"),
        translate("Timeline", "both feet off"),
        translate("Timeline", "float"),
    )
    floats = stride.floats()
    for span in stride.periods(Side.LEFT):
        if span.name == Period.STANCE:
            yield Bar(span.start, span.end, (translate("Timeline", "Stance"),), True)
            continue
        swing = (translate("Timeline", "Swing"),)
        inside = [f for f in floats if span.start <= f.start and f.end <= span.end + 1e-6]
        at = span.start
        for one in inside:
            if one.start > at:
                yield Bar(at, one.start, swing, False)
            yield Bar(one.start, one.end, off, False)
            at = one.end
        if at < span.end - 1e-6:
            yield Bar(at, span.end, swing, False)


def _pose(stride: Stride, bar: Bar) -> tuple[float, dict[str, float]]:
    """The figure of a stage, at its middle; that of contact stays on the track."""
    middle = (bar.start + bar.end) / 2
    at = max(middle, 1.4)
    return at, stride.angles(middle)


def _strip(session: Session, key: str) -> Strip:
    activity = session.activation(key)
    hidden = session.hides_simulated and activity.kind is Basis.SIMULATED
    right, left = (
        () if hidden else tuple(value for value in activity.heat(side) if value is not None)
        for side in (Side.RIGHT, Side.LEFT)
    )
    is_shelf = session.library.index.shelf_name(key) != key
    label = session.names.shelf(key) if is_shelf else session.name(key)
    label = fitted(label, font(SMALL), LABEL)
    return Strip(key, label, right, activity.kind is Basis.SIMULATED, left, key not in ROWS)
