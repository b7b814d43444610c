"""Writing a plate as SVG: named Inkscape layers of plain paths, 0.1 mm precision.

No style sheet, no clone, no transform: each path has its own data attributes for the atlas and
presentation attributes for a picture in Inkscape or a browser. docs/drawing.md says what each is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from make_plates_shapes import Loop

TITLES = {
    "front": "Body from the front",
    "back": "Body from behind",
    "side": "Body from its right side",
    "medial": "Right leg from the inside",
    "sole": "Right foot from below",
}
DEPTHS = {1: "superficial", 2: "intermediate", 3: "deep", 4: "deepest"}
CREDIT = (
    "Anatomical outlines adapted (projected, simplified, partly reconstructed, posed) from "
    "BodyParts3D, (c) The Database Center for Life Science, licensed under CC Attribution 4.0 "
    "International. Head, hands and feet from MakeHuman (CC0). This drawing: CC BY-SA 4.0."
)
TISSUE_LOOK = {
    "muscle": 'fill="#b9544c" stroke="#5e1f1d"',
    "tendon": 'fill="#efe3d3" stroke="#a79782"',
    "fascia": 'fill="#e4d3bf" stroke="#a79782"',
    "bone": 'fill="#efe8da" stroke="#a79782"',
    "skin": 'fill="#e3cbb8"',
}
ROLE_LOOK = {
    "body": 'fill="#ddc7b6"',
    "fibre": 'fill="none" stroke="#3a0d10" stroke-linecap="round"',
    "inscription": 'fill="none" stroke="#efe3d3" stroke-linecap="round"',
    "shade1": 'fill="#2a0f18"',
    "shade2": 'fill="#2a0f18"',
    "shade3": 'fill="#2a0f18"',
    "light": 'fill="#fff1e6"',
    "retinaculum": 'fill="#e4d3bf"',
    "retinaculum-line": 'fill="none" stroke="#a79782" stroke-linecap="round"',
    "veiled-fibre": 'fill="none" stroke="#3a0d10" display="none"',
    "veiled-shade1": 'fill="#2a0f18" display="none"',
    "veiled-shade2": 'fill="#2a0f18" display="none"',
    "veiled-shade3": 'fill="#2a0f18" display="none"',
    "veiled-light": 'fill="#fff1e6" display="none"',
    "skin-fill": 'fill="#e3cbb8"',
    "skin-fade": 'fill="#e3cbb8"',
    "skin-shade1": 'fill="#3c1e14"',
    "skin-shade2": 'fill="#3c1e14"',
    "skin-light": 'fill="#fff6ee"',
    "skin-line": 'fill="none" stroke="#6a4a3c" stroke-linecap="round"',
    "skin-contour": 'fill="none" stroke="#6a4a3c" stroke-linecap="round"',
    "hair": 'fill="#4a3428"',
    "hair-cap": 'fill="#4a3428" display="none"',
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: its data attributes (without `data-`), its loops, and how a mark is painted."""

    attributes: dict[str, str]
    loops: list[Loop]
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """An Inkscape layer: its name and which list of the drawing (`data-list`) it fills."""

    name: str
    fills: str
    shapes: list[Shape]


@dataclass(frozen=True, slots=True)
class Plate:
    """One view peeled to one depth; `box` is left, top, width, height in mm."""

    view: str
    number: int
    box: tuple[int, int, int, int]
    groups: list[Group]


def svg_text(plate: Plate) -> str:
    """The whole file."""
    left, top, width, height = plate.box
    title = f"{TITLES[plate.view]}, layer {plate.number} ({DEPTHS[plate.number]})"
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg xmlns="http://www.w3.org/2000/svg"',
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
        f' width="{width}mm" height="{height}mm" viewBox="{left} {top} {width} {height}"',
        f' data-view="{plate.view}" data-layer="{plate.number}">',
        f"<title>{title}</title>",
        f"<desc>{CREDIT}</desc>",
    ]
    body = [line for group in plate.groups if group.shapes for line in group_lines(group)]
    return "\n".join([*head, *body, "</svg>"]) + "\n"


def group_lines(group: Group) -> list[str]:
    """One Inkscape layer with its title and paths."""
    name = quoteattr(group.name)
    stroke = ' stroke-width="0.55" stroke-linejoin="round"' if group.fills == "regions" else ""
    opening = (
        f'<g id={name.replace(" ", "-")} inkscape:groupmode="layer" inkscape:label={name}'
        f' data-list="{group.fills}" fill-rule="evenodd"{stroke}>'
    )
    return [
        opening,
        f"<title>{group.name}</title>",
        *(path_line(shape) for shape in group.shapes),
        "</g>",
    ]


def path_line(shape: Shape) -> str:
    """One `<path>` on a line of its own, so that a message can name the line."""
    data = "".join(f' data-{key}="{value}"' for key, value in shape.attributes.items())
    if "tissue" in shape.attributes:
        look = TISSUE_LOOK[shape.attributes["tissue"]]
    else:
        look = ROLE_LOOK[shape.attributes["role"]] + measures(shape)
    return f'<path{data} {look} d="{path_data(shape.loops, closed=shape.width == 0)}"/>'


def measures(shape: Shape) -> str:
    """Width and opacity of a mark, for the atlas and for the picture."""
    text = ""
    if shape.width:
        text += f' data-width="{shape.width:g}" stroke-width="{shape.width:g}"'
    if shape.opacity != 1:
        kind = "stroke" if shape.width else "fill"
        text += f' data-opacity="{shape.opacity:g}" {kind}-opacity="{shape.opacity:g}"'
    return text


def path_data(loops: Sequence[Loop], *, closed: bool) -> str:
    """Path data in mm: each loop an absolute start and one run of relative cubics."""
    return "".join(loop_data(loop) + ("z" if closed else "") for loop in loops)


def loop_data(loop: Loop) -> str:
    """One loop; steps are taken between rounded points, so rounding does not add up."""
    x, y = loop[:2]
    steps: list[int] = []
    for i in range(2, len(loop), 6):
        steps += [v - (y if k % 2 else x) for k, v in enumerate(loop[i : i + 6])]
        x, y = loop[i + 4 : i + 6]
    return f"M{numbers(loop[:2])}c{numbers(steps)}"


def numbers(tenths: Sequence[int]) -> str:
    """Tenths of a millimetre as the shortest millimetres; a minus sign separates by itself."""
    return " ".join(number(value) for value in tenths).replace(" -", "-")


def number(tenths: int) -> str:
    """One number: 5 -> `.5`, -120 -> `-12`, 34 -> `3.4`."""
    whole, rest = divmod(abs(tenths), 10)
    text = (str(whole) if whole or not rest else "") + (f".{rest}" if rest else "")
    return f"-{text}" if tenths < 0 else text
