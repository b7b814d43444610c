"""The tables of the search: from words and their beginnings to terms, built in steps."""

from collections.abc import Generator, Iterator
from itertools import chain

from anatomy_app.model.anatomy import StructureKind
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.search import knowledge_terms as knowledge
from anatomy_app.model.search.prefixes import Prefixes, Shapes
from anatomy_app.model.search.structure_terms import structure_terms
from anatomy_app.model.search.terms import Filed, Term, filed
from anatomy_app.model.search.words import word

MOST_TERMS = 160  # terms looked at for one index word, the best first
_BATCH = 150  # terms filed between two steps, about 5 ms
_WORDS = 24  # words that one beginning stands for
_NAMES = 60  # names that one beginning of a query finds


class Tables:
    """The tables. Terms are numbered by weight, so that every list of terms has the best first."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.terms: list[Filed] = []
        self.weights: list[float] = []
        self.entities: list[int] = []
        self.entity = list(atlas.entities())
        self.number = {entity: number for number, entity in enumerate(self.entity)}
        self.postings: dict[str, list[int]] = {}
        self.exact: dict[str, list[int]] = {}
        self.whole: dict[str, list[int]] = {}
        self.studied = frozenset(
            Entity(Kind.MUSCLE, structure.id)
            for structure in atlas.structures.values()
            if any(role.activity for role in structure.stages.values())
        )
        self.many: frozenset[str] = frozenset()
        self.silent: frozenset[str] = frozenset()

    def file(self, term: Term) -> None:
        """Enter one term; they come in the order of their weight."""
        entry, keys = filed(term)
        number = len(self.terms)
        self.terms.append(entry)
        self.weights.append(term.weight)
        self.entities.append(self.number[term.entity])
        for key in keys:
            self.postings.setdefault(key, []).append(number)
        if term.is_name:
            self.whole.setdefault(entry.normal, []).append(number)
            self.exact.setdefault(entry.normal.replace(" ", ""), []).append(number)

    def close(self) -> Generator[None, None, None]:
        """Sort what is looked up by its beginning or shape, in steps."""
        plain = [key for key in self.postings if not key.startswith("~")]
        self.words = Prefixes(plain, _WORDS)
        yield
        self.names = Prefixes(self.whole, _NAMES)
        yield
        self.shapes = Shapes(plain)
        self.name_shapes = Shapes(key for key in self.exact if key)
        long = (key for key, terms in self.postings.items() if len(terms) > MOST_TERMS)
        self.many = frozenset(long)
        # an everyday word that means no structure ("love handles"): nothing similar is offered
        empty = (lay.term for lay in self.atlas.lay_terms if not lay.structures)
        self.silent = frozenset(knowledge.solid(term) for term in empty)

    def is_group(self, entity: Entity) -> bool:
        """Whether the entity is a group of muscles."""
        if entity.kind is not Kind.MUSCLE:
            return False
        return self.atlas.structures[entity.id].kind is StructureKind.GROUP


def build_steps(atlas: Atlas) -> Generator[None, None, Tables]:
    """Build the tables; yields about every 5 ms so that the caller can do other work between."""
    tables = Tables(atlas)
    terms: list[Term] = []
    for number, term in enumerate(all_terms(atlas)):
        terms.append(term)
        if number % (8 * _BATCH) == 0:
            yield
    terms.sort(key=lambda term: (-term.weight, len(term.text)))
    for number, term in enumerate(terms):
        tables.file(term)
        if number % _BATCH == 0:
            yield
    yield from tables.close()
    word.cache_clear()  # the folded words of all texts: some megabytes, needed only to build
    return tables


def all_terms(atlas: Atlas) -> Iterator[Term]:
    """Every term of the atlas with a text."""
    found = chain(
        knowledge.lay_terms(atlas),
        chain.from_iterable(structure_terms(s, atlas) for s in atlas.structures.values()),
        chain.from_iterable(knowledge.stage_terms(s) for s in atlas.stages.values()),
        chain.from_iterable(knowledge.exercise_terms(e, atlas) for e in atlas.exercises.values()),
        chain.from_iterable(knowledge.injury_terms(i, atlas) for i in atlas.injuries.values()),
        chain.from_iterable(knowledge.context_terms(c, atlas) for c in atlas.contexts.values()),
        chain.from_iterable(knowledge.question_terms(q) for q in atlas.questions.values()),
        chain.from_iterable(knowledge.source_terms(s) for s in atlas.sources.values()),
    )
    return (term for term in found if term.text)
