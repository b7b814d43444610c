"""The search over the whole atlas, as you type."""

from collections.abc import Generator, Iterable

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.search import index
from anatomy_app.model.search.hits import Hit, Why, misspelled, spans
from anatomy_app.model.search.index import Tables
from anatomy_app.model.search.query import Query, Similar, likeness, queries, read
from anatomy_app.model.search.ranking import Found, Ranking, ordered
from anatomy_app.model.search.terms import Reason, Term

MOST_HITS = 50
_QUESTION = 1.2  # how much a query worded as a question lifts the questions
_MEMBER = 0.72  # of the group's score
_STRONG = 0.75  # a group's score from which its members are named too

_PROPER = frozenset((Reason.NAME, Reason.LATIN, Reason.SYNONYM))

# What kind of entity the words of a query ask for, and how much that lifts it.
_WISHES = {
    "~exercise": (Kind.EXERCISE, 1.25),
    "~stretch": (Kind.EXERCISE, 1.25),
    "~pain": (Kind.INJURY, 1.15),
    "~strain": (Kind.INJURY, 1.06),
    "muscle": (Kind.MUSCLE, 1.06),
    "phase": (Kind.STAGE, 1.1),
    "stage": (Kind.STAGE, 1.1),
}


class SearchIndex:
    """Finds entities by name, everyday word, function, stage, nerve, attachment, symptom ..."""

    def __init__(self, tables: Tables, similar: Similar | None) -> None:
        self._tables = tables
        self._similar = similar

    @classmethod
    def build(cls, atlas: Atlas, similar: Similar | None = None) -> "SearchIndex":
        """Build the index at once. Without `similar` misspelled words find nothing."""
        steps = cls.build_steps(atlas, similar)
        while True:
            try:
                next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]

    @classmethod
    def build_steps(
        cls, atlas: Atlas, similar: Similar | None = None
    ) -> Generator[None, None, "SearchIndex"]:
        """Build the index in steps of some milliseconds; the generator returns the index."""
        tables = yield from index.build_steps(atlas)
        return cls(tables, similar)

    def search(self, query: str, limit: int | None = None) -> tuple[Hit, ...]:
        """The entities that fit the query, the best first; empty if nothing fits well.

        At most `limit`, and never more than 50. No query raises an error.
        """
        ranking = Ranking(self._tables)
        read_as = queries(query, self._tables, self._similar)
        for each in read_as:
            ranking.rank(each)
        if read_as:
            self._slips(read_as[0], ranking)
        self._members(ranking)
        most = MOST_HITS if limit is None else max(0, min(limit, MOST_HITS))
        best = ordered(ranking, _wishes(read_as), most)
        hits = []
        score = 1.0
        for number, found in best:  # near equals were put in order by kind: the score follows
            score = min(score, found.score)
            hits.append(self._hit(number, found, round(score, 4)))
        return tuple(hits)

    def nearest_words(self, query: str, count: int = 3) -> tuple[str, ...]:
        """The names most like the query, for the empty state: at most `count`, the best first."""
        found = read(query)
        text = "".join(w.normal for w in found)
        if self._similar is None or not text:
            return ()
        shapes = self._tables.name_shapes
        near = dict.fromkeys(shapes.near(text, text[0]) + shapes.longer(text)[:2000])
        for letters in dict.fromkeys((text[:2], *(w.normal[:2] for w in found))):
            near.update(dict.fromkeys(self._tables.names.starting(letters)))
        shown = {name: self._shown(name) for name in near}
        english = [name for name in near if shown[name]]
        found_names = (shown[name] for name, _ in self._similar(text, english, 0.0))
        return tuple(dict.fromkeys(found_names))[:count]

    def _shown(self, name: str) -> str:
        """The name as written, if it is a proper English or Latin one and no id."""
        terms = (self._term(n) for n in self._tables.exact.get(name.replace(" ", ""), ()))
        return next((t.text for t in terms if t.reason in _PROPER and "_" not in t.text), "")

    def _term(self, number: int) -> Term:
        return self._tables.terms[number].term

    def _slips(self, query: Query, ranking: Ranking) -> None:
        """Names that the query as a whole may misspell, if nothing was found by its words."""
        text = query.solid
        best = max((found.score for found in ranking.found.values()), default=0.0)
        if self._similar is None or len(text) < 5 or best >= _STRONG or text in self._tables.silent:
            return
        shapes = self._tables.name_shapes
        least = max(0.84, likeness(text))
        found = self._similar(text, shapes.near(text, text[0]), least)
        for name, like in found or self._similar(text, shapes.near(text, text[1]), least):
            for term in self._tables.exact[name][:8]:
                ranking.offer(term, 0.9 * like * self._tables.weights[term], query)

    def _members(self, ranking: Ranking) -> None:
        """The members of a group that was found by its name."""
        tables = self._tables
        for number, found in list(ranking.found.items()):
            entity = tables.entity[number]
            if found.score < _STRONG or entity.kind is not Kind.MUSCLE or found.group is not None:
                continue
            for place, member in enumerate(tables.atlas.members(entity.id)):
                ranking.member(Entity(Kind.MUSCLE, member), found, _MEMBER - 0.002 * place, number)

    def _hit(self, number: int, found: Found, score: float) -> Hit:
        entity = self._tables.entity[number]
        name = self._tables.atlas.name(entity)
        if found.group is not None:
            group = self._tables.atlas.name(self._tables.entity[found.group])
            why = Why(Reason.MEMBER, group, spans=spans(group, found.query))
        else:
            why = self._why(self._term(found.term), found.query)
        return Hit(entity, name, score, why, spans(name, found.query))

    def _why(self, term: Term, query: Query) -> Why:
        nearly = misspelled(term.text, query)
        return Why(term.reason, term.text, term.detail, spans(term.text, query), nearly)


def _wishes(read_as: Iterable[Query]) -> dict[Kind, float]:
    """How much the words of the query lift each kind of entity."""
    factors: dict[Kind, float] = {}
    for query in list(read_as)[:1]:
        for asked in query.asked:
            if query.question:
                factors[Kind.FAQ] = _QUESTION
            for form in (asked.word.normal, *asked.word.concepts):
                if form in _WISHES:
                    kind, factor = _WISHES[form]
                    factors[kind] = max(factor, factors.get(kind, 1.0))
    return factors
