"""Pure functions onto a QPainter, and the look that a frozen snapshot decides."""
