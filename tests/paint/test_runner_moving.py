"""The runner in motion is painted plainly, and still looks like the one at rest."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.model.running import Runner
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import Placing
from anatomy_app.paint.runner_scene import RunnerScene
from anatomy_app.paint.theme import CONTRAST, DARK, LIGHT, Theme
from tests.paint.pictures import colours, library

SCALE, WIDE, HIGH = 0.24, 300, 440


def figure(theme: Theme, percent: float, *, rich: bool, ratio: float = 1.0) -> QImage:
    """The runner at 3.0 m/s, moving (plain) or at rest (rich)."""
    known: Library = library()
    placing = Placing(SCALE, WIDE / 2, HIGH - 10.0, WIDE, HIGH, ratio)
    image = QImage(round(WIDE * ratio), round(HIGH * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.bg))
    snapshot = Snapshot(theme, colours=colours(theme, percent))
    painter = QPainter(image)
    scene = RunnerScene(known.rig, placing, 1, Side.RIGHT)
    scene.paint(
        painter, snapshot, known.runner(known.stride(Gait.RUNNING, 3.0)), percent, rich=rich
    )
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of a channel, 0 to 255, where either shows the figure."""
    pairs = list(zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))
    ground = bytes(one.constBits())[:4]
    seen = [
        abs(a - b) for n, (a, b) in enumerate(pairs) if a != ground[n % 4] or b != ground[n % 4]
    ]
    return sum(seen) / len(seen)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("percent", [0.0, 30.0, 62.0])
def test_it_keeps_its_look_when_it_starts_to_move(theme: Theme, percent: float) -> None:
    moving, resting = (figure(theme, percent, rich=rich) for rich in (False, True))
    assert difference(moving, resting) < (16 if theme.contrast else 12)
    other = figure(theme, percent + 12, rich=True)
    assert difference(resting, other) > 2 * difference(moving, resting)


def test_its_silhouette_has_no_steps_on_a_fine_screen() -> None:
    """Areas are filled without half-tones only where a line covers their edge."""
    image = figure(LIGHT, 30.0, rich=False, ratio=2.0)
    ground = QColor(LIGHT.bg)
    tones: set[str] = set()
    for y in range(0, image.height(), 3):
        row = [image.pixelColor(x, y) for x in range(image.width())]
        edges = [x for x in range(1, len(row)) if (row[x] == ground) != (row[x - 1] == ground)]
        tones.update(row[x].name() for x in edges if row[x] != ground)
    assert len(tones) > 60


def test_a_pose_that_comes_again_is_the_same_and_no_other_stride_s() -> None:
    """Places are kept by instant; another speed, size or place has its own."""
    known = library()
    slow, fast = (known.runner(known.stride(Gait.RUNNING, speed)) for speed in (3.0, 4.5))
    near, far = Placing(SCALE, 150.0, 430.0, WIDE, HIGH), Placing(SCALE * 0.9, 140, 430, WIDE, HIGH)
    scene = RunnerScene(known.rig, near, 1, Side.RIGHT)
    asked = [(runner, percent) for percent in (10.0, 10.5, 60.0) for runner in (slow, fast)]
    for _ in range(2):
        for placing in (near, far):
            worn = scene.moved(placing)
            for runner, percent in asked:
                new = RunnerScene(known.rig, placing, 1, Side.RIGHT)
                assert moving(worn, runner, percent) == moving(new, runner, percent)


def moving(scene: RunnerScene, runner: Runner, percent: float) -> QImage:
    """The figure alone, without colours."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.bg))
    painter = QPainter(image)
    scene.paint(painter, Snapshot(LIGHT), runner, percent, rich=False)
    painter.end()
    return image
