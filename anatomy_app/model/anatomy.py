"""Structures: muscles, groups, tendons, fasciae and the kinds of muscle tissue."""

from dataclasses import dataclass, field

from anatomy_app.model.kinds import Basis, Contraction, Curves, Depth, StructureKind, Trust

__all__ = [
    "Basis",
    "Contraction",
    "Curves",
    "Depth",
    "Member",
    "Names",
    "StageRole",
    "Structure",
    "StructureKind",
    "Trust",
    "Window",
]


@dataclass(frozen=True, slots=True)
class StageRole:
    """What a structure does in one stage.

    `role` is one or two sentences, `brief` a phrase of at most 40 characters for a table row.
    `activity` is 0 (none) to 3 (strong) relative to the muscle's own peak in running, or None:
    not known, which is never zero.
    """

    role: str = ""
    brief: str = ""
    contraction: Contraction | None = None
    activity: int | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Names by language; the first is for display, the others are what people type."""

    la: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    pt: tuple[str, ...] = ()

    def others(self) -> tuple[tuple[str, str], ...]:
        """ISO code and name for display in each language but Latin that has one."""
        lists = {"de": self.de, "es": self.es, "fr": self.fr, "it": self.it, "pt": self.pt}
        return tuple((code, names[0]) for code, names in lists.items() if names)


@dataclass(frozen=True, slots=True)
class Window:
    """When a structure is active, in percent of the stride, and how that is known.

    `active` and `simulated` hold (from, to) pairs in percent; `peak` and `simulated_peak` a
    percent; `simulated_peak_force_bw` the largest force of one simulated runner in body weights.
    """

    active: tuple[tuple[float, float], ...] = ()
    peak: float | None = None
    basis: str = ""
    source: str = ""
    simulated: tuple[tuple[float, float], ...] = ()
    simulated_peak: float | None = None
    simulated_peak_force_bw: float | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group, with a remark on its place there."""

    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Compartment:
    """Muscles that textbooks keep together: in one fascial compartment, or one layer of a region.

    `members` are ids of structures; `note` says where texts differ or the drawings show less.
    """

    id: str
    name: str
    members: tuple[str, ...]
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """One structure, with all that the atlas says of it.

    `shelf` is the group under which the muscle list shows it, `members` the real membership of a
    group. `drawn` names the drawing's regions; empty if it is not drawn. `stages` holds the seven
    stages of `stages.toml` by id; `float_role` what it does while neither foot is down.
    """

    id: str
    name: str
    kind: StructureKind
    shelf: str
    region: str
    stance: str
    swing: str
    sources: tuple[str, ...]
    latin: str = ""
    ta2: str = ""
    depth: Depth | None = None
    paired: bool = True
    synonyms: tuple[str, ...] = ()
    names: Names = field(default_factory=Names)
    origin: str = ""
    insertion: str = ""
    innervation: str = ""
    nerve_roots: str = ""
    actions: tuple[str, ...] = ()
    palpable: str = ""
    note: str = ""
    float_role: str = ""
    stages: dict[str, StageRole] = field(default_factory=dict)
    main_stages: tuple[str, ...] = ()
    window: Window = field(default_factory=Window)
    members: tuple[Member, ...] = ()
    drawn: tuple[str, ...] = ()
    curves: Curves = field(default_factory=Curves)

    @property
    def latin_name(self) -> str:
        """The Latin name; for a list of parts the common name of them, if it has one."""
        return self.names.la[0] if ";" in self.latin and self.names.la else self.latin
