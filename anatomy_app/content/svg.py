"""Reading a plate from SVG: the only module that imports svgelements.

`read_svg` never raises for what a file contains: it returns what could be read and every problem,
each with its line. docs/drawing.md is the convention it holds drawings to.
"""

import math
import re
from array import array
from collections.abc import Set as AbstractSet
from pathlib import Path

import svgelements

from anatomy_app.content.problems import Problem
from anatomy_app.content.svg_draft import Draft, number, one_of, take_path
from anatomy_app.content.svg_xml import Element, Limits, read_elements
from anatomy_app.model.drawing import Layer, Outline, View

PATH_DATA = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]+")
DEFAULT_LIMITS = Limits()


def read_svg(
    path: Path, *, known: AbstractSet[str] | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Layer | None, tuple[Problem, ...]]:
    """The layer in an SVG file and all its problems, in the order of lines.

    `known` are the structure ids a region may carry (None: any). What is broken is left out of the
    layer; the layer is None where there is no frame, no body or no view to hold the rest.
    """
    draft = Draft(str(path), known)
    data = _bytes(draft, path, limits)
    elements, mistakes = read_elements(data, limits) if data else ([], [])
    for mistake in mistakes:
        draft.add(mistake.line, mistake.what, mistake.remedy)
    if not elements or elements[0].tag != "svg":
        if not draft.problems:
            draft.add(1, "is not an SVG drawing", "choose an .svg file")
        return None, tuple(draft.problems)
    root = _root(draft, elements[0])
    for element in elements:
        if element.tag == "path":
            take_path(draft, element, _outline(draft, element))
    return _layer(draft, root), tuple(sorted(draft.problems, key=lambda p: p.line))


def _bytes(draft: Draft, path: Path, limits: Limits) -> bytes:
    """The file, or nothing and a problem."""
    try:
        if path.stat().st_size > limits.size:
            what = f"is larger than {limits.size / 1e6:g} MB"
            draft.add(0, what, "simplify the paths or round them to 0.1 mm")
            return b""
        data = path.read_bytes()
    except OSError as error:
        draft.add(0, f"cannot be read ({error.strerror})", "check the file and its permissions")
        return b""
    if not data:
        draft.add(0, "is empty", "save the drawing again")
    return data


def _root(draft: Draft, svg: Element) -> tuple[View, int] | None:
    """Frame, view and layer number from the root element."""
    numbers = [number(text) for text in re.split(r"[\s,]+", svg.attributes.get("viewBox", ""))]
    values = [n for n in numbers if n is not None]
    if len(numbers) != 4 or len(values) != 4 or min(values[2:]) <= 0:
        remedy = 'give <svg> a viewBox="left top width height" in millimetres'
        draft.add(svg.line, "has no usable viewBox", remedy)
        return None
    left, top, width, height = values
    draft.box = (left, top, left + width, top + height)
    view = one_of(draft, svg, "data-view", View)
    layer = svg.attributes.get("data-layer", "")
    if layer not in {"1", "2", "3", "4"}:
        draft.add(svg.line, f"data-layer is {layer!r}", "write 1, 2, 3 or 4, 1 being superficial")
        return None
    return (View(view), int(layer)) if view else None


def _layer(draft: Draft, root: tuple[View, int] | None) -> Layer | None:
    """The finished layer; None if the frame or the body is missing."""
    if draft.body is None:
        draft.add(1, 'has no path with data-role="body"', "draw the outline of the body once")
    if root is None or draft.body is None:
        return None
    return Layer(
        view=root[0],
        number=root[1],
        box=draft.box,
        body=draft.body,
        regions=tuple(sorted(draft.regions, key=lambda region: region.depth)),
        marks=tuple(draft.marks["marks"]),
        skin=tuple(draft.marks["skin"]),
        under=tuple(draft.marks["under"]),
    )


def _outline(draft: Draft, element: Element) -> Outline | None:
    """The path's loops with its transforms applied; None and a problem if there are none."""
    data = element.attributes.get("d", "").strip()
    if not data or not PATH_DATA.fullmatch(data):
        draft.add(element.line, "a path is empty or not path data", "draw it again or delete it")
        return None
    try:
        path = (svgelements.Path(data) * svgelements.Matrix(element.transform)).reify()
        path.approximate_arcs_with_cubics()
        loops = tuple(loop for loop in _loops(path) if len(loop) > 2)
    except Exception:  # svgelements raises whatever its parser trips over
        draft.add(element.line, "a path or its transform cannot be read", "draw it again")
        return None
    if not loops:
        draft.add(element.line, "a path has no length", "draw it again or delete it")
    elif not all(math.isfinite(value) and abs(value) < 1e5 for loop in loops for value in loop):
        draft.add(element.line, "a path has endless coordinates", "draw it again or delete it")
    else:
        return Outline(loops)
    return None


def _loops(path: svgelements.Path) -> list["array[float]"]:
    """Each subpath as start and cubics; lines and quadratics become cubics."""
    loops: list[array[float]] = []
    for segment in path:
        if isinstance(segment, svgelements.Move):
            loops.append(array("f", (segment.end.x, segment.end.y)))
        elif isinstance(segment, svgelements.Close):
            if segment.start != segment.end:
                loops[-1].extend(_cubic(segment))
        else:
            loops[-1].extend(_cubic(segment))
    return loops


def _cubic(segment: object) -> tuple[float, ...]:
    """The segment as two control points and an end."""
    if isinstance(segment, svgelements.CubicBezier):
        points = (segment.control1, segment.control2, segment.end)
        return tuple(value for point in points for value in (point.x, point.y))
    start, end = segment.start, segment.end  # type: ignore[attr-defined]
    if isinstance(segment, svgelements.QuadraticBezier):
        c = segment.control
        a = (start.x + (c.x - start.x) * 2 / 3, start.y + (c.y - start.y) * 2 / 3)
        return (*a, end.x + (c.x - end.x) * 2 / 3, end.y + (c.y - end.y) * 2 / 3, end.x, end.y)
    x, y = (end.x - start.x) / 3, (end.y - start.y) / 3
    return (start.x + x, start.y + y, end.x - x, end.y - y, end.x, end.y)
