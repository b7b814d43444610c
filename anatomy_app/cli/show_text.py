"""All that is known of one entity as a page; muscles have a module of their own."""

from collections.abc import Iterable

from anatomy_app.cli import english
from anatomy_app.cli.prose import Page
from anatomy_app.cli.source_text import add_sources
from anatomy_app.cli.structure_text import add_structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import GaitTables
from anatomy_app.model.knowledge import Context, Effect, Exercise, Injury, Question, Source
from anatomy_app.model.stages import Stage

NOT_A_DIAGNOSIS = "This is education, not a diagnosis."


def entity_page(atlas: Atlas, tables: GaitTables, entity: Entity) -> str:
    """The page of an entity that the atlas has."""
    page = Page()
    if entity.kind is Kind.MUSCLE:
        add_structure(page, atlas, tables, atlas.structures[entity.id])
    else:
        _add_knowledge(page, atlas, entity)
    return page.text()


def _add_knowledge(page: Page, atlas: Atlas, entity: Entity) -> None:
    match atlas.record(entity):
        case Exercise() as exercise:
            _exercise(page, atlas, exercise)
        case Injury() as injury:
            _injury(page, atlas, injury)
        case Stage() as stage:
            _stage(page, atlas, stage)
        case Context() as context:
            _context(page, atlas, context)
        case Question() as question:
            _question(page, atlas, question)
        case Source() as source:
            _source(page, source)


def listed(atlas: Atlas, kind: Kind, ids: Iterable[str]) -> str:
    """Names of entities; some hold commas, so semicolons stand between."""
    return "; ".join(atlas.name(Entity(kind, id_)) for id_ in ids)


def _exercise(page: Page, atlas: Atlas, exercise: Exercise) -> None:
    kind = english.plain(exercise.kind)
    page.title(exercise.name, f"exercise:{exercise.id}, {kind}, {exercise.level}")
    page.section("What and how")
    page.fields((
        ("Also called", ", ".join(exercise.synonyms)),
        ("Purpose", exercise.purpose),
        ("Trains", listed(atlas, Kind.MUSCLE, exercise.primary)),
        ("Helping", listed(atlas, Kind.MUSCLE, exercise.secondary)),
        ("Equipment", exercise.equipment),
        ("Dosage", exercise.dosage),
        ("Leave it out", exercise.avoid_if),
        ("EMG evidence", exercise.emg_evidence),
        ("Helps with", listed(atlas, Kind.INJURY, atlas.injuries_helped_by(exercise.id))),
        ("Note", exercise.note),
    ))  # fmt: skip
    for name, items in (("Cues", exercise.cues), ("Mistakes", exercise.mistakes)):
        if items:
            page.section(name)
            page.bullets(items)
    add_sources(page, atlas, exercise.sources + exercise.dosage_sources)


def _injury(page: Page, atlas: Atlas, injury: Injury) -> None:
    page.title(injury.name, f"injury:{injury.id}. {NOT_A_DIAGNOSIS}")
    page.section("Warning signs")
    page.paragraph(injury.red_flags)
    page.section("What is known")
    page.fields((
        ("Also called", ", ".join(injury.synonyms)),
        ("Where", injury.where),
        ("Mechanism", injury.mechanism),
        ("Evidence", injury.evidence),
        ("Incidence", injury.incidence),
        ("Muscles", listed(atlas, Kind.MUSCLE, injury.muscles)),
        ("Often weak", listed(atlas, Kind.MUSCLE, injury.often_weak)),
        ("Often tight", listed(atlas, Kind.MUSCLE, injury.often_tight)),
        ("Stages", listed(atlas, Kind.STAGE, injury.stages)),
        ("Exercises", listed(atlas, Kind.EXERCISE, injury.exercises)),
        ("Note", injury.note),
    ))  # fmt: skip
    _questions(page, atlas, Entity(Kind.INJURY, injury.id))
    add_sources(page, atlas, injury.sources)


def _stage(page: Page, atlas: Atlas, stage: Stage) -> None:
    page.title(stage.name, f"stage:{stage.id}, {stage.kind}")
    page.paragraph(stage.definition, indent=0)
    page.section("When (percent of the stride)")
    paces = (("Easy", stage.easy), ("Fast", stage.fast), ("Sprint", stage.sprint))
    page.fields([
        *((name, f"{span[0]:g} to {span[1]:g} %") for name, span in paces),
        ("Basis", stage.boundary_basis),
    ])  # fmt: skip
    page.section("The body")
    page.fields((
        ("Foot", stage.foot), ("Knee", stage.knee), ("Hip", stage.hip), ("Trunk", stage.trunk),
        ("Arms", stage.arms), ("Other leg", stage.opposite_leg), ("Energy", stage.energy),
        ("Main muscles", listed(atlas, Kind.MUSCLE, stage.main_muscles)),
        ("Figures, easy", stage.figures_easy), ("Figures, fast", stage.figures_fast),
        ("Figures, sprint", stage.figures_sprint), ("Often misread", stage.correction),
    ))  # fmt: skip
    _questions(page, atlas, Entity(Kind.STAGE, stage.id))
    add_sources(page, atlas, stage.sources)


def _context(page: Page, atlas: Atlas, context: Context) -> None:
    page.title(context.name, f"context:{context.id}")
    page.fields([("Also called", ", ".join(context.synonyms))])
    for effect in context.effects:
        page.section(f"{_target(atlas, effect)}: {english.plain(effect.direction)}")
        page.paragraph(effect.size)
        page.paragraph(effect.detail)
        page.fields([("Evidence", effect.evidence), ("Sources", ", ".join(effect.sources))])
    _questions(page, atlas, Entity(Kind.CONTEXT, context.id))
    add_sources(page, atlas, (each for effect in context.effects for each in effect.sources))


def _target(atlas: Atlas, effect: Effect) -> str:
    known = atlas.structures.get(effect.target)
    return known.name if known else english.capital(english.plain(effect.target))


def _question(page: Page, atlas: Atlas, question: Question) -> None:
    page.title(question.question, f"faq:{question.id}")
    page.section("Answer")
    page.paragraph(question.answer)
    if question.correction:
        page.section("What popular articles get wrong")
        page.paragraph(question.correction)
    if question.related:
        page.section("About")
        page.table([(each, atlas.name(Entity.parse(each))) for each in question.related])
    add_sources(page, atlas, question.sources)


def _source(page: Page, source: Source) -> None:
    page.title(source.title, f"source:{source.id}")
    page.fields((
        ("Authors", source.authors),
        ("Year", source.year),
        ("Published in", source.journal),
        ("DOI", source.doi),
        ("Verified", source.verified),
        ("Note", source.note),
        ("Seen at", source.seen_at),
    ))  # fmt: skip


def _questions(page: Page, atlas: Atlas, entity: Entity) -> None:
    ids = atlas.questions_for(entity)
    if ids:
        page.section("Questions")
        page.table([(f"faq:{id_}", atlas.questions[id_].question) for id_ in ids])
