"""Which theme is shown: the user's wish, else the system's, live; and Qt's palette and sheet."""

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from anatomy_app.paint.theme import THEMES, Theme
from anatomy_app.state.preferences import Preferences

TEXT, SMALL, LARGE = 14, 12, 22


class ThemeSwitch(QObject):
    """The theme in force."""

    changed = Signal(object)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._theme = self._resolve()
        preferences.changed.connect(self._preference_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def _preference_changed(self, key: str) -> None:
        if key == "theme":
            self._refresh()

    def _refresh(self) -> None:
        theme = self._resolve()
        if theme is not self._theme:
            self._theme = theme
            self.changed.emit(theme)

    def _resolve(self) -> Theme:
        wish = self._preferences.text("theme")
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if wish == "contrast":
            return THEMES["contrast_dark" if dark else "contrast"]
        if wish == "system":
            return THEMES["dark" if dark else "light"]
        return THEMES[wish]


@lru_cache(maxsize=16)
def font(size: int = TEXT, *, bold: bool = False, italic: bool = False) -> QFont:
    """The system font in one of the three sizes, with figures of one width."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    return made


def palette(theme: Theme) -> QPalette:
    """Qt's colours by role."""
    made = QPalette()
    role = QPalette.ColorRole
    for qt_role, name in (
        (role.Window, "panel"), (role.Base, "panel"), (role.AlternateBase, "sunk"),
        (role.Button, "panel"), (role.WindowText, "ink"), (role.Text, "ink"),
        (role.ButtonText, "ink"), (role.PlaceholderText, "ink2"), (role.ToolTipBase, "panel"),
        (role.ToolTipText, "ink"), (role.Highlight, "accent"), (role.HighlightedText, "on_accent"),
        (role.Link, "accent"), (role.LinkVisited, "accent"), (role.Mid, "line"),
        (role.Light, "panel"), (role.Dark, "ctl"), (role.Shadow, "line"), (role.BrightText, "warn"),
    ):  # fmt: skip
        made.setColor(qt_role, theme.colour(name))
    for disabled in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, disabled, theme.colour("off"))
    return made


def style_sheet(theme: Theme) -> str:
    """What a palette cannot say: edges, radii, states."""
    t = theme
    return f"""
    QToolTip {{ color: {t.ink}; background: {t.panel}; border: 1px solid {t.ctl}; padding: 4px; }}
    QToolButton, QPushButton {{ border: 1px solid transparent; border-radius: 6px;
        padding: 0 8px; min-height: 30px; background: transparent; color: {t.ink}; }}
    QToolButton {{ padding: 0; min-width: 30px; }}
    QToolButton:hover, QPushButton:hover {{ background: {t.sunk}; }}
    QToolButton:pressed, QPushButton:pressed {{ background: {_pressed(t)}; }}
    QToolButton:checked {{ background: {t.tint}; border-bottom: 2px solid {t.accent}; }}
    QToolButton:focus, QPushButton:focus {{ border: 2px solid {t.accent}; }}
    QPushButton:disabled {{ color: {t.off}; }}
    QPushButton[edged="true"] {{ border: 1px solid {t.ctl}; }}
    QPushButton[edged="true"]:disabled {{ border-color: {t.off}; }}
    QPushButton[edged="true"]:focus {{ border: 2px solid {t.accent}; }}
    QPushButton[primary="true"] {{ background: {t.accent}; color: {t.on_accent}; font-weight: 600;
        padding: 0 12px; }}
    QPushButton[primary="true"]:hover {{ background: {_inked(t)}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {t.ink}; }}
    QPushButton[primary="true"]:disabled {{ background: {t.sunk}; color: {t.off};
        border-color: {t.off if t.contrast else "transparent"}; }}
    QPushButton[chip="true"] {{ border: 1px solid {t.ctl}; border-radius: 12px; min-height: 22px;
        padding: 0; font-size: 12px; }}
    QPushButton[chip="true"]:checked {{ background: {t.tint}; border-color: {t.accent};
        border-width: {2 if t.contrast else 1}px; color: {t.accent}; font-weight: 600; }}
    QPushButton[chip="true"]:focus {{ border: 2px solid {t.accent}; }}
    QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
    QLineEdit {{ border: 1px solid {t.ctl}; border-radius: 6px; padding: 0 8px;
        background: {t.panel}; color: {t.ink}; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 0 7px; }}
    QComboBox {{ border: 1px solid transparent; border-radius: 6px; padding: 0 4px 0 6px;
        background: transparent; color: {t.ink}; }}
    QComboBox:hover {{ background: {t.sunk}; }}
    QComboBox:focus {{ border: 2px solid {t.accent}; }}
    QComboBox::drop-down {{ border: none; width: 16px; }}
    QComboBox QAbstractItemView {{ background: {t.panel}; color: {t.ink}; outline: none;
        border: 1px solid {t.ctl}; selection-background-color: {t.tint};
        selection-color: {t.ink}; }}
    QScrollArea, QTreeView, QListView {{ border: none; background: {t.panel}; }}
    Middle, Middle > QWidget > QWidget#train {{ background: {t.bg}; }}
    Cards {{ background: transparent; }}
    Middle {{ border: 2px solid {t.bg}; }}
    Panel {{ border: 2px solid {t.panel}; }}
    Panel:focus, Middle[ring="true"]:focus {{ border-color: {t.accent}; }}
    QMenu {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.ctl}; padding: 4px 0; }}
    QMenu::item {{ padding: 6px 24px 6px 28px; }}
    QMenu::item:selected {{ background: {t.tint}; color: {t.ink}; }}
    QMenu::item:disabled {{ color: {t.off}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 0; }}
    QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.ctl}; border-radius: 3px; min-height: 32px;
        margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _pressed(theme: Theme) -> str:
    ink = QColor(theme.ink)
    return f"rgba({ink.red()}, {ink.green()}, {ink.blue()}, 0.16)"


def _inked(theme: Theme) -> str:
    """The accent with a little ink over it."""
    accent, ink = QColor(theme.accent), QColor(theme.ink)
    pairs = zip(accent.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * 0.92 + b * 0.08) for a, b in pairs)).name()
