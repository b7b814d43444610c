"""Finds the entity that somebody named, or says what is near."""

import difflib
from collections.abc import Iterable, Mapping

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind

_LONGEST = 80
_LIKENESS = 0.6

LISTS: Mapping[str, Kind] = {
    "muscles": Kind.MUSCLE,
    "exercises": Kind.EXERCISE,
    "injuries": Kind.INJURY,
    "stages": Kind.STAGE,
    "contexts": Kind.CONTEXT,
    "faq": Kind.FAQ,
    "sources": Kind.SOURCE,
}
"""The words for whole lists, with the kind that each of them lists."""


class UnknownEntity(LookupError):  # noqa: N818  (it says what was asked for)
    """Nothing of that name; its text is a sentence that says what is near."""


def entity(text: str, atlas: Atlas) -> Entity:
    """The entity that `kind:id` names; an UnknownEntity with a sentence if there is none."""
    word, colon, name = text.strip().partition(":")
    if not colon or not name:
        raise UnknownEntity(f"{_shown(text)} is not kind:id{_whole_entity(name or word, atlas)}")
    if word not in tuple(Kind):
        near = _near(word, Kind) or f"the kinds are {', '.join(Kind)}"
        raise UnknownEntity(f"no kind {_shown(word)}; {near}")
    found = Entity(Kind(word), name)
    if atlas.record(found) is None:
        raise UnknownEntity(f"no {word} {_shown(name)}; {_remedy(found, atlas)}")
    return found


def _shown(text: str) -> str:
    """Text in quotation marks, cut short if it is endless."""
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "...")


def _whole_entity(name: str, atlas: Atlas) -> str:
    """For a bare id: the entities that it may stand for."""
    for one in atlas.entities():
        if one.id == name.lower().replace(" ", "_"):
            return f"; did you mean {one}?"
    return ", such as muscle:soleus"


def _remedy(wanted: Entity, atlas: Atlas) -> str:
    ids = {one.id: one.id for one in atlas.entities() if one.kind is wanted.kind}
    names = {atlas.name(Entity(wanted.kind, id_)).lower(): id_ for id_ in ids}
    close = _closest(wanted.id, {**names, **ids})
    if close:
        return f"did you mean {close}?"
    plural = next(word for word, kind in LISTS.items() if kind is wanted.kind)
    return f"'anatomy-app list {plural}' names them all"


def _near(word: str, known: Iterable[str]) -> str:
    close = _closest(word, {one: one for one in known})
    return f"did you mean {close}?" if close else ""


def _closest(word: str, known: Mapping[str, str]) -> str:
    """The value whose key is most like the word; empty if none is like it."""
    if len(word) > _LONGEST:
        return ""
    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=_LIKENESS)
    return known[near[0]] if near else ""
