"""What was typed as one typed value, and what the parsers of all commands share."""

import argparse
from collections.abc import Callable, Sequence

from anatomy_app.cli import numbers
from anatomy_app.cli.stops import WrongWords

GAITS = ("running", "walking", "sprinting")
ENTITY_HELP = "kind:id, such as muscle:soleus, exercise:step_up, injury:itbs, stage:midstance"


class Words(argparse.Namespace):
    """What was typed; each command sets only its own part."""

    command: str = ""
    json: bool = False
    kind: str = ""
    entity: str = ""
    at: float | None = None
    gait: str | None = None
    speed: float | None = None
    query: Sequence[str] = ()
    limit: int = 10
    percent: float = 0.0
    folder: str | None = None
    view: str = ""
    layer: int | None = None
    figure: str = "male"
    hair: bool = False
    near: str | None = None
    trail: bool = False
    force: bool | None = None
    select: str | None = None
    isolate: bool = False
    names: str = "none"
    name_style: str = "english"
    theme: str = "light"
    colour: str = "activity"
    size: tuple[int, int] | None = None
    frames: int | None = None
    poses: int | None = None
    stage: str | None = None
    rate: str | None = None
    output: str = ""


def unknown(what: str, word: str, known: Sequence[str], otherwise: str) -> str:
    """A sentence about a word that is not known: what is near it, else what to do."""
    import difflib  # only here: most words are right

    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"no {what} {word!r}; " + (f"did you mean {near[0]}?" if near else otherwise)


def one_of(what: str, known: Sequence[str]) -> Callable[[str], str]:
    """A reader of one of several words."""

    def read(word: str) -> str:
        if word not in known:
            raise WrongWords(unknown(what, word, known, f"it is one of {', '.join(known)}"))
        return word

    return read


def add_stride(sub: argparse.ArgumentParser) -> None:
    """Which stride: `--gait` and `--speed`."""
    sub.add_argument(
        "--gait",
        metavar="G",
        type=one_of("gait", GAITS),
        help=f"one of {', '.join(GAITS)} (running)",
    )
    sub.add_argument(
        "--speed", metavar="V", type=numbers.speed, help="metres per second (running: 3.0)"
    )


def add_choice(sub: argparse.ArgumentParser, name: str, known: Sequence[str]) -> None:
    """A word of several, the first if none is given."""
    sub.add_argument(
        name,
        metavar=name[2:].upper(),
        type=one_of(name[2:], known),
        default=known[0],
        help=f"one of {', '.join(known)} ({known[0]})",
    )
