"""What an exercise needs."""

import re
from functools import lru_cache
from itertools import product

from anatomy_app.model.knowledge import Exercise

NONE = "none"

# Words of the content for one and the same thing; what is not here is named as the content does.
_NAMES = (
    ("ghd", "hamstring_bench"), ("bench", "bench"), ("barbell", "barbell"), ("trap bar", "barbell"),
    ("dumbbell", "dumbbell"), ("band", "band"), ("slam ball", "medicine_ball"),
    ("stability ball", "stability_ball"), ("massage", "massage_ball"),
    ("lacrosse", "massage_ball"), ("ball", "ball"), ("box", "box"), ("step", "step"),
    ("mat", "mat"), ("wall", "wall"), ("ankle weight", "weight"), ("weight", "weight"),
    ("pull-up bar", "bar"), ("chair", "chair"), ("towel", "towel"), ("slider", "slider"),
    ("pad", "pad"), ("hill", "hill"), ("none", NONE),
)  # fmt: skip
_OPTIONAL = re.compile(r"\b(optional|help)\b")


def needs(exercise: Exercise) -> tuple[frozenset[str], ...]:
    """Ways to be equipped for it: one set of things each, empty if nothing is needed."""
    return _read(exercise.equipment)


def can_be_done(exercise: Exercise, equipment: frozenset[str]) -> bool:
    """Whether somebody with that equipment can do it; floor and free room go without saying."""
    return any(way <= equipment for way in needs(exercise))


def known_equipment(exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    """Every thing that some exercise needs, and `none`, sorted by name."""
    return tuple(
        sorted({NONE, *(name for each in exercises for way in needs(each) for name in way)})
    )


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[frozenset[str], ...]:
    parts = [part for part in text.lower().split(",") if not _OPTIONAL.search(part)]
    choices = [[_name(word) for word in re.split(r" or |/", part)] for part in parts]
    ways = (frozenset(way) - {NONE} for way in product(*choices))
    return tuple(dict.fromkeys(ways))


def _name(words: str) -> str:
    return next((name for word, name in _NAMES if word in words), words.strip())
