"""Paints a picture of the body into a file: no display, no window."""

import os
from pathlib import Path

from anatomy_app.cli.arguments import Words
from anatomy_app.cli.display import library_sentence
from anatomy_app.cli.output import check_writable, tell, write_whole
from anatomy_app.cli.stock import find, gait_of, open_library
from anatomy_app.cli.stops import WrongContent, WrongPlace, WrongWords
from anatomy_app.content.library import Library
from anatomy_app.content.plate_file import PlateError
from anatomy_app.model.drawing import View
from anatomy_app.model.gait import Stride
from anatomy_app.model.naming import NameStyle
from anatomy_app.model.outlining import selected_structures


def render(words: Words) -> int:
    """Everything that can be wrong is told before anything is painted."""
    path = Path(words.output)
    check_writable(path)
    library = open_library()
    library.show_figure(words.figure)
    view = View(words.view)
    if words.layer is not None and words.layer > library.layers(view):
        raise WrongWords(
            f"the {view} view has no layer {words.layer}; write 1 to {library.layers(view)}"
        )
    stride = _stride(library, words)
    selected = _selected(library, words)
    named = _named(library, words)
    data = _painted(library, words, stride, selected, named)
    write_whole(path, data)
    return 0


def _stride(library: Library, words: Words) -> Stride:
    try:
        return library.stride(gait_of(words.gait), words.speed)
    except ValueError as error:
        raise WrongWords(str(error)) from error


def _selected(library: Library, words: Words) -> tuple[str, ...]:
    """The structures to outline."""
    return _structures(library, words.select, "outlined") if words.select else ()


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


def _painted(
    library: Library,
    words: Words,
    stride: Stride,
    selected: tuple[str, ...],
    named: tuple[str, ...],
) -> bytes:
    """The bytes of the picture; this is where Qt is loaded."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication

        from anatomy_app.cli.canvas import picture
        from anatomy_app.cli.composing import Wish, compose
    except ImportError as error:
        if (error.name or "").startswith("anatomy_app"):
            raise
        raise WrongPlace(library_sentence(str(error))) from error
    application = QGuiApplication.instance() or QGuiApplication(["anatomy-app"])
    wish = Wish(
        View(words.view), words.layer, words.at or 0.0, selected, words.theme, words.colour,
        named, NameStyle(words.name_style), words.hair,
    )  # fmt: skip
    try:
        composed = compose(library, stride, wish)
    except PlateError as error:
        raise WrongContent(f"{error}; 'anatomy-app check' tells all about it") from error
    size = words.size or composed.sheet.fitting_size()
    for note in composed.notes(size):
        tell(note)
    ending = Path(words.output).suffix.lower()
    data = picture(
        ending, size, lambda p: composed.sheet.paint(p, size), composed.title, composed.credit
    )
    del application
    return data
