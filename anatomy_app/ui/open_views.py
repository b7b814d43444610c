"""Which views of the body are open: what the user wishes, or what the stage has room for."""

from collections.abc import Callable

from anatomy_app.model.drawing import View
from anatomy_app.ui.session import Session

ROOMY = 560  # pixels from which a third view has room


class OpenViews:
    """The views of a stage of some width."""

    def __init__(self, session: Session, width: Callable[[], int]) -> None:
        self._preferences, self._width = session.preferences, width

    def wanted(self) -> tuple[View, ...]:
        """Which views the user wants; by default front, back and runner as space allows."""
        wish = self._preferences.text("views")
        if wish == "auto":
            wide = self._width() >= ROOMY
            return (View.FRONT, View.BACK, View.RUNNER) if wide else (View.FRONT, View.BACK)
        chosen = [View(word) for word in wish.split(",") if word in tuple(View)]
        return tuple(chosen) or (View.FRONT,)

    def toggle(self, view: View, shown: bool) -> None:
        """Open or close a view; at least one stays open."""
        wanted = {*self.wanted(), view} if shown else {*self.wanted()} - {view}
        if wanted:
            ordered = ",".join(each for each in View if each in wanted)
            self._preferences.put("views", ordered)
