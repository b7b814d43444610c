"""The compiled content says the same as the TOML files, and is never trusted when it does not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from anatomy_app import resources
from anatomy_app.content.compiled import NAME, compile_content, open_content
from anatomy_app.content.load import load
from anatomy_app.content.problems import ContentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small content folder without any mistake."""
    return Path(shutil.copytree(Path(__file__).parent / "small", tmp_path / "data"))


def rename_soleus(folder: Path) -> None:
    path = folder / "structures" / "leg.toml"
    path.write_text(path.read_text("utf-8").replace('"Soleus"', '"Solaus"'), "utf-8")


def test_compiled_is_what_was_loaded(tmp_path: Path) -> None:
    compile_content(resources.data(), tmp_path / NAME)

    content = open_content(resources.data(), compiled=tmp_path / NAME)
    atlas = load(resources.data())

    assert content.atlas == atlas
    assert content.index == atlas.index


def test_a_compiled_file_opens_without_the_toml_reader(tmp_path: Path) -> None:
    """The first picture needs neither `msgspec` nor `tomllib` nor the prose of the atlas."""
    compile_content(resources.data(), tmp_path / NAME)
    code = f"""
import sys
from pathlib import Path
from anatomy_app import resources
from anatomy_app.content.compiled import open_content
content = open_content(resources.data(), compiled=Path({str(tmp_path / NAME)!r}))
assert content.index.shelves()
assert "anatomy_app.model.knowledge" not in sys.modules
assert content.atlas.exercises
assert not {{"msgspec", "tomllib"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_a_compiled_file_the_cache_is_written(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / NAME

    first = open_content(folder, cache=cache).atlas

    assert cache.is_file()
    assert open_content(folder, compiled=cache).atlas == first
    assert [path.name for path in cache.parent.iterdir()] == [NAME]


def test_edited_content_is_not_read_from_the_old_cache(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / NAME
    compile_content(folder, cache)
    rename_soleus(folder)

    assert open_content(folder, cache=cache).index.name("soleus") == "Solaus"
    assert open_content(folder, compiled=cache).index.name("soleus") == "Solaus"


def test_a_shipped_file_that_is_stale_gives_way_to_the_cache(folder: Path, tmp_path: Path) -> None:
    compile_content(folder, folder / NAME)
    rename_soleus(folder)
    compile_content(folder, tmp_path / NAME)

    assert open_content(folder, cache=tmp_path / NAME).atlas.structures["soleus"].name == "Solaus"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Soleus", b"Solaus"),
        (b'"calf_raise"', b'"calf raise"'),
        (b"\n", b"\n\n"),
        (b"[", b"("),
        (b"toml:", b"toml;"),
    ],
)
def test_a_damaged_file_is_not_trusted(
    folder: Path, tmp_path: Path, old: bytes, new: bytes
) -> None:
    cache = tmp_path / NAME
    compile_content(folder, cache)
    whole = cache.read_bytes()
    assert old in whole
    cache.write_bytes(whole.replace(old, new))

    content = open_content(folder, cache=cache)

    assert content.index.name("soleus") == "Soleus"
    assert content.atlas == load(folder)
    assert cache.read_bytes() == whole


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_file_cut_short_is_not_trusted(folder: Path, tmp_path: Path, share: float) -> None:
    cache = tmp_path / NAME
    compile_content(folder, cache)
    whole = cache.read_bytes()
    cache.write_bytes(whole[: int(len(whole) * share)])

    assert open_content(folder, cache=cache).atlas == load(folder)


def test_a_cache_that_cannot_be_written_is_no_hindrance(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    content = open_content(folder, cache=tmp_path / "file" / NAME)

    assert content.atlas == load(folder)


def test_a_copy_of_the_folder_may_use_the_same_compiled_file(folder: Path, tmp_path: Path) -> None:
    """Times and places of the files do not matter, only what they say."""
    compile_content(folder, folder / NAME)
    copy = Path(shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copyfile))
    (copy / "structures" / "leg.toml").touch()
    for path in copy.rglob("*.toml"):
        path.touch()

    found = open_content(copy)

    assert found.atlas == load(folder)
    assert not (tmp_path / NAME).exists()


def test_broken_content_is_told_and_never_compiled(folder: Path, tmp_path: Path) -> None:
    (folder / "stages.toml").unlink()

    with pytest.raises(ContentError, match=r"stages\.toml"):
        compile_content(folder, tmp_path / NAME)
    with pytest.raises(ContentError, match=r"stages\.toml"):
        _ = open_content(folder, cache=tmp_path / NAME).index
    assert not (tmp_path / NAME).exists()
