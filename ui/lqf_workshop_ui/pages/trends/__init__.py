"""The parts of the page of teams over time and side by side."""
