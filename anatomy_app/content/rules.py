"""What must hold inside and between records: ranges, required text, sources, whole strides."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from anatomy_app.content.exercise_rules import broken_exercises
from anatomy_app.content.problems import Problem, guess, quoted
from anatomy_app.content.references import TARGETS_STRUCTURE
from anatomy_app.content.rows import Row, Rows
from anatomy_app.model.anatomy import Structure, Window
from anatomy_app.model.knowledge import Context, Effect, Exercise, LayTerm, Pose, QuizFact, Source
from anatomy_app.model.stages import Stage, StageKind

BRIEF = 40
JOINTS = (
    *("trunk", "hip_near", "knee_near", "ankle_near", "shoulder_near", "elbow_near"),
    *("hip_far", "knee_far", "ankle_far", "shoulder_far", "elbow_far"),
    *("frontal_tilt", "hip_abduction_near", "hip_abduction_far"),
    *("foot_pitch_near", "foot_pitch_far"),
)
DIRECTIONS = (
    *("up", "down", "mixed", "same", "changed", "plateau"),
    *("reference", "high", "moderate", "fatigue"),
)
TARGETS = (*sorted(TARGETS_STRUCTURE), "whole_body", "ground_force", "leg_side", "joint")
EVIDENCE = ("literature", "qualitative", "weak")
PACES = ("easy", "fast", "sprint")

_ID = re.compile(r"[a-z0-9_]{1,64}")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def broken_rules(rows: Rows) -> Iterator[Problem]:
    """Every rule that a record of the rows breaks by itself."""
    yield from _duplicates(rows)
    for row in rows.all():
        if row.table.key == "id" and row.id and not _ID.fullmatch(row.id):
            remedy = "write it with small letters, digits and _, at most 64"
            yield row.problem(f"{quoted(row.id)} cannot be an id", remedy, "id")
        if row.record is not None:
            yield from _texts(row, row.record, ())
    for row, structure in rows.records(Structure):
        yield from _roles(row, structure)
        yield from _window(row, structure.window)
    for row, stage in rows.records(Stage):
        for pace in PACES:
            yield from _span(row, getattr(stage, pace), pace)
    for row, exercise in rows.records(Exercise):
        yield from _pose(row, exercise.start, "start")
        yield from _pose(row, exercise.end, "end")
    yield from broken_exercises(rows)
    yield from _words(rows)


def broken_strides(stages: Mapping[str, Stage], rows: Rows) -> Iterator[Problem]:
    """Stages that do not fill the stride; told at the stage in the rows."""
    here = {row.id: row for row in rows.of("stage")}
    if here and stages:
        for pace in PACES:
            for stage_id, what, remedy in _stride(stages, pace):
                row = here.get(stage_id) or next(iter(here.values()))
                yield row.problem(f"{pace}: {what}", remedy, pace)


def _duplicates(rows: Rows) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Row] = {}
    for row in rows.all():
        first = seen.setdefault((row.table.header, row.id), row)
        if first is not row and row.id:
            where = first.problem("", "", first.table.key)
            remedy = f"choose another; the first is at {where.file}:{where.line}"
            yield row.problem(f"this {row.table.key} is taken", remedy, row.table.key)
    for row, context in rows.records(Context):
        ids: set[str] = set()
        for index, effect in enumerate(context.effects):
            if effect.id in ids:
                what = f"the effect {quoted(effect.id)} stands here twice"
                yield row.problem(what, "choose another id", "effects", index, "id")
            ids.add(effect.id)


def _texts(row: Row, record: object, path: tuple[str | int, ...]) -> Iterator[Problem]:
    """Required text that is empty, text with characters nobody sees, claims without a source."""
    if not dataclasses.is_dataclass(record):
        return
    for field in dataclasses.fields(record):
        value: object = getattr(record, field.name)
        here = (*path, field.name)
        required = field.default is field.default_factory  # both are MISSING
        if required and isinstance(value, str | tuple) and not _filled(value):
            what, remedy = _empty(field.name)
            yield row.problem(what, remedy, *here)
        yield from _unseen(row, value, here)
        if isinstance(value, tuple):
            for index, each in enumerate(value):
                yield from _texts(row, each, (*here, index))
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from _texts(row, each, (*here, key))


def _filled(value: str | tuple[object, ...]) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _empty(name: str) -> tuple[str, str]:
    if name == "sources":
        return "a claim without a source", "name at least one source"
    return f"{name} is empty", "say it, or leave the record out"


def _unseen(row: Row, value: object, path: tuple[str | int, ...]) -> Iterator[Problem]:
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str) and (match := _UNSEEN.search(text)):
            what = f"{path[-1]} holds an unseen character (U+{ord(match[0]):04X})"
            yield row.problem(what, "take it out", *path)


def _roles(row: Row, structure: Structure) -> Iterator[Problem]:
    for stage, role in structure.stages.items():
        if role.activity is not None and role.activity not in range(4):
            what = f"activity is {role.activity}"
            remedy = "write 0 (none), 1, 2 or 3 (strong), or leave it out"
            yield row.problem(what, remedy, "stages", stage, "activity")
        if len(role.brief) > BRIEF:
            what = f"brief has {len(role.brief)} characters"
            remedy = f"shorten it to {BRIEF}"
            yield row.problem(what, remedy, "stages", stage, "brief")


def _window(row: Row, window: Window) -> Iterator[Problem]:
    for name, spans in (("active", window.active), ("simulated", window.simulated)):
        for index, span in enumerate(spans):
            yield from _span(row, span, "window", name, index)
    for name, peak in (("peak", window.peak), ("simulated_peak", window.simulated_peak)):
        if peak is not None:
            yield from _number(row, peak, (0, 100), "%", "window", name)
    force = window.simulated_peak_force_bw
    if force is not None:
        yield from _number(row, force, (0, 50), "body weights", "window", "simulated_peak_force_bw")


def _pose(row: Row, pose: Pose, name: str) -> Iterator[Problem]:
    for joint, angle in pose.angles.items():
        yield from _number(row, angle, (-200, 200), "degrees", name, "angles", joint)
        yield from _one_of(row, joint, JOINTS, "joint", name, "angles", joint)


def _words(rows: Rows) -> Iterator[Problem]:
    for row, source in rows.records(Source):
        yield from _one_of(row, source.verified, ("yes", "partly", "no"), "verified", "verified")
    for row, context in rows.records(Context):
        for index, effect in enumerate(context.effects):
            yield from _effect(row, effect, index)
    for row, fact in rows.records(QuizFact):
        if fact.answer in fact.distractors:
            yield row.problem("the answer is among the distractors", "take it out", "distractors")
    for row, term in rows.records(LayTerm):
        if not term.structures and not term.note.strip():
            yield row.problem("it means no structure", "name one, or say in note what it is")


def _effect(row: Row, effect: Effect, index: int) -> Iterator[Problem]:
    at = ("effects", index)
    yield from _one_of(row, effect.direction, DIRECTIONS, "direction", *at, "direction")
    yield from _one_of(row, effect.target_kind, TARGETS, "target_kind", *at, "target_kind")
    yield from _one_of(row, effect.evidence, EVIDENCE, "evidence", *at, "evidence")


def _one_of(
    row: Row, word: str, known: Iterable[str], name: str, *path: str | int
) -> Iterator[Problem]:
    if word and word not in (words := tuple(known)):
        remedy = guess(word, words, f"it is one of {', '.join(words)}")
        yield row.problem(f"unknown {name} {quoted(word)}", remedy, *path)


def _number(
    row: Row, value: float, limits: tuple[float, float], unit: str, *path: str | int
) -> Iterator[Problem]:
    low, high = limits
    if not low <= value <= high:  # a NaN is outside too
        what = f"{path[-1]} is {value:g} {unit}"
        yield row.problem(what, f"write {low:g} to {high:g}", *path)


def _span(row: Row, span: tuple[float, float], *path: str | int) -> Iterator[Problem]:
    start, end = span
    if not 0 <= start <= end <= 100:
        name = next(part for part in reversed(path) if isinstance(part, str))
        what = f"{name} runs from {start:g} to {end:g} %"
        yield row.problem(what, "write from and to in order, within 0 to 100", *path)


def _stride(stages: Mapping[str, Stage], pace: str) -> Iterator[tuple[str, str, str]]:
    """(stage id, what, remedy) of each gap, overlap or float outside swing at one pace."""
    spans: dict[str, tuple[float, float]] = {id_: getattr(s, pace) for id_, s in stages.items()}
    phases = [each.id for each in stages.values() if each.kind is StageKind.PHASE]
    yield from _tiling(phases, spans, (0.0, 100.0), "the stride")
    for phase in phases:
        inner = [s.id for s in stages.values() if s.kind is StageKind.STAGE and s.parent == phase]
        yield from _tiling(inner, spans, spans[phase], phase)
    for stage in stages.values():
        around = spans.get(stage.parent, (0.0, 100.0))
        start, end = spans[stage.id]
        if not around[0] <= start <= end <= around[1]:
            what = f"{start:g} to {end:g} % is outside {stage.parent or 'the stride'}"
            yield stage.id, what, f"keep it within {around[0]:g} to {around[1]:g}"


def _tiling(
    ids: list[str], spans: Mapping[str, tuple[float, float]], whole: tuple[float, float], name: str
) -> Iterator[tuple[str, str, str]]:
    """The first place of each pair of neighbours that do not meet, and of loose ends."""
    if not ids:
        return
    order = sorted(ids, key=lambda id_: spans[id_])
    for before, after in pairwise(order):
        end, start = spans[before][1], spans[after][0]
        if end != start:
            what = f"{'gap' if end < start else 'overlap'} between {before} and {after}"
            yield after, f"{what}, {end:g} and {start:g} %", "let one end where the other starts"
    first, last = order[0], order[-1]
    if spans[first][0] != whole[0]:
        what = f"starts at {spans[first][0]:g} %, {name} at {whole[0]:g} %"
        yield first, what, f"start at {whole[0]:g}"
    if spans[last][1] != whole[1]:
        what = f"ends at {spans[last][1]:g} %, {name} at {whole[1]:g} %"
        yield last, what, f"end at {whole[1]:g}"
