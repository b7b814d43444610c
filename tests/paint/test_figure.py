"""The little runner: it keeps to its box whatever the stage, and its pose tells the stage."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.paint.figure import paint_figure
from tests.paint.pictures import differing, having, library, painted, words

GROUND, INK = "#FFFFFF", "#000000"
SIZE, FOOT = 240, QPointF(120, 180)


def pose(gait: Gait, percent: float) -> dict[str, float]:
    return library().stride(gait, None).angles(percent)


def figure(gait: Gait, percent: float, height: float = 32, ink: str = INK) -> QImage:
    def paint(painter: QPainter) -> None:
        paint_figure(painter, pose(gait, percent), FOOT, height, QColor(ink))

    return painted(SIZE, SIZE, GROUND, paint)


def drawn(image: QImage) -> set[tuple[int, int]]:
    return set(differing(image, painted(SIZE, SIZE, GROUND, lambda _: None)))


@pytest.mark.parametrize("height", [32, 64, 120])
@pytest.mark.parametrize("gait", Gait)
def test_in_every_stage_it_stands_in_its_box(gait: Gait, height: int) -> None:
    for span in library().stride(gait, None).spans(Side.RIGHT):
        inked = drawn(figure(gait, (span.start + span.end) / 2, height))
        left, right = FOOT.x() - height / 2 - 1, FOOT.x() + height / 2 + 1
        assert all(left <= x <= right for x, _ in inked), span.name
        lowest = FOOT.y() + 1 + 0.06 * height
        assert all(FOOT.y() - height - 1 <= y <= lowest for _, y in inked), span.name
        assert FOOT.y() - min(y for _, y in inked) > 0.85 * height, span.name


@pytest.mark.parametrize("gait", Gait)
def test_each_stage_has_a_pose_of_its_own(gait: Gait) -> None:
    spans = library().stride(gait, None).spans(Side.RIGHT)
    pictures = {bytes(words(figure(gait, (span.start + span.end) / 2))) for span in spans}
    assert len(pictures) == len(spans)


def test_the_far_limbs_are_paler_than_the_near_ones() -> None:
    image = figure(Gait.RUNNING, 60, 120)
    near = having(image, INK)
    far = 255 - round(255 * 0.55)
    paler = having(image, QColor(far, far, far).name())
    assert len(near) > 300
    assert len(paler) > 100


def joints(**bent: float) -> set[tuple[int, int]]:
    """The near limbs of a runner who stands straight but for some joints, in degrees."""
    straight = dict.fromkeys(pose(Gait.RUNNING, 0), 0.0)

    def paint(painter: QPainter) -> None:
        paint_figure(painter, straight | bent, FOOT, 100, QColor(INK))

    return having(painted(SIZE, SIZE, GROUND, paint), INK)


def test_a_bent_hip_brings_the_knee_forward_to_the_right() -> None:
    hip = FOOT.y() - 100 * 0.48
    level = [x for x, y in joints(hip_flexion_r=90.0) if abs(y - hip) < 4]
    assert max(level) > FOOT.x() + 40
    assert min(level) > FOOT.x() - 15


def test_a_bent_knee_brings_the_heel_back() -> None:
    knee = FOOT.y() - 100 * 0.24
    level = [x for x, y in joints(knee_flexion_r=90.0) if abs(y - knee) < 3]
    assert min(level) < FOOT.x() - 20
    assert max(level) < FOOT.x() + 10


def test_a_lifted_foot_points_up_and_a_bent_elbow_lifts_the_hand() -> None:
    lowest = max(y for _, y in joints(ankle_dorsiflexion_r=0.0))
    lifted = joints(ankle_dorsiflexion_r=30.0)
    toes = max(x for x, y in lifted if y > FOOT.y() - 20)
    assert min(y for x, y in lifted if x >= toes - 2 and y > FOOT.y() - 20) < lowest - 5
    hand = joints(elbow_flexion_r=90.0) - joints()
    assert min(x for x, _ in hand) > FOOT.x()


def test_the_painter_is_left_as_it_was() -> None:
    seen = []

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#FF0000"), 3))
        before = painter.pen(), painter.brush(), painter.transform()
        paint_figure(painter, pose(Gait.RUNNING, 0), FOOT, 32, QColor(INK))
        seen.append(before == (painter.pen(), painter.brush(), painter.transform()))

    painted(SIZE, SIZE, GROUND, paint)
    assert seen == [True]
