"""Files that go from one laptop to another: decks of cards, and activities."""
