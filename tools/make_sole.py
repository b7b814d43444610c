"""Makes the sole of the exercises, `assets/rig/sole.json`, from the plates of the sole.

    PYTHONPATH=. python tools/make_sole.py

The form is that of the runner's drawing (`docs/drawing.md`). Each toe has a joint at its ball
about which it goes aside; the skin is parted between two toes. Deterministic.
"""

import json
import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from make_runner_bind import STEPS, Bindings, Share
from make_runner_curves import Spot, cubic_chain, thinned

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Layer, Tissue, View

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "assets" / "rig" / "sole.json"
Place = tuple[float, float]
TOES: tuple[tuple[Place, Place], ...] = (  # mm: the ball and the tip of each, the big toe first
    ((-97.0, -108.0), (-113.0, -150.0)), ((-115.0, -108.0), (-133.0, -150.0)),
    ((-128.0, -101.0), (-147.0, -142.0)), ((-139.0, -92.0), (-157.0, -126.0)),
    ((-149.0, -82.0), (-164.0, -110.0)),
)  # fmt: skip
MUSCLES = (  # the deep ones first; the layer that bares it, and whether others cover it
    ("adductor_hallucis", 4, True), ("lumbricals_foot", 2, True), ("quadratus_plantae", 3, True),
    ("interossei_foot", 4, True), ("flexor_hallucis_brevis", 2, False),
    ("flexor_digiti_minimi_brevis", 2, False), ("flexor_digitorum_brevis", 2, False),
    ("abductor_hallucis", 2, False), ("abductor_digiti_minimi", 2, False),
)  # fmt: skip
SOFT = 4.5  # mm from the middle of a toe within which skin is mostly its own
RISE = 0.45  # of a toe's length: there it takes all of the turn
NOTCH = 6  # points on both sides among which a notch is looked for
CLEFT = 0.55  # how far between two toes the skin parts, from their notch towards their balls


def main() -> None:
    """Write the drawing."""
    library, bindings = Library(), Bindings()
    layers = {number: library.layer(View.SOLE, number) for number in (1, 2, 3, 4)}
    shapes = [_skin(layers[1], bindings)]
    for depth, (muscle, layer, hidden) in enumerate(MUSCLES, 1):
        shapes.append(_muscle(layers[layer], muscle, depth, bindings, hidden=hidden))
    joints = [{"name": "hip", "parent": None, "x": 0.0, "y": 0.0, "turn": 1}] + [
        {"name": f"toe_{number}", "parent": "hip", "x": x, "y": y, "turn": 1}
        for number, ((x, y), _) in enumerate(TOES, 1)
    ]
    rows = [list(row) for row in bindings.rows]
    drawing = {"steps": STEPS, "joints": joints, "bindings": rows, "shapes": shapes}
    TARGET.write_text(json.dumps(drawing, separators=(",", ":")) + "\n", "utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1000:.0f} kB")


def _skin(layer: Layer, bindings: Bindings) -> dict[str, Any]:
    loops = [_kept(_parted(_chain(loop)), bindings) for loop in layer.body.loops]
    return _row("foot", "foot", "skin", 0, "1", loops) | {"role": "skin-fill"}


def _muscle(
    layer: Layer, muscle: str, depth: int, bindings: Bindings, *, hidden: bool
) -> dict[str, Any]:
    loops = [
        _kept([Spot(x, y, _share(x, y)) for x, y in _chain(loop)], bindings)
        for region in layer.regions
        if region.structure == muscle and region.tissue is Tissue.MUSCLE
        for loop in region.outline.loops
    ]
    return _row(muscle, "leg", "muscle", depth, "4" if hidden else "1", loops)


def _row(
    id_: str, part: str, tissue: str, depth: int, seen: str, loops: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": id_, "part": part, "tissue": tissue, "group": "", "layer": 1, "depth": depth,
        "role": "", "near": seen, "far": seen, "loops": loops,
    }  # fmt: skip


def _chain(path: Sequence[float]) -> list[Place]:
    return _dense(cubic_chain(path)[:-1])


def _kept(chain: list[Spot], bindings: Bindings) -> dict[str, Any]:
    spots, levels = thinned(chain, closed=True)
    return {
        "xy": [round(10 * value) for spot in spots for value in (spot.x, spot.y)],
        "bind": [bindings.number(spot.share) for spot in spots],
        "level": "".join(map(str, levels)),
    }


def _parted(chain: list[Place]) -> list[Spot]:
    """The skin, each point with its own toe alone; between two toes a cleft that opens."""
    toes = _owners(chain)
    found: list[Spot] = []
    for k, (point, toe) in enumerate(zip(chain, toes, strict=True)):
        before = toes[k - 1]
        if abs(toe - before) == 1:  # at the heel the first is followed by the last
            web = _between(point, TOES[before][0], TOES[toe][0])
            found += [_of(point, before), Spot(*web, _share(*web))]
        found.append(_of(point, toe))
    return found


def _owners(chain: list[Place]) -> list[int]:
    """The toe of each point, changing in the notches."""
    near = [min(range(len(TOES)), key=lambda toe: _beside(p, *TOES[toe])[1]) for p in chain]
    toes = list(near)
    for k, toe in enumerate(near):
        before = near[k - 1]
        if toe == before:
            continue
        around = [(k + i) % len(chain) for i in range(-NOTCH, NOTCH + 1)]
        both = TOES[before], TOES[toe]
        notch = min(around, key=lambda i: sum(_beside(chain[i], *each)[0] for each in both))
        for place, i in enumerate(around):
            if near[i] in (before, toe):
                toes[i] = before if place < around.index(notch) else toe
    return toes


def _between(notch: Place, first: Place, second: Place) -> Place:
    """The bottom of a cleft."""
    x, y = (notch[i] + ((first[i] + second[i]) / 2 - notch[i]) * CLEFT for i in (0, 1))
    return x, y


def _of(point: Place, toe: int) -> Spot:
    """A point that goes with one toe alone."""
    share = [0.0] * (1 + len(TOES))
    share[1 + toe] = _eased(_beside(point, *TOES[toe])[0] / RISE)
    return Spot(*point, tuple(share))


def _dense(chain: Sequence[Place]) -> list[Place]:
    """Points no farther apart than the skin bends, also along straight lines."""
    found: list[Place] = []
    for (x0, y0), (x1, y1) in pairwise([*chain, chain[0]]):
        parts = max(math.ceil(math.hypot(x1 - x0, y1 - y0) / 2.0), 1)
        found += [(x0 + (x1 - x0) * k / parts, y0 + (y1 - y0) * k / parts) for k in range(parts)]
    return found


def _share(x: float, y: float) -> Share:
    """The share of each toe's turn that a point takes; the foot itself takes none."""
    along, away = zip(*(_beside((x, y), *toe) for toe in TOES), strict=True)
    least = min(away)
    own = [math.exp((least * least - d * d) / (2.0 * SOFT * SOFT)) for d in away]
    turns = (_eased(t / RISE) * w / sum(own) for t, w in zip(along, own, strict=True))
    return (0.0, *turns)


def _beside(point: Place, ball: Place, tip: Place) -> tuple[float, float]:
    """How far along a toe a point lies (0 its ball, 1 its tip), and the mm beside its middle."""
    dx, dy = tip[0] - ball[0], tip[1] - ball[1]
    along = ((point[0] - ball[0]) * dx + (point[1] - ball[1]) * dy) / (dx * dx + dy * dy)
    near = min(max(along, 0.0), 1.0)
    return along, math.hypot(point[0] - ball[0] - near * dx, point[1] - ball[1] - near * dy)


def _eased(value: float) -> float:
    value = min(max(value, 0.0), 1.0)
    return value * value * (3.0 - 2.0 * value)


if __name__ == "__main__":
    main()
