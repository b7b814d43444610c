"""Draw the plates: one SVG for each view and layer, from the measured tables in tools/input.

    python tools/make_plates.py [--out FOLDER] [--view VIEW]

The same bytes each run. Compile afterwards with `python tools/compile_plates.py`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from make_plates_fade import fades
from make_plates_forms import fibres, shading
from make_plates_layer import UNDER_SKIN, Map, layer_grid, mapped, mended
from make_plates_partition import Owner
from make_plates_places import BITS, TORN
from make_plates_raster import shrunk
from make_plates_retinacula import retinacula
from make_plates_shapes import (
    Loop,
    down,
    ellipse,
    grown,
    inside,
    joined,
    mirrored,
    quadratic,
    straight,
    to_loops,
    to_path,
)
from make_plates_skin import cover_loops, cut, part_marks
from make_plates_svg import Group, Plate, Shape, svg_text
from make_plates_tables import LAYERS, Outline, Table, Tables
from pathops import Path as Area  # type: ignore[import-untyped]

TOOLS = Path(__file__).resolve().parent
BOXES = {
    "front": (-350, -1735, 700, 1755),
    "back": (-350, -1735, 700, 1755),
    "side": (-235, -1735, 415, 1755),
    "medial": (-175, -1075, 295, 1095),
    "sole": (-190, -175, 165, 255),
}
SIDES = {"R": "right", "L": "left", "M": "midline"}
# Head and hands of the measured tables are a mannequin's: skin parts take their place. The bare
# bones of the foot are hidden by its skin in the superficial layer only.
REPLACED = {1: {"head", "hand", "toes", "metatarsals", "tarsals"}, 2: {"head", "hand"}}


def plate(tables: Tables, number: int) -> Plate:
    """The plate of one layer, painted from the body outwards."""
    table = tables.layers[number]
    skin = skin_marks(tables, number)
    feet = part_marks("foot", tables.foot, tables.sides) if number == 1 else []
    found = layer_map(tables, number, skin)
    groups = [
        Group("body", "body", [Shape({"role": "body"}, body_loops(tables, number))]),
        Group("under the tissues", "under", feet),
        *region_groups(tables, number, found),
        Group("inscriptions", "marks", inscriptions(table)),
        Group("fibres", "marks", fibres(found, table, tables.sides)),
        Group("shading", "marks", shading(found, table)),
        Group("beneath the band", "marks", beneath(tables, number, found)),
        Group("retinacula", "marks", retinacula(found, tables.view, number, tables.sides)),
        Group("edge of the skin", "skin", fade_marks(found, tables, skin)),
        Group("skin", "skin", skin),
    ]
    return Plate(tables.view, number, BOXES[tables.view], groups)


def fade_marks(found: Map, tables: Tables, skin: Sequence[Shape]) -> list[Shape]:
    """Where tissues go under the skin of hands and feet."""
    covers = [mark for mark in skin if mark.attributes["role"] == "skin-fill"]
    return list(fades(found, tables.view, covers, tables.sides))


def layer_map(tables: Tables, number: int, skin: Sequence[Shape]) -> Map:
    """Who owns which cell of a layer, and the outlines drawn from it."""
    half = {"front": 1, "back": -1}.get(tables.view, 0)
    grid = layer_grid(BOXES[tables.view], half)
    covers = [mark for mark in skin if mark.attributes["role"] == "skin-fill"]
    under = cover = hand = None
    within = grid.filled(tables.body) if skin or tables.view == "sole" else None
    if covers:
        under, cover, hand = grid.empty(), grid.empty(), grid.empty()
        for mark in covers:
            mask = grid.filled(mark.loops)
            under |= shrunk(mask, UNDER_SKIN)
            if mark.attributes["part"] == "foot":
                cover |= mask
            if mark.attributes["part"] == "hand":
                hand |= mask
    outlines = [r for r in tables.layers[number]["regions"] if kept(r, number)]
    raw = mapped(outlines, grid, half, within, under)
    for name, corners in TORN.get((tables.view, number), ()):
        led_on(raw, name, corners)
    found = mended(raw, cover, hand, (tables.view, number))
    found.draw()
    return found


def beneath(tables: Tables, number: int, found: Map) -> list[Shape]:
    """Fibres and shading of what the iliotibial band covers, seen when it is transparent."""
    if (tables.view, number) != ("side", 1):
        return []
    below = hidden_map(tables, found)
    marks = [*fibres(below, tables.layers[2], tables.sides), *shading(below, tables.layers[2])]
    for mark in marks:
        mark.attributes["role"] = "veiled-" + mark.attributes["role"]
    return marks


def led_on(raw: Map, name: str, corners: Sequence[tuple[int, int]]) -> None:
    """Give a structure what is bare, or a rib, in a polygon."""
    loop = [*corners[0]]
    for corner in (*corners[1:], corners[0]):
        loop += straight(loop[-2], loop[-1], *corner)
    free = (raw.owners == 0) | raw.mask(name="ribs")
    number = next(i for i, kind in enumerate(raw.kinds, 1) if kind.name == name)
    raw.owners[raw.grid.filled([loop]) & free] = number


def hidden_map(tables: Tables, found: Map) -> Map:
    """What the iliotibial band hides: the intermediate layer, cut to the band.

    Over it lie the two superficial muscles whose edges the band covers, so that the band can be
    made transparent without baring nothing.
    """
    beneath = [r for r in tables.layers[2]["regions"] if kept(r, 2)]
    for name, loops in tables.hidden.items():
        beneath.append(Outline(id=name, tissue="muscle", side="R", path=loops))
    band = found.mask(name="iliotibial_band")
    below = mended(mapped(beneath, found.grid, 0, None, None), None)
    below.owners[~band] = 0
    below.draw()
    return below


def body_loops(tables: Tables, number: int) -> list[Loop]:
    """The body outline; in deep layers widened where a bone of the hand stands out of it.

    Hands of skin were turned onto the bones only nearly: seen from the side a thumb stands out.
    """
    body = to_path(tables.body)
    if tables.view == "side" and tables.head:  # the measured chin has a step; the skin's has none
        body = joined(body, to_path(down(tables.head["outline"])))
    for region in tables.layers[number]["regions"] if number > 2 else []:
        if region["id"] == "hand_bones":
            for shape in sided([region], tables.sides, None):
                body = joined(body, grown(to_path(shape.loops), 15))
    return to_loops(body) if number > 2 or tables.view == "side" else tables.body


def skin_marks(tables: Tables, number: int) -> list[Shape]:
    """Hands, what covers the tendons of the feet, and the head; none in the deep layers."""
    marks: list[Shape] = []
    if number > 2:
        return marks
    if tables.hand:
        marks += part_marks("hand", tables.hand, tables.sides)
    if number == 1:
        marks += foot_covers(tables)
    if tables.head:
        marks += part_marks("head", tables.head, ["midline"])
    return marks


def foot_covers(tables: Tables) -> list[Shape]:
    """The marks of the feet where skin lies over the tendons."""
    covers: list[Shape] = []
    for side in tables.sides:
        loops = down(cover_loops(tables.foot))
        clip = to_path([mirrored(loop) if side == "left" else loop for loop in loops])
        for spot in BITS.get(tables.view, ()):
            bit = ellipse(*spot)
            clip = joined(clip, to_path([mirrored(bit) if side == "left" else bit]))
        wider = grown(clip, 15)
        for mark in part_marks("foot", tables.foot, [side]):
            # The contour runs along the very edge of the cover: cut sharply, it would show gaps.
            edge = mark.attributes["role"] == "skin-contour"
            covers += cut([mark], wider if edge else clip)
    return covers


def region_groups(tables: Tables, number: int, found: Map) -> list[Group]:
    """Bones, then the tissues of each side, numbered by depth in painting order."""
    shapes = map_shapes(found, tables.sides)
    if tables.view == "side" and number == 1:
        names = [shape.attributes.get("structure") for shape in shapes]
        place = names.index("iliotibial_band")
        shapes[place:place] = map_shapes(hidden_map(tables, found), tables.sides)
    bones = [shape for shape in shapes if shape.attributes["tissue"] == "bone"]
    tissues = [shape for shape in shapes if shape.attributes["tissue"] != "bone"]
    groups = [Group("bones", "regions", bones)]
    for side in ("midline", *tables.sides):
        drawn = [shape for shape in tissues if shape.attributes["side"] == side]
        groups.append(Group(f"tissues {side}", "regions", drawn))
    for depth, shape in enumerate(shape for group in groups for shape in group.shapes):
        shape.attributes["depth"] = str(depth)
    return groups


def map_shapes(found: Map, sides: Sequence[str]) -> list[Shape]:
    """The regions of all owners of a map, far to near."""
    return [
        shape
        for owner, kind in enumerate(found.kinds, 1)
        for shape in region_shapes(kind, found.loops.get(owner, []), sides)
    ]


def region_shapes(kind: Owner, loops: list[Loop], sides: Sequence[str]) -> list[Shape]:
    """The regions of an owner: one on the midline, or one on each side."""
    own = SIDES[kind.side]
    named = "part" if kind.tissue == "bone" else "structure"
    shapes = []
    for side in (own,) if own == "midline" else sides:
        turned = [mirrored(x) if side == "left" else x for x in loops]
        tags = {named: kind.name, "side": side, "tissue": kind.tissue}
        shapes.append(Shape(tags, turned))
    return [shape for shape in shapes if shape.loops]


def kept(region: Outline, number: int) -> bool:
    """Whether the region is drawn, or a skin part takes its place."""
    return region["tissue"] != "skin" and region["id"] not in REPLACED.get(number, ())


def sided(outlines: Sequence[Outline], sides: Sequence[str], clip: Area | None) -> list[Shape]:
    """The regions that lie on `sides`; right ones mirrored for the left."""
    shapes = []
    for region in outlines:
        own = SIDES[region["side"]]
        named = "part" if region["tissue"] == "bone" else "structure"
        for side in (own,) if own == "midline" else ("right", "left"):
            if side not in sides and not (side == "midline" and named == "part"):
                continue
            loops = [mirrored(x) if side == "left" else x for x in down(region["path"])]
            loops = inside(loops, clip) if clip else loops
            tags = {named: region["id"], "side": side, "tissue": region["tissue"]}
            shapes.append(Shape(tags, loops))
    return [shape for shape in shapes if shape.loops]


def inscriptions(table: Table) -> list[Shape]:
    """The tendinous intersections of rectus abdominis: only their height is measured."""
    marks = []
    for accent in table.get("accents", []):
        y = -round(accent["height_mm"] * 10)
        line = quadratic(90, y + 10, 400, y + 70, 680, y - 30)
        for side in ("right", "left"):
            loop = mirrored(line) if side == "right" else line
            tags = {"role": "inscription", "structure": accent["id"], "side": side}
            marks.append(Shape(tags, [loop], width=2.6, opacity=0.75))
    return marks


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the plates from the measured tables.")
    parser.add_argument("--out", type=Path, default=TOOLS.parent / "assets" / "svg")
    parser.add_argument("--view", choices=LAYERS, action="append")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for view in arguments.view or LAYERS:
        tables = Tables(TOOLS / "input", view)
        for number in range(1, LAYERS[view] + 1):
            text = svg_text(plate(tables, number))
            path = arguments.out / f"{view}-{number}.svg"
            path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
