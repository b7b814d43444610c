"""What was typed as one typed value, and what the parsers of all commands share."""

import argparse
from collections.abc import Sequence

from anatomy_app.cli import numbers, plan_arguments
from anatomy_app.cli.choices import one_of

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
    focus: Sequence[str] = ()
    minutes: float = 0.0
    equipment: str = "none"
    days: int = 1
    level: str = plan_arguments.LEVEL
    paper: str = plan_arguments.PAPERS[0]


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
