"""Reasons, doses and gaps of a plan in the language of the window."""

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.planning import Item, Plan, Role
from anatomy_app.model.reasons import Facts
from anatomy_app.ui.reason_sentences import ReasonSentences
from anatomy_app.ui.words import translate

SENTENCES = ReasonSentences(translate)


def reason(atlas: Atlas, facts: Facts, role: Role = Role.FOCUS) -> str:
    """The facts that match, and what is not known; `atlas` has the names as they are shown."""
    text = SENTENCES.reason(atlas, facts, role)
    return text[:1].upper() + text[1:]


def dose(item: Item) -> str:
    """Sets with repetitions, seconds or metres, or that the dosage must be read."""
    return SENTENCES.dose(item, translate("Reasons", "dosage as on its page"))


def gaps(atlas: Atlas, plan: Plan) -> tuple[str, ...]:
    """What a plan does not meet, and why: a sentence each, days together."""
    return SENTENCES.gaps(atlas, plan)


def day_name(plan: Plan, day: int) -> str:
    """The weekday of a session; a single one needs none."""
    return SENTENCES.day_name(plan, day)
