"""The shelf: shipped content read into domain values, saying what is wrong and where."""
