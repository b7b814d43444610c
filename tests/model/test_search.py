"""Search in a small atlas: what ranks before what, and why."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anatomy_app.model.anatomy import (
    Contraction,
    Member,
    Names,
    StageRole,
    Structure,
    StructureKind,
)
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.knowledge import (
    Exercise,
    ExerciseKind,
    Injury,
    LayTerm,
    Level,
    Question,
    Source,
)
from anatomy_app.model.search import Hit, Reason, SearchIndex
from anatomy_app.model.stages import Stage, StageKind


def like(word: str, others: Sequence[str], least: float) -> list[tuple[str, float]]:
    """A stand-in for the similarity library."""
    rated = [(other, SequenceMatcher(None, word, other).ratio()) for other in others]
    return sorted((pair for pair in rated if pair[1] >= least), key=lambda pair: -pair[1])[:6]


def structure(id_: str, name: str, **more: object) -> Structure:
    values: dict[str, object] = {
        "kind": StructureKind.MUSCLE,
        "shelf": "calf",
        "region": "leg_posterior",
        "stance": "",
        "swing": "",
        "sources": (),
        **more,
    }
    return Structure(id_, name, **values)  # type: ignore[arg-type]


CALF = structure(
    "calf",
    "Calf (triceps surae)",
    kind=StructureKind.GROUP,
    members=(Member("soleus"), Member("gastrocnemius_medial")),
    actions=("Ankle: plantarflexion.",),
)
SOLEUS = structure(
    "soleus",
    "Soleus",
    latin="Musculus soleus",
    synonyms=("calf", "deep calf"),
    names=Names(de=("Schollenmuskel",), es=("sóleo",), fr=("soléaire",)),
    innervation="Tibial nerve (S1-S2).",
    nerve_roots="S1-S2",
    insertion="Calcaneus via Achilles tendon.",
    actions=("Ankle: plantarflexion.",),
    stages={
        "midstance": StageRole("Works hardest now.", "", Contraction.ISOMETRIC, 3),
    },
)
GASTROCNEMIUS = structure(
    "gastrocnemius_medial",
    "Gastrocnemius, medial head",
    synonyms=("calf",),
    innervation="Tibial nerve (S1-S2).",
    insertion="Calcaneus via Achilles tendon.",
    actions=("Ankle: plantarflexion.", "Knee: flexion."),
)
HIP_FLEXORS = structure(
    "hip_flexors",
    "Hip flexors (group)",
    kind=StructureKind.GROUP,
    names=Names(de=("Hüftbeuger",)),
    actions=("Hip: flexion.",),
)
GLUTEUS = structure(
    "gluteus_maximus",
    "Gluteus maximus",
    innervation="Inferior gluteal nerve.",
    synonyms=("glute max",),
)
STRAIN = Injury(
    id="calf_strain",
    name="Calf strain",
    region="leg_posterior",
    where="A sudden sting strikes the inner mid calf.",
    red_flags="A hot swollen calf is a warning sign. See a clinician.",
    mechanism="",
    evidence="",
    sources=(),
    synonyms=("calf tightness",),
)
ACHILLES = Injury(
    id="achilles_tendinopathy",
    name="Achilles tendinopathy",
    region="leg_posterior",
    where="Stiff in the morning above the heel.",
    red_flags="A sudden snap, or being unable to rise on tiptoe. See a clinician.",
    mechanism="",
    evidence="",
    sources=(),
    often_tight=("calf",),
)
STEP_UP = Exercise(
    id="step_up",
    name="Step-up",
    kind=ExerciseKind.STRENGTH,
    level=Level.BEGINNER,
    primary=("gluteus_maximus",),
    equipment="step",
    dosage="",
    purpose="It builds push-off strength.",
    sources=(),
)
CALF_STRETCH = Exercise(
    id="calf_stretch",
    name="Wall stretch for the calf",
    kind=ExerciseKind.STRETCH,
    level=Level.BEGINNER,
    primary=("soleus",),
    equipment="none",
    dosage="",
    purpose="",
    sources=(),
)
MIDSTANCE = Stage(
    id="midstance",
    order=1,
    kind=StageKind.STAGE,
    name="Midstance",
    short="Mid",
    definition="The body passes over the foot.",
    easy=(15, 22),
    fast=(12, 18),
    sprint=(10, 13),
    sources=(),
)
QUESTION = Question("calf_role", "What do the calves do?", "They push.", ())
SOURCE = Source("hamner2010", "Muscle contributions to running", "yes", "Hamner SR, Seth A", "2010")


def atlas() -> Atlas:
    structures = (CALF, SOLEUS, GASTROCNEMIUS, HIP_FLEXORS, GLUTEUS)
    return Atlas(
        structures={s.id: s for s in structures},
        stages={"midstance": MIDSTANCE},
        exercises={e.id: e for e in (STEP_UP, CALF_STRETCH)},
        injuries={i.id: i for i in (STRAIN, ACHILLES)},
        contexts={},
        questions={QUESTION.id: QUESTION},
        sources={SOURCE.id: SOURCE},
        lay_terms=(
            LayTerm("calf", ("calf",)),
            LayTerm("second heart", ("soleus",)),
            LayTerm("love handles", ()),
        ),
    )


INDEX = SearchIndex.build(atlas(), like)


def ids(query: str) -> list[str]:
    return [str(hit.entity) for hit in INDEX.search(query)]


def first(query: str) -> Hit:
    return INDEX.search(query)[0]


def test_a_group_comes_before_its_members_that_share_the_word() -> None:
    found = [entity for entity in ids("calf") if entity.startswith("muscle")]
    assert found[0] == "muscle:calf"
    assert set(found[1:]) == {"muscle:soleus", "muscle:gastrocnemius_medial"}


def test_members_of_a_group_that_was_found_are_found_too() -> None:
    hits = {str(hit.entity): hit.why for hit in INDEX.search("triceps surae")}
    assert hits["muscle:soleus"].reason is Reason.MEMBER
    assert hits["muscle:soleus"].text == "Calf (triceps surae)"


@pytest.mark.parametrize(
    "typed", ["sol", "SOLEUS", "m. soleus", "soleus muscle", "Musculus Soleus"]
)
def test_a_name_is_found_as_it_is_typed(typed: str) -> None:
    assert ids(typed)[0] == "muscle:soleus"


@pytest.mark.parametrize(
    ("typed", "reason", "detail"),
    [
        ("second heart", Reason.LAY, ""),
        ("deep calf", Reason.SYNONYM, ""),
        ("soleo", Reason.LANGUAGE, "es"),
        ("Schollenmuskel", Reason.LANGUAGE, "de"),
        ("works hardest in midstance", Reason.STAGE, "Midstance"),
        ("S2 soleus", Reason.NERVE_ROOT, ""),
    ],
)
def test_a_hit_says_why(typed: str, reason: Reason, detail: str) -> None:
    hit = next(hit for hit in INDEX.search(typed) if hit.entity.id == "soleus")
    assert (hit.why.reason, hit.why.detail) == (reason, detail)


@pytest.mark.parametrize("typed", ["Hueftbeuger", "hüftbeuger", "huftbeuger"])
def test_umlauts_need_not_be_typed(typed: str) -> None:
    assert ids(typed)[0] == "muscle:hip_flexors"


@pytest.mark.parametrize("typed", ["stepups", "step ups", "step-up", "Step Up", "step_up"])
def test_an_exercise_is_found_in_every_usual_spelling(typed: str) -> None:
    assert ids(typed)[0] == "exercise:step_up"


def test_a_function_in_plain_words_finds_the_muscle() -> None:
    assert ids("bends the knee")[0] == "muscle:gastrocnemius_medial"
    assert ids("points the toes")[:2] == ["muscle:calf", "muscle:soleus"]


def test_a_nerve_finds_single_muscles_and_names_it() -> None:
    hit = first("inferior gluteal nerve")
    assert str(hit.entity) == "muscle:gluteus_maximus"
    assert hit.why.reason is Reason.NERVE


def test_words_of_pain_ask_for_complaints() -> None:
    assert ids("calf pain")[0] == "injury:calf_strain"
    assert ids("my calf hurts")[0] == "injury:calf_strain"
    assert ids("pop in heel cannot stand on toes")[0] == "injury:achilles_tendinopathy"


def test_words_of_training_ask_for_exercises() -> None:
    assert ids("calf stretch")[0] == "exercise:calf_stretch"
    assert ids("glute max exercises")[0] == "exercise:step_up"


def test_a_question_is_found_when_it_is_asked() -> None:
    assert ids("what do the calves do")[0] == "faq:calf_role"


def test_a_source_is_found_by_author_and_year() -> None:
    assert ids("hamner 2010") == ["source:hamner2010"]


def test_the_matched_letters_are_marked() -> None:
    hit = first("calf tight")
    assert [hit.why.text[start:end] for start, end in hit.why.spans] == ["calf", "tightness"]
    assert [hit.name[start:end] for start, end in hit.name_spans] == ["Calf"]


def test_a_misspelled_word_is_forgiven_and_named() -> None:
    hit = first("soleas")
    assert str(hit.entity) == "muscle:soleus"
    assert hit.why.nearly.casefold() == "soleus"


def test_without_likeness_only_what_is_spelled_right_is_found() -> None:
    assert SearchIndex.build(atlas()).search("soleas") == ()


@pytest.mark.parametrize(
    "typed", ["xqzvwk", "qqqq", "love handles", "", "!!!", "💪", "שוק", "\x00"]
)
def test_nonsense_finds_nothing(typed: str) -> None:
    assert INDEX.search(typed) == ()


def test_the_empty_state_names_what_is_near() -> None:
    assert "Soleus" in INDEX.nearest_words("solxyz")
    assert INDEX.nearest_words("💪") == ()


def test_limit_is_kept() -> None:
    assert len(INDEX.search("calf", 2)) == 2
    assert INDEX.search("calf", 0) == ()


def test_a_very_long_query_is_cut() -> None:
    assert INDEX.search("q" * 10_000) == ()
    assert INDEX.search("soleus " * 2_000)[0].entity.id == "soleus"


def test_building_in_steps_gives_the_same_index() -> None:
    steps = SearchIndex.build_steps(atlas(), like)
    count = 0
    while True:
        try:
            next(steps)
        except StopIteration as done:
            built = done.value
            break
        count += 1
    assert count > 1
    assert built.search("calf") == INDEX.search("calf")


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_no_query_raises_and_scores_are_in_order(query: str) -> None:
    hits = INDEX.search(query)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.entity for hit in hits}) == len(hits)
    for hit in hits:
        assert all(0 <= start < end <= len(hit.why.text) for start, end in hit.why.spans)
    INDEX.nearest_words(query)


@given(st.sampled_from(["soleus", "gluteus maximus", "step-up", "midstance"]), st.data())
def test_every_beginning_of_a_name_finds_it(name: str, data: st.DataObject) -> None:
    letters = data.draw(st.integers(3, len(name)))
    assert name in {hit.name.casefold() for hit in INDEX.search(name[:letters])[:3]}
