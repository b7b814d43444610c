"""Printed pages: nothing leaves the paper, nothing lies over anything else, warnings come first."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from anatomy_app.paint.page import MARGIN, Laid, Paper, Printed, lay_out
from anatomy_app.paint.page_blocks import (
    Block,
    Bullets,
    Card,
    Figures,
    Heading,
    Text,
    Warned,
    paint_frame,
    small,
    title,
)
from anatomy_app.paint.press import UNIT

LONG = "The calf lengthens under load as it does when the shin rolls over the foot. "


def card(number: int, words: int = 2) -> Card:
    return Card(
        paint_frame, f"Exercise {number}", "3 × 12", LONG * words, "Go slowly. " * 4, LONG, LONG
    )


def printed(body: Sequence[Block], pages: int = 1) -> Printed:
    head = (title("A plan"), Warned("Warning signs", LONG * 2))
    return Printed("A plan", head, tuple(body), (Warned("Stop", LONG), small("Sources.")), pages)


def check(laid: Laid) -> None:
    """Blocks stand inside the margins, apart, in the order of reading."""
    wide, high = (side * UNIT for side in laid.paper.points)
    margin = MARGIN * UNIT
    for page in laid.pages:
        boxes = [QRectF(p.at.x(), p.at.y(), p.width, p.height) for p in page]
        for box in boxes:
            assert box.left() >= margin - 1
            assert box.right() <= wide - margin + 1
            assert box.bottom() <= high - margin + 1
        for number, box in enumerate(boxes):
            inner = box.adjusted(1, 1, -1, -1)
            assert not any(inner.intersects(other) for other in boxes[number + 1 :])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [0, 1, 4, 8, 12, 14])
def test_cards_share_one_page(paper: Paper, count: int) -> None:
    laid = lay_out(printed([card(number) for number in range(count)]), paper)
    assert len(laid.pages) == 1
    assert len(laid.pages[0]) == count + 4
    check(laid)


@pytest.mark.usefixtures("qapp")
def test_fewer_exercises_have_larger_letters() -> None:
    scales = [
        lay_out(printed([card(number) for number in range(count)]), Paper.A4).scale
        for count in (2, 6, 14)
    ]
    assert scales == sorted(scales, reverse=True)
    assert scales[0] == 1.0
    assert scales[-1] < 0.9


@pytest.mark.usefixtures("qapp")
def test_what_no_page_can_hold_goes_on_to_the_next_and_nothing_is_lost() -> None:
    laid = lay_out(printed([card(number, words=30) for number in range(20)]), Paper.LETTER)
    assert len(laid.pages) > 1
    assert sum(map(len, laid.pages)) == 24
    check(laid)


@pytest.mark.usefixtures("qapp")
def test_running_text_takes_two_pages_where_it_may() -> None:
    body: list[Block] = [Figures((paint_frame, paint_frame), 150)]
    for _ in range(9):
        body += [Heading("What is known"), Text(LONG * 6), Bullets((LONG, LONG))]
    laid = lay_out(printed(body, pages=2), Paper.A4)
    assert len(laid.pages) == 2
    check(laid)


@pytest.mark.usefixtures("qapp")
def test_a_word_that_is_too_long_is_cut_and_stays_on_the_paper() -> None:
    laid = lay_out(printed([Text("x" * 500)]), Paper.A4)
    image = painted(laid)
    edge = round(MARGIN) - 4
    right = image.copy(image.width() - edge, 0, edge, image.height())
    assert inked(right) == 0
    assert inked(image) > 0


@pytest.mark.usefixtures("qapp")
def test_a_warning_has_a_bar_beside_its_words() -> None:
    image = painted(lay_out(printed([]), Paper.A4))
    column = [image.pixelColor(round(MARGIN) + 1, y) for y in range(image.height())]
    bars = [colour for colour in column if colour == QColor("#8A2B1F")]
    assert len(bars) > 40


def painted(laid: Laid) -> QImage:
    wide, high = (round(side) for side in laid.paper.points)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(1 / UNIT, 1 / UNIT)
    laid.paint(painter, 0)
    painter.end()
    return image


def inked(image: QImage) -> int:
    return sum(
        image.pixel(x, y) != 0xFFFFFFFF
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    )
