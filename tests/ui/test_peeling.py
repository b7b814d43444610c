"""Isolating a structure, and seeing through the surface to what is selected."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from anatomy_app.model.drawing import Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.main_window import MainWindow
from tests.ui.driving import point_of, settle, view_of


def colour_at(window: MainWindow, view: View, structure: str) -> QColor:
    """The pixel of a structure on the right side of a view."""
    drawing = view_of(window, view)
    return drawing.grab().toImage().pixelColor(point_of(drawing, structure))


def select(window: MainWindow, structure: str) -> None:
    """Select a structure as the list does, both sides."""
    window.session.selection.select(Entity(Kind.MUSCLE, structure))
    settle()


def distance(a: QColor, b: QColor) -> int:
    """How far apart two colours are, 0 to 765."""
    return sum(
        abs(x - y) for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )


def test_isolating_fades_the_rest_and_a_second_press_brings_it_back(window: MainWindow) -> None:
    window.session.clock.go_to(10)
    window.session.preferences.put("names", "off")
    select(window, "quadriceps")
    before = colour_at(window, View.BACK, "gluteus_maximus")
    QTest.keyClick(window.centre.stage, Qt.Key.Key_O)
    settle()
    ground = QColor(window.session.theme.bg)
    faded = colour_at(window, View.BACK, "gluteus_maximus")
    assert distance(faded, ground) < distance(before, ground) / 3
    QTest.keyClick(window.centre.stage, Qt.Key.Key_O)
    settle()
    assert colour_at(window, View.BACK, "gluteus_maximus") == before


def test_what_is_isolated_keeps_its_colour(window: MainWindow) -> None:
    window.session.clock.go_to(10)
    window.session.preferences.put("names", "off")
    select(window, "gluteals")
    before = colour_at(window, View.BACK, "gluteus_maximus")
    window.actions_by_id["isolate"].trigger()
    settle()
    assert colour_at(window, View.BACK, "gluteus_maximus") == before


def test_esc_leaves_the_isolation_before_it_deselects(window: MainWindow) -> None:
    select(window, "quadriceps")
    window.actions_by_id["isolate"].trigger()
    window.escape()
    assert window.session.selection.isolated is None
    assert window.session.selection.place.structure == "quadriceps"
    window.escape()
    assert window.session.selection.place.structure is None


def test_names_are_of_what_is_isolated(window: MainWindow) -> None:
    select(window, "quadriceps")
    window.actions_by_id["isolate"].trigger()
    settle()
    named = {label.key for view in window.centre.stage.views for label in view._labels}
    assert named
    assert named <= set(window.session.library.index.members("quadriceps"))


def test_nothing_is_isolated_without_a_selection(window: MainWindow) -> None:
    window.actions_by_id["isolate"].trigger()
    assert window.session.selection.isolated is None


def test_a_deep_muscle_shows_through_the_surface(window: MainWindow) -> None:
    window.session.clock.go_to(10)
    window.session.preferences.put("ghosts", False)
    select(window, "vastus_intermedius")
    front = view_of(window, View.FRONT)
    deep = window.session.library.layer(View.FRONT, 2)
    region = max(
        (r for r in deep.regions if r.structure == "vastus_intermedius" and r.side is Side.RIGHT),
        key=lambda r: r.area,
    )
    x, y = window.session.paths(View.FRONT, 2).inner_point(region)
    at = QPointF(
        front.placing.x + x * front.placing.scale, front.placing.y + y * front.placing.scale
    )
    plain = front.grab().toImage().pixelColor(at.toPoint())
    window.actions_by_id["ghosts"].trigger()
    settle()
    assert front.grab().toImage().pixelColor(at.toPoint()) != plain


def test_isolation_follows_the_selection_and_ends_with_it(window: MainWindow) -> None:
    select(window, "quadriceps")
    window.actions_by_id["isolate"].trigger()
    select(window, "soleus")
    assert window.session.selection.isolated == Entity(Kind.MUSCLE, "soleus")
    window.session.selection.clear()
    assert window.session.selection.isolated is None
