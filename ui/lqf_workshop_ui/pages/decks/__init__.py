"""The parts of the page of decks."""
