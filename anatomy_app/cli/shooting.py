"""Sheets into files: one picture, the frames of a film one by one, or a film in one file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from anatomy_app.cli.animated import animation, check_pillow, check_room
from anatomy_app.cli.canvas import painted_image, picture
from anatomy_app.cli.composing import Composed, Composer
from anatomy_app.cli.film import GRID, Film
from anatomy_app.cli.output import tell
from anatomy_app.cli.render_arguments import is_animated
from anatomy_app.cli.words import Words

HEIGHT, LESS_HIGH = (
    1600,
    800,
)  # pixels, where no size is asked for: rows of poses and films are large


def pictures(composer: Composer, words: Words, film: Film | None) -> Iterator[bytes]:
    """The bytes of each file, painted when it is asked for."""
    if film is None:
        yield _still(composer.at(words.at or 0.0), words, HEIGHT)
    elif words.poses is not None:
        yield _still(composer.side_by_side(film.percents), words, LESS_HIGH)
    elif is_animated(words):
        yield _film_file(composer, words, film)
    else:
        reel = _reel(composer, words, film, HEIGHT)
        for composed in reel.sheets:
            yield _bytes(composed, words, reel.size)


def _still(composed: Composed, words: Words, height: int) -> bytes:
    size = words.size or composed.sheet.fitting_size(height)
    for note in composed.notes(size):
        tell(note)
    return _bytes(composed, words, size)


def _film_file(composer: Composer, words: Words, film: Film) -> bytes:
    """All frames in one file."""
    ending = Path(words.output).suffix.lower()
    check_pillow(ending)
    reel = _reel(composer, words, film, LESS_HIGH)
    check_room(len(film.percents), reel.size)
    credit = reel.sheets[0].credit
    return animation(ending, reel.image, film.milliseconds(GRID[ending]), credit)


@dataclass(frozen=True)
class _Reel:
    """The sheets of a film, all of one size and laid out alike."""

    sheets: Sequence[Composed]
    size: tuple[int, int]

    def image(self, number: int) -> QImage:
        """A frame as it is seen."""
        return painted_image(self.size, partial(self.sheets[number].sheet.paint, size=self.size))


def _reel(composer: Composer, words: Words, film: Film, height: int) -> _Reel:
    """Whatever a frame leaves out is told once for all."""
    made = [composer.at(percent) for percent in film.percents]
    size = words.size or max(each.sheet.fitting_size(height) for each in made)
    foot = max(each.sheet.foot(size) for each in made)
    column = max(each.sheet.column() for each in made)
    sheets = [
        replace(each, sheet=replace(each.sheet, least_foot=foot, least_column=column))
        for each in made
    ]
    for note in dict.fromkeys(note for each in sheets for note in each.notes(size)):
        tell(note)
    return _Reel(sheets, size)


def _bytes(composed: Composed, words: Words, size: tuple[int, int]) -> bytes:
    ending = Path(words.output).suffix.lower()
    paint = partial(composed.sheet.paint, size=size)
    return picture(ending, size, paint, composed.title, composed.credit)
