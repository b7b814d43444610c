"""The panel's text of a structure, below its curve and stages."""

from html import escape

from anatomy_app.model.activation import Activation
from anatomy_app.model.anatomy import Basis, Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import Dataset
from anatomy_app.ui import words
from anatomy_app.ui.pages import (
    Page,
    Section,
    link,
    links,
    paragraph,
    rows,
    small,
    sources,
    train_link,
)
from anatomy_app.ui.words import translate


def structure_page(
    atlas: Atlas,
    structure: Structure,
    activity: Activation,
    *,
    figure_notes: tuple[str, ...] = (),
    length: Dataset | None = None,
) -> Page:
    """What the atlas says of a structure.

    `figure_notes` say how the drawn figure is known, `length` how its computed length is.
    """
    sections = (
        _train(atlas, structure),
        _injuries(atlas, structure),
        _anatomy(atlas, structure),
        _names(structure),
        _questions(atlas, structure),
        _how_we_know(atlas, structure, activity, figure_notes, length),
    )
    return Page(
        kicker=_kicker(atlas, structure),
        title=structure.name,
        subtitle=structure.latin,
        sections=tuple(section for section in sections if section.html or section.trained),
    )


def summaries(structure: Structure, *, running: bool = True) -> tuple[Section, Section]:
    """What it does in stance and in swing; beside another gait it is said to be of running."""
    stance, swing = translate("Pages", "Stance"), translate("Pages", "Swing")
    if not running:
        of_running = translate("Pages", "{0}, in distance running")
        stance, swing = of_running.format(stance), of_running.format(swing)
    return Section(stance, paragraph(structure.stance)), Section(swing, paragraph(structure.swing))


def _kicker(atlas: Atlas, structure: Structure) -> str:
    groups = [id_ for id_ in atlas.groups_of(structure.id) if id_ in atlas.structures]
    kind = words.structure_kind(structure.kind)
    if not groups:
        return escape(kind)
    return escape(kind) + " · " + links(atlas, Kind.MUSCLE, groups[:3])


def _train(atlas: Atlas, structure: Structure) -> Section:
    """The best exercises as cards, and the way to all of them in Train."""
    heading, count = (
        translate("Pages", "Train it"),
        sum(map(len, atlas.exercises_for(structure.id))),
    )
    if not count:
        return Section(heading, "")
    more = translate("Pages", "All {0}").format(count)
    to = train_link(Entity(Kind.MUSCLE, structure.id), more)
    return Section(heading, "", to, trained=structure.id)


def _injuries(atlas: Atlas, structure: Structure) -> Section:
    cards = []
    for id_ in atlas.injuries_for(structure.id)[:6]:
        injury = atlas.injuries[id_]
        cards.append(
            f'<p style="margin:0 0 8px 0">{link(Entity(Kind.INJURY, id_), injury.name)}'
            f"<br>{small(escape(injury.where))}</p>"
        )
    return Section(translate("Pages", "Pains and injuries"), "".join(cards))


def _anatomy(atlas: Atlas, structure: Structure) -> Section:
    nerve = structure.innervation
    if structure.nerve_roots and structure.nerve_roots not in nerve:
        nerve = f"{nerve} ({structure.nerve_roots})".strip()
    members = links(atlas, Kind.MUSCLE, (member.id for member in structure.members))
    return Section(
        translate("Pages", "Anatomy"),
        rows((
            (translate("Pages", "Members"), members),
            (translate("Pages", "Origin"), escape(structure.origin)),
            (translate("Pages", "Insertion"), escape(structure.insertion)),
            (translate("Pages", "Innervation"), escape(nerve)),
            (translate("Pages", "Actions"), "<br>".join(map(escape, structure.actions))),
            (translate("Pages", "Can it be felt?"), escape(structure.palpable)),
            (translate("Pages", "While no foot is down"), escape(structure.float_role)),
            (translate("Pages", "Good to know"), escape(structure.note)),
        )),
    )  # fmt: skip


def _names(structure: Structure) -> Section:
    names = structure.names
    return Section(
        translate("Pages", "Names"),
        rows((
            (translate("Pages", "Also called"), escape(", ".join(structure.synonyms))),
            (translate("Pages", "Latin"), escape(", ".join(names.la))),
            (translate("Pages", "German"), escape(", ".join(names.de[:2]))),
            (translate("Pages", "Spanish"), escape(", ".join(names.es[:2]))),
            (translate("Pages", "French"), escape(", ".join(names.fr[:2]))),
            (translate("Pages", "Italian"), escape(", ".join(names.it[:2]))),
            (translate("Pages", "Portuguese"), escape(", ".join(names.pt[:2]))),
        )),
    )  # fmt: skip


def _questions(atlas: Atlas, structure: Structure) -> Section:
    ids = atlas.questions_for(Entity(Kind.MUSCLE, structure.id))[:5]
    items = (link(Entity(Kind.FAQ, id_), atlas.questions[id_].question) for id_ in ids)
    html = "".join(f'<p style="margin:0 0 6px 0">{item}</p>' for item in items)
    return Section(translate("Pages", "Questions"), html)


def _how_we_know(
    atlas: Atlas,
    structure: Structure,
    activity: Activation,
    figure_notes: tuple[str, ...],
    length: Dataset | None,
) -> Section:
    known = {
        Basis.MEASURED: translate("Pages", "Measured"),
        Basis.SIMULATED: translate("Pages", "Simulated"),
        Basis.NONE: translate("Pages", "No data"),
    }[activity.kind]
    window = structure.window.basis
    told = (*structure.sources, *(length.sources if length else ()))
    return Section(
        translate("Pages", "How we know"),
        rows((
            (translate("Pages", "Curve: {0}").format(known), escape(activity.note)),
            (translate("Pages", "Stage by stage"), escape(window)),
            (translate("Pages", "Length"), escape(length.note) if length else ""),
            (translate("Pages", "Drawing and curve"), escape(structure.curves.note)),
            (translate("Pages", "The figure"), escape(" ".join(figure_notes))),
            (translate("Pages", "Sources"), sources(atlas, told)),
        )),
    )  # fmt: skip
