"""What the atlas is for, from the first click to the last: one visit."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from anatomy_app.model.drawing import View
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    click,
    colour_at,
    distance,
    heading,
    leave,
    on_track,
    panel_text,
    point_of,
    press,
    view_of,
    write,
)


def test_a_runner_asks_about_the_calf(window: MainWindow) -> None:
    """Click it, read what it does in stance and swing, see it light up; then find hamstrings."""
    back, session, timeline = view_of(window, View.BACK), window.session, window.centre.timeline
    calf = point_of(back, "soleus")
    click(back, calf)
    assert heading(window) == "Soleus"

    soleus = session.library.atlas.structures["soleus"]
    text = panel_text(window)
    assert soleus.stance
    assert soleus.stance in text
    assert soleus.swing
    assert soleus.swing in text

    leave(back)
    press(window, Qt.Key.Key_BracketRight)  # without gastrocnemius the whole of it is seen
    belly = point_of(back, "soleus") + QPoint(0, 8)  # beside the dot of its name
    assert back.hits(QPointF(belly))[0].structure == "soleus"
    click(timeline.slider, on_track(timeline, 15, 112))
    assert round(session.clock.percent) == 15
    value = session.value("soleus")
    assert value is not None
    assert value > 0.9
    at_15 = colour_at(back, belly)
    click(timeline.slider, on_track(timeline, 60, 112))
    at_60 = colour_at(back, belly)
    scale = [QColor.fromRgb(session.theme.activity_rgb(step / 10)) for step in range(11)]
    nearest_15 = min(range(11), key=lambda step: distance(at_15, scale[step]))
    nearest_60 = min(range(11), key=lambda step: distance(at_60, scale[step]))
    assert nearest_15 >= 8
    assert nearest_60 <= 3

    write(window, "hammies")
    press(window, Qt.Key.Key_Return)
    assert heading(window) == "Hamstrings"
    assert "Train it" in panel_text(window)
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heading(window) == "Soleus"
