"""Saved plans: whole or not at all; what is broken is set aside and told."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anatomy_app.state.plan_store import LARGEST, PlanStore

PLAN = {"form": 1, "days": [{"items": ["einige Übungen"]}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "made" / "when needed"


def as_is(document: object) -> object:
    return document


def strict(document: object) -> object:
    if document != PLAN:
        raise ValueError("this is no plan")
    return document


def test_a_plan_comes_back_by_its_name(folder: Path) -> None:
    PlanStore(folder).save("Calf & hip – März", PLAN)
    store = PlanStore(folder)
    assert store.names() == ("Calf & hip – März",)
    assert store.load("Calf & hip – März", strict) == PLAN
    assert store.load("another", strict) is None
    assert store.set_aside == []


def test_names_that_look_alike_are_different_plans(folder: Path) -> None:
    store = PlanStore(folder)
    for name in ("calf", "Calf", "calf!", "../calf", "/etc/calf", "腿"):
        store.save(name, {"of": name})
    assert set(store.names()) == {"calf", "Calf", "calf!", "../calf", "/etc/calf", "腿"}
    assert [store.load(name, as_is) for name in store.names()] == [
        {"of": name} for name in store.names()
    ]
    assert {path.parent for path in folder.parent.rglob("*.json")} == {folder}


def test_saving_again_replaces_and_leaves_nothing_beside(folder: Path) -> None:
    store = PlanStore(folder)
    store.save("calf", {"old": 1})
    store.save("calf", PLAN)
    assert store.load("calf", as_is) == PLAN
    assert len([*folder.iterdir()]) == 1


def test_a_plan_that_cannot_be_written_leaves_the_old_one(folder: Path) -> None:
    store = PlanStore(folder)
    store.save("calf", PLAN)
    with pytest.raises(ValueError, match="not JSON compliant"):
        store.save("calf", {"minutes": float("nan")})
    assert store.load("calf", as_is) == PLAN
    assert len([*folder.iterdir()]) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_closed_folder_is_told(folder: Path) -> None:
    store = PlanStore(folder)
    store.save("calf", PLAN)
    folder.chmod(0o500)
    with pytest.raises(OSError, match="denied"):
        store.save("calf", {})
    folder.chmod(0o700)
    assert store.load("calf", as_is) == PLAN


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_plan_needs_a_name(folder: Path, name: str) -> None:
    with pytest.raises(ValueError, match="1 to 80 letters"):
        PlanStore(folder).save(name, PLAN)


def test_without_a_folder_there_are_no_plans(folder: Path) -> None:
    store = PlanStore(None)
    assert store.names() == ()
    assert store.load("calf", as_is) is None
    with pytest.raises(OSError, match="no folder"):
        store.save("calf", PLAN)
    assert PlanStore(folder).names() == ()


def test_a_plan_is_forgotten(folder: Path) -> None:
    store = PlanStore(folder)
    store.save("calf", PLAN)
    store.remove("calf")
    store.remove("calf")
    assert store.names() == ()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"\xff\xfe", b"[]", b'{"name": 3, "plan": {}}', b"[" * 50_000,
        b'{"name": "calf"}', b" " * (LARGEST + 1),
    ],
)  # fmt: skip
def test_a_broken_file_is_set_aside_and_named(folder: Path, data: bytes) -> None:
    store = PlanStore(folder)
    store.save("calf", PLAN)
    store.save("hip", PLAN)
    [file] = [path for path in folder.iterdir() if path.name.startswith("calf")]
    file.write_bytes(data)

    fresh = PlanStore(folder)
    assert fresh.load("calf", strict) is None
    [aside] = fresh.set_aside
    assert aside.read_bytes() == data
    assert fresh.names() == ("hip",)
    assert fresh.load("hip", strict) == PLAN


def test_a_second_broken_file_does_not_take_the_place_of_the_first(folder: Path) -> None:
    store = PlanStore(folder)
    for data in ("first", "second"):
        store.save("calf", PLAN)
        [file] = folder.glob("*.json")
        file.write_text(data)
        assert store.load("calf", strict) is None
    assert [path.read_text() for path in store.set_aside] == ["first", "second"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200) | st.text(max_size=60).map(lambda t: json.dumps(t).encode()))
def test_no_file_can_do_harm(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "plans"
    folder.mkdir(exist_ok=True)
    (folder / "any-00000000.json").write_bytes(data)
    store = PlanStore(folder)
    assert store.names() == ()
    assert len(store.set_aside) == 1
