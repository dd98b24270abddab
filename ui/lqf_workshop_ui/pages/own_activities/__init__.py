"""The parts of the page where activities of one's own are made."""
