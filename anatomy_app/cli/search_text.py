"""Why a search hit matched, in a phrase; and the hits as a page."""

from collections.abc import Sequence

from anatomy_app.cli.prose import Page
from anatomy_app.model.search.hits import Hit, Why
from anatomy_app.model.search.terms import Reason

LANGUAGES = {
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "la": "Latin",
    "pt": "Portuguese",
}
PHRASES = {
    Reason.NAME: "name: {text}",
    Reason.LATIN: "Latin name: {text}",
    Reason.LAY: "everyday word: {text}",
    Reason.SYNONYM: "also called: {text}",
    Reason.INITIALS: "initials: {text}",
    Reason.LANGUAGE: "{detail} name: {text}",
    Reason.MEMBER: "part of: {text}",
    Reason.ACTION: "action: {text}",
    Reason.NERVE: "nerve: {text}",
    Reason.NERVE_ROOT: "nerve roots: {text}",
    Reason.ORIGIN: "origin: {text}",
    Reason.INSERTION: "insertion: {text}",
    Reason.STAGE: "in {detail}: {text}",
    Reason.NOTE: "note: {text}",
    Reason.SUMMARY: "what it does: {text}",
    Reason.DEFINITION: "definition: {text}",
    Reason.SYMPTOM: "where it hurts: {text}",
    Reason.WARNING: "warning sign: {text}",
    Reason.MECHANISM: "mechanism: {text}",
    Reason.TIGHT: "often tight: {text}",
    Reason.WEAK: "often weak: {text}",
    Reason.INVOLVES: "involves: {text}",
    Reason.TRAINS: "trains: {text}",
    Reason.PURPOSE: "purpose: {text}",
    Reason.EFFECT: "effect: {text}",
    Reason.ANSWER: "answer: {text}",
    Reason.ABOUT: "about: {text}",
    Reason.AUTHOR: "author: {text}, {detail}",
}


def why(reason: Why) -> str:
    """The reason in a phrase."""
    detail = LANGUAGES.get(reason.detail, reason.detail)
    phrase = PHRASES[reason.reason].format(text=reason.text, detail=detail).rstrip(", ")
    return f"{phrase} (nearly)" if reason.nearly else phrase


def hits_page(query: str, hits: Sequence[Hit], nearest: Sequence[str]) -> str:
    """The hits for a reader, the best first."""
    page = Page()
    if not hits:
        page.paragraph(f"Nothing for {query!r}.", indent=0)
        if nearest:
            page.paragraph(f"Near: {', '.join(nearest)}.", indent=0)
        return page.text()
    for hit in hits:
        page.title(f"{hit.name}  ({hit.entity}, {hit.score:.2f})")
        page.paragraph(why(hit.why))
    return page.text()
