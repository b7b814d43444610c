"""Why a search hit was found, in words: one short line, with the matched letters marked."""

from anatomy_app.model.entities import Kind
from anatomy_app.model.search import Hit, Reason, Span, Why

_LANGUAGES = {
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
}
# What stands before the matched text, and whether the text is quoted.
_BEFORE = {
    Reason.NAME: ("name", True),
    Reason.LATIN: ("Latin name", True),
    Reason.LAY: ("everyday name", True),
    Reason.SYNONYM: ("also called", True),
    Reason.INITIALS: ("short for its name:", False),
    Reason.QUESTION: ("asked here", False),
    Reason.MEMBER: ("member of", False),
    Reason.ACTION: ("what it does:", False),
    Reason.NERVE: ("innervated by the", False),
    Reason.NERVE_ROOT: ("nerve roots", False),
    Reason.ORIGIN: ("arises from:", False),
    Reason.INSERTION: ("inserts on:", False),
    Reason.NOTE: ("note:", False),
    Reason.SUMMARY: ("in the stride:", False),
    Reason.DEFINITION: ("what it is:", False),
    Reason.SYMPTOM: ("where it hurts:", False),
    Reason.WARNING: ("warning sign:", False),
    Reason.MECHANISM: ("how it comes about:", False),
    Reason.TIGHT: ("often tight:", False),
    Reason.WEAK: ("often weak:", False),
    Reason.INVOLVES: ("involves", False),
    Reason.TRAINS: ("trains", False),
    Reason.PURPOSE: ("what for:", False),
    Reason.EFFECT: ("what changes:", False),
    Reason.ANSWER: ("in the answer:", False),
    Reason.ABOUT: ("title:", False),
    Reason.AUTHOR: ("by", False),
}
_LONGEST = 90  # letters of a statement that are shown


def why_text(hit: Hit) -> str:
    """Why the hit was found, such as `everyday name “deep calf”` or `member of Calf`."""
    return why_line(hit)[0]


def why_line(hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """`why_text`, and the (start, end) of the matched letters in it."""
    why = hit.why
    if why.nearly:
        before = "spelled nearly like "
        return before + why.nearly, ((len(before), len(before) + len(why.nearly)),)
    if why.reason in {Reason.NAME, Reason.QUESTION} and _is_name(hit):
        return _named(hit), ()
    lead, quoted = _lead(why)
    text, spans = _shortened(_lowered(why), why.spans)
    if why.reason is Reason.MEMBER:
        text = text.split(" (")[0]
        spans = tuple(span for span in spans if span[1] <= len(text))
    before = f"{lead} “" if quoted else f"{lead} "
    moved = tuple((start + len(before), end + len(before)) for start, end in spans)
    return before + text + ("”" if quoted else ""), moved


def _is_name(hit: Hit) -> bool:
    """Whether the matched text is the shown name, a part of it, or the id."""
    return "_" in hit.why.text or hit.why.text in hit.name or hit.why.text == hit.entity.id


def _named(hit: Hit) -> str:
    return "the question" if hit.entity.kind is Kind.FAQ else "name"


def _lead(why: Why) -> tuple[str, bool]:
    if why.reason is Reason.LANGUAGE:
        return f"{_LANGUAGES.get(why.detail, why.detail)} name", True
    if why.reason is Reason.STAGE:
        return f"in {why.detail.lower()}:", False
    if why.reason is Reason.TRAINS and why.detail == "stretch":
        return "stretches", False
    return _BEFORE[why.reason]


def _lowered(why: Why) -> str:
    """The statement as the end of a line: it begins small, unless it begins with a name."""
    text = why.text.rstrip(".")
    small = text[:1].lower() + text[1:]
    names = why.reason in {
        Reason.MEMBER,
        Reason.AUTHOR,
        Reason.ABOUT,
        Reason.NERVE_ROOT,
        Reason.INITIALS,
    }
    proper = text[1:2].isupper() or text.split(" ", 1)[0] == "Achilles"
    return text if names or proper or _BEFORE.get(why.reason, ("", True))[1] else small


def _shortened(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """A long statement cut at a word, so that its first matched word stays in view."""
    if len(text) <= _LONGEST:
        return text, spans
    first = spans[0][0] if spans else 0
    start = text.rfind(" ", 0, max(0, first - _LONGEST // 3)) + 1 if first > _LONGEST // 2 else 0
    end = text.rfind(" ", 0, start + _LONGEST) if start + _LONGEST < len(text) else len(text)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    kept = tuple((a + shift, b + shift) for a, b in spans if a >= start and b <= end)
    return before + text[start:end] + after, kept
