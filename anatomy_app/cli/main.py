"""From words to an exit status: parses, calls the command, tells what went wrong in a sentence."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from anatomy_app.cli.output import tell
from anatomy_app.cli.stops import INTERRUPTED, Stop, WrongContent, WrongPlace, WrongWords

if TYPE_CHECKING:
    from anatomy_app.cli.words import Words


def run(words: Sequence[str]) -> int:
    """Do what the words say; 0 done, 1 wrong content, 2 wrong words, 3 wrong place, 130 stopped."""
    try:
        return _status(words)
    except Stop as stop:
        tell(str(stop))
        return stop.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        tell("there is not enough memory; ask for less")
        return WrongPlace.status
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        tell(f"the program has a fault ({type(error).__name__}: {error}); please report it")
        return WrongContent.status


def _status(words: Sequence[str]) -> int:
    if not words:  # the window alone: somebody waits for it, and it needs no parser
        return _window(None)
    from anatomy_app.cli.arguments import parse

    try:
        asked = parse([_readable(word) for word in words])
    except SystemExit as leaving:  # --help and --version, already printed
        return leaving.code if isinstance(leaving.code, int) else WrongWords.status
    return _COMMANDS[asked.command or ""](asked)


def _readable(word: str) -> str:
    """A word without bytes that are no text, so that it can be printed and searched."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _window(words: "Words | None") -> int:
    from anatomy_app.cli.opening import open_window

    return open_window(words)


def _read(words: "Words") -> int:
    from anatomy_app.cli import reading

    commands: dict[str, Callable[[Words], int]] = {
        "list": reading.list_all,
        "show": reading.show,
        "search": reading.search,
        "at": reading.at,
    }
    return commands[words.command](words)


def _render(words: "Words") -> int:
    from anatomy_app.cli.render import render

    return render(words)


def _plan(words: "Words") -> int:
    from anatomy_app.cli.plan import make_plan

    return make_plan(words)


def _handout(words: "Words") -> int:
    from anatomy_app.cli.handout import handout

    return handout(words)


def _check(words: "Words") -> int:
    from anatomy_app.cli.checking import check

    return check(words.folder)


_COMMANDS: dict[str, Callable[["Words"], int]] = {
    "": _window,
    "open": _window,
    "list": _read,
    "show": _read,
    "search": _read,
    "at": _read,
    "render": _render,
    "plan": _plan,
    "handout": _handout,
    "check": _check,
}
