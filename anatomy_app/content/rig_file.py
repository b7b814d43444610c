"""Reads the runner's drawing, `assets/rig/runner.json`."""

from array import array
from pathlib import Path

import msgspec

from anatomy_app.content.problems import Problem
from anatomy_app.model.drawing import Side, Tissue
from anatomy_app.model.rig import Joint, Part, Rig, RigShape, Strand


class RigError(Exception):
    """A drawing of the runner that cannot be read; its text says where, why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Strand(msgspec.Struct):
    xy: list[int]
    bind: list[int]
    level: str


class _Joint(msgspec.Struct):
    name: str
    parent: str | None
    x: float
    y: float
    turn: int


class _Shape(msgspec.Struct):
    id: str
    part: Part
    tissue: Tissue
    group: str
    layer: int
    depth: float
    role: str
    loops: list[_Strand]
    width: float = 0.0
    opacity: float = 1.0
    fibres: list[_Strand] = []
    path: _Strand | None = None
    near: str = "1234"
    running_near: str = "1234"
    running_far: str = "1234"
    far: str = "1234"
    side: Side | None = None


class _Drawing(msgspec.Struct):
    steps: int
    joints: list[_Joint]
    bindings: list[list[int]]
    shapes: list[_Shape]


_DIGITS = bytes(max(code - ord("0"), 0) for code in range(256))  # of each letter's code


def load_rig(path: Path) -> Rig:
    """The runner's drawing; RigError names the file and what is wrong with it."""
    try:
        drawing = msgspec.json.decode(path.read_bytes(), type=_Drawing)
        return _rig(drawing)
    except OSError as error:
        what = f"the runner's drawing cannot be read ({error.strerror})"
        raise RigError(Problem(str(path), 0, what, "install the program again")) from error
    except (msgspec.DecodeError, ValueError) as error:
        remedy = "make it anew with tools/make_runner.py"
        raise RigError(Problem(str(path), 0, str(error), remedy)) from error


def _rig(drawing: _Drawing) -> Rig:
    numbers = {joint.name: i for i, joint in enumerate(drawing.joints)}
    joints: list[Joint] = []
    for joint in drawing.joints:
        parent = -1 if joint.parent is None else numbers.get(joint.parent, len(joints))
        if parent >= len(joints):
            raise ValueError(f"joint {joint.name} must come after {joint.parent}")
        joints.append(Joint(joint.name, parent, joint.x, joint.y, joint.turn))
    shares = tuple(tuple(step / drawing.steps for step in row) for row in drawing.bindings)
    if any(len(row) != len(joints) for row in shares):
        raise ValueError(f"a binding has not a share for each of {len(joints)} joints")
    return Rig(tuple(joints), shares, tuple(_shape(each, len(shares)) for each in drawing.shapes))


def _shape(row: _Shape, bindings: int) -> RigShape:
    def chains(strands: list[_Strand]) -> tuple[Strand, ...]:
        return tuple(_strand(each, row.id, bindings) for each in strands)

    return RigShape(
        row.id, row.part, row.tissue, row.group, row.layer, row.depth, chains(row.loops),
        row.role, row.width, row.opacity, chains(row.fibres),
        _strand(row.path, row.id, bindings) if row.path else None,
        frozenset(map(int, row.near)), frozenset(map(int, row.far)), row.side,
        frozenset(map(int, row.running_near)), frozenset(map(int, row.running_far)),
    )  # fmt: skip


def _strand(row: _Strand, shape: str, bindings: int) -> Strand:
    points = len(row.xy) // 2
    if len(row.xy) % 2 or len(row.level) != points or len(row.bind) not in (1, points):
        raise ValueError(f"{shape}: a chain of {points} points lacks a binding or a level")
    if min(row.bind, default=0) < 0 or max(row.bind, default=0) >= bindings:
        raise ValueError(f"{shape}: a chain names a binding that does not exist")
    xy = array("f", [value / 10 for value in row.xy])
    return Strand(xy, array("H", row.bind), row.level.encode("ascii").translate(_DIGITS))
