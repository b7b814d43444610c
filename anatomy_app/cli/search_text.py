"""Search hits as a page for a reader."""

from collections.abc import Sequence

from anatomy_app.cli.prose import Page
from anatomy_app.model.search.hits import Hit
from anatomy_app.ui.search_words import why_text

LONGEST = 60  # letters of a query that are repeated to the reader


def shortened(query: str) -> str:
    """A query as it is repeated."""
    return query if len(query) <= LONGEST else f"{query[:LONGEST]}…"


def hits_page(query: str, hits: Sequence[Hit], nearest: Sequence[str]) -> str:
    """The hits for a reader, the best first."""
    page = Page()
    if not hits:
        page.paragraph(f"Nothing for {shortened(query)!r}.", indent=0)
        if nearest:
            page.paragraph(f"Near: {', '.join(nearest)}.", indent=0)
        return page.text()
    for hit in hits:
        page.title(f"{hit.name}  ({hit.entity}, {hit.score:.2f})")
        page.paragraph(f"{why_text(hit)}.")
    return page.text()
