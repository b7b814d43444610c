"""The words of the command line, read into one typed value; wrong ones refused with a sentence."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import NoReturn

from anatomy_app import __version__
from anatomy_app.cli import numbers, plan_arguments
from anatomy_app.cli.choices import one_of, unknown
from anatomy_app.cli.output import put_text
from anatomy_app.cli.render_arguments import fill_render
from anatomy_app.cli.stops import WrongWords
from anatomy_app.cli.words import ENTITY_HELP, Words, add_stride

PROGRAM = "anatomy-app"
KINDS = {
    "muscles": "muscle",
    "exercises": "exercise",
    "injuries": "injury",
    "stages": "stage",
    "contexts": "context",
    "faq": "faq",
    "sources": "source",
}
"""The words of `list` and the kinds of entity that they mean."""

EPILOG = "Without a command it opens the window. Percent is 0 to 100 of the stride, 0 = right foot "
EPILOG += "initial contact."


def parse(words: Sequence[str]) -> Words:
    """The words as values. A WrongWords with a sentence; `--help` and `--version` exit with 0."""
    parser, commands = _parser()
    if words and not words[0].startswith("-") and words[0] not in commands:
        raise WrongWords(unknown("command", words[0], commands, f"see {PROGRAM} --help"))
    return parser.parse_args(list(words), namespace=Words())


class _Parser(argparse.ArgumentParser):
    """A parser that raises a sentence instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise WrongWords(f"{_plain(message)}; see {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:
        put_text(message.rstrip("\n"))  # argparse would not notice a full disk


def _plain(message: str) -> str:
    """A message of argparse as the words of a sentence."""
    if match := re.fullmatch(r"the following arguments are required: (.*)", message):
        names = [name.split("/")[0] for name in match[1].split(", ")]
        return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} missing"
    if match := re.fullmatch(r"unrecognized arguments: (.*)", message):
        return f"nothing here is called {match[1]}"
    if match := re.fullmatch(r"argument ([^:]+): expected (?:one|at least one) argument", message):
        return f"{match[1]} wants a value after it"
    return message.removeprefix("argument ")


def _parser() -> tuple[_Parser, tuple[str, ...]]:
    """The parser, and the names of its commands."""
    parser = _Parser(
        prog=PROGRAM,
        description="Stride Atlas: which muscle does what, at any instant of the stride.",
        epilog=EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Stride Atlas {__version__}",
        help="print the version and leave",
    )
    adding = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (text, fill) in _COMMANDS.items():
        sub = adding.add_parser(name, help=text, description=f"{text}.", allow_abbrev=False)
        fill(sub)
    return parser, tuple(_COMMANDS)


def _fill_open(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("entity", metavar="ENTITY[@PERCENT]", help=ENTITY_HELP)
    add_stride(sub)


def _fill_list(sub: argparse.ArgumentParser) -> None:
    kinds = tuple(KINDS)
    sub.add_argument(
        "kind", metavar="KIND", type=one_of("kind", kinds), help=f"one of {', '.join(kinds)}"
    )
    _add_json(sub)


def _fill_show(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("entity", metavar="ENTITY", help=ENTITY_HELP)
    _add_json(sub)


def _fill_search(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("query", metavar="WORDS", nargs="+", help="what you would type, in any order")
    sub.add_argument(
        "--limit", metavar="N", type=numbers.count, default=10, help="hits at most (10)"
    )
    _add_json(sub)


def _fill_at(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("percent", metavar="PERCENT", type=numbers.percent, help="0 to 100")
    add_stride(sub)
    _add_json(sub)


def _fill_check(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("folder", metavar="FOLDER", nargs="?", help="the shipped content if left out")


def _fill_plan(sub: argparse.ArgumentParser) -> None:
    plan_arguments.fill_plan(sub, ENTITY_HELP)
    _add_json(sub)


def _fill_handout(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("entity", metavar="ENTITY", help=ENTITY_HELP)
    plan_arguments.fill_handout(sub)


def _add_json(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="print one JSON document")


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "open": ("Open the window at one place", _fill_open),
    "list": ("List everything of one kind", _fill_list),
    "show": ("Show all that is known about one entity, with sources", _fill_show),
    "search": ("Search by words; each hit says why it matched", _fill_search),
    "at": ("Show the whole stride at one instant", _fill_at),
    "render": ("Paint the body into a file: a picture, a film, or its frames", fill_render),
    "plan": ("Make a training session or week, each exercise with its reason", _fill_plan),
    "handout": ("Print one or two pages about a muscle, injury or exercise", _fill_handout),
    "check": ("Check a content folder and name every problem", _fill_check),
}
