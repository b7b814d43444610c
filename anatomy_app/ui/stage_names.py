"""The names on the stage: laid out anew when something but the instant changes, and at rest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from anatomy_app.model.drawing import View
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.label_buttons import LabelButtons
from anatomy_app.ui.plate_labels import NameColumn
from anatomy_app.ui.plate_picture import SETTLED
from anatomy_app.ui.session import Session

if TYPE_CHECKING:
    from anatomy_app.ui.stage import Stage

GAP = 8  # pixels below the button in the corner of the stage


class StageNames(QObject):
    """The columns of names of every open view, and the controls over them."""

    def __init__(self, stage: "Stage", session: Session) -> None:
        super().__init__(stage)
        self._stage, self._session = stage, session
        self._columns: dict[View, NameColumn] = {}
        self._buttons: dict[View, LabelButtons] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.setObjectName("labels")
        self._timer.timeout.connect(self.refresh)
        session.names.changed.connect(self.refresh)

    def later(self, *, moving: bool = False) -> None:
        """Lay out once the stage has taken its shape; while it moves it shows no names."""
        if moving:
            for made in self._stage.views:
                made.show_labels(())
        self._timer.start(SETTLED if moving else 0)

    def rest(self) -> None:
        """Show now what would be shown later."""
        self._timer.stop()
        self.refresh()

    def refresh(self) -> None:
        """Show the names of the mode in force; another instant alone moves only values."""
        before = [self.left_out(made.view) for made in self._stage.views]
        for made in self._stage.views:
            self._show(made)
        after = [self.left_out(made.view) for made in self._stage.views]
        if before != after:
            self._stage.update()

    def left_out(self, view: View) -> int:
        """How many wanted names of a view have no room."""
        return self._columns[view].left_out if view in self._columns else 0

    def _show(self, made: BodyView) -> None:
        if made.view not in self._columns:
            self._columns[made.view] = NameColumn(made, self._session)
            self._buttons[made.view] = LabelButtons(made, self._session)
        column, enlarged = self._columns[made.view], self._stage.zoom.is_zoomed
        labels = column.labels(enlarged=enlarged, top=self._taken(made))
        if self._buttons[made.view].place(labels):
            self._tell(made, column.left_out)
        made.show_labels(labels)

    def _tell(self, made: BodyView, left_out: int) -> None:
        """What stands on the stage now, for hiding all in reading order and for screen readers."""
        keys = (key for each in self._stage.views for key in self._keys(each.view))
        self._session.names.on_stage = tuple(dict.fromkeys(keys))
        more = self.tr("{0} more names when enlarged").format(left_out)
        made.setAccessibleDescription(more if left_out else "")

    def _keys(self, view: View) -> tuple[str, ...]:
        return self._buttons[view].keys if view in self._buttons else ()

    def _taken(self, made: BodyView) -> float:
        """The pixels at the top of a view that a button and the remark of the stage take."""
        whole, note = self._stage.whole, self._stage.note
        if not whole.isHidden() and made.geometry().right() > whole.x():
            return float(whole.geometry().bottom() + GAP - made.y())
        noted = not note.isHidden() and made.x() < note.geometry().right()
        return float(note.geometry().bottom()) if noted else 0.0
