"""Head, running hand and feet of the runner, from the measured skin parts."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from make_plates_shapes import down, mirrored, to_path
from make_plates_skin import Part, cover_loops, cut, part_marks
from make_plates_svg import Shape
from make_runner_bind import JOINTS, Share

# mm in the standing frame: where the skin passes from the shank to the foot, and to the toes.
ANKLE, BALL = (102.0, 58.0), (92.0, 124.0)


def skin_shapes(folder: Path) -> Iterator[dict[str, Any]]:
    """Every mark of head, hand and both sides of the foot, in painting order.

    A foot comes twice: whole (`foot`), under the tendons, and its toes, heel and sole (`toes`),
    which lie over them.
    """
    yield from _rows("head", _marks(folder, "head", "head", "side"), _fixed("back", "neck"))
    hand = _marks(folder, "hands", "hand", "rig_closed")
    yield from _rows("hand", hand, _fixed("back", "shoulder", "elbow"))
    for suffix, view in (("", "side"), ("_inner", "medial")):
        marks = _marks(folder, "feet", "foot", view)
        cover = down(cover_loops(_part(folder, "feet", view)))
        over = cut(marks, to_path(cover))
        for name, found in (("foot", marks), ("toes", over)):
            turned = [_turned(mark) for mark in found] if suffix else found
            yield from _rows(name + suffix, turned, _foot)


def _part(folder: Path, name: str, view: str) -> Part:
    part: Part = json.loads((folder / f"{name}.json").read_text("utf-8"))["views"][view]
    part["outline"] = part["outline"][:1]
    return part


def _marks(folder: Path, file: str, name: str, view: str) -> list[Shape]:
    return part_marks(name, _part(folder, file, view), ("right",))


def _turned(mark: Shape) -> Shape:
    """The inner side of the far leg: the right one seen from inside, facing the same way."""
    return Shape(mark.attributes, [mirrored(loop) for loop in mark.loops], mark.width, mark.opacity)


def _rows(
    name: str, marks: Iterable[Shape], share: Callable[[float, float], Share]
) -> Iterator[dict[str, Any]]:
    for mark in marks:
        yield {
            "id": name, "part": name, "tissue": "skin", "group": "", "layer": 1, "depth": 0.0,
            "role": mark.attributes["role"], "width": mark.width, "opacity": mark.opacity,
            "share": share, "paths": [[value / 10 for value in loop] for loop in mark.loops],
        }  # fmt: skip


def _fixed(*joints: str) -> Callable[[float, float], Share]:
    share = tuple(float(name in joints) for name in JOINTS)
    return lambda x, y: share


def _foot(x: float, y: float) -> Share:
    """The skin follows the ankle from the shank down, and the toes from the ball on."""
    ankle = _smooth((ANKLE[0] + y) / (ANKLE[0] - ANKLE[1]))
    toes = _smooth((x - BALL[0]) / (BALL[1] - BALL[0]))
    share = {"hip": 1.0, "knee": 1.0, "ankle": ankle, "mtp": toes}
    return tuple(share.get(name, 0.0) for name in JOINTS)


def _smooth(t: float) -> float:
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)
