"""Files of unknown origin: whatever is wrong with them is told, and nothing hangs or runs."""

import os
from pathlib import Path

import pytest

from anatomy_app.content.load import check
from anatomy_app.content.problems import Problem
from anatomy_app.content.toml_files import LARGEST, read_toml


def told(path: Path) -> Problem:
    """The problem that keeps the file from being read."""
    found = read_toml(path)
    assert isinstance(found, Problem)
    assert found.file == str(path)
    return found


def written(folder: Path, data: bytes) -> Path:
    path = folder / "quiz.toml"
    path.write_bytes(data)
    return path


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    problem = told(written(tmp_path, b'a = 1\nb = "M\xfcller"\n'))

    assert (problem.line, problem.what) == (2, "this is not UTF-8")


def test_windows_line_ends_and_a_byte_order_mark_are_welcome(tmp_path: Path) -> None:
    found = read_toml(written(tmp_path, b"\xef\xbb\xbfa = 1\r\nb = 2\r\n"))

    assert not isinstance(found, Problem)
    assert found.tables == {"a": 1, "b": 2}


def test_a_syntax_error_is_told_with_its_line(tmp_path: Path) -> None:
    problem = told(written(tmp_path, b"a = 1\nb = = 2\n"))

    assert problem.line == 2
    assert problem.what.startswith("not TOML: ")


def test_a_syntax_error_at_the_end_is_told_with_the_last_line(tmp_path: Path) -> None:
    assert told(written(tmp_path, b'a = 1\nb = """open\nand on\n\n')).line == 3


def test_a_number_of_five_thousand_digits_is_told(tmp_path: Path) -> None:
    assert "not TOML" in told(written(tmp_path, b"a = " + b"9" * 5000)).what


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    problem = told(written(tmp_path, b"#" * (LARGEST + 1)))

    assert problem.what == "larger than 2 MB"


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{ b = " * 20_000,
        "a." * 400_000 + "b = 1",
        "[" + '"a" . ' * 200_000 + "b]",
        "c = 1\na = { " + "a." * 400_000 + "b = 1 }",
    ],
    ids=["lists", "tables", "dotted key", "dotted header", "dotted key in a table"],
)
def test_a_deep_nest_is_refused_at_once(tmp_path: Path, text: str) -> None:
    assert told(written(tmp_path, text.encode())).what == "nested too deep"


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    path = tmp_path / "quiz.toml"
    path.symlink_to(path)

    assert "cannot be read" in told(path).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "quiz.toml")

    assert told(tmp_path / "quiz.toml").what == "this is not a plain file"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "quiz.toml").mkdir()

    assert told(tmp_path / "quiz.toml").what == "this is not a plain file"


@pytest.mark.parametrize(
    "text",
    [
        "[[quiz]]\n" * 20_000,
        "[[quiz]]\n" + "".join(f"distractor{number} = 1\n" for number in range(20_000)),
        '[[quiz]]\nid = "a"\nkind = "a"\nprompt = "a"\nanswer = "a"\ndistractors = ["b"]\n'
        + "sources = ["
        + '"gray",' * 20_000
        + "]\n",
        ('[[quiz]]\nid = "' + "x" * 5000 + '"\n' + "k" * 5000 + " = 1\nkind = 1\n") * 100,
    ],
    ids=["tables", "keys", "references", "long words"],
)
def test_of_countless_mistakes_the_first_are_told(tmp_path: Path, text: str) -> None:
    written(tmp_path, text.encode())
    (tmp_path / "sources.toml").write_text('[[source]]\nid = "a"\n')

    problems = [problem for problem in check(tmp_path) if problem.file.endswith("quiz.toml")]

    assert 0 < len(problems) <= 1000
    assert all(len(str(problem)) < 1000 for problem in problems)
