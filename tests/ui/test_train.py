"""Train: opening it, filtering, finding, reading, and the way back to Explore."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from anatomy_app.content.library import Library
from anatomy_app.model.drawing import View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.state.selection import Part
from anatomy_app.ui.app import complete, make_application, make_window
from anatomy_app.ui.main_window import MainWindow
from tests.ui.conftest import Open, shut
from tests.ui.driving import ALT, click, links, picture, press, select, settle, write
from tests.ui.driving import heading as panel_heading
from tests.ui.training import (
    Key,
    card,
    heading,
    in_train,
    press_row,
    row,
    shown,
    text,
    train,
    view,
)


def test_the_tabs_of_the_top_bar_open_the_parts(window: MainWindow) -> None:
    tabs = window.centre.top.parts.tabs
    click(tabs[Part.TRAIN], tabs[Part.TRAIN].rect().center())
    assert in_train(window)
    assert not window.centre.stage.isVisible()
    assert [tab.isChecked() for tab in tabs.values()] == [False, True]
    click(tabs[Part.EXPLORE], tabs[Part.EXPLORE].rect().center())
    assert window.centre.stage.isVisible()
    assert window.centre.panel.isVisible()
    assert window.centre.train is not None
    assert not window.centre.train.isVisible()


def test_keys_open_the_parts_and_history_walks_across_both(window: MainWindow) -> None:
    select(window, "soleus")
    press(window, Key.Key_T, ALT)
    assert in_train(window)
    press_row(view(window), "level:beginner")
    select(window, "gluteus_maximus")
    assert window.centre.stage.isVisible()
    seen = []
    for _ in range(3):
        press(window, Key.Key_Left, ALT)
        selection = window.session.selection
        seen.append((selection.part, selection.place.structure, len(selection.training.filters)))
    assert seen == [
        (Part.TRAIN, "soleus", 2), (Part.TRAIN, "soleus", 1), (Part.EXPLORE, "soleus", 0),
    ]  # fmt: skip
    press(window, Key.Key_Right, ALT)
    assert in_train(window)
    press(window, Key.Key_E, ALT)
    assert panel_heading(window) == "Soleus"


def test_the_selected_structure_comes_along_as_the_first_filter(window: MainWindow) -> None:
    select(window, "gastrocnemius_medial")
    press(window, Key.Key_T, ALT)
    opened = view(window)
    assert opened.list.filters == ("muscle:gastrocnemius_medial",)
    main, helping = window.session.library.atlas.exercises_for("gastrocnemius_medial")
    assert set(shown(opened)) == {*main, *helping}
    assert opened.tree.filters.index_of("muscle:gastrocnemius_medial").isValid()


def test_all_exercises_of_a_muscle_are_a_link_of_the_panel(window: MainWindow) -> None:
    select(window, "soleus")
    assert "train:muscle:soleus" in links(window)
    window.centre.panel.follow("train:muscle:soleus")
    settle()
    assert in_train(window)
    assert view(window).list.filters == ("muscle:soleus",)


def test_filters_of_one_facet_widen_and_of_two_narrow(window: MainWindow) -> None:
    opened, atlas = train(window), window.session.library.atlas
    assert len(shown(opened)) == len(atlas.exercises)
    press_row(opened, "muscle:soleus")
    soleus = set(shown(opened))
    press_row(opened, "muscle:gluteus_medius")
    both = set(shown(opened))
    assert soleus < both
    press_row(opened, "level:beginner")
    narrow = set(shown(opened))
    assert narrow == {id_ for id_ in both if atlas.exercises[id_].level == "beginner"}
    press_row(opened, "muscle:soleus")
    assert opened.list.filters == ("muscle:gluteus_medius", "level:beginner")


def test_every_count_is_what_a_press_would_show(window: MainWindow) -> None:
    opened = train(window, "muscle:soleus")
    for key in ("level:beginner", "kind:stretch", "injury:mtss", "needs:step", "stage:absorption"):
        index = row(opened, key)
        found = opened.tree.filters.row_of(index)
        assert found is not None
        count = opened.tree.filters.count(found)
        described = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        press_row(opened, key)
        assert count == len(shown(opened)), key
        assert described.split()[0] == str(count)
        press_row(opened, key)


def test_a_count_of_nought_is_dimmed_but_can_be_pressed(window: MainWindow) -> None:
    opened = train(window, "muscle:biceps_brachii")
    index = row(opened, "kind:stretch")
    before = picture(opened.tree).copy(opened.tree.visualRect(index))
    press_row(opened, "muscle:biceps_brachii")
    after = picture(opened.tree).copy(opened.tree.visualRect(row(opened, "kind:stretch")))
    assert before != after
    train(window, "muscle:biceps_brachii", "kind:stretch")
    assert shown(opened) == ()
    assert heading(opened) == "No exercise has all of this"
    assert "Press a chosen row at the left again" in text(opened.middle)
    press(window, Key.Key_Escape)
    assert len(shown(opened)) > 90
    assert "Press a chosen row" not in text(opened.middle)


def test_all_muscles_unfold_and_fold(window: MainWindow) -> None:
    opened = train(window)
    few = opened.tree.filters.sections[0].rows
    press_row(opened, "more:muscle")
    every = opened.tree.filters.sections[0].rows
    assert len(every) > 60
    assert every[-1].text == "Fewer"
    press_row(opened, "more:muscle")
    assert opened.tree.filters.sections[0].rows == few


def test_the_filters_by_keys(window: MainWindow) -> None:
    opened = train(window)
    opened.tree.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Return):
        press(window, key)
    assert opened.list.filters == ("muscle:soleus", "muscle:gastrocnemius")
    index = opened.tree.filters.index_of("muscle:soleus")
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert QApplication.focusWidget() is opened.tree
    for _ in range(2):
        press(window, Key.Key_Escape)
    assert opened.list.filters == ()
    QTest.keyClicks(opened.tree, "hams")
    settle()
    assert opened.tree.currentIndex().data() == "Hamstrings"


def test_search_in_train_narrows_or_opens_a_page(window: MainWindow) -> None:
    opened = train(window)
    write(window, "soleus")
    press(window, Key.Key_Return)
    assert in_train(window)
    assert opened.list.filters == ("muscle:soleus",)
    write(window, "nordic hamstring")
    press(window, Key.Key_Return)
    assert heading(opened) == "Nordic hamstring exercise"
    assert opened.middle.hasFocus()


def test_the_page_of_an_exercise_says_all_that_is_known(window: MainWindow) -> None:
    opened = train(window, page="exercise:single_leg_calf_raise")
    exercise = window.session.library.atlas.exercises["single_leg_calf_raise"]
    said = text(opened.middle.detail)
    for part in (
        exercise.purpose, "3 sets × 8–15 reps", "Coaching custom: no trial", "Balance with light",
        "Short range", exercise.avoid_if, "Main: ", "Helping: ", "Soleus", "Harder", "Prepares",
        "Kinoshita",
    ):  # fmt: skip
        assert part in said, part
    assert said.index("Dose") < said.index("Avoid") < said.index("Trains")


def test_no_word_of_an_exercise_is_cut_off(window: MainWindow) -> None:
    opened = train(window, "level:advanced")
    for id_ in list(window.session.library.atlas.exercises)[::9]:
        train(window, page=f"exercise:{id_}")
        detail = opened.middle.detail
        assert heading(opened) == window.session.library.atlas.exercises[id_].name
        for facts in (detail.facts, detail.more):
            assert facts.geometry().bottom() <= detail.height()
            inside = [each for each in facts.children() if isinstance(each, QWidget)]
            lowest = max(child.geometry().bottom() for child in inside)
            assert lowest <= facts.height()


def test_links_of_the_page_lead_to_explore_and_to_exercises(window: MainWindow) -> None:
    opened = train(window, page="exercise:single_leg_calf_raise")
    opened.middle.follow("exercise:seated_calf_raise")
    assert heading(opened) == "Seated calf raise"
    opened.middle.follow("muscle:soleus")
    settle()
    assert window.centre.stage.isVisible()
    assert panel_heading(window) == "Soleus"
    press(window, Key.Key_Left, ALT)
    assert heading(opened) == "Seated calf raise"


def test_cards_open_by_click_and_by_keys(window: MainWindow) -> None:
    opened = train(window, "muscle:soleus")
    second, third = shown(opened)[1:3]
    click(opened.middle.cards.viewport(), card(opened, second))
    names = window.session.library.atlas.exercises
    assert heading(opened) == names[second].name
    assert opened.middle.cards.chosen == second
    opened.middle.cards.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_Right)
    press(window, Key.Key_Return)
    assert heading(opened) == names[third].name


def test_cards_are_sorted_as_asked(window: MainWindow) -> None:
    opened = train(window, "muscle:soleus")
    atlas = window.session.library.atlas
    main, helping = atlas.exercises_for("soleus")
    direct = shown(opened)
    places = {id_: place for place, id_ in enumerate(direct)}
    assert max(places[id_] for id_ in main[:3]) < min(places[id_] for id_ in helping[-3:])
    opened.middle.orders["name"].trigger()
    titles = [atlas.exercises[id_].name.casefold() for id_ in shown(opened)]
    assert titles == sorted(titles)
    opened.middle.orders["level"].trigger()
    levels = ["beginner", "intermediate", "advanced"]
    ranks = [levels.index(atlas.exercises[id_].level) for id_ in shown(opened)]
    assert ranks == sorted(ranks)
    opened.middle.orders["direct"].trigger()
    assert shown(opened) == direct


@pytest.mark.parametrize("complaint", ["mtss", "pfps", "bone_stress_injury", "calf_strain"])
def test_a_list_for_a_complaint_begins_with_its_warning_signs(
    window: MainWindow, complaint: str
) -> None:
    opened = train(window, f"injury:{complaint}")
    said = text(opened.middle)
    assert said.startswith("Warning signs")
    signs = said.splitlines()[1]
    assert "see a clinician" in signs.rstrip(".").rpartition(". ")[2].lower()
    assert opened.middle.warning.isVisible()
    train(window)
    assert not opened.middle.warning.isVisible()


def test_every_warning_ends_in_see_a_clinician(window: MainWindow) -> None:
    from anatomy_app.ui.train_words import see_a_clinician

    for injury in window.session.library.atlas.injuries.values():
        last = see_a_clinician(injury.red_flags).rstrip(".").rpartition(". ")[2]
        assert "see a clinician" in last.lower()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("injury:pfps", "Warning signs"),
        ("context:uphill", "Against level running"),
        ("faq", "Which muscles does running use?"),
    ],
)
def test_complaints_settings_and_questions_are_read_from_the_left(
    window: MainWindow, page: str, words: str
) -> None:
    opened, atlas = train(window), window.session.library.atlas
    page = page if page != "faq" else f"faq:{next(iter(atlas.questions))}"
    press_row(opened, f"page:{page}")
    assert heading(opened) == " ".join(atlas.name(Entity.parse(page)).split())
    assert words in text(opened.middle)
    injury = atlas.injuries.get(page.partition(":")[2])
    assert set(shown(opened)) == set(injury.exercises if injury else ())
    press(window, Key.Key_Escape)
    assert heading(opened) == atlas.exercises[shown(opened)[0]].name


def test_a_page_leads_to_the_body_and_back(window: MainWindow) -> None:
    opened = train(window, page="injury:pfps")
    opened.middle.follow("explore:injury:pfps")
    settle()
    assert window.centre.stage.isVisible()
    assert window.session.selection.place.entity == Entity(Kind.INJURY, "pfps")
    window.centre.panel.follow("train:injury:pfps")
    settle()
    assert in_train(window)
    assert heading(opened).startswith("Runner's knee")


def test_hidden_names_stay_hidden_in_train(window: MainWindow) -> None:
    opened = train(window, page="exercise:single_leg_calf_raise")
    window.session.names.hidden.hide(["soleus"])
    settle()
    assert "Soleus" not in text(opened.middle.detail)
    assert opened.tree.filters.index_of("muscle:soleus").data() == "Hidden name 1"


def test_train_opens_where_it_was_left(open_window: Open) -> None:
    first = open_window()
    opened = train(first, "muscle:soleus", "level:beginner", page="exercise:soleus_stretch")
    opened.middle.orders["name"].trigger()
    left = shown(opened)
    shut(first)
    second = view(open_window())
    assert second.list.filters == ("muscle:soleus", "level:beginner")
    assert shown(second) == left
    assert heading(second) == "Soleus stretch"


def test_a_start_in_train_shows_nothing_of_explore(library: Library, settings: Path) -> None:
    """Train is made after the first picture, which is empty until then."""
    make_application()
    settings.write_text("[General]\npart=train\nplace=muscle:soleus\n", "utf-8")
    window, seen = make_window(library, settings), []
    window.centre.stage.painted.connect(lambda: seen.append(True))
    window.resize(1280, 800)
    window.show()
    image = picture(window.centre.stage)
    assert {image.pixelColor(x, y).name() for x in range(0, 700, 7) for y in range(0, 500, 7)} == {
        window.session.theme.colour("bg").name()
    }
    assert seen == [True]
    complete(window)
    settle()
    assert in_train(window)
    window.session.selection.select(Entity.parse("muscle:tibialis_posterior"), sought=True)
    settle()
    assert window.session.selection.part is Part.EXPLORE
    window.centre.stage.rest()
    assert View.FRONT in [each.view for each in window.centre.stage.views]
    assert window.centre.stage.zoom.is_zoomed  # the deep muscle is enlarged as ever
    shut(window)


def test_an_exercise_without_things_says_so(window: MainWindow) -> None:
    opened = train(window, page="exercise:squat")
    assert "Beginner · no equipment · Strength" in text(opened.middle.detail)
    assert "· none" not in text(opened.middle.detail)


def test_what_no_longer_exists_is_passed_over(open_window: Open, settings: Path) -> None:
    lines = "part=train\ntrain_page=exercise:gone\ntrain_filters=muscle:gone level:x needs: zz\n"
    settings.write_text(f"[General]\n{lines}train_sections=nowhere,level\n", "utf-8")
    opened = view(open_window())
    assert opened.list.filters == ()
    assert len(shown(opened)) > 90


def test_nothing_of_train_is_loaded_before_it_is_opened(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom anatomy_app.ui.app import build, make_application\n"
        "app = make_application()\nwindow = build()\n"
        "print([n for n in sys.modules if '.train' in n or n.endswith(('filtering', 'Support'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env=os.environ | {"HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_keys_of_explore_do_nothing_in_train(window: MainWindow) -> None:
    window.session.clock.play()
    train(window)
    assert not window.session.clock.playing
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_N, Key.Key_O):
        press(window, key)
    assert window.session.clock.percent == 0
    assert window.session.preferences["names"] == "active"
    assert [action.text() for action in window.find_commands("show foot")] == []
    assert window.find_commands("print plan")
    press(window, Key.Key_E, ALT)
    press(window, Key.Key_Right)
    assert window.session.clock.percent == 1


@pytest.mark.parametrize("size", [(760, 560), (960, 600), (1280, 800), (1920, 1080)])
def test_every_part_has_room(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    opened = train(window, "muscle:soleus")
    assert opened.geometry().bottom() == window.centre.rect().bottom()
    assert opened.plan.geometry().right() == opened.rect().right()
    assert opened.tree.isVisible() == (size[0] >= 1100)
    for part in (opened.plan.safety, opened.plan.print, opened.plan.save):
        box = part.rect().translated(part.mapTo(opened, QPoint()))
        assert opened.rect().contains(box), part
    cards = opened.middle.cards
    first, last = (cards.visualRect(cards.cards.index(at)) for at in (0, len(shown(opened)) - 1))
    assert first.left() >= 0
    assert last.bottom() <= cards.viewport().height()
    widest = max(
        cards.visualRect(cards.cards.index(at)).right() for at in range(len(shown(opened)))
    )
    assert widest <= cards.viewport().width()
    if size[0] < 1100:
        window.centre.toggle_list()
        assert opened.tree.isVisible()


def test_tab_reaches_every_part_and_every_control_has_a_name(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QSlider

    opened = train(window, "muscle:soleus")
    opened.desk.add("single_leg_calf_raise")
    settle()
    controls = [
        each
        for kind in (QAbstractButton, QAbstractItemView, QSlider)
        for each in opened.findChildren(kind)
        if each.isVisible() and each.isEnabled()
    ]
    assert [c for c in controls if not (c.accessibleName() or getattr(c, "text", str)())] == []
    reached = set()
    window.centre.top.search.setFocus()
    for _ in range(60):
        press(window, Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert [c.accessibleName() for c in controls if c not in reached] == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_train_follows_the_theme(window: MainWindow, theme: str) -> None:
    opened = train(window, "muscle:soleus")
    window.session.preferences.put("theme", theme)
    settle()
    colours = window.session.theme
    corner = picture(opened).pixelColor(opened.middle.x() + 10, opened.height() - 4)
    assert corner.name().upper() == colours.bg.upper()
    assert picture(opened.plan).pixelColor(3, 3).name().upper() == colours.panel.upper()
