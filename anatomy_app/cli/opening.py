"""Opens the window, at a place if one is named."""

from functools import partial

from anatomy_app.cli import numbers
from anatomy_app.cli.display import check_display, library_sentence
from anatomy_app.cli.interrupts import run_until_interrupted
from anatomy_app.cli.stops import WrongPlace, WrongWords
from anatomy_app.cli.words import Words


def open_window(words: Words) -> int:
    """The window's exit status. Wrong words and unknown things are told before Qt is loaded."""
    place, percent = _place(words) if words.command else (None, None)
    try:
        check_display()
        from anatomy_app.ui.app import run
    except ImportError as error:
        if (error.name or "").startswith("anatomy_app"):
            raise
        raise WrongPlace(library_sentence(str(error))) from error
    return run_until_interrupted(
        partial(run, place=place, percent=percent, gait=words.gait, speed=words.speed)
    )


def _place(words: Words) -> tuple[str, float | None]:
    """The entity and the percent of ENTITY[@PERCENT], both checked, and the stride with them."""
    from anatomy_app.cli.stock import find, gait_of, open_library

    name, at, text = words.entity.partition("@")
    percent = numbers.percent(text) if at else None
    library = open_library()
    if words.gait or words.speed is not None:
        try:
            library.stride(gait_of(words.gait), words.speed)
        except ValueError as error:
            raise WrongWords(str(error)) from error
    return str(find(library, name)), percent
