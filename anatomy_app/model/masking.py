"""Taking names out of running text: the words of a name give way to a sign."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anatomy_app.model.anatomy import Structure

_TOKEN = re.compile(r"<[^>]*>|&\w+;|[^\W_]+")
_LIKE = 4  # letters by which a word is known again
_FIRST = re.compile(r"(?:musculus|musculi) ", re.IGNORECASE)

Phrase = tuple[str, ...]


def whole_names(structure: "Structure") -> tuple[str, ...]:
    """The English and Latin names of a structure, without remarks in brackets."""
    latin = (structure.latin, structure.latin_name, *structure.names.la)
    names = [structure.name, structure.name.partition(" (")[0]]
    names += [_FIRST.sub("", each) for each in latin]
    return tuple(dict.fromkeys(name for name in names if len(name) >= _LIKE))


def telling(structure: "Structure") -> tuple[str, ...]:
    """The names that would give a structure away in a text.

    Beside its whole names those of what it is a part of, and the everyday names that share a word
    with them: "arm" stays in the text though it may mean the biceps.
    """
    english = structure.name
    names = [*whole_names(structure), english.partition(",")[0]]
    names += [inner for inner in re.findall(r"\(([^)]*)\)", english) if " " in inner]
    starts = set(_starts(names))
    if not structure.members:  # those of groups are words such as "shin"
        names += [each for each in structure.synonyms if starts.intersection(_starts([each]))]
    return tuple(dict.fromkeys(name for name in names if len(name) >= _LIKE))


def _starts(names: Iterable[str]) -> Iterator[str]:
    """How the words of names begin."""
    return (word[:_LIKE].lower() for name in names for word in name.split() if word[_LIKE - 1 :])


class Mask:
    """The phrases to be taken out of texts, by their first words."""

    def __init__(self, signs: Mapping[str, Iterable[str]]) -> None:
        """`signs` holds, under the sign that takes their place, the names to be taken out."""
        self._by_first: dict[str, list[tuple[Phrase, str]]] = {}
        for sign, names in signs.items():
            for name in names:
                phrase = tuple(map(_stem, re.findall(r"[^\W_]+", name)))
                self._by_first.setdefault(phrase[0], []).append((phrase, sign))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def masked(self, text: str) -> str:
        """The text with signs for names; the tags of rich text stay as they are."""
        tokens = list(_TOKEN.finditer(text))
        stems = [_stem(token.group()) for token in tokens]
        parts, done, at = [], 0, 0
        while at < len(tokens):
            length, sign = self._found(stems, at)
            if length:
                parts += [text[done : tokens[at].start()], sign]
                at += length
                done = tokens[at - 1].end()
            else:
                at += 1
        return "".join([*parts, text[done:]])

    def _found(self, stems: list[str], at: int) -> tuple[int, str]:
        """How many words from here are a name, and its sign; 0 if none are."""
        for phrase, sign in self._by_first.get(stems[at], ()):
            if tuple(stems[at : at + len(phrase)]) == phrase:
                return len(phrase), sign
        return 0, ""


def _stem(word: str) -> str:
    """A word as it is compared: small, and the same for one and many."""
    return word.lower().removesuffix("s")
