"""JSON on standard output: one document, with the keys and types that were promised."""

import json

import pytest

from anatomy_app.model.anatomy import Basis, Contraction
from tests.cli.conftest import Call, Document, part

TEXT = (str,)
TEXT_OR_NONE = (str, type(None))
COUNT_OR_NONE = (int, type(None))
KINDS = ("muscles", "exercises", "injuries", "stages", "contexts", "faq", "sources")


def items(document: object, key: str) -> list[object]:
    """A list inside a document."""
    assert isinstance(document, dict)
    found = document[key]
    assert isinstance(found, list)
    return found


def hold(document: Document, key: str, kinds: tuple[type, ...]) -> None:
    assert isinstance(document[key], kinds), f"{key} is {document[key]!r}"


def all_text(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def all_entities(values: list[object], kind: str) -> bool:
    return all(isinstance(value, str) and value.startswith(f"{kind}:") for value in values)


def test_search_tells_hits_with_the_reason(call: Call) -> None:
    document = call("search", "tight", "calf", "--limit", "3", "--json").document
    assert document["query"] == "tight calf"
    hits = items(document, "hits")
    assert 0 < len(hits) <= 3
    for hit in hits:
        found = part(hit)
        kind, _, _ = str(found["id"]).partition(":")
        assert found["kind"] == kind
        hold(found, "name", TEXT)
        hold(found, "why", TEXT)
        assert found["why"]
        assert isinstance(found["score"], float)
        assert 0 <= found["score"] <= 1


def test_search_without_a_match_is_an_empty_list(call: Call) -> None:
    assert call("search", "qqqqzzzz", "--json").document == {"query": "qqqqzzzz", "hits": []}


def test_search_says_in_which_language_a_name_was_typed(call: Call) -> None:
    first = part(items(call("search", "Wadenmuskel", "--json").document, "hits")[0])
    assert (first["id"], first["why"]) == ("muscle:calf", "German name “Wadenmuskel”")


def test_a_muscle_has_all_that_was_promised(call: Call) -> None:
    document = call("show", "muscle:soleus", "--json").document
    for key in ("id", "name", "latin", "kind", "group", "origin", "insertion", "innervation"):
        hold(document, key, TEXT)
    assert (document["id"], document["name"]) == ("soleus", "Soleus")
    hold(document, "layer", (str, int, type(None)))
    assert all_text(items(document, "synonyms"))
    assert all_text(items(document, "actions"))
    for kind, key in (("exercise", "exercises"), ("injury", "injuries"), ("source", "sources")):
        assert items(document, key)
        assert all_entities(items(document, key), kind)
    activation = part(document, "activation")
    assert activation["kind"] == "measured"
    hold(activation, "n", COUNT_OR_NONE)
    hold(activation, "note", TEXT)


def test_a_muscle_tells_stance_and_swing_stage_by_stage(call: Call) -> None:
    document = call("show", "muscle:soleus", "--json").document
    for period, stages in (("stance", {"absorption", "midstance"}), ("swing", {"mid_swing"})):
        hold(part(document, period), "summary", TEXT)
        told = part(document, period, "stages")
        assert stages <= set(told)
        for stage in told:
            role = part(told, stage)
            hold(role, "role", TEXT)
            assert role["contraction"] is None or role["contraction"] in tuple(Contraction)
            assert role["activity"] in (0, 1, 2, 3, None)


def test_a_muscle_tells_the_layers_that_show_it(call: Call) -> None:
    views = part(call("show", "muscle:gluteus_maximus", "--json").document, "views")
    assert views["back"] == [1]
    assert all(isinstance(number, int) for view in views for number in items(views, view))


@pytest.mark.parametrize("entity", ["achilles_tendon", "quadriceps", "thoracolumbar_fascia"])
def test_tendons_groups_and_fasciae_are_muscle_entities(call: Call, entity: str) -> None:
    document = call("show", f"muscle:{entity}", "--json").document
    assert document["id"] == entity
    assert part(document, "activation")["kind"] in tuple(Basis)


def test_an_exercise_has_all_that_was_promised(call: Call) -> None:
    document = call("show", "exercise:step_up", "--json").document
    for key in ("id", "name", "kind", "equipment", "level", "dosage", "purpose", "avoid_if"):
        hold(document, key, TEXT)
    assert all_text(items(document, "cues"))
    assert all_text(items(document, "mistakes"))
    for key in ("primary", "secondary"):
        assert all_entities(items(document, key), "muscle")
    assert all_entities(items(document, "stages"), "stage")
    assert all_entities(items(document, "sources"), "source")


@pytest.mark.parametrize(
    "entity",
    ["injury:itbs", "stage:midstance", "context:uphill", "faq:arms_role", "source:hamner2010"],
)
def test_every_kind_can_be_shown(call: Call, entity: str) -> None:
    document = call("show", entity, "--json").document
    assert document["id"] == entity.partition(":")[2]
    hold(document, "name", TEXT)


def test_an_instant_has_all_that_was_promised(call: Call) -> None:
    document = call("at", "14", "--json").document
    assert (document["gait"], document["speed_m_s"], document["percent"]) == ("running", 3.0, 14)
    assert document["basis"] in ("measured", "interpolated", "extrapolated")
    assert document["float"] is False
    assert part(document, "legs", "right") == {"period": "stance", "stage": "midstance"}
    assert part(document, "legs", "left") == {"period": "swing", "stage": "mid_swing"}
    for name in ("hip_flexion_r", "knee_flexion_l", "ankle_dorsiflexion_r", "trunk_forward_lean"):
        hold(part(document, "angles"), name, (float,))
    for side in ("right", "left"):
        for force in ("vertical_bw", "fore_aft_bw"):
            hold(part(document, "grf", side), force, (float,))


def test_an_instant_tells_every_muscle_and_never_zero_for_what_nobody_measured(call: Call) -> None:
    muscles = part(call("at", "14", "--json").document, "muscles")
    listed = items(call("list", "muscles", "--json").document, "entities")
    assert {f"muscle:{name}" for name in muscles} == {part(each)["id"] for each in listed}
    for muscle in muscles:
        for side in ("right", "left"):
            now = part(muscles, muscle, side)
            assert now["kind"] in tuple(Basis)
            assert (now["activation"] is None) == (now["kind"] == "none"), muscle
            assert now["activation"] is None or 0 <= float(str(now["activation"])) <= 1
            assert now["contraction"] is None or now["contraction"] in tuple(Contraction)
    assert float(str(part(muscles, "soleus", "right")["activation"])) > 0.9
    assert part(muscles, "deltoid_middle", "right")["activation"] is None


def test_the_left_leg_is_the_right_one_half_a_stride_later(call: Call) -> None:
    early = part(call("at", "20", "--json").document, "muscles", "soleus", "left")
    late = part(call("at", "70", "--json").document, "muscles", "soleus", "right")
    assert early == late


def test_speed_and_gait_are_taken(call: Call) -> None:
    fast = call("at", "36%", "--speed", "4.5", "--json").document
    assert (fast["speed_m_s"], fast["basis"], fast["float"]) == (4.5, "measured", True)
    walk = call("at", "2", "--gait", "walking", "--json").document
    assert (walk["gait"], walk["float"]) == ("walking", False)
    assert call("at", "0", "--speed", "2", "--json").document["basis"] == "extrapolated"


@pytest.mark.parametrize("percent", ["0", "100", "-0", "1e1", ".5", "5."])
def test_every_way_to_write_a_percent(call: Call, percent: str) -> None:
    assert call("at", percent, "--json").document["percent"] == float(percent)


@pytest.mark.parametrize("kind", KINDS)
def test_lists_name_what_can_be_shown(call: Call, kind: str) -> None:
    entities = items(call("list", kind, "--json").document, "entities")
    assert entities
    for each in entities:
        hold(part(each), "id", TEXT)
        hold(part(each), "name", TEXT)
    last = str(part(entities[-1])["id"])
    assert call("show", last, "--json").document["id"] == last.partition(":")[2]


def test_documents_are_utf8_wherever_they_go(call: Call) -> None:
    plain = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    answer = call("show", "muscle:calf", "--json", environment=plain)
    assert "Dreiköpfiger" in answer.out
    assert json.loads(answer.out)["id"] == "calf"
    assert "\x1b" not in answer.out
