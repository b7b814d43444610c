"""Quiet controls: the layer slider, the legend of the activity scale, a menu button."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSlider, QWidget

from anatomy_app.model.kinds import Change, Contraction
from anatomy_app.model.settings import Shift
from anatomy_app.paint.hatch import hatch_brush
from anatomy_app.paint.icons import paint_icon
from anatomy_app.paint.legend import paint_scale
from anatomy_app.paint.look import ColourMode, change_rgb, contraction_rgb
from anatomy_app.paint.theme import Theme
from anatomy_app.ui import setting_words, words
from anatomy_app.ui.session import Session
from anatomy_app.ui.setting_legend import paint_setting_legend, seen
from anatomy_app.ui.theming import SMALL, TEXT, font


def focus_ring(painter: QPainter, box: QRectF, theme: Theme, radius: float = 6) -> None:
    """The sign of keyboard focus."""
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)


class LayerSlider(QSlider):
    """From the surface (left) to the deepest layer; its stops are dots on a line."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self.setRange(1, 4)
        self.setPageStep(1)
        session.peeling.changed.connect(self.update)
        self.setAccessibleName(self.tr("Layer"))
        self.setToolTip(self.tr("Peel the body, from the surface to the deepest muscles"))
        self.setFixedSize(76, 32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, stops = self.height() / 2, self.maximum() - self.minimum()
        xs = [10 + i * (self.width() - 20) / stops for i in range(stops + 1)]
        painter.setPen(QPen(theme.colour("ctl"), 1.5))
        painter.drawLine(QPointF(xs[0], middle), QPointF(xs[-1], middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ctl"))
        for x in xs:
            painter.drawEllipse(QPointF(x, middle), 2.5, 2.5)
        painter.setBrush(theme.colour("accent"))
        part = (self._session.peeling.depth - self.minimum()) / stops
        painter.drawEllipse(QPointF(xs[0] + part * (xs[-1] - xs[0]), middle), 6, 6)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the stop under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setValue(round(self._depth(event.position().x())))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag: between two stops both layers are seen."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._session.peeling.hold(self._depth(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the nearest stop is kept."""
        self._session.peeling.let_go()

    def _depth(self, x: float) -> float:
        part = (x - 10) / max(self.width() - 20, 1)
        depth = self.minimum() + part * (self.maximum() - self.minimum())
        return min(max(depth, float(self.minimum())), float(self.maximum()))


class MenuButton(QPushButton):
    """A quiet word, a bold choice and a chevron; pressing it opens a menu."""

    def __init__(
        self, session: Session, name: str, *, size: int = SMALL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._size = size
        self._label, self._choice = "", ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_texts(self, label: str, choice: str) -> None:
        """The word before the choice, and the choice."""
        self._label, self._choice = label, choice
        self.setAccessibleDescription("" if choice == self.accessibleName() else choice)
        self.setText(choice)
        self.setFixedSize(self._width(), 32)
        self.update()

    def _width(self) -> int:
        plain, bold = font(self._size), font(self._size, bold=True)
        width = QFontMetricsF(bold).horizontalAdvance(self._choice) + 16 + 16
        if self._label:
            width += QFontMetricsF(plain).horizontalAdvance(self._label) + 8
        return round(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunk"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        x = 8.0
        if self._label:
            x = self._write(painter, x, self._label, theme.colour("ink2"), bold=False) + 8
        x = self._write(painter, x, self._choice, theme.colour("ink"), bold=True)
        paint_icon(
            painter, "down", QRectF(x + 2, self.height() / 2 - 7, 14, 14), theme.colour("ctl")
        )
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), theme)
        painter.end()

    def _write(
        self, painter: QPainter, x: float, text: str, colour: QColor, *, bold: bool
    ) -> float:
        painter.setFont(font(self._size, bold=bold))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.setPen(colour)
        box = QRectF(x, 0, width + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width


TOGETHER = "together"  # the property of a group that Tab walks through before it goes on
WORDS = 380  # pixels that the legend of contractions needs for whole words
NO_DATA_ROOM = 75  # pixels that "no data" takes behind it, with the gap before


class Legend(QWidget):
    """What the colours mean; hatching is always "no data"."""

    FULL, SHORT = 104, 64  # pixels of the bar, where there is room and where there is not

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setFont(font(SMALL))
        self.setFixedHeight(40)
        self.setMinimumWidth(120)
        self.refresh()

    def refresh(self) -> None:
        """Tell what the colours mean now."""
        self.update()
        if self._session.mode is ColourMode.SETTING:
            shown = ", ".join(setting_words.legend(each) for each in seen(self._shifts()))
            self.setAccessibleName(self.tr("Legend of the setting: {0}").format(shown))
            self.setToolTip(
                self.tr(
                    "What the chosen setting changes in the work of a muscle. A group speaks for "
                    "its muscles. Grey, without a sign: nothing is said of it here."
                )
            )
            return
        self.setToolTip(
            self.tr(
                "Activity is a part of the muscle's own peak in this gait. It is not force, and "
                "it cannot be compared between muscles. Hatched: nobody measured it. "
                "Contractions in paler colours, and those in brackets, are computed from the "
                "muscle's path: muscle and tendon together."
            )
        )
        self.setAccessibleName(self.tr("Legend: 0 to 100 % of the muscle's own peak; no data"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        mode = self._session.mode
        if mode is ColourMode.SETTING:
            paint_setting_legend(painter, self.width(), self._session.theme, self._shifts())
        if mode is ColourMode.ACTIVITY:
            x = self._scale(painter)
        elif mode is ColourMode.CONTRACTION:
            x = self._contractions(painter)
        else:
            x = 0.0
        if mode in (ColourMode.ACTIVITY, ColourMode.CONTRACTION):
            self._no_data(painter, x + 12)
        painter.end()

    def _shifts(self) -> frozenset[Shift]:
        """The changes that the body shows."""
        return frozenset(
            each for each in self._session.snapshot().glyphs.values() if isinstance(each, Shift)
        )

    def _scale(self, painter: QPainter) -> float:
        bar = self.FULL if self.width() > self.FULL + 110 else self.SHORT
        room = self.width() - bar - 84
        wordings = (self.tr("100 % of own peak"), self.tr("100 % of peak"), self.tr("100 %"))
        metrics = painter.fontMetrics()
        fitting = (text for text in wordings if metrics.horizontalAdvance(text) <= room)
        ticks = ("0", "50", next(fitting, wordings[-1]))
        return paint_scale(painter, QPointF(1, 9), self._session.theme, ticks, bar=bar)

    def _contractions(self, painter: QPainter) -> float:
        theme, x, gap = self._session.theme, 0.0, self._gap()
        for one in (Contraction.ECCENTRIC, Contraction.ISOMETRIC, Contraction.CONCENTRIC):
            box = QRectF(x, 14, 12, 12)
            painter.fillRect(box, QColor.fromRgb(contraction_rgb(theme, one)))
            ground = theme.colour("bg" if theme.dark else "panel")
            paint_icon(painter, words.glyph(one), box.adjusted(1, 1, -1, -1), ground)
            word = words.contraction(one).partition(",")[0]
            word = word if self.width() > WORDS else self.short(one)
            width = QFontMetricsF(painter.font()).horizontalAdvance(word)
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QRectF(x + 16, 12, width + 2, 16), Qt.AlignmentFlag.AlignVCenter, word)
            x += width + 16 + gap
        return self._computed(painter, x) - 12

    def _gap(self) -> int:
        """Pixels between two swatches with their words."""
        return 10 if self.width() > WORDS else 4

    def _computed(self, painter: QPainter, x: float) -> float:
        """The paler colours of what was computed, where there is room for their word."""
        theme, metrics = self._session.theme, QFontMetricsF(painter.font())
        room = self.width() - x - 16 - NO_DATA_ROOM
        wordings = (self.tr("paler: computed"), self.tr("computed"), self.tr("comp."))
        word = next((each for each in wordings if metrics.horizontalAdvance(each) <= room), "")
        if not word:
            return x
        width = metrics.horizontalAdvance(word)
        for place, change in enumerate((Change.LENGTHENING, Change.CONSTANT, Change.SHORTENING)):
            stripe = QRectF(x + 4 * place, 14, 4, 12)
            painter.fillRect(stripe, QColor.fromRgb(change_rgb(theme, change)))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QRectF(x + 16, 12, width + 2, 16), Qt.AlignmentFlag.AlignVCenter, word)
        return x + width + 16 + self._gap()

    def short(self, contraction: Contraction) -> str:
        """The abbreviation of a contraction, where the words have no room."""
        return {
            Contraction.ECCENTRIC: self.tr("ecc."),
            Contraction.ISOMETRIC: self.tr("iso."),
        }.get(contraction, self.tr("conc."))

    def _no_data(self, painter: QPainter, x: float) -> None:
        theme = self._session.theme
        box = QRectF(x, 14, 20, 12)
        painter.fillRect(box, theme.colour("no_data"))
        painter.fillRect(box, hatch_brush(theme, self.devicePixelRatioF()))
        painter.setPen(QPen(theme.colour("ctl"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.colour("ink2"))
        text, words_ = QRectF(x + 26, 12, 90, 16), self.tr("no data")
        if text.left() + painter.fontMetrics().horizontalAdvance(words_) <= self.width():
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words_)


__all__ = ["TEXT", "TOGETHER", "LayerSlider", "Legend", "MenuButton", "focus_ring"]
