"""Reasons, doses and gaps of a plan in English."""

from anatomy_app.cli import english
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.planning import Item, Plan, Role
from anatomy_app.model.reasons import Facts
from anatomy_app.ui.reason_sentences import ReasonSentences


def _as_written(_context: str, text: str) -> str:
    return text


SENTENCES = ReasonSentences(_as_written)


def reason(atlas: Atlas, facts: Facts, exercise: str, role: Role = Role.FOCUS) -> str:
    """The reason with the exercise's name in front, for where it stands alone."""
    return f"{atlas.exercises[exercise].name}: {bare_reason(atlas, facts, role)}"


def bare_reason(atlas: Atlas, facts: Facts, role: Role = Role.FOCUS) -> str:
    """Why an exercise is there: the facts that match, and what is not known."""
    return SENTENCES.reason(atlas, facts, role)


def dose(item: Item) -> str:
    """Sets, repetitions and rest in numbers, or that the dosage must be read."""
    rest = f", rest {item.rest_seconds} s" if item.sets > 1 else ""
    made = SENTENCES.dose(item, "dosage as below")
    return f"{made}{rest} ({english.number(item.minutes)} min)"


def gaps(atlas: Atlas, plan: Plan) -> tuple[str, ...]:
    """What a plan does not meet, and why: a sentence each, days together."""
    return SENTENCES.gaps(atlas, plan)


def session_name(plan: Plan, day: int) -> str:
    """The weekday of a session; a single one needs none."""
    return SENTENCES.day_name(plan, day)
