"""What a setting of a run changes in the work of each structure, and where studies disagree."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anatomy_app.model.index import Entry
    from anatomy_app.model.knowledge import Context, Effect


class Shift(StrEnum):
    """How the work of a structure changes in a setting, as a colour and a sign can tell it.

    TOLD: the table says something of it, but neither more nor less, such as tiring.
    """

    MORE = "more"
    LESS = "less"
    DISPUTED = "disputed"
    SAME = "same"
    TOLD = "told"


_BY_DIRECTION = {
    "up": Shift.MORE,
    "down": Shift.LESS,
    "mixed": Shift.DISPUTED,
    "same": Shift.SAME,
}


def shift_of(effect: "Effect") -> Shift:
    """What one row of the table says."""
    return Shift.DISPUTED if effect.disputed else _BY_DIRECTION.get(effect.direction, Shift.TOLD)


def opposed(one: "Effect", other: "Effect") -> bool:
    """Whether two effects say more and less, and rest on different studies.

    One study that tells the one of a muscle and the other of its group does not disagree with
    itself; of the same target, it does.
    """
    apart = one.target == other.target or not {*one.sources} & {*other.sources}
    return apart and {shift_of(one), shift_of(other)} == {Shift.MORE, Shift.LESS}


def disagreeing(
    entries: Mapping[str, "Entry"], context: "Context", effect: "Effect"
) -> tuple["Effect", ...]:
    """The other effects of the context on the same drawn structures that say the opposite."""
    parts = _drawn(entries, effect)
    return tuple(
        each
        for each in context.effects
        if each is not effect and parts & _drawn(entries, each) and opposed(effect, each)
    )


def in_families(
    entries: Mapping[str, "Entry"], effects: Iterable["Effect"]
) -> tuple["Effect", ...]:
    """The effects in their order, but those that share a drawn structure stand together."""
    families: list[tuple[set[str], list[Effect]]] = []
    for effect in effects:
        parts = _drawn(entries, effect)
        family = next((each for each in families if each[0] & parts), None)
        if family is None:
            families.append(({*parts}, [effect]))
        else:
            family[0].update(parts)
            family[1].append(effect)
    return tuple(effect for _, family in families for effect in family)


def shifts(entries: Mapping[str, "Entry"], context: "Context") -> dict[str, Shift]:
    """By drawn structure; a group speaks for its members, unless they are named themselves."""
    found: dict[str, Shift] = {}
    for effect in sorted(context.effects, key=lambda each: -len(_drawn(entries, each))):
        split = disagreeing(entries, context, effect)
        for drawn in _drawn(entries, effect):
            contested = any(drawn in _drawn(entries, each) for each in split)
            found[drawn] = Shift.DISPUTED if contested else shift_of(effect)
    return found


def _drawn(entries: Mapping[str, "Entry"], effect: "Effect") -> frozenset[str]:
    entry = entries.get(effect.target)
    return frozenset(entry.drawn) if entry else frozenset()
