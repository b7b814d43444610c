"""All that is known of a muscle, group, tendon, fascia or tissue as a page."""

from collections.abc import Iterable, Iterator

from anatomy_app.cli import english
from anatomy_app.cli.prose import Page
from anatomy_app.cli.source_text import add_sources
from anatomy_app.model.activation import activations
from anatomy_app.model.anatomy import Basis, Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import Gait, GaitTables
from anatomy_app.model.stages import StageKind
from anatomy_app.model.strides import stride_at


def add_structure(page: Page, atlas: Atlas, tables: GaitTables, structure: Structure) -> None:
    """What it does first, then anatomy, then what to do about it, then sources."""
    kind = english.STRUCTURE_KINDS[structure.kind]
    depth = f", {structure.depth}" if structure.depth else ""
    latin = f" ({structure.latin})" if structure.latin else ""
    page.title(structure.name + latin, f"muscle:{structure.id}, {kind}{depth}")
    for period, summary in (("stance", structure.stance), ("swing", structure.swing)):
        page.section(f"In {period}")
        page.paragraph(summary)
        page.table(list(_stages(atlas, structure, period)))
    if structure.float_role:
        page.section("In float (neither foot down)")
        page.paragraph(structure.float_role)
    page.section("Activity over the stride")
    page.fields(_activity(structure, tables, gait) for gait in tables.strides)
    page.section("Anatomy")
    page.fields(_anatomy(atlas, structure))
    for name, kind_of, ids in _links(atlas, structure):
        if ids:
            page.section(name)
            rows = ((f"{kind_of}:{id_}", atlas.name(Entity(kind_of, id_))) for id_ in ids)
            page.table(list(rows))
    add_sources(page, atlas, structure.sources)


def _stages(atlas: Atlas, structure: Structure, period: str) -> Iterator[tuple[str, str, str]]:
    """Stage, contraction and activity, what it does there."""
    for stage in atlas.stages.values():
        if stage.kind is not StageKind.STAGE or stage.parent != period:
            continue
        role = structure.stages.get(stage.id)
        if role is None:
            yield stage.short or stage.name, english.NO_DATA, english.NO_DATA
            continue
        facts = english.in_stage(role.contraction, role.activity)
        yield stage.short or stage.name, facts, role.role


def _activity(structure: Structure, tables: GaitTables, gait: Gait) -> tuple[str, str]:
    stride = stride_at(tables, gait)
    known = activations({structure.id: structure}, tables, stride).by_id[structure.id]
    at = english.metres_per_second(stride.speed)
    if known.kind is Basis.NONE:
        return english.capital(gait), known.note or english.capital(english.NO_DATA)
    people = "one person" if known.n == 1 else f"{known.n} people"
    facts = f"{english.BASES[known.kind]}, {people}, peak at {known.peak} % of the stride at {at}"
    return english.capital(gait), f"{english.capital(facts)}. {known.note}"


def _anatomy(atlas: Atlas, structure: Structure) -> Iterable[tuple[str, str]]:
    return (
        ("Also called", ", ".join(structure.synonyms)),
        ("Origin", structure.origin),
        ("Insertion", structure.insertion),
        ("Innervation", structure.innervation),
        ("Nerve roots", structure.nerve_roots),
        ("Actions", " ".join(structure.actions)),
        ("To feel", structure.palpable),
        ("Members", _names(atlas, atlas.members(structure.id))),
        ("Part of", _names(atlas, atlas.groups_of(structure.id))),
        ("Note", structure.note),
    )


def _names(atlas: Atlas, ids: Iterable[str]) -> str:
    return "; ".join(atlas.structures[id_].name for id_ in ids)


def _links(atlas: Atlas, structure: Structure) -> Iterator[tuple[str, Kind, tuple[str, ...]]]:
    """Headings with the entities under them."""
    main, helping = atlas.exercises_for(structure.id)
    yield "Exercises that train it", Kind.EXERCISE, main
    yield "Exercises in which it helps", Kind.EXERCISE, helping
    yield "Injuries", Kind.INJURY, atlas.injuries_for(structure.id)
    yield "Settings that change its work", Kind.CONTEXT, atlas.contexts_for(structure.id)
    here = Entity(Kind.MUSCLE, structure.id)
    yield "Questions", Kind.FAQ, atlas.questions_for(here)
