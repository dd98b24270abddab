"""The screen; the only code that imports PySide6."""

from lqf_workshop_ui.steady import hold_constants

hold_constants()
