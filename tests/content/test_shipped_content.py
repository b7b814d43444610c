"""The shipped content: complete, without a problem, and worded for readers."""

import dataclasses
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from anatomy_app import resources
from anatomy_app.content.load import check, load
from anatomy_app.model.anatomy import Basis, Structure, StructureKind, Trust
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.stages import StageKind

# Fields that hold whole sentences.
PROSE = {
    *("stance", "swing", "float_role", "role", "palpable", "note", "origin", "insertion"),
    *("innervation", "actions", "definition", "boundary_basis", "foot", "knee", "hip", "trunk"),
    *("arms", "opposite_leg", "figures_easy", "figures_fast", "figures_sprint", "energy"),
    *(
        "correction",
        "purpose",
        "cues",
        "mistakes",
        "avoid_if",
        "emg_evidence",
        "where",
        "stage_reason",
    ),
    *("red_flags", "mechanism", "evidence", "incidence", "size", "detail"),
}
NOT_PROSE = ("lay_terms.note", "effects.evidence")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(resources.data())


def texts(value: object, path: str = "") -> Iterator[tuple[str, str, str]]:
    """(path, field, text) of every text in a value."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, f"{path}.{key}")
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each, path)
    elif isinstance(value, str):
        yield path, path.rsplit(".", 1)[-1], value


def all_texts(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    for field in dataclasses.fields(atlas):
        yield from texts(getattr(atlas, field.name), field.name)


def test_it_has_no_problem() -> None:
    assert check(resources.data()) == ()


def test_nothing_is_missing(atlas: Atlas) -> None:
    assert len(atlas.structures) == 127
    assert len(atlas.stages) == 13
    assert len(atlas.exercises) == 134
    assert len(atlas.injuries) == 23
    assert len(atlas.contexts) == 19
    assert sum(len(context.effects) for context in atlas.contexts.values()) == 64
    assert len(atlas.questions) == 77
    assert len(atlas.quiz_facts) == 62
    assert len(atlas.sources) >= 166
    assert len(atlas.lay_terms) == 313
    assert len(atlas.shelf_list) == 21


def test_every_kind_of_structure_is_there(atlas: Atlas) -> None:
    kinds = [each.kind for each in atlas.structures.values()]

    assert {kind: kinds.count(kind) for kind in StructureKind} == {
        StructureKind.MUSCLE: 82,
        StructureKind.GROUP: 36,
        StructureKind.TENDON: 3,
        StructureKind.FASCIA: 3,
        StructureKind.CONCEPT: 3,
    }


def test_every_structure_stands_on_one_shelf(atlas: Atlas) -> None:
    shelved = [id_ for _, ids in atlas.shelves() for id_ in ids]

    assert sorted(shelved) == sorted(atlas.structures)
    assert [shelf for shelf, _ in atlas.shelves()][:4] == ["calf", "shin", "fibulars", "deep_calf"]
    assert dict(atlas.shelves())["calf"][:2] == ("calf", "gastrocnemius")


def test_every_prose_text_is_a_sentence(atlas: Atlas) -> None:
    loose = [
        (path, text)
        for path, field, text in all_texts(atlas)
        if text and field in PROSE and not path.endswith(NOT_PROSE) and text[-1] not in ".!?"
    ]
    answers = [q.id for q in atlas.questions.values() if not q.answer.endswith((".", "!"))]

    assert loose == []
    assert answers == []


def test_no_text_shows_how_it_was_made(atlas: Atlas) -> None:
    wrong = re.compile(r"[Ss]eed|\||  |\n|TODO|CHECKED|facts row|needs_check|(?<!\S)/(work|tmp)/")

    assert [(path, text) for path, _, text in all_texts(atlas) if wrong.search(text)] == []


def test_no_text_of_a_reader_holds_a_source_id(atlas: Atlas) -> None:
    """Sources are named by author and year in running text, and listed by id beside it."""
    ids = re.compile(r"\b(" + "|".join(id_ for id_ in atlas.sources if id_ != "custom") + r")\b")

    assert [
        (path, text)
        for path, field, text in all_texts(atlas)
        if field in PROSE | {"answer", "prompt", "dosage", "brief"} and ids.search(text)
    ] == []


def test_every_claim_has_a_source(atlas: Atlas) -> None:
    for records in (atlas.structures, atlas.stages, atlas.exercises, atlas.injuries):
        assert all(record.sources for record in records.values())
    assert all(question.sources for question in atlas.questions.values())
    assert all(fact.sources for fact in atlas.quiz_facts)
    for context in atlas.contexts.values():
        assert all(effect.sources for effect in context.effects)


def test_custom_is_never_the_only_source_of_a_dose_that_does_not_say_so(atlas: Atlas) -> None:
    silent = [
        exercise.id
        for exercise in atlas.exercises.values()
        if exercise.dosage_sources == ("custom",) and "custom" not in exercise.dosage.lower()
    ]

    assert silent == []


def test_what_is_not_known_is_not_zero(atlas: Atlas) -> None:
    """A muscle that nobody recorded in running has no level at all."""
    popliteus = atlas.structures["popliteus"]

    assert all(role.activity is None for role in popliteus.stages.values())
    assert all(role.contraction is None for role in popliteus.stages.values())


def test_every_structure_speaks_of_all_seven_stages(atlas: Atlas) -> None:
    stages = [stage.id for stage in atlas.stages.values() if stage.kind is StageKind.STAGE]
    assert len(stages) == 7

    for structure in atlas.structures.values():
        assert list(structure.stages) == stages, structure.id
        assert all(role.role and role.brief for role in structure.stages.values()), structure.id


def test_curves_are_shown_only_if_they_can_be_trusted(atlas: Atlas) -> None:
    for structure in atlas.structures.values():
        curves = structure.curves
        if curves.show:
            assert curves.running_trust in (Trust.HIGH, Trust.MEDIUM), structure.id
            assert curves.emg if curves.running is Basis.MEASURED else curves.simulated
        else:
            assert curves.running is not Basis.MEASURED, structure.id


def test_members_of_a_group_are_drawn_as_the_group(atlas: Atlas) -> None:
    def drawn(structure: Structure) -> set[str]:
        return {id_ for m in structure.members for id_ in atlas.structures[m.id].drawn}

    for structure in atlas.structures.values():
        if structure.members and structure.id != "core":
            assert set(structure.drawn) <= drawn(structure) or not drawn(structure), structure.id


def test_a_hundred_random_edits_never_pass_unseen_or_crash(tmp_path: Path, atlas: Atlas) -> None:
    """Cutting any line of a file either leaves it whole or is told; nothing else happens."""
    source = (resources.data() / "stages.toml").read_text("utf-8").split("\n")
    own = tmp_path / "own"
    own.mkdir()
    chance = random.Random(1)
    for _ in range(100):
        cut = chance.randrange(len(source))
        (own / "stages.toml").write_text("\n".join(source[:cut] + source[cut + 1 :]), "utf-8")
        told = check(own, base=atlas)
        assert all(problem.what and problem.remedy for problem in told)
        if re.match(r"id +=|kind +=|easy +=|sources +=|definition +=", source[cut]):
            assert told, source[cut]


def test_compartments_hold_drawn_muscles_and_no_muscle_is_in_two(atlas: Atlas) -> None:
    held = [id_ for each in atlas.compartments for id_ in each.members]
    assert {"leg_anterior", "leg_lateral", "leg_posterior_superficial", "leg_posterior_deep"} <= {
        each.id for each in atlas.compartments
    }
    assert len(held) == len(set(held))
    assert all(atlas.structures[id_].drawn for id_ in held)
    assert all(each.sources for each in atlas.compartments)
