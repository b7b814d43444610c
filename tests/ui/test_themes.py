"""Light, dark and high contrast: everything changes at once, and with the system."""

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import Side, View
from anatomy_app.ui.main_window import MainWindow
from tests.ui.conftest import Open
from tests.ui.driving import empty_point, picture, point_of, select, settle, view_of, write
from tests.ui.training import train


def put(window: MainWindow, theme: str) -> None:
    window.session.preferences.put("theme", theme)
    settle()


def grounds(window: MainWindow) -> dict[str, str]:
    """The colour of some empty places, as it is painted."""
    image, centre = picture(window), window.centre

    def at(widget: QWidget, x: int, y: int) -> str:
        return image.pixelColor(widget.mapTo(window, QPoint(x, y))).name().upper()

    view = view_of(window, View.FRONT)
    empty = empty_point(view)
    return {
        "stage": at(centre.stage, 6, 6),
        "drawing": at(view, 2, empty.y()),
        "panel": at(centre.panel, 8, 8),
        "list": at(centre.list, 4, 4),
        "timeline": at(centre.timeline, 4, centre.timeline.height() - 4),
        "top": at(centre.top, 4, 4),
    }


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_part_takes_the_theme(window: MainWindow, theme: str) -> None:
    put(window, "dark" if theme != "dark" else "light")
    picture(window)
    put(window, theme)
    colours = window.session.theme
    found = grounds(window)
    assert found.pop("stage") == colours.bg
    assert found.pop("drawing") == colours.bg
    assert set(found.values()) == {colours.panel}, found


@pytest.mark.parametrize("place", ["", "muscle:soleus", "exercise:seated_calf_raise"])
def test_a_switched_window_looks_like_one_that_began_so(
    open_window: Open, tmp_path: object, place: str
) -> None:
    """No pixel of the theme before is left anywhere."""
    from pathlib import Path

    from anatomy_app.model.entities import Entity

    assert isinstance(tmp_path, Path)
    pictures: list[QImage] = []
    for name, first in (("a.ini", "light"), ("b.ini", "dark")):
        path = tmp_path / name
        path.write_text(f"[General]\ntheme={first}\npercent=15\n", "utf-8")
        window = open_window(settings=path)
        if place:
            window.session.selection.select(Entity.parse(place))
        picture(window)
        put(window, "dark")
        pictures.append(picture(window))
    assert _different(*pictures) == 0


def _different(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures differ."""
    assert one.size() == other.size()
    a, b = memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I")
    return sum(x != y for x, y in zip(a, b, strict=True))


def test_the_switch_and_back_is_the_same_picture(window: MainWindow) -> None:
    select(window, "soleus")
    before = picture(window)
    for theme in ("dark", "contrast", "light"):
        put(window, theme)
    assert picture(window) == before


class System(QObject):
    """A system whose colour scheme the test decides: without a screen Qt's own never changes."""

    colorSchemeChanged = Signal(object)  # noqa: N815 (Qt's own name)

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 (Qt's own name)
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        """As when the user turns the desktop dark."""
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)
        settle()


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    made = System()

    class Application(QGuiApplication):
        styleHints = staticmethod(lambda: made)  # type: ignore[assignment]  # noqa: N815

    monkeypatch.setattr("anatomy_app.ui.theming.QGuiApplication", Application)
    return made


def test_the_system_is_followed_live(system: System, open_window: Open) -> None:
    window = open_window()
    assert window.session.theme.name == "light"
    system.turn(Qt.ColorScheme.Dark)
    assert window.session.theme.name == "dark"
    assert grounds(window)["stage"] == window.session.theme.bg
    assert grounds(window)["panel"] == window.session.theme.panel
    put(window, "contrast")
    assert window.session.theme.name == "contrast_dark"
    system.turn(Qt.ColorScheme.Light)
    assert window.session.theme.name == "contrast"


def test_a_wish_of_the_user_stands_against_the_system(system: System, open_window: Open) -> None:
    window = open_window()
    put(window, "light")
    system.turn(Qt.ColorScheme.Dark)
    assert window.session.theme.name == "light"


def test_the_menu_changes_the_appearance(window: MainWindow) -> None:
    for id_, name in (
        ("theme_dark", "dark"),
        ("theme_contrast", "contrast"),
        ("theme_light", "light"),
    ):
        window.actions_by_id[id_].trigger()
        assert window.session.theme.name.startswith(name)


def test_the_open_list_of_hits_follows(window: MainWindow) -> None:
    write(window, "calf")
    drop = window.centre.top.search.drop
    put(window, "dark")
    at = QPoint(drop.width() - 30, drop.height() - 30)
    assert picture(drop).pixelColor(at).name().upper() == window.session.theme.panel


def test_texts_of_the_panel_are_readable_in_each_theme(window: MainWindow) -> None:
    """The darkest and the lightest pixel of the heading are far apart."""
    select(window, "soleus")
    for theme in ("light", "dark", "contrast"):
        put(window, theme)
        image = picture(window.centre.panel.title)
        tones = [image.pixelColor(x, y).lightness() for x in range(90) for y in range(0, 26, 2)]
        assert max(tones) - min(tones) > 150


def test_contractions_have_a_sign_besides_their_colour(window: MainWindow) -> None:
    """Two muscles of one colour mode differ in form where their colours are taken away."""
    window.session.preferences.put("names", "off")
    window.session.preferences.put("colour", "contraction")
    window.session.clock.go_to(14)
    back = view_of(window, View.BACK)
    at = point_of(back, "gluteus_maximus")
    image = picture(back)
    near = {
        image.pixelColor(at.x() + x, at.y() + y).lightness()
        for x in range(-8, 9)
        for y in range(-8, 9)
    }
    assert max(near) > 200
    assert window.session.snapshot().glyphs["gluteus_maximus", Side.RIGHT] == "concentric"


def darkest(widget: QWidget) -> float:
    """How dark the words of a control are, from 0 for black."""
    image, box = picture(widget.window()), widget.rect().adjusted(3, 3, -3, -3)
    box.moveTopLeft(widget.mapTo(widget.window(), box.topLeft()))
    xs, ys = range(box.left(), box.right() + 1), range(box.top(), box.bottom() + 1)
    return min(image.pixelColor(x, y).lightness() for x in xs for y in ys)


def test_what_cannot_be_pressed_is_grey_in_high_contrast_too(window: MainWindow) -> None:
    put(window, "contrast")
    opened = train(window, "muscle:soleus")
    waiting = [darkest(button) for button in (opened.plan.print, opened.plan.save)]
    opened.plan.build.click()
    assert min(waiting) > darkest(opened.plan.save) + 60
    assert opened.plan.undo.isEnabled()
    able = darkest(opened.plan.undo)
    opened.plan.undo.click()
    assert darkest(opened.plan.undo) > able + 60


def test_hair_is_a_switch(window: MainWindow) -> None:
    front = view_of(window, View.FRONT)
    bald = picture(front)
    window.actions_by_id["hair"].trigger()
    window.centre.stage.rest()
    combed = picture(front)
    crown = front.placing.transform.map(QPointF(0, -1700)).toPoint()
    assert combed.pixelColor(crown).lightness() < bald.pixelColor(crown).lightness() - 20
    window.actions_by_id["hair"].trigger()
    assert picture(front) == bald
