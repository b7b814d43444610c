"""The keyboard: where Tab goes next, and which keys a focused control keeps from the window."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QScrollArea,
    QWidget,
)

from anatomy_app.ui.controls import TOGETHER, LayerSlider
from anatomy_app.ui.speed_view import SpeedDial

ROW = 24  # pixels: controls whose middles are nearer than this stand in one row

PRESSABLE = "pressable"  # the property of a list whose rows are pressed by Space

_Key = Qt.Key
_OF_SLIDERS = frozenset({_Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End})


def move_focus(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next control in reading order, from the last to the first."""
    stops = [stop for part in parts if part.isVisible() for stop in _stops(part)]
    if not stops:
        return False
    current = QApplication.focusWidget()
    if current in stops:
        stop = stops[(stops.index(current) + (1 if forward else -1)) % len(stops)]
    else:  # it has just gone: stay in its part
        held = (stop for stop in stops for part in parts if _both_in(part, stop, current))
        stop = next(held, stops[0 if forward else -1])
    reason = Qt.FocusReason
    _bring_into_view(stop)
    stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    return True


def _stops(part: QWidget) -> Iterator[QWidget]:
    """The controls of a part that Tab reaches: itself first, then row by row.

    Those of a group are visited together, where the group begins.
    """
    if _takes_tab(part):
        yield part

    def place(widget: QWidget) -> tuple[int, ...]:
        group = _group(widget, part)
        first = group.mapTo(part, QPoint()) if group else _begin(widget, part)
        return (*_read(first), *_read(_begin(widget, part)))

    yield from sorted(filter(_takes_tab, part.findChildren(QWidget)), key=place)


def _read(at: QPoint) -> tuple[int, int, int]:
    """The place of a point in the order of reading."""
    return at.y() // ROW, at.x(), at.y()


def _begin(widget: QWidget, part: QWidget) -> QPoint:
    """The middle of a widget, or of its first line if it is taller."""
    middle = widget.rect().center()
    return widget.mapTo(part, QPoint(middle.x(), min(middle.y(), ROW)))


def _group(widget: QWidget, part: QWidget) -> QWidget | None:
    """The group that a widget of a part belongs to, if any."""
    parent = widget.parentWidget()
    while parent is not None and parent is not part and not parent.property(TOGETHER):
        parent = parent.parentWidget()
    return None if parent is part else parent


def _both_in(part: QWidget, stop: QWidget, other: QWidget | None) -> bool:
    inside = stop is part or part.isAncestorOf(stop)
    return inside and other is not None and part.isAncestorOf(other)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()


def _bring_into_view(widget: QWidget) -> None:
    area = scroll_area(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, ROW)


def scroll_area(widget: QWidget) -> QScrollArea | None:
    """The scrolling part that holds a widget."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def show_line(widget: QWidget, y: int) -> None:
    """Scroll so far that a line of a tall text is seen."""
    area = scroll_area(widget)
    content = area.widget() if area is not None else None
    if area is not None and content is not None:
        area.ensureVisible(0, widget.mapTo(content, QPoint(0, y)).y(), 0, 2 * ROW)


def keeps(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Whether a focused control needs a key that the window would take as a shortcut."""
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    if not plain:
        return False
    if isinstance(widget, QAbstractButton | QComboBox):
        return event.key() == _Key.Key_Space
    if isinstance(widget, LayerSlider | SpeedDial):
        return event.key() in _OF_SLIDERS
    if isinstance(widget, QAbstractItemView):
        pressed = event.key() == _Key.Key_Space and bool(widget.property(PRESSABLE))
        return pressed or event.text().isalpha()
    return False


def presses(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Press a focused button by Enter; whether there was one."""
    enter = event.key() in (_Key.Key_Return, _Key.Key_Enter)
    if not enter or not isinstance(widget, QAbstractButton):
        return False
    widget.click()
    return True
