"""All that is said of a plan in English."""

import re
from collections.abc import Iterable

from anatomy_app.cli import english, reason_text
from anatomy_app.cli.credit import CREDIT
from anatomy_app.cli.source_text import cited
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Source
from anatomy_app.model.planning import Item, Plan
from anatomy_app.paint.page_words import DayWords, ItemWords, PlanWords

SAFETY = (
    "Stop and see a clinician",
    "Sudden or sharp pain, a pop, swelling, numbness, pain at rest or at night, or pain that grows "
    "from day to day: stop, and see a clinician. This is education, not a diagnosis and not a "
    "treatment.",
)
CUSTOM = "custom"


def plan_words(atlas: Atlas, plan: Plan) -> PlanWords:
    """The words of the page, the text and the Markdown file."""
    wish = plan.wish
    focus = ", ".join(atlas.name(each) for each in wish.focus)
    days = f"{wish.days} days a week" if wish.days > 1 else "One session"
    equipment = ", ".join(english.plain(each) for each in sorted(wish.equipment)) or "none"
    subtitle = (
        f"{days}, up to {english.number(wish.minutes)} minutes with rests; equipment: {equipment}; "
        f"level: up to {wish.level}"
    )
    ids = source_ids(atlas, plan)
    return PlanWords(
        title=f"Training plan: {focus}",
        subtitle=subtitle,
        warnings=tuple(_warnings(atlas, wish.focus)),
        safety=SAFETY,
        notes_title="What this plan does not meet",
        notes=reason_text.gaps(atlas, plan),
        days=tuple(_day(atlas, plan, place) for place in range(len(plan.days))),
        sources_title="Sources",
        sources=tuple(short_source(id_, atlas.sources.get(id_)) for id_ in ids),
        citations=tuple(cited(atlas.sources.get(id_)) for id_ in ids),
        credit="Repetitions begin inside the dosage of the source; rest, tempo and minutes are "
        f"coaching custom, not from a trial. {CREDIT}",
    )


def safety_line(atlas: Atlas, plan: Plan) -> str:
    """Warning signs of the complaints first, then the line that holds for everybody."""
    warnings = [f"{title}: {text}" for title, text in _warnings(atlas, plan.wish.focus)]
    return " ".join([*warnings, f"{SAFETY[0]}. {SAFETY[1]}"])


def source_ids(atlas: Atlas, plan: Plan) -> tuple[str, ...]:
    """The sources of the exercises, doses and complaints, each once; custom last."""
    found: dict[str, None] = {}
    for focus in plan.wish.focus:
        if focus.kind is Kind.INJURY:
            found.update(dict.fromkeys(atlas.injuries[focus.id].sources))
    for id_ in dict.fromkeys(item.exercise for day in plan.days for item in day.items):
        exercise = atlas.exercises[id_]
        found.update(dict.fromkeys(exercise.sources + exercise.dosage_sources))
    return (*(id_ for id_ in found if id_ != CUSTOM), CUSTOM)


def _warnings(atlas: Atlas, focus: Iterable[Entity]) -> Iterable[tuple[str, str]]:
    for each in focus:
        if each.kind is Kind.INJURY:
            injury = atlas.injuries[each.id]
            yield f"Warning signs, {injury.name}", injury.red_flags


def _day(atlas: Atlas, plan: Plan, place: int) -> DayWords:
    day = plan.days[place]
    items = tuple(_item(atlas, plan, item) for item in day.items)
    lines = tuple(
        f"{words.name}: {reason_text.dose(item)}"
        for words, item in zip(items, day.items, strict=True)
    )
    name = reason_text.session_name(plan, place)
    return DayWords(f"{name}, {english.number(day.minutes)} min", lines, items)


def _item(atlas: Atlas, plan: Plan, item: Item) -> ItemWords:
    exercise = atlas.exercises[item.exercise]
    return ItemWords(
        exercise=item.exercise,
        name=exercise.name,
        dose=reason_text.dose(item) + _when(plan, item.exercise),
        reason=english.capital(reason_text.bare_reason(atlas, item.reason, item.role)),
        cues=" ".join(exercise.cues),
        care=exercise.avoid_if,
        dosage=f"Dosage: {exercise.dosage}",
    )


def _when(plan: Plan, exercise: str) -> str:
    """The days of an exercise, if the week has several."""
    if len(plan.days) == 1:
        return ""
    on = [
        reason_text.session_name(plan, place)[:3]
        for place, day in enumerate(plan.days)
        if exercise in {each.exercise for each in day.items}
    ]
    return f"; {', '.join(on)}"


def short_source(id_: str, source: Source | None) -> str:
    """A source in two words."""
    if source is None or id_ == CUSTOM:
        return "coaching custom" if id_ == CUSTOM else id_
    first = re.sub(r" [A-Z]{1,4}\b.*", "", source.authors.split(",")[0]) or source.title
    return f"{first} {source.year}".strip()
