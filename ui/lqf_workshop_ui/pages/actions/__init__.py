"""The parts of the Actions page."""
