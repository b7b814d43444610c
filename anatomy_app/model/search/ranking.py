"""Ranking: how well each term fits a query, and which term speaks for its entity.

Names are ranked in tiers: the same, begins with whole words, begins with, a word begins with, all
words begin some word. Statements count by the share of the query that they hold. An entity whose
terms hold the words of the query only together ranks below one term that holds them all.
"""

from dataclasses import dataclass
from heapq import nlargest

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.search.hits import spans
from anatomy_app.model.search.index import MOST_TERMS, Tables
from anatomy_app.model.search.query import Asked, Query
from anatomy_app.model.search.terms import Reason
from anatomy_app.model.search.words import fold, literal

LEAST_SCORE = 0.3
LEAST_OF_BEST = 0.45  # share of the best score below which nothing is shown
MOST_PER_WORD = 400  # terms looked at for one word of the query
# The share of the query's importance that a term must hold, a name that stands in it whole less;
# a long query says more than any term.
LEAST_SHARE, LEAST_NAME = 0.5, 0.3
LONG_SHARE, LONG_NAME = 0.4, 0.2
_LONG = 4  # words
_BEST, _MORE = 3, 800  # index words of a common word, and their terms, that are intersected
_TOGETHER, _NAMES_TOGETHER = 0.6, 0.75
_BY_NAMES = 0.9  # share from which all words stand in names
_LEAN = 0.94  # a name found only without the weak words of the query
_SUBJECT = 1.12  # lifts a statement on the entity that the query names
_IDENTICAL, _WHOLE, _INFLECTED = 1.3, 1.0, 0.97
_BEGINS, _STARTS, _ANOTHER, _WORD = 0.915, 0.88, 0.86, 0.78
# A nerve or an attachment belongs to a muscle: there a group comes after single muscles.
_OF_ONE = frozenset((Reason.NERVE, Reason.NERVE_ROOT, Reason.ORIGIN, Reason.INSERTION))
# Among equals structures come first.
_ORDER = {
    Kind.MUSCLE: 0,
    Kind.INJURY: 1,
    Kind.EXERCISE: 2,
    Kind.STAGE: 3,
    Kind.CONTEXT: 4,
    Kind.FAQ: 5,
    Kind.SOURCE: 6,
}
_KINDS = {Kind.CONTEXT: 0.98, Kind.FAQ: 0.96, Kind.SOURCE: 0.86}


@dataclass(slots=True)
class Found:
    """The best term of an entity so far; `group` is set if it was found as a member of that."""

    score: float
    term: int
    query: Query
    group: int | None = None


class Ranking:
    """Collects the best score of each entity (by number) over one or several queries."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.found: dict[int, Found] = {}
        self.named: set[int] = set()
        self.support: dict[int, float] = {}

    def rank(self, query: Query) -> None:
        """Score everything that the query reaches."""
        self._names(query)
        matches = [self._terms(asked) for asked in query.asked]
        self._fill(query, matches)
        self._single(query, matches)
        if len(matches) > 1:
            self._together(query, matches)

    def offer(self, term: int, score: float, query: Query) -> None:
        """Keep the score if it is the entity's best."""
        number = self.tables.entities[term]
        entity = self.tables.entity[number]
        score *= query.factor * (1.0 if score >= _BEGINS * 0.99 else _KINDS.get(entity.kind, 1.0))
        best = self.found.get(number)
        if best is None or score > best.score:
            self.found[number] = Found(score, term, query)

    def member(self, entity: Entity, parent: Found, share: float, group: int) -> None:
        """Offer a member of a group that was found."""
        number = self.tables.number[entity]
        best = self.found.get(number)
        score = min(1.0, parent.score) * share
        if best is None or score > best.score:
            self.found[number] = Found(score, parent.term, parent.query, group)

    def _names(self, query: Query) -> None:
        """Names that are the query, or begin with it."""
        tables = self.tables
        for place, (name, typed) in enumerate(query.names):
            start = self._start(name, typed)
            less = _LEAN if place else 1.0
            for term in tables.exact.get(name.replace(" ", ""), ())[:MOST_TERMS]:
                tier = self._whole(query, place, start, term)
                self.offer(term, less * tier * tables.weights[term], query)
            for longer in tables.names.starting(start):
                tier = _BEGINS if longer[len(start) : len(start) + 1] == " " else _STARTS
                for term in tables.whole[longer][:4] if longer != name else ():
                    share = len(start) / len(tables.terms[term].term.text)
                    weight = less * _gentle(tables.weights[term])
                    self.offer(term, (tier + 0.02 * share) * weight, query)

    def _start(self, name: str, typed: str) -> str:
        """What names may begin with: a last filler counts if a name goes on like that."""
        more = typed.count(" ") > name.count(" ")
        return typed if not more or self.tables.names.starting(typed) else name

    def _whole(self, query: Query, place: int, start: str, term: int) -> float:
        """The tier of a name that is the query, but perhaps for a plural or one more word begun."""
        name, typed = query.names[place]
        text = self.tables.terms[term].term.text
        if query.literal and "_" not in text and query.literal == literal(text):
            return _IDENTICAL
        if start.count(" ") > name.count(" "):
            return _ANOTHER
        many = text.endswith(("s", "S"))
        return _WHOLE if many == typed.endswith("s") else _INFLECTED

    def _terms(self, asked: Asked) -> dict[int, float]:
        """The terms that hold the word, each with how well."""
        parts: list[tuple[list[int], float]] = []
        room = MOST_PER_WORD
        for key, quality in asked.keys:
            terms = self.tables.postings[key][: min(MOST_TERMS, room)]
            parts.append((terms, quality))
            room -= len(terms)
            if room <= 0:
                break
        found: dict[int, float] = {}
        for terms, quality in reversed(parts):
            found.update(dict.fromkeys(terms, quality))
        return found

    def _fill(self, query: Query, matches: list[dict[int, float]]) -> None:
        """Words with long lists were cut: look them up in the terms that the other words found."""
        many = self.tables.many
        cut = [asked for asked in query.asked if any(key in many for key, _ in asked.keys)]
        wanted = set().union(*matches, self._common(cut) if len(cut) > 1 else ())
        for asked, found in zip(query.asked, matches, strict=True):
            for key, quality in asked.keys:
                if key in many:
                    others = wanted.intersection(self.tables.postings[key]) - found.keys()
                    found.update(dict.fromkeys(sorted(others), quality))

    def _common(self, cut: list[Asked]) -> list[int]:
        """The best terms that hold all of some words whose lists are long."""
        postings = self.tables.postings
        lists = (
            frozenset().union(*(postings[key][:_MORE] for key, _ in asked.keys[:_BEST]))
            for asked in cut
        )
        return sorted(frozenset.intersection(*lists))[:MOST_TERMS]

    def _single(self, query: Query, matches: list[dict[int, float]]) -> None:
        """Score every term by itself."""
        held: dict[int, float] = {}
        count: dict[int, int] = {}
        for asked, found in zip(query.asked, matches, strict=True):
            for term, quality in found.items():
                held[term] = held.get(term, 0.0) + asked.importance * quality
                count[term] = count.get(term, 0) + (not asked.word.weak)
        total = sum(asked.importance for asked in query.asked)
        words = sum(not asked.word.weak for asked in query.asked)
        long = words >= _LONG
        least, least_name = (LONG_SHARE, LONG_NAME) if long else (LEAST_SHARE, LEAST_NAME)
        for term, importance in held.items():
            share = importance / total
            if share >= least:
                self.offer(term, self._score(query, term, share, count[term] == words), query)
            elif share >= least_name and self._contains(query, term):
                self.offer(term, self._score(query, term, share, all_held=False), query)

    def _contains(self, query: Query, term: int) -> bool:
        """Whether the query holds the whole of a name."""
        filed = self.tables.terms[term]
        return filed.term.is_name and f" {filed.normal} " in f" {query.names[0][0]} "

    def _score(self, query: Query, term: int, share: float, all_held: bool) -> float:
        filed = self.tables.terms[term]
        weight = self.tables.weights[term]
        close = min(1.0, query.size / filed.size)
        inside = self._inside(query, filed.normal)
        if not filed.term.is_name:
            close = 0.5 if filed.term.reason is Reason.STAGE else close
            return weight * share * (0.84 + 0.16 * close) * (1.05 if inside else 1.0)
        if inside:
            return (_WORD + 0.08 * close) * _gentle(weight)
        if all_held and filed.term.extra and len(spans(filed.term.text, query)) < query.size:
            return share * (0.6 + 0.2 * close) * _gentle(weight)
        if all_held:
            return share * (0.66 + 0.27 * close) * _gentle(weight)
        if self._contains(query, term):
            if f" {fold(filed.term.text)} " in query.text and filed.term.reason is Reason.NAME:
                self.named.add(self.tables.entities[term])
            return (0.34 + 0.4 * share) * weight
        return share * share * (0.4 + 0.3 * close) * weight

    def _inside(self, query: Query, text: str) -> bool:
        """Whether the words stand in the text as in the query; the last may be a beginning."""
        text = f" {text} "
        return any(f" {name} " in text or f" {typed}" in text for name, typed in query.names)

    def _together(self, query: Query, matches: list[dict[int, float]]) -> None:
        """Score entities whose terms hold the words of the query between them."""
        entities, weights = self.tables.entities, self.tables.weights
        held: dict[int, float] = {}
        speaks: dict[int, tuple[float, int]] = {}
        for asked, found in zip(query.asked, matches, strict=True):
            best: dict[int, float] = {}
            for term, quality in found.items():
                value = quality * weights[term]
                number = entities[term]
                if value > best.get(number, 0.0):
                    best[number] = value
                    gain = asked.importance * value
                    if gain > speaks.get(number, (0.0, 0))[0]:
                        speaks[number] = (gain, term)
            for number, value in best.items():
                held[number] = held.get(number, 0.0) + asked.importance * value
        total = sum(asked.importance for asked in query.asked)
        for number, value in held.items():
            share = value / total
            self.support[number] = max(share, self.support.get(number, 0.0))
            factor = _TOGETHER if share < _BY_NAMES else _NAMES_TOGETHER
            self.offer(speaks[number][1], factor * share, query)


def _gentle(weight: float) -> float:
    """In the lower tiers the kind of name counts half."""
    return 0.5 + 0.5 * weight


def ordered(ranking: Ranking, factors: dict[Kind, float], most: int) -> list[tuple[int, Found]]:
    """The best entities by score; equals by kind, groups first, then those studied in running.

    Only such as score at least `LEAST_SCORE`, and not far below the best; at most `most`.
    """
    tables = ranking.tables
    for number, found in ranking.found.items():
        factor = factors.get(tables.entity[number].kind, 1.0)
        if number in ranking.named and not tables.terms[found.term].term.is_name:
            factor *= _SUBJECT
        found.score *= factor
    best = min(1.0, max((found.score for found in ranking.found.values()), default=0.0))
    least = max(best * LEAST_OF_BEST, LEAST_SCORE)
    good = [item for item in ranking.found.items() if item[1].score >= least]
    if len(good) > 2 * most:
        good = nlargest(2 * most, good, key=lambda item: item[1].score)
    return sorted(good, key=lambda item: _place(ranking, *item))[:most]


def _place(
    ranking: Ranking, number: int, found: Found
) -> tuple[float, int, bool, bool, float, float, int]:
    tables = ranking.tables
    entity = tables.entity[number]
    alone = found.group is None and tables.terms[found.term].term.reason in _OF_ONE
    group = tables.is_group(entity) == alone
    studied = entity in tables.studied
    support = ranking.support.get(number, 0.0)
    place = _ORDER[entity.kind]
    return -round(found.score, 2), place, group, not studied, -support, -found.score, number
