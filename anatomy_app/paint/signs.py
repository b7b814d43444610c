"""The signs over a plate: outlines of the selection and leader lines, kept as one still image.

They change with the selection and the layout, not with the instant, and stroking long outlines
costs more than all moving fills together.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from anatomy_app.paint.labels import Label, paint_leaders
from anatomy_app.paint.look import Snapshot
from anatomy_app.paint.plate import LayerPaths, Placing, blank
from anatomy_app.paint.selection import paint_selection


class Signs:
    """Selection and leaders of one placed plate."""

    def __init__(
        self,
        paths: LayerPaths,
        deeper: Callable[[], Sequence[LayerPaths]],
        placing: Placing,
    ) -> None:
        self._paths, self._deeper, self._placing = paths, deeper, placing
        self._key: object = None
        self._image: QImage | None = None

    def paint(self, painter: QPainter, snapshot: Snapshot, labels: Sequence[Label]) -> None:
        """Draw the signs; the image is made anew only if something but the values changed."""
        if not snapshot.selected and not labels:
            return
        key = snapshot.theme.name, snapshot.selected, [label.geometry for label in labels]
        if self._image is None or self._key != key:
            self._key, self._image = key, self._made(snapshot, labels)
        painter.drawImage(0, 0, self._image)

    def _made(self, snapshot: Snapshot, labels: Sequence[Label]) -> QImage:
        image = blank(self._placing, Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if snapshot.selected:
            paint_selection(painter, self._paths, self._deeper(), self._placing, snapshot)
        paint_leaders(painter, labels, snapshot.theme)
        painter.end()
        return image
