"""Imports Qt without what PySide6 adds to every later import."""

import builtins


def import_qt() -> None:
    """Import Qt, and leave `import` as it was.

    PySide6 puts a function of its own in its place. That one reads the source of each module that
    is imported, to see whether it uses PySide6 and may have chosen a `__feature__`. Nothing here
    has; but the reading delays the first picture by some ten milliseconds, and Python keeps six
    megabytes of source in memory. Without effect once Qt has been imported in another way.
    """
    plain = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = plain
