"""Puts the compiled content into the wheel: an installed program opens without reading TOML.

The content is checked on the way: no wheel comes out of tables with a problem.
"""

import sys
import tempfile
from pathlib import Path

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = "anatomy_app/data/content.compiled"
EDITABLE = "editable"  # such a wheel runs from the checkout, whose tables may change


class CompiledContent(BuildHookInterface[BuilderConfig]):
    """Compiles `data` for the wheel; nothing is left behind in the checkout."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Compile into a temporary folder and hand the file over."""
        if version == EDITABLE:
            return
        self._folder = tempfile.TemporaryDirectory()
        compiled = Path(self._folder.name) / "content.compiled"
        self._compile(Path(self.root), compiled)
        included = build_data["force_include"]
        assert isinstance(included, dict)
        included[str(compiled)] = TARGET

    def finalize(self, version: str, build_data: dict[str, object], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != EDITABLE:
            self._folder.cleanup()

    def _compile(self, root: Path, target: Path) -> None:
        """Compile with the code that is being packed, not with an installed one."""
        sys.path.insert(0, str(root))
        try:
            from anatomy_app.content.compiled import compile_content

            compile_content(root / "data", target)
        finally:
            sys.path.remove(str(root))
