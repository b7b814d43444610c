"""Windows of many sizes: nothing overlaps, nothing is cut, nothing stale is left."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from anatomy_app.model.drawing import View
from anatomy_app.ui.accessible import RegionButton
from anatomy_app.ui.controls import MenuButton
from anatomy_app.ui.instant_head import ActiveRow
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.stage_rows import StageRow
from tests.ui.conftest import Open, shut
from tests.ui.driving import CONTROL, click, content, go_to, picture, press, select, settle

SIZES = [(760, 560), (960, 600), (1100, 700), (1280, 800), (1920, 1080)]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def parts(window: MainWindow) -> list[QWidget]:
    centre = window.centre
    return [
        part
        for part in (centre.top, centre.list, centre.stage, centre.panel, centre.timeline)
        if part.isVisible()
    ]


def apart(widgets: Sequence[QWidget]) -> list[tuple[str, str]]:
    """The pairs of widgets that lie over each other."""
    return [
        (one.accessibleName() or repr(one), other.accessibleName() or repr(other))
        for one, other in combinations(widgets, 2)
        if one.geometry().intersects(other.geometry())
    ]


@sizes
def test_the_parts_lie_side_by_side(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(size)
    assert apart(parts(window)) == []
    for part in parts(window):
        assert window.centre.rect().contains(part.geometry())
        assert part.width() > 100
        assert part.height() >= 48


@sizes
def test_the_controls_lie_side_by_side(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(size)
    centre = window.centre
    for holder in (centre.stage.toolbar, centre.top, centre.timeline.gutter):
        children = [
            child
            for child in holder.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child.isVisible() and child is not centre.top.search.drop
        ]
        assert apart(children) == []
        for child in children:
            assert holder.rect().contains(child.geometry()), (holder, child)


@sizes
def test_the_drawings_lie_side_by_side(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(size)
    stage = window.centre.stage
    own = [view for view in stage.views if view.view is not View.RUNNER]
    assert apart(own) == []  # only the trailing foot of the runner reaches behind its neighbour
    for view in stage.views:
        assert stage.rect().contains(view.geometry())
        if view.view is View.RUNNER:
            continue
        _, top, _, bottom = view.paths.layer.box
        placing = view.placing
        assert (bottom - top) * placing.scale > 200  # large enough to be of use
        assert placing.y + top * placing.scale >= -2  # the head is inside


@sizes
def test_words_on_buttons_are_not_cut(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(size)
    select(window, "soleus")
    checked = 0
    for button in window.findChildren(QAbstractButton):
        elides = isinstance(button, RegionButton | StageRow | ActiveRow)
        if not button.isVisible() or elides or not button.text():
            continue
        words = QFontMetrics(button.font()).horizontalAdvance(button.text())
        assert words + (16 if isinstance(button, MenuButton) else 0) <= button.width()
        checked += 1
    assert checked >= 4
    for box in window.findChildren(QComboBox):
        words = QFontMetrics(box.font()).horizontalAdvance(box.currentText())
        assert words + 24 <= box.width()


@sizes
def test_every_text_of_the_panel_has_its_height(open_window: Open, size: tuple[int, int]) -> None:
    from PySide6.QtWidgets import QLabel

    window = open_window(size)
    for structure in ("soleus", "gluteus_maximus", "iliotibial_band"):
        select(window, structure)
        settle()
        panel = window.centre.panel
        assert content(window).width() <= panel.viewport().width()
        for label in panel.findChildren(QLabel):
            if label.isVisible() and label is not panel.structure.now_text:
                assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()[:60]


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_what_it_does_now_fits_its_reserved_lines(open_window: Open, width: int) -> None:
    """For every muscle and stage."""
    window = open_window((width, 700))
    head = window.centre.panel.structure
    select(window, "soleus")
    settle()
    label = head.now_text
    room, cut = label.height(), []
    for structure in window.session.library.atlas.structures.values():
        for stage, role in structure.stages.items():
            label.setText(head._text(role))
            if label.heightForWidth(label.width()) > room + 1:
                cut.append(f"{structure.id} {stage}")
    assert cut == []


def test_a_narrow_window_folds_the_list(open_window: Open) -> None:
    window = open_window((1060, 700))
    centre = window.centre
    assert not centre.list.isVisible()
    click(centre.top.list, centre.top.list.rect().center())
    assert centre.list.isVisible()
    assert apart(parts(window)) == []
    press(window, Qt.Key.Key_L, CONTROL)
    assert not centre.list.isVisible()
    window.resize(1280, 800)
    settle()
    assert centre.list.isVisible()


def test_the_track_begins_where_the_list_ends(window: MainWindow) -> None:
    centre = window.centre
    assert centre.timeline.track.left >= centre.list.geometry().right()
    assert centre.timeline.track.x(100) <= centre.timeline.width()
    assert centre.timeline.track.width == 1000  # ten pixels a percent


def test_after_many_resizes_the_picture_is_that_of_a_fresh_window(open_window: Open) -> None:
    fresh = open_window((1180, 760))
    select(fresh, "soleus")
    go_to(fresh, 15)
    expected = picture(fresh)
    shut(fresh)
    window = open_window((1280, 800))
    select(window, "soleus")
    go_to(window, 15)
    for step in range(24):
        window.resize(900 + step * 37 % 700, 600 + step * 53 % 400)
        if step % 5 == 0:
            settle()
    window.resize(1180, 760)
    settle()
    assert _different(picture(window), expected) == 0


def _different(one: QImage, other: QImage) -> int:
    assert one.size() == other.size()
    a, b = memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I")
    return sum(x != y for x, y in zip(a, b, strict=True))


def test_all_views_at_once_fit(open_window: Open) -> None:
    window = open_window((1280, 800))
    window.session.preferences.put("views", "front,back,side,medial,sole")
    settle()
    views = list(window.centre.stage.views)
    assert len(views) == 5
    assert apart(views) == []
    boxes = [QRect(view.geometry()) for view in views]
    assert boxes == sorted(boxes, key=lambda box: box.x())


def test_a_tiny_stage_is_borne(open_window: Open) -> None:
    window = open_window((760, 560))
    window.session.preferences.put("views", "front,back,side,medial,sole")
    window.centre.toggle_list()
    settle()
    assert not picture(window).isNull()
    press(window, Qt.Key.Key_Right)
