"""What a printed plan says, in words that somebody chose: no Qt, so that text needs none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemWords:
    """An exercise of a plan in words; `dosage` is the whole text of the atlas."""

    exercise: str
    name: str
    dose: str
    reason: str
    cues: str
    care: str
    dosage: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What is said below the name, from dose to dosage."""
        said = (self.dose, self.reason, self.cues, self.care, self.dosage)
        return tuple(filter(None, said))


@dataclass(frozen=True, slots=True)
class DayWords:
    """A session in words: what it is called, and an exercise with its dose to a line."""

    name: str
    lines: tuple[str, ...]
    items: tuple[ItemWords, ...]


@dataclass(frozen=True, slots=True)
class PlanWords:
    """All that is said of a plan.

    `warnings` are (title, text) pairs that must be read first, `notes` what the plan does not
    meet, `sources` short names, `citations` the same in full.
    """

    title: str
    subtitle: str
    warnings: tuple[tuple[str, str], ...]
    safety: tuple[str, str]
    notes_title: str
    notes: tuple[str, ...]
    days: tuple[DayWords, ...]
    sources_title: str
    sources: tuple[str, ...]
    citations: tuple[str, ...]
    credit: str


def unique_items(words: PlanWords) -> tuple[ItemWords, ...]:
    """Each exercise once, in the order in which the week brings it."""
    found = {item.exercise: item for day in reversed(words.days) for item in reversed(day.items)}
    order = dict.fromkeys(item.exercise for day in words.days for item in day.items)
    return tuple(found[id_] for id_ in order)
