"""What can be typed after `plan` and `handout`."""

import argparse
from collections.abc import Callable

from anatomy_app.cli import numbers
from anatomy_app.cli.choices import one_of
from anatomy_app.cli.stops import WrongWords
from anatomy_app.model.knowledge import Level

LEVELS = tuple(level.value for level in Level)
LEVEL = Level.INTERMEDIATE.value
PAPERS = ("A4", "Letter")
PLAN_ENDINGS = (".pdf", ".md", ".txt")


def fill_plan(sub: argparse.ArgumentParser, entity_help: str) -> None:
    """The arguments of `plan`, all but --json."""
    sub.add_argument(
        "--focus",
        metavar="ENTITY",
        nargs="+",
        required=True,
        help=f"what to train for, one or several: {entity_help}, context:uphill",
    )
    sub.add_argument(
        "--minutes",
        metavar="N",
        type=numbers.minutes,
        required=True,
        help="minutes of one session with rests, 5 to 180",
    )
    sub.add_argument(
        "--equipment",
        metavar="THINGS",
        default="none",
        help="what there is, with commas between: none, mat, step, band, bench, wall ... (none)",
    )
    sub.add_argument(
        "--days", metavar="D", type=numbers.days, default=1, help="sessions a week, 1 to 7 (1)"
    )
    sub.add_argument(
        "--level",
        metavar="L",
        type=one_of("level", LEVELS),
        default=LEVEL,
        help=f"the hardest exercises allowed: {', '.join(LEVELS)} ({LEVEL})",
    )
    _add_paper(sub)
    sub.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=_ending(PLAN_ENDINGS),
        default=argparse.SUPPRESS,  # a default of its own would be read as a typed word
        help="a page (.pdf), Markdown (.md) or text (.txt) by its ending; without it, text",
    )


def fill_handout(sub: argparse.ArgumentParser) -> None:
    """The arguments of `handout`, all but the entity."""
    _add_paper(sub)
    sub.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=_ending((".pdf",)),
        required=True,
        help="the file, ending in .pdf",
    )


def _add_paper(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--paper",
        metavar="PAPER",
        type=_paper,
        default=PAPERS[0],
        help=f"of the page: {' or '.join(PAPERS)} ({PAPERS[0]})",
    )


def _paper(word: str) -> str:
    """A size of paper, in small letters too."""
    known = {each.lower(): each for each in PAPERS}
    return known.get(word.lower()) or one_of("paper", PAPERS)(word)


def _ending(endings: tuple[str, ...]) -> Callable[[str], str]:
    """A reader of file names with one of these endings."""

    def read(word: str) -> str:
        if not word.lower().endswith(endings):
            which = " or ".join(filter(None, (", ".join(endings[:-1]), endings[-1])))
            raise WrongWords(f"{word!r} has an unknown ending; let the file end in {which}")
        return word

    return read
