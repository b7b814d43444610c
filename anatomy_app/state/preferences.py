"""What the user set, from one table of settings, kept in a file that may be missing or broken."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from anatomy_app.model.naming import NameStyle

Value = str | int | float | bool

LARGEST = 1_000_000  # bytes: far more than all settings together

# A comment, a section, or a key and a value; QSettings writes no other key, and a value that is
# a whole object is never one of ours.
_LINE = re.compile(r"|[;#].*|\[[^]]*\]|[\w.%\\/-]+\s*=(?!\s*@Variant)[^\0]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, default and what it may be (a choice, or a range for numbers).

    `formerly` translates what an older program wrote for it.
    """

    key: str
    default: Value
    choices: tuple[Value, ...] = ()
    least: float = 0.0
    most: float = 1.0
    formerly: tuple[tuple[str, str], ...] = ()

    def accepts(self, value: Value) -> bool:
        """Whether a value from a file or a caller is one of ours."""
        if any(isinstance(value, kind) != isinstance(self.default, kind) for kind in (bool, str)):
            return False
        if self.choices:
            return value in self.choices
        return isinstance(value, bool | str) or self.least <= value <= self.most


NAME_MODES = ("off", "active", "selected", "group", "all")

SETTINGS = (
    Setting("theme", "system", ("system", "light", "dark", "contrast")),
    Setting("colour", "activity", ("activity", "contraction", "group", "anatomy")),
    Setting("motion", "system", ("system", "reduced")),
    Setting("measured_only", False),
    Setting("layer", 1, (1, 2, 3, 4)),
    Setting("names", "active", NAME_MODES, formerly=(("false", "off"),)),
    Setting("hidden_names", ""),
    Setting("name_style", "english", tuple(style.value for style in NameStyle)),
    Setting("see_through", False),
    Setting("ghosts", True),
    Setting("hair", False),
    Setting("figure", "male", ("male", "female")),
    Setting("views", "auto"),
    Setting("rate", 0.25, (1.0, 0.5, 0.25, 0.1)),
    Setting("pause_at_stages", False),
    Setting("gait", "running", ("running", "walking", "sprinting")),
    Setting("speed", 3.0, least=0.5, most=12.0),
    Setting("percent", 0.0, least=0.0, most=100.0),
    Setting("near", "right", ("right", "left")),  # the side of the runner towards the viewer
    Setting("trail", False),
    Setting("force", True),
    Setting("place", ""),
    Setting("side", "", ("", "left", "right", "midline")),
    Setting("open_groups", "calf,quadriceps"),
    Setting("list_open", True),
    Setting("timeline_height", 0.0, least=0.0, most=1000.0),
    Setting("curves", "activity", ("activity", "muscle", "angles", "force", "speed", "stage")),
    Setting("compare", ""),
    Setting("open_strips", ""),
    Setting("part", "explore", ("explore", "train")),
    Setting("train_page", ""),
    Setting("train_filters", ""),
    Setting("train_sections", "muscle,equipment,level,injury"),  # those that are open
    Setting("paper", "system", ("system", "A4", "Letter")),
    Setting("train_sort", "direct", ("direct", "name", "level")),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Preferences(QObject):
    """Settings by key. A broken file is set aside and named in `set_aside`; nothing is lost."""

    changed = Signal(str)

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.set_aside: Path | None = None
        self.writable = path is not None and _can_write(path)
        self._file = _open(path, self) if path is not None else None
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
        self._write(key, value)
        self.changed.emit(key)

    def geometry(self) -> QByteArray:
        """The window's place on the screen, empty if unknown."""
        value = self._file.value("geometry") if self._file is not None else None
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place."""
        self._write("geometry", geometry)

    def save(self) -> None:
        """Write what changed; QSettings replaces the file whole."""
        if self._file is not None and self.writable:
            self._file.sync()

    def _write(self, key: str, value: Value | QByteArray) -> None:
        if self._file is not None and self.writable:
            self._file.setValue(key, value)

    def _read(self, setting: Setting) -> Value:
        raw = self._file.value(setting.key) if self._file is not None else None
        value = _converted(raw, setting)
        return value if value is not None and setting.accepts(value) else setting.default


def _converted(raw: object, setting: Setting) -> Value | None:
    kind: Callable[[str], Value] = type(setting.default)
    if raw is None:
        return None
    text = ",".join(map(str, raw)) if isinstance(raw, list) else str(raw)  # commas make a list
    text = dict(setting.formerly).get(text, text)
    if isinstance(setting.default, bool):
        return {"true": True, "false": False}.get(text.lower())
    try:
        return kind(text)
    except ValueError:
        return None


def _can_write(path: Path) -> bool:
    """Whether the file can be replaced: QSettings writes a new one beside it first."""
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK) and (not _exists(path) or os.access(path, os.W_OK))


def _exists(path: Path) -> bool:
    return os.access(path, os.F_OK)  # unlike Path.exists, without an error in a closed folder


def _open(path: Path, owner: Preferences) -> QSettings | None:
    """The settings file, with a broken one moved beside it first, or None if that cannot be."""
    if _exists(path) and _broken(path):
        if not owner.writable:
            return None
        owner.set_aside = path.replace(_free_name(path))
    return QSettings(str(path), QSettings.Format.IniFormat)


def _free_name(path: Path) -> Path:
    """A name for a broken file that takes no other file's place."""
    stamp = int(path.stat().st_mtime)
    names = (path.with_suffix(f".broken-{stamp + more}") for more in count())
    return next(name for name in names if not name.exists())


def _broken(path: Path) -> bool:
    """Whether it would be misread: not text, far too large, or with lines that are no settings."""
    try:
        if path.stat().st_size > LARGEST:
            return True
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return True
    return not all(_LINE.fullmatch(line.strip()) for line in lines)
