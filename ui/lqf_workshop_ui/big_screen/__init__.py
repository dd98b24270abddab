"""The audience window and what is painted on it."""

from lqf_workshop_ui.big_screen.steady import hold_constants

hold_constants()
