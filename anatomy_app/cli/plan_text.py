"""A plan for a terminal, a text file and a Markdown file."""

from collections.abc import Iterator

from anatomy_app.cli.prose import Page
from anatomy_app.paint.page_words import ItemWords, PlanWords, unique_items


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
        for line in _lines(item):
            page.paragraph(line)
    page.section(words.safety[0])
    page.paragraph(words.safety[1])
    page.section(words.sources_title)
    page.bullets(words.citations)
    page.section(words.credit)
    return page.text()


def plan_markdown(words: PlanWords) -> str:
    """The same as Markdown."""
    return "\n".join(_markdown(words)) + "\n"


def _markdown(words: PlanWords) -> Iterator[str]:
    yield from (f"# {words.title}", "", words.subtitle, "")
    for name, text in words.warnings:
        yield from (f"> **{name}.** {text}", "")
    if words.notes:
        yield from (f"## {words.notes_title}", "", *(f"- {each}" for each in words.notes), "")
    for day in words.days:
        yield from (f"## {day.name}", "", *(f"- [ ] {each}" for each in day.lines), "")
    for item in unique_items(words):
        yield f"### {item.name}"
        for line in _lines(item):
            yield from ("", line)
        yield ""
    yield from (f"> **{words.safety[0]}.** {words.safety[1]}", "")
    yield from (f"## {words.sources_title}", "", *(f"- {each}" for each in words.citations), "")
    yield words.credit


def _lines(item: ItemWords) -> Iterator[str]:
    yield from filter(None, (item.dose, item.reason, item.cues, item.care, item.dosage))
