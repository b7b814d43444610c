"""Words as the search compares them: folded, without plural, with their other spellings."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anatomy_app.model.search.tables import CONCEPTS, FILLERS, GENERIC, IRREGULAR, SPELLINGS, WEAK

# Nerve roots (S1, T12) stay whole; "hamner2010" becomes two words; 's belongs to its word.
TOKEN = re.compile(r"[A-Za-z]\d{1,2}(?![^\W_])|\d+[^\W_]*|[^\W\d_]+(?:['’]s\b)?")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "'": "", "’": ""})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BRITISH = re.compile(r"ae|oe(?=[a-z]{2})|[bt]re$|(?<=[a-z]{3})our$|(?<=[a-z]{4})is(?=e|ing|ation)")
_AMERICAN = {"ae": "e", "oe": "e", "bre": "ber", "tre": "ter", "our": "or", "is": "iz"}
_TWINS = {
    new: tuple(old for old in SPELLINGS if SPELLINGS[old] == new) for new in SPELLINGS.values()
}
_ENDINGS = ("ation", "ness", "ly", "ing", "ion", "or", "er", "ed", "e")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    `normal` is the spelling in which names are compared; `keys` are all spellings under which the
    word is filed, `concepts` the meanings that it shares with other words (`~extend`); `forms` are
    both together.
    """

    text: str
    normal: str
    keys: tuple[str, ...]
    concepts: tuple[str, ...]
    forms: tuple[str, ...]
    filler: bool
    weak: bool
    generic: bool


def fold(text: str) -> str:
    """Lower case without accents, ligatures and apostrophes."""
    if text.isascii():
        return text.lower().replace("'", "")
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def singular(word: str) -> str:
    """The word without a plural ending; Latin -us and -is stay."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def root(word: str) -> str:
    """The word without the ending of a verb or noun: straightening -> straighten."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    for ending in _ENDINGS:
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= 3:
            doubled = base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if doubled and ending in {"ing", "ed", "er"} else base
    return word


def american(word: str) -> str:
    """One spelling for British and American, Latin and Latinised Greek: glutaeus -> gluteus."""
    return _BRITISH.sub(lambda found: _AMERICAN[found.group()], word)


@lru_cache(maxsize=16384)
def word(token: str) -> Word:
    """The forms of one token, such as `Calves` or `runner's`."""
    folded = fold(token)
    single = singular(folded)
    plain = american(single)
    normal = SPELLINGS.get(plain, plain)
    base = root(plain)
    twins = _TWINS.get(normal, ())
    german = folded if token.isascii() else singular(fold(token.lower().translate(_UMLAUTS)))
    keys = dict.fromkeys((normal, plain, single, folded, base, german, *twins))
    concepts = dict.fromkeys((*CONCEPTS.get(base, ()), *CONCEPTS.get(normal, ())))
    forms = (*keys, *concepts)
    flags = folded in FILLERS, normal in WEAK, normal in GENERIC
    return Word(folded, normal, tuple(keys), tuple(concepts), forms, *flags)


def words(text: str) -> list[Word]:
    """All words of a text, in order."""
    return [word(token) for token in TOKEN.findall(text)]


def normal(found: list[Word]) -> str:
    """The text in which names are compared: no fillers, no generic words, unless all are."""
    said = [w.normal for w in found if not (w.filler or w.generic)]
    return " ".join(said or [w.normal for w in found if not w.filler] or [w.normal for w in found])


def literal(text: str) -> str:
    """Every word of a text as it is written, but folded; empty for a single word."""
    found = words(text)
    return " ".join(w.text for w in found) if len(found) > 1 else ""


def lean(found: list[Word]) -> str:
    """The same without any weak word, unless all are."""
    return normal([w for w in found if not w.weak] or found)
