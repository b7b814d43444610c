"""Pictures for tests: painting on an image, reading its pixels, and the shipped drawings."""

from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from anatomy_app.content.library import Library
from anatomy_app.model.activation import Activations, activations
from anatomy_app.model.drawing import PLATES, Layer, Region, View
from anatomy_app.model.gait import Gait
from anatomy_app.model.lengthening import Lengths
from anatomy_app.paint.facts import contraction_facts, facts_at
from anatomy_app.paint.look import ColourMode, Facts, Key, resolve_colours
from anatomy_app.paint.plate import LayerPaths, Placing, Plate
from anatomy_app.paint.theme import Theme

Pixel = tuple[int, int]
LAYERS = tuple((view, n) for view, most in zip(PLATES, (4, 4, 4, 3, 4), strict=True)
               for n in range(1, most + 1))  # fmt: skip


def painted(
    width: int, height: int, fill: str, paint: Callable[[QPainter], object], *, ratio: float = 1.0
) -> QImage:
    """What `paint` makes of a smooth painter over a ground of one colour."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(fill))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        paint(painter)
    finally:
        painter.end()
    return image


def words(image: QImage) -> memoryview:
    """The pixels of an RGB32 image, row by row, as 0xffRRGGBB."""
    return memoryview(bytes(image.constBits())).cast("I")


def differing(image: QImage, other: QImage) -> Iterator[Pixel]:
    """Where two images of one size differ."""
    for at, (one, two) in enumerate(zip(words(image), words(other), strict=True)):
        if one != two:
            yield at % image.width(), at // image.width()


def having(image: QImage, colour: str) -> set[Pixel]:
    """The pixels of exactly one colour."""
    wanted, width = QColor(colour).rgb(), image.width()
    return {(at % width, at // width) for at, one in enumerate(words(image)) if one == wanted}


def apart(colour: int, other: int) -> int:
    """The largest difference of two 0xAARRGGBB colours in one channel."""
    return max(abs((colour >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def every_step(count: int) -> Iterator[int]:
    """A tour of numbers below `count` that goes once from each to every other."""
    for one in range(count):
        for other in range(one + 1, count):
            yield from (one, other)
        yield one


@cache
def library() -> Library:
    """The shipped content."""
    return Library()


@cache
def activity(gait: Gait = Gait.RUNNING) -> Activations:
    """The activity of every structure in the usual stride of a gait."""
    here = library()
    return activations(here.entries, here.tables, here.stride(gait, None))


@cache
def lengths(gait: Gait = Gait.RUNNING) -> Lengths:
    """The muscle lengths in the usual stride of a gait."""
    here = library()
    return Lengths(here.entries, here.tables.paths(), here.stride(gait, None))


def facts(mode: ColourMode, percent: float, gait: Gait = Gait.RUNNING) -> dict[str, Facts]:
    """What is known of the drawn structures."""
    here = library()
    shelves = here.index.shelf_list
    structures = here.atlas.structures
    if mode is ColourMode.CONTRACTION:
        return contraction_facts(structures, here.drawn, lengths(gait), percent)
    return facts_at(mode, structures, here.drawn, activity(gait), percent, shelves)


def colours(
    theme: Theme,
    percent: float,
    mode: ColourMode = ColourMode.ACTIVITY,
    gait: Gait = Gait.RUNNING,
    *,
    measured_only: bool = False,
) -> dict[Key, int]:
    """The colours of the drawn structures."""
    return resolve_colours(theme, mode, facts(mode, percent, gait), measured_only=measured_only)


@cache
def paths(view: View, number: int) -> LayerPaths:
    """The paths of a shipped layer."""
    return LayerPaths(library().layer(view, number))


def placing(layer: Layer, scale: float, ratio: float = 1.0) -> Placing:
    """A picture that just holds a layer's frame."""
    left, top, right, bottom = layer.box
    size = round((right - left) * scale), round((bottom - top) * scale)
    return Placing(scale, -left * scale, -top * scale, *size, ratio)


def plate(view: View, number: int, scale: float = 0.25, ratio: float = 1.0) -> Plate:
    """A shipped layer in a picture of its own, with nothing painted yet."""
    drawn = paths(view, number)
    return Plate(drawn, placing(drawn.layer, scale, ratio))


def topmost(drawn: LayerPaths, region: Region) -> tuple[float, float] | None:
    """The region's inner point if it shows there: inside, with a millimetre of it around."""
    x, y = drawn.inner_point(region)
    spot = QPainterPath()
    spot.addEllipse(QPointF(x, y), 5, 5)
    seen = False
    for other, path in drawn.regions:
        if other is region:
            seen = path.contains(spot)
        elif path.intersects(spot):
            return None
    return (x, y) if seen else None
