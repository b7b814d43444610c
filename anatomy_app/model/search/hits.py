"""What a search returns: entities with the reason why each was found."""

from collections.abc import Iterator
from dataclasses import dataclass

from anatomy_app.model.entities import Entity
from anatomy_app.model.search.query import Query
from anatomy_app.model.search.terms import Reason
from anatomy_app.model.search.words import TOKEN, word

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Why:
    """Why an entity was found.

    `text` is the name or statement that matched, `detail` completes it (a language, a stage, the
    kind of exercise). `spans` are (start, end) of the matched letters in `text`. `nearly` is the
    word of `text` that the query misspells, or empty.
    """

    reason: Reason
    text: str
    detail: str = ""
    spans: tuple[Span, ...] = ()
    nearly: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: `score` is 0..1, `name_spans` are the matched letters of `name`."""

    entity: Entity
    name: str
    score: float
    why: Why
    name_spans: tuple[Span, ...] = ()


def spans(text: str, query: Query) -> tuple[Span, ...]:
    """Where the words of `text` stand that the query asks for."""
    return tuple(_matching(text, query.keys))


def misspelled(text: str, query: Query) -> str:
    """The first word of `text` that a misspelled word of the query stands for."""
    keys = frozenset(key for asked in query.asked if asked.slip for key, _ in asked.keys)
    return next((text[start:end] for start, end in _matching(text, keys)), "") if keys else ""


def _matching(text: str, keys: frozenset[str]) -> Iterator[Span]:
    for token in TOKEN.finditer(text):
        found = word(token.group())
        if not found.filler and not keys.isdisjoint(found.forms):
            yield token.span()
