"""`plan` and `handout`: every form says the same, the page is one page, warnings come first."""

import json
import re
from pathlib import Path

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.knowledge import Exercise
from tests.cli.conftest import Call, Document
from tests.pdfs import flat, pdf_pages

ATLAS = Library().atlas
SOLEUS = ("plan", "--focus", "muscle:soleus", "--minutes", "20")
EQUIPPED = (*SOLEUS, "--equipment", "mat,step,wall")
TENDON = ("plan", "--focus", "injury:achilles_tendinopathy", "--minutes", "20")
SIZES = {"A4": rb"/MediaBox \[0 0 595(\.\d+)? 842(\.\d+)?\]", "Letter": rb"/MediaBox \[0 0 612"}


def items(document: Document) -> list[Document]:
    days = document["days"]
    assert isinstance(days, list)
    return [item for day in days for item in day["items"]]


def exercise_of(item: Document) -> Exercise:
    return ATLAS.exercises[str(item["exercise"]).partition(":")[2]]


def test_the_document_has_the_keys_of_the_contract(call: Call) -> None:
    document = call(*EQUIPPED, "--json").document
    assert {"minutes", "equipment", "days", "safety", "sources"} <= set(document)
    assert document["equipment"] == ["mat", "step", "wall"]
    assert 15 <= float(str(document["minutes"])) <= 20
    assert "clinician" in str(document["safety"])
    sources = document["sources"]
    assert isinstance(sources, list)
    assert all(each.startswith("source:") for each in sources)
    found = items(document)
    assert len(found) >= 3
    for item in found:
        for key, kinds in (
            ("exercise", str), ("sets", int), ("reps", int | None), ("seconds", int | None),
            ("rest_seconds", int), ("minutes", float), ("reason", str), ("because", list),
        ):  # fmt: skip
            assert isinstance(item[key], kinds), key
        assert str(item["exercise"]).startswith("exercise:")
    assert round(sum(float(str(item["minutes"])) for item in found), 1) == document["minutes"]


def test_each_reason_states_its_facts(call: Call) -> None:
    reasons = {str(item["exercise"]): item for item in items(call(*EQUIPPED, "--json").document)}
    raise_ = reasons["exercise:single_leg_calf_raise"]
    assert raise_["reason"] == (
        "Single-leg calf raise: soleus shortening, then lengthening slowly under load on one leg, "
        "as from 3 to 13 % of the stride (absorption), at the ankle angles of that stage."
    )
    assert raise_["because"] == ["muscle:soleus", "stage:absorption"]


def test_a_plan_in_words_needs_no_qt(python: Call) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from anatomy_app.__main__ import main\n"
        f"sys.exit(main({list(EQUIPPED)!r}))"
    )
    answer = python("-c", code)
    assert answer.status == 0, answer.err
    assert "Single-leg calf raise" in answer.out


def test_a_week_has_its_days_and_the_same_call_says_the_same(call: Call) -> None:
    words = (*EQUIPPED, "--days", "4", "--json")
    document = call(*words).document
    days = document["days"]
    assert isinstance(days, list)
    assert [day["weekday"] for day in days] == [1, 2, 4, 6]
    assert call(*words).document == document


def test_a_complaint_leads_with_its_warning_signs(call: Call) -> None:
    words = (*TENDON, "--equipment", "step,wall")
    safety = str(call(*words, "--json").document["safety"])
    assert safety.startswith("Warning signs, Achilles tendinopathy: A sudden snap")
    text = flat(call(*words).out)
    assert text.index("A sudden snap") < text.index("Session")
    assert "Named for Achilles tendinopathy." in text
    assert "Session: more than half is for one muscle group, because no other fits." in text


def test_what_cannot_be_met_is_said_in_every_form(call: Call, tmp_path: Path) -> None:
    words = ("plan", "--focus", "injury:blisters", "muscle:soleus", "--minutes", "10")
    sentence = "Blisters and chafing: the atlas knows no exercise for a session."
    notes = call(*words, "--json").document["notes"]
    assert isinstance(notes, list)
    assert sentence in notes
    assert sentence in flat(call(*words).out)
    for ending in ("md", "txt", "pdf"):
        answer = call(*words, "-o", f"plan.{ending}")
        assert answer.status == 0
        assert answer.out == ""
        assert sentence in answer.err
    assert sentence in (tmp_path / "plan.md").read_text("utf-8")
    assert sentence in flat((tmp_path / "plan.txt").read_text("utf-8"))
    assert sentence in flat(pdf_pages((tmp_path / "plan.pdf").read_bytes())[0])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "words",
    [
        (*EQUIPPED, "--days", "3"),
        (*TENDON, "--equipment", "step,wall", "--level", "advanced"),
        ("plan", "--focus", "stage:stance", "stage:swing", "--minutes", "180", "--days", "7",
         "--equipment", "mat,bench,barbell,step,band,wall,dumbbell", "--level", "advanced"),
    ],
    ids=["week", "complaint", "most"],
)  # fmt: skip
def test_a_plan_is_one_page_with_all_that_it_says(
    call: Call, tmp_path: Path, words: tuple[str, ...], paper: str
) -> None:
    answer = call(*words, "--paper", paper, "-o", "plan.pdf", "--json")
    data = (tmp_path / "plan.pdf").read_bytes()
    assert re.search(SIZES[paper], data)
    [page] = pdf_pages(data)
    page = flat(page)
    document = json.loads(answer.out)
    for item in items(document):
        exercise = exercise_of(item)
        assert exercise.name in page
        assert exercise.avoid_if in page
        why = str(item["reason"]).partition(": ")[2]
        assert why[1:] in page
        if paper == "A4" and "180" not in words:
            assert all(cue in page for cue in exercise.cues)
    assert "Stop and see a clinician" in page
    assert "Sources: " in page
    assert "BodyParts3D" in page
    for sentence in re.split(r"(?<=\.) ", str(document["safety"]).partition(": ")[2]):
        assert flat(sentence).rstrip(".") in page


def test_text_and_markdown_hold_every_exercise_with_dose_and_sources(
    call: Call, tmp_path: Path
) -> None:
    names = [exercise_of(item).name for item in items(call(*EQUIPPED, "--json").document)]
    call(*EQUIPPED, "-o", "plan.md")
    call(*EQUIPPED, "-o", "plan.txt")
    text = (tmp_path / "plan.txt").read_text("utf-8")
    marked = (tmp_path / "plan.md").read_text("utf-8")
    for name in names:
        assert f"\n{name}\n" in text
        assert f"\n### {name}\n" in marked
        assert f"- [ ] {name}: " in marked
    assert marked.startswith("# Training plan: Soleus\n")
    assert "\n## Sources\n" in marked
    assert "> **Stop and see a clinician.**" in marked
    assert text == call(*EQUIPPED, environment={"COLUMNS": "80"}).out
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("plan", "--minutes", "20"), 2, "--focus is missing"),
        (("plan", "--focus", "muscle:soleus"), 2, "--minutes is missing"),
        ((*SOLEUS[:3], "--minutes", "4"), 2, "4 is out of reach as minutes; write 5 to 180"),
        ((*SOLEUS[:3], "--minutes", "nan"), 2, "'nan' are no minutes"),
        ((*SOLEUS, "--days", "8"), 2, "8 is out of reach as a number of days; write 1 to 7"),
        ((*SOLEUS, "--level", "begginer"), 2, "no level 'begginer'; did you mean beginner?"),
        ((*SOLEUS, "--equipment", "bend"), 2, "no equipment 'bend'; did you mean band?"),
        ((*SOLEUS, "--paper", "A5"), 2, "no paper 'A5'; it is one of A4, Letter"),
        ((*SOLEUS, "-o", "x.doc"), 2, "let the file end in .pdf, .md or .txt"),
        (("plan", "--focus", "muscle:soleos", "--minutes", "9"), 1, "did you mean soleus?"),
        (("plan", "--focus", "soleus", "--minutes", "9"), 2, "'soleus' is not kind:id"),
        (
            ("plan", "--focus", "faq:arms_role", "--minutes", "9"),
            1,
            "name a muscle, exercise, injury, stage or context",
        ),
        (("handout", "muscle:soleus"), 2, "-o is missing"),
        (("handout", "muscle:soleus", "-o", "x.png"), 2, "let the file end in .pdf"),
        (("handout", "stage:midstance", "-o", "x.pdf"), 1, "stage:midstance has no handout"),
        (("handout", "muscle:soleus", "-o", "no/x.pdf"), 3, "the folder no does not exist"),
        ((*SOLEUS, "-o", "no/x.pdf"), 3, "the folder no does not exist"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value)[:20],
)
def test_wrong_words_are_answered(
    call: Call, words: tuple[str, ...], status: int, sentence: str
) -> None:
    answer = call(*words)
    assert answer.status == status
    assert answer.out == ""
    assert sentence in answer.err
    assert answer.err.count("\n") == 1


def test_paper_may_be_typed_small(call: Call, tmp_path: Path) -> None:
    assert call(*SOLEUS, "--paper", "letter", "-o", "plan.pdf").status == 0
    assert re.search(SIZES["Letter"], (tmp_path / "plan.pdf").read_bytes())


def test_equipment_may_be_typed_as_people_write(call: Call) -> None:
    document = call(*SOLEUS, "--equipment", " Mat, STEP ,none,stability ball", "--json").document
    assert document["equipment"] == ["mat", "none", "stability_ball", "step"]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("entity", "told"),
    [
        (
            "muscle:soleus",
            (
                "In stance",
                "Stage by stage",
                "Origin: ",
                "Exercises",
                "Sources",
                "Absorption: eccentric, strong (3 of 3); brakes the shin",
                "Mid swing: low or off (0 of 3); little or no activity",
            ),
        ),
        ("muscle:achilles_tendon", ("In stance", "Achilles tendinopathy")),
        ("muscle:brachialis", ("In swing", "Origin: ", "Sources")),
        ("injury:achilles_tendinopathy", ("Where it hurts", "What people train", "Sources")),
        ("injury:blisters", ("Where it hurts", "Sources")),
        ("exercise:step_up", ("Purpose", "Dosage", "How", "Common mistakes", "Trains")),
        ("exercise:easy_run", ("Purpose", "Dosage", "Trains", "coaching custom")),
    ],
)
def test_a_handout_is_one_or_two_pages(
    call: Call, tmp_path: Path, entity: str, told: tuple[str, ...], paper: str
) -> None:
    answer = call("handout", entity, "-o", "page.pdf", "--paper", paper)
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    data = (tmp_path / "page.pdf").read_bytes()
    assert re.search(SIZES[paper], data)
    assert len(data) < 1_000_000
    pages = pdf_pages(data)
    assert 1 <= len(pages) <= 2
    whole = flat(" ".join(pages))
    for words in (*told, "Stop and see a clinician", "BodyParts3D"):
        assert words in whole
    if entity.startswith("injury:"):
        signs = ATLAS.injuries[entity.partition(":")[2]].red_flags
        assert whole.index(signs) < whole.index("Where it hurts")
        assert pages[0].splitlines()[1] == "This is education, not a diagnosis."
