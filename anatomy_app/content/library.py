"""Everything that the atlas knows, each part loaded when it is first asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from anatomy_app import resources
from anatomy_app.content import plates
from anatomy_app.content.compiled import Content, open_content
from anatomy_app.content.gait import load_gait
from anatomy_app.model.drawing import Layer, Region, Side, Tissue, View
from anatomy_app.model.gait import Gait, Stride
from anatomy_app.model.gait_tables import GaitTables
from anatomy_app.model.index import Entry, Index
from anatomy_app.model.regions import HitMap
from anatomy_app.model.strides import stride_at

if TYPE_CHECKING:
    from anatomy_app.model.atlas import Atlas
    from anatomy_app.model.facing import FrontPose
    from anatomy_app.model.motion import Motion
    from anatomy_app.model.placement import Placement
    from anatomy_app.model.proportions.figures import Proportions
    from anatomy_app.model.rig import Rig
    from anatomy_app.model.running import Runner

RUNNER_LAYERS = 4
RUNNERS = 3  # strides whose runner is kept besides the newest
MALE, FEMALE = FIGURES = ("male", "female")


class Library:
    """Content, gait tables and drawings of one folder tree (the shipped one if none is named)."""

    def __init__(self, root: Path | None = None, cache: Path | None = None) -> None:
        base = root or resources.root()
        self._data, self._svg = base / "data", base / "assets" / "svg"
        self._plates = base / "assets" / "plates"
        self._rig = base / "assets" / "rig" / "runner.json"
        self._runners: dict[int, Runner] = {}
        self._motions: dict[str, Motion] = {}
        self._cache = cache
        self.figure = MALE
        self._layers: dict[tuple[View, int], Layer] = {}
        self._maps: dict[View, HitMap] = {}
        self._largest: dict[tuple[View, int], dict[str, Region]] = {}
        self._areas: dict[str, float] = {}

    @cached_property
    def content(self) -> Content:
        """The content, whose index opens at once and whose atlas opens later."""
        return open_content(self._data, cache=self._cache and self._cache / "content.compiled")

    @property
    def index(self) -> Index:
        """Names, shelves, groups and curves."""
        return self.content.index

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every structure in its short form, by id."""
        return self.index.entries

    @property
    def atlas(self) -> "Atlas":
        """Everything; the first call costs some milliseconds."""
        return self.content.atlas

    @cached_property
    def tables(self) -> GaitTables:
        """The measured strides."""
        return load_gait(self._data / "gait")

    def stride(self, gait: Gait, speed: float | None) -> Stride:
        """The stride of a gait at a speed; ValueError with a sentence outside the data."""
        return stride_at(self.tables, gait, speed)

    @cached_property
    def rig(self) -> "Rig":
        """The runner's drawing; RigError if it cannot be read."""
        from anatomy_app.content.rig_file import load_rig

        return load_rig(self._rig)

    @cached_property
    def front_rig(self) -> "Rig":
        """The figure seen from the front; RigError if it cannot be read."""
        from anatomy_app.content.rig_file import load_rig

        return load_rig(self._rig.with_name("front.json"))

    @cached_property
    def sole_rig(self) -> "Rig":
        """A foot seen from below; RigError if it cannot be read."""
        from anatomy_app.content.rig_file import load_rig

        return load_rig(self._rig.with_name("sole.json"))

    def runner(self, stride: Stride) -> "Runner":
        """The figure in a stride; the last few are kept."""
        from anatomy_app.model.running import Runner

        found = self._runners.get(id(stride))
        if found is None or found.stride is not stride:
            found = Runner(self.rig, stride)
            self._runners = dict([*self._runners.items()][-RUNNERS:])
            self._runners[id(stride)] = found
        return found

    @cached_property
    def placements(self) -> "Mapping[str, Placement]":
        """How each exercise stands in its picture; RigError if the tables cannot be read."""
        from anatomy_app.content.motion_files import load_placements

        return load_placements(self._data / "exercises")

    @cached_property
    def front_poses(self) -> "Mapping[str, tuple[FrontPose, FrontPose]]":
        """Start and end of the exercises that are seen from the front; RigError."""
        from anatomy_app.content.motion_files import load_front_poses

        return load_front_poses(self._data / "exercises" / "front_poses.json", self.front_rig)

    def motion(self, exercise_id: str) -> "Motion | None":
        """The moving picture of an exercise, None if it has none; RigError as for the runner."""
        from anatomy_app.content.motions import make_motion

        known = exercise_id in self.placements and exercise_id in self.atlas.exercises
        if known and exercise_id not in self._motions:
            self._motions[exercise_id] = make_motion(self, exercise_id)
        return self._motions.get(exercise_id)

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """The structures that have a region of their own in some drawing."""
        ids = {drawn for entry in self.entries.values() for drawn in entry.drawn}
        return tuple(drawn for drawn in self.entries if drawn in ids)

    def layers(self, view: View) -> int:
        """How deep a view can be peeled."""
        if view is View.RUNNER:
            return RUNNER_LAYERS
        return plates.layers(view)

    def layer(self, view: View, number: int) -> Layer:
        """One layer of a view."""
        key = (view, number)
        if key not in self._layers:
            layer = self._loader(number, view)()
            self._layers[key] = self._shaped(layer) if self.figure != MALE else layer
        return self._layers[key]

    def show_figure(self, figure: str) -> None:
        """Draw another figure from now on: `male` as measured, or `female` by its proportions."""
        if figure not in FIGURES:
            raise ValueError(f"{figure!r} is no figure; there are {' and '.join(FIGURES)}")
        if figure != self.figure:
            self.figure = figure
            for kept in (self._layers, self._maps, self._largest, self._areas):
                kept.clear()

    @cached_property
    def proportions(self) -> "Proportions":
        """The surveyed proportions of the female figure."""
        from anatomy_app.content.proportions import load_proportions

        return load_proportions(self._data / "body" / "female.toml")

    def _shaped(self, layer: Layer) -> Layer:
        from anatomy_app.model.proportions.warp import warped

        return warped(layer, self.proportions)

    def hit_map(self, view: View) -> HitMap:
        """What lies where in a view; layers are loaded when a point is asked for there."""
        if view not in self._maps:
            numbers = range(1, self.layers(view) + 1)
            self._maps[view] = HitMap({n: partial(self.layer, view, n) for n in numbers})
        return self._maps[view]

    def largest(self, view: View, number: int) -> Mapping[str, Region]:
        """The largest muscle region of each structure, on the right or the midline of a layer."""
        key = (view, number)
        if key not in self._largest:
            found: dict[str, Region] = {}
            for region in self.layer(view, number).regions:
                if region.tissue is Tissue.MUSCLE and region.side is not Side.LEFT:
                    best = found.get(region.structure)
                    if best is None or region.area > best.area:
                        found[region.structure] = region
            self._largest[key] = found
        return self._largest[key]

    def best_area(self, structure: str) -> float:
        """How large a muscle is seen at most on the surface of front and back, in mm2."""
        if structure not in self._areas:
            views = (View.FRONT, View.BACK)
            regions = (self.largest(view, 1).get(structure) for view in views)
            areas = (region.area for region in regions if region)
            self._areas[structure] = max(areas, default=0.0)
        return self._areas[structure]

    def structure_of_region(self, drawn: str) -> str | None:
        """The structure that a drawn region stands for."""
        return self.index.structure_of_region(drawn)

    def _loader(self, number: int, view: View) -> Callable[[], Layer]:
        return partial(
            plates.load_layer, view, number, svg_folder=self._svg, plates_folder=self._plates,
            cache_folder=self._cache if self._cache and self._cache.is_dir() else None,
        )  # fmt: skip
