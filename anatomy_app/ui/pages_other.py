"""The panel's text of exercises, injuries, stages, settings of a run, questions and sources."""

from html import escape

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Context, Exercise, Injury, Level, Question, Source
from anatomy_app.model.stages import Stage
from anatomy_app.ui.pages import (
    Page,
    Section,
    bullets,
    exercise_cards,
    link,
    links,
    paragraph,
    rows,
    small,
    source_section,
    train_link,
)
from anatomy_app.ui.pages_setting import context_page
from anatomy_app.ui.words import translate


def page(atlas: Atlas, entity: Entity) -> Page | None:
    """The page of anything but a structure; None if there is no such entity."""
    match atlas.record(entity):
        case Exercise() as exercise:
            made = exercise_page(atlas, exercise)
        case Injury() as injury:
            made = injury_page(atlas, injury)
        case Stage() as stage:
            made = stage_page(atlas, stage)
        case Context() as context:
            made = context_page(atlas, context)
        case Question() as question:
            made = question_page(atlas, question)
        case Source() as source:
            made = source_page(source)
        case _:
            return None
    kept = tuple(section for section in made.sections if section.html)
    return Page(made.kicker, made.title, made.subtitle, kept)


def exercise_page(atlas: Atlas, exercise: Exercise) -> Page:
    """What an exercise trains, and how it is done."""
    level = {
        Level.BEGINNER: translate("Pages", "for beginners"),
        Level.INTERMEDIATE: translate("Pages", "intermediate"),
        Level.ADVANCED: translate("Pages", "advanced"),
    }[exercise.level]
    return Page(
        kicker=translate("Pages", "Exercise · {0}").format(level),
        title=exercise.name,
        subtitle=", ".join(exercise.synonyms),
        sections=(
            Section("", paragraph(exercise.purpose)),
            Section(
                translate("Pages", "Trains"),
                rows((
                    (translate("Pages", "Mainly"), links(atlas, Kind.MUSCLE, exercise.primary)),
                    (translate("Pages", "Helping"), links(atlas, Kind.MUSCLE, exercise.secondary)),
                )),
            ),
            Section(
                translate("Pages", "How much"),
                paragraph(exercise.dosage)
                + rows(((translate("Pages", "Equipment"), escape(exercise.equipment)),)),
            ),
            Section(translate("Pages", "How"), bullets(exercise.cues)),
            Section(translate("Pages", "Common mistakes"), bullets(exercise.mistakes)),
            Section(translate("Pages", "Take care"), paragraph(exercise.avoid_if), warning=True),
            Section(translate("Pages", "Recorded activity"), paragraph(exercise.emg_evidence)),
            Section(translate("Pages", "Good to know"), paragraph(exercise.note)),
            source_section(atlas, dict.fromkeys((*exercise.sources, *exercise.dosage_sources))),
        ),
    )  # fmt: skip


def injury_page(atlas: Atlas, injury: Injury) -> Page:
    """A complaint: the warning signs stand first."""
    care = translate("Pages", "This is education, not a diagnosis.")
    train = exercise_cards(atlas, injury.exercises)
    involved = (
        (translate("Pages", "Structures"), links(atlas, Kind.MUSCLE, injury.muscles)),
        (translate("Pages", "Often weak"), links(atlas, Kind.MUSCLE, injury.often_weak)),
        (translate("Pages", "Often tight"), links(atlas, Kind.MUSCLE, injury.often_tight)),
        (translate("Pages", "Loaded in"), links(atlas, Kind.STAGE, injury.stages)),
    )
    return Page(
        kicker=translate("Pages", "Pain or injury"),
        title=injury.name,
        subtitle=", ".join(injury.synonyms),
        sections=(
            Section(
                translate("Pages", "Warning signs"),
                paragraph(injury.red_flags) + small(escape(care)),
                warning=True,
            ),
            Section(translate("Pages", "Where it hurts"), paragraph(injury.where)),
            Section(translate("Pages", "What is involved"), rows(involved)),
            Section(translate("Pages", "How it comes about"), paragraph(injury.mechanism)),
            Section(translate("Pages", "How common"), paragraph(injury.incidence)),
            Section(translate("Pages", "What the evidence says"), paragraph(injury.evidence)),
            Section(
                translate("Pages", "What people train"),
                train,
                train_link(Entity(Kind.INJURY, injury.id), translate("Pages", "Train for this")),
            ),
            Section(translate("Pages", "Good to know"), paragraph(injury.note)),
            source_section(atlas, injury.sources),
        ),
    )  # fmt: skip


def stage_page(atlas: Atlas, stage: Stage) -> Page:
    """What happens in a stage of the stride."""
    joints = (
        (translate("Pages", "Foot"), stage.foot), (translate("Pages", "Knee"), stage.knee),
        (translate("Pages", "Hip"), stage.hip), (translate("Pages", "Trunk"), stage.trunk),
        (translate("Pages", "Arms"), stage.arms),
        (translate("Pages", "Other leg"), stage.opposite_leg),
        (translate("Pages", "Energy"), stage.energy),
    )  # fmt: skip
    figures = (
        (translate("Pages", "Easy running"), stage.figures_easy),
        (translate("Pages", "Fast running"), stage.figures_fast),
        (translate("Pages", "Sprinting"), stage.figures_sprint),
    )
    return Page(
        kicker=translate("Pages", "Stage of the stride"),
        title=stage.name,
        subtitle=", ".join(stage.synonyms),
        sections=(
            Section("", paragraph(stage.definition)),
            Section(
                translate("Pages", "Main muscles"), links(atlas, Kind.MUSCLE, stage.main_muscles)
            ),
            Section(translate("Pages", "What moves"), rows((t, escape(x)) for t, x in joints)),
            Section(translate("Pages", "Figures"), rows((t, escape(x)) for t, x in figures)),
            Section(translate("Pages", "Often said wrongly"), paragraph(stage.correction)),
            source_section(atlas, stage.sources),
        ),
    )


def question_page(atlas: Atlas, question: Question) -> Page:
    """A question with the answer that the evidence supports."""
    related = []
    for text in question.related:
        entity = Entity.parse(text)
        related.append(link(entity, atlas.name(entity)))
    return Page(
        kicker=translate("Pages", "Question"),
        title=question.question,
        subtitle="",
        sections=(
            Section("", paragraph(question.answer)),
            Section(translate("Pages", "Often said wrongly"), paragraph(question.correction)),
            Section(translate("Pages", "See also"), ", ".join(related)),
            source_section(atlas, question.sources),
        ),
    )


def source_page(source: Source) -> Page:
    """A reference, and how far it was seen."""
    seen = {
        "yes": translate("Pages", "Title, authors and year were checked in public material."),
        "partly": translate("Pages", "Seen only in a reference list, or without authors or title."),
        "no": translate("Pages", "Not seen: nothing in the atlas rests on it alone."),
    }.get(source.verified, "")
    reference = ". ".join(t for t in (source.authors, source.title, source.journal) if t)
    return Page(
        kicker=translate("Pages", "Source"),
        title=source.title,
        subtitle=source.year,
        sections=(
            Section(translate("Pages", "Reference"), paragraph(f"{reference} ({source.year}).")),
            Section(translate("Pages", "Identifier"), paragraph(source.doi)),
            Section(translate("Pages", "How far checked"), paragraph(seen)),
            Section(translate("Pages", "Remark"), paragraph(source.note)),
        ),
    )
