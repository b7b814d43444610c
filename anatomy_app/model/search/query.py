"""What a query asks for: its words, each with the index words that it may stand for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from anatomy_app.model.search.index import Tables
from anatomy_app.model.search.tables import MOVEMENTS, PHRASES, QUESTIONS
from anatomy_app.model.search.words import Word, lean, literal, normal, root, word, words

# (a word, words to compare it with, least likeness 0..1) -> (word, likeness), the best first
Similar = Callable[[str, Sequence[str], float], Sequence[tuple[str, float]]]

MOST_LETTERS = 160
MOST_WORDS = 12
LONGEST_WORD = 40
_CONCEPT = 0.88
_ROOT = 0.93
_SLIP = 0.9
_NAME = 0.7  # least importance of a word that is a name
_REWRITTEN = 0.97
_MOVEMENT = 5  # words of a query that may describe a movement


@dataclass(frozen=True, slots=True)
class Asked:
    """One word of a query.

    `keys` are index words with how well each fits, 0..1, the best first; `importance` is what the
    word counts (rare words count most); `slip` says that it was taken for a misspelling.
    """

    word: Word
    keys: tuple[tuple[str, float], ...]
    importance: float
    slip: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its words may mean; `factor` is below 1 for a rewritten query.

    `text` is the words as they were typed, `names` are what is compared with names, with and
    without weak words: folded, and with the end as it was typed, because that may be the beginning
    of another word. `size` is how many words count, `literal` the whole query
    if it has several words, `question` whether it begins like one.
    """

    text: str
    names: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]
    size: int
    keys: frozenset[str]
    literal: str = ""
    factor: float = 1.0
    question: bool = False

    @property
    def solid(self) -> str:
        """The query without weak words and spaces."""
        return self.names[-1][1].replace(" ", "")


def read(text: str) -> list[Word]:
    """The words of a query that count: no fillers, unless there is nothing else."""
    found = words(text[:MOST_LETTERS])
    found = [w for w in found if len(w.text) <= LONGEST_WORD]
    return ([w for w in found if not w.filler] or found)[:MOST_WORDS]


def queries(text: str, tables: Tables, similar: Similar | None) -> list[Query]:
    """The query, and the same in the field's words if it describes a movement or a bone."""
    found = read(text)
    if not found:
        return []
    first = _query(found, tables, similar, 1.0)
    text = text[:MOST_LETTERS]
    asks = words(text)[0].text in QUESTIONS
    others = ([word(w) for w in other] for other in _rewritten(found))
    return [
        replace(first, names=_names(found, text), literal=literal(text), question=asks),
        *(_query(other, tables, None, _REWRITTEN) for other in others),
    ]


def _names(found: list[Word], text: str = "") -> tuple[tuple[str, str], ...]:
    last = words(text)[-1] if text else found[-1]
    names = dict.fromkeys((normal(found), lean(found)))
    return tuple((name, _typed(name, last)) for name in names)


def _typed(name: str, last: Word) -> str:
    """The name with its last word as typed, even if that is a filler so far."""
    if last.filler and last.normal != name:
        return f"{name} {last.text}"
    return name.removesuffix(last.normal) + last.text if name.endswith(last.normal) else name


def _query(found: list[Word], tables: Tables, similar: Similar | None, factor: float) -> Query:
    last = len(found) - 1
    asked = tuple(_ask(w, n == last, tables, similar) for n, w in enumerate(found))
    if any(not a.word.weak for a in asked):
        asked = tuple(a if not a.word.weak else _weakened(a) for a in asked)
    size = sum(not each.word.weak for each in asked) or len(asked)
    keys = frozenset(key for each in asked for key, _ in each.keys)
    said = f" {' '.join(w.text for w in found)} "
    return Query(said, _names(found), asked, size, keys, factor=factor)


def _weakened(asked: Asked) -> Asked:
    return Asked(asked.word, asked.keys, 0.15 * asked.importance, asked.slip)


def _ask(found: Word, last: bool, tables: Tables, similar: Similar | None) -> Asked:
    keys = dict(_literal(found, tables))
    literal = bool(keys)
    for start in tables.words.starting(found.text):
        share = len(found.text) / len(start)
        keys.setdefault(start, (0.6 + 0.36 * share) * (1.0 if last else 0.9))
    for concept in found.concepts:
        if concept in tables.postings:
            keys.setdefault(concept, _CONCEPT)
    slip = not keys and similar is not None
    if slip and similar is not None:
        keys.update(_similar(found.text, last, tables, similar))
    ordered = tuple(sorted(keys.items(), key=lambda item: -item[1]))
    return Asked(found, ordered, _importance(found, ordered, literal, tables), slip and bool(keys))


def _literal(found: Word, tables: Tables) -> Iterator[tuple[str, float]]:
    base = root(found.normal)
    for key in found.keys:
        if key in tables.postings:
            yield key, _ROOT if key == base and key != found.normal else 1.0


def _importance(
    found: Word, keys: tuple[tuple[str, float], ...], literal: bool, tables: Tables
) -> float:
    """0..1: 1 for a word of a single term; an unknown word counts like a rather rare one."""
    if not keys:
        return 0.75 if len(found.text) > 2 else 0.2
    counted = keys[:1] if literal else keys[:4]
    often = sum(len(tables.postings[key]) for key, _ in counted)
    everything = len(tables.terms)
    rare = log(1 + everything / often) / log(1 + everything)
    return max(_NAME if found.normal in tables.exact else 0.12, rare)


def _similar(
    text: str, last: bool, tables: Tables, similar: Similar
) -> Iterator[tuple[str, float]]:
    """Index words of which `text` can be a misspelling, or a misspelled beginning."""
    if len(text) < 4 or text.isdigit():
        return
    least = likeness(text)
    found = similar(text, tables.shapes.near(text, text[0]), least)
    if not found:
        found = similar(text, tables.shapes.near(text, text[1]), least)
    for other, like in found:
        yield other, like * _SLIP
    if last and not found and len(text) > 4:
        starts = {w[: len(text)]: w for w in reversed(tables.shapes.longer(text))}
        for start, like in similar(text, list(starts), least):
            yield starts[start], like * _SLIP * 0.9


def likeness(text: str) -> float:
    """How like a word must be to be taken for a slip of it, 0..1: short words leave less room."""
    return 0.8 if len(text) < 8 else 0.76


def _rewritten(found: list[Word]) -> Iterator[list[str]]:
    roots = {form for w in found for form in (w.normal, root(w.normal))}
    meant = {concept for w in found for concept in w.concepts}
    if len(found) <= _MOVEMENT and meant.isdisjoint(("~pain", "~exercise", "~stretch")):
        seen = [rule for rule in MOVEMENTS if all(roots & part for part in rule[0])]
        most = max((len(parts) for parts, _ in seen), default=0)
        yield from (list(means) for parts, means in seen if len(parts) == most)
    text = [w.normal for w in found]
    for phrase, means in PHRASES.items():
        for at in range(len(text) - len(phrase) + 1):
            if tuple(text[at : at + len(phrase)]) == phrase:
                yield [*text[:at], *means, *text[at + len(phrase) :]]
