"""Terms: the texts under which an entity can be found, and why each would match."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from anatomy_app.model.entities import Entity
from anatomy_app.model.search.words import normal, words


class Reason(StrEnum):
    """Why an entity was found."""

    NAME = "name"
    LATIN = "latin"
    LAY = "lay"
    SYNONYM = "synonym"
    INITIALS = "initials"
    LANGUAGE = "language"
    QUESTION = "question"
    MEMBER = "member"
    ACTION = "action"
    NERVE = "nerve"
    NERVE_ROOT = "nerve_root"
    ORIGIN = "origin"
    INSERTION = "insertion"
    STAGE = "stage"
    NOTE = "note"
    SUMMARY = "summary"
    DEFINITION = "definition"
    SYMPTOM = "symptom"
    WARNING = "warning"
    MECHANISM = "mechanism"
    TIGHT = "tight"
    WEAK = "weak"
    INVOLVES = "involves"
    TRAINS = "trains"
    PURPOSE = "purpose"
    EFFECT = "effect"
    ANSWER = "answer"
    ABOUT = "about"
    AUTHOR = "author"


# How much a term of each reason counts, 0..1. The first block are names: they are compared whole
# (the same, begins with, a word begins with); the others are sentences: what counts is how much of
# the query they hold. Lay words win over synonyms because synonyms give group words to members.
WEIGHTS = {
    Reason.NAME: 1.0,
    Reason.LATIN: 0.99,
    Reason.LAY: 0.97,
    Reason.SYNONYM: 0.94,
    Reason.INITIALS: 0.91,
    Reason.LANGUAGE: 0.92,
    Reason.QUESTION: 0.9,
    Reason.MEMBER: 0.7,
    Reason.ACTION: 0.86,
    Reason.NERVE: 0.84,
    Reason.NERVE_ROOT: 0.8,
    Reason.DEFINITION: 0.78,
    Reason.ORIGIN: 0.76,
    Reason.INSERTION: 0.77,
    Reason.SYMPTOM: 0.76,
    Reason.NOTE: 0.7,
    Reason.STAGE: 0.68,
    Reason.WARNING: 0.66,
    Reason.AUTHOR: 0.66,
    Reason.TRAINS: 0.64,
    Reason.TIGHT: 0.62,
    Reason.SUMMARY: 0.6,
    Reason.WEAK: 0.6,
    Reason.PURPOSE: 0.58,
    Reason.MECHANISM: 0.56,
    Reason.INVOLVES: 0.5,
    Reason.EFFECT: 0.5,
    Reason.ANSWER: 0.5,
    Reason.ABOUT: 0.48,
}
NAMES = frozenset(
    (
        Reason.NAME,
        Reason.LATIN,
        Reason.LAY,
        Reason.SYNONYM,
        Reason.INITIALS,
        Reason.LANGUAGE,
        Reason.QUESTION,
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """One text that finds `entity`.

    `text` is shown, `detail` completes the reason (a language, a stage). `extra` holds words that
    count as if they stood in the text. `rank` orders equals: 0 is the entity's first such term.
    """

    entity: Entity
    reason: Reason
    text: str
    detail: str = ""
    extra: str = ""
    rank: int = 0

    @property
    def is_name(self) -> bool:
        """Whether the text is compared whole, as a name."""
        return self.reason in NAMES

    @property
    def weight(self) -> float:
        """What the term counts, 0..1; a later one of the same reason a little less."""
        return WEIGHTS[self.reason] * (1 - 0.012 * min(self.rank, 9))


@dataclass(frozen=True, slots=True)
class Filed:
    """A term as the index keeps it: with the text to compare and its length in words."""

    term: Term
    normal: str
    size: int


def filed(term: Term) -> tuple[Filed, dict[str, None]]:
    """A term with its text folded, and the keys under which it is found, in a fixed order."""
    found = words(term.text)
    text = normal(found)
    keys = dict.fromkeys(form for w in found if not w.filler for form in w.forms)
    keys.update(_extra(term.extra))
    if term.is_name:
        keys.update(dict.fromkeys(_joined(text)))
    return Filed(term, text, text.count(" ") + 1), keys


@lru_cache(maxsize=256)
def _extra(text: str) -> dict[str, None]:
    """The keys of added words; the same words are added to many terms."""
    return dict.fromkeys(form for w in words(text) if not w.filler for form in w.forms)


def _joined(text: str) -> Iterator[str]:
    """Neighbouring words written as one: `stepup`, `birddog`."""
    parts = text.split()
    for left, right in pairwise(parts):
        yield left + right
