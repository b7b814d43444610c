"""Which shapes of the runner are seen at all, from each side and in each layer.

Most deep muscles lie hidden behind others in every pose. The figure is painted with a number for
each shape instead of its colour, in poses all over the joints' range; what never shows a few
pixels need not be painted.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath

from anatomy_app.content.library import Library
from anatomy_app.model.casting import VEILS, Cast, Detail, Piece
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.model.posing import Eye, Posture
from anatomy_app.model.rig import Rig
from anatomy_app.model.running import Runner
from anatomy_app.paint.posed import Mould

SCALE, SIZE = 0.35, 900  # pixels per mm, pixels
FEWEST = 12  # pixels in a pose from which a shape counts as seen
SPECK = 40  # pixels in a stride from which a shape is worth painting while the figure runs
LAYERS = (1, 2, 3, 4)
STRIDES = ((Gait.WALKING, None), (Gait.RUNNING, 3.0), (Gait.RUNNING, 5.0), (Gait.SPRINTING, None))
Pair = tuple[Posture, Posture]
HIPS, KNEES, ANKLES = (-25, 5, 40, 80, 125), (5, 40, 80, 115, 150), (-35, 0, 25)
ARMS = ((-60, 100), (-20, 40), (10, 90), (60, 60), (150, 10))


def mark_seen(drawing: dict[str, Any], rig: Rig) -> None:
    """Write into each shape the layers in which it is seen, near and far."""
    QGuiApplication.instance() or QGuiApplication(["make_runner", "-platform", "offscreen"])
    anywhere = _in_layers(rig, list(_poses()), FEWEST)
    running = _in_layers(rig, list(_strides(rig)), SPECK)
    for number, shape in enumerate(drawing["shapes"]):
        if shape["role"]:
            continue
        for prefix, seen in (("", anywhere), ("running_", running)):
            shape[f"{prefix}near"] = seen.get((number, False), "")
            shape[f"{prefix}far"] = seen.get((number, True), "")


def _in_layers(rig: Rig, poses: Sequence[Pair], fewest: int) -> dict[tuple[int, bool], str]:
    """The layers in which each shape is seen, by its number and whether it is on the far side."""
    seen: dict[tuple[int, bool], str] = {}
    for layer in LAYERS:
        for number, far in _seen(rig, layer, poses, fewest):
            seen[number, far] = seen.get((number, far), "") + str(layer)
    return seen


def _seen(rig: Rig, layer: int, poses: Sequence[Pair], fewest: int) -> set[tuple[int, bool]]:
    """Numbers of the shapes that are seen, and whether on the far side."""
    cast = Cast(rig, 1, layer, detail=Detail.EVERYTHING)
    mould, eye = Mould(rig, cast.pieces, Side.RIGHT), Eye(SCALE, complex(SIZE / 2, SIZE * 0.72))
    numbers = {id(shape): number for number, shape in enumerate(rig.at_level(1))}
    pieces = cast.pieces
    counts = np.zeros(len(pieces) + 1, int)
    for near, far in poses:
        posed = zip(pieces, mould.paths(near, far, eye), strict=True)
        found = np.bincount(_painted(posed), minlength=len(pieces) + 1)
        counts = np.maximum(counts, found)
    return {
        (numbers[id(piece.shape)], piece.far)
        for piece, count in zip(pieces, counts[1:], strict=True)
        if count >= fewest
    }


def _painted(posed: Iterable[tuple[Piece, QPainterPath]]) -> Any:
    """The number of the topmost piece in each pixel, 0 beside the figure."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    for number, (piece, path) in enumerate(posed, 1):
        if piece.shape.role in ("", "skin-fill") and piece.shape.structure not in VEILS:
            painter.fillPath(path, QColor.fromRgb(number))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return pixels & 0xFFFFFF


def _strides(rig: Rig) -> Iterator[Pair]:
    """Every gait, slow and fast, from both sides."""
    library = Library()
    for gait, speed in STRIDES:
        runner = Runner(rig, library.stride(gait, speed))
        for percent in range(0, 100, 5):
            yield runner.posture(Side.RIGHT, percent), runner.posture(Side.LEFT, percent)


def _poses() -> Iterator[Pair]:
    legs = [(h, k, a) for h in HIPS for k in KNEES for a in ANKLES]
    for i, leg in enumerate(legs):
        other, arm = legs[(i * 7 + 31) % len(legs)], ARMS[i % len(ARMS)]
        yield _pose(leg, arm), _pose(other, ARMS[(i + 2) % len(ARMS)])


def _pose(leg: tuple[int, int, int], arm: tuple[int, int]) -> Posture:
    names = ("hip", "knee", "ankle", "shoulder", "elbow")
    return Posture({**dict(zip(names, (*leg, *arm), strict=True)), "back": 6.0})
