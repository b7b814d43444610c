"""Painted regions for assistive technology: an invisible button over each, by name and press."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QPushButton, QWidget

from anatomy_app.model.drawing import Layer, Region, Side, Tissue
from anatomy_app.paint.plate import Placing
from anatomy_app.ui.session import Session

Key = tuple[str, Side]
BESIDE = QRegion(-1, -1, 1, 1)  # of a button: none of it is to be painted
SETTLED_MS = 120  # after the last move, so that scrubbing does not pay for the words


class RegionButton(QPushButton):
    """Carries the name, description and press action of a region that its parent paints.

    Its description is worked out when somebody asks: scrubbing costs nothing.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMask(BESIDE)


class RegionButtons(QObject):
    """The buttons of one drawing, one for each structure and side in the shown layer."""

    pressed = Signal(str, object)

    def __init__(self, view: QWidget, session: Session) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._buttons: dict[Key, RegionButton] = {}
        self._layer: Layer | None = None
        self._later = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._later.setObjectName("descriptions")
        self._later.timeout.connect(self.describe)
        clock = session.clock
        for signal in (clock.moved, clock.playing_changed, clock.stride_changed):
            signal.connect(self._changed)
        session.names.changed.connect(self._renamed)
        self._context = session.doings.context
        session.selection.changed.connect(self._chosen)
        view.installEventFilter(self)

    def place(self, layer: Layer, placing: Placing) -> None:
        """Lay a button over every region of the layer; buttons of other layers go."""
        boxes: dict[Key, QRect] = {}
        for region in layer.regions:
            if region.tissue not in (Tissue.BONE, Tissue.SKIN) and self._known(region):
                key = (region.structure, region.side)
                boxes[key] = boxes.get(key, QRect()).united(_pixels(region, placing))
        for key in self._buttons.keys() - boxes.keys():
            self._buttons.pop(key).deleteLater()
        for key, box in boxes.items():
            self._button(key).setGeometry(box)
        if layer is not self._layer:
            self._layer = layer
            self.describe()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A hidden drawing has nothing to say."""
        if event.type() is QEvent.Type.Hide:
            self._later.stop()
        return False

    def _changed(self, *_: object) -> None:
        """Speak once the stride stands still: a scrub of the pointer costs nothing."""
        if self._session.clock.playing:
            self._later.stop()
        elif self._view.isVisible():
            self._later.start()

    def _chosen(self, *_: object) -> None:
        """A setting of a run is told as long as it is selected."""
        context = self._session.doings.context
        if context is not self._context:
            self._context = context
            self._changed()

    def _renamed(self) -> None:
        for key, button in self._buttons.items():
            button.setAccessibleName(self._session.region_name(*key))
        self.describe()

    def describe(self) -> None:
        """Refresh the descriptions: group, layer, activity now."""
        for (structure, side), button in self._buttons.items():
            button.setAccessibleDescription(self._description(structure, side))

    def _button(self, key: Key) -> RegionButton:
        if key not in self._buttons:
            button = RegionButton(self._view, self._session.region_name(*key))
            button.clicked.connect(partial(self._press, key))
            button.show()
            self._buttons[key] = button
        return self._buttons[key]

    def _press(self, key: Key, *_: object) -> None:
        self.pressed.emit(*key)

    def _known(self, region: Region) -> bool:
        return self._session.library.structure_of_region(region.structure) is not None

    def _description(self, drawn: str, side: Side) -> str:
        library = self._session.library
        structure = library.structure_of_region(drawn) or drawn
        parts = (
            self._session.names.shelf(library.entries[structure].shelf),
            self.tr("layer {0}").format(self._layer.number if self._layer else 1),
            self._session.value_words(structure, side),
        )
        return ", ".join(parts)


def _pixels(region: Region, placing: Placing) -> QRect:
    left, top, right, bottom = region.box
    scale = placing.scale
    return QRect(
        round(placing.x + left * scale), round(placing.y + top * scale),
        max(round((right - left) * scale), 1), max(round((bottom - top) * scale), 1),
    )  # fmt: skip
