"""One plate of the body, painted from the snapshot."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from anatomy_app.model.drawing import View
from anatomy_app.model.regions import HitMap
from anatomy_app.paint.plate import LayerPaths, Placing
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.plate_picture import PlatePicture
from anatomy_app.ui.session import Session
from anatomy_app.ui.theming import SMALL, font

if TYPE_CHECKING:
    from anatomy_app.paint.signs import Signs


class PlateView(BodyView):
    """A view of the body that stands still."""

    def __init__(self, session: Session, view: View, parent: QWidget | None = None) -> None:
        super().__init__(session, view, parent)
        self.picture = PlatePicture(session, view, self)
        self.picture.stale.connect(self.update)
        self._signs: Signs | None = None

    @property
    def layer(self) -> int:
        """The layer shown, at most as deep as this view goes."""
        return self.picture.layer

    @property
    def paths(self) -> LayerPaths:
        """The shown layer's paths."""
        return self._session.paths(self.view, self.layer)

    @property
    def hit_map(self) -> HitMap:
        """All layers of the view."""
        return self._session.library.hit_map(self.view)

    def _replace(self, placing: Placing, *, stretched: bool = False) -> None:
        self.picture.place(placing, stretched=stretched)
        self._signs = None
        super()._replace(placing, stretched=stretched)

    def layer_changed(self) -> None:
        """Another layer of the body is to be shown."""
        self.picture.layer_changed()
        self._signs = None
        super().layer_changed()

    def crisp(self) -> None:
        """Show at once what would be shown once everything has come to rest."""
        self.picture.crisp()

    def paint_body(self, painter: QPainter) -> None:
        """The plate, and once it is whole selection, hover and names over it."""
        if not self.picture.paint(painter):
            return
        from anatomy_app.paint.labels import paint_values
        from anatomy_app.paint.selection import paint_hover, paint_preview
        from anatomy_app.paint.signs import Signs

        snapshot = self._session.snapshot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._signs is None:
            self._signs = Signs(self.paths, self._deeper_paths, self._placing, font(SMALL))
        self._signs.paint(painter, snapshot, self._labels)
        paint_hover(painter, self.paths, self._placing, snapshot)
        paint_preview(painter, self.paths, self._deeper_paths, self._placing, snapshot)
        painter.setFont(font(SMALL))
        paint_values(painter, self._labels, snapshot.theme)
        self.paint_pointer(painter)

    def _deeper_paths(self) -> tuple[LayerPaths, ...]:
        library = self._session.library
        numbers = range(1, library.layers(self.view) + 1)
        return tuple(self._session.paths(self.view, n) for n in numbers if n != self.layer)
