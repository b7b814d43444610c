"""What the user set, from one table of settings, kept in a file that may be missing or broken."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, default and what it may be (a choice, or a range for numbers)."""

    key: str
    default: Value
    choices: tuple[Value, ...] = ()
    least: float = 0.0
    most: float = 1.0

    def accepts(self, value: Value) -> bool:
        """Whether a value from a file or a caller is one of ours."""
        if self.choices:
            return value in self.choices
        if isinstance(value, bool) or isinstance(self.default, str):
            return True
        return not isinstance(value, str) and self.least <= value <= self.most


SETTINGS = (
    Setting("theme", "system", ("system", "light", "dark", "contrast")),
    Setting("colour", "activity", ("activity", "contraction", "group", "anatomy")),
    Setting("measured_only", False),
    Setting("layer", 1, (1, 2, 3, 4)),
    Setting("names", True),
    Setting("see_through", False),
    Setting("views", "auto"),
    Setting("rate", 0.25, (1.0, 0.5, 0.25, 0.1)),
    Setting("pause_at_stages", False),
    Setting("gait", "running", ("running", "walking", "sprinting")),
    Setting("speed", 3.0, least=0.5, most=12.0),
    Setting("percent", 0.0, least=0.0, most=100.0),
    Setting("place", ""),
    Setting("side", "", ("", "left", "right", "midline")),
    Setting("open_groups", "calf,quadriceps"),
    Setting("list_open", True),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Preferences(QObject):
    """Settings by key. A broken file is set aside and named in `set_aside`; nothing is lost."""

    changed = Signal(str)

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.set_aside: Path | None = None
        self.writable = path is not None and _can_write(path)
        self._file = _open(path, self) if path and self.writable else None
        self._values: dict[str, Value] = {s.key: self._read(s) for s in SETTINGS}

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def text(self, key: str) -> str:
        """A setting as text."""
        return str(self._values[key])

    def flag(self, key: str) -> bool:
        """A setting as yes or no."""
        return bool(self._values[key])

    def number(self, key: str) -> float:
        """A setting as a number."""
        return float(self._values[key])

    def put(self, key: str, value: Value) -> None:
        """Change a setting. KeyError for an unknown one, ValueError for a value it cannot have."""
        if not _BY_KEY[key].accepts(value):
            raise ValueError(f"{key} cannot be {value!r}")
        if value == self._values[key]:
            return
        self._values[key] = value
        if self._file is not None:
            self._file.setValue(key, value)
        self.changed.emit(key)

    def geometry(self) -> QByteArray:
        """The window's place on the screen, empty if unknown."""
        value = self._file.value("geometry") if self._file is not None else None
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place."""
        if self._file is not None:
            self._file.setValue("geometry", geometry)

    def save(self) -> None:
        """Write what changed; QSettings replaces the file whole."""
        if self._file is not None:
            self._file.sync()

    def _read(self, setting: Setting) -> Value:
        raw = self._file.value(setting.key) if self._file is not None else None
        value = _converted(raw, setting)
        return value if value is not None and setting.accepts(value) else setting.default


def _converted(raw: object, setting: Setting) -> Value | None:
    kind: Callable[[str], Value] = type(setting.default)
    if raw is None:
        return None
    if isinstance(setting.default, bool):
        return str(raw).lower() == "true"
    try:
        return kind(str(raw))
    except ValueError:
        return None


def _can_write(path: Path) -> bool:
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(path if path.exists() else folder, os.W_OK)


def _open(path: Path, owner: Preferences) -> QSettings:
    """The settings file, with a broken one moved beside it first."""
    if path.exists() and _broken(path):
        aside = path.with_suffix(f".broken-{int(path.stat().st_mtime)}")
        path.replace(aside)
        owner.set_aside = aside
    return QSettings(str(path), QSettings.Format.IniFormat)


def _broken(path: Path) -> bool:
    """Whether QSettings would misread it: not text, far too large, or lines that are no settings."""
    try:
        if path.stat().st_size > 1_000_000:
            return True
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return True
    kept = [line for line in lines if line.strip() and not line.startswith((";", "#"))]
    return any("=" not in line and not line.startswith("[") for line in kept) or "\0" in "".join(
        kept
    )
