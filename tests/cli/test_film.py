"""Frames and films: every instant exactly, every file whole, at the speed of the stride."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from anatomy_app.cli.film import Film, evenly
from tests.cli.conftest import Call

RUNNER = ("render", "--view", "runner", "--size", "200x400")
NO_PILLOW = (
    "import sys; sys.modules['PIL'] = None\n"
    "from anatomy_app.__main__ import main\n"
    "sys.exit(main({words!r}))"
)


def same(folder: Path, one: str, other: str) -> bool:
    """Whether two pictures are equal, pixel by pixel."""
    pictures = [QImage(str(folder / name)) for name in (one, other)]
    assert not any(picture.isNull() for picture in pictures)
    return pictures[0] == pictures[1]


@pytest.mark.parametrize("view", ["runner", "back"])
def test_frame_k_of_n_shows_k_nths_of_the_stride(call: Call, tmp_path: Path, view: str) -> None:
    words = ("render", "--view", view, "--size", "200x400")
    answer = call(*words, "--frames", "3", "-o", "run-%03d.png")
    assert answer.status == 0
    names = ["run-000.png", "run-001.png", "run-002.png"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    third = repr(100 / 3)
    call(*words, "--at", third, "-o", "third.png")
    assert same(tmp_path, "run-001.png", "third.png")
    assert not same(tmp_path, "run-001.png", "run-002.png")


def test_frames_of_a_stage_begin_at_its_border(call: Call, tmp_path: Path) -> None:
    words = (*RUNNER, "--frames", "2", "--stage")
    assert call(*words, "swing", "-o", "swing%d.png").status == 0
    assert call(*words, "stage:swing", "-o", "again%d.png").status == 0
    call(*RUNNER, "--at", "33.6", "-o", "toe-off.png")
    call(*RUNNER, "--at", "66.8", "-o", "half.png")
    assert same(tmp_path, "swing0.png", "toe-off.png")
    assert same(tmp_path, "swing1.png", "half.png")
    assert same(tmp_path, "swing1.png", "again1.png")


def test_instants_lie_evenly_and_add_no_rounding() -> None:
    assert evenly(0.0, 100.0, 7) == tuple(k * 100.0 / 7 for k in range(7))
    assert evenly(20.0, 40.0, 4) == (20.0, 25.0, 30.0, 35.0)


def test_times_of_frames_add_up_to_the_stride() -> None:
    film = Film(evenly(0.0, 100.0, 22), 0.725)
    assert sum(film.milliseconds(1)) == 725
    assert sum(film.milliseconds(10)) in (720, 730)
    assert set(film.milliseconds(10)) == {30, 40}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "4 frames; 5.52 a second run in real time"),
        (("--rate", "1/4"), "4 frames; 1.38 a second run at 1/4 of real time"),
        (("--gait", "walking"), "4 frames; 3.50 a second run in real time"),
        (("--stage", "stance"), "4 frames; 16.42 a second run in real time"),
    ],
)
def test_the_pace_is_told_to_whoever_makes_a_video(
    call: Call, words: tuple[str, ...], sentence: str
) -> None:
    answer = call("render", "--view", "sole", *words, "--frames", "4", "-o", "%d.svg")
    assert (answer.status, answer.out, answer.err) == (0, "", f"anatomy-app: {sentence}\n")


def test_the_camera_keeps_still_while_names_come_and_go(call: Call, tmp_path: Path) -> None:
    """Neither their columns nor the legend may move from frame to frame."""
    words = ("render", "--view", "runner", "--size", "900x800", "--no-force")
    call(*words, "--names", "all", "--frames", "5", "-o", "%d.png")
    edges = set()
    for number in range(5):
        picture = QImage(str(tmp_path / f"{number}.png"))
        ground = picture.pixel(0, 0)
        rows = range(560, 800)
        edges.add(
            next(y for y in rows if any(picture.pixel(x, y) != ground for x in range(16, 120)))
        )
    assert len(edges) == 1


def test_a_full_folder_of_older_frames_is_replaced_and_nothing_else_is_left(
    call: Call, tmp_path: Path
) -> None:
    (tmp_path / "1.png").write_text("older")
    assert call(*RUNNER, "--frames", "2", "-o", "%d.png").status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.png", "1.png"]
    assert not QImage(str(tmp_path / "1.png")).isNull()


def test_a_frame_that_cannot_be_written_is_told_before_any_is(call: Call, tmp_path: Path) -> None:
    (tmp_path / "2.png").mkdir()
    answer = call(*RUNNER, "--frames", "3", "-o", "%d.png")
    assert answer.status == 3
    assert answer.err == "anatomy-app: 2.png is a folder; name a file in it\n"
    assert [path.name for path in tmp_path.iterdir()] == ["2.png"]


def test_a_folder_for_frames_must_be_there(call: Call) -> None:
    answer = call(*RUNNER, "--frames", "3", "-o", "frames/run-%03d.png")
    assert answer.status == 3
    assert "the folder frames does not exist; make it or name another" in answer.err


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_a_film_without_pillow_says_how_to_get_it(
    python: Call, tmp_path: Path, ending: str
) -> None:
    words = [*RUNNER, "-o", f"run.{ending}"]
    answer = python("-c", NO_PILLOW.format(words=words))
    assert answer.status == 3
    assert f"a .{ending} film needs Pillow; install it with: pip install pillow" in answer.err
    assert not list(tmp_path.iterdir())


def test_pictures_and_frames_do_without_pillow(python: Call, tmp_path: Path) -> None:
    words = [*RUNNER, "--frames", "2", "-o", "%d.png"]
    assert python("-c", NO_PILLOW.format(words=words)).status == 0
    assert len(list(tmp_path.iterdir())) == 2


def film(call: Call, path: Path, *words: str) -> tuple[list[int], list[QImage]]:
    """Milliseconds and pictures of the frames of a film."""
    image = pytest.importorskip("PIL.Image")
    with_pillow = {"PYTHONPATH": os.pathsep.join([os.environ.get("PYTHONPATH", ""), *_found()])}
    answer = call(*RUNNER, *words, "-o", str(path), environment=with_pillow)
    assert answer.status == 0, answer.err
    times, pictures = [], []
    with image.open(path) as opened:
        assert opened.info["loop"] == 0
        for number in range(opened.n_frames):
            opened.seek(number)
            opened.load()
            times.append(opened.info["duration"])
            rows = opened.convert("RGB").tobytes()
            wide, high = opened.size
            picture = QImage(rows, wide, high, 3 * wide, QImage.Format.Format_RGB888)
            pictures.append(picture.copy())
    return times, pictures


def _found() -> list[str]:
    import PIL

    return [str(Path(PIL.__file__).parents[1]), str(Path(__file__).parents[2])]


def colour_distance(one: QImage, other: QImage) -> int:
    """The largest difference of a channel."""
    assert one.size() == other.size()
    far = 0
    for y in range(one.height()):
        for x in range(one.width()):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            far = max(far, abs(a.red() - b.red()), abs(a.green() - b.green()))
    return far


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_a_film_plays_the_stride_in_real_time(call: Call, tmp_path: Path, ending: str) -> None:
    times, pictures = film(call, tmp_path / f"run.{ending}", "--frames", "10")
    assert len(times) == 10
    assert sum(times) == {"gif": 720, "webp": 725}[ending] or sum(times) == 730
    call(*RUNNER, "--at", "40", "-o", "still.png")
    still = QImage(str(tmp_path / "still.png"))
    assert colour_distance(pictures[4], still) < 96
    assert colour_distance(pictures[4], pictures[5]) > 96


def test_a_film_at_a_tenth_of_real_time_has_as_many_frames_as_the_eye_wants(
    call: Call, tmp_path: Path
) -> None:
    times, _ = film(call, tmp_path / "slow.webp", "--stage", "absorption", "--rate", "1/10")
    assert len(times) == round(30 * sum(times) / 1000)
    assert 740 <= sum(times) <= 760
