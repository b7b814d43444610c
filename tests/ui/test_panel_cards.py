"""Train it: exercises in the panel, with figures that come after the text and play when asked."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from anatomy_app.content.library import Library
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.reasons import rank
from anatomy_app.ui.app import build
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.panel_cards import PanelCard, PanelCards
from tests.ui.conftest import shut
from tests.ui.driving import (
    click,
    content,
    heading,
    leave,
    panel_text,
    plain,
    press,
    select,
    settle,
)

FIGURE = QSize(56, 64)


def cards_of(window: MainWindow) -> list[PanelCard]:
    """The cards that the panel shows, scrolled into view."""
    found = [card for card in content(window).findChildren(PanelCard) if card.isVisible()]
    if found:
        top = found[0].mapTo(content(window), QPoint()).y()
        window.centre.panel.verticalScrollBar().setValue(top - 40)
        settle()
    return found


def figure(card: PanelCard) -> QImage:
    """The picture of a card as it is painted now."""
    size = QSize(FIGURE * card.devicePixelRatioF())
    return card.grab().toImage().copy(0, 0, size.width(), size.height())


def colours(image: QImage) -> int:
    """How many different colours a picture has."""
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def enter(card: PanelCard) -> None:
    """Point at a card."""
    at = QPointF(20, 20)
    QCoreApplication.sendEvent(card, QEnterEvent(at, at, card.mapToGlobal(at)))
    settle()


def running(window: MainWindow) -> Iterable[str]:
    """The timers that run in the panel."""
    return [t.objectName() for t in window.centre.panel.findChildren(QTimer) if t.isActive()]


def player_of(window: MainWindow) -> PanelCards:
    found = content(window).findChild(PanelCards)
    assert isinstance(found, PanelCards)
    return found


def test_a_card_tells_name_dose_and_reason(window: MainWindow) -> None:
    select(window, "soleus")
    atlas, cards = window.session.library.atlas, cards_of(window)
    assert len(cards) == 3
    for card in cards:
        exercise, words = atlas.exercises[card.exercise], plain(card.text.text())
        assert words.startswith(f"{exercise.name}\n{exercise.dosage}\nSoleus ")
        assert card.accessibleName() == exercise.name
    assert "% of the stride" in plain(cards[0].text.text())


def test_every_structure_with_exercises_has_cards(window: MainWindow) -> None:
    """As many as there are, three at most; one without has no heading either."""
    atlas = window.session.library.atlas
    for structure in ("soleus", "tibialis_posterior", "foot_core", "deltoid", "cardiac_muscle"):
        select(window, structure)
        count = len({id_ for ids in atlas.exercises_for(structure) for id_ in ids})
        assert len(cards_of(window)) == min(count, 3)
        assert ("Train it" in panel_text(window)) == bool(count)


def test_the_count_is_that_of_the_ranking(window: MainWindow) -> None:
    atlas = window.session.library.atlas
    for id_ in atlas.structures:
        ranked = {each.exercise for each in rank(atlas, Entity(Kind.MUSCLE, id_))}
        assert ranked == {each for ids in atlas.exercises_for(id_) for each in ids}, id_


def test_the_figures_come_after_the_text(window: MainWindow) -> None:
    """The click is answered with words; nothing is painted for cards that nobody sees."""
    select(window, "soleus")
    first = next(card for card in content(window).findChildren(PanelCard) if card.isVisible())
    cards = player_of(window).cards
    assert plain(first.text.text())
    assert not running(window)
    before = figure(cards[0])  # asks for the picture, which is not there yet
    assert colours(before) < 12
    settle()
    assert colours(figure(cards[0])) > 40
    for card in cards_of(window):
        assert colours(figure(card)) > 40
    assert not running(window)


def test_a_figure_is_painted_once_for_each_theme(window: MainWindow) -> None:
    select(window, "soleus")
    light = figure(cards_of(window)[0])
    window.session.preferences.put("theme", "dark")
    settle()
    dark = figure(cards_of(window)[0])
    assert dark != light
    window.session.preferences.put("theme", "light")
    QApplication.sendPostedEvents()
    assert figure(cards_of(window)[0]) == light


def test_pointing_plays_and_leaving_stops(window: MainWindow) -> None:
    window.session.preferences.put("motion", "system")
    select(window, "soleus")
    card, player = cards_of(window)[0], player_of(window).player
    still = figure(card)
    enter(card)
    assert player.on_card == card.exercise
    player.advance(player.card.duration / 4)
    early = figure(card)
    player.advance(player.card.duration / 4)
    assert len({bytes(image.constBits()) for image in (still, early, figure(card))}) == 3
    leave(card)
    assert not player.on_card
    assert figure(card) == still
    assert not running(window)


def test_the_keys_play_the_card_that_they_reach_and_open_it(window: MainWindow) -> None:
    window.session.preferences.put("motion", "system")
    select(window, "soleus")
    first, second, _ = cards_of(window)
    player = player_of(window).player
    first.text.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert player.on_card == first.exercise
    press(window, Qt.Key.Key_Tab)
    assert player.on_card == second.exercise
    name = window.session.library.atlas.exercises[second.exercise].name
    press(window, Qt.Key.Key_Return)
    assert heading(window) == name
    assert not player.on_card
    assert not running(window)


def test_reduced_motion_never_plays(window: MainWindow) -> None:
    select(window, "soleus")
    card, player = cards_of(window)[0], player_of(window).player
    enter(card)
    card.text.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert not player.on_card
    assert not running(window)


def test_nothing_plays_while_another_part_is_open(window: MainWindow) -> None:
    window.session.preferences.put("motion", "system")
    select(window, "soleus")
    enter(cards_of(window)[0])
    assert running(window)
    press(window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert not running(window)


def test_a_click_on_the_figure_opens_the_exercise(window: MainWindow) -> None:
    select(window, "soleus")
    card = cards_of(window)[1]
    click(card, QPoint(20, 20))
    assert window.session.selection.place.entity == Entity(Kind.EXERCISE, card.exercise)


def test_a_hidden_name_is_not_told_by_its_exercises(window: MainWindow) -> None:
    select(window, "soleus")
    window.session.names.hidden.turn("soleus")
    settle()
    assert all("Soleus" not in plain(card.text.text()) for card in cards_of(window))


def test_the_first_cards_are_made_while_nobody_waits(window: MainWindow, qtbot: QtBot) -> None:
    window.warmer.start()
    qtbot.waitUntil(lambda: not window.warmer.busy, timeout=20_000)
    made = content(window).findChildren(PanelCard)
    assert made
    assert not cards_of(window)
    select(window, "soleus")
    assert cards_of(window) == made


def test_cards_are_made_even_in_a_panel_that_was_never_shown(
    library: Library, settings: Path, qtbot: QtBot
) -> None:
    """As when the program opens in Train."""
    window = build(library, settings=settings)
    window.warmer.start()
    qtbot.waitUntil(lambda: not window.warmer.busy, timeout=20_000)
    assert content(window).findChildren(PanelCard)
    shut(window)


def test_nothing_of_it_is_imported_before_a_panel_needs_it(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from anatomy_app.content.library import Library
from anatomy_app.ui.app import build, make_application
app = make_application()
window = build(Library(), Path(sys.argv[1]) / "settings.ini")
window.show()
for _ in range(20):
    app.processEvents()
parts = ("panel_cards", "train_thumbs", "train_player", "train_reasons", "mannequin", "reasons")
print(sorted(name for name in sys.modules if name.rpartition(".")[2] in parts))
window.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True,
        env=os.environ | {"HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
