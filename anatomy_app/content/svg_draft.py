"""A layer of a drawing as it is read: the checks of its regions and marks.

docs/drawing.md is the convention; each breach becomes a problem with its line and a remedy.
"""

import math
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from anatomy_app.content.problems import Problem, guess
from anatomy_app.content.svg_xml import Element
from anatomy_app.model.drawing import Mark, Outline, Region, Side, Tissue

FILLED_ROLES = frozenset(
    {"body", "shade1", "shade2", "shade3", "light", "hair", "hair-cap", "retinaculum"}
    | {"skin-fill", "skin-fade", "skin-shade1", "skin-shade2", "skin-light"}
    | {"veiled-shade1", "veiled-shade2", "veiled-shade3", "veiled-light"}
)
STROKED_ROLES = frozenset(
    {"fibre", "veiled-fibre", "inscription", "retinaculum-line", "skin-line", "skin-contour"}
)
LISTS = frozenset({"under", "marks", "skin"})
WIDEST_MM = 20.0
OVERHANG_MM = 1.0  # control points may stand a little outside the frame

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Draft:
    """A layer being read, and the problems found."""

    file: str
    known: AbstractSet[str] | None
    box: Box = (0.0, 0.0, 0.0, 0.0)
    body: Outline | None = None
    regions: list[Region] = field(default_factory=list)
    marks: dict[str, list[Mark]] = field(default_factory=lambda: {name: [] for name in LISTS})
    depths: dict[int, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, line, what, remedy))


def take_path(draft: Draft, element: Element, outline: Outline | None) -> None:
    """Add a path to the draft as a region or as a mark; `outline` is None if it was broken."""
    if "data-tissue" in element.attributes:
        _take_region(draft, element, outline)
    elif "data-role" in element.attributes:
        _take_mark(draft, element, outline)
    else:
        remedy = "give it data-tissue (a region) or data-role (a mark), or delete it"
        draft.add(element.line, "a path is neither a region nor a mark", remedy)


def _take_region(draft: Draft, element: Element, outline: Outline | None) -> None:
    """Check a region's attributes and keep it if all are right."""
    tissue = one_of(draft, element, "data-tissue", Tissue)
    side = one_of(draft, element, "data-side", Side)
    depth = _depth(draft, element)
    name = _name(draft, element, tissue)
    if outline is None or not tissue or not side or depth is None or not name:
        return
    box = _box(outline)
    if _outside(box, draft.box):
        what = f"{name} lies outside the viewBox"
        draft.add(element.line, what, "move it into the frame or widen the viewBox")
        return
    draft.regions.append(Region(name, Side(side), Tissue(tissue), depth, outline, box))


def _name(draft: Draft, element: Element, tissue: str) -> str:
    """The region's structure id, or the part of a bone or of skin."""
    wanted = "data-part" if tissue in (Tissue.BONE, Tissue.SKIN) else "data-structure"
    name = element.attributes.get(wanted, "")
    if not name:
        draft.add(element.line, f"a {tissue or 'region'} has no {wanted}", f"add {wanted}")
    elif wanted == "data-structure" and draft.known is not None and name not in draft.known:
        remedy = guess(name, sorted(draft.known), "use the id of a structure in data/")
        draft.add(element.line, f"structure {name!r} is unknown", remedy)
        return ""
    return name


def _depth(draft: Draft, element: Element) -> int | None:
    """The paint order of a region, used once in a file."""
    text = element.attributes.get("data-depth", "")
    if not re.fullmatch(r"\d{1,5}", text):
        remedy = "write a whole number, 0 being farthest from the viewer"
        draft.add(element.line, f"data-depth is {text!r}", remedy)
        return None
    depth = int(text)
    first = draft.depths.setdefault(depth, element.line)
    if first != element.line:
        what = f"data-depth {depth} is used twice (first in line {first})"
        draft.add(element.line, what, "give each region its own depth")
        return None
    return depth


def _take_mark(draft: Draft, element: Element, outline: Outline | None) -> None:
    """Check a mark's attributes and keep it if all are right."""
    role = one_of(draft, element, "data-role", sorted(FILLED_ROLES | STROKED_ROLES))
    opacity = _measure(draft, element, "data-opacity", 1.0, 1.0)
    closed = role in FILLED_ROLES
    width = 0.0 if closed else _measure(draft, element, "data-width", 0.5, WIDEST_MM)
    if outline is None or not role or opacity is None or width is None:
        return
    if role == "body":
        _take_body(draft, element, outline)
    elif element.list_name not in LISTS:
        remedy = 'put it into a group with data-list="under", "marks" or "skin"'
        draft.add(element.line, f"the {role} mark lies in no list", remedy)
    else:
        get = element.attributes.get
        structure = get("data-structure") or get("data-part") or ""
        mark = Mark(role, outline, closed, width, opacity, structure)
        draft.marks[element.list_name].append(mark)


def _take_body(draft: Draft, element: Element, outline: Outline) -> None:
    """Keep the body's outline, which is drawn once."""
    if draft.body is not None:
        draft.add(element.line, "has a second body outline", "join the two into one path")
    draft.body = outline


def one_of(draft: Draft, element: Element, key: str, choices: Iterable[str]) -> str:
    """The attribute if it is one of the choices; else a problem and nothing."""
    choices = [str(choice) for choice in choices]
    value = element.attributes.get(key, "")
    if value in choices:
        return value
    remedy = guess(value, choices, "write " + ", ".join(choices))
    draft.add(element.line, f"{key} is {value!r}" if value else f"{key} is missing", remedy)
    return ""


def _measure(draft: Draft, element: Element, key: str, default: float, most: float) -> float | None:
    """A number above 0 and up to `most`; the default where there is none."""
    text = element.attributes.get(key)
    value = default if text is None else number(text)
    if value is None or not 0 < value <= most:
        draft.add(element.line, f"{key} is {text!r}", f"write a number above 0 and up to {most:g}")
        return None
    return value


def number(text: str) -> float | None:
    """A finite number, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _box(outline: Outline) -> Box:
    """The box around the control points."""
    xs = [value for loop in outline.loops for value in loop[0::2]]
    ys = [value for loop in outline.loops for value in loop[1::2]]
    return (round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2))


def _outside(box: Box, frame: Box) -> bool:
    """Whether the box overhangs the frame."""
    return (
        min(box[0] - frame[0], box[1] - frame[1], frame[2] - box[2], frame[3] - box[3])
        < -OVERHANG_MM
    )
