"""Settings: what may be set, what is remembered, and why a broken file can do no harm."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from anatomy_app.state.preferences import LARGEST, SETTINGS, Preferences, Setting, Value

DEFAULTS = {setting.key: setting.default for setting in SETTINGS}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "made" / "when needed" / "settings.ini"


@pytest.fixture
def written(file: Path) -> Callable[[bytes], Path]:
    """Makes the settings file hold given bytes."""

    def write(data: bytes) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return file

    return write


def values(preferences: Preferences) -> dict[str, Value]:
    return {key: preferences[key] for key in DEFAULTS}


def test_without_a_file_everything_has_its_default(file: Path) -> None:
    assert values(Preferences(file)) == DEFAULTS
    assert values(Preferences(None)) == DEFAULTS


def test_every_default_is_a_value_that_may_be_set() -> None:
    assert [setting.key for setting in SETTINGS if not setting.accepts(setting.default)] == []


def test_looking_at_the_settings_writes_no_file(file: Path) -> None:
    Preferences(file).save()
    assert not file.exists()


def test_a_change_is_told_once_and_read_in_the_wanted_form(file: Path) -> None:
    preferences, told = Preferences(file), []
    preferences.changed.connect(lambda key: told.append(key))
    preferences.put("speed", 4.5)
    preferences.put("speed", 4.5)
    preferences.put("see_through", True)
    assert told == ["speed", "see_through"]
    assert preferences.number("speed") == 4.5
    assert preferences.flag("see_through") is True
    assert preferences.text("theme") == "system"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", True),
        ("layer", 5),
        ("layer", True),
        ("layer", "2"),
        ("names", "yes"),
        ("names", True),
        ("see_through", "yes"),
        ("see_through", 1),
        ("name_style", "klingon"),
        ("speed", 0.0),
        ("speed", 99.0),
        ("speed", True),
        ("speed", "3"),
        ("speed", float("nan")),
        ("place", 7),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_changes_nothing(
    file: Path, key: str, value: Value
) -> None:
    preferences, told = Preferences(file), []
    preferences.changed.connect(lambda key: told.append(key))
    with pytest.raises(ValueError, match=f"^{key} cannot be {value!r}$"):
        preferences.put(key, value)
    assert values(preferences) == DEFAULTS
    assert told == []


def test_a_setting_that_does_not_exist_is_a_key_error(file: Path) -> None:
    preferences = Preferences(file)
    with pytest.raises(KeyError):
        preferences.put("colour_of_the_sky", "blue")
    with pytest.raises(KeyError):
        preferences["colour_of_the_sky"]


def allowed(setting: Setting) -> st.SearchStrategy[Value]:
    """Values that a setting may have."""
    if setting.choices:
        return st.sampled_from(setting.choices)
    if isinstance(setting.default, bool):
        return st.booleans()
    if isinstance(setting.default, str):
        return st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
    return st.floats(setting.least, setting.most)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({setting.key: allowed(setting) for setting in SETTINGS}))
@example(
    dict(DEFAULTS, open_groups="a,b, c", place='say "x"=y; [z]\n# \u2028', views="@Variant(q)")
)
def test_what_was_set_is_there_next_time(tmp_path: Path, wanted: dict[str, Value]) -> None:
    file = tmp_path / "settings.ini"
    first = Preferences(file)
    for key, value in wanted.items():
        first.put(key, value)
    first.save()
    again = Preferences(file)
    assert again.set_aside is None
    assert values(again) == wanted
    assert {key: type(value) for key, value in values(again).items()} == {
        key: type(value) for key, value in DEFAULTS.items()
    }


def test_the_windows_place_is_remembered(file: Path) -> None:
    first = Preferences(file)
    assert first.geometry().isEmpty()
    first.keep_geometry(QByteArray(b"\0\x01[]=\n;\xff"))
    first.save()
    assert Preferences(file).geometry() == QByteArray(b"\0\x01[]=\n;\xff")


@pytest.mark.parametrize("junk", [b"geometry=7\n", b"geometry=@Rect(1 2 3 4)\n", b"geometry=a,b\n"])
def test_a_place_that_is_none_is_empty(written: Callable[[bytes], Path], junk: bytes) -> None:
    assert Preferences(written(junk)).geometry().isEmpty()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR=\0", id="binary"),
        pytest.param(bytes(range(256)) * 20, id="all bytes"),
        pytest.param("speed=4.0\n".encode("utf-16"), id="another encoding"),
        pytest.param(b"speed=4.0\n" + b"x" * LARGEST, id="huge"),
        pytest.param(b"speed=4.0\n" * (LARGEST // 10 + 1), id="huge but well formed"),
        pytest.param(b"<!DOCTYPE html>\n<html>\n<p>404</p>", id="html"),
        pytest.param(b'<html lang="en"><p class="x">404</p></html>', id="html in one line"),
        pytest.param(b'{"speed": 4.0}', id="json"),
        pytest.param(b"[General]\nspeed=4.0\nopen_gro", id="cut short"),
        pytest.param(b"speed=4.0\n[Gener", id="cut short in a heading"),
        pytest.param(b"speed=4.0\nnames=false\0\0\0\0\n", id="zeros after a crash"),
        pytest.param(b"speed=@Variant(\\0\\0\\0\\x7f)\n", id="an object"),
    ],
)
def test_a_broken_file_is_set_aside_named_and_kept(
    written: Callable[[bytes], Path], data: bytes
) -> None:
    file = written(data)
    preferences = Preferences(file)
    assert values(preferences) == DEFAULTS
    aside = preferences.set_aside
    assert aside is not None
    assert aside.parent == file.parent
    assert aside.read_bytes() == data
    preferences.put("layer", 3)
    preferences.save()
    again = Preferences(file)
    assert (again.set_aside, again["layer"]) == (None, 3)
    assert aside.read_bytes() == data


def test_a_second_broken_file_does_not_take_the_place_of_the_first(
    written: Callable[[bytes], Path],
) -> None:
    kept = []
    for data in (b"one", b"two", b"three"):
        file = written(data)
        os.utime(file, (1_700_000_000, 1_700_000_000))
        kept.append(Preferences(file).set_aside)
    assert [path.read_bytes() for path in kept if path] == [b"one", b"two", b"three"]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(st.sampled_from("speed=nam[]%\\;#\n\r\"' @.,4\0é"), max_size=60).map(str.encode),
    )
)
def test_no_file_whatever_it_holds_stops_the_program_or_is_lost(
    tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(data)
    preferences = Preferences(file)
    for setting in SETTINGS:
        assert setting.accepts(preferences[setting.key])
    if preferences.set_aside:
        assert preferences.set_aside.read_bytes() == data
        preferences.set_aside.unlink()
    else:
        assert file.read_bytes() == data
    preferences.put("layer", 4)
    preferences.save()
    assert Preferences(file)["layer"] == 4
    file.unlink()


def test_a_wrong_value_falls_back_and_the_others_hold(written: Callable[[bytes], Path]) -> None:
    wrong = b"names=banana\nlayer=2.5\nrate=x\ntheme=pink\nspeed=nan\nside=@Rect(1 2 3 4)\n"
    right = b"percent=14.5\ncolour=group\nmeasured_only=TRUE\nplace=\n"
    preferences = Preferences(written(wrong + right + b"unknown=1\n[Other]\nlayer=4\n"))
    assert preferences.set_aside is None
    assert values(preferences) == DEFAULTS | {
        "percent": 14.5, "colour": "group", "measured_only": True,
    }  # fmt: skip


def test_a_file_written_by_hand_is_understood(written: Callable[[bytes], Path]) -> None:
    text = "\ufeff; mine\r\n\r\n[General]\r\nopen_groups=shin, calf\r\nspeed = 4\r\n"
    preferences = Preferences(written(text.encode()))
    assert preferences.set_aside is None
    assert preferences["open_groups"] == "shin,calf"
    assert preferences["speed"] == 4.0


def test_what_another_version_set_stays_in_the_file(written: Callable[[bytes], Path]) -> None:
    file = written(b"[General]\nlayer=2\nof_the_future=blue\n")
    preferences = Preferences(file)
    preferences.put("layer", 3)
    preferences.save()
    assert b"of_the_future=blue" in file.read_bytes()


def test_where_no_folder_can_be_the_settings_hold_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("a file")
    preferences, told = Preferences(tmp_path / "occupied" / "settings.ini"), []
    preferences.changed.connect(lambda key: told.append(key))
    assert not preferences.writable
    preferences.put("layer", 3)
    preferences.keep_geometry(QByteArray(b"x"))
    preferences.save()
    assert (preferences["layer"], told) == (3, ["layer"])
    assert [path.name for path in tmp_path.iterdir()] == ["occupied"]


@pytest.fixture
def closed(written: Callable[[bytes], Path]) -> Callable[[bytes], Path]:
    """Makes the settings file hold given bytes in a folder that cannot be written to."""

    def write(data: bytes) -> Path:
        file = written(data)
        file.parent.chmod(0o555)
        if os.access(file.parent, os.W_OK):
            pytest.skip("this user may write everywhere")
        return file

    return write


def test_in_a_read_only_folder_the_settings_are_read_and_nothing_is_written(
    closed: Callable[[bytes], Path],
) -> None:
    file = closed(b"[General]\nlayer=2\nspeed=4.0\n")
    preferences = Preferences(file)
    assert (preferences.writable, preferences["layer"], preferences["speed"]) == (False, 2, 4.0)
    preferences.put("layer", 3)
    preferences.keep_geometry(QByteArray(b"x"))
    preferences.save()
    assert preferences["layer"] == 3
    assert file.read_bytes() == b"[General]\nlayer=2\nspeed=4.0\n"
    assert list(file.parent.iterdir()) == [file]


def test_a_broken_file_in_a_read_only_folder_stays_and_the_defaults_hold(
    closed: Callable[[bytes], Path],
) -> None:
    file = closed(b"not settings")
    preferences = Preferences(file)
    assert (preferences.set_aside, values(preferences)) == (None, DEFAULTS)
    preferences.put("layer", 3)
    preferences.save()
    assert file.read_bytes() == b"not settings"


@pytest.mark.parametrize(("written", "mode"), [("false", "off"), ("true", "active")])
def test_names_that_an_older_program_turned_off_stay_off(
    file: Path, written: str, mode: str
) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(f"[General]\nnames={written}\n", "utf-8")
    assert Preferences(file)["names"] == mode
