"""Hatching as lines: inside the shape, even, and the same wherever the shape begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from anatomy_app.paint.hatch import TILE, hatch_lines

whole = st.integers(-500, 500)


def shape(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def length(lines: list[QLineF]) -> float:
    return sum(line.length() for line in lines)


@given(whole, whole, st.integers(1, 300), st.integers(1, 300))
def test_lines_stay_inside_and_rise_at_45_degrees(x: int, y: int, width: int, height: int) -> None:
    box = QRectF(x, y, width, height)
    path = QPainterPath()
    path.addRect(box)
    for line in hatch_lines(path):
        for point in (line.p1(), line.p2()):
            assert box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(point)
            assert (point.x() + point.y()) % TILE == pytest.approx(0, abs=1e-6) or (
                point.x() + point.y()
            ) % TILE == pytest.approx(TILE, abs=1e-6)


@given(st.integers(60, 300))
def test_a_larger_shape_has_more_lines_in_proportion(side: int) -> None:
    # A square of side s holds about s * s / TILE of line along x, times the root of 2.
    lines = hatch_lines(shape((0, 0), (side, 0), (side, side), (0, side)))
    assert length(lines) == pytest.approx(side * side / TILE * 2**0.5, rel=0.12)


def test_a_hole_stays_clear() -> None:
    ring = shape((0, 0), (90, 0), (90, 90), (0, 90))
    ring.addPath(shape((30, 30), (60, 30), (60, 60), (30, 60)))
    for line in hatch_lines(ring):
        middle = line.pointAt(0.5)
        assert not QRectF(30.1, 30.1, 29.8, 29.8).contains(middle)


def test_an_empty_shape_has_none() -> None:
    assert hatch_lines(QPainterPath()) == []
