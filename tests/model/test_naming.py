"""What structures are called in a style, and how names are taken out of texts."""

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.masking import Mask, telling
from anatomy_app.model.naming import NameStyle, label, shortened, styled


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.mark.parametrize(
    ("style", "name"),
    [
        (NameStyle.ENGLISH, "Soleus"),
        (NameStyle.LATIN, "Musculus soleus"),
        (NameStyle.BOTH, "Soleus · Musculus soleus"),
        (NameStyle.GERMAN, "Schollenmuskel"),
        (NameStyle.SPANISH, "Sóleo"),
        (NameStyle.FRENCH, "Soléaire"),
    ],
)
def test_a_muscle_is_called_as_the_style_says(
    library: Library, style: NameStyle, name: str
) -> None:
    assert styled(library.entries["soleus"], style) == name


def test_latin_beside_the_body_is_short(library: Library) -> None:
    assert label(library.entries["soleus"], NameStyle.LATIN) == "M. soleus"
    assert label(library.entries["gluteals"], NameStyle.LATIN) == "Mm. glutei"


def test_a_name_is_not_said_twice(library: Library) -> None:
    assert styled(library.entries["linea_alba"], NameStyle.BOTH) == "Linea alba"


@pytest.mark.parametrize(
    ("longest", "text"),
    [
        (99, "Calf (triceps surae) · M. triceps surae"),
        (30, "Calf · M. triceps surae"),
        (20, "Calf (triceps surae)"),
        (9, "Calf"),
        (2, "Calf"),
    ],
)
def test_a_name_that_is_too_long_loses_remark_and_latin(longest: int, text: str) -> None:
    assert shortened("Calf (triceps surae) · M. triceps surae", longest) == text


def test_a_list_of_parts_gives_way_to_their_common_name(library: Library) -> None:
    called = styled(library.entries["wrist_flexors"], NameStyle.LATIN)
    assert called == "Compartimentum anterius antebrachii"


def test_what_has_no_name_in_a_language_is_called_in_latin_else_in_english() -> None:
    class Bare:
        name, latin, others = "Soleus", "Musculus soleus", ()

    class English:
        name, latin, others = "Core", "", ()

    assert styled(Bare(), NameStyle.ITALIAN) == "Musculus soleus"
    for style in NameStyle:
        assert styled(English(), style) == "Core"


@pytest.mark.parametrize("style", NameStyle)
def test_every_structure_has_a_name_in_every_style(library: Library, style: NameStyle) -> None:
    names = [styled(entry, style) for entry in library.entries.values()]
    assert all(name.strip() == name and name for name in names)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("The soleus holds.", "The ?1 holds."),
        ("Soleus: both soleus' heads", "?1: both ?1' heads"),
        ("<a href='muscle:soleus'>Soleus</a>", "<a href='muscle:soleus'>?1</a>"),
        ("Nothing here &amp; there", "Nothing here &amp; there"),
        ("Rectus femoris and rectus abdominis", "?2 and rectus abdominis"),
    ],
)
def test_names_give_way_to_signs(library: Library, text: str, masked: str) -> None:
    structures = library.atlas.structures
    mask = Mask({"?1": telling(structures["soleus"]), "?2": telling(structures["rectus_femoris"])})
    assert mask.masked(text) == masked


def test_common_words_stay(library: Library) -> None:
    """The biceps is found by "arm", and "foot" stands in brackets: neither is a name."""
    structures = library.atlas.structures
    names = (*telling(structures["biceps_brachii"]), *telling(structures["lumbricals_foot"]))
    mask = Mask({"?1": names})
    assert mask.masked("The arm bends, the foot stays.") == "The arm bends, the foot stays."
