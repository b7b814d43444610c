"""A painter's work as the bytes of a PNG, SVG or PDF file."""

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from anatomy_app.cli.stops import WrongPlace
from anatomy_app.paint.page import Laid, Paper
from anatomy_app.paint.press import UNIT

Paint = Callable[[QPainter], None]
PROGRAM = "Stride Atlas"
CSS_DPI, POINTS = 96, 72
GLYPHS = re.compile(rb"beginbfrange.{,65536}?endbfrange", re.DOTALL)  # of a font, to letters
FINE = 8  # steps per pixel, because a PDF's own grid is coarse


def picture(ending: str, size: tuple[int, int], paint: Paint, title: str, credit: str) -> bytes:
    """The file that `paint` makes on `size` pixels; `ending` is .png, .svg or .pdf."""
    makers = {".png": _png, ".svg": _svg, ".pdf": _pdf}
    return makers[ending](size, paint, title, credit)


def painted_image(size: tuple[int, int], paint: Paint) -> QImage:
    """What `paint` makes, in pixels."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise WrongPlace(f"there is no memory for {size[0]}x{size[1]} pixels; choose less")
    _painted(image, paint)
    return image


def _png(size: tuple[int, int], paint: Paint, title: str, credit: str) -> bytes:
    image = painted_image(size, paint)
    image.setText("Title", title)
    image.setText("Copyright", credit)
    image.setText("Software", PROGRAM)
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt a str
    return bytes(buffer.data().data())


def _svg(size: tuple[int, int], paint: Paint, title: str, credit: str) -> bytes:
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setResolution(CSS_DPI)
    generator.setTitle(title)
    generator.setDescription(credit)
    _painted(generator, paint)
    return bytes(buffer.data().data())


def _pdf(size: tuple[int, int], paint: Paint, title: str, credit: str) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    page = QSizeF(*(side * POINTS / CSS_DPI for side in size))
    writer.setPageSize(
        QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    writer.setResolution(CSS_DPI * FINE)
    writer.setTitle(f"{title} ({credit})")
    writer.setCreator(PROGRAM)

    def fine(painter: QPainter) -> None:
        painter.scale(FINE, FINE)
        paint(painter)

    _painted(writer, fine)
    return GLYPHS.sub(_with_spaces, bytes(buffer.data().data()))


def document(laid: Laid, title: str) -> bytes:
    """Printed pages as one PDF file."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    page = QPageSize.PageSizeId.A4 if laid.paper is Paper.A4 else QPageSize.PageSizeId.Letter
    writer.setPageSize(QPageSize(page))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(POINTS * UNIT)
    writer.setTitle(title)
    writer.setCreator(PROGRAM)

    def pages(painter: QPainter) -> None:
        for number in range(len(laid.pages)):
            if number:
                writer.newPage()
            laid.paint(painter, number)

    _painted(writer, pages)
    return GLYPHS.sub(_with_spaces, bytes(buffer.data().data()))


def _with_spaces(glyphs: re.Match[bytes]) -> bytes:
    """Space and tab share a glyph, and Qt calls it a tab: text searches would miss the spaces."""
    return glyphs[0].replace(b"<0009>", b"<0020>")


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _painted(device: QImage | QSvgGenerator | QPdfWriter, paint: Paint) -> None:
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint(painter)
    painter.end()
