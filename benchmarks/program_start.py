"""The program as a user starts it, watched from outside until it has done all its work.

It goes the whole way of `python -m anatomy_app`, and nothing of it or of Qt is imported ahead: the
only change is that `MainWindow.show` also begins to watch. An argument names another folder with
`data` and `assets` than the shipped one.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from anatomy_app import resources
from anatomy_app.__main__ import main as program
from anatomy_app.cli import opening
from anatomy_app.cli.interrupts import run_until_interrupted


def main(folder: str | None = None) -> int:
    """Run the program; its exit status."""
    if folder is not None:
        root = Path(folder)
        resources.root = lambda: root

    def watched(run: Callable[[], int]) -> int:
        from watching import watch_main_window

        watch_main_window()
        return run_until_interrupted(run)

    opening.run_until_interrupted = watched  # type: ignore[attr-defined]
    return program([])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
