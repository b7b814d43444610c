"""The instants of a film or of a row of poses, and how long each is shown."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from anatomy_app.cli import english, numbers
from anatomy_app.cli.render_arguments import is_animated
from anatomy_app.cli.stock import find
from anatomy_app.cli.stops import WrongContent, WrongWords
from anatomy_app.cli.words import Words
from anatomy_app.content.library import Library
from anatomy_app.model.curves import CYCLE
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Stride

USUAL = 30  # frames a second, where none are asked for
MOST = 2000  # frames
# What files can hold, and viewers keep: milliseconds of the shortest frame, and of a step.
SHORTEST, GRID = {".gif": 20, ".webp": 11}, {".gif": 10, ".webp": 1}


@dataclass(frozen=True, slots=True)
class Film:
    """Instants at even distances (percent of the stride); all of them take so many seconds."""

    percents: tuple[float, ...]
    seconds: float

    def milliseconds(self, grid: int) -> tuple[int, ...]:
        """How long each instant is shown, in steps of `grid` that add up to the whole."""
        each = 1000.0 * self.seconds / len(self.percents) / grid
        times = [round(each * number) * grid for number in range(len(self.percents) + 1)]
        return tuple(end - start for start, end in pairwise(times))


def film_of(library: Library, stride: Stride, words: Words) -> Film:
    """The frames that are asked for; a Stop if there is no such stage or they are too short."""
    start, end = part(library, stride, words.stage)
    seconds = stride.stride_time * (end - start) / CYCLE / numbers.RATES[words.rate or "1"]
    usual = min(max(round(USUAL * seconds), 2), MOST)
    film = Film(evenly(start, end, words.frames or words.poses or usual), seconds)
    if is_animated(words):
        _check_pace(film, words)
    return film


def evenly(start: float, end: float, count: int) -> tuple[float, ...]:
    """So many instants from the start, the end being that of the last one's time."""
    return tuple(start + number * (end - start) / count for number in range(count))


def part(library: Library, stride: Stride, stage: str | None) -> tuple[float, float]:
    """Start and end in percent of a stage of the right foot, of the whole stride without one."""
    if stage is None:
        return 0.0, CYCLE
    entity = find(library, stage if ":" in stage else f"stage:{stage}")
    if entity.kind is not Kind.STAGE:
        raise WrongWords(f"{entity} is no stage; 'anatomy-app list stages' names them all")
    spans = (*stride.stages, *stride.periods(Side.RIGHT), *stride.floats())
    known = {span.name: (span.start, span.end) for span in spans} | {"gait_cycle": (0.0, CYCLE)}
    if entity.id not in known:
        raise WrongContent(_no_part(stride, entity))
    return known[entity.id]


def pace(film: Film, words: Words) -> str:
    """How fast the frames run, for whoever makes a video of them."""
    count, rate = len(film.percents), words.rate or "1"
    how = "in real time" if rate == "1" else f"at {rate} of real time"
    return f"{count} frames; {count / film.seconds:.2f} a second run {how}"


def _check_pace(film: Film, words: Words) -> None:
    ending = Path(words.output).suffix.lower()
    count, shortest = len(film.percents), SHORTEST[ending]
    each = 1000.0 * film.seconds / count
    if each < shortest:
        most = max(int(1000.0 * film.seconds / shortest), 1)
        raise WrongWords(
            f"{count} frames are {each:.1f} ms each, and a {ending} shows none shorter than "
            f"{shortest} ms; ask for at most {most}, or a slower --rate"
        )


def _no_part(stride: Stride, entity: Entity) -> str:
    if entity.id == "toe_off":
        return f"{entity} is an instant; use --at {english.number(stride.toe_off)}"
    return f"{stride.gait} has no {entity}; 'anatomy-app list stages' names the stages"
