"""Whether a window can open, found out before Qt would end the process without a word of ours."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from anatomy_app.cli.stops import WrongPlace
from anatomy_app.ui.plain_import import import_qt

PLAIN_DISPLAY = re.compile(r":(\d+)(\.\d+)?")
SOCKETS = Path("/proc/net/unix")
ADVICE = (
    "the window needs a display; start it in a desktop session, or use a sub-command that needs "
    "none (see anatomy-app --help)"
)


def check_display(environment: Mapping[str, str] = os.environ) -> None:
    """A WrongPlace with a sentence if Qt would find no display. Only Linux can lack one."""
    if not sys.platform.startswith("linux"):
        return
    platforms = environment.get("QT_QPA_PLATFORM", "").lower()
    if platforms and not re.match(r"(xcb|wayland)", platforms):
        return  # offscreen, vnc ... need none
    tried = {
        "wayland": bool(environment.get("WAYLAND_DISPLAY")) and _wayland_is_there(environment),
        "xcb": bool(environment.get("DISPLAY")) and _x_is_there(environment["DISPLAY"]),
    }
    wanted = [name for name in tried if not platforms or name in platforms]
    if not any(tried[name] for name in wanted):
        raise WrongPlace(f"{_reason(environment)}: {ADVICE}")
    if not tried["wayland"] or "wayland" not in wanted:
        _check_plugin("libqxcb.so")


def _reason(environment: Mapping[str, str]) -> str:
    named = [
        f"{name} is {environment[name]}, but nothing answers there"
        for name in ("WAYLAND_DISPLAY", "DISPLAY")
        if environment.get(name)
    ]
    return "; ".join(named) or "neither DISPLAY nor WAYLAND_DISPLAY is set"


def _wayland_is_there(environment: Mapping[str, str]) -> bool:
    path = Path(environment.get("XDG_RUNTIME_DIR", "/")) / environment["WAYLAND_DISPLAY"]
    return path.exists()


def _x_is_there(display: str) -> bool:
    """Whether a local display has its socket; a display on another machine is taken on trust."""
    local = PLAIN_DISPLAY.fullmatch(display)
    if not local:
        return True
    name = f"/tmp/.X11-unix/X{local[1]}"  # where X servers listen
    try:
        return Path(name).exists() or f"@{name}\n" in SOCKETS.read_text("utf-8", "replace")
    except OSError:
        return Path(name).exists()


def _check_plugin(name: str) -> None:
    """A WrongPlace if the plugin that draws windows lacks a system library."""
    import ctypes

    import_qt()
    from PySide6.QtCore import QLibraryInfo

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    plugin = Path(folder) / "platforms" / name
    if not plugin.exists():
        return  # QT_PLUGIN_PATH may name another place
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise WrongPlace(library_sentence(str(error))) from error


def library_sentence(error: str) -> str:
    """What to do about a message of the dynamic linker or of an import."""
    missing = re.search(r"(lib[\w.+-]+\.so[\w.]*)", error)
    what = f"the system library {missing[1]} is missing" if missing else f"it cannot load ({error})"
    return f"Qt cannot open the window: {what}; install Qt's system libraries (see README)"
