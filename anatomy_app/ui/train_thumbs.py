"""Small pictures of exercises, two poses each, made one by one while nothing else waits."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from anatomy_app.ui.session import Session

KEPT = 400  # pictures: cards and plan rows of the whole library

Key = tuple[str, int, int, float, str]


class Thumbnails(QObject):
    """Pictures by exercise and size; one that is missing is made soon, and `made` tells so."""

    made = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: dict[Key, QPixmap] = {}
        self._wanted: dict[Key, None] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.setObjectName("thumbnails")
        self._timer.timeout.connect(self._make_next)

    def picture(self, exercise: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture of an exercise in logical pixels, or None for now."""
        key = (exercise, size.width(), size.height(), ratio, self._session.theme.name)
        if key not in self._pictures:
            self._wanted[key] = None
            self._timer.start()
        return self._pictures.get(key)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._wanted.clear()
        self._timer.stop()

    def _make_next(self) -> None:
        key = next(iter(self._wanted), None)
        if key is None:
            self._timer.stop()
            return
        del self._wanted[key]
        if key[-1] != self._session.theme.name:
            return  # wanted before the theme changed: it would come out in the new colours
        self._pictures[key] = self._make(key)
        while len(self._pictures) > KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.made.emit()

    def _make(self, key: Key) -> QPixmap:
        from anatomy_app.paint.mannequin import paint_mannequin
        from anatomy_app.ui.train_motion import motion_of

        exercise, width, height, ratio, _ = key
        made = QPixmap(round(width * ratio), round(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        library = self._session.library
        motion = motion_of(library, exercise)
        if motion is not None:
            painter = QPainter(made)
            box = QRectF(0, 0, width, height)
            paint_mannequin(painter, library, motion, None, box, self._session.theme)
            painter.end()
        return made
