"""Makes a training plan: as text, Markdown, a printed page or JSON."""

from pathlib import Path

from anatomy_app.cli.choices import unknown
from anatomy_app.cli.output import check_writable, put_json, put_text, tell, write_whole
from anatomy_app.cli.plan_text import plan_text
from anatomy_app.cli.plan_words import plan_words, safety_line, source_ids
from anatomy_app.cli.reason_text import gaps, reason
from anatomy_app.cli.stock import find, open_library
from anatomy_app.cli.stops import WrongContent, WrongWords
from anatomy_app.cli.words import Words
from anatomy_app.content.library import Library
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.equipment import known_equipment
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.knowledge import Level
from anatomy_app.model.planning import Item, Plan, Wish, plan
from anatomy_app.paint.page_markdown import plan_markdown

UNTRAINED = (Kind.FAQ, Kind.SOURCE)


def make_plan(words: Words) -> int:
    """Everything that can be wrong is told before anything is written; then the plan."""
    path = Path(words.output) if words.output else None
    if path is not None:
        check_writable(path)
    library = open_library()
    made = plan(library.atlas, _wish(library, words), library.stride(Gait.RUNNING, None))
    if path is not None:
        write_whole(path, _file(library, made, path.suffix.lower(), words.paper))
        if not words.json:
            for note in gaps(library.atlas, made):
                tell(note)
    if words.json:
        put_json(plan_document(library.atlas, made))
    elif path is None:
        put_text(plan_text(plan_words(library.atlas, made)))
    return 0


def _wish(library: Library, words: Words) -> Wish:
    focus = tuple(dict.fromkeys(find(library, each) for each in words.focus))
    for each in focus:
        if each.kind in UNTRAINED:
            kinds = "muscle, exercise, injury, stage or context"
            raise WrongContent(f"{each} is nothing to train for; name a {kinds}")
    return Wish(
        focus, words.minutes, _equipment(library.atlas, words), words.days, Level(words.level)
    )


def _equipment(atlas: Atlas, words: Words) -> frozenset[str]:
    known = known_equipment(tuple(atlas.exercises.values()))
    named = [each.strip().lower().replace(" ", "_") for each in words.equipment.split(",")]
    for each in filter(None, named):
        if each not in known:
            raise WrongWords(unknown("equipment", each, known, f"it is one of {', '.join(known)}"))
    return frozenset(filter(None, named))


def _file(library: Library, made: Plan, ending: str, paper: str) -> bytes:
    words = plan_words(library.atlas, made)
    if ending == ".pdf":
        from anatomy_app.cli.printing import plan_pdf

        return plan_pdf(library, words, paper)
    if ending == ".md":
        return plan_markdown(words).encode()
    return f"{plan_text(words, width=80)}\n".encode()


def plan_document(atlas: Atlas, made: Plan) -> dict[str, object]:
    """The plan with the keys of the command line's contract, and a few more."""
    return {
        "minutes": made.minutes,
        "wished_minutes": made.wish.minutes,
        "focus": [str(each) for each in made.wish.focus],
        "equipment": sorted(made.wish.equipment),
        "level": str(made.wish.level),
        "days": [
            {
                "weekday": day.weekday,
                "minutes": day.minutes,
                "heavy": day.is_heavy,
                "items": [_item_document(atlas, item) for item in day.items],
            }
            for day in made.days
        ],
        "notes": list(gaps(atlas, made)),
        "safety": safety_line(atlas, made),
        "sources": [str(Entity(Kind.SOURCE, id_)) for id_ in source_ids(atlas, made)],
    }


def _item_document(atlas: Atlas, item: Item) -> dict[str, object]:
    return {
        "exercise": str(Entity(Kind.EXERCISE, item.exercise)),
        "sets": item.sets,
        "reps": item.reps,
        "seconds": item.seconds,
        "metres": item.metres,
        "sides": item.sides,
        "rest_seconds": item.rest_seconds,
        "minutes": item.minutes,
        "dosage": atlas.exercises[item.exercise].dosage,
        "role": str(item.role),
        "score": item.reason.points.total,
        "reason": reason(atlas, item.reason, item.exercise, item.role),
        "because": [str(each) for each in item.reason.because],
    }
