"""Names beside a drawing in a window: which of them have room, and where.

The free margins are slots: columns, each with the band of heights that it serves. A name stands in
the slot of its side that serves the height of its anchor; so the leaders of one slot stay in its
band, those of the left keep left of those of the right, and within a slot `lay_out` keeps them
from crossing.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF

from anatomy_app.paint.labels import PITCH, Label, Wish, lay_out
from anatomy_app.paint.naming import PITCH as TIGHT
from anatomy_app.paint.naming import Spot
from anatomy_app.paint.plate import Placing

WIDE = 96.0  # pixels in which most names have room without being shortened


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of names in pixels: where the leaders begin, its band of heights, its width.

    `backed`: the names may lie over a drawing.
    """

    edge: float
    top: float
    bottom: float
    on_left: bool
    width: float
    backed: bool = False

    def serves(self, spot: Spot, placing: Placing) -> bool:
        """Whether the name of a spot may stand here."""
        y = placing.y + spot.y * placing.scale
        return self.on_left is spot.on_left and self.top <= y < self.bottom

    @property
    def room(self) -> int:
        """How many names have room, without values."""
        return max(int((self.bottom - self.top) / TIGHT), 0)


Text = Callable[[str, int], str]
"""The words for a name that fit into so many pixels."""


def chosen_sides(
    found: Mapping[str, list[Spot]], slots: Sequence[Slot], placing: Placing, middle: float
) -> list[Spot]:
    """One spot of each structure: where a slot has room, the wide ones first, else by turns.

    `middle` (mm) parts the anchors of the left column from those of the right.
    """
    lefts = {slot.on_left for slot in slots}
    taken: Counter[Slot | None] = Counter()
    chosen: list[Spot] = []
    for each in sorted(found.values(), key=lambda some: (len(some), some[0].y)):
        sided = [replace(spot, on_left=_left_of(spot, middle, lefts)) for spot in each]
        sided.sort(key=lambda spot: spot.x if spot.on_left else -spot.x)  # short leaders first
        pairs = [(_slot_of(spot, slots, placing), spot) for spot in sided]
        strains = [_strain(slot, taken[slot], by_turns=len(lefts) > 1) for slot, _ in pairs]
        slot, spot = pairs[strains.index(min(strains))]
        taken[slot] += 1
        chosen.append(spot)
    return chosen


def _slot_of(spot: Spot, slots: Sequence[Slot], placing: Placing) -> Slot | None:
    return next((slot for slot in slots if slot.serves(spot, placing)), None)


def _strain(slot: Slot | None, taken: int, *, by_turns: bool) -> tuple[bool, bool, int]:
    """How unwelcome one more name is in a slot that has some already."""
    if slot is None:
        return True, True, 0
    return taken >= slot.room, by_turns and slot.width < WIDE, taken if by_turns else 0


def _left_of(spot: Spot, middle: float, lefts: set[bool]) -> bool:
    """The side of a spot's column: where only one side has slots, that."""
    return spot.x < middle if len(lefts) != 1 else next(iter(lefts))


def even_middle(found: Iterable[list[Spot]], middle: float) -> float:
    """A border between left and right anchors, moved from the middle so that neither side is bare.

    At least a third of the anchors lie on either side of it.
    """
    xs = sorted(spot.x for each in found for spot in each[:1])
    if len(xs) < 3:
        return middle
    third = len(xs) // 3
    low, high = xs[third], xs[-1 - third]
    return min(max(middle, low), high)


def in_slots(
    spots: Sequence[Spot],
    slots: Sequence[Slot],
    placing: Placing,
    text: Text,
    value: Callable[[Spot], str] | None,
    selected: Collection[str],
) -> tuple[Label, ...]:
    """The labels that have room, of spots in the order of how much they matter.

    `value` gives the words under a name; they are left out where that gives more names room.
    """
    made: list[Label] = []
    for slot in slots:
        asking = [spot for spot in spots if slot.serves(spot, placing)][: slot.room]
        wide = value is not None and len(asking) * PITCH <= slot.bottom - slot.top
        wishes = []
        for spot in asking:
            anchor = QPointF(placing.x + spot.x * placing.scale, placing.y + spot.y * placing.scale)
            under = value(spot) if wide and value else ""
            name = text(spot.name, round(slot.width))
            wishes.append(Wish(name, under, anchor, spot.name in selected, spot.name))
        labels = lay_out(
            wishes, slot.edge, slot.top + TIGHT / 2, slot.bottom,
            on_left=slot.on_left, pitch=PITCH if wide else TIGHT,
        )  # fmt: skip
        made += [replace(each, backed=slot.backed) for each in labels]
    return tuple(made)
