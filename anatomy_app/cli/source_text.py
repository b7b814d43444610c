"""Sources at the end of a page."""

from collections.abc import Iterable

from anatomy_app.cli.prose import Page
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.knowledge import Source


def add_sources(page: Page, atlas: Atlas, ids: Iterable[str]) -> None:
    """A section with each source once; nothing if there are none."""
    known = dict.fromkeys(ids)
    if known:
        page.section("Sources")
        page.table([(id_, cited(atlas.sources.get(id_))) for id_ in known])


def cited(source: Source | None) -> str:
    """A source in full: authors, year, title, where, DOI."""
    if source is None:
        return "not in the list of sources"
    year = f"({source.year})" if source.year else ""
    head = " ".join(part for part in (source.authors, year) if part)
    parts = (head, source.title, source.journal)
    sentences = (part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
    return " ".join([*sentences, source.doi]).strip()
