"""How every region looks now: one pure function from what is known and wished to colours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from anatomy_app.model.drawing import Side
from anatomy_app.model.kinds import Change, Contraction
from anatomy_app.model.settings import Shift
from anatomy_app.paint.theme import Theme, group_rgb

Key = tuple[str, Side]
PALE = 0.55  # how far a computed change is mixed with the foot of the activity scale
NO_DATA = 0  # stands where a colour would: hatched, because nobody measured it


_SIGNS: dict[Change | None, Contraction] = {
    Change.LENGTHENING: Contraction.ECCENTRIC,
    Change.CONSTANT: Contraction.ISOMETRIC,
    Change.SHORTENING: Contraction.CONCENTRIC,
}


class ColourMode(StrEnum):
    """What the colours of the body tell; a setting does while it is the selected place."""

    ACTIVITY = "activity"
    CONTRACTION = "contraction"
    GROUP = "group"
    ANATOMY = "anatomy"
    SETTING = "setting"


CHOICES = tuple(mode for mode in ColourMode if mode is not ColourMode.SETTING)
"""The modes that somebody chooses and that last."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one drawn structure at this instant; None is "nobody measured it".

    `computed_...` is what its path tells of its length where the stage table does not; `shift`
    is how its work changes in the selected setting, None if that does not name it.
    """

    right: float | None = None
    left: float | None = None
    contraction_right: Contraction | None = None
    contraction_left: Contraction | None = None
    computed_right: Change | None = None
    computed_left: Change | None = None
    group: int = 0
    simulated: bool = False
    shift: Shift | None = None

    def contraction(self, side: Side) -> Contraction | None:
        """What the muscle of a side does."""
        return self.contraction_left if side is Side.LEFT else self.contraction_right

    def computed(self, side: Side) -> Change | None:
        """What the length of a side's muscle does, as computed from its path."""
        return self.computed_left if side is Side.LEFT else self.computed_right


@dataclass(frozen=True)
class Snapshot:
    """All that decides a picture of the body at one instant.

    `colours` gives 0xAARRGGBB or NO_DATA by drawn structure and side. `selected` and `hovered`
    are drawn structures with a side, or None for both sides; so is `previewed`, what would be
    chosen next. `ghosts` shows what is hidden of the selection through the surface; `isolated`
    structures stand alone, all others are faded. `glyphs` are what the muscles carry besides
    their colour, where it tells what they do or how their work changes; `hair` puts the cap of
    hair on the head.
    """

    theme: Theme
    mode: ColourMode = ColourMode.ACTIVITY
    colours: Mapping[Key, int] = field(default_factory=dict)
    selected: frozenset[tuple[str, Side | None]] = frozenset()
    hovered: tuple[str, Side | None] | None = None
    previewed: tuple[str, Side | None] | None = None
    see_through: bool = False
    ghosts: bool = True
    isolated: frozenset[str] = frozenset()
    glyphs: Mapping[Key, Contraction | Shift] = field(default_factory=dict)
    hair: bool = False

    def is_selected(self, structure: str, side: Side) -> bool:
        """Whether a region belongs to the selection."""
        return bool(self.selected & {(structure, side), (structure, None)})

    def colour(self, structure: str, side: Side) -> int:
        """The fill of a muscle region; one that no table describes shows plain in anatomy."""
        return self.colours.get((structure, side), self.plain)

    @cached_property
    def plain(self) -> int:
        """The fill of a muscle region that no table describes."""
        if self.mode is ColourMode.ANATOMY:
            return _opaque(self.theme.muscle)
        return shift_rgb(self.theme, None) if self.mode is ColourMode.SETTING else NO_DATA


def resolve_colours(
    theme: Theme, mode: ColourMode, facts: Mapping[str, Facts], *, measured_only: bool = False
) -> dict[Key, int]:
    """The colour of every drawn structure on every side."""
    if mode is ColourMode.ACTIVITY:  # another picture at every instant
        return dict(_active(theme, facts, measured_only))
    return {
        (structure, side): _colour(theme, mode, known, side)
        for structure, known in facts.items()
        for side in Side
    }


def resolve_glyphs(
    mode: ColourMode, facts: Mapping[str, Facts]
) -> Mapping[Key, Contraction | Shift]:
    """What every drawn structure does on every side, or how its work changes.

    What is computed has the sign of the contraction whose hue it has.
    """
    if mode is ColourMode.SETTING:
        return {(id_, side): known.shift for id_, known in facts.items() for side in Side
                if known.shift}  # fmt: skip
    if mode is not ColourMode.CONTRACTION:
        return {}
    return {
        (structure, side): sign
        for structure, known in facts.items()
        for side in Side
        if (sign := _SIGNS.get(known.computed(side)) or known.contraction(side)) is not None
    }


def hatched(colours: Mapping[Key, int]) -> frozenset[Key]:
    """The regions without data: they change with the gait, not with the instant."""
    return frozenset(key for key, colour in colours.items() if colour == NO_DATA)


def contraction_rgb(theme: Theme, contraction: Contraction) -> int:
    """The flat colour of a contraction; low and unloaded lie at the foot of the activity scale."""
    roles = {
        Contraction.ECCENTRIC: theme.eccentric,
        Contraction.ISOMETRIC: theme.isometric,
        Contraction.CONCENTRIC: theme.concentric,
    }
    role = roles.get(contraction)
    return _opaque(role) if role else theme.scale[0]


def shift_rgb(theme: Theme, shift: Shift | None) -> int:
    """The flat colour of a change in a setting; calm where the setting does not name it."""
    return _opaque(getattr(theme, shift.value if shift else "no_data"))


def _opaque(role: str) -> int:
    return 0xFF000000 | int(role[1:], 16)


def change_rgb(theme: Theme, change: Change) -> int:
    """The pale colour of a computed change: the hue of the contraction, nearer to "low"."""
    role = {
        Change.LENGTHENING: theme.eccentric,
        Change.CONSTANT: theme.isometric,
        Change.SHORTENING: theme.concentric,
    }[change]
    return _between(_opaque(role), theme.scale[0], PALE)


def _between(colour: int, other: int, part: float) -> int:
    """A colour with `part` (0 to 1) of another mixed in."""
    mixed = 0xFF000000
    for shift in (0, 8, 16):
        a, b = colour >> shift & 255, other >> shift & 255
        mixed |= round(a + (b - a) * part) << shift
    return mixed


def _active(
    theme: Theme, facts: Mapping[str, Facts], measured_only: bool
) -> Iterator[tuple[Key, int]]:
    """How active every drawn structure is; a midline structure shows the right foot's instant."""

    def rgb(activity: float | None) -> int:
        return NO_DATA if activity is None else theme.activity_rgb(activity)

    for structure, known in facts.items():
        hidden = measured_only and known.simulated
        right, left = (NO_DATA, NO_DATA) if hidden else (rgb(known.right), rgb(known.left))
        yield (structure, Side.RIGHT), right
        yield (structure, Side.LEFT), left
        yield (structure, Side.MIDLINE), right


def _colour(theme: Theme, mode: ColourMode, known: Facts, side: Side) -> int:
    if mode is ColourMode.ANATOMY:
        return _opaque(theme.muscle)
    if mode is ColourMode.SETTING:
        return shift_rgb(theme, known.shift)
    if mode is ColourMode.GROUP:
        return group_rgb(theme, known.group)
    contraction, computed = known.contraction(side), known.computed(side)
    if computed:
        return change_rgb(theme, computed)
    return contraction_rgb(theme, contraction) if contraction else NO_DATA


def selection_keys(drawn: Iterable[str], side: Side | None) -> frozenset[tuple[str, Side | None]]:
    """What to outline for the drawn structures of a selection; a midline side means both."""
    wanted = None if side is Side.MIDLINE else side
    return frozenset((structure, wanted) for structure in drawn)
