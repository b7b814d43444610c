"""From what was asked for to a sheet: layer, colours, outlines and words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from anatomy_app.cli import english
from anatomy_app.cli.at_text import headline
from anatomy_app.cli.credit import CREDIT
from anatomy_app.cli.sheet import Sheet
from anatomy_app.content.library import Library
from anatomy_app.model.activation import activations
from anatomy_app.model.anatomy import Contraction
from anatomy_app.model.drawing import Region, Tissue, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Stride
from anatomy_app.model.instant import FEET, Instant, instant_in
from anatomy_app.model.naming import NameStyle, label, shortened
from anatomy_app.paint.facts import facts_at
from anatomy_app.paint.glyphs import SHOWN as GLYPHS
from anatomy_app.paint.legend import Swatch
from anatomy_app.paint.look import (
    ColourMode,
    Snapshot,
    contraction_rgb,
    resolve_colours,
    resolve_contractions,
    selection_keys,
)
from anatomy_app.paint.naming import Spot, spots
from anatomy_app.paint.plate import LayerPaths
from anatomy_app.paint.theme import THEMES, Theme, group_rgb

TICKS = ("0", "50", "100 % of own peak")
LONGEST = (42, 68)  # letters of a name, and of one in two languages; longer ones are shortened
VIEW_NAMES = {
    View.FRONT: "Front view",
    View.BACK: "Back view",
    View.SIDE: "Side view",
    View.MEDIAL: "Inner leg",
    View.SOLE: "Sole of the foot",
}
MODE_NAMES = {
    ColourMode.ACTIVITY: "muscle activity",
    ColourMode.CONTRACTION: "contraction",
    ColourMode.GROUP: "muscle groups",
    ColourMode.ANATOMY: "anatomy",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What to paint; without a layer the first that shows the selection, else the first."""

    view: View
    layer: int | None
    percent: float
    selected: tuple[str, ...]
    theme: str
    colour: str
    named: tuple[str, ...] = ()  # structures whose names stand beside the drawing
    style: NameStyle = NameStyle.ENGLISH
    hair: bool = False


@dataclass(frozen=True)
class Composed:
    """A sheet with its title and credit, and what it cannot show."""

    sheet: Sheet
    title: str
    credit: str
    missing: tuple[str, ...]

    def notes(self, size: tuple[int, int]) -> Iterator[str]:
        """Sentences about what a picture of that size leaves out."""
        yield from self.missing
        if not self.sheet.has_foot(size):
            yield f"{size[0]}x{size[1]} pixels are too few for a legend and a caption"
        without = len(self.sheet.names) - len(self.sheet.named(size))
        if without:
            names = "1 name" if without == 1 else f"{without} names"
            yield f"{size[0]}x{size[1]} pixels leave no room for {names}"


def compose(library: Library, stride: Stride, wish: Wish) -> Composed:
    """The sheet of a wish. A PlateError if a drawing cannot be loaded."""
    atlas, theme, mode = library.atlas, THEMES[wish.theme], ColourMode(wish.colour)
    activity = activations(atlas.structures, library.tables, stride)
    facts = facts_at(
        mode, atlas.structures, library.drawn, activity, wish.percent, atlas.shelf_list
    )
    drawn = {id_ for each in wish.selected for id_ in atlas.structures[each].drawn}
    named = {id_: each for each in wish.named for id_ in atlas.structures[each].drawn}
    number, layers = _layer(library, wish, drawn, set(named))
    colours = resolve_colours(theme, mode, facts)
    snapshot = Snapshot(
        theme, mode, colours, selection_keys(sorted(drawn), None),
        contractions=resolve_contractions(mode, facts), hair=wish.hair,
    )  # fmt: skip
    now = instant_in(atlas, activity, wish.percent)
    caption = _caption(library, now, wish, number)
    sheet = Sheet(
        paths=layers[number],
        others=tuple(each for n, each in layers.items() if n != number),
        snapshot=snapshot,
        ticks=TICKS,
        swatches=_swatches(library, theme, mode, layers[number]),
        caption=caption,
        names=_names(library, wish, layers[number], named),
    )
    missing = [*_missing(library, wish, layers)]
    if wish.named and not sheet.names:
        missing.append(f"layer {number} of the {wish.view} view shows nothing to name")
    return Composed(sheet, caption[0], CREDIT, tuple(missing))


def _layer(
    library: Library, wish: Wish, drawn: set[str], named: set[str]
) -> tuple[int, dict[int, LayerPaths]]:
    """The number of the layer to show, and the layers: all of them if something is sought."""
    numbers = range(1, library.layers(wish.view) + 1)
    sought = drawn or named
    if not sought:
        number = wish.layer or 1
        return number, {number: LayerPaths(library.layer(wish.view, number))}
    layers = {n: LayerPaths(library.layer(wish.view, n)) for n in numbers}
    showing = [n for n, paths in layers.items() if sought & _regions(paths)]
    return wish.layer or (showing[0] if showing else 1), layers


def _names(
    library: Library, wish: Wish, paths: LayerPaths, named: Mapping[str, str]
) -> tuple[Spot, ...]:
    """Where the names point; `named` holds structures by what is drawn of them."""
    if not named:
        return ()
    hit_map, entries = library.hit_map(wish.view), library.entries

    def seen(x: float, y: float) -> Region | None:
        hit = hit_map.top(x, y, paths.layer.number)
        return hit.region if hit else None

    def name(drawn: str) -> str | None:
        if drawn not in named:
            return None
        entry = entries[library.structure_of_region(drawn) or named[drawn]]
        return shortened(label(entry, wish.style), LONGEST[wish.style is NameStyle.BOTH])

    return spots(paths, name, seen)


def _regions(paths: LayerPaths) -> set[str]:
    return {region.structure for region in paths.layer.regions}


def _missing(library: Library, wish: Wish, layers: dict[int, LayerPaths]) -> Iterator[str]:
    """A sentence for each selected structure that the view does not show."""
    seen = set().union(*map(_regions, layers.values()))
    for id_ in wish.selected:
        structure = library.atlas.structures[id_]
        if not seen & set(structure.drawn):
            yield f"{structure.name} is not drawn in the {wish.view} view, so it has no outline"


def _caption(library: Library, now: Instant, wish: Wish, number: int) -> tuple[str, ...]:
    """What is shown, when, and what the feet do."""
    names = [library.atlas.structures[id_].name for id_ in wish.selected]
    outlined = f", outlined: {'; '.join(names)}" if names else ""
    layers = library.layers(wish.view)
    mode = MODE_NAMES[ColourMode(wish.colour)]
    legs = (
        f"{english.capital(side)} foot: {now.legs[side].period}, "
        f"{library.atlas.name(Entity(Kind.STAGE, now.legs[side].stage)).lower()}"
        for side in FEET
    )
    return (
        f"{VIEW_NAMES[wish.view]}, layer {number} of {layers}: {mode}{outlined}",
        headline(now),
        *legs,
    )


def _swatches(
    library: Library, theme: Theme, mode: ColourMode, paths: LayerPaths
) -> tuple[Swatch, ...]:
    no_data = Swatch(english.NO_DATA)
    if mode is ColourMode.ACTIVITY:
        return (no_data,)
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
        return (*named, no_data)
    if mode is ColourMode.GROUP:
        return tuple(_groups(library, theme, paths))
    tissues = {region.tissue for region in paths.layer.regions} - {Tissue.SKIN}
    return tuple(Swatch(each, theme.colour(each)) for each in Tissue if each in tissues)


def _groups(library: Library, theme: Theme, paths: LayerPaths) -> Iterator[Swatch]:
    """A swatch for each shelf with a muscle in the layer."""
    structures = library.atlas.structures
    here = {
        structures[region.structure].shelf
        for region in paths.layer.regions
        if region.tissue is Tissue.MUSCLE and region.structure in structures
    }
    for place, shelf in enumerate(library.atlas.shelf_list):
        if shelf.id in here:
            yield Swatch(shelf.name, QColor.fromRgb(group_rgb(theme, place)))
