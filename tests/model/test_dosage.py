"""Dosages: every text of the atlas as numbers, and what cannot be read said to be so."""

import re

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.dosage import Dose, read_dose
from anatomy_app.model.equipment import can_be_done, known_equipment
from anatomy_app.model.knowledge import Equipment

EXERCISES = Library().atlas.exercises


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("2–3 sets × 8–12 reps, 2–3 days a week", Dose(True, (2, 3), (8, 12), days=(2, 3))),
        (
            "3 sets × 15 reps twice a day, 7 days a week, 12 weeks",
            Dose(True, (3, 3), (15, 15), days=(7, 7)),
        ),
        (
            "2–3 holds × 20–45 s, 2–4 days a week (custom)",
            Dose(True, (2, 3), seconds=(20, 45), days=(2, 4)),
        ),
        (
            "2–3 sets × 8–10 × 5 s holds each side, 2–4 days a week",
            Dose(True, (2, 3), (8, 10), (5, 5), days=(2, 4), each_side=True),
        ),
        ("10 reps × 10 s, 3 times a day", Dose(True, (1, 1), (10, 10), (10, 10), days=(7, 7))),
        (
            "1 set of 5 × 10 s squeezes, 2–3 days a week",
            Dose(True, (1, 1), (5, 5), (10, 10), days=(2, 3)),
        ),
        ("2–4 × 20–30 m, 1 day a week", Dose(True, (2, 4), metres=(20, 30), days=(1, 1))),
        ("20–60 minutes, 1–3 days a week", Dose(True, seconds=(1200, 3600), days=(1, 3))),
        (
            "2–4 sets with a heavy load (80 % of one), 2 days a week",
            Dose(True, (2, 4), days=(2, 2), heavy=True),
        ),
        (
            "2–4 sets × 5–10 contacts, 1–2 days a week",
            Dose(True, (2, 4), (5, 10), days=(1, 2), contacts=True),
        ),
        (
            "Every 2nd day: 3 sets at the 12-repetition maximum; 3 s up, 2 s hold, 3 s down",
            Dose(True, (3, 3), (12, 12), days=(3, 3), tempo=8),
        ),
        ("once a week 3 sets of 12, 10 and 8 reps", Dose(True, (3, 3), (8, 12), days=(1, 1))),
        ("4–8 × 1–4 minutes hard", Dose(True, (4, 8), seconds=(60, 240))),
        ("2 or more days a week: 2 × 30 s", Dose(True, (2, 2), seconds=(30, 30), days=(2, 7))),
        ("30 breaths, once or twice a day, 5 days a week", Dose(True, reps=(30, 30), days=(5, 5))),
        ("3 times 10 minutes a week", Dose(True, seconds=(600, 600), days=(3, 3))),
        (
            "More than 3 sessions a week; 8–12 squeezes × 5–8 s",
            Dose(True, reps=(8, 12), seconds=(5, 8), days=(3, 7)),
        ),
        ("2–4 days a week, 10–20 minutes a week in total", Dose(False, days=(2, 4))),
        ("As much as you like", Dose(False)),
        ("", Dose(False)),
    ],
)
def test_a_dosage_is_read(text: str, dose: Dose) -> None:
    assert read_dose(text) == dose


def test_what_comes_later_or_in_brackets_is_another_dose() -> None:
    heavy_later = "2 sets × 8 reps, or in a heavy phase 4 sets with a heavy load"
    assert read_dose(heavy_later) == Dose(True, (2, 2), (8, 8))
    assert read_dose("3 sets × 10 reps (one trial used 5 × 10)").sets == (3, 3)


@pytest.mark.parametrize("id_", EXERCISES)
def test_every_dosage_of_the_atlas_is_read(id_: str) -> None:
    text = EXERCISES[id_].dosage
    dose = read_dose(text)
    if "a week in total" in text:
        assert not dose.known, "nothing is said of one session"
        return
    assert dose.known
    assert 1 <= dose.sets[0] <= dose.sets[1] <= 12
    told = {*map(int, re.findall(r"\d+", text))} | {1}
    ranges = (dose.sets, dose.reps, dose.metres, dose.days)
    numbers = {number for each in ranges if each for number in each}
    assert numbers <= told | {3, 7}, "a number that the text does not hold"
    if dose.reps is None and dose.seconds is None and dose.metres is None:
        assert dose.heavy


def test_what_everybody_has_goes_without_saying_and_the_rest_must_be_there() -> None:
    assert can_be_done(EXERCISES["squat"], frozenset())
    walled = [each for each in EXERCISES.values() if each.needs == (Equipment.WALL,)]
    assert walled
    assert all(can_be_done(each, frozenset()) for each in walled)
    assert not can_be_done(EXERCISES["heel_drop_bent"], frozenset({"mat"}))
    assert can_be_done(EXERCISES["heel_drop_bent"], frozenset({"step"}))


def test_who_has_everything_can_do_everything_and_who_has_nothing_some() -> None:
    everything = frozenset(known_equipment(tuple(EXERCISES.values())))
    assert all(can_be_done(each, everything) for each in EXERCISES.values())
    bare = [each.id for each in EXERCISES.values() if can_be_done(each, frozenset())]
    assert "short_foot" in bare
    assert "heel_drop_bent" not in bare
