"""Where `data/` and `assets/` are, in a checkout as in an installed wheel."""

from pathlib import Path


def root() -> Path:
    """The folder that holds `data/` and `assets/`: the package if installed, else the checkout."""
    package = Path(__file__).parent
    return package if (package / "data").is_dir() else package.parent


def data() -> Path:
    """The folder of content tables."""
    return root() / "data"


def drawings() -> Path:
    """The folder of SVG plates."""
    return root() / "assets" / "svg"


def credits_file() -> Path:
    """The sources and licences of data and drawings."""
    return root() / "CREDITS.md"
