"""Entities: everything with an id that can be named, found, selected or linked."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of entity, spelled as in `muscle:soleus`."""

    MUSCLE = "muscle"
    STAGE = "stage"
    EXERCISE = "exercise"
    INJURY = "injury"
    CONTEXT = "context"
    FAQ = "faq"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A reference such as `muscle:soleus`; groups, tendons, fasciae are `muscle` entities too."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Entity":
        """Read `kind:id`; a ValueError with a sentence if the kind is unknown or the id empty."""
        kind, colon, name = text.strip().partition(":")
        if not colon or not name or kind not in tuple(Kind):
            kinds = ", ".join(Kind)
            raise ValueError(f"{text!r} is not kind:id, such as muscle:soleus; kinds are {kinds}")
        return cls(Kind(kind), name)
