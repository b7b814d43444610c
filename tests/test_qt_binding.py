"""The Qt binding itself: some releases drop a reference to None with every call."""

import sys

from PySide6.QtGui import QPainterPath


def test_a_call_that_returns_nothing_keeps_the_references_to_none() -> None:
    path = QPainterPath()
    before = sys.getrefcount(None)
    for _ in range(300):
        path.moveTo(1, 1)
    assert abs(sys.getrefcount(None) - before) < 100, (
        "this PySide6 drops a reference to None with every call and will end the process; "
        "require PySide6-Essentials<6.12"
    )
