"""Marks: shading, fibres, inscriptions and the skin of head, hands and feet, painted by role."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from anatomy_app.model.drawing import Mark
from anatomy_app.paint.theme import Theme
from anatomy_app.paint.weight import fine_strength, fine_width

HAIR = "hair-cap"  # an option of the drawing
SOFT = ("skin-s", "retinaculum")  # roles that high contrast leaves out, by how they begin
VEILED = "veiled-"  # before the role of a mark that lies beneath a see-through sheet
LIGHT = 0.14  # opacity in the drawing: the steps of a highlight add up to it
FIBRE = 0.28  # the core of a fibre; its ends are fainter


@dataclass(frozen=True, slots=True)
class Ink:
    """The colour role of a mark's role and its opacity in the theme.

    `full` is the opacity in the drawing that stands for that of the theme: a mark with half of it
    is half as strong, none is stronger. Without `full` the drawing's opacity does not matter.
    """

    role: str
    opacity: float = 1.0
    full: float = 0.0

    def alpha(self, drawn: float) -> float:
        """The opacity of a mark that is drawn with that opacity."""
        return self.opacity * (min(drawn / self.full, 1.0) if self.full else 1.0)


def ink(role: str, theme: Theme) -> Ink | None:
    """How a role is painted in a theme, or None if it is not."""
    shades = dict(zip(("shade1", "shade2", "shade3"), theme.shade_opacity, strict=True))
    role = role.removeprefix(VEILED)
    if role in shades:
        return Ink("shade", shades[role])
    table = {
        "light": Ink("light", theme.light_opacity, full=LIGHT),
        "fibre": Ink("fibre", theme.fibre_opacity, full=FIBRE),
        "inscription": Ink("tendon", 0.75),
        "retinaculum": Ink("fascia", full=1.0),
        "retinaculum-line": Ink("bone_line", full=1.0),
        "skin-fill": Ink("skin"),
        "skin-fade": Ink("skin", full=1.0),
        "skin-contour": Ink("ctl", 0.9),
        "skin-line": Ink("ink2" if theme.dark else "muscle_line", full=1.0),
        "hair": Ink("muscle_line", full=1.0),
        HAIR: Ink("muscle_line", 0.62 if theme.dark else 0.5),
        "skin-shade1": Ink("shade", full=1.0),
        "skin-shade2": Ink("shade", full=1.0),
        "skin-light": Ink("light", 0.3 if theme.dark else 1.0, full=1.0),
    }
    found = table.get(role)
    if found is None or (theme.contrast and role.startswith(SOFT)):
        return None
    return found


def paint_marks(
    painter: QPainter, marks: Iterable[tuple[Mark, QPainterPath]], theme: Theme, size: float
) -> None:
    """Draw marks in millimetres; `size` is pixels per millimetre and decides how fine."""
    inks: dict[str, Ink | None] = {}  # few roles, many marks
    for mark, path in marks:
        if mark.role not in inks:
            inks[mark.role] = ink(mark.role, theme)
        how = inks[mark.role]
        if how is not None and how.opacity:
            _paint_mark(painter, mark, path, how, theme, size)


def _paint_mark(
    painter: QPainter, mark: Mark, path: QPainterPath, how: Ink, theme: Theme, size: float
) -> None:
    colour = theme.colour(how.role)
    colour.setAlphaF(how.alpha(mark.opacity))
    if mark.closed:
        painter.fillPath(path, colour)
        return
    colour.setAlphaF(colour.alphaF() * fine_strength(size))
    width = fine_width(size, mark.width) / size
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.strokePath(path, pen)
