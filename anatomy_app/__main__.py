"""Starts the program: `anatomy-app`, or `python -m anatomy_app`."""

import sys
from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words of the command line say (None: those of this process); its exit status."""
    try:
        from anatomy_app.cli.main import run  # here, so that Ctrl-C is met while it loads

        return run(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
