"""The male and the female figure: a switch that changes drawing, hit areas and what is said."""

from PySide6.QtWidgets import QToolButton

from anatomy_app.model.drawing import Region, Side, View
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import (
    click,
    content,
    heading,
    panel_text,
    picture,
    point_of,
    regions,
    select,
    settle,
    view_of,
)


def width(window: MainWindow) -> float:
    """How wide the thigh's quadriceps part is drawn in the front view, in millimetres."""
    region: Region = regions(view_of(window, View.FRONT), "rectus_femoris", Side.RIGHT)[0]
    left, _, right, _ = region.box
    return right - left


def test_the_switch_draws_another_figure_and_back(window: MainWindow) -> None:
    front = view_of(window, View.FRONT)
    before, wide = picture(front), width(window)
    window.session.preferences.put("figure", "female")
    assert picture(front) != before
    assert width(window) != wide
    window.session.preferences.put("figure", "male")
    assert picture(front) == before
    assert width(window) == wide


def test_a_click_finds_the_muscles_of_the_female_figure(window: MainWindow) -> None:
    window.session.preferences.put("figure", "female")
    back = view_of(window, View.BACK)
    click(back, point_of(back, "soleus"))
    assert heading(window) == "Soleus"


def test_the_panel_says_what_the_female_figure_assumes(window: MainWindow) -> None:
    select(window, "soleus")
    assert "The figure" not in all_text(window)
    window.session.preferences.put("figure", "female")
    assert "The figure" in all_text(window)
    assert "stature" in all_text(window)


def all_text(window: MainWindow) -> str:
    """Everything the panel says, with every section unfolded."""
    for header in content(window).findChildren(QToolButton):
        if header.isCheckable() and not header.isChecked() and header.isVisible():
            header.click()
    settle()
    return panel_text(window)
