"""Saved plans: one file each in the user's data folder, written whole or not at all."""

import hashlib
import json
import os
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

LARGEST = 100_000  # bytes: far more than any plan
LONGEST = 80  # letters of a plan's name
_ENDING = ".json"

_T = TypeVar("_T")


class PlanStore:
    """Plans by name. A broken file is set aside and named in `set_aside`; nothing is lost."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.set_aside: list[Path] = []

    def names(self) -> tuple[str, ...]:
        """The names of the plans that can be read, in the order of the alphabet."""
        if self._folder is None or not self._folder.is_dir():
            return ()
        found = [self._read(path, str) for path in sorted(self._folder.glob(f"*{_ENDING}"))]
        return tuple(sorted((name for name, _ in filter(None, found)), key=str.casefold))

    def load(self, name: str, read: Callable[[object], _T]) -> _T | None:
        """The plan of that name, made by `read`, whose ValueError means a broken file.

        None if there is none, or if it was broken and is now set aside.
        """
        path = self._path(name)
        found = self._read(path, read) if path is not None and path.exists() else None
        return found[1] if found else None

    def save(self, name: str, document: object) -> None:
        """Keep a plan under a name, in the place of an older one; an OSError leaves that as it was.

        A ValueError with a sentence if the name is empty or too long.
        """
        path = self._path(name)
        if path is None:
            raise OSError("there is no folder to keep plans in")
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {"name": name.strip(), "plan": document}
        _write_whole(path, json.dumps(kept, ensure_ascii=False, indent=1, allow_nan=False))

    def remove(self, name: str) -> None:
        """Forget a plan; nothing happens if there is none."""
        path = self._path(name)
        if path is not None:
            path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path | None:
        """The file of a name: readable letters, and a mark that tells alike names apart."""
        name = name.strip()
        if not name or len(name) > LONGEST:
            raise ValueError(f"a plan's name has 1 to {LONGEST} letters")
        plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]
        return self._folder / f"{plain or 'plan'}-{mark}{_ENDING}" if self._folder else None

    def _read(self, path: Path, read: Callable[[object], _T]) -> tuple[str, _T] | None:
        """(name, plan) of a file, or None with the file set aside."""
        try:
            if path.stat().st_size > LARGEST:
                raise ValueError("the file is far too large")
            kept = json.loads(path.read_text("utf-8"))
            if not isinstance(kept, dict) or not isinstance(kept.get("name"), str):
                raise ValueError("the file is no plan")
            return kept["name"], read(kept.get("plan"))
        except (ValueError, RecursionError):
            self._put_aside(path)
        except OSError:
            pass  # it cannot be read now; perhaps later
        return None

    def _put_aside(self, path: Path) -> None:
        names = (path.with_suffix(f".broken-{number}") for number in count(1))
        free = next(each for each in names if not each.exists())
        try:
            self.set_aside.append(path.replace(free))
        except OSError:
            self.set_aside.append(path)  # it stays where it is, and is told all the same


def _write_whole(path: Path, text: str) -> None:
    """A new file that takes the old one's place only when it is complete."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
