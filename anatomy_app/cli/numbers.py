"""Numbers on the command line: read strictly, refused with a sentence."""

import re

from anatomy_app.cli.stops import WrongWords

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
SIZE = re.compile(r"(\d{1,9})[x×](\d{1,9})", re.ASCII | re.IGNORECASE)
LEAST_MINUTES, MOST_MINUTES, MOST_DAYS = 5, 180, 7  # as in the model, which loads slower
LEAST_SIDE, MOST_SIDE, MOST_PIXELS = 16, 20_000, 100_000_000
RATES = {"1": 1.0, "1/2": 0.5, "1/4": 0.25, "1/10": 0.1}  # of real time


def percent(text: str) -> float:
    """A position in the stride, 0 to 100; a % sign after it is welcome."""
    value = _number(text.strip().removesuffix("%").strip())
    if value is None:
        raise WrongWords(f"{text!r} is not a percent; write a number from 0 to 100, such as 14.5")
    if not 0.0 <= value <= 100.0:
        raise WrongWords(f"{text} is no position in the stride; write a percent from 0 to 100")
    return value + 0.0  # -0 is 0


def speed(text: str) -> float:
    """A speed in metres per second, above 0; whether it is known is for the tables to say."""
    value = _number(text.strip())
    if value is None or value <= 0:
        raise WrongWords(f"{text!r} is not a speed; write metres per second, such as 3.0")
    return value


def count(text: str) -> int:
    """A number of hits, 1 to 1000."""
    return _whole(text, 1, 1000, "number of hits")


def layer(text: str) -> int:
    """The number of a layer; whether the view has it is for the drawings to say."""
    return _whole(text, 1, 9, "layer")


def frames(text: str) -> int:
    """A number of frames, 2 to 2000."""
    return _whole(text, 2, 2000, "number of frames")


def poses(text: str) -> int:
    """A number of poses in one picture, 2 to 24."""
    return _whole(text, 2, 24, "number of poses")


def minutes(text: str) -> float:
    """Minutes of a session, 5 to 180."""
    value = _number(text.strip())
    if value is None:
        raise WrongWords(f"{text!r} are no minutes; write a number, such as 20")
    if not LEAST_MINUTES <= value <= MOST_MINUTES:
        raise WrongWords(
            f"{text} is out of reach as minutes; write {LEAST_MINUTES} to {MOST_MINUTES}"
        )
    return value


def days(text: str) -> int:
    """Sessions a week, 1 to 7."""
    return _whole(text, 1, MOST_DAYS, "number of days")


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels, written 1200x1600."""
    match = SIZE.fullmatch(text.strip())
    if match is None:
        raise WrongWords(f"{text!r} is not a size; write width x height, such as 1200x1600")
    width, height = int(match[1]), int(match[2])
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
        raise WrongWords(
            f"a picture of {width}x{height} is out of reach; "
            f"each side may have {LEAST_SIDE} to {MOST_SIDE} pixels"
        )
    if width * height > MOST_PIXELS:
        raise WrongWords(
            f"a picture of {width}x{height} has more than {MOST_PIXELS // 1_000_000} million "
            "pixels; make it smaller"
        )
    return width, height


def _number(text: str) -> float | None:
    """A plain decimal number; None for nan, inf, 1_0 and words."""
    return float(text) if NUMBER.fullmatch(text) else None


def _whole(text: str, least: int, most: int, what: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII):
        raise WrongWords(f"{text!r} is not a {what}; write a whole number from {least}")
    if not least <= int(text) <= most:
        raise WrongWords(f"{text} is out of reach as a {what}; write {least} to {most}")
    return int(text)
