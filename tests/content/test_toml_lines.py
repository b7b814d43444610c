"""Line numbers are found in any layout of a TOML file."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app.content.toml_lines import Path, TomlLines, skeleton

TEXT = '''# A comment with [[header]] and key = 1
[[muscle]]
id = "a"
text = """\\
    Not a key = 1, not a [[header]], \\
    "quoted" and \\"escaped\\" and # no comment."""
list = [
    "one",  # a comment, with commas
    "two, not three", "three",
    [4,
     4], { a = "five", b = [5] },
]

[muscle.inner.deep]
"quoted key" = 1
dotted.key.here = 2

[[muscle]]
id = \'[[no]]\'
long = \'\'\'
key = 3
[[muscle]]
\'\'\'
last = 4

[muscle.inner]
here = 5

[[muscle.list]]
a = 1
[[muscle.list]]
a = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("muscle", 0), 2),
        (("muscle", 0, "id"), 3),
        (("muscle", 0, "text"), 4),
        (("muscle", 0, "list"), 7),
        (("muscle", 0, "list", 0), 8),
        (("muscle", 0, "list", 1), 9),
        (("muscle", 0, "list", 2), 9),
        (("muscle", 0, "list", 3), 10),
        (("muscle", 0, "list", 3, 1), 10),
        (("muscle", 0, "list", 4, "b"), 11),
        (("muscle", 0, "inner", "deep"), 14),
        (("muscle", 0, "inner", "deep", "quoted key"), 15),
        (("muscle", 0, "inner", "deep", "dotted", "key", "here"), 16),
        (("muscle", 0, "no such key"), 2),
        (("muscle", 1), 18),
        (("muscle", 1, "id"), 19),
        (("muscle", 1, "long"), 20),
        (("muscle", 1, "last"), 24),
        (("muscle", 1, "inner", "here"), 27),
        (("muscle", 1, "list", 1, "a"), 32),
        (("nowhere",), 1),
    ],
)
def test_a_path_leads_to_its_line(path: Path, line: int) -> None:
    tomllib.loads(TEXT)  # the sample is TOML

    assert TomlLines(TEXT).line_of(path) == line


def test_the_skeleton_keeps_every_line_and_column() -> None:
    bare = skeleton(TEXT)

    assert [len(line) for line in bare.split("\n")] == [len(line) for line in TEXT.split("\n")]
    assert '"' not in bare
    assert "#" not in bare


QUOTED = st.text(alphabet='ab"\\[]{}=.,# \n', max_size=12)


@given(st.lists(st.tuples(QUOTED, st.booleans()), min_size=1, max_size=8))
def test_no_text_in_a_string_moves_a_line(texts: list[tuple[str, bool]]) -> None:
    """Whatever the strings hold, each key is found on the line where it was written."""
    lines: list[str] = []
    wanted: dict[str, int] = {}
    for number, (text, long) in enumerate(texts):
        wanted[f"k{number}"] = sum(line.count("\n") + 1 for line in lines) + 1
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(
            f'k{number} = """{escaped}"""'
            if long
            else f'k{number} = ["{escaped}"]'.replace("\n", "\\n")
        )
    source = "\n".join(lines)
    tomllib.loads(source)

    found = TomlLines(source)

    assert {key: found.line_of((key,)) for key in wanted} == wanted


@given(st.text(alphabet="\"'\\#[]{}=.\n ab", max_size=60))
def test_no_text_at_all_breaks_the_scan(text: str) -> None:
    assert TomlLines(text).line_of(("a", 0)) >= 1
    assert len(skeleton(text)) == len(text)
