"""Puts the compiled content into the wheel, so that an installed program opens without reading TOML.

The content is checked on the way: a wheel cannot be built from tables with a problem. It needs
the run-time dependency `msgspec`, which `pyproject.toml` names among the build requirements.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = "anatomy_app/data/content.compiled"


class CompiledContent(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `data` for the wheel; nothing is left behind in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and hand the file over."""
        if version == "editable":
            return  # it runs from the checkout, where the tables may change
        self._folder = tempfile.TemporaryDirectory()
        compiled = Path(self._folder.name) / "content.compiled"
        sys.path.insert(0, self.root)
        try:
            from anatomy_app.content.compiled import compile_content

            compile_content(Path(self.root) / "data", compiled)
        finally:
            sys.path.remove(self.root)
        build_data["force_include"][str(compiled)] = TARGET

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self._folder.cleanup()
