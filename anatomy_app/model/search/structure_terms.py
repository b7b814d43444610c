"""The terms of structures: names in six languages, and every statement on what they do."""

import re
from collections.abc import Iterable, Iterator

from anatomy_app.model.anatomy import Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.search.tables import REMARKS
from anatomy_app.model.search.terms import Reason, Term

_CLAUSES = re.compile(r"[,;]\s*(?![^()]*\))")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_ROOTS = re.compile(r"\b([A-Z])(\d+)(?:-([A-Z])(\d+))?")
_SPINE = {"C": 8, "T": 12, "L": 5, "S": 5}


def sentences(text: str) -> list[str]:
    """The text in sentences and half sentences, without the closing stop."""
    return [part.strip(" .;") for part in re.split(r"[;.](?:\s|$)", text) if part.strip(" .;")]


def plain(text: str) -> str:
    """The text without parentheses."""
    return _PARENTHESES.sub("", text)


def name_forms(name: str) -> Iterator[str]:
    """The name, and if it has one the part before and the part within its parentheses."""
    yield name
    inside = re.search(r"\(([^()]*)\)", name)
    if inside:
        yield plain(name).strip()
        if not (set(inside[1].split()) & REMARKS or "," in inside[1] or "+" in inside[1]):
            yield inside[1]


def numbered(
    entity: Entity, reason: Reason, texts: Iterable[str], detail: str = "", extra: str = ""
) -> Iterator[Term]:
    """One term for each text, the first counting most."""
    for rank, text in enumerate(texts):
        yield Term(entity, reason, text, detail, extra, rank)


def named(entity: Entity, name: str, id_: str, extra: str = "") -> Iterator[Term]:
    """The name in all its forms, and the id."""
    for form in name_forms(name):
        yield Term(entity, Reason.NAME, form, extra=extra)
    yield Term(entity, Reason.NAME, id_, extra=extra, rank=2)


def structure_terms(structure: Structure, atlas: Atlas) -> Iterator[Term]:
    """All terms of one structure but its lay names."""
    entity = Entity(Kind.MUSCLE, structure.id)
    yield from _names(entity, structure)
    about = " ".join((plain(structure.name), *structure.synonyms[:3]))
    yield from _anatomy(entity, structure, about)
    yield from _running(entity, structure, atlas, about)


def _names(entity: Entity, structure: Structure) -> Iterator[Term]:
    yield from named(entity, structure.name, structure.id)
    yield from numbered(entity, Reason.LATIN, dict.fromkeys((structure.latin, *structure.names.la)))
    yield from numbered(entity, Reason.SYNONYM, structure.synonyms)
    for language in ("de", "es", "fr", "it", "pt"):
        names: tuple[str, ...] = getattr(structure.names, language)
        yield from numbered(entity, Reason.LANGUAGE, names, language)
    parts = plain(structure.name).split()
    if len(parts) > 2 and all(part.isalpha() for part in parts):
        yield Term(entity, Reason.INITIALS, "".join(part[0] for part in parts).upper())


def _anatomy(entity: Entity, structure: Structure, about: str) -> Iterator[Term]:
    yield from _actions(entity, structure)
    yield from numbered(
        entity, Reason.NERVE, _nerves(structure.innervation), extra=f"innervated {about}"
    )
    if structure.nerve_roots:
        roots = " ".join(_spread(structure.nerve_roots))
        text = structure.nerve_roots
        yield Term(entity, Reason.NERVE_ROOT, text, extra=f"nerve root {roots} {about}")
    yield from numbered(
        entity, Reason.ORIGIN, sentences(structure.origin), extra=f"origin attaches {about}"
    )
    ends = sentences(structure.insertion)
    yield from numbered(entity, Reason.INSERTION, ends, extra=f"insertion attaches {about}")


def _running(entity: Entity, structure: Structure, atlas: Atlas, about: str) -> Iterator[Term]:
    for id_, role in structure.stages.items():
        stage = atlas.stages.get(id_)
        if stage and (role.role or role.contraction):
            work = "peak strong" if role.activity == 3 else ""
            extra = " ".join((stage.name, *stage.synonyms, work, about))
            idle = 3 * (3 - (role.activity or 0))
            text = f"{role.contraction}: {role.role}" if role.contraction else role.role
            yield Term(entity, Reason.STAGE, text, plain(stage.name), extra, idle)
    yield from numbered(entity, Reason.NOTE, sentences(structure.note), extra=about)
    yield from numbered(
        entity, Reason.SUMMARY, sentences(structure.stance), extra=f"stance {about}"
    )
    yield from numbered(entity, Reason.SUMMARY, sentences(structure.swing), extra=f"swing {about}")


def _actions(entity: Entity, structure: Structure) -> Iterator[Term]:
    """`Hip: flexion, abduction` as `Hip: flexion` and `Hip: abduction`.

    What a group does by some members only ("flexion (gastrocnemius only)") counts less.
    """
    members = {part for member in structure.members for part in member.id.split("_")}
    for rank, action in enumerate(structure.actions):
        joint, colon, moves = action.strip(" .").partition(":")
        for clause in _CLAUSES.split(moves) if colon else (joint,):
            for move in plain(clause).split(" and ") if colon else (plain(clause),):
                text = f"{joint}: {move.strip()}" if colon else move
                some = members.intersection(re.findall(r"\w+", clause.replace(plain(clause), "")))
                yield Term(entity, Reason.ACTION, text, rank=rank + 4 * bool(some))
    if len(structure.actions) > 1:
        yield Term(entity, Reason.ACTION, plain(" ".join(structure.actions)), rank=5)


def _nerves(innervation: str) -> list[str]:
    """The nerves without their roots, which stand in a field of their own."""
    return sentences(re.sub(r"\s*\([A-Z]\d[^()]*\)", "", innervation))


def _spread(roots: str) -> Iterator[str]:
    """Every segment of `L4-S2`: L4, L5, S1, S2."""
    order = [f"{part}{n}" for part, most in _SPINE.items() for n in range(1, most + 1)]
    for part, first, to, last in _ROOTS.findall(roots):
        start, end = f"{part}{first}", f"{to or part}{last or first}"
        if start in order and end in order:
            yield from order[order.index(start) : order.index(end) + 1]
