"""Which names stand beside a drawing, and in which margins.

The choice holds until the view, the layer, the selection or the mode changes, and in the mode of
the most active for a whole stage of the right foot: names that jump at every percent cannot be
read. Only their values follow the instant.
"""

from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF

from anatomy_app.model.drawing import PLATES, Layer, Region, Side, View
from anatomy_app.model.geometry import Box
from anatomy_app.model.regions import REACH_MM
from anatomy_app.paint.labels import ASIDE, FLAT, Label
from anatomy_app.paint.look import ColourMode
from anatomy_app.paint.margins import Slot, chosen_sides, even_middle, in_slots
from anatomy_app.paint.naming import EVERYWHERE, Spot, candidates
from anatomy_app.ui import words
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.fitting import fitted
from anatomy_app.ui.naming_wish import wanted
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font

# Down to which height (mm) a column begins how far from the midline: beside shoulders, hands, legs.
BANDS = ((-1030.0, 265.0), (-715.0, 400.0), (inf, 235.0))
LEAST_ROOM, MOST_ROOM = 60.0, 170.0  # pixels of a column of names
# Pixels of a region's box below which it is a sliver, at rest and enlarged: a name would not help.
LEAST_PX2 = (12.0, 80.0)
PART = 0.3  # of an enlarged view that a column of names may cover
NARROW = 260  # pixels below which an enlarged view has room for one column only
MOST = 5  # names in the mode of the most active
COUNTED = ("group", "all")  # modes that say how many names have no room
KEPT = 32  # choices that are kept: the stages of a stride, and before and after a selection
CLEAR = 6.0  # pixels between names and the drawing or an edge


T = TypeVar("T")


class Choice(NamedTuple):
    """Names in their places, whose side each value tells of, and how many have no room."""

    labels: tuple[Label, ...]
    sides: dict[str, Side]
    left_out: int


NOTHING = Choice((), {}, 0)


class NameColumn:
    """The names of one view."""

    def __init__(self, view: BodyView, session: Session) -> None:
        self._view, self._session = view, session
        self._choices: dict[object, Choice] = {}
        self._choice = NOTHING
        self._layer: Layer | None = None  # of the newest choice: while it is kept, it is known

    def labels(self, *, enlarged: bool, top: float = 0.0) -> tuple[Label, ...]:
        """The labels in their places with the values of the instant.

        `enlarged`: the view shows a part of the drawing. Names keep below `top` pixels.
        """
        if self._mode == "off":
            self._choice = NOTHING
            return ()
        self._choice = self._made((self._made_key(), enlarged, top))
        chosen, sides = self._choice.labels, self._choice.sides
        if not any(label.value for label in chosen):
            return chosen
        return tuple(
            label.worth(self._worded(label.key, sides[label.key])) if label.value else label
            for label in chosen
        )

    @property
    def left_out(self) -> int:
        """How many wanted names have no room."""
        return self._choice.left_out

    def _made(self, key: tuple[object, bool, float]) -> "Choice":
        """A choice; those of the stages of a stride are kept for when it comes round again."""
        if key not in self._choices:
            if len(self._choices) >= (KEPT if self._view.view in PLATES else 1):
                self._choices.clear()
            self._choices[key] = self._choose(*key[1:])
            self._layer = self._view.paths.layer
        return self._choices[key]

    def _value(self, spot: Spot) -> str:
        return self._worded(spot.name, spot.side)

    def _worded(self, structure: str, side: Side) -> str:
        """The value of a name, short enough for the margin."""
        if self._session.mode is ColourMode.CONTRACTION:
            return words.change_mark(self._session.doings.of(structure, side, evidence=False))
        return self._session.value_words(structure, side)

    @property
    def _mode(self) -> str:
        return self._session.preferences.text("names")

    def _made_key(self) -> object:
        session, view = self._session, self._view
        chosen = session.selection
        mode, moment = self._mode, None
        if mode == "active":
            stride = session.clock.stride  # hashing one is slow
            stage = stride.stage_at(Side.RIGHT, session.clock.percent)
            moment = stride.gait, stride.speed, stage
        return (
            view.placing, self._drawn(), mode, moment, chosen.place, session.snapshot().isolated,
            session.hides_simulated, session.names.edition, session.library.figure, session.mode,
        )  # fmt: skip

    def _drawn(self) -> int:
        """What is drawn: a plate is known by its layer, the runner at rest is another each time."""
        return self._view.layer if self._view.view in PLATES else id(self._view.paths.layer)

    def _choose(self, enlarged: bool, top: float) -> "Choice":
        view, session = self._view, self._session
        placing, mode = view.placing, self._mode
        slots = enlarged_slots(view, top) if enlarged else slots_at_rest(view, top)
        if not slots and mode not in COUNTED:
            return NOTHING
        wish = wanted(session, view)
        if not wish:
            return NOTHING
        if mode == "active" and not enlarged:
            wish = _first(wish, wish)
        box = inner_box(view, slots) if enlarged else EVERYWHERE
        found = self._found(wish, box, LEAST_PX2[enlarged] / placing.scale**2)
        if mode == "active":
            found = _first(found, wish)
        spots = chosen_sides(found, slots, placing, self._middle(found, enlarged))
        sides = {spot.name: spot.side for spot in spots}
        spots.sort(key=lambda spot: (wish[spot.name], -spot.area))
        labels = in_slots(
            spots,
            slots,
            placing,
            lambda structure, room: fitted(session.names.label(structure), font(SMALL), room),
            None if mode == "all" else self._value,
            {name for name, rank in wish.items() if rank == 0},
        )
        left_out = len(spots) - len(labels) if mode in COUNTED else 0
        return Choice(labels, sides, left_out)

    def _middle(self, found: dict[str, list[Spot]], enlarged: bool) -> float:
        """The millimetre that parts the anchors of the left column from those of the right."""
        view = self._view
        if view.view in (View.FRONT, View.BACK) and not enlarged:
            return 0.0
        middle, _ = view.placing.to_drawing(QPointF(view.width() / 2, 0))
        return even_middle(found.values(), middle)

    def _found(self, wish: dict[str, float], within: Box, least: float) -> dict[str, list[Spot]]:
        """Where the wanted structures are seen.

        Of a selected one only the selected side counts; names with values stand at the right
        leg, whose stride the timeline shows.
        """
        view, library = self._view, self._session.library
        hit_map, number = view.hit_map, view.layer
        side, every = self._session.selection.place.side, self._mode == "all"

        def seen(x: float, y: float) -> Region | None:
            hit = hit_map.top(x, y, number, REACH_MM)  # as a click there would find it
            return hit.region if hit else None

        def name(drawn: str) -> str | None:
            structure = library.structure_of_region(drawn)
            return structure if structure in wish else None

        found = candidates(view.paths, name, seen, within, least)
        for structure, spots in found.items():
            selected = wish[structure] == 0 and side in (Side.LEFT, Side.RIGHT)
            if selected or not every:
                meant = side if selected else Side.RIGHT
                found[structure] = [spot for spot in spots if spot.side is meant] or spots
        return found


def _first(some: dict[str, T], rank: dict[str, float]) -> dict[str, T]:
    """Those of the lowest ranks."""
    return {name: some[name] for name in sorted(some, key=rank.__getitem__)[:MOST]}


def slots_at_rest(view: BodyView, top: float) -> tuple[Slot, ...]:
    """The columns beside the whole drawing that are wide enough for names."""
    placing, box = view.placing, view.paths.layer.box
    high = max(placing.y + box[1] * placing.scale, top)
    low = view.height() - CLEAR
    if view.view not in (View.FRONT, View.BACK):
        return tuple(_wide_enough(view, box[0], box[2], high, low))
    slots: list[Slot] = []
    for least_mm, reach in BANDS:
        under = min(placing.y + least_mm * placing.scale, low)
        left, right = max(-reach, box[0]), min(reach, box[2])
        if under > high:
            slots += _wide_enough(view, left, right, high, under)
            high = under
    return tuple(slots)


def _wide_enough(
    view: BodyView, left: float, right: float, top: float, bottom: float
) -> Iterator[Slot]:
    """The slots beside a band from left to right in millimetres, and between heights in pixels.

    The runner's trailing foot may come under their names.
    """
    placing = view.placing
    low, high = (placing.x + end * placing.scale for end in (left, right))
    for edge, width, on_left in (
        (low - CLEAR, low - CLEAR - 2 * ASIDE - view.inset, True),
        (high + CLEAR, view.width() - high - CLEAR - 2 * ASIDE, False),
    ):
        if width >= LEAST_ROOM:
            yield Slot(edge, top, bottom, on_left, min(width, MOST_ROOM), backed=True)


def enlarged_slots(view: BodyView, top: float) -> tuple[Slot, ...]:
    """The columns at the edges of a view that shows a part of the drawing."""
    wide, low, high = view.width(), view.height() - CLEAR, max(top, CLEAR)
    width = min(max(wide * PART, LEAST_ROOM), MOST_ROOM)
    edge = width + 2 * ASIDE + 2
    left = Slot(edge, high, low, True, width, backed=True)
    right = Slot(wide - edge, high, low, False, width, backed=True)
    if wide < 2 * LEAST_ROOM:
        return ()
    if wide < NARROW:
        return (right,) if view.view is View.BACK else (left,)
    return left, right


def inner_box(view: BodyView, slots: Iterable[Slot]) -> Box:
    """The part of the drawing between the columns, in millimetres."""
    left, right = 0.0, float(view.width())
    for slot in slots:
        if slot.on_left:
            left = slot.edge + FLAT + CLEAR
        else:
            right = slot.edge - FLAT - CLEAR
    to_drawing = view.placing.to_drawing
    return (*to_drawing(QPointF(left, CLEAR)), *to_drawing(QPointF(right, view.height() - CLEAR)))


def selected_point(views: Iterable[BodyView], session: Session) -> tuple[BodyView, QPointF] | None:
    """The view that shows most of the selected structure, and a point well inside it there."""
    chosen = session.snapshot().is_selected
    shown = [
        (region.area, view, region)
        for view in views
        if view.view in PLATES
        for region in view.paths.layer.regions
        if chosen(region.structure, region.side)
    ]
    if not shown:
        return None
    _, view, region = max(shown, key=lambda each: each[0])
    x, y = view.paths.inner_point(region)
    placing = view.placing
    return view, QPointF(placing.x + x * placing.scale, placing.y + y * placing.scale)
