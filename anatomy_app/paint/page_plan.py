"""A training plan as a printed page: from words that somebody chose to blocks."""

from collections.abc import Callable

from anatomy_app.paint.page import Printed
from anatomy_app.paint.page_blocks import (
    Block,
    Bullets,
    Card,
    Heading,
    Picture,
    Text,
    Warned,
    small,
    subtitle,
    title,
)
from anatomy_app.paint.page_words import DayWords, ItemWords, PlanWords, unique_items
from anatomy_app.paint.press import QUIET


def plan_page(words: PlanWords, picture: Callable[[str], Picture | None]) -> Printed:
    """One page: warnings first, the week, each exercise once, the safety line, sources."""
    head: list[Block] = [title(words.title), subtitle(words.subtitle)]
    head += [Warned(*each) for each in words.warnings]
    if len(words.days) > 1:
        head += [Text(_summary(day), after=2) for day in words.days]
    if words.notes:
        head += [Heading(words.notes_title), Bullets(words.notes, QUIET)]
    foot: list[Block] = [Warned(*words.safety)]
    foot += [small(f"{words.sources_title}: {'; '.join(words.sources)}.")] if words.sources else []
    cards = tuple(_card(each, picture) for each in unique_items(words))
    return Printed(words.title, tuple(head), cards, (*foot, small(words.credit)))


def _summary(day: DayWords) -> str:
    """A day of a week in a line: the doses stand with the exercises."""
    return f"{day.name}: {'; '.join(item.name for item in day.items)}"


def _card(item: ItemWords, picture: Callable[[str], Picture | None]) -> Card:
    return Card(
        picture(item.exercise), item.name, item.dose, item.reason, item.cues, item.care, item.dosage
    )
