"""The shipped atlas for one call, and the things in it that words name."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from anatomy_app.cli.stops import WrongContent, WrongPlace, WrongWords
from anatomy_app.content.library import Library
from anatomy_app.content.problems import ContentError
from anatomy_app.model.entities import Entity
from anatomy_app.model.gait_tables import Gait

ADVICE = "'anatomy-app check' tells all about it; installing the program again mends it"


def open_library() -> Library:
    """The shipped library; a Stop if its content cannot be loaded."""
    library = Library(cache=cache_folder())
    try:
        _ = library.atlas.structures, library.tables
    except ContentError as error:
        first = str(error.problems[0]) if error.problems else str(error)
        count = len(error.problems)
        raise WrongContent(f"the content has {count} problems, first {first}. {ADVICE}") from error
    except OSError as error:
        raise WrongPlace(f"the content cannot be read ({error}); {ADVICE}") from error
    return library


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where this platform keeps caches; None if it does not say."""
    name = "stride-atlas"
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) / name / "cache" if local else None
    if sys.platform == "darwin":
        return Path(home) / "Library" / "Caches" / name if home else None
    cache = environment.get("XDG_CACHE_HOME", "")
    if cache.startswith("/"):
        return Path(cache) / name
    return Path(home) / ".cache" / name if home else None


def find(library: Library, text: str) -> Entity:
    """The entity that `kind:id` names.

    A WrongWords if it is not of that form, a WrongContent that says what is near if there is none.
    """
    from anatomy_app.content.naming import UnknownEntity, entity

    try:
        return entity(text, library.atlas)
    except UnknownEntity as error:
        try:
            Entity.parse(text)
        except ValueError:
            raise WrongWords(str(error)) from error
        raise WrongContent(str(error)) from error


def gait_of(word: str | None) -> Gait:
    """The gait of a word that the parser let through; running if there is none."""
    return Gait(word) if word else Gait.RUNNING
