"""Another body shape from the same drawings: its figures, the field they make, and the warp."""
