"""Likeness of words for the search: the one place that uses rapidfuzz, loaded when first needed."""

from collections.abc import Sequence

_MOST = 6


def similar(word: str, words: Sequence[str], least: float) -> list[tuple[str, float]]:
    """The words most like `word`, at most six, each with its likeness 0..1, not below `least`.

    Likeness is the share of letters kept when one word is turned into the other (Indel ratio).
    """
    # Loaded here: most queries are spelled right, and the first picture need not wait for it.
    from rapidfuzz import fuzz, process

    found = process.extract(word, words, scorer=fuzz.ratio, score_cutoff=100 * least, limit=_MOST)
    return [(other, score / 100) for other, score, _ in found]
