"""Reads how exercises move: placement, middle poses and the poses of the front figure."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from anatomy_app.content.problems import Problem
from anatomy_app.content.rig_file import RigError
from anatomy_app.model.contacts import is_anchor
from anatomy_app.model.facing import FrontPose
from anatomy_app.model.placement import Hold, Placement, Point, Prop
from anatomy_app.model.rig import Rig

REMEDY = "put it back from the release"
EXTRA = ("head", "lumbar", "mtp_near", "mtp_far")
JOINT_OF = {
    "pelvis": "pelvis", "torso": "back", "head": "neck", "thigh": "hip", "shank": "knee",
    "foot": "ankle", "uarm": "shoulder", "farm": "elbow", "hand": "wrist",
}  # fmt: skip
BOXES = frozenset(
    {"step", "box", "bench", "board", "chair", "pad", "mat", "slider", "blocks", "towel"}
)


class _Prop(msgspec.Struct, rename={"from_": "from"}):
    type: str
    x: float | list[float] | None = None
    y: list[float] | None = None
    height: float = 0.0
    at: Point | None = None
    radius: float = 0.0
    from_: Point | None = None
    to: Point | None = None
    kind: str = ""
    side: str = ""
    depth: str = ""
    note: str = ""
    hands: str = ""
    level: float = 0.0
    grade: float = 0.0
    saddle: Point | None = None
    crank: Point | None = None
    crank_length: float = 0.0
    handlebar: Point | None = None
    seat: Point | None = None
    foot_plate: Point | None = None
    handle: Point | None = None


def load_placements(folder: Path) -> dict[str, Placement]:
    """How each exercise of the folder stands; RigError names the file and what is wrong with it."""
    mids = {row["id"]: row for path in _both(folder / "mid_poses.csv") for row in _rows(path)}
    return {
        row["id"]: _told(path, row, mids.get(row["id"], {}))
        for path in _both(folder / "placement.csv")
        for row in _rows(path)
    }


def _both(path: Path) -> tuple[Path, ...]:
    """A table, and the one beside it that holds rows added later, if there is one."""
    more = path.with_stem(f"{path.stem}_more")
    return (path, more) if more.exists() else (path,)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RigError(Problem(str(path), 0, f"it cannot be read ({error})", REMEDY)) from error


def _told(path: Path, row: Mapping[str, str], mid: Mapping[str, str]) -> Placement:
    try:
        return _placement(row, mid)
    except (KeyError, ValueError, TypeError, msgspec.DecodeError) as error:
        what = f"{row.get('id')}: {error!r}"
        raise RigError(Problem(str(path), 0, what, REMEDY)) from error


def _placement(row: Mapping[str, str], mid: Mapping[str, str]) -> Placement:
    start, end = _props(row["props_start"]), _props(row["props_end"])
    middle = None
    if mid:
        angles = {key[4:]: float(value) for key, value in mid.items() if key != "id" and value}
        middle = Hold(_root(row, "mid") or (0.0, 0.0), angles)
    stretch = row["stretch"]
    return Placement(
        id=row["id"],
        front=row["rig"] == "front",
        anchors=_anchors(row["anchor"]),
        start=Hold(_root(row, "start") or (0.0, 0.0), _angles(row, "start"), tuple(start)),
        end=Hold(_root(row, "end") or (0.0, 0.0), _angles(row, "end"), tuple(end)),
        mid=middle,
        stretch=msgspec.json.decode(stretch) if stretch.startswith("{") else {},
        repeat=row["repeat"],
        lit_side=row["lit_side"],
        out=_number(row["out_s"]),
        hold=_number(row["hold_s"]),
        back=_number(row["back_s"]),
        special=row["special"],
    )


def _anchors(text: str) -> tuple[str, ...]:
    anchors = () if text.startswith("none") else tuple(text.split("+"))
    unknown = [each for each in anchors if not is_anchor(each)]
    if unknown:
        raise ValueError(f"no such anchor: {', '.join(unknown)}")
    return anchors


def _number(text: str) -> float:
    return float(text) if text else 0.0


def _root(row: Mapping[str, str], pose: str) -> Point | None:
    x, y = row[f"root_{pose}_x_m"], row[f"root_{pose}_y_m"]
    return _mm((float(x), float(y))) if x and y else None


def _angles(row: Mapping[str, str], pose: str) -> dict[str, float]:
    return {name: _number(row.get(f"{name}_{pose}") or "") for name in EXTRA}


def _props(text: str) -> Iterator[Prop]:
    rows = msgspec.json.decode(text, type=list[_Prop]) if text else []
    return (_prop(each) for each in rows)


def _prop(row: _Prop) -> Prop:
    points = tuple(map(_mm, _points(row)))
    size = 1000.0 * (row.radius or row.height or row.crank_length) or row.grade
    note = " ".join(filter(None, (row.kind, row.side, row.depth, row.note, row.hands)))
    return Prop(row.type, points, size, note)


def _points(row: _Prop) -> Iterable[Point]:
    """The points that a row names, in metres, y up."""
    if isinstance(row.x, list) and row.type in BOXES:
        return (row.x[0], row.height), (row.x[1], 0.0)
    if isinstance(row.x, float | int):
        return [(row.x, y) for y in row.y or (0.0,)]
    if row.type == "water":
        return [(0.0, row.level)]
    named = (
        row.at, row.from_, row.to, row.saddle, row.crank, row.handlebar,
        row.seat, row.foot_plate, row.handle,
    )  # fmt: skip
    return [point for point in named if point]


def _mm(point: Point) -> Point:
    """Metres, y up, to millimetres, y down."""
    return 1000.0 * point[0], -1000.0 * point[1]


class _FrontPose(msgspec.Struct):
    root: Point
    rot: dict[str, float]
    stretch: dict[str, float] = {}


class _FrontPair(msgspec.Struct):
    start: _FrontPose
    end: _FrontPose


def load_front_poses(path: Path, rig: Rig) -> dict[str, tuple[FrontPose, FrontPose]]:
    """Start and end of each exercise of the front figure; RigError as for the placements."""
    found: dict[str, tuple[FrontPose, FrontPose]] = {}
    for each in _both(path):
        try:
            rows = msgspec.json.decode(each.read_bytes(), type=dict[str, _FrontPair])
            for id_, row in rows.items():
                found[id_] = _whole(id_, row.start, rig), _whole(id_, row.end, rig)
        except (OSError, KeyError, ValueError) as error:  # also what msgspec finds
            raise RigError(Problem(str(each), 0, str(error), REMEDY)) from error
    return found


def _whole(id_: str, row: _FrontPose, rig: Rig) -> FrontPose:
    pose = _front(row)
    if missing := {joint.name for joint in rig.joints} - set(pose.turns):
        raise ValueError(f"{id_}: no turn of {', '.join(sorted(missing))}")
    return pose


def _front(row: _FrontPose) -> FrontPose:
    x, y = row.root
    turns = {_joint(body): turn for body, turn in row.rot.items()}
    return FrontPose((x, -y), turns, {_joint(body): s for body, s in row.stretch.items()})


def _joint(body: str) -> str:
    """The joint that a body of the table hangs on: `thigh_r` on `hip_r`."""
    bone, _, side = body.partition("_")
    return f"{JOINT_OF[bone]}_{side}" if side else JOINT_OF[bone]
