"""The toolbar of the stage: peeling, views, colouring, names, and seeing through the band."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from anatomy_app.model.drawing import Side, Tissue, View
from anatomy_app.model.kinds import Basis
from anatomy_app.paint.look import CHOICES, NO_DATA, ColourMode, contraction_rgb
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.stage_captions import caption
from anatomy_app.ui.timeline_scene import make_scene
from tests.ui.driving import (
    click,
    colour_at,
    distance,
    go_to,
    picture,
    point_of,
    press,
    select,
    settle,
    view_of,
)


def entry(button: QPushButton, words: str) -> QAction:
    """The entry of a button's menu."""
    return next(action for action in button.menu().actions() if action.text() == words)


def choose(button: QPushButton, words: str) -> None:
    """Choose an entry of a button's menu."""
    button.menu().aboutToShow.emit()
    entry(button, words).trigger()
    settle()


def captions(window: MainWindow) -> list[str]:
    return [caption(window.session, view.view) for view in window.centre.stage.views]


def test_the_slider_peels_the_body(window: MainWindow) -> None:
    stage, slider = window.centre.stage, window.centre.stage.toolbar.layer
    pictures = [picture(view_of(window, View.BACK))]
    assert captions(window) == ["Front", "Back", "Runner"]
    click(slider, QPoint(28, 16))
    assert slider.value() == 2
    assert captions(window) == ["Front, layer 2", "Back, layer 2", "Runner, layer 2"]
    pictures.append(picture(view_of(window, View.BACK)))
    click(slider, QPoint(slider.width() - 6, 16))
    assert slider.value() == 4
    assert [view.layer for view in stage.views] == [
        min(4, window.session.library.layers(view.view)) for view in stage.views
    ]
    pictures.append(picture(view_of(window, View.BACK)))
    assert pictures[0] != pictures[1] != pictures[2]


def test_deeper_muscles_can_then_be_clicked(window: MainWindow) -> None:
    back, slider = view_of(window, View.BACK), window.centre.stage.toolbar.layer
    with pytest.raises(LookupError):
        point_of(back, "piriformis")
    deep = next(
        number
        for number in (2, 3, 4)
        if "piriformis" in window.session.library.largest(View.BACK, number)
    )
    slider.setValue(deep)
    settle()
    click(back, point_of(back, "piriformis"))
    assert window.session.selection.place.structure == "piriformis"


def test_what_was_peeled_off_is_not_clicked(window: MainWindow) -> None:
    back = view_of(window, View.BACK)
    at = point_of(back, "gluteus_maximus")
    window.centre.stage.toolbar.layer.setValue(3)
    settle()
    assert "gluteus_maximus" not in {hit.structure for hit in back.hits(QPointF(at))}


def test_brackets_peel_by_key(window: MainWindow) -> None:
    preferences = window.session.preferences
    for key, layer in (("]", 2), ("]", 3), ("]", 4), ("]", 4), ("[", 3)):
        press(window, {"]": Qt.Key.Key_BracketRight, "[": Qt.Key.Key_BracketLeft}[key])
        assert preferences["layer"] == layer
        assert window.centre.stage.toolbar.layer.value() == layer


def test_the_views_menu_opens_the_inner_leg_and_the_sole(window: MainWindow) -> None:
    stage = window.centre.stage
    for words in ("Side", "Inner leg", "Sole"):
        choose(stage.toolbar.views, words)
    assert [view.view for view in stage.views] == list(View)
    assert all(view.isVisible() for view in stage.views)
    stage.toolbar.views.menu().aboutToShow.emit()
    assert all(action.isChecked() for action in stage.toolbar.view_actions.values())
    for words in ("Front", "Back", "Side", "Runner"):
        choose(stage.toolbar.views, words)
    assert [view.view for view in stage.views] == [View.MEDIAL, View.SOLE]
    inner = view_of(window, View.MEDIAL)
    click(inner, point_of(inner, "soleus"))
    assert window.session.selection.place.structure == "soleus"


def test_one_view_always_stays(window: MainWindow) -> None:
    stage = window.centre.stage
    for words in ("Front", "Back", "Runner", "Runner"):
        choose(stage.toolbar.views, words)
    assert [view.view for view in stage.views] == [View.RUNNER]
    stage.toolbar.views.menu().aboutToShow.emit()
    assert stage.toolbar.view_actions[View.RUNNER].isChecked()


def test_views_that_are_closed_are_not_painted_again(window: MainWindow) -> None:
    stage = window.centre.stage
    side = view_of(window, View.SIDE)
    choose(stage.toolbar.views, "Side")
    assert not side.isVisible()
    assert side not in stage.views
    choose(stage.toolbar.views, "Side")
    assert view_of(window, View.SIDE).isVisible()


def test_through_the_band_a_click_meets_the_muscle(window: MainWindow) -> None:
    side, stage = view_of(window, View.SIDE), window.centre.stage
    at = point_of(side, "iliotibial_band")
    while not any(h.structure == "vastus_lateralis" for h in side.hits(QPointF(at))):
        at += QPoint(0, 2)
        assert any(h.structure == "iliotibial_band" for h in side.hits(QPointF(at))), at
    click(side, at)
    assert window.session.selection.place.structure == "iliotibial_band"
    choose(stage.toolbar.views, "See through the iliotibial band")
    click(side, at)
    assert window.session.selection.place.structure == "vastus_lateralis"
    press(window, Qt.Key.Key_I)
    assert not entry(stage.toolbar.views, "See through the iliotibial band").isChecked()


def test_seeing_through_the_band_changes_the_picture(window: MainWindow) -> None:
    side = view_of(window, View.SIDE)
    before = picture(side)
    press(window, Qt.Key.Key_I)
    assert picture(side) != before
    press(window, Qt.Key.Key_I)
    assert picture(side) == before


def test_names_are_shown_and_hidden(window: MainWindow) -> None:
    toolbar, back = window.centre.stage.toolbar, view_of(window, View.BACK)
    assert back._labels
    with_names = picture(back)
    choose(toolbar.names, "Off")
    assert not back._labels
    assert picture(back) != with_names
    press(window, Qt.Key.Key_N)
    toolbar.names.menu().aboutToShow.emit()
    assert entry(toolbar.names, "Most active").isChecked()
    assert picture(back) == with_names


def test_the_selected_muscle_is_among_the_names(window: MainWindow) -> None:
    select(window, "semitendinosus")
    texts = [label.name for label in view_of(window, View.BACK)._labels]
    assert any(text.startswith("Semitend") for text in texts)


@pytest.mark.parametrize("mode", CHOICES)
def test_the_colour_menu(window: MainWindow, mode: ColourMode) -> None:
    toolbar, session = window.centre.stage.toolbar, window.session
    words = toolbar.colour_words()[mode]
    choose(toolbar.colour, words)
    assert toolbar.colour.text() == words
    assert session.preferences["colour"] == mode
    assert session.snapshot().mode is mode
    assert entry(toolbar.colour, words).isChecked()
    assert not picture(toolbar.legend).isNull()


def test_every_colouring_is_another_picture(window: MainWindow) -> None:
    toolbar, back = window.centre.stage.toolbar, view_of(window, View.BACK)
    go_to(window, 15)
    pictures = []
    for mode in CHOICES:
        choose(toolbar.colour, toolbar.colour_words()[mode])
        pictures.append(bytes(picture(back).constBits()))
    assert len(set(pictures)) == len(CHOICES)


def test_by_contraction_the_body_says_what_the_stage_table_says(window: MainWindow) -> None:
    toolbar, session = window.centre.stage.toolbar, window.session
    choose(toolbar.colour, "Contraction")
    go_to(window, 15)
    stage = session.clock.stride.stage_at(Side.RIGHT, 15)
    role = session.library.atlas.structures["soleus"].stages[stage]
    assert role.contraction is not None
    expected = contraction_rgb(session.theme, role.contraction)
    assert session.snapshot().colour("soleus", Side.RIGHT) == expected


def test_measured_only_hatches_the_simulated(window: MainWindow) -> None:
    toolbar, session = window.centre.stage.toolbar, window.session
    simulated = next(
        r.structure
        for r in view_of(window, View.BACK).paths.layer.regions
        if r.tissue is Tissue.MUSCLE
        and r.structure in session.structures
        and session.activation(r.structure).kind is Basis.SIMULATED
    )
    assert session.snapshot().colour(simulated, Side.RIGHT) != NO_DATA
    choose(toolbar.colour, "Measured only, hide simulated")
    assert session.snapshot().colour(simulated, Side.RIGHT) == NO_DATA
    assert session.snapshot().colour("soleus", Side.RIGHT) != NO_DATA
    assert session.value(simulated) is None
    strips = {strip.key: strip for strip in make_scene(session).strips}
    assert not any(strip.values and strip.simulated for strip in strips.values())


def test_measured_only_redraws_the_strips_at_once(window: MainWindow) -> None:
    """A simulated strip on screen turns into hatching when the setting changes."""
    session, timeline = window.session, window.centre.timeline
    select(window, "tibialis_posterior")
    assert session.activation("deep_calf").kind is Basis.SIMULATED
    before = picture(timeline)
    session.preferences.put("measured_only", True)
    assert picture(timeline) != before
    rows = {strip.key: strip for strip in timeline.made_scene().strips}
    assert not rows["deep_calf"].values


def test_the_body_lights_up_with_the_activity(window: MainWindow) -> None:
    back, theme = view_of(window, View.BACK), window.session.theme
    at = point_of(back, "soleus")
    go_to(window, 15)
    lit = colour_at(back, at)
    go_to(window, 60)
    dark = colour_at(back, at)
    assert distance(lit, dark) > 60
    from PySide6.QtGui import QColor

    top = QColor.fromRgb(theme.activity_rgb(1.0))
    low = QColor.fromRgb(theme.activity_rgb(0.0))
    assert distance(lit, top) < distance(lit, low)
    assert distance(dark, low) < distance(dark, top)
