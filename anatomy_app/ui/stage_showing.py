"""What the stage brings into view: a structure, a part of the body, and how large."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from anatomy_app.model.drawing import PLATES, Region, Side, View
from anatomy_app.model.geometry import Box, Viewport, around
from anatomy_app.model.thickness import Thick, thickest
from anatomy_app.state.selection import Place as Chosen
from anatomy_app.ui.session import Session
from anatomy_app.ui.stage_layout import Place, Plan
from anatomy_app.ui.stage_zoom import MOST, StageZoom

FILLED = 0.6  # part of the stage that a structure fills when somebody asks to see it
ROOMY = 0.9  # part of the stage that it may fill when nobody asked for a zoom
LEAST_EXTENT = 25.0  # pixels of the narrower side of what was chosen elsewhere,
LEAST_ACROSS = 12.0  # and where it is thickest; below that it is enlarged,
WORTH = 1.5  # and then at least so many times: less would only cost the overview
FAR_MORE = 4.0  # times as well another view must show it to be opened for it
DEEPEST = 4
FLESH_MM = 30.0  # around the bones of a part of the body

# The bones by which a part of the body is found, from head to foot.
PARTS = {
    "head": frozenset({"skull", "mandible"}),
    "trunk": frozenset({"ribs", "sternum", "clavicle", "scapula", "spine"}),
    "arm": frozenset({"humerus", "ulna", "radius", "hand_bones"}),
    "hip": frozenset({"hip_bone", "sacrum"}),
    "thigh": frozenset({"femur", "patella"}),
    "leg": frozenset({"tibia", "fibula", "tarsals"}),
    "foot": frozenset({"tarsals", "metatarsals", "toes"}),
}


@dataclass(frozen=True)
class Found:
    """Where something lies at rest, in pixels: boxes from the whole to one side, and its core.

    `extent` is the narrower side of one side's box, `across` how wide it is where it is thickest.
    """

    boxes: tuple[Box, ...]
    core: QPointF
    extent: float
    across: float

    @property
    def need(self) -> float:
        """How many times it must be enlarged to be seen well."""
        return max(LEAST_EXTENT / max(self.extent, 0.1), LEAST_ACROSS / max(self.across, 0.1))


class Showing:
    """Moves the zoom of a stage to what is asked for or chosen elsewhere."""

    def __init__(
        self,
        session: Session,
        zoom: StageZoom,
        plan: Callable[[], Plan],
        open_view: Callable[[View], None],
    ) -> None:
        self._session, self._zoom, self._plan, self._open_view = session, zoom, plan, open_view
        self.too_thin: str | None = None  # what stays thin at the largest zoom

    def structure(self, id_: str) -> None:
        """Enlarge a structure until it fills a good part of the stage."""
        if found := self._find(id_):
            self._show(found, max(self._fit(found.boxes[0]) * FILLED, found.need))

    def chosen(self, place: Chosen) -> None:
        """Something was selected: if it was not pointed at, see to it that it can be seen."""
        self.too_thin = None
        if place.structure not in self._session.structures:
            self._zoom.give_back()
        elif place.beneath:
            return
        elif self._zoom.is_zoomed and not self._zoom.is_lent:
            self.structure(str(place.structure))  # who looks at details goes on doing so there
        elif place.sought or self._zoom.is_lent:
            self._sought(str(place.structure))

    def _sought(self, id_: str) -> None:
        """Chosen by its name: enlarge it if it is thin."""
        found = self._find(id_)
        if found is None or found.need <= 1.0:
            self._zoom.give_back()
            return
        self.too_thin = id_ if found.need > MOST else None
        self._show(found, max(found.need, WORTH), lent=True)

    def part(self, name: str) -> None:
        """Enlarge a part of the body, one of `PARTS`, in the first open view that has it."""
        for view, place in self._nearest():
            if view not in PLATES:
                continue
            number = self._session.library.layers(view)
            bones = [
                region
                for region in self._session.library.layer(view, number).regions
                if region.structure in PARTS[name]
            ]
            if bones:
                self._show_boxes([_padded(box) for box in _sides(bones)], place)
                return

    def _nearest(self) -> list[tuple[View, Place]]:
        """The open views; while enlarged, the one in the middle of the stage first."""
        places = list(self._plan().places.items())
        if not self._zoom.is_zoomed:
            return places
        middle, _ = self._zoom.viewport.to_drawing(self._zoom.size.width() / 2, 0.0)
        return sorted(places, key=lambda each: abs(each[1].middle - middle))

    def _show_boxes(self, boxes: Sequence[Box], place: Place) -> None:
        """Both sides if that does not make them much smaller than one."""
        ground = self._plan().ground
        whole, *rest = [_at_rest(box, place, ground) for box in boxes]
        best = max([whole, *rest], key=self._fit)
        shown = whole if self._fit(whole) > 0.75 * self._fit(best) else best
        self._zoom.show(_middle(shown), self._fit(shown))

    def _show(self, found: Found, factor: float, *, lent: bool = False) -> None:
        """As much of it as has room at that factor, at least where it is thickest."""
        factor = min(factor, MOST)
        fitting = (_middle(box) for box in found.boxes if self._fit(box) * ROOMY >= factor)
        self._zoom.show(next(fitting, found.core), factor, lent=lent)

    def _fit(self, box: Box) -> float:
        """The factor at which a box at rest just has room."""
        left, top, right, bottom = box
        size, high = self._zoom.size, self._plan().ground
        return min(size.width() / max(right - left, 1.0), high / max(bottom - top, 1.0))

    def _find(self, id_: str) -> Found | None:
        """Where it is seen best; a view that shows far more of it than the open ones is opened."""
        drawn = self._session.structures[id_].drawn
        opened = tuple(self._plan().places)
        every = range(1, DEEPEST + 1)
        merits = {view: _merit([*_regions(self._session, view, drawn, every)]) for view in PLATES}
        best = max(PLATES, key=merits.__getitem__)
        if merits[best] > FAR_MORE * max(merits.get(view, 0.0) for view in opened):
            self._open_view(best)
        return self._best(drawn)

    def _best(self, drawn: Sequence[str]) -> Found | None:
        """Where the drawn structures are seen best among the open views.

        What shows through the surface counts like what is on it; otherwise the shown layer goes
        before deeper ones.
        """
        for numbers in self._layers():
            found = {
                _merit(regions): _found(regions, place, self._plan().ground)
                for view, place in self._plan().places.items()
                if (regions := list(_regions(self._session, view, drawn, numbers)))
            }
            if found:
                return found[max(found)]
        return None

    def _layers(self) -> Iterator[tuple[int, ...]]:
        shown, selection = self._session.peeling.layer, self._session.selection
        if self._session.preferences.flag("ghosts") or selection.stands_alone:
            yield tuple(range(shown, DEEPEST + 1))
        order = sorted(range(1, DEEPEST + 1), key=lambda each: (each < shown, each))
        yield from ((each,) for each in order)


def _found(regions: Sequence[Region], place: Place, ground: float) -> Found:
    boxes = [_at_rest(box, place, ground) for box in _sides(regions)]
    thick = _thick(regions)
    x, y = _eye(place, ground).to_pixel(thick.x, thick.y)
    left, top, right, bottom = boxes[-1]
    extent = min(right - left, bottom - top)
    return Found(tuple(boxes), QPointF(x, y), extent, thick.across * place.scale)


def _sides(regions: Sequence[Region]) -> list[Box]:
    """The box around everything, and if it is a pair, that of the right one."""
    right = [region.box for region in regions if region.side is not Side.LEFT]
    boxes = [around(region.box for region in regions)]
    return [*boxes, around(right)] if 0 < len(right) < len(regions) else boxes


def _regions(
    session: Session, view: View, drawn: Sequence[str], numbers: Sequence[int]
) -> Iterator[Region]:
    for number in numbers:
        if view in PLATES and number <= session.library.layers(view):
            layer = session.library.layer(view, number)
            yield from (region for region in layer.regions if region.structure in drawn)


def _padded(box: Box) -> Box:
    left, top, right, bottom = box
    return left - FLESH_MM, top - FLESH_MM, right + FLESH_MM, bottom + FLESH_MM


def _middle(box: Box) -> QPointF:
    return QPointF((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _eye(place: Place, ground: float) -> Viewport:
    return Viewport(place.scale, place.middle, ground - place.lift)


def _at_rest(box: Box, place: Place, ground: float) -> Box:
    return _eye(place, ground).box_to_pixel(box)


def _merit(regions: Sequence[Region]) -> float:
    """How well something is seen there, in mm2: how thick by how long; 0 if it is not drawn."""
    if not regions:
        return 0.0
    left, top, right, bottom = _sides(regions)[-1]
    return _thick(regions).across * max(right - left, bottom - top)


def _thick(regions: Sequence[Region]) -> Thick:
    """Where the largest of the regions are thickest."""
    largest = sorted(regions, key=lambda region: -region.area)[:3]
    return max((thickest(region) for region in largest), key=lambda each: each.across)
