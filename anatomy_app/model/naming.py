"""What a structure is called: in English, in Latin, in both, or in another language."""

from enum import StrEnum
from typing import Protocol


class NameStyle(StrEnum):
    """The language of names; the languages other than English and Latin by their ISO codes."""

    ENGLISH = "english"
    LATIN = "latin"
    BOTH = "both"
    GERMAN = "de"
    SPANISH = "es"
    FRENCH = "fr"
    ITALIAN = "it"
    PORTUGUESE = "pt"


class Named(Protocol):
    """What has names: `latin` may be empty, `others` holds pairs of ISO code and name."""

    @property
    def name(self) -> str:
        """The English name."""

    @property
    def latin(self) -> str:
        """The Latin name."""

    @property
    def others(self) -> tuple[tuple[str, str], ...]:
        """The names in other languages."""


AND = " · "  # between an English and a Latin name
_SHORT = (
    ("Musculus ", "M. "), ("Musculi ", "Mm. "), (" musculi ", " m. "), ("Ligamentum ", "Lig. "),
)  # fmt: skip


def styled(named: Named, style: NameStyle) -> str:
    """The name in a style; what is missing in it is said in Latin, else in English."""
    latin = named.latin or named.name
    if style is NameStyle.ENGLISH:
        return named.name
    if style is NameStyle.LATIN:
        return latin
    if style is NameStyle.BOTH:
        return named.name if _same(named.name, latin) else named.name + AND + latin
    found = dict(named.others).get(style.value, "") or latin
    return found[:1].upper() + found[1:]


def label(named: Named, style: NameStyle) -> str:
    """The name as it stands beside a drawing: Latin ones begin as anatomists shorten them."""
    return shortened_latin(styled(named, style))


def shortened_latin(name: str) -> str:
    """A name with "Musculus" and the like as anatomists shorten them."""
    for word, short in _SHORT:
        name = name.replace(word, short)
    return name


def shortened(name: str, longest: int) -> str:
    """A name without the remark in brackets, then without its Latin half, if it is too long."""
    english, and_, latin = name.partition(AND)
    plain = english.partition(" (")[0]
    wordings = (name, plain + and_ + latin, english, plain)
    return next((each for each in wordings if len(each) <= longest), plain)


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower()
