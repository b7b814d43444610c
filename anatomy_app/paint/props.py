"""Paints what an exercise needs: step, bench, ball, band, barbell ... in a few plain shapes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from anatomy_app.model.placement import Prop
from anatomy_app.paint.theme import Theme

LEG, PLATE = 35.0, 60.0  # mm: a leg of a bench, the thickness of its seat
BOARD = 20.0  # mm, the thickness of a balance board
TALL, THICK = 1900.0, 40.0  # mm of a wall
WHEEL = 340.0  # mm, of a bicycle
FLYWHEEL = 190.0  # mm, of a rower
SMALL = 50.0  # mm: a ball so small would be hidden by who lies on it
IN_FRONT = frozenset(
    {"dumbbell", "barbell", "weight", "handle", "band", "ankle_strap", "arrow", "rope"}
)


@dataclass(frozen=True)
class Canvas:
    """Where millimetres lie in pixels, and the pens of a theme."""

    painter: QPainter
    theme: Theme
    place: Callable[[float, float], QPointF]
    scale: float
    area: QRectF  # pixels of the picture

    def pen(self, role: str, mm: float, least: float = 1.0) -> QPen:
        """A round pen of some mm, no thinner than `least` pixels."""
        pen = QPen(self.theme.colour(role), max(mm * self.scale, least))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def line(self, *points: tuple[float, float], role: str = "ctl", mm: float = 14.0) -> None:
        """A line through points in mm."""
        self.painter.setPen(self.pen(role, mm))
        self.painter.drawPolyline(QPolygonF([self.place(*point) for point in points]))

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """A filled box, its corners in mm."""
        self._pens()
        self.painter.drawRect(QRectF(self.place(left, top), self.place(right, bottom)).normalized())

    def ring(self, x: float, y: float, radius: float, *, solid: bool = True) -> None:
        """A circle, its middle in mm."""
        self._pens()
        if not solid:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(self.place(x, y), radius * self.scale, radius * self.scale)

    def _pens(self) -> None:
        self.painter.setPen(QPen(self.theme.colour("ctl"), self.theme.hairline))
        self.painter.setBrush(self.theme.colour("line" if not self.theme.contrast else "bg"))


def paint_props(canvas: Canvas, props: tuple[Prop, ...], *, front: bool) -> None:
    """The things behind the figure, or those in `front` of it."""
    canvas.painter.save()
    for prop in props:
        before = prop.kind in IN_FRONT or (prop.kind == "ball" and prop.size < SMALL)
        if before is front and prop.points:
            PAINTERS.get(prop.kind, _block)(canvas, prop)
    canvas.painter.restore()


def _block(canvas: Canvas, prop: Prop) -> None:
    """A solid thing: step, box, mat, slider."""
    if len(prop.points) == 2:
        (left, top), (right, bottom) = prop.points
        canvas.box(left, min(top, bottom - 1.0 / canvas.scale), right, bottom)


def _bench(canvas: Canvas, prop: Prop) -> None:
    """A plate on two legs: bench, chair, pad of a stand."""
    (left, top), (right, bottom) = prop.points
    for x in (left + LEG, right - 2 * LEG):
        canvas.box(x, top + PLATE, x + LEG, bottom)
    canvas.box(left, top, right, top + PLATE)


def _board(canvas: Canvas, prop: Prop) -> None:
    """A balance board: a plate on a ball that lets it rock."""
    (left, top), (right, bottom) = prop.points
    radius = (bottom - top - BOARD) / 2.0
    canvas.ring((left + right) / 2.0, bottom - radius, radius)
    canvas.box(left, top, right, top + BOARD)


def _wall(canvas: Canvas, prop: Prop) -> None:
    x, y = prop.points[0]
    behind = "behind" in prop.note
    canvas.box(x - THICK if behind else x, y - TALL, x if behind else x + THICK, y)


def _round(canvas: Canvas, prop: Prop) -> None:
    canvas.ring(*prop.points[0], prop.size)


def _barbell(canvas: Canvas, prop: Prop) -> None:
    """The plate, seen through, and the bar's end."""
    x, y = prop.points[0]
    if prop.size > 100.0:
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(canvas.pen("ctl", 18.0, 1.2))
        canvas.painter.drawEllipse(
            canvas.place(x, y), prop.size * canvas.scale, prop.size * canvas.scale
        )
    _grip(canvas, x, y, min(prop.size, 45.0))


def _held(canvas: Canvas, prop: Prop) -> None:
    _grip(canvas, *prop.points[0], prop.size)


def _grip(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.theme.colour("ink2"))
    size = max(radius * canvas.scale, 1.5)
    canvas.painter.drawEllipse(canvas.place(x, y), size, size)


def _bar(canvas: Canvas, prop: Prop) -> None:
    """A bar overhead, with what it hangs from."""
    x, y = prop.points[0]
    canvas.line((x - 160.0, y - 60.0), (x + 160.0, y - 60.0), mm=24.0)
    canvas.line((x, y - 60.0), (x, y), mm=12.0)
    _grip(canvas, x, y, max(prop.size, 22.0))


def _band(canvas: Canvas, prop: Prop) -> None:
    canvas.line(*prop.points, role="accent", mm=prop.size or 20.0)


def _rope(canvas: Canvas, prop: Prop) -> None:
    canvas.line(*prop.points, role="accent", mm=10.0)


def _foot_plate(canvas: Canvas, prop: Prop) -> None:
    (x, top), (_, bottom) = prop.points
    canvas.line((x, top), (x, bottom), mm=22.0)
    canvas.line((x, bottom), (x, 0.0), mm=14.0)


def _bike(canvas: Canvas, prop: Prop) -> None:
    (sx, sy), (cx, cy), (hx, hy), *pedals = prop.points
    for x in (cx - 430.0, hx + 70.0):
        canvas.ring(x, -WHEEL, WHEEL, solid=False)
    rear, fork = (cx - 430.0, -WHEEL), (hx + 70.0, -WHEEL)
    canvas.line(rear, (cx, cy), (sx, sy), rear)
    canvas.line((cx, cy), (hx - 40.0, hy + 100.0), fork)
    canvas.line((sx + 20.0, sy + 130.0), (hx - 40.0, hy + 100.0), (hx - 60.0, hy), (hx + 40.0, hy))
    canvas.line((sx - 110.0, sy), (sx + 90.0, sy), mm=34.0)
    canvas.ring(cx, cy, 75.0, solid=False)
    for x, y in pedals:
        canvas.line((cx, cy), (x, y))
        canvas.line((x - 45.0, y + 8.0), (x + 45.0, y + 8.0), mm=20.0)


def _rower(canvas: Canvas, prop: Prop) -> None:
    (sx, sy), (px, py), (hx, hy) = prop.points
    wheel = px + 597.0, -420.0
    canvas.line((-1350.0, -250.0), (px + 617.0, -250.0), mm=40.0)
    for x in (-1300.0, px + 567.0):
        canvas.line((x, -250.0), (x, 0.0), mm=24.0)
    canvas.line((px + 70.0, py - 34.0), (px - 130.0, py + 106.0), mm=26.0)
    canvas.ring(*wheel, FLYWHEEL)
    canvas.line((hx, hy), (wheel[0], wheel[1] - 120.0), role="ink2", mm=8.0)
    canvas.line((sx - 110.0, sy + 20.0), (sx + 110.0, sy + 20.0), mm=40.0)


def _water(canvas: Canvas, prop: Prop) -> None:
    """Water from its level down."""
    top = canvas.place(0.0, prop.points[0][1]).y()
    colour = QColor(canvas.theme.colour("accent"))
    colour.setAlphaF(0.14)
    area = QRectF(canvas.area)
    area.setTop(top)
    canvas.painter.fillRect(area, colour)
    canvas.painter.setPen(QPen(canvas.theme.colour("accent"), canvas.theme.hairline))
    canvas.painter.drawLine(QLineF(area.topLeft(), area.topRight()))


def _towel(canvas: Canvas, prop: Prop) -> None:
    if len(prop.points) == 2:
        (left, top), (right, _) = prop.points
        canvas.line((left, top), (right, top), role="ink2", mm=6.0)
    else:
        _held(canvas, prop)


def _arrow(canvas: Canvas, prop: Prop) -> None:
    """Where a movement goes that is too small to see."""
    canvas.line(*prop.points, role="accent", mm=prop.size)
    (x0, y0), (x1, y1) = prop.points[-2:]
    length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 1.0)
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    head = 3.2 * prop.size
    for side in (-0.6, 0.6):
        back = x1 - head * (ux - side * uy), y1 - head * (uy + side * ux)
        canvas.line(back, (x1, y1), role="accent", mm=prop.size)


PAINTERS: dict[str, Callable[[Canvas, Prop], None]] = {
    "bench": _bench, "chair": _bench, "pad": _bench, "board": _board, "wall": _wall, "ball": _round,
    "barbell": _barbell, "dumbbell": _held, "weight": _round, "handle": _held,
    "ankle_strap": _held, "bar": _bar, "band": _band, "foot_plate": _foot_plate, "bike": _bike,
    "rower": _rower, "water": _water, "towel": _towel, "arrow": _arrow,
    "rope": _rope,
}  # fmt: skip
