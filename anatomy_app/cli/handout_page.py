"""The blocks of a handout: warning signs, pictures, text, exercises, sources."""

from collections.abc import Iterable, Iterator

from anatomy_app.cli import english
from anatomy_app.cli.credit import CREDIT
from anatomy_app.cli.page_pictures import body_pictures, exercise_picture
from anatomy_app.cli.plan_words import CUSTOM, SAFETY, short_source
from anatomy_app.cli.reason_text import bare_reason
from anatomy_app.cli.show_text import NOT_A_DIAGNOSIS, listed
from anatomy_app.content.library import Library
from anatomy_app.model.anatomy import Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import Gait
from anatomy_app.model.knowledge import Exercise, Injury
from anatomy_app.model.reasons import Ranked, rank
from anatomy_app.paint.page import Printed
from anatomy_app.paint.page_blocks import (
    Block,
    Bullets,
    Card,
    Figures,
    Heading,
    Picture,
    Text,
    Warned,
    small,
    subtitle,
    title,
)

MOST_EXERCISES = 6
MOST_INJURIES = 3
FIGURE, LARGE = 190.0, 150.0  # points high


def handout_page(library: Library, entity: Entity) -> Printed:
    """The handout of a muscle, an injury or an exercise."""
    match library.atlas.record(entity):
        case Injury() as injury:
            return _injury(library, injury)
        case Exercise() as exercise:
            return _exercise(library, exercise)
        case Structure() as structure:
            return _structure(library, structure)
        case _:
            raise ValueError(f"{entity} has no handout")


def _injury(library: Library, injury: Injury) -> Printed:
    atlas = library.atlas
    head = (
        title(injury.name),
        subtitle(NOT_A_DIAGNOSIS),
        Warned("Warning signs: see a clinician", injury.red_flags),
    )
    body: list[Block] = [*_figures(library, injury.muscles)]
    body += _section("Where it hurts", injury.where)
    body += _section("What is known", injury.mechanism, injury.evidence, injury.incidence)
    body += _section("Muscles involved", listed(atlas, Kind.MUSCLE, injury.muscles))
    body += _section("Stages involved", listed(atlas, Kind.STAGE, injury.stages))
    ranked = _ranked(library, Entity(Kind.INJURY, injury.id))
    body += _cards(library, ranked, "What people train")
    return Printed(
        injury.name, head, tuple(body), _foot(atlas, (*injury.sources, *_used(atlas, ranked))), 2
    )


def _structure(library: Library, structure: Structure) -> Printed:
    atlas = library.atlas
    kind = english.STRUCTURE_KINDS[structure.kind]
    head = (title(structure.name), subtitle(", ".join(filter(None, (structure.latin, kind)))))
    body: list[Block] = [*_figures(library, (structure.id,))]
    body += _section("In stance", structure.stance)
    body += _section("In swing", structure.swing)
    body += _bulleted("Stage by stage", _stages(atlas, structure))
    body += _bulleted("Anatomy", _anatomy(structure))
    ranked = _ranked(library, Entity(Kind.MUSCLE, structure.id))
    body += _cards(library, ranked, "Exercises, the most like running first")
    injuries = atlas.injuries_for(structure.id)[:MOST_INJURIES]
    if injuries:
        body.append(Heading("Warning signs of complaints here: see a clinician"))
    body += [Warned(atlas.injuries[id_].name, atlas.injuries[id_].red_flags) for id_ in injuries]
    sources = (*structure.sources, *_used(atlas, ranked))
    return Printed(structure.name, head, tuple(body), _foot(atlas, sources), 2)


def _exercise(library: Library, exercise: Exercise) -> Printed:
    atlas = library.atlas
    kind = english.capital(english.plain(exercise.kind))
    head = (title(exercise.name), subtitle(f"{kind}, {exercise.level}; {exercise.equipment}"))
    picture = exercise_picture(library, exercise.id)
    pictures = (*((picture,) if picture else ()), *_bodies(library, exercise))
    body: list[Block] = [Figures(pictures, LARGE)] if pictures else []
    body += _section("Purpose", exercise.purpose)
    body += _section("Dosage", exercise.dosage)
    body += _bulleted("How", exercise.cues)
    body += _bulleted("Common mistakes", exercise.mistakes)
    if exercise.avoid_if:
        body.append(Warned("Take care", exercise.avoid_if))
    body += _section("Trains", listed(atlas, Kind.MUSCLE, exercise.primary))
    body += _section("Helping", listed(atlas, Kind.MUSCLE, exercise.secondary))
    body += _section("Recorded activity", exercise.emg_evidence)
    helped = listed(atlas, Kind.INJURY, atlas.injuries_helped_by(exercise.id))
    body += _section("People train it with", helped)
    sources = exercise.sources + exercise.dosage_sources
    return Printed(exercise.name, head, tuple(body), _foot(atlas, sources), 2)


def _section(name: str, *texts: str) -> Iterator[Block]:
    kept = [text for text in texts if text]
    if kept:
        yield Heading(name)
        yield from map(Text, kept)


def _bulleted(name: str, items: Iterable[str]) -> Iterator[Block]:
    kept = tuple(items)
    if kept:
        yield Heading(name)
        yield Bullets(kept)


def _figures(library: Library, ids: tuple[str, ...]) -> Iterator[Block]:
    pictures = body_pictures(library, ids)
    if pictures:
        yield Figures(pictures, FIGURE)


def _bodies(library: Library, exercise: Exercise) -> tuple[Picture, ...]:
    return body_pictures(library, exercise.primary, exercise.secondary, most=2)


def _stages(atlas: Atlas, structure: Structure) -> Iterator[str]:
    for id_, role in structure.stages.items():
        facts = english.in_stage(role.contraction, role.activity)
        name = atlas.stages[id_].short or atlas.stages[id_].name
        yield f"{name}: {facts}; {role.brief}" if role.brief else f"{name}: {facts}. {role.role}"


def _anatomy(structure: Structure) -> Iterator[str]:
    rows = (
        ("Origin", structure.origin),
        ("Insertion", structure.insertion),
        ("Nerve", structure.innervation),
        ("Actions", " ".join(structure.actions)),
    )
    yield from (f"{name}: {text}" for name, text in rows if text)


def _ranked(library: Library, focus: Entity) -> tuple[Ranked, ...]:
    found = rank(library.atlas, focus, library.stride(Gait.RUNNING, None))
    return found[:MOST_EXERCISES]


def _cards(library: Library, ranked: tuple[Ranked, ...], name: str) -> Iterator[Block]:
    if ranked:
        yield Heading(name)
    for each in ranked:
        exercise = library.atlas.exercises[each.exercise]
        yield Card(
            exercise_picture(library, exercise.id),
            exercise.name,
            exercise.dosage,
            english.capital(bare_reason(library.atlas, each.facts)),
            " ".join(exercise.cues),
            exercise.avoid_if,
        )


def _used(atlas: Atlas, ranked: tuple[Ranked, ...]) -> tuple[str, ...]:
    exercises = (atlas.exercises[each.exercise] for each in ranked)
    return tuple(id_ for each in exercises for id_ in each.sources + each.dosage_sources)


def _foot(atlas: Atlas, sources: Iterable[str]) -> tuple[Block, ...]:
    ids = [id_ for id_ in dict.fromkeys(sources) if id_ != CUSTOM]
    custom = [CUSTOM] if CUSTOM in set(sources) else []
    names = "; ".join(short_source(id_, atlas.sources.get(id_)) for id_ in (*ids, *custom))
    return Warned(*SAFETY), small(f"Sources: {names}."), small(CREDIT)
