"""Words by their beginning, and words of like shape: two lookups that do not walk all words."""

from bisect import bisect_left
from collections.abc import Iterable

_TABLED = 3  # beginnings up to this length have their best words listed
_LOOK = 20  # longer beginnings look at this many times `most` words before they choose


class Prefixes:
    """Words by their beginning. The words come in order of importance, the best first."""

    def __init__(self, words: Iterable[str], most: int) -> None:
        self._most = most
        self._order = {word: place for place, word in enumerate(dict.fromkeys(words))}
        self._sorted = sorted(self._order)
        self._short: dict[str, list[str]] = {}
        for word in self._order:
            for length in range(1, min(_TABLED, len(word)) + 1):
                listed = self._short.setdefault(word[:length], [])
                if len(listed) < most:
                    listed.append(word)

    def starting(self, start: str) -> list[str]:
        """The most important words that begin with `start`, at most `most`, the best first."""
        if len(start) <= _TABLED:
            return self._short.get(start, [])
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, start + "\U0010ffff", lo=first)
        found = self._sorted[first : min(last, first + _LOOK * self._most)]
        return sorted(found, key=self._order.__getitem__)[: self._most]


class Shapes:
    """Words by first letter and length: those that a misspelled word can stand for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._shapes: dict[tuple[str, int], list[str]] = {}
        for word in words:
            self._shapes.setdefault((word[0], len(word)), []).append(word)

    def near(self, word: str, letter: str) -> list[str]:
        """The words that begin with `letter` and are about as long as `word`."""
        slack = 1 if len(word) < 6 else 2
        lengths = range(len(word) - slack, len(word) + slack + 1)
        return self._of(letter, lengths)

    def longer(self, word: str) -> list[str]:
        """The words with the same first letter of which `word` may be a misspelled beginning."""
        return self._of(word[0], range(len(word) + 1, len(word) + 9))

    def _of(self, letter: str, lengths: range) -> list[str]:
        return [w for n in lengths for w in self._shapes.get((letter, n), ())]
