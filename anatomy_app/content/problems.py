"""What is wrong with content: where it is, what it is, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST_GUESS = 80
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file; `line` counts from 1, or is 0 if the file as a whole is meant."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}; {self.remedy}"


class ContentError(ValueError):
    """Content that cannot be used; its text lists every problem, one per line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def quoted(text: str) -> str:
    """The text in quotes, its unprintable characters escaped, cut if it is long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}...")


def guess(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy: "did you mean 'x'?" if a known word is near, else `otherwise`."""
    if len(word) <= _LONGEST_GUESS:
        import difflib  # only here: nothing is wrong at most starts

        near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
        if near:
            return f"did you mean {near[0]!r}?"
    return otherwise
