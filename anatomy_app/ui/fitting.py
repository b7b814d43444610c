"""Names made to fit a narrow place: shortened where a reader still knows them, then elided."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from anatomy_app.model.naming import AND, shortened_latin

KEPT = (7, 3)  # letters left of a long first word: "Gastroc.", "Add."
SHORT = {
    "medial": "med.", "lateral": "lat.", "medialis": "med.", "lateralis": "lat.",
    "intermedius": "interm.", "digitorum": "dig.", "hallucis": "hall.", "longus": "long.",
    "maximus": "max.", "medius": "med.", "minimus": "min.", "anterior": "ant.",
    "posterior": "post.", "superior": "sup.", "inferior": "inf.", "abdominis": "abd.",
}  # fmt: skip


@lru_cache(maxsize=2048)
def fitted(name: str, font: QFont, room: int) -> str:
    """The longest wording of a name that fits into `room` pixels."""
    metrics = QFontMetricsF(font)
    for wording in wordings(name):
        if metrics.horizontalAdvance(wording) <= room:
            return wording
    return metrics.elidedText(wordings(name)[-1], Qt.TextElideMode.ElideRight, room)


def wordings(name: str) -> tuple[str, ...]:
    """From the whole name to the shortest that a reader still knows: "Gastroc., med.".

    Latin names lose the word for muscle first: "Musculus vastus lateralis", "M. vastus lateralis",
    "Vastus lat."; of a name in two languages the English half stays.
    """
    english, and_, _ = name.partition(AND)
    if and_:
        return name, *wordings(english)
    short = shortened_latin(name)
    bare = short.removeprefix("M. ").removeprefix("Mm. ")
    if bare != name:
        return name, short, *wordings(bare[:1].upper() + bare[1:])
    plain = name.partition(" (")[0]
    short = plain.removesuffix(" head").removesuffix(" part").removesuffix(" fibres")
    ends = " ".join(SHORT.get(word, word) for word in short.split())
    first, space, rest = ends.partition(" ")
    if not space:
        return name, plain, short
    stem, comma = first.rstrip(","), first[len(first.rstrip(",")) :]
    cuts = [f"{stem[:kept]}.{comma} {rest}" for kept in KEPT if len(stem) > kept + 1]
    return name, plain, short, ends, *cuts


def elided(text: str, painter: QPainter, room: float) -> str:
    """A text in the painter's font, cut at its end if it has no room."""
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def in_two(text: str, painter: QPainter, room: float) -> tuple[str, str]:
    """A text in two lines of the painter's font, broken between words, the second cut."""
    words, measure = text.split(), QFontMetricsF(painter.font()).horizontalAdvance
    fits = [n for n in range(1, len(words)) if measure(" ".join(words[:n])) <= room]
    if measure(text) <= room or not fits:
        return elided(text, painter, room), ""
    return " ".join(words[: fits[-1]]), elided(" ".join(words[fits[-1] :]), painter, room)
