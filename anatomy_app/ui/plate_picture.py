"""The picture of one view: crisp at rest, stretched while zooming, two layers mixed while peeling.

What is on screen is always a plate that was painted for it or for a size before; a plate of the
right size follows once the zoom has come to rest.
"""

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QRegion

from anatomy_app.model.drawing import View
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import Placing, Plate, blank, frame, mixed
from anatomy_app.ui.session import Session

SETTLED = 60  # milliseconds without a turn of the wheel before a plate is painted anew
OVERLAY_DELAY = 0  # the slow part is painted once the first picture is on screen


class PlatePicture(QObject):
    """Keeps the plates of a view and chooses what is painted of them."""

    stale = Signal()  # a better picture can be painted now

    def __init__(self, session: Session, view: View, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._placing = Placing(0.25, 0.0, 0.0, 1, 1)
        self._plates: dict[int, Plate] = {}  # of this size, by layer
        self._outgrown: Plate | None = None  # of the size before, while a zoom is under way
        self._whole: Plate | None = None  # the smallest since it was arranged: it has no gaps
        self._quick = True
        self._mix: tuple[object, QImage, QImage] | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.crisp)
        self._later.setObjectName("overlay")

    @property
    def layer(self) -> int:
        """The layer shown, at most as deep as this view goes."""
        return self._reached(self._session.peeling.layer)

    @property
    def is_stretched(self) -> bool:
        """Whether it is a picture of another size."""
        return self._outgrown is not None

    def place(self, placing: Placing, *, stretched: bool) -> None:
        """Paint there from now on; `stretched` shows the picture that is there until it rests."""
        plate = self._kept(self.layer)
        if not stretched:
            self._outgrown = self._whole = None
        elif plate is not None:
            self._outgrown = plate
            if self._whole is None or plate.placing.scale < self._whole.placing.scale:
                self._whole = plate
        self._placing = placing
        self._plates.clear()
        self._mix = None
        if self._whole is not None and self._whole.placing == placing:
            self._plates[self.layer], self._outgrown, self._quick = self._whole, None, False

    def layer_changed(self) -> None:
        """Another layer, or another body, is to be shown."""
        self._outgrown = self._whole = None

    def paint(self, painter: QPainter) -> bool:
        """Paint what there is; whether it is whole, so that signs may lie over it."""
        if self._outgrown is not None:
            self._paint_stretched(painter, self._outgrown)
            return False
        other = self._reached(self._session.peeling.other)
        if self._session.peeling.weight > 0 and other != self.layer:
            self._paint_mixed(painter, other)
            return True
        self._forget_others()
        return self._paint_plate(painter)

    def _paint_plate(self, painter: QPainter) -> bool:
        plate = self._kept(self.layer)
        if plate is None:
            plate, self._quick = self._made(self.layer), True
        plate.paint(painter, self._session.snapshot(), overlay=not self._quick)
        if self._quick:
            self._quick = False
            self._later.start(OVERLAY_DELAY)
            return False
        return True

    def _paint_mixed(self, painter: QPainter, other: int) -> None:
        """Two layers, as much of each as the peeling says."""
        snapshot = self._session.snapshot()
        key = (snapshot, self.layer, other)
        if self._mix is None or self._mix[0] != key:
            shown, left = (self._whole_picture(n, snapshot) for n in (self.layer, other))
            self._mix = key, shown, left
        painter.drawImage(0, 0, mixed(*self._mix[1:], self._session.peeling.weight))

    def _whole_picture(self, number: int, snapshot: Snapshot) -> QImage:
        self._quick = False
        image = blank(self._placing, Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self._made(number).paint(painter, snapshot)
        painter.end()
        return image

    def _forget_others(self) -> None:
        self._mix = None
        for number in self._plates.keys() - {self.layer}:
            self._plates.pop(number).paths.forget()

    def _paint_stretched(self, painter: QPainter, plate: Plate) -> None:
        """The plate of the size before; beyond its edges the smallest one, which has it all."""
        covered = _stretch(plate.placing, self._placing)
        box = QRectF(0, 0, self._placing.width, self._placing.height)
        needed = box & self._placing.transform.mapRect(frame(plate.paths))
        if self._whole is not None and not covered.adjusted(-1, -1, 1, 1).contains(needed):
            around = QRegion(box.toAlignedRect()) - QRegion(covered.toRect())
            self._paint_grown(painter, self._whole, around)
        self._paint_grown(painter, plate, QRegion(covered.toRect()))
        if not self._later.isActive():
            self._later.start(SETTLED)

    def _paint_grown(self, painter: QPainter, plate: Plate, within: QRegion) -> None:
        old, new = plate.placing, self._placing
        grown = new.scale / old.scale
        painter.save()
        painter.setClipRegion(within)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(new.x - old.x * grown, new.y - old.y * grown)
        painter.scale(grown, grown)
        plate.paint(painter, self._session.snapshot(), overlay=plate.has_overlay)
        painter.restore()

    def crisp(self) -> None:
        """The zoom has come to rest: paint the plate at its own size, with everything on it."""
        self._later.stop()
        self._outgrown, self._quick = None, False
        self._made(self.layer)
        self.stale.emit()

    def _kept(self, number: int) -> Plate | None:
        """The plate of a layer, unless the body it shows is another by now."""
        plate = self._plates.get(number)
        return plate if plate and plate.paths is self._session.paths(self._view, number) else None

    def _made(self, number: int) -> Plate:
        plate = self._kept(number)
        if plate is None:
            paths = self._session.paths(self._view, number)
            plate = self._plates[number] = Plate(paths, self._placing)
        return plate

    def _reached(self, number: int) -> int:
        return min(number, self._session.library.layers(self._view))


def _stretch(old: Placing, new: Placing) -> QRectF:
    """Where the picture of an old placing lies in the new one."""
    grown = new.scale / old.scale
    return QRectF(
        new.x - old.x * grown, new.y - old.y * grown, old.width * grown, old.height * grown
    )
