"""The plain values and pure functions of the atlas: no Qt, no third party."""
