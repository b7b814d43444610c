"""Frames as one GIF or WebP, by Pillow: an extra that the rest of the program does without."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from anatomy_app.cli.stops import WrongPlace, WrongWords

if TYPE_CHECKING:
    from PIL import Image

ADVICE = "install it with: pip install pillow, or make .png frames with --frames"
COLOURS = 256
SAMPLES = 6  # frames from which the colours of a GIF are chosen
MOST_PIXELS = 250_000_000
QUALITY = 88  # of a WebP
Frame = Callable[[int], QImage]


def check_pillow(ending: str) -> None:
    """A WrongPlace with a sentence if films cannot be written."""
    try:
        from PIL import features
    except ImportError as error:
        raise WrongPlace(f"a {ending} film needs Pillow; {ADVICE}") from error
    if ending == ".webp" and not features.check("webp"):
        raise WrongPlace("this Pillow cannot write WebP; let the file end in .gif")


def check_room(count: int, size: tuple[int, int]) -> None:
    """A WrongWords if there are too many pixels for one file."""
    if count * size[0] * size[1] > MOST_PIXELS:
        raise WrongWords(
            f"{count} frames of {size[0]}x{size[1]} are too many for one file; "
            "choose less with --frames or --size"
        )


def animation(ending: str, frame: Frame, milliseconds: Sequence[int], credit: str) -> bytes:
    """The file of so many frames, which are painted one by one; it plays without end."""
    count = len(milliseconds)
    if ending == ".gif":
        return _gif(frame, count, list(milliseconds), credit)
    images = [_image(frame(number)) for number in range(count)]
    file = BytesIO()
    images[0].save(
        file,
        "WEBP",
        save_all=True,
        append_images=images[1:],
        duration=list(milliseconds),
        loop=0,
        quality=QUALITY,
        method=4,
    )
    return file.getvalue()


def _gif(frame: Frame, count: int, milliseconds: list[int], credit: str) -> bytes:
    """All frames share their colours: else what stands still would flicker."""
    from PIL import Image

    palette = _palette(frame, count)
    images = [
        _image(frame(number)).quantize(palette=palette, dither=Image.Dither.NONE)
        for number in range(count)
    ]
    file = BytesIO()
    images[0].save(
        file,
        "GIF",
        save_all=True,
        append_images=images[1:],
        duration=milliseconds,
        loop=0,
        comment=credit.encode(),
    )
    return file.getvalue()


def _palette(frame: Frame, count: int) -> "Image.Image":
    """The colours of some frames, which stand for all."""
    from PIL import Image

    samples = [_image(frame(number)) for number in _sampled(count)]
    width, height = samples[0].size
    sheet = Image.new("RGB", (width * len(samples), height))
    for place, sample in enumerate(samples):
        sheet.paste(sample, (place * width, 0))
    return sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)


def _sampled(count: int) -> Iterator[int]:
    shown = min(count, SAMPLES)
    return (number * count // shown for number in range(shown))


def _image(picture: QImage) -> "Image.Image":
    from PIL import Image

    rows = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = rows.width(), rows.height()
    return Image.frombytes("RGB", size, bytes(rows.constBits()), "raw", "RGB", rows.bytesPerLine())
