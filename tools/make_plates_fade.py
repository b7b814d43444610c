"""Where tissues go under the skin of hands and soles: the skin begins thin and grows opaque.

Without it tendons and muscles would end at the edge of the skin as if cut with scissors. On the
back of the foot the tendons end in points instead (make_plates_layer).
"""

from collections.abc import Iterable, Iterator, Sequence

from make_plates_layer import Map
from make_plates_raster import Mask, grown, window
from make_plates_retinacula import filled, turned
from make_plates_shapes import Loop
from make_plates_svg import Shape

STEPS = {"hand": (6, 4.5), "foot": (4, 2.5)}  # how many steps of so many cells
OPACITY = 0.22  # of each step; they add up towards the skin
SOLES = ("medial", "sole")  # views in which flesh goes under the skin of the foot


def fades(found: Map, view: str, covers: Sequence[Shape], sides: Iterable[str]) -> Iterator[Shape]:
    """The steps around the skin of hands and soles, as far as tissues lie there."""
    rings = [("hand", loops) for loops in stepped(found, covers, "hand")]
    if view in SOLES:
        rings += [("foot", loops) for loops in stepped(found, covers, "foot")]
    for side in sides:
        for part, loops in rings:
            tags = {"role": "skin-fade", "part": part, "side": side}
            yield Shape(tags, turned(loops, side), 0.0, OPACITY)


def stepped(found: Map, covers: Sequence[Shape], part: str) -> list[list[Loop]]:
    """The outlines of the tissue that lies near the skin of a part, and nearer and nearer."""
    skin = found.grid.empty()
    for mark in covers:
        if mark.attributes["part"] == part:
            skin |= found.grid.filled(mark.loops)
    count, width = STEPS[part]
    steps = nearer(found, skin, count, width) if skin.any() else ()
    return [loops for loops in (filled(found, step) for step in steps) if loops][::-1]


def nearer(found: Map, skin: Mask, count: int, width: float) -> Iterator[Mask]:
    """The tissue within one, two, three ... widths of the skin."""
    box = window(skin, int(count * width) + 2)
    reached = skin[box]
    for _ in range(count):
        reached = grown(reached, width)
        mask = found.grid.empty()
        mask[box] = reached & (found.owners[box] > 0)
        yield mask
