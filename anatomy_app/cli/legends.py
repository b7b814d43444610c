"""The legend of a colour mode: swatches with their words."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QColor

from anatomy_app.cli import english
from anatomy_app.cli.bodies import muscles
from anatomy_app.content.library import Library
from anatomy_app.model.anatomy import Contraction
from anatomy_app.model.drawing import Tissue
from anatomy_app.model.kinds import Change
from anatomy_app.model.knowledge import Context
from anatomy_app.model.settings import Shift, shifts
from anatomy_app.paint.glyphs import SHOWN as GLYPHS
from anatomy_app.paint.glyphs import glyph_ink
from anatomy_app.paint.legend import Swatch
from anatomy_app.paint.look import ColourMode, change_rgb, contraction_rgb, shift_rgb
from anatomy_app.paint.theme import Theme, group_rgb


def swatches(
    library: Library,
    theme: Theme,
    mode: ColourMode,
    tissues: Iterable[tuple[str, Tissue]],
    context: Context | None = None,
) -> tuple[Swatch, ...]:
    """The legend of a mode, the activity scale apart; of a setting that of its `context`."""
    no_data = Swatch(english.NO_DATA)
    if mode is ColourMode.ACTIVITY:
        return (no_data,)
    if mode is ColourMode.SETTING and context:
        return tuple(_setting(theme, {*shifts(library.entries, context).values()}))
    if mode is ColourMode.CONTRACTION:
        shown = (
            Contraction.ECCENTRIC,
            Contraction.ISOMETRIC,
            Contraction.CONCENTRIC,
            Contraction.LOW,
        )
        named = (
            Swatch(
                english.CONTRACTIONS[one],
                QColor.fromRgb(contraction_rgb(theme, one)),
                str(one) if one in GLYPHS else "",
            )
            for one in shown
        )
        computed = (
            Swatch(english.computed(one), QColor.fromRgb(change_rgb(theme, one))) for one in Change
        )
        return (*named, *computed, no_data)
    if mode is ColourMode.GROUP:
        return tuple(_groups(library, theme, muscles(tissues)))
    seen = {tissue for _, tissue in tissues} - {Tissue.SKIN}
    return tuple(Swatch(each, theme.colour(each)) for each in Tissue if each in seen)


def _setting(theme: Theme, shown: set[Shift]) -> Iterator[Swatch]:
    """The changes that a setting has, with their signs, then what it does not name."""
    for shift in (*(each for each in Shift if each in shown), None):
        colour = QColor.fromRgb(shift_rgb(theme, shift))
        ink = glyph_ink(theme, shift) if shift else None
        yield Swatch(english.SHIFTS[shift], colour, shift.value if shift else "", ink)


def _groups(library: Library, theme: Theme, here: Iterable[str]) -> Iterator[Swatch]:
    """A swatch for each shelf with a muscle in the layer."""
    structures = library.atlas.structures
    shelves = {structures[each].shelf for each in here if each in structures}
    for place, shelf in enumerate(library.atlas.shelf_list):
        if shelf.id in shelves:
            yield Swatch(shelf.name, QColor.fromRgb(group_rgb(theme, place)))
