"""Widgets: they send intents to state and repaint from a snapshot."""
