"""The words of `render`, and which of them go together."""

import argparse
import re
from pathlib import Path

from anatomy_app.cli import numbers
from anatomy_app.cli.choices import one_of
from anatomy_app.cli.stops import WrongWords
from anatomy_app.cli.words import ENTITY_HELP, Words, add_choice, add_stride
from anatomy_app.model.naming import NameStyle

RUNNER = "runner"
VIEWS = ("front", "back", "side", "medial", "sole", RUNNER)
THEMES = ("light", "dark", "contrast")
STYLES = tuple(style.value for style in NameStyle)
COLOURS = ("activity", "contraction", "group", "anatomy")
ANIMATED = (".gif", ".webp")
ENDINGS = (".png", ".svg", ".pdf", *ANIMATED)
NUMBER = re.compile(r"%(?:0\d)?d")
"""Where the number of a frame stands in the name of its file, as printf writes it."""


def fill_render(sub: argparse.ArgumentParser) -> None:
    """The words of `render`, in groups."""
    _add_body(sub)
    _add_look(sub)
    _add_runner(sub)
    _add_film(sub)
    sub.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=_output,
        required=True,
        help="a picture, .png, .svg or .pdf by its ending; a film, .gif or .webp",
    )


def check_render(words: Words) -> None:
    """A WrongWords with a sentence if words do not go together."""
    if words.view == RUNNER:
        _check_runner(words)
    elif words.near is not None or words.trail or words.force is not None:
        raise WrongWords(f"--near, --trail and --force are for --view {RUNNER}")
    if words.isolate and not words.select:
        raise WrongWords("--isolate fades all but the selection; say what with --select")
    _check_film(words)


def is_animated(words: Words) -> bool:
    """Whether one file is to hold all frames."""
    return words.output.lower().endswith(ANIMATED)


def files(words: Words) -> tuple[Path, ...]:
    """The files that will be written, those of frames in order."""
    path = Path(words.output)
    if words.frames is None or is_animated(words):
        return (path,)
    return tuple(
        path.with_name(NUMBER.sub(lambda mark: mark[0] % number, path.name))  # noqa: B023
        for number in range(words.frames)
    )


def _check_runner(words: Words) -> None:
    if words.figure != "male":
        raise WrongWords("the runner is drawn as the measured male body only; leave out --figure")
    if words.hair:
        raise WrongWords("the runner has no cap of hair; leave out --hair")


def _check_film(words: Words) -> None:
    moves = words.frames is not None or is_animated(words)
    marks = len(NUMBER.findall(Path(words.output).name))
    if words.poses is not None and moves:
        raise WrongWords("--poses makes one picture; leave out --frames, and let it be no film")
    if words.poses is not None and words.names != "none":
        raise WrongWords("names stand beside one figure; leave out --names or --poses")
    if not moves and marks:
        raise WrongWords(f"{words.output!r} is a name for many frames; say how many with --frames")
    if words.frames is not None and not is_animated(words) and marks != 1:
        raise WrongWords(
            f"{words.output!r} cannot be the name of {words.frames} frames; put one number in it, "
            "such as run-%03d.png, or let it end in .gif or .webp"
        )
    _check_range(words, moves)


def _check_range(words: Words, moves: bool) -> None:
    many = moves or words.poses is not None
    if many and words.at is not None:
        raise WrongWords("--at is one instant; leave it out, or name a part of the stride: --stage")
    if words.stage is not None and not many:
        raise WrongWords("--stage is more than an instant; add --frames or --poses, or use --at")
    if words.rate is not None and not moves:
        raise WrongWords("--rate is for what moves: --frames, or a .gif or .webp file")


def _view(word: str) -> str:
    return one_of("view", VIEWS)(word)


def _output(word: str) -> str:
    if not word.lower().endswith(ENDINGS):
        raise WrongWords(
            f"{word!r} has an unknown ending; let the file end in .png, .svg or .pdf, "
            "a film in .gif or .webp"
        )
    return word


def _add_body(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--view", metavar="VIEW", type=_view, required=True, help=f"one of {', '.join(VIEWS)}"
    )
    sub.add_argument(
        "--layer",
        metavar="N",
        type=numbers.layer,
        help="1 is superficial (the first that shows the selection)",
    )
    sub.add_argument(
        "--figure",
        choices=("male", "female"),
        default="male",
        help="the measured body, or the female one by surveyed proportions (male)",
    )
    sub.add_argument("--hair", action="store_true", help="a cap of hair on the head (bald)")
    sub.add_argument(
        "--at", metavar="PERCENT", type=numbers.percent, help="0 to 100 of the stride (0)"
    )
    add_stride(sub)


def _add_look(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--select", metavar="ENTITY", help=f"outline what it names: {ENTITY_HELP}")
    sub.add_argument("--isolate", action="store_true", help="fade all other muscles")
    sub.add_argument(
        "--names",
        metavar="NAMES",
        default="none",
        help="names beside the drawing: all, none or those of an ENTITY (none)",
    )
    sub.add_argument(
        "--name-style",
        metavar="STYLE",
        type=one_of("name style", STYLES),
        default=STYLES[0],
        help=f"how they are written: {', '.join(STYLES)} ({STYLES[0]}); "
        "what has no name in a language is named in Latin",
    )
    add_choice(sub, "--theme", THEMES)
    sub.add_argument(
        "--colour",
        metavar="COLOUR",
        type=one_of("colour", COLOURS),
        help=f"one of {', '.join(COLOURS)} ({COLOURS[0]}; with --select context:ID what that "
        "setting changes)",
    )
    sub.add_argument(
        "--size",
        metavar="WxH",
        type=numbers.size,
        help="pixels (1600 high, poses and films 800, as wide as needed)",
    )


def _add_runner(sub: argparse.ArgumentParser) -> None:
    group = sub.add_argument_group("the runner")
    group.add_argument(
        "--near",
        metavar="SIDE",
        type=one_of("side", ("right", "left")),
        help="the side towards you, right or left (right)",
    )
    group.add_argument("--trail", action="store_true", help="faint ghosts of the poses before")
    group.add_argument(
        "--force",
        action=argparse.BooleanOptionalAction,
        help="the force of the ground as an arrow (shown)",
    )


def _add_film(sub: argparse.ArgumentParser) -> None:
    group = sub.add_argument_group("more than one instant")
    group.add_argument(
        "--frames",
        metavar="N",
        type=numbers.frames,
        help="N instants at even distances from 0 %%, as files run-%%03d.png, numbered from 0, or "
        "in one .gif or .webp (there: 30 a second)",
    )
    group.add_argument(
        "--poses", metavar="N", type=numbers.poses, help="N instants side by side in one picture"
    )
    group.add_argument(
        "--stage",
        metavar="ID",
        help="only this stage of the right foot, such as midstance, stance or float_1",
    )
    group.add_argument(
        "--rate",
        metavar="RATE",
        type=one_of("rate", tuple(numbers.RATES)),
        help="speed of a film, 1, 1/2, 1/4 or 1/10 of real time (1)",
    )
