"""What a user's hands and eyes do with the window: points on the body, clicks, keys, readings."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from anatomy_app.model.drawing import Region, Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.timeline_view import TimelineView

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    """Let everything that waits in the queue happen, deletions too."""
    for _ in range(5):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def view_of(window: MainWindow, view: View) -> BodyView:
    """A drawing; one that is closed is opened."""
    stage = window.centre.stage
    if view not in stage.open_views():
        stage.toggle_view(view, True)
        settle()
    return next(each for each in stage.views if each.view is view)


def regions(view: BodyView, structure: str, side: Side) -> list[Region]:
    """The regions of a structure in the layer shown, the largest first."""
    found = [
        region
        for region in view.paths.layer.regions
        if region.structure == structure and region.side is side
    ]
    return sorted(found, key=lambda region: -region.area)


def point_of(view: BodyView, structure: str, side: Side = Side.RIGHT) -> QPoint:
    """A pixel of the drawing on which the structure is seen."""
    for region in regions(view, structure, side):
        for x, y in _points(view, region):
            hits = view.hits(QPointF(x, y))
            if hits and (hits[0].structure, hits[0].side) == (structure, side):
                return QPoint(x, y)
    raise LookupError(f"{structure}, {side} is not seen in the {view.view} view")


def _points(view: BodyView, region: Region) -> Iterator[tuple[int, int]]:
    placing = view.placing
    inner = view.paths.inner_point(region)
    yield _pixel(view, *inner)
    left, top, right, bottom = (round(edge * placing.scale) for edge in region.box)
    for y in range(top, bottom, 2):
        for x in range(left, right, 2):
            yield round(placing.x) + x, round(placing.y) + y


def _pixel(view: BodyView, x: float, y: float) -> tuple[int, int]:
    placing = view.placing
    return round(placing.x + x * placing.scale), round(placing.y + y * placing.scale)


def empty_point(view: BodyView) -> QPoint:
    """A pixel beside the body."""
    return QPoint(round(view.placing.x), 4)


def click(widget: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press and let go."""
    QTest.mouseClick(widget, button, NO_KEYS, at)
    settle()


def drag(widget: QWidget, start: QPoint, *stops: QPoint) -> None:
    """Press, move over the stops, and let go at the last."""
    QTest.mousePress(widget, LEFT, NO_KEYS, start)
    for stop in stops:
        QTest.mouseMove(widget, stop)
        _move(widget, stop)
    QTest.mouseRelease(widget, LEFT, NO_KEYS, stops[-1])
    settle()


def _move(widget: QWidget, at: QPoint) -> None:
    """A move with the button held down, which `QTest.mouseMove` cannot say."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)), LEFT, LEFT, NO_KEYS
    )
    QCoreApplication.sendEvent(widget, event)


def point_at(widget: QWidget, at: QPoint) -> None:
    """Move the pointer without a button."""
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)), none, none, NO_KEYS
    )
    QCoreApplication.sendEvent(widget, event)
    settle()


def leave(widget: QWidget) -> None:
    """Move the pointer away: what is painted at it goes."""
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    settle()


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    settle()


def write(window: MainWindow, text: str) -> None:
    """Type into the search field as after Ctrl+K."""
    press(window, Qt.Key.Key_K, CONTROL)
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(window.centre.top.search, letter)
        else:  # QTest knows no key for it; an input method would send its text alone
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NO_KEYS, letter)
            QCoreApplication.sendEvent(window.centre.top.search, event)
    settle()


def select(window: MainWindow, structure: str, side: Side | None = Side.RIGHT) -> None:
    """Select a structure as a click on it would."""
    window.session.selection.select(Entity(Kind.MUSCLE, structure), side)
    settle()


def go_to(window: MainWindow, percent: float) -> None:
    """Stand at a percent of the stride."""
    window.session.clock.go_to(percent)
    settle()


def content(window: MainWindow) -> QWidget:
    """What scrolls in the panel."""
    found = window.centre.panel.widget()
    assert found is not None
    return found


def heading(window: MainWindow) -> str:
    """The heading of the panel."""
    panel = window.centre.panel
    shown = panel.title if panel.title.isVisible() else panel.instant.title
    return plain(shown.text())


def panel_text(window: MainWindow) -> str:
    """Every word that the panel shows, from the top to the bottom."""
    shown: list[tuple[int, str]] = []
    for widget in content(window).findChildren(QWidget):
        if widget.isVisible():
            text = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
            shown.append((widget.mapTo(content(window), QPoint()).y(), plain(text)))
    return "\n".join(text for _, text in sorted(shown, key=lambda pair: pair[0]) if text)


def plain(html: str) -> str:
    """The words of a rich text."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def links(window: MainWindow) -> list[str]:
    """The targets of all links that the panel shows."""
    labels = content(window).findChildren(QLabel)
    texts = "".join(label.text() for label in labels if label.isVisible())
    return re.findall(r'href="([^"]+)"', texts)


def row_selected(window: MainWindow) -> str:
    """The name in the selected row of the list."""
    index = window.centre.list.tree.currentIndex()
    return str(index.data()) if index.isValid() else ""


def on_track(timeline: TimelineView, percent: float, y: float) -> QPoint:
    """A point of the slider at a percent, `y` pixels below the top of the timeline."""
    at = QPointF(timeline.track.x(percent), y).toPoint()
    return timeline.slider.mapFrom(timeline, at)


def colour_at(widget: QWidget, at: QPoint) -> QColor:
    """The colour of a pixel of a widget as it is painted now."""
    return picture(widget).pixelColor(at)


def picture(widget: QWidget) -> QImage:
    """A widget as it is painted once everything has come to rest."""
    settle()
    window = widget.window()
    if isinstance(window, MainWindow) and window.centre.stage.isVisible():
        window.centre.stage.rest()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def on_screen(widget: QWidget) -> QImage:
    """What stands on the screen: whatever was painted last, piece by piece."""
    settle()
    window = widget.window()
    shown = window.screen().grabWindow(window.winId()).toImage()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return shown.copy(box).convertToFormat(QImage.Format.Format_RGB32)


def distance(one: QColor, other: QColor) -> float:
    """How far two colours lie apart, 0 to 441."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)
