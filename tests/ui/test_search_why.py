"""Why a hit was found, in words."""

import pytest

from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.search import Hit, Reason, Why
from anatomy_app.ui.search_words import why_line, why_text


def hit(reason: Reason, text: str, detail: str = "", kind: Kind = Kind.MUSCLE) -> Hit:
    return Hit(Entity(kind, "soleus"), "Soleus", 0.9, Why(reason, text, detail))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (hit(Reason.NAME, "Soleus"), "name"),
        (hit(Reason.SYNONYM, "calf tightness"), "also called “calf tightness”"),
        (hit(Reason.LAY, "deep calf"), "everyday name “deep calf”"),
        (hit(Reason.MEMBER, "Calf (triceps surae)"), "member of Calf"),
        (hit(Reason.LANGUAGE, "Wadenmuskel", "de"), "German name “Wadenmuskel”"),
        (hit(Reason.TIGHT, "Calf", kind=Kind.INJURY), "often tight: calf"),
        (hit(Reason.NERVE, "Superior gluteal nerve"), "innervated by the superior gluteal nerve"),
        (hit(Reason.INSERTION, "Calcaneus"), "inserts on: calcaneus"),
        (hit(Reason.ACTION, "Ankle: plantarflexion"), "what it does: ankle: plantarflexion"),
        (
            hit(Reason.STAGE, "eccentric: Slows it.", "Midstance"),
            "in midstance: eccentric: Slows it",
        ),
        (hit(Reason.TRAINS, "Soleus", "stretch", Kind.EXERCISE), "stretches soleus"),
        (
            hit(Reason.TRAINS, "Achilles tendon", "strength", Kind.EXERCISE),
            "trains Achilles tendon",
        ),
    ],
)
def test_the_reason_reads_as_a_short_line(found: Hit, words: str) -> None:
    assert why_text(found) == words


def test_a_slip_is_named_instead_of_the_reason() -> None:
    found = Hit(
        Entity(Kind.MUSCLE, "soleus"), "Soleus", 0.7, Why(Reason.NAME, "Soleus", nearly="Soleus")
    )
    assert why_text(found) == "spelled nearly like Soleus"


def test_the_matched_letters_move_with_the_text() -> None:
    found = Hit(
        Entity(Kind.MUSCLE, "soleus"), "Soleus", 0.9, Why(Reason.LAY, "deep calf", spans=((5, 9),))
    )
    text, spans = why_line(found)
    assert [text[start:end] for start, end in spans] == ["calf"]


def test_a_long_statement_is_cut_around_what_matched() -> None:
    long = "It begins with many words that say little " * 4 + "until the heel bone comes at last"
    at = long.index("heel")
    found = Hit(
        Entity(Kind.INJURY, "x"), "X", 0.5, Why(Reason.SYMPTOM, long, spans=((at, at + 4),))
    )
    text, spans = why_line(found)
    assert len(text) < 130
    assert [text[start:end] for start, end in spans] == ["heel"]


def test_every_reason_has_words() -> None:
    for reason in Reason:
        assert why_text(hit(reason, "Some text", "de")).strip()
