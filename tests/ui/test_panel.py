"""The panel: the instant, every structure, and every page that a link leads to."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.kinds import Basis
from anatomy_app.ui.app import build
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.sections import SectionView
from anatomy_app.ui.texts import Text
from tests.ui.conftest import shut
from tests.ui.driving import (
    click,
    go_to,
    heading,
    links,
    panel_text,
    plain,
    press,
    select,
    settle,
)


def go(window: MainWindow, text: str) -> None:
    """Go to an entity by its reference."""
    window.session.selection.select(Entity.parse(text))
    settle()


def order(text: str, *words: str) -> list[int]:
    """Where words stand in a text, each at the beginning of a line."""
    lines = text.splitlines()
    return [next(i for i, line in enumerate(lines) if line.startswith(word)) for word in words]


class TestTheInstant:
    """Nothing is selected: the panel tells what happens now."""

    def test_it_names_the_stage_and_the_five_most_active(self, window: MainWindow) -> None:
        go_to(window, 15)
        session = window.session
        stage = session.library.atlas.stages[session.clock.stride.stage_at(Side.RIGHT, 15)]
        assert heading(window) == stage.name
        rows = window.centre.panel.instant.rows
        assert [row.isVisible() for row in rows] == [True] * 5
        values = [session.value(row.structure) for row in rows]
        assert values == sorted(values, key=lambda value: -(value or 0))
        assert all(session.activation(row.structure).kind is Basis.MEASURED for row in rows)
        for row, value in zip(rows, values, strict=True):
            assert value is not None
            name = session.name(row.structure)
            assert row.accessibleName().startswith(f"{name}, {round(value * 100)} %, ")

    def test_a_row_selects_its_muscle(self, window: MainWindow) -> None:
        go_to(window, 15)
        row = window.centre.panel.instant.rows[0]
        structure = row.structure
        click(row, row.rect().center())
        assert window.session.selection.place.structure == structure
        assert window.session.selection.place.side is Side.RIGHT

    def test_angles_and_force_follow(self, window: MainWindow) -> None:
        go_to(window, 15)
        text = panel_text(window)
        clock = window.session.clock
        knee = round(clock.stride.angles(15)["knee_flexion_r"])
        assert f"Knee {knee}° flexed" in text
        force = clock.stride.forces(15)[Side.RIGHT].vertical_bw
        assert f"Ground force {force:.1f} × body weight" in text
        go_to(window, 70)
        assert "Ground force off the ground" in panel_text(window)

    def test_more_leads_to_the_stage(self, window: MainWindow) -> None:
        go_to(window, 15)
        stage = window.session.clock.stride.stage_at(Side.RIGHT, 15)
        assert links(window) == [f"stage:{stage}"]
        window.centre.panel.instant.what.linkActivated.emit(f"stage:{stage}")
        settle()
        assert heading(window) == window.session.library.atlas.stages[stage].name

    def test_it_says_how_the_stride_is_known(self, window: MainWindow) -> None:
        note = window.session.clock.stride.note
        assert note
        assert note in panel_text(window)


class TestAStructure:
    """What stands on the page of a muscle."""

    def test_what_it_does_now_comes_first(self, window: MainWindow) -> None:
        select(window, "soleus")
        text = panel_text(window)
        places = order(
            text, "Soleus", "Musculus soleus", "Now", "Activity over", "Measured", "Stance",
            "Swing", "Train it", "Pains and injuries", "Anatomy", "Names", "How we know",
        )  # fmt: skip
        assert places == sorted(places)

    def test_stance_and_swing_are_those_of_the_content(self, window: MainWindow) -> None:
        select(window, "soleus")
        soleus = window.session.library.atlas.structures["soleus"]
        text = panel_text(window)
        assert soleus.stance
        assert soleus.stance in text
        assert soleus.swing
        assert soleus.swing in text

    def test_what_it_does_follows_the_stage(self, window: MainWindow) -> None:
        select(window, "soleus")
        session = window.session
        soleus = session.library.atlas.structures["soleus"]
        for percent in range(0, 100, 7):
            go_to(window, percent)
            stage = session.clock.stride.stage_at(Side.RIGHT, percent)
            now = plain(window.centre.panel.structure.now_text.text())
            assert now == soleus.stages[stage].role

    def test_the_curve_and_what_lies_under_it_stay_still_while_scrubbing(
        self, window: MainWindow
    ) -> None:
        for structure in ("soleus", "gluteus_maximus", "tibialis_anterior", "hamstrings"):
            select(window, structure)
            head = window.centre.panel.structure
            seen = set()
            for percent in range(0, 100, 6):
                go_to(window, percent)
                seen.add((head.curve.y(), head.rows.y()))
            assert len(seen) == 1, structure

    def test_three_exercises_stand_here_and_all_in_train(self, window: MainWindow) -> None:
        select(window, "soleus")
        atlas = window.session.library.atlas
        main, helping = atlas.exercises_for("soleus")
        found = [link for link in links(window) if link.startswith("exercise:")]
        assert len(found) == 3
        assert f"All {len(main) + len(helping)}" in panel_text(window)
        more = next(
            label
            for label in window.centre.panel.findChildren(QLabel)
            if label.isVisible() and "train:muscle:soleus" in label.text()
        )
        click(more, QPoint(more.width() // 2, more.height() // 2))
        assert window.session.selection.training.filters == ("muscle:soleus",)
        listed = window.centre.train.middle.cards.cards.ids  # type: ignore[union-attr]
        assert found == [f"exercise:{id_}" for id_ in listed[:3]]

    def test_every_text_is_as_tall_as_it_needs(self, window: MainWindow) -> None:
        """Also after another text, another theme and another width; a link keeps room below."""
        panel = window.centre.panel
        for theme, width in (("light", 1280), ("contrast", 980), ("dark", 1800)):
            window.session.preferences.put("theme", theme)
            window.resize(width, 800)
            for structure in ("calf", "soleus", "achilles_tendon"):
                select(window, structure)
                for text in panel.findChildren(Text):
                    if text.isVisible() and text is not panel.structure.now_text:
                        needed = QLabel.heightForWidth(text, text.width()) + text.below
                        assert text.height() == needed, text.text()

    def test_a_new_page_begins_at_its_top(self, window: MainWindow) -> None:
        select(window, "soleus")
        bar = window.centre.panel.verticalScrollBar()
        assert bar.maximum() > 0
        bar.setValue(bar.maximum())
        select(window, "gluteus_maximus")
        assert bar.value() == 0

    def test_nobody_measured_is_said_and_never_zero(self, window: MainWindow) -> None:
        session = window.session
        unknown = next(
            id_ for id_ in session.structures if session.activation(id_).kind is Basis.NONE
        )
        select(window, unknown)
        curve = window.centre.panel.structure.curve
        assert curve.accessibleDescription() == "no data"
        assert not curve._chart.values
        assert "No measurement" in curve._chart.empty_text

    def test_a_simulated_curve_says_so(self, window: MainWindow) -> None:
        session = window.session
        simulated = next(
            id_ for id_ in session.structures if session.activation(id_).kind is Basis.SIMULATED
        )
        select(window, simulated)
        assert "simulat" in panel_text(window).lower()

    def test_a_link_from_a_left_muscle_stays_left(self, window: MainWindow) -> None:
        select(window, "soleus", Side.LEFT)
        window.centre.panel.follow("muscle:calf")
        assert window.session.selection.place.side is Side.LEFT


class TestOtherPages:
    """Exercises, injuries, stages, settings of a run, questions and sources."""

    def test_an_injury_begins_with_its_warning_signs(self, window: MainWindow) -> None:
        for id_, injury in window.session.library.atlas.injuries.items():
            go(window, f"injury:{id_}")
            assert heading(window) == injury.name
            first = next(s for s in window.centre.panel._sections if s.isVisible())
            assert first._warning
            assert first._heading.text() == "Warning signs"
            assert injury.red_flags
            assert injury.red_flags in plain(first._body.text())
            assert "not a diagnosis" in plain(first._body.text())

    def test_an_exercise_says_what_how_much_and_when_not(self, window: MainWindow) -> None:
        for id_, exercise in list(window.session.library.atlas.exercises.items())[::7]:
            go(window, f"exercise:{id_}")
            text = panel_text(window)
            assert heading(window) == exercise.name
            assert exercise.purpose in text
            assert exercise.dosage in text
            for cue in exercise.cues:
                assert cue in text
            assert not exercise.avoid_if or exercise.avoid_if in text

    @pytest.mark.parametrize("kind", list(Kind))
    def test_every_page_opens_and_is_headed_by_its_name(
        self, window: MainWindow, kind: Kind
    ) -> None:
        atlas, panel = window.session.library.atlas, window.centre.panel
        wanted: set[str] = set()
        panel._later.stop()
        for entity in atlas.entities():
            if entity.kind is not kind:
                continue
            window.session.selection.select(entity)
            panel._later.stop()
            panel._show_rest() if kind is Kind.MUSCLE else None
            assert plain(panel.title.text()) == " ".join(atlas.name(entity).split()), entity
            assert window.windowTitle().startswith(
                window.session.place_name(window.session.selection.place)
            )
            wanted |= set(links(window))
        followed = {link.removeprefix("train:") for link in wanted}
        assert followed or kind is Kind.SOURCE
        assert [link for link in followed if atlas.record(Entity.parse(link)) is None] == []

    def test_every_link_can_be_followed(self, window: MainWindow) -> None:
        """From the page of every twelfth structure each link leads to the page it names."""
        atlas, panel = window.session.library.atlas, window.centre.panel
        for id_ in list(atlas.structures)[::12]:
            select(window, id_)
            for link in links(window):
                if link.startswith("train:"):
                    continue
                panel.follow(link)
                assert plain(panel.title.text()) == atlas.name(Entity.parse(link))

    def test_a_place_that_does_not_exist_is_said_calmly(self, window: MainWindow) -> None:
        go(window, "exercise:no_such_exercise")
        assert "Nothing is known" in heading(window)

    def test_a_text_of_strange_signs_is_shown_as_it_is(self, window: MainWindow) -> None:
        """Names are plain text, also those with signs that mean something in rich text."""
        atlas = window.session.library.atlas
        for id_, source in atlas.sources.items():
            if set("<>&") & set(source.title):
                go(window, f"source:{id_}")
                assert heading(window) == source.title


class TestTheKeyboard:
    """Links by Tab and Enter."""

    def test_a_link_is_reached_by_tab_and_opened_by_enter(self, window: MainWindow) -> None:
        select(window, "soleus")
        window.centre.panel.setFocus()
        press(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert isinstance(focused, QLabel)
        assert focused.hasSelectedText()
        target = links(window)[0]
        press(window, Qt.Key.Key_Return)
        assert str(window.session.selection.place.entity) == target


@pytest.mark.parametrize("place", ["context:uphill", "injury:itbs"])
def test_a_place_that_was_chosen_before_the_window_shows_is_read(
    library: Library, settings: Path, qtbot: QtBot, place: str
) -> None:
    """As when somebody opens the program at a place: the texts have their height."""
    window = build(library, settings=settings)
    window.session.selection.select(Entity.parse(place))
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: not window.warmer.busy and bool(shown_sections(window)))
    settle()
    assert min(view.height() for view in shown_sections(window)) > 20
    shut(window)


def shown_sections(window: MainWindow) -> list[SectionView]:
    views = window.centre.panel.findChildren(SectionView)
    return [view for view in views if view.isVisible()]
