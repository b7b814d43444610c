"""A chosen setting of a run: painted on the body, told in words, gone as soon as it is left."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from anatomy_app.model.drawing import Region, Side, Tissue, View
from anatomy_app.model.entities import Entity
from anatomy_app.paint.look import NO_DATA, ColourMode
from anatomy_app.ui.accessible import RegionButton
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    content,
    distance,
    links,
    panel_text,
    picture,
    press,
    regions,
    settle,
    view_of,
)

RIGHT = Side.RIGHT
AROUND = ((0, 0), (-3, 0), (3, 0), (0, -3), (0, 3))


def go(window: MainWindow, text: str) -> None:
    """Go to an entity by its reference."""
    window.session.selection.select(Entity.parse(text))
    settle()


def shown(window: MainWindow, structure: str) -> str:
    """The role of the colour that a muscle has now."""
    theme, rgb = window.session.theme, window.session.snapshot().colour(structure, RIGHT)
    roles = ("more", "less", "disputed", "same", "told", "no_data")
    return next(role for role in roles if theme.colour(role).rgb() == rgb)


def near(view: BodyView, window: MainWindow, structure: str, role: str) -> float:
    """How far the nearest pixel well inside a muscle is from the colour of a role."""
    image, colour = picture(view), window.session.theme.colour(role)
    box = view.placing.transform.mapRect(_box(regions(view, structure, RIGHT)[0])).toRect()
    inside = (
        (x, y)
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if all(_is_there(view, structure, x + dx, y + dy) for dx, dy in AROUND)
    )
    return min(distance(image.pixelColor(x, y), colour) for x, y in inside)


def _box(region: Region) -> QRectF:
    left, top, right, bottom = region.box
    return QRectF(left, top, right - left, bottom - top)


def _is_there(view: BodyView, structure: str, x: float, y: float) -> bool:
    hits = view.hits(QPointF(x, y))
    return bool(hits) and (hits[0].structure, hits[0].side) == (structure, RIGHT)


def test_a_setting_colours_what_works_more_less_or_is_disputed(window: MainWindow) -> None:
    go(window, "context:uphill")
    assert window.session.snapshot().mode is ColourMode.SETTING
    assert shown(window, "gluteus_maximus") == "more"
    assert shown(window, "soleus") == "more", "as its group, the calf"
    assert shown(window, "gracilis") == "less"
    assert shown(window, "rectus_femoris") == shown(window, "vastus_lateralis") == "disputed"
    go(window, "context:marathon")
    assert shown(window, "soleus") == "told", "tired is neither more nor less"
    assert shown(window, "gluteus_maximus") == "no_data"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plates_and_the_runner_are_painted_in_these_colours(window: MainWindow, theme: str) -> None:
    window.session.preferences.put("theme", theme)
    go(window, "context:uphill")
    for view in (View.BACK, View.RUNNER):
        assert near(view_of(window, view), window, "gluteus_maximus", "more") < 60


def test_what_is_not_named_is_calm_and_not_hatched(window: MainWindow) -> None:
    go(window, "context:uphill")
    snapshot, session = window.session.snapshot(), window.session
    muscles = [
        region
        for view in (View.FRONT, View.BACK)
        for region in session.library.layer(view, 1).regions
        if region.tissue is Tissue.MUSCLE
    ]
    assert all(snapshot.colour(each.structure, each.side) != NO_DATA for each in muscles)
    assert shown(window, "deltoid_middle") == "no_data"


def test_signs_stand_on_the_muscles_besides_their_colours(window: MainWindow) -> None:
    window.session.preferences.put("names", "off")
    go(window, "context:uphill")
    glyphs = window.session.snapshot().glyphs
    told = ("gluteus_maximus", "gracilis", "rectus_femoris", "deltoid_middle")
    assert [glyphs.get((each, RIGHT)) for each in told] == ["more", "less", "disputed", None]
    assert near(view_of(window, View.BACK), window, "gluteus_maximus", "bg") < 40
    runner = view_of(window, View.RUNNER)
    assert near(runner, window, "gluteus_maximus", "bg") < 40
    press(window, Qt.Key.Key_Escape)
    assert near(runner, window, "gluteus_maximus", "bg") > 40, "the sign was the setting's"


def test_leaving_the_setting_brings_the_chosen_colours_back(window: MainWindow) -> None:
    session, back = window.session, view_of(window, View.BACK)
    session.preferences.put("colour", "contraction")
    before, snapshot = picture(back), session.snapshot()
    go(window, "context:uphill")
    assert picture(back) != before
    assert session.preferences.text("colour") == "contraction"
    press(window, Qt.Key.Key_Escape)
    assert session.snapshot().colours == snapshot.colours
    assert picture(back) == before


def test_the_same_colours_at_every_instant(window: MainWindow) -> None:
    go(window, "context:sprints")
    first = window.session.snapshot().colours
    window.session.clock.go_to(60)
    assert window.session.snapshot().colours == first


def test_lines_do_not_hide_the_colours_but_show_what_has_none(window: MainWindow) -> None:
    go(window, "context:uphill")
    outlined = {drawn for drawn, _ in window.session.snapshot().selected}
    assert outlined == {"achilles_tendon"}


def test_the_toolbar_says_what_the_colours_mean(window: MainWindow) -> None:
    toolbar = window.centre.stage.toolbar
    go(window, "context:uphill")
    assert toolbar.colour.text() == "Setting"
    assert "Activity" in toolbar.colour.toolTip()
    for word in ("more", "less", "studies disagree", "not named"):
        assert word in toolbar.legend.accessibleName()
    assert "other effect" not in toolbar.legend.accessibleName()
    modes = [each for each in toolbar.colour.menu().actions() if each.actionGroup()]
    assert modes
    assert not any(each.isEnabled() for each in modes)
    go(window, "context:marathon")
    assert "other effect" in toolbar.legend.accessibleName()
    assert "disagree" not in toolbar.legend.accessibleName(), "only what the body shows"
    press(window, Qt.Key.Key_Escape)
    assert toolbar.colour.text() == "Activity"
    assert "own peak" in toolbar.legend.accessibleName()
    assert all(each.isEnabled() for each in modes)


def test_names_and_descriptions_tell_the_change(window: MainWindow) -> None:
    go(window, "context:uphill")
    session, back = window.session, view_of(window, View.BACK)
    assert session.value_words("soleus") == "more"
    assert session.value_words("deltoid_middle") == "not named"
    picture(back)
    assert {label.value for label in back._labels} <= {"more", "less", "mixed"}
    assert back._labels
    assert back._buttons is not None
    back._buttons.describe()
    buttons = back.findChildren(RegionButton)
    told = {each.accessibleName(): each.accessibleDescription() for each in buttons}
    assert told["Gluteus maximus, right"].endswith(", more")


def test_the_page_tells_direction_size_source_and_evidence_of_each(window: MainWindow) -> None:
    go(window, "context:uphill")
    text = panel_text(window)
    effects = window.session.library.atlas.contexts["uphill"].effects
    assert "+ Gluteus maximus · more" in text
    assert "\u2212 Gracilis · less" in text
    assert "\u00b1 Quadriceps femoris · more, but studies disagree" in text
    assert "\u00b1 Rectus femoris · studies disagree" in text
    assert "Evidence: weak" in text
    for effect in effects:
        assert " ".join(effect.size.split()) in " ".join(text.split())
        assert {f"source:{each}" for each in effect.sources} <= set(links(window))
    assert {"muscle:gluteus_maximus", "muscle:achilles_tendon"} <= set(links(window))


def test_where_the_table_gives_no_number_the_page_says_none(window: MainWindow) -> None:
    go(window, "context:cadence_plus_10")
    text = " ".join(panel_text(window).split())
    assert "Ankle extensor force in midstance was lower. No figure." in text
    assert "14 % lower in one study. Another found" in text
    go(window, "context:downhill")
    assert "The work rises; no figure is known. No figure." not in " ".join(
        panel_text(window).split()
    )


def test_rows_about_one_muscle_stand_together(window: MainWindow) -> None:
    go(window, "context:cadence_plus_10")
    text = panel_text(window)
    places = [text.index(word) for word in ("Quadriceps", "+ Rectus femoris", "Gluteus medius")]
    assert places == sorted(places)
    assert content(window).isVisible()
