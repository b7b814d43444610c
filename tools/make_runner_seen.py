"""Which shapes of the runner are seen at all, from each side and in each layer.

Most deep muscles lie hidden behind others in every pose. The figure is painted with a number for
each shape instead of its colour, in poses all over the joints' range; what never shows a few
pixels need not be painted.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath

from anatomy_app.model.casting import VEILS, Cast, Detail, Piece
from anatomy_app.model.drawing import Side
from anatomy_app.model.posing import Eye, Posture
from anatomy_app.model.rig import Rig
from anatomy_app.paint.posed import Mould

SCALE, SIZE = 0.35, 900  # pixels per mm, pixels
FEWEST = 12  # pixels in a pose from which a shape counts as seen
LAYERS = (1, 2, 3, 4)
HIPS, KNEES, ANKLES = (-25, 5, 40, 80, 125), (5, 40, 80, 115, 150), (-35, 0, 25)
ARMS = ((-60, 100), (-20, 40), (10, 90), (60, 60), (150, 10))


def mark_seen(drawing: dict[str, Any], rig: Rig) -> None:
    """Write into each shape the layers in which it is seen, near and far."""
    QGuiApplication.instance() or QGuiApplication(["make_runner", "-platform", "offscreen"])
    seen: dict[tuple[int, bool], str] = {}
    for layer in LAYERS:
        for number, far in _seen(rig, layer):
            seen[number, far] = seen.get((number, far), "") + str(layer)
    for number, shape in enumerate(drawing["shapes"]):
        if shape["role"]:
            continue
        shape["near"], shape["far"] = seen.get((number, False), ""), seen.get((number, True), "")


def _seen(rig: Rig, layer: int) -> set[tuple[int, bool]]:
    """Numbers of the shapes that are seen, and whether on the far side."""
    cast = Cast(rig, 1, layer, detail=Detail.EVERYTHING)
    mould, eye = Mould(rig, cast.pieces, Side.RIGHT), Eye(SCALE, complex(SIZE / 2, SIZE * 0.72))
    numbers = {id(shape): number for number, shape in enumerate(rig.at_level(1))}
    pieces = cast.pieces
    counts = np.zeros(len(pieces) + 1, int)
    for near, far in _poses():
        posed = zip(pieces, mould.paths(near, far, eye), strict=True)
        found = np.bincount(_painted(posed), minlength=len(pieces) + 1)
        counts = np.maximum(counts, found)
    return {
        (numbers[id(piece.shape)], piece.far)
        for piece, count in zip(pieces, counts[1:], strict=True)
        if count >= FEWEST
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


def _poses() -> Iterator[tuple[Posture, Posture]]:
    legs = [(h, k, a) for h in HIPS for k in KNEES for a in ANKLES]
    for i, leg in enumerate(legs):
        other, arm = legs[(i * 7 + 31) % len(legs)], ARMS[i % len(ARMS)]
        yield _pose(leg, arm), _pose(other, ARMS[(i + 2) % len(ARMS)])


def _pose(leg: tuple[int, int, int], arm: tuple[int, int]) -> Posture:
    names = ("hip", "knee", "ankle", "shoulder", "elbow")
    return Posture({**dict(zip(names, (*leg, *arm), strict=True)), "back": 6.0})
