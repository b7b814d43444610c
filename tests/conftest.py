"""Shared fixtures: a home of its own for every test, and nothing left running after it."""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and caches go to a temporary folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log record of WARNING or above fails the test, unless the test looked at it and cleared."""
    yield
    loud = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert not loud, f"logged: {loud}"


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with widgets: no new top-level widget and no running timer."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtWidgets import QApplication

    before = set(QApplication.topLevelWidgets()) if QApplication.instance() else set()
    yield
    gc.collect()
    left = {w for w in QApplication.topLevelWidgets() if w not in before}
    assert not left, f"widgets left over: {left}"
    running = running_timers()
    assert not running, f"timers still running: {running}"


def running_timers() -> list[str]:
    """Names of the timers of ours that still run."""
    from PySide6.QtCore import QTimer

    return [
        f"{timer.objectName() or timer} of {timer.parent()}"
        for timer in gc.get_objects()
        if isinstance(timer, QTimer) and _alive(timer) and timer.isActive()
    ]


def _alive(thing: object) -> bool:
    import shiboken6

    return bool(shiboken6.isValid(thing))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that use an application are gui tests."""
    for item in items:
        if {"qapp", "qtbot"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("gui")
