"""Hidden names: numbered as they are hidden, revealed by the lowest number."""

from anatomy_app.state.hidden_names import HiddenNames


def told(hidden: HiddenNames) -> list[None]:
    """Grows with every change that is told."""
    changes: list[None] = []
    hidden.changed.connect(lambda: changes.append(None))
    return changes


def test_names_are_numbered_in_the_order_of_hiding() -> None:
    hidden = HiddenNames()
    hidden.hide(("soleus", "gracilis", "soleus"))
    hidden.hide(("gracilis", "sartorius"))
    assert [hidden.number(each) for each in ("soleus", "gracilis", "sartorius")] == [1, 2, 3]
    assert hidden.structures == ("soleus", "gracilis", "sartorius")
    assert hidden.number("plantaris") == 0


def test_the_next_to_be_revealed_has_the_lowest_number() -> None:
    hidden = HiddenNames()
    hidden.hide(("a", "b", "c"))
    hidden.reveal("a")
    assert [hidden.reveal_next(), hidden.reveal_next(), hidden.reveal_next()] == ["b", "c", None]
    assert not len(hidden)


def test_hidden_names_are_kept_with_their_numbers() -> None:
    hidden, again = HiddenNames(), HiddenNames()
    hidden.hide(("a", "b", "c", "d"))
    hidden.reveal("b")
    again.restore(hidden.kept, known=("a", "c"))
    assert [(each, again.number(each)) for each in again.structures] == [("a", 1), ("c", 3)]


def test_only_changes_are_told() -> None:
    hidden = HiddenNames()
    changes = told(hidden)
    hidden.reveal("a")
    hidden.reveal_all()
    hidden.hide(())
    assert changes == []
    hidden.hide(("a",))
    hidden.hide(("a",))
    hidden.turn("a")
    assert len(changes) == 2
    assert "a" not in hidden
