"""The parts of the Prepare page."""
