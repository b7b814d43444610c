"""The measured tables of tools/input, as the plates need them."""

import json
from pathlib import Path
from typing import TypedDict

from make_plates_shapes import down
from make_plates_skin import STRAY_LENGTH, Part, span
from make_plates_taper import calmed, tapered, throat

BONES_SKIN = ("bone", "skin")
LAYERS = {"front": 4, "back": 4, "side": 4, "medial": 3, "sole": 4}


class Outline(TypedDict):
    id: str
    tissue: str
    side: str
    path: list[list[int]]


class Fibre(TypedDict):
    id: str
    path: list[int]


class Accent(TypedDict):
    id: str
    height_mm: float


class Table(TypedDict, total=False):
    """One measured view and layer (0.1 mm, v up)."""

    symmetric: bool
    regions: list[Outline]
    fibres: list[Fibre]
    shading: dict[str, list[list[int]]]
    accents: list[Accent]


class Tables:
    """The measured tables of one view."""

    def __init__(self, folder: Path, view: str) -> None:
        self.view = view
        self.sides = ("right", "left") if view in ("front", "back") else ("right",)
        self.layers: dict[int, Table] = {
            n: json.loads((folder / "views" / f"{view}_{n}.json").read_text("utf-8"))
            for n in range(1, LAYERS[view] + 1)
        }
        self.hidden: dict[str, list[list[int]]] = {}
        if view == "side":
            hidden = json.loads((folder / "hidden_side.json").read_text("utf-8"))
            self.hidden = hidden["structures"]
        self.head = read_part(folder / "head.json", view)
        self.hand = read_part(folder / "hands.json", view)
        self.foot = read_part(folder / "feet.json", view) or Part()
        self.foot["outline"] = self.foot["outline"][:1]  # the second loop is a chink between toes
        if view == "sole":  # dashes between the toes are noise of the depth map
            lines = self.foot.get("lines", [])
            self.foot["lines"] = [x for x in lines if span(x["path"]) >= STRAY_LENGTH]
        outlines = json.loads((folder / "body_outline.json").read_text("utf-8"))
        body = down(outlines["views"][view][:1])
        parts = [part for part in (self.hand, self.foot) if part]
        if view == "side":
            body = throat(body)
        self.body = calmed(tapered(body, parts, self.sides), self.head, parts)


def read_part(path: Path, view: str) -> Part | None:
    """A part as it is seen in one view, or None where it is not seen."""
    part: Part | None = json.loads(path.read_text("utf-8"))["views"].get(view)
    return part
