"""Stride Atlas: which muscle does what, at any instant of the stride."""

__version__ = "0.1.0"
