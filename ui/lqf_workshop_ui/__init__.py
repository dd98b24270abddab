"""The screen; the only code that imports PySide6."""
