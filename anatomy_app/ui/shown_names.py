"""What each structure is called on screen: its name in the chosen style, or that it is hidden."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from anatomy_app.content.library import Library
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.naming import NameStyle, label, styled
from anatomy_app.state.hidden_names import HiddenNames
from anatomy_app.state.preferences import Preferences
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.model.anatomy import Names, Structure
    from anatomy_app.model.atlas import Atlas
    from anatomy_app.model.masking import Mask


class ShownNames(QObject):
    """The one place that knows how a structure is called; every widget asks here."""

    changed = Signal()

    def __init__(self, library: Library, preferences: Preferences) -> None:
        super().__init__()
        self._library, self._preferences = library, preferences
        self.hidden = HiddenNames()
        self._mode = "active"  # that comes back when names are turned on again
        self.edition = 0  # grows with every change: what was made of names is kept under it
        self.on_stage: tuple[str, ...] = ()  # whose names stand beside the body, in reading order
        self.hidden.changed.connect(self._renew)
        preferences.changed.connect(self._preference_changed)

    @property
    def style(self) -> NameStyle:
        """The style in force."""
        return NameStyle(self._preferences.text("name_style"))

    def of(self, structure: str) -> str:
        """The name of a structure, or the words that stand for a hidden one."""
        number = self.hidden.number(structure)
        if number:
            return translate("Names", "Hidden name {0}").format(number)
        return self._without_hidden(styled(self._library.entries[structure], self.style))

    def label(self, structure: str) -> str:
        """The name as it stands beside the body, or a question mark with a number."""
        number = self.hidden.number(structure)
        if number:
            return sign(number)
        return self._without_hidden(label(self._library.entries[structure], self.style))

    def shelf(self, id_: str) -> str:
        """The heading of a shelf; one that shares its id with a group is called like the group."""
        plain = self.style is NameStyle.ENGLISH and id_ not in self.hidden
        if plain or id_ not in self._library.entries:
            return self._without_hidden(self._library.index.shelf_name(id_))
        return self.of(id_)

    def entity(self, entity: Entity) -> str:
        """The name of anything; names of structures in it are masked if they are hidden."""
        if entity.kind is Kind.MUSCLE and entity.id in self._library.entries:
            return self.of(entity.id)
        return self.masked(self._library.atlas.name(entity))

    def masked(self, text: str) -> str:
        """A text, plain or rich, with signs in the place of hidden names."""
        return self._masks[0].masked(text) if len(self.hidden) and text else text

    def turn_labels(self) -> None:
        """Turn the names beside the body off, or on again as they were."""
        mode = self._preferences.text("names")
        self._mode = self._mode if mode == "off" else mode
        self._preferences.put("names", self._mode if mode == "off" else "off")

    def hide_all(self) -> None:
        """Hide every name; those on the stage get the first numbers."""
        self.hidden.hide((*self.on_stage, *self._library.entries))

    @property
    def atlas(self) -> "Atlas":
        """Everything, with the structures called as they are on screen."""
        if self.style is NameStyle.ENGLISH and not len(self.hidden):
            return self._library.atlas
        return self._renamed

    @cached_property
    def _renamed(self) -> "Atlas":
        atlas = self._library.atlas
        called = {id_: self._called(each) for id_, each in atlas.structures.items()}
        return replace(atlas, structures=called)

    def _called(self, structure: "Structure") -> "Structure":
        """A structure under its shown name; of a hidden one no other name is told either."""
        name = self.of(structure.id)
        if structure.id in self.hidden:
            return replace(structure, name=name, latin="", synonyms=(), names=_no_names())
        style = self.style
        plain = style is NameStyle.BOTH  # the Latin name stands under the title anyway
        second = structure.name if style is NameStyle.LATIN else structure.latin
        return replace(structure, name=structure.name if plain else name, latin=second)

    def _without_hidden(self, name: str) -> str:
        """A name that is shown, such as "Iliocostalis (erector spinae)", without hidden ones."""
        return self._masks[1].masked(name) if len(self.hidden) else name

    @cached_property
    def _masks(self) -> "tuple[Mask, Mask]":
        """For texts, and for the names of other structures."""
        from anatomy_app.model.masking import Mask, telling, whole_names

        structures = self._library.atlas.structures
        signs = {sign(self.hidden.number(id_)): structures[id_] for id_ in self.hidden.structures}
        return (
            Mask({mark: telling(each) for mark, each in signs.items()}),
            Mask({mark: whole_names(each) for mark, each in signs.items()}),
        )

    def _preference_changed(self, key: str) -> None:
        if key == "name_style":
            self._renew()

    def _renew(self) -> None:
        self.edition += 1
        for made in ("_renamed", "_masks"):
            self.__dict__.pop(made, None)
        self.changed.emit()


def sign(number: int) -> str:
    """What stands beside the body, and in texts, for a hidden name."""
    return f"?{number}"


def _no_names() -> "Names":
    from anatomy_app.model.anatomy import Names

    return Names()
