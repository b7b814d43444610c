"""Documents of entities: the promised keys, entities as kind:id, null for what nobody knows."""

import json
from functools import cache

import pytest

from anatomy_app import resources
from anatomy_app.content.documents import document, list_document
from anatomy_app.content.gait import load_gait
from anatomy_app.content.load import load
from anatomy_app.content.naming import LISTS, UnknownEntity, entity
from anatomy_app.content.structure_document import Drawn, structure_document
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Gait
from anatomy_app.model.instant import as_document, instant

TABLES = load_gait(resources.data() / "gait")
DRAWN: Drawn = {
    View.FRONT: {1: ("tibialis_anterior",), 2: ("vastus_intermedius",)},
    View.BACK: {1: ("gastrocnemius_medial", "gastrocnemius_lateral"), 3: ("soleus",)},
}
STAGES = {
    "stance": {"initial_contact", "absorption", "midstance", "propulsion"},
    "swing": {"initial_swing", "mid_swing", "terminal_swing"},
}


@cache
def atlas() -> Atlas:
    return load(resources.data())


def shown(text: str) -> dict[str, object]:
    return document(atlas(), TABLES, DRAWN, entity(text, atlas()))


def part(whole: object, *keys: str) -> object:
    """What lies under some keys of a document."""
    for key in keys:
        assert isinstance(whole, dict)
        whole = whole[key]
    return whole


# show muscle


def test_a_muscle_has_every_promised_key() -> None:
    promised = """id name latin kind group layer synonyms origin insertion innervation actions
        stance swing activation exercises injuries views sources"""
    soleus = shown("muscle:soleus")
    assert set(promised.split()) <= set(soleus)
    assert (soleus["id"], soleus["kind"], soleus["group"]) == ("soleus", "muscle", "calf")
    assert soleus["latin"] == "Musculus soleus"


@pytest.mark.parametrize("period", STAGES)
def test_a_muscle_tells_its_role_in_every_stage(period: str) -> None:
    stages = part(shown("muscle:soleus"), period, "stages")
    assert isinstance(stages, dict)
    assert set(stages) == STAGES[period]
    for role in stages.values():
        assert isinstance(role["role"], str)
        assert isinstance(role["contraction"], str)
        assert role["activity"] in (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("muscle", "kind", "n"),
    [("soleus", "measured", 30), ("psoas_major", "simulated", 1), ("piriformis", "none", None)],
)
def test_a_muscle_says_how_its_activity_is_known(muscle: str, kind: str, n: int | None) -> None:
    activation = part(shown(f"muscle:{muscle}"), "activation")
    assert (part(activation, "kind"), part(activation, "n")) == (kind, n)
    assert part(activation, "note")


def test_no_gait_but_running_and_walking_has_an_activity() -> None:
    by_gait = part(shown("muscle:soleus"), "activation_by_gait")
    kinds = {gait: part(by_gait, gait, "kind") for gait in ("running", "walking", "sprinting")}
    assert kinds == {"running": "measured", "walking": "measured", "sprinting": "none"}


def test_a_muscle_names_the_layers_that_show_it() -> None:
    assert part(shown("muscle:soleus"), "views") == {"back": [3]}
    assert part(shown("muscle:calf"), "views") == {"back": [1, 3]}
    assert part(shown("muscle:cardiac_muscle"), "views") == {}


def test_a_group_names_its_members_and_a_member_its_groups() -> None:
    members = part(shown("muscle:calf"), "members")
    assert isinstance(members, list)
    assert "muscle:soleus" in members
    groups = part(shown("muscle:soleus"), "groups")
    assert isinstance(groups, list)
    assert "muscle:calf" in groups


# show anything


def test_an_exercise_has_every_promised_key() -> None:
    promised = """id name kind primary secondary equipment level dosage purpose cues mistakes
        avoid_if stages sources"""
    step_up = shown("exercise:step_up")
    assert set(promised.split()) <= set(step_up)
    assert step_up["secondary"] == ["muscle:hamstrings", "muscle:calf"]


def test_an_injury_leads_with_its_warning_signs_and_clinician() -> None:
    itbs = shown("injury:itbs")
    assert "clinician" in str(itbs["red_flags"])
    assert itbs["often_weak"] == ["muscle:gluteus_medius"]
    assert itbs["stages"] == ["stage:absorption"]


def test_a_stage_names_its_phase_its_injuries_and_its_percents() -> None:
    absorption = shown("stage:absorption")
    assert absorption["parent"] == "stage:stance"
    assert part(absorption, "percent", "easy") == [3.0, 15.0]
    injuries = absorption["injuries"]
    assert isinstance(injuries, list)
    assert "injury:itbs" in injuries
    assert shown("stage:gait_cycle")["parent"] is None


def test_a_context_names_structures_as_entities_and_other_targets_in_words() -> None:
    targets = [
        part(effect, "target")
        for one in atlas().contexts
        for effect in _list(shown(f"context:{one}")["effects"])
    ]
    assert "muscle:gluteus_maximus" in targets
    assert any(":" not in str(target) for target in targets)


def test_a_source_names_what_rests_on_it() -> None:
    cited = shown("source:mileti2020")["cited_by"]
    assert isinstance(cited, list)
    assert "muscle:soleus" in cited


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def test_every_entity_has_a_json_document_whose_entities_all_exist() -> None:
    for one in atlas().entities():
        text = json.dumps(document(atlas(), TABLES, DRAWN, one), allow_nan=False)
        made = json.loads(text)
        assert made["entity"] == str(one)
        for value in _texts(made):
            kind, colon, name = value.partition(":")
            if colon and kind in tuple(Kind) and " " not in name:
                assert atlas().record(Entity(Kind(kind), name)), value


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = list(value.values()) if isinstance(value, dict) else value
    return [text for one in inside for text in _texts(one)] if isinstance(inside, list) else []


def test_a_document_of_nothing_is_refused() -> None:
    with pytest.raises(LookupError, match="no 'nobody'"):
        structure_document(atlas(), TABLES, DRAWN, "nobody")


# lists and names


@pytest.mark.parametrize(("word", "kind"), LISTS.items())
def test_a_list_names_every_entity_of_its_kind(word: str, kind: Kind) -> None:
    listed = _list(list_document(atlas(), kind)["entities"])
    assert [part(one, "id") for one in listed] == [
        str(one) for one in atlas().entities() if one.kind is kind
    ], word
    assert all(part(one, "name") for one in listed)


def test_a_known_name_is_an_entity() -> None:
    assert entity(" muscle:soleus ", atlas()) == Entity(Kind.MUSCLE, "soleus")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("muscle:soleos", "no muscle 'soleos'; did you mean soleus?"),
        ("muscle:Soleus", "no muscle 'Soleus'; did you mean soleus?"),
        ("muscle:gluteus maximus", "no muscle 'gluteus maximus'; did you mean gluteus_maximus?"),
        ("muscel:soleus", "no kind 'muscel'; did you mean muscle?"),
        ("soleus", "'soleus' is not kind:id; did you mean muscle:soleus?"),
        ("muscle:", "'muscle:' is not kind:id, such as muscle:soleus"),
        ("", "'' is not kind:id, such as muscle:soleus"),
        ("stage:zzz", "no stage 'zzz'; 'anatomy-app list stages' names them all"),
        ("xyz:soleus", "no kind 'xyz'; the kinds are muscle, stage, exercise"),
    ],
)
def test_an_unknown_name_is_answered_with_what_is_near(text: str, sentence: str) -> None:
    with pytest.raises(UnknownEntity) as refused:
        entity(text, atlas())
    assert str(refused.value).startswith(sentence)


def test_an_endless_name_gives_a_short_sentence() -> None:
    with pytest.raises(UnknownEntity) as refused:
        entity("muscle:" + "x" * 100_000, atlas())
    assert len(str(refused.value)) < 300


# at


def at(percent: float, gait: Gait = Gait.RUNNING, speed: float | None = None) -> dict[str, object]:
    return as_document(instant(atlas(), TABLES, gait, speed, percent))


def test_an_instant_has_every_promised_key() -> None:
    now = at(14, speed=3.0)
    promised = "gait speed_m_s basis percent legs float muscles angles grf"
    assert set(promised.split()) <= set(now)
    assert (now["gait"], now["speed_m_s"], now["basis"]) == ("running", 3.0, "interpolated")
    assert part(now, "legs", "right") == {"period": "stance", "stage": "midstance"}
    assert part(now, "legs", "left") == {"period": "swing", "stage": "mid_swing"}
    assert now["float"] is False
    assert part(now, "grf", "left") == {"vertical_bw": 0.0, "fore_aft_bw": 0.0}
    assert len(json.dumps(now, allow_nan=False)) < 100_000


def test_an_instant_holds_every_structure_and_null_for_no_data() -> None:
    muscles = part(at(14, speed=3.0), "muscles")
    assert isinstance(muscles, dict)
    assert set(muscles) == set(atlas().structures)
    assert part(muscles, "soleus", "right") == {
        "activation": pytest.approx(0.987, abs=0.001),
        "kind": "measured",
        "contraction": "isometric",
        "change": "constant",
        "change_basis": "stages",
        "computed_change": "lengthening",  # the unit still lengthens a little
        "length_percent": pytest.approx(105.4, abs=0.1),
        "action": "holding",
    }
    assert part(muscles, "popliteus", "right", "change") is None
    assert part(muscles, "popliteus", "right", "length_percent") is None
    assert part(muscles, "piriformis", "right", "activation") is None
    assert part(muscles, "piriformis", "right", "kind") == "none"
    assert part(muscles, "psoas_major", "left", "kind") == "simulated"


def test_a_sprint_has_neither_activity_nor_contraction() -> None:
    """Nobody recorded muscles in that stride, and the stages table describes distance running."""
    now = at(5, Gait.SPRINTING)
    assert now["basis"] == "measured"
    assert part(now, "muscles", "soleus", "right", "activation") is None
    assert part(now, "muscles", "soleus", "right", "contraction") is None


def test_walking_has_activity_but_the_running_table_does_not_speak_for_it() -> None:
    now = at(5, Gait.WALKING)
    assert now["double_support"] is True
    assert part(now, "muscles", "soleus", "right", "kind") == "measured"
    assert part(now, "muscles", "soleus", "right", "contraction") is None


def test_what_the_table_does_not_tell_is_computed_and_said_to_be() -> None:
    keys = ("contraction", "change", "change_basis", "action")

    def soleus(percent: float, gait: Gait) -> list[object]:
        return [part(at(percent, gait), "muscles", "soleus", "right", key) for key in keys]

    # its EMG in walking is known, and high
    assert soleus(40, Gait.WALKING) == [None, "lengthening", "computed", "braking"]
    # nobody knows whether it works in a sprint
    assert soleus(15, Gait.SPRINTING) == [None, "shortening", "computed", None]


def test_the_most_active_muscles_are_single_muscles_in_order() -> None:
    now = instant(atlas(), TABLES, Gait.RUNNING, 3.0, 14)
    five = now.most_active(5, Side.RIGHT)
    assert [one.structure for one in five[:1]] == ["fibularis_longus"]
    assert [one.activation for one in five] == sorted(
        (one.activation for one in five), reverse=True
    )
    kinds = {atlas().structures[one.structure].kind for one in now.most_active(99, Side.LEFT)}
    assert kinds == {"muscle"}
    assert instant(atlas(), TABLES, Gait.SPRINTING, None, 14).most_active(5, Side.RIGHT) == ()


def test_every_column_of_the_content_is_in_the_tables() -> None:
    for gait in Gait:
        instant(atlas(), TABLES, gait, None, 0)


def test_the_stage_borders_are_the_fractions_of_the_stage_table() -> None:
    for gait, column in ((Gait.RUNNING, "easy"), (Gait.SPRINTING, "sprint")):
        toe_off = getattr(atlas().stages["stance"], column)[1]
        for border in TABLES.borders[gait]:
            low, high = getattr(atlas().stages[border.stage], column)
            start = 0.0 if border.period == "stance" else toe_off
            length = toe_off if border.period == "stance" else 100.0 - toe_off
            assert border.start == pytest.approx((low - start) / length, abs=0.0001)
            assert border.end == pytest.approx((high - start) / length, abs=0.0001)
