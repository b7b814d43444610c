"""Files to model values, or a list of problems: TOML, SVG and CSV are read and checked here."""
