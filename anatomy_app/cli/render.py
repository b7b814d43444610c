"""Paints the body into files: a picture, a film, or its frames. No display, no window."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anatomy_app.cli.display import library_sentence
from anatomy_app.cli.film import Film, film_of, pace
from anatomy_app.cli.output import check_writable, tell, write_whole
from anatomy_app.cli.render_arguments import check_render, files, is_animated
from anatomy_app.cli.stock import find, gait_of, open_library
from anatomy_app.cli.stops import WrongContent, WrongPlace, WrongWords
from anatomy_app.cli.words import Words
from anatomy_app.content.library import Library
from anatomy_app.content.plate_file import PlateError
from anatomy_app.content.rig_file import RigError
from anatomy_app.model.drawing import Side, View
from anatomy_app.model.gait import Stride
from anatomy_app.model.knowledge import Context
from anatomy_app.model.naming import NameStyle
from anatomy_app.model.outlining import selected_structures
from anatomy_app.ui.outlined import outlined

if TYPE_CHECKING:
    from anatomy_app.cli.composing import Composer


@dataclass(frozen=True)
class _Order:
    """All that the words name, found."""

    words: Words
    library: Library
    stride: Stride
    selected: tuple[str, ...]  # structures to outline
    context: Context | None  # the setting of a run that colours the body
    named: tuple[str, ...]  # structures whose names stand beside the drawing
    film: Film | None  # the instants, if they are many


def render(words: Words) -> int:
    """Everything that can be wrong is told before anything is painted."""
    check_render(words)
    paths = files(words)
    for path in paths:
        check_writable(path)
    order = _order(words)
    for path, data in zip(paths, _painted(order), strict=True):
        write_whole(path, data)
    if order.film and words.frames and not is_animated(words):
        tell(pace(order.film, words))
    return 0


def _order(words: Words) -> _Order:
    library = open_library()
    library.show_figure(words.figure)
    view = View(words.view)
    if words.layer is not None and words.layer > library.layers(view):
        raise WrongWords(
            f"the {view} view has no layer {words.layer}; write 1 to {library.layers(view)}"
        )
    stride = _stride(library, words)
    many = words.frames or words.poses or is_animated(words)
    return _Order(
        words,
        library,
        stride,
        *_selected(library, words),
        _named(library, words),
        film_of(library, stride, words) if many else None,
    )


def _selected(library: Library, words: Words) -> tuple[tuple[str, ...], Context | None]:
    """What is outlined, and the setting that colours the body unless other colours are asked for.

    What stands alone, or is coloured by something else, is all that the setting names.
    """
    if not words.select:
        return (), None
    named = _structures(library, words.select, "outlined")
    context = library.atlas.record(entity := find(library, words.select))
    if not isinstance(context, Context) or words.colour:
        return named, None
    return named if words.isolate else outlined(library, entity), context


def _stride(library: Library, words: Words) -> Stride:
    try:
        return library.stride(gait_of(words.gait), words.speed)
    except ValueError as error:
        raise WrongWords(str(error)) from error


def _named(library: Library, words: Words) -> tuple[str, ...]:
    """The structures whose names stand beside the drawing."""
    if words.names == "none":
        return ()
    if words.names == "all":
        return tuple(id_ for id_, each in library.atlas.structures.items() if each.drawn)
    return _structures(library, words.names, "named")


def _structures(library: Library, text: str, done: str) -> tuple[str, ...]:
    """The structures of an entity that the user asks to have outlined or named."""
    entity = find(library, text)
    found = selected_structures(library.atlas, entity)
    if not found:
        raise WrongContent(f"{entity} names no muscle that could be {done}; choose another")
    return found


def _painted(order: _Order) -> Iterator[bytes]:
    """The bytes of each file; this is where Qt is loaded."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication

        from anatomy_app.cli import shooting
    except ImportError as error:
        if (error.name or "").startswith("anatomy_app"):
            raise
        raise WrongPlace(library_sentence(str(error))) from error
    application = QGuiApplication.instance() or QGuiApplication(["anatomy-app"])
    try:
        yield from shooting.pictures(_composer(order), order.words, order.film)
    except (PlateError, RigError) as error:
        raise WrongContent(f"{error}; 'anatomy-app check' tells all about it") from error
    del application


def _layer(order: _Order) -> int | None:
    """The layer that is asked for; a setting colours the surface."""
    surface = order.context is not None and not order.words.isolate
    return order.words.layer or (1 if surface else None)


def _composer(order: _Order) -> "Composer":
    from anatomy_app.cli.composing import Composer, Wish
    from anatomy_app.cli.runner_body import RunnerWish

    words = order.words
    force = True if words.force is None else words.force
    wish = Wish(
        View(words.view), _layer(order), order.selected, words.theme, words.colour, order.named,
        NameStyle(words.name_style), words.hair, order.context, words.isolate,
        RunnerWish(Side(words.near or "right"), words.trail, force),
    )  # fmt: skip
    return Composer(order.library, order.stride, wish)
