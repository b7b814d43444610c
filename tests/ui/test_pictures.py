"""The stage as a picture: copied and saved with everything on it, the runner too."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from anatomy_app.model.drawing import View
from anatomy_app.ui.dialogs import write_picture
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import go_to, view_of

Take = Callable[[MainWindow, Path], QImage]


def saved(window: MainWindow, folder: Path) -> QImage:
    """The picture that is saved."""
    write_picture(window, folder / "stage.png")
    return QImage(str(folder / "stage.png"))


def copied(window: MainWindow, folder: Path) -> QImage:
    """The picture that is copied."""
    window.actions_by_id["copy"].trigger()
    return QGuiApplication.clipboard().image()


@pytest.mark.parametrize("take", [saved, copied])
@pytest.mark.parametrize("playing", [False, True], ids=["at rest", "playing"])
def test_pictures_show_the_runner_in_the_pose_of_the_instant(
    window: MainWindow, tmp_path: Path, take: Take, playing: bool
) -> None:
    window.session.preferences.put("views", "runner")
    runner, taken = view_of(window, View.RUNNER), []
    for percent in (14.0, 40.0):
        go_to(window, percent)
        if playing:
            window.session.clock.play()
        picture = take(window, tmp_path).copy(runner.geometry())
        window.session.clock.pause()
        colours = {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
        assert len(colours) > 50  # fibres, shading, activity: the figure itself
        taken.append(picture)
    assert taken[0] != taken[1]


def test_the_program_ends_quietly_with_a_picture_on_the_clipboard(tmp_path: Path) -> None:
    """What Python puts there itself would be freed after Python is gone."""
    code = (
        "from pathlib import Path\n"
        "from anatomy_app.ui.app import build, make_application\n"
        "app = make_application()\n"
        f"window = build(settings=Path({str(tmp_path / 'settings.ini')!r}))\n"
        "window.show()\n"
        "window.actions_by_id['copy'].trigger()\n"
        "window.close()\n"
        "print(app.clipboard().text(), app.clipboard().image().isNull())\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("0 % · 0.00 s False\n")
