"""From what was asked for to sheets: layer, colours, outlines and words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QColor

from anatomy_app.cli import english
from anatomy_app.cli.at_text import headline, stride_words
from anatomy_app.cli.bodies import Body, PlateBody, muscles
from anatomy_app.cli.credit import CREDIT
from anatomy_app.cli.legends import swatches
from anatomy_app.cli.runner_body import RunnerBody, RunnerWish
from anatomy_app.cli.sheet import Sheet
from anatomy_app.content.library import Library
from anatomy_app.model.activation import activations
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Stride
from anatomy_app.model.instant import FEET, Instant, instant_in
from anatomy_app.model.knowledge import Context
from anatomy_app.model.lengthening import Lengths
from anatomy_app.model.naming import NameStyle, label, shortened
from anatomy_app.paint.facts import contraction_facts, facts_at, setting_facts
from anatomy_app.paint.look import (
    ColourMode,
    Key,
    Snapshot,
    resolve_colours,
    resolve_glyphs,
    selection_keys,
)
from anatomy_app.paint.naming import Spot
from anatomy_app.paint.signs import FADED
from anatomy_app.paint.theme import THEMES, Theme

TICKS = ("0", "50", "100 % of own peak")
LONGEST = (42, 68)  # letters of a name, and of one in two languages; longer ones are shortened
VIEW_NAMES = {
    View.FRONT: "Front view",
    View.BACK: "Back view",
    View.SIDE: "Side view",
    View.MEDIAL: "Inner leg",
    View.SOLE: "Sole of the foot",
    View.RUNNER: "Runner",
}
MODE_NAMES = {
    ColourMode.ACTIVITY: "muscle activity",
    ColourMode.CONTRACTION: "contraction",
    ColourMode.GROUP: "muscle groups",
    ColourMode.ANATOMY: "anatomy",
    ColourMode.SETTING: "what works more or less",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What to paint; without a layer the first that shows the selection, else the first."""

    view: View
    layer: int | None
    selected: tuple[str, ...]
    theme: str
    colour: str | None  # activity, or what the context changes, if none is given
    named: tuple[str, ...] = ()  # structures whose names stand beside the drawing
    style: NameStyle = NameStyle.ENGLISH
    hair: bool = False
    context: Context | None = None  # the setting of a run that is selected
    isolated: bool = False  # the muscles that are not selected are faded
    runner: RunnerWish = field(default_factory=RunnerWish)


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


class Composer:
    """Makes sheets of one wish in one stride. A PlateError or RigError if it cannot be drawn."""

    def __init__(self, library: Library, stride: Stride, wish: Wish) -> None:
        self._library, self._stride, self._wish = library, stride, wish
        default = ColourMode.SETTING if wish.context else ColourMode.ACTIVITY
        self._theme, self._mode = THEMES[wish.theme], ColourMode(wish.colour or default)
        structures = library.atlas.structures
        self._activity = activations(structures, library.tables, stride)
        self._lengths = Lengths(library.entries, library.tables.paths(), stride)
        self._drawn = frozenset(d for each in wish.selected for d in structures[each].drawn)
        self._named = {d: each for each in wish.named for d in structures[each].drawn}
        self._body = self._made_body()
        self._tissues = self._body.tissues()
        self._columns: dict[str, bool] = {}  # a name keeps its column through a film

    def at(self, percent: float) -> Composed:
        """The sheet of an instant, 0 to 100 % of the stride."""
        now = instant_in(self._library.atlas, self._activity, self._lengths, percent)
        names = self._names(percent)
        missing = [*self._missing()]
        if self._wish.named and not names:
            view = self._wish.view
            missing.append(f"layer {self._body.number} of the {view} view shows nothing to name")
        return self._composed(
            [percent], (*captions(self._library.atlas, now), *self._force(percent)), missing, names
        )

    def side_by_side(self, percents: Sequence[float]) -> Composed:
        """Several instants in a row, each with its percent and stage under it."""
        atlas = self._library.atlas
        now = instant_in(atlas, self._activity, self._lengths, percents[0])
        shown = [english.number(round(percent, 2)) for percent in percents]
        lines = (
            f"{stride_words(now)}, {shown[0]} to {shown[-1]} % of the stride",
            "Under each pose its percent and the stage of the right foot",
        )
        stages = (self._stride.stage_at(Side.RIGHT, percent) for percent in percents)
        titles = tuple(
            (f"{text} %", atlas.stages[stage].short)
            for text, stage in zip(shown, stages, strict=True)
        )
        return self._composed(percents, lines, [*self._missing()], (), titles)

    def _composed(
        self,
        percents: Sequence[float],
        lines: Sequence[str],
        missing: Sequence[str],
        names: tuple[Spot, ...],
        titles: tuple[tuple[str, ...], ...] = (),
    ) -> Composed:
        title = self._title()
        sheet = Sheet(
            figures=tuple(self._body.figure(self._snapshot(each), each) for each in percents),
            theme=self._theme,
            ticks=TICKS if self._mode is ColourMode.ACTIVITY else (),
            swatches=swatches(
                self._library, self._theme, self._mode, self._tissues, self._wish.context
            ),
            caption=(title, *lines),
            names=names,
            titles=titles,
        )
        return Composed(sheet, title, CREDIT, tuple(missing))

    def _made_body(self) -> Body:
        library, wish, sought = self._library, self._wish, self._drawn or frozenset(self._named)
        if wish.view is View.RUNNER:
            return RunnerBody(library, self._stride, wish.layer, sought, wish.runner)
        return PlateBody(library, wish.view, wish.layer, sought)

    def _snapshot(self, percent: float) -> Snapshot:
        """All that decides the body's picture at an instant."""
        library, mode = self._library, self._mode
        atlas = library.atlas
        if mode is ColourMode.SETTING and self._wish.context:
            facts = setting_facts(library.entries, library.drawn, self._wish.context)
        elif mode is ColourMode.CONTRACTION:
            facts = contraction_facts(atlas.structures, library.drawn, self._lengths, percent)
        else:
            facts = facts_at(
                mode, atlas.structures, library.drawn, self._activity, percent, atlas.shelf_list
            )
        colours = resolve_colours(self._theme, mode, facts)
        alone = self._drawn if self._wish.isolated else frozenset()
        if alone:
            colours |= faded(self._theme, colours, muscles(self._tissues) - self._drawn)
        return Snapshot(
            self._theme, mode, colours,
            frozenset() if alone else selection_keys(sorted(self._drawn), None), isolated=alone,
            glyphs=resolve_glyphs(mode, facts), hair=self._wish.hair,
        )  # fmt: skip

    def _names(self, percent: float) -> tuple[Spot, ...]:
        """Where the names point."""
        if not self._named:
            return ()
        found = self._body.spots(percent, self._name)
        return tuple(
            replace(spot, on_left=self._columns.setdefault(spot.name, spot.on_left))
            for spot in found
        )

    def _name(self, drawn: str) -> str | None:
        if drawn not in self._named:
            return None
        entry = self._library.entries[
            self._library.structure_of_region(drawn) or self._named[drawn]
        ]
        style = self._wish.style
        return shortened(label(entry, style), LONGEST[style is NameStyle.BOTH])

    def _missing(self) -> Iterator[str]:
        """A sentence for each selected structure that the view does not show."""
        seen = self._body.everything()
        for id_ in self._wish.selected:
            structure = self._library.atlas.structures[id_]
            if not seen & set(structure.drawn):
                view = self._wish.view
                yield f"{structure.name} is not drawn in the {view} view, so it has no outline"

    def _title(self) -> str:
        """What is shown, in a line."""
        view, structures = self._wish.view, self._library.atlas.structures
        names = [structures[id_].name for id_ in self._wish.selected]
        how = "alone" if self._wish.isolated else "outlined"
        outlined = f", {how}: {'; '.join(names)}" if names else ""
        layers = self._library.layers(view)
        return f"{VIEW_NAMES[view]}, layer {self._body.number} of {layers}: {self._told}{outlined}"

    @property
    def _told(self) -> str:
        """What the colours tell."""
        context = self._wish.context if self._mode is ColourMode.SETTING else None
        setting = f"{context.name}, " if context else ""
        return f"{setting}{MODE_NAMES[self._mode]}"

    def _force(self, percent: float) -> tuple[str, ...]:
        """The arrows in words."""
        if not isinstance(self._body, RunnerBody) or not self._wish.runner.force:
            return ()
        sizes = " + ".join(f"{size:.1f}" for size in self._body.forces(percent))
        return (f"Ground force: {f'{sizes} × body weight' if sizes else 'none'}",)


def faded(theme: Theme, colours: Mapping[Key, int], others: Iterable[str]) -> dict[Key, int]:
    """The colours of muscles that stand back, so that the others stand alone."""
    ground = theme.colour("body")
    keys = ((structure, side) for structure in others for side in Side)
    return {
        key: mixed(QColor.fromRgb(colours.get(key) or ground.rgb()), ground, FADED).rgb()
        for key in keys
    }


def mixed(colour: QColor, other: QColor, weight: float) -> QColor:
    """A colour on the way to another: `weight`, 0 to 1, of that."""

    def between(own: int, to: int) -> int:
        return round(own + (to - own) * weight)

    return QColor(
        between(colour.red(), other.red()),
        between(colour.green(), other.green()),
        between(colour.blue(), other.blue()),
    )


def captions(atlas: Atlas, now: Instant) -> tuple[str, ...]:
    """When it is, and what the feet do."""
    legs = (
        f"{english.capital(side)} foot: {now.legs[side].period}, "
        f"{atlas.name(Entity(Kind.STAGE, now.legs[side].stage)).lower()}"
        for side in FEET
    )
    return (headline(replace(now, percent=round(now.percent, 2))), *legs)
