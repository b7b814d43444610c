"""Opens the window, at a place if one is named."""

import gc
from functools import partial
from typing import TYPE_CHECKING

from anatomy_app.cli.display import check_display, library_sentence
from anatomy_app.cli.interrupts import run_until_interrupted
from anatomy_app.cli.stops import WrongPlace, WrongWords
from anatomy_app.ui.plain_import import import_qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from anatomy_app.cli.words import Words


def open_window(words: "Words | None") -> int:
    """The window's exit status. Wrong words and unknown things are told before Qt is loaded."""
    place, percent = _place(words) if words and words.command else (None, None)
    gait, speed = (words.gait, words.speed) if words else (None, None)
    gc.disable()  # nothing dies before the first picture; collecting would only delay it
    try:
        run = _program()
        return run_until_interrupted(
            partial(run, place=place, percent=percent, gait=gait, speed=speed)
        )
    finally:
        gc.enable()


def _program() -> "Callable[..., int]":
    """What opens the window; a WrongPlace if this computer lacks something for it."""
    try:
        check_display()
        import_qt()
        from anatomy_app.ui.app import run
    except ImportError as error:
        if (error.name or "").startswith("anatomy_app"):
            raise
        raise WrongPlace(library_sentence(str(error))) from error
    return run


def _place(words: "Words") -> tuple[str, float | None]:
    """The entity and the percent of ENTITY[@PERCENT], both checked, and the stride with them."""
    from anatomy_app.cli import numbers
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
