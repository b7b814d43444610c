"""The command line: words to calls, answers as text or JSON, pictures without a display."""
