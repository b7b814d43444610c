"""Draws contact sheets of all exercises: start, half time and end of each, to be looked at.

    PYTHONPATH=. python tools/draw_exercises.py [folder] [theme]

Writes `exercises-1.png` and on into the folder (default: the current one), 24 exercises a sheet,
and `exercises.png`, the thumbnails of all of them, as in `docs/pictures`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from anatomy_app.content.library import Library
from anatomy_app.paint.mannequin import paint_mannequin
from anatomy_app.paint.theme import THEMES, Theme

A_SHEET, COLUMNS, CELL = 24, 4, (400.0, 170.0)
THUMBNAILS, CARD = 10, (140.0, 104.0)
NAME = 18.0  # pixels of a name


def main() -> None:
    """Write the sheets."""
    application = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    theme = THEMES[sys.argv[2] if len(sys.argv) > 2 else "light"]
    library = Library()
    ids = [id_ for id_ in library.atlas.exercises if library.motion(id_)]
    for number, first in enumerate(range(0, len(ids), A_SHEET), 1):
        sheet = drawn(library, ids[first : first + A_SHEET], theme, COLUMNS, CELL)
        sheet.save(str(folder / f"exercises-{number}.png"))
    whole = drawn(library, ids, theme, THUMBNAILS, CARD)
    whole.save(str(folder / "exercises.png"))
    print(f"{len(ids)} exercises")
    application.quit()


def drawn(
    library: Library, ids: Sequence[str], theme: Theme, columns: int, cell: tuple[float, float]
) -> QImage:
    """A sheet: wide cells show three instants, narrow ones the thumbnail."""
    width, height = cell
    rows = -(-len(ids) // columns)
    image = QImage(round(width * columns), round(height * rows), QImage.Format.Format_RGB32)
    image.fill(theme.colour("sunk"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for number, id_ in enumerate(ids):
        row, column = divmod(number, columns)
        _cell(painter, library, id_, QRectF(column * width, row * height, width, height), theme)
    painter.end()
    return image


def _cell(painter: QPainter, library: Library, id_: str, box: QRectF, theme: Theme) -> None:
    motion = library.motion(id_)
    assert motion is not None
    font = QFont()
    font.setPixelSize(9 if box.width() < 200 else 12)
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    inner = box.adjusted(6, 2, -6, -6)
    name, elide = library.atlas.exercises[id_].name, Qt.TextElideMode.ElideRight
    fitting = painter.fontMetrics().elidedText(name, elide, int(inner.width()))
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop, fitting)
    inner.setTop(inner.top() + NAME)
    place = library.placements[id_]
    instants = (0.0, place.out / 2, place.out) if box.width() > 200 else (None,)
    shown = (None,) if motion.is_static else instants
    step = inner.width() / len(instants)
    for number, seconds in enumerate(shown):
        part = QRectF(inner.left() + number * step, inner.top(), step - 4, inner.height())
        paint_mannequin(painter, library, motion, seconds, part, theme)


if __name__ == "__main__":
    main()
