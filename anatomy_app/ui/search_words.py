"""Why a search hit was found, in words: one short line, with the matched letters marked.

No Qt here, because the command line says the same words: the window hands in its translator.
"""

from collections.abc import Callable

from anatomy_app.model.entities import Kind
from anatomy_app.model.search import Hit, Reason, Span, Why

Translate = Callable[[str], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation; it is translated where it is shown."""
    return text


def _english(text: str) -> str:
    return text


_LANGUAGES = {
    "de": QT_TRANSLATE_NOOP("SearchWords", "German name"),
    "es": QT_TRANSLATE_NOOP("SearchWords", "Spanish name"),
    "fr": QT_TRANSLATE_NOOP("SearchWords", "French name"),
    "it": QT_TRANSLATE_NOOP("SearchWords", "Italian name"),
    "pt": QT_TRANSLATE_NOOP("SearchWords", "Portuguese name"),
}
# What stands before the matched text, and whether the text is quoted.
_BEFORE = {
    Reason.NAME: (QT_TRANSLATE_NOOP("SearchWords", "name"), True),
    Reason.LATIN: (QT_TRANSLATE_NOOP("SearchWords", "Latin name"), True),
    Reason.LAY: (QT_TRANSLATE_NOOP("SearchWords", "everyday name"), True),
    Reason.SYNONYM: (QT_TRANSLATE_NOOP("SearchWords", "also called"), True),
    Reason.INITIALS: (QT_TRANSLATE_NOOP("SearchWords", "short for its name:"), False),
    Reason.QUESTION: (QT_TRANSLATE_NOOP("SearchWords", "asked here"), False),
    Reason.MEMBER: (QT_TRANSLATE_NOOP("SearchWords", "member of"), False),
    Reason.ACTION: (QT_TRANSLATE_NOOP("SearchWords", "what it does:"), False),
    Reason.NERVE: (QT_TRANSLATE_NOOP("SearchWords", "innervated by the"), False),
    Reason.NERVE_ROOT: (QT_TRANSLATE_NOOP("SearchWords", "nerve roots"), False),
    Reason.ORIGIN: (QT_TRANSLATE_NOOP("SearchWords", "arises from:"), False),
    Reason.INSERTION: (QT_TRANSLATE_NOOP("SearchWords", "inserts on:"), False),
    Reason.NOTE: (QT_TRANSLATE_NOOP("SearchWords", "note:"), False),
    Reason.SUMMARY: (QT_TRANSLATE_NOOP("SearchWords", "in the stride:"), False),
    Reason.DEFINITION: (QT_TRANSLATE_NOOP("SearchWords", "what it is:"), False),
    Reason.SYMPTOM: (QT_TRANSLATE_NOOP("SearchWords", "where it hurts:"), False),
    Reason.WARNING: (QT_TRANSLATE_NOOP("SearchWords", "warning sign:"), False),
    Reason.MECHANISM: (QT_TRANSLATE_NOOP("SearchWords", "how it comes about:"), False),
    Reason.TIGHT: (QT_TRANSLATE_NOOP("SearchWords", "often tight:"), False),
    Reason.WEAK: (QT_TRANSLATE_NOOP("SearchWords", "often weak:"), False),
    Reason.INVOLVES: (QT_TRANSLATE_NOOP("SearchWords", "involves"), False),
    Reason.TRAINS: (QT_TRANSLATE_NOOP("SearchWords", "trains"), False),
    Reason.PURPOSE: (QT_TRANSLATE_NOOP("SearchWords", "what for:"), False),
    Reason.EFFECT: (QT_TRANSLATE_NOOP("SearchWords", "what changes:"), False),
    Reason.ANSWER: (QT_TRANSLATE_NOOP("SearchWords", "in the answer:"), False),
    Reason.ABOUT: (QT_TRANSLATE_NOOP("SearchWords", "title:"), False),
    Reason.AUTHOR: (QT_TRANSLATE_NOOP("SearchWords", "by"), False),
}
_LONGEST = 90  # letters of a statement that are shown


def why_text(hit: Hit) -> str:
    """Why the hit was found, such as `everyday name “deep calf”` or `member of Calf`."""
    return why_line(hit)[0]


def why_line(hit: Hit, translate: Translate = _english) -> tuple[str, tuple[Span, ...]]:
    """`why_text`, and the (start, end) of the matched letters in it."""
    why = hit.why
    if why.nearly:
        before = translate(QT_TRANSLATE_NOOP("SearchWords", "spelled nearly like")) + " "
        return before + why.nearly, ((len(before), len(before) + len(why.nearly)),)
    if why.reason in {Reason.NAME, Reason.QUESTION} and _is_name(hit):
        return translate(_named(hit)), ()
    lead, quoted = _lead(why, translate)
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
    if hit.entity.kind is Kind.FAQ:
        return QT_TRANSLATE_NOOP("SearchWords", "the question")
    return QT_TRANSLATE_NOOP("SearchWords", "name")


def _lead(why: Why, translate: Translate) -> tuple[str, bool]:
    if why.reason is Reason.LANGUAGE:
        return translate(_LANGUAGES.get(why.detail, why.detail)), True
    if why.reason is Reason.STAGE:
        stage = why.detail.lower()
        return translate(QT_TRANSLATE_NOOP("SearchWords", "in {0}:")).format(stage), False
    if why.reason is Reason.TRAINS and why.detail == "stretch":
        return translate(QT_TRANSLATE_NOOP("SearchWords", "stretches")), False
    lead, quoted = _BEFORE[why.reason]
    return translate(lead), quoted


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
