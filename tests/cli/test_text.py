"""Text for a terminal: readable, wrapped to its width, with sources, and "no data" never zero."""

import pytest

from tests.cli.conftest import Call


def test_a_muscle_is_shown_in_words_with_its_sources(call: Call) -> None:
    shown = call("show", "muscle:soleus").out
    assert shown.startswith("Soleus (Musculus soleus)\nmuscle:soleus, muscle, intermediate\n")
    for heading in ("In stance", "In swing", "Anatomy", "Injuries", "Sources"):
        assert f"\n{heading}\n" in shown
    assert "concentric, moderate (2 of 3)" in shown
    assert "low or off (0 of 3)" in shown
    assert "low, none" not in shown
    assert "Tibial nerve" in shown
    assert shown.index("\nSources\n") > shown.index("\nAnatomy\n")


def test_an_injury_leads_with_its_warning_signs(call: Call) -> None:
    shown = call("show", "injury:itbs").out
    assert "This is education, not a diagnosis." in shown
    assert shown.index("Warning signs") < shown.index("What is known")
    assert "clinician" in shown


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ("exercise:step_up", ("Purpose", "Dosage", "Cues", "Sources")),
        ("stage:midstance", ("When (percent of the stride)", "Knee", "Main muscles")),
        ("context:uphill", ("Gluteus maximus: up", "Evidence", "Sources")),
        ("faq:arms_role", ("Answer", "Sources")),
        ("source:hamner2010", ("Authors", "Year", "Published in")),
    ],
)
def test_every_kind_is_shown_in_words(call: Call, entity: str, words: tuple[str, ...]) -> None:
    shown = call("show", entity).out
    assert entity in shown
    for word in words:
        assert word in shown


def test_what_nobody_measured_is_no_data(call: Call) -> None:
    shown = call("show", "muscle:deltoid_middle").out
    assert "no data" in shown.lower()
    row = next(line for line in call("at", "14").out.splitlines() if "Deltoid, middle" in line)
    assert row.split()[:4] == ["no", "data", "no", "data"]


def test_what_is_computed_is_said_to_be(call: Call) -> None:
    walking = call("at", "40", "--gait", "walking").out
    assert next(line for line in walking.splitlines() if line.endswith("  Soleus")).endswith(
        "lengthening (computed)  Soleus"
    )
    running = call("at", "10").out
    assert "eccentric: braking" in running


def test_an_instant_is_told_in_words(call: Call) -> None:
    shown = call("at", "14").out
    assert shown.startswith("Running at 3.0 m/s (interpolated), 14 % of the stride\n")
    assert "  Right      stance, Midstance\n" in shown
    assert "Ground force" in shown
    assert "\nSources\n" in shown
    assert "yes, neither foot is down" in call("at", "45").out


def test_a_sprint_has_no_activity_and_says_so(call: Call) -> None:
    shown = call("at", "14", "--gait", "sprinting").out
    assert "Sprinting at 9.5 m/s" in shown
    section = shown.partition("Most active, right side")[2].partition("\n\n")[0]
    assert "no data" in section


@pytest.mark.parametrize("columns", ["30", "60", "80", "500"])
@pytest.mark.parametrize(
    "words", [("show", "muscle:soleus"), ("at", "14"), ("show", "faq:how_many")]
)
def test_lines_keep_to_the_width_of_the_terminal(
    call: Call, words: tuple[str, ...], columns: str
) -> None:
    width = min(max(int(columns), 40), 100)
    shown = call(*words, environment={"COLUMNS": columns}).out
    long = [line for line in shown.splitlines() if len(line) > width]
    assert all(" " not in line.strip() for line in long), long  # a word that cannot be broken


def test_hits_say_why_they_matched(call: Call) -> None:
    shown = call("search", "Wadenmuskel").out
    assert shown.startswith("Calf (triceps surae)  (muscle:calf, ")
    assert "German name “Wadenmuskel”" in shown


def test_no_hit_says_what_is_near(call: Call) -> None:
    answer = call("search", "qqqqzzzz")
    assert answer.status == 0
    assert answer.out.startswith("Nothing for 'qqqqzzzz'.")


def test_a_page_of_text_is_not_repeated_by_a_search_without_hits(call: Call) -> None:
    answer = call("search", "qz" * 9000)
    assert answer.status == 0
    assert answer.out.startswith("Nothing for 'qz")
    assert len(answer.out) < 200


def test_lists_are_aligned(call: Call) -> None:
    lines = call("list", "stages").out.splitlines()
    assert lines[4].split() == ["stage:midstance", "Midstance"]
    assert len({line.index(line.split(maxsplit=1)[1]) for line in lines}) == 1


def test_letters_that_the_terminal_lacks_are_no_fault(call: Call) -> None:
    plain = {"PYTHONIOENCODING": "ascii"}
    answer = call("list", "sources", environment=plain)
    assert (answer.status, answer.err) == (0, "")
