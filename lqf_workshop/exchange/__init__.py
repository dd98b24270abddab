"""Files that go from one laptop to another: decks of cards, as one file or as a spreadsheet."""
