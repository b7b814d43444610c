"""The blocks of a printed page: text, warnings, lists, cards of exercises, pictures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from anatomy_app.paint.press import (
    ALERT,
    BODY,
    HEADING,
    LINE,
    NAME,
    QUIET,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
    UNIT,
    Press,
    Style,
)

Picture = Callable[[QPainter, QRectF], None]
"""Paints into a box; a unit is a point there, as a pixel is on screen."""

CARD = (78.0, 64.0)  # points: the picture of an exercise
WARNED = 8.0  # points between the bar of a warning and its text


class Block(Protocol):
    """Something that stands on a page."""

    def put(self, press: Press, at: QPointF, width: float) -> float:
        """Paint or only measure it; gives back its height in units, with the space after it."""


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str
    style: Style = BODY
    after: float = 3.0

    def put(self, press: Press, at: QPointF, width: float) -> float:
        return press.text(at, width, self.text, self.style) + press.points(self.after)


def title(text: str) -> Text:
    """The page's name."""
    return Text(text, TITLE, after=1)


def subtitle(text: str) -> Text:
    """What stands under it."""
    return Text(text, SUBTITLE, after=6)


def small(text: str) -> Text:
    """Sources and remarks."""
    return Text(text, SMALL, after=1.5)


@dataclass(frozen=True)
class Heading:
    """A heading with a line above it."""

    text: str

    def put(self, press: Press, at: QPointF, width: float) -> float:
        above = press.points(5)
        press.rule(at + QPointF(0, above / 2), width)
        high = press.text(at + QPointF(0, above), width, self.text, HEADING)
        return above + high + press.points(2)


@dataclass(frozen=True)
class Warned:
    """What must be read first: a bar at its left, and the word, so that colour is not the sign."""

    title: str
    text: str

    def put(self, press: Press, at: QPointF, width: float) -> float:
        inset = press.points(WARNED)
        top = press.points(2)
        place, room = at + QPointF(inset, top), width - inset
        high = top + press.text(place, room, self.title, ALERT)
        high += press.text(at + QPointF(inset, high), room, self.text, STRONG) + top
        press.bar(QRectF(at.x(), at.y(), press.points(2.5), high), "warn")
        return high + press.points(6)


@dataclass(frozen=True)
class Bullets:
    """Short lines, each with a mark."""

    items: tuple[str, ...]
    style: Style = BODY

    def put(self, press: Press, at: QPointF, width: float) -> float:
        inset, high = press.points(9), 0.0
        for item in self.items:
            press.text(at + QPointF(0, high), inset, "•", self.style)
            high += press.text(at + QPointF(inset, high), width - inset, item, self.style)
        return high + press.points(3)


@dataclass(frozen=True)
class Figures:
    """Pictures side by side, `height` points high at full scale."""

    pictures: tuple[Picture, ...]
    height: float

    def put(self, press: Press, at: QPointF, width: float) -> float:
        high, each = press.points(self.height), width / len(self.pictures)
        for place, picture in enumerate(self.pictures):
            paint_picture(press, QRectF(at.x() + place * each, at.y(), each, high), picture)
        return high + press.points(6)


@dataclass(frozen=True)
class Card:
    """An exercise: picture, name, dose, reason, cues and what to take care of.

    Where a page has no room, `more` is left out first, then the cues.
    """

    picture: Picture | None
    name: str
    dose: str
    reason: str
    cues: str = ""
    care: str = ""
    more: str = ""

    def shortened(self, by: int) -> "Card":
        """It without `more` (1), and without cues (2)."""
        return replace(self, more="" if by else self.more, cues="" if by > 1 else self.cues)

    def put(self, press: Press, at: QPointF, width: float) -> float:
        wide, tall = (press.points(each) for each in CARD)
        wide = min(wide, width * 0.32)
        gap, high = press.points(8), press.points(4)
        press.rule(at, width)
        place, room = at.x() + wide + gap, width - wide - gap
        for text, style in self._lines():
            if text:
                high += press.text(QPointF(place, at.y() + high), room, text, style)
        if self.picture is not None:
            box = QRectF(at.x(), at.y() + press.points(4), wide, tall)
            paint_picture(press, box, self.picture)
        return max(high, tall + press.points(4)) + press.points(5)

    def _lines(self) -> tuple[tuple[str, Style], ...]:
        return (
            (self.name, NAME), (self.dose, STRONG), (self.reason, QUIET), (self.cues, BODY),
            (self.care, BODY), (self.more, SMALL),
        )  # fmt: skip


def paint_picture(press: Press, box: QRectF, picture: Picture) -> None:
    """A picture in its own units, where a point is a unit."""
    painter = press.painter
    if painter is None:
        return
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(UNIT, UNIT)
    picture(painter, QRectF(0, 0, box.width() / UNIT, box.height() / UNIT))
    painter.restore()


def paint_frame(painter: QPainter, box: QRectF) -> None:
    """An empty frame, where there is no picture."""
    painter.setPen(LINE)
    painter.drawRect(box)
