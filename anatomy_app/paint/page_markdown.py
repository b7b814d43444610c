"""The words of a plan as Markdown, for a file that any program opens."""

from collections.abc import Iterator

from anatomy_app.paint.page_words import PlanWords, unique_items


def plan_markdown(words: PlanWords) -> str:
    """The whole page without its pictures."""
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
        for line in item.lines:
            yield from ("", line)
        yield ""
    sources = words.citations or words.sources
    yield from (f"> **{words.safety[0]}.** {words.safety[1]}", "")
    yield from (f"## {words.sources_title}", "", *(f"- {each}" for each in sources), "")
    yield words.credit
