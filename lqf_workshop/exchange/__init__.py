"""Files that go from one laptop to another: workshops, decks of cards, activities, spreadsheets."""

import os

# lxml is here for Word files. With it openpyxl would read a workbook's parts past defusedxml,
# which refuses a document with entities of its own; so it is told to leave lxml alone.
os.environ["OPENPYXL_LXML"] = "False"
