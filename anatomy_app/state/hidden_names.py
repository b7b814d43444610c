"""Which names are hidden, for teaching: one truth for every place that shows a name."""

from collections.abc import Container, Iterable

from PySide6.QtCore import QObject, Signal


class HiddenNames(QObject):
    """The structures whose names are hidden, each with the number that stands in its place.

    They are kept for the next start, for a lesson that was prepared.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, structure: object) -> bool:
        return structure in self._numbers

    @property
    def structures(self) -> tuple[str, ...]:
        """The structures in the order of their numbers."""
        return tuple(self._numbers)

    def number(self, structure: str) -> int:
        """The number of a hidden name, from 1; 0 if it is not hidden."""
        return self._numbers.get(structure, 0)

    def hide(self, structures: Iterable[str]) -> None:
        """Hide names; those not yet hidden are numbered on, in the order given."""
        new = [each for each in dict.fromkeys(structures) if each not in self._numbers]
        start = max(self._numbers.values(), default=0) + 1
        self._numbers.update({each: start + place for place, each in enumerate(new)})
        if new:
            self.changed.emit()

    @property
    def kept(self) -> str:
        """All of them with their numbers, as a line for the settings."""
        return " ".join(f"{structure}:{number}" for structure, number in self._numbers.items())

    def restore(self, kept: str, known: Container[str]) -> None:
        """Hide what such a line names; what it spoils or is no longer known is passed over."""
        pairs = (word.partition(":")[::2] for word in kept.split())
        found = {id_: int(text) for id_, text in pairs if id_ in known and _is_number(text)}
        if len({*found.values()}) == len(found):
            self._numbers = dict(sorted(found.items(), key=lambda pair: pair[1]))
            self.changed.emit()

    def reveal(self, structure: str) -> None:
        """Show a name again; the others keep their numbers."""
        if self._numbers.pop(structure, None):
            self.changed.emit()

    def turn(self, structure: str) -> None:
        """Hide a name that is shown, reveal one that is hidden."""
        if structure in self._numbers:
            self.reveal(structure)
        else:
            self.hide((structure,))

    def reveal_next(self) -> str | None:
        """Show the name with the lowest number again, and tell whose it is."""
        first = next(iter(self._numbers), None)
        if first is not None:
            self.reveal(first)
        return first

    def reveal_all(self) -> None:
        """Show every name again."""
        if self._numbers:
            self._numbers.clear()
            self.changed.emit()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 5
