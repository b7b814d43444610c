"""My plan: built, added to, swapped, moved, emptied, undone, kept, printed."""

import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPageSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QMessageBox, QPushButton

from anatomy_app.cli import reason_text
from anatomy_app.cli.reason_text import bare_reason
from anatomy_app.model.entities import Entity
from anatomy_app.model.knowledge import Level
from anatomy_app.model.planning import Gap, GapKind, Wish, plan
from anatomy_app.paint.page import Paper, lay_out
from anatomy_app.ui import train_reasons
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.theming import SMALL, font
from anatomy_app.ui.train_desk import plans_folder
from anatomy_app.ui.train_page import plan_words, printed
from anatomy_app.ui.train_paper import usual_paper
from anatomy_app.ui.train_plan import WISHES
from anatomy_app.ui.train_print import ask_and_print, save_page
from anatomy_app.ui.train_view import TrainView
from tests.ui.conftest import Open, shut
from tests.ui.driving import ALT, CONTROL, click, drag, heading, plain, press, settle
from tests.ui.training import Key, names, text, train
from tests.ui.training import heading as page_heading

THREE = ("single_leg_calf_raise", "squat", "plank")


def with_three(window: MainWindow) -> TrainView:
    """Train with three exercises in the plan."""
    opened = train(window, "muscle:soleus")
    for id_ in THREE:
        opened.desk.add(id_)
    settle()
    return opened


def row_at(opened: TrainView, place: int) -> QPoint:
    """The name of a row."""
    rows = opened.plan.rows
    return rows.visualRect(rows.rows.index(place)).topLeft() + QPoint(100, 20)


def test_an_empty_plan_says_what_to_do(window: MainWindow) -> None:
    plan = train(window).plan
    assert "Nothing in the plan yet" in text(plan)
    assert plan.build.isVisible()
    assert not plan.print.isEnabled()
    click(plan.build, plan.build.rect().center())
    assert "First choose" in text(plan)
    train(window, "muscle:soleus")
    assert "First choose" not in text(plan)
    click(plan.build, plan.build.rect().center())
    assert len(plan.desk.items) >= 2
    assert "For Soleus" in text(plan)
    assert not plan.build.isVisible()


def test_the_shown_exercise_is_added_by_button_and_by_key(window: MainWindow) -> None:
    opened = train(window, page="exercise:squat")
    add = opened.middle.detail.add
    click(add, add.rect().center())
    train(window, page="exercise:plank")
    press(window, Key.Key_Return, CONTROL)
    assert names(opened) == ["squat", "plank"]
    row = opened.plan.rows.rows.index(0)
    assert row.data() == "Squat"
    said = row.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "min" in said
    assert len(said) > 20


def test_rows_are_swapped_moved_and_removed_by_keys_and_undone(window: MainWindow) -> None:
    opened = with_three(window)
    rows = opened.plan.rows
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_Down, ALT)
    assert names(opened) == ["squat", "single_leg_calf_raise", "plank"]
    assert rows.currentIndex().data() == "Single-leg calf raise"
    press(window, Key.Key_Up, ALT)
    press(window, Key.Key_Up, ALT)
    assert names(opened) == list(THREE)
    press(window, Key.Key_Down)
    press(window, Key.Key_Delete)
    assert names(opened) == ["single_leg_calf_raise", "plank"]
    for _ in range(3):
        press(window, Key.Key_Z, CONTROL)
    assert names(opened) == list(THREE)
    press(window, Key.Key_Return)
    assert page_heading(opened) == rows.currentIndex().data() or page_heading(opened)
    for _ in range(10):
        press(window, Key.Key_Z, CONTROL)
    assert names(opened) == []
    assert not opened.plan.undo.isEnabled()


def test_a_swap_brings_another_exercise(window: MainWindow) -> None:
    opened = train(window, "muscle:soleus")
    opened.desk.own("step")
    opened.plan.build_plan()
    before = names(opened)
    opened.plan.rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_S)
    assert names(opened)[0] != before[0]
    assert names(opened)[1:] == before[1:]
    press(window, Key.Key_Z, CONTROL)
    assert names(opened) == before


def test_the_button_says_what_a_plan_would_be_built_for(window: MainWindow) -> None:
    opened = train(window)
    plan = opened.plan
    assert plan.build.text() == "Build from weak points"
    assert "choose muscles, stages or complaints at the left" in text(plan)
    train(window, "muscle:soleus")
    assert plan.build.text() == "Build for Soleus"
    train(window, "muscle:soleus", "injury:mtss", "stage:midstance")
    assert plan.build.text().startswith("Build for Soleus, ")
    assert plan.build.geometry().right() <= plan.width() - 24
    train(window, "level:beginner")
    assert plan.build.text() == "Build from weak points"


def test_what_has_no_words_is_not_there_to_be_read_out(window: MainWindow) -> None:
    plan = train(window).plan
    silent = [
        label for label in plan.findChildren(QLabel) if label.isVisible() and not label.text()
    ]
    assert silent == []


def test_rows_by_mouse_drag_cross_and_click(window: MainWindow) -> None:
    opened = with_three(window)
    rows = opened.plan.rows
    drag(rows.viewport(), row_at(opened, 0), row_at(opened, 1), row_at(opened, 2) + QPoint(0, 40))
    assert names(opened) == ["squat", "plank", "single_leg_calf_raise"]
    _, cross = rows.icons(rows.rows.index(0))
    click(rows.viewport(), cross.center())
    assert names(opened) == ["plank", "single_leg_calf_raise"]
    click(rows.viewport(), row_at(opened, 0))
    assert page_heading(opened) == "Front plank"


def test_in_a_low_window_the_exercises_have_the_room_and_the_wishes_a_line(
    window: MainWindow,
) -> None:
    opened = with_three(window)
    plan = opened.plan
    assert plan.minutes.isVisible()
    window.resize(960, 600)
    settle()
    assert plan.rows.height() >= 200
    assert not any(chips.isVisible() for chips in plan.wishes)
    assert "up to 20 min, no equipment, up to intermediate · Change" in plain(plan.about.text())
    plan.about.linkActivated.emit(WISHES)
    settle()
    click(plan.minutes.chips["45"], QPoint(5, 5))
    assert opened.desk.desk.minutes == 45
    plan.about.linkActivated.emit(WISHES)
    settle()
    assert "up to 45 min" in plain(plan.about.text())
    assert not plan.minutes.isVisible()
    window.resize(1280, 800)
    settle()
    assert all(chips.isVisible() for chips in plan.wishes)
    assert "Change" not in plain(plan.about.text())


def test_a_menu_says_what_can_be_done_with_a_row(window: MainWindow) -> None:
    opened = with_three(window)
    menu = opened.plan.rows.menu_for(opened.plan.rows.rows.rows[0])
    assert isinstance(menu, QMenu)
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    assert texts == ["Show", "Swap for another", "Move up", "Move down", "Remove"]
    menu.actions()[3].trigger()
    assert names(opened)[0] == "squat"
    menu.deleteLater()


def test_chips_set_minutes_equipment_and_days(window: MainWindow) -> None:
    opened = train(window, "muscle:soleus")
    plan = opened.plan
    plan.build_plan()
    few = len(names(opened))
    assert plan.minutes.chips["20"].isChecked()
    for chip in (plan.equipment.chips["step"], plan.minutes.chips["45"], plan.days.chips["2"]):
        click(chip, chip.rect().center())
        assert chip.isChecked()
    assert opened.desk.desk.plan is not None
    assert len(opened.desk.desk.plan.days) == 2
    assert "2 days a week" in text(plan)
    assert len(names(opened)) > few
    days = [row.day for row in plan.rows.rows.rows if row.item is None]
    assert days == [0, 1]
    for _ in range(3):
        press(window, Key.Key_Z, CONTROL)
    assert plan.minutes.chips["20"].isChecked()
    assert len(names(opened)) == few


def test_a_plan_for_beginners_has_nothing_harder(window: MainWindow) -> None:
    opened = train(window, "muscle:soleus")
    plan, exercises = opened.plan, window.session.library.atlas.exercises
    plan.build_plan()
    assert plan.level.chips["intermediate"].isChecked()
    assert {exercises[id_].level for id_ in names(opened)} > {Level.BEGINNER}
    (entry,) = (each for each in plan.level._more.menu().actions() if each.text() == "Beginner")
    entry.trigger()
    settle()
    assert plan.level.chips["beginner"].isChecked()
    assert {exercises[id_].level for id_ in names(opened)} == {Level.BEGINNER}


def test_a_plan_is_built_for_the_setting_that_is_read(window: MainWindow) -> None:
    opened = train(window, page="context:uphill")
    opened.desk.own("step")
    opened.plan.build_plan()
    assert [str(each) for each in opened.desk.focus] == ["context:uphill"]
    assert len(names(opened)) >= 2


def test_no_chip_is_too_narrow_for_its_word(window: MainWindow) -> None:
    plan = train(window).plan
    bold = QFontMetrics(font(SMALL, bold=True))
    for chip in plan.findChildren(QPushButton):
        if chip.property("chip"):
            assert chip.width() >= bold.horizontalAdvance(chip.text()) + 8 or chip.isHidden()


def test_the_page_on_paper_says_what_the_screen_says(window: MainWindow) -> None:
    opened = train(window, "injury:mtss", "muscle:soleus")
    opened.desk.own("step")
    opened.plan.build_plan()
    plan = opened.desk.desk.plan
    assert plan is not None
    words = plan_words(window.session.names.atlas, plan)
    assert [item.exercise for day in words.days for item in day.items] == names(opened)
    assert words.warnings[0][0].startswith("Warning signs, Shin splints")
    assert "see a clinician" in words.safety[1]
    assert "equipment: step;" in words.subtitle
    rows = opened.plan.rows.rows
    for item, (_, _, shown) in zip(words.days[0].items, opened.desk.items, strict=True):
        assert item.reason.rstrip(".") == rows.reason(shown)
    assert len(lay_out(printed(window.session, plan), Paper.LETTER).pages) == 1


def test_reasons_say_what_the_command_line_says(window: MainWindow) -> None:
    """The same facts make the same sentence, in English."""
    atlas, opened = window.session.library.atlas, train(window)
    for focus in ("muscle:soleus", "stage:absorption", "injury:pfps"):
        for ranked in opened.list.ranking(Entity.parse(focus)).values():
            said = train_reasons.reason(atlas, ranked.facts)
            plain = bare_reason(atlas, ranked.facts)
            assert said == plain[:1].upper() + plain[1:]


def test_every_gap_of_a_plan_has_a_sentence_alike_in_window_and_command_line(
    window: MainWindow,
) -> None:
    atlas = window.session.library.atlas
    entity = Entity.parse("exercise:rope_skipping")
    made = plan(atlas, Wish((entity,), 20, equipment=frozenset({"rope"})))
    unread = "Rope skipping: no dosage is in numbers, so no time could be kept."
    assert unread in train_reasons.gaps(atlas, made)
    for kind in GapKind:
        short = replace(made, missing=(Gap(kind, focus=entity),))
        said = train_reasons.gaps(atlas, short)
        assert any("Rope skipping" in sentence for sentence in said), kind
        assert said == reason_text.gaps(atlas, short)


def test_rare_equipment_is_in_a_menu_until_it_is_owned(window: MainWindow) -> None:
    plan = train(window).plan
    assert not plan.equipment.chips["wall"].isVisible()
    plan.desk.own("wall")
    settle()
    assert plan.equipment.chips["wall"].isVisible()


def test_the_safety_line_is_always_above_print_and_save(window: MainWindow) -> None:
    opened = train(window)
    plan = opened.plan
    assert "see a clinician" in text(plan)
    train(window, "injury:mtss")
    plan.build_plan()
    settle()
    said = text(plan)
    assert "bone tenderness" in said
    assert said.rstrip(".").endswith("see a clinician")
    assert plan.safety.geometry().bottom() <= plan.print.y()
    window.resize(960, 600)
    settle()
    assert "Warning signs first: Shin splints" in text(plan)
    assert plan.rows.height() >= 70


def test_the_plan_is_kept_by_itself(open_window: Open) -> None:
    first = open_window()
    opened = train(first, "muscle:soleus")
    opened.desk.own("step")
    opened.plan.build_plan()
    opened.desk.add("squat")
    left = names(opened)
    shut(first)
    second = open_window()
    again = train(second)
    assert names(again) == left
    assert again.desk.desk.equipment == ("step",)
    assert not again.desk.can_undo


def test_a_broken_plan_is_set_aside_and_reported(window: MainWindow) -> None:
    first = train(window)
    first.desk.add("squat")
    file = next(plans_folder().glob("*.json"))
    file.write_text('{"name": "my plan", "plan": [1, 2', "utf-8")
    from anatomy_app.ui.train_desk import PlanDesk

    desk = PlanDesk(window.session)
    assert desk.items == ()
    assert [path.exists() for path in desk.set_aside] == [True]
    assert not file.exists()


@pytest.mark.skipif(not hasattr(stat, "S_IWUSR"), reason="no modes")
def test_a_plan_that_cannot_be_kept_is_said_and_stays(window: MainWindow) -> None:
    opened = train(window)
    plans_folder().parent.mkdir(parents=True, exist_ok=True)
    plans_folder().write_text("a file where the folder should be", "utf-8")
    opened.desk.add("squat")
    settle()
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    assert "could not be saved" in box.text()
    box.close()
    settle()
    assert names(opened) == ["squat"]


def test_the_plan_as_pdf_whole_or_not_at_all(window: MainWindow, tmp_path: Path) -> None:
    opened = with_three(window)
    plan = opened.desk.desk.plan
    assert plan is not None
    save_page(window, window.session, plan, tmp_path / "plan")
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.glob("*plan*")] == ["plan.pdf"]
    save_page(window, window.session, plan, tmp_path / "nowhere" / "plan.pdf")
    settle()
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    assert "Choose another folder" in box.text()
    box.close()
    settle()


@pytest.mark.parametrize(
    ("place", "paper"),
    [("en_US", "Letter"), ("en_CA", "Letter"), ("en_GB", "A4"), ("de_DE", "A4"), ("C", "A4")],
)
def test_the_paper_is_that_of_the_country(place: str, paper: str) -> None:
    assert usual_paper(QLocale(place)) == paper


def test_the_paper_chosen_when_saving_is_remembered(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, path = with_three(window), tmp_path / "plan.pdf"
    window.session.preferences.put("paper", "A4")
    asked: list[str] = []

    def answer(parent: object, title: str, name: str, kinds: str, first: str) -> tuple[str, str]:
        asked.append(first)
        return str(path), next(kind for kind in kinds.split(";;") if "Letter" in kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    opened.save_plan()
    assert re.search(rb"/MediaBox \[0 0 612(\.0*)? 792", path.read_bytes())
    assert window.actions_by_id["paper_letter"].isEnabled()
    opened.save_plan()
    assert [("A4" in each, "Letter" in each) for each in asked] == [(True, False), (False, True)]
    window.actions_by_id["paper_a4"].trigger()
    save_page(window, window.session, opened.desk.desk.plan, path)  # type: ignore[arg-type]
    assert re.search(rb"/MediaBox \[0 0 595", path.read_bytes())


def test_the_plan_is_saved_as_text_too(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = with_three(window)

    def answer(parent: object, title: str, name: str, kinds: str, first: str) -> tuple[str, str]:
        return str(tmp_path / name), next(kind for kind in kinds.split(";;") if ".md" in kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    opened.save_plan()
    assert [path.name for path in tmp_path.glob("stride*")] == ["stride-atlas-plan.md"]
    told = (tmp_path / "stride-atlas-plan.md").read_text("utf-8")
    assert told.startswith("# Training plan: ")
    assert "stop, and see a clinician" in told
    for id_ in THREE:
        exercise = window.session.library.atlas.exercises[id_]
        assert f"### {exercise.name}\n" in told
        assert all(cue in told for cue in exercise.cues)
    assert "## Sources\n\n- " in told


def test_the_print_dialog_begins_with_the_chosen_paper(window: MainWindow) -> None:
    plan = with_three(window).desk.desk.plan
    assert plan is not None
    for paper in ("Letter", "A4"):
        window.session.preferences.put("paper", paper)
        dialog = ask_and_print(window, window.session, plan)
        size = dialog.printer().pageLayout().pageSize()
        assert size.id() is getattr(QPageSize.PageSizeId, paper)
        dialog.reject()
        settle()


def test_the_print_dialog_opens_and_closes(window: MainWindow) -> None:
    opened = with_three(window)
    plan = opened.desk.desk.plan
    assert plan is not None
    dialog = ask_and_print(window, window.session, plan)
    settle()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Key.Key_Escape)
    settle()
    assert QApplication.activeModalWidget() is None


def test_undo_belongs_to_train(window: MainWindow) -> None:
    opened = with_three(window)
    press(window, Key.Key_E, ALT)
    press(window, Key.Key_Z, CONTROL)
    assert names(opened) == list(THREE)
    assert heading(window)
