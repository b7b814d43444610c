"""A plan for a terminal and a text file."""

from anatomy_app.cli.prose import Page
from anatomy_app.paint.page_words import PlanWords, unique_items


def plan_text(words: PlanWords, width: int | None = None) -> str:
    """Plain text: warnings first, the sessions, each exercise once, the safety line, sources."""
    page = Page(width)
    page.title(words.title, words.subtitle)
    for name, text in words.warnings:
        page.section(name)
        page.paragraph(text)
    if words.notes:
        page.section(words.notes_title)
        page.bullets(words.notes)
    for day in words.days:
        page.section(day.name)
        page.bullets(day.lines)
    for item in unique_items(words):
        page.section(item.name)
        for line in item.lines:
            page.paragraph(line)
    page.section(words.safety[0])
    page.paragraph(words.safety[1])
    page.section(words.sources_title)
    page.bullets(words.citations)
    page.section(words.credit)
    return page.text()
