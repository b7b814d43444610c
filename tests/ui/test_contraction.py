"""What muscles do, as the window says it: the stage table first, what is computed said to be so."""

import pytest

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait import Gait
from anatomy_app.model.kinds import Change
from anatomy_app.paint.look import change_rgb
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import go_to, panel_text, select, settle, view_of


def now(window: MainWindow) -> str:
    return window.centre.panel.structure.now.accessibleName()


@pytest.mark.parametrize(
    ("muscle", "percent", "words"),
    [
        ("soleus", 10, "lengthening while active: braking"),
        ("soleus", 28, "shortening while active: driving"),
        ("soleus", 16, "nearly constant while active: holding"),
        ("gastrocnemius_medial", 70, "lengthening, hardly active: being stretched (computed)"),
        ("rectus_femoris", 75, "shortening, hardly active (computed)"),
        ("achilles_tendon", 10, "stretching"),
        ("diaphragm", 10, "shortening while active"),
    ],
)
def test_the_now_line_says_what_a_muscle_does_and_what_for(
    window: MainWindow, muscle: str, percent: int, words: str
) -> None:
    select(window, muscle)
    go_to(window, percent)
    said = now(window).split(", ", 2)
    assert said[0] == "Now"
    assert f", {words}" in now(window)
    assert "driving" not in now(window) or "driving" in words


def test_where_the_path_speaks_against_the_table_a_quiet_line_says_so(window: MainWindow) -> None:
    select(window, "gastrocnemius_medial")
    go_to(window, 10)
    assert "nearly constant while active: holding, Computed with tendon: lengthening" in now(window)
    go_to(window, 28)
    assert now(window).endswith("% of mean")


def test_the_line_follows_within_a_stage(window: MainWindow) -> None:
    """The table tells a stage, the path every instant."""
    select(window, "vastus_lateralis")
    stride = window.session.clock.stride
    inside = [p for p in range(100) if stride.stage_at(Side.RIGHT, p) == "mid_swing"]
    said = set()
    for percent in inside:
        go_to(window, percent)
        said.add(now(window).split(", ")[2])
    assert {"lengthening", "shortening"} <= said


def test_in_a_sprint_nobody_knows_whether_it_works(window: MainWindow) -> None:
    select(window, "soleus")
    window.session.clock.set_gait(Gait.SPRINTING)
    go_to(window, 15)
    assert ", shortening (computed)" in now(window)
    assert not any(word in now(window) for word in ("active", "driving"))


def test_a_muscle_without_a_path_has_no_line_of_its_length(window: MainWindow) -> None:
    select(window, "popliteus")
    assert "omputed" not in now(window)
    low = window.centre.panel.structure.now.height()
    select(window, "soleus")
    assert window.centre.panel.structure.now.height() > low


def test_the_instant_says_it_of_its_most_active_muscles(window: MainWindow) -> None:
    go_to(window, 26)
    rows = [row for row in window.centre.panel.instant.rows if row.isVisible()]
    calf = next(row for row in rows if row.structure == "soleus")
    assert "shortening while active: driving" in calf.accessibleName()
    assert calf.toolTip() == "shortening while active: driving"


def test_the_body_shows_computed_changes_paler_and_its_names_in_brackets(
    window: MainWindow,
) -> None:
    session, stage = window.session, window.centre.stage
    session.preferences.put("colour", "contraction")
    session.selection.select(Entity(Kind.MUSCLE, "gastrocnemius_medial"), Side.RIGHT)
    go_to(window, 70)
    colour = session.snapshot().colour("gastrocnemius_medial", Side.RIGHT)
    assert colour == change_rgb(session.theme, Change.LENGTHENING)
    values = {label.key: label.value for label in view_of(window, View.BACK)._labels}
    assert values["gastrocnemius_medial"] == "(lengthens)"
    assert session.value_words("gastrocnemius_medial") == "lengthening, computed"
    assert session.value_words("tibialis_anterior") == "shortening"
    assert session.value_words("popliteus") == "no data"
    assert session.value_words("rectus_abdominis", Side.MIDLINE) == "nearly constant"
    assert "computed" in stage.toolbar.legend.toolTip()


def test_the_panel_says_how_the_length_is_known(window: MainWindow) -> None:
    select(window, "soleus")
    settle()
    texts = panel_text(window)
    assert "muscle and tendon together" in texts
    assert "Delp" in texts
    select(window, "popliteus")
    settle()
    assert "muscle and tendon together" not in panel_text(window)
