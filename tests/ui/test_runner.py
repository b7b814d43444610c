"""The running figure in the window."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from anatomy_app import resources
from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Side, View
from anatomy_app.model.gait import Gait
from anatomy_app.ui.app import build
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.runner_view import RunnerView
from tests.ui.conftest import shut
from tests.ui.driving import distance, press, select, settle, view_of


@pytest.fixture
def runner(window: MainWindow) -> RunnerView:
    window.session.clock.go_to(14)
    found = view_of(window, View.RUNNER)
    assert isinstance(found, RunnerView)
    rest(window)
    return found


def rest(window: MainWindow) -> None:
    window.centre.stage.rest()


def picture(view: RunnerView) -> QImage:
    return view.grab().toImage()


def middle(view: RunnerView, structure: str, side: Side) -> QPointF:
    """A point on the figure where a structure is on top."""
    for region, _ in view.paths.regions:
        if (region.structure, region.side) == (structure, side):
            x, y = view.paths.inner_point(region)
            at = view.placing.transform.map(QPointF(x, y))
            hits = view.hits(at)
            if hits and hits[0].structure == structure:
                return at
    raise AssertionError(f"{structure} is not on top anywhere")


def test_front_back_and_runner_stand_side_by_side_at_first(window: MainWindow) -> None:
    assert [view.view for view in window.centre.stage.views] == [
        View.FRONT, View.BACK, View.RUNNER
    ]  # fmt: skip


def test_each_instant_is_another_picture(window: MainWindow, runner: RunnerView) -> None:
    pictures = []
    for percent in (0, 14, 30, 60):
        window.session.clock.go_to(percent)
        rest(window)
        pictures.append(picture(runner))
    assert all(one != other for one, other in pairwise(pictures))


def test_the_same_instant_is_the_same_picture(window: MainWindow, runner: RunnerView) -> None:
    before = picture(runner)
    for percent in (40, 80, 14):
        window.session.clock.go_to(percent)
    rest(window)
    assert picture(runner) == before


def test_a_click_selects_the_muscle_of_that_leg(window: MainWindow, runner: RunnerView) -> None:
    at = middle(runner, "vastus_lateralis", Side.RIGHT).toPoint()
    QTest.mouseClick(runner, Qt.MouseButton.LeftButton, pos=at)
    place = window.session.selection.place
    assert (place.structure, place.side) == ("vastus_lateralis", Side.RIGHT)


def test_a_second_click_goes_deeper(window: MainWindow, runner: RunnerView) -> None:
    at = middle(runner, "vastus_lateralis", Side.RIGHT).toPoint()
    for _ in range(2):
        QTest.mouseClick(runner, Qt.MouseButton.LeftButton, pos=at)
    assert window.session.selection.place.structure not in (None, "vastus_lateralis")


def test_the_far_leg_is_the_left_one(window: MainWindow, runner: RunnerView) -> None:
    sides = {region.structure: region.side for region, _ in runner.paths.regions}
    found = {(region.structure, region.side) for region, _ in runner.paths.regions}
    assert ("gastrocnemius_medial", Side.LEFT) in found
    assert ("gastrocnemius_medial", Side.RIGHT) in found
    assert sides["rectus_abdominis"] is Side.RIGHT


def test_seen_from_the_left_the_figure_turns_round(window: MainWindow, runner: RunnerView) -> None:
    before = picture(runner)
    press(window, Qt.Key.Key_F)
    rest(window)
    assert runner.near is Side.LEFT
    assert runner.sides() == (Side.LEFT, Side.RIGHT)
    assert picture(runner) != before
    left, _, right, _ = runner.paths.layer.box
    assert -left < right  # the swinging foot trails on the other side now


@pytest.mark.parametrize("key", ["trail", "force"])
def test_ghosts_and_force_are_switches(window: MainWindow, runner: RunnerView, key: str) -> None:
    before = picture(runner)
    window.actions_by_id[key].trigger()
    assert picture(runner) != before
    window.actions_by_id[key].trigger()
    assert picture(runner) == before


def test_what_is_selected_is_outlined(window: MainWindow, runner: RunnerView) -> None:
    before = picture(runner)
    select(window, "soleus")
    rest(window)
    assert picture(runner) != before


def test_what_is_isolated_stands_alone(window: MainWindow, runner: RunnerView) -> None:
    """Everything else recedes into the ground; the whole figure comes back."""
    select(window, "vastus_lateralis")
    before = picture(runner)
    ground = window.session.theme.colour("bg").rgb()
    window.actions_by_id["isolate"].trigger()
    alone = picture(runner)
    at = middle(runner, "gluteus_maximus", Side.RIGHT).toPoint()
    apart = [distance(QColor(image.pixel(at)), QColor(ground)) for image in (before, alone)]
    assert apart[1] < apart[0] / 3
    window.actions_by_id["isolate"].trigger()
    assert picture(runner) == before


def test_while_the_stride_plays_nothing_can_be_pointed_at(
    window: MainWindow, runner: RunnerView
) -> None:
    at = middle(runner, "vastus_lateralis", Side.RIGHT)
    window.session.clock.play()
    assert runner.hits(at) != ()  # the figure stands until time passes
    window.session.clock.advance(0.2)
    assert runner.hits(at) == ()
    window.session.clock.pause()
    rest(window)
    assert runner.paths.layer.regions


@pytest.mark.parametrize("gait", list(Gait))
def test_every_gait_moves_the_figure(window: MainWindow, runner: RunnerView, gait: Gait) -> None:
    before = picture(runner)
    window.session.clock.set_gait(gait, 4.0 if gait is Gait.RUNNING else None)
    rest(window)
    assert picture(runner) != before


def test_regions_of_the_figure_have_names_for_assistive_technology(
    window: MainWindow, runner: RunnerView
) -> None:
    names = {
        child.accessibleName() for child in runner.children() if hasattr(child, "accessibleName")
    }
    assert {"Soleus, right", "Soleus, left"} <= names


def test_the_layers_peel_the_figure_too(window: MainWindow, runner: RunnerView) -> None:
    before = picture(runner)
    window.session.preferences.put("layer", 3)
    rest(window)
    assert runner.layer == 3
    assert picture(runner) != before


def test_strides_are_kept_only_for_a_while() -> None:
    library = Library()
    strides = [library.stride(Gait.RUNNING, speed) for speed in (2.0, 2.5, 3.0, 3.5, 4.0, 4.5)]
    runners = [library.runner(stride) for stride in strides]
    assert library.runner(strides[-1]) is runners[-1]
    assert library.runner(strides[0]) is not runners[0]


def test_a_broken_drawing_is_told_in_its_place(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The rest of the program goes on."""
    root = tmp_path / "root"
    (root / "assets" / "rig").mkdir(parents=True)
    for folder in ("data", "assets/svg", "assets/plates"):
        (root / folder).symlink_to(resources.root() / folder)
    (root / "assets" / "rig" / "runner.json").write_text("{", "utf-8")
    window = build(Library(root), settings=tmp_path / "settings.ini")
    window.resize(1280, 800)
    window.show()
    settle()
    runner = view_of(window, View.RUNNER)
    blank = QImage(runner.size(), QImage.Format.Format_RGB32)
    blank.fill(window.session.theme.colour("bg"))
    assert runner.grab().toImage().convertToFormat(blank.format()) != blank
    window.session.clock.go_to(30)
    settle()
    assert ["runner.json" in record.getMessage() for record in caplog.records] == [True]
    caplog.clear()
    shut(window)
